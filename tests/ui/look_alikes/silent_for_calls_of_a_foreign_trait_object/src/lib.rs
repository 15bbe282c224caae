use acme_chain::{Network, Provider, Result};
use reqwest::Client;

pub async fn balance(provider: &dyn Provider, account: u64) -> Result<u64> {
    let word = provider.call(account).await?;
    Ok(word.low())
}

pub async fn forgotten(provider: &dyn Provider, account: u64) {
    let _ = provider.call(account).await;
}

pub async fn of_a_network<N: Network>(provider: &dyn Provider<N>, account: u64) -> Result<()> {
    provider.call(account).await?;
    Ok(())
}

pub async fn boxed(provider: Box<dyn acme_chain::Provider>, account: u64) {
    let _ = provider.call(account).await;
}

pub async fn beside_a_client(client: &Client, provider: &dyn Provider) -> Result<String> {
    let word = provider.call(0).await?;
    Ok(client.get(word.url()).send().await?.text().await?)
}
