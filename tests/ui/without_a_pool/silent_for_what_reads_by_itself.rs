//@ dependency: oauth2 = '5'
use oauth2::{AuthorizationCode, TokenResponse, basic::BasicClient};
use reqwest::Client;

pub async fn token(http: &Client, client: BasicClient, code: String) -> anyhow::Result<String> {
    let token = client.exchange_code(AuthorizationCode::new(code)).request_async(http).await?;
    Ok(token.access_token().secret().clone())
}
