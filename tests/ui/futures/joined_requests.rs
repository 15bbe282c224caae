use reqwest::{Client, Error};

pub async fn both_read(client: &Client) -> Result<String, Error> {
    let (a, b) = tokio::join!(client.get("http://a").send(), client.get("http://b").send());
    let a = match a {
        Ok(a) => a.text().await,
        Err(error) => Err(error),
    };
    let b = match b {
        Ok(b) => b.text().await,
        Err(error) => Err(error),
    };
    Ok(a? + &b?)
}

pub async fn one_lost(client: &Client) -> Result<String, Error> {
    let (a, _b) = tokio::join!(
        client.get("http://a").send(),
        client.get("http://b").send(), //~ unread_body
    );
    a?.text().await
}

pub async fn joined_by_function(client: &Client) -> bool {
    let (a, b) = futures::future::join(
        client.get("http://a").send(), //~ unread_body
        client.get("http://b").send(), //~ unread_body
    )
    .await;
    a.is_ok() && b.is_ok()
}

pub async fn texts(client: &Client) -> Result<(String, String), Error> {
    let a = async { client.get("http://a").send().await?.text().await };
    let b = async { client.get("http://b").send().await?.text().await };
    tokio::try_join!(a, b)
}
