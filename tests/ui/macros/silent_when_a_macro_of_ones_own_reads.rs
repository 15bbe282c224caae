use reqwest::{Client, Error};

macro_rules! checked {
    ($response:expr) => {{
        let response = $response;
        if !response.status().is_success() {
            return response.text().await;
        }
        response
    }};
}

macro_rules! requests {
    ($($name:ident: $method:ident)*) => {
        $(pub async fn $name(client: &Client, url: &str) -> Result<String, Error> {
            client.$method(url).send().await?.text().await
        })*
    };
}

requests! { get: get post: post }

pub async fn checked_and_read(client: &Client, url: &str) -> Result<String, Error> {
    let response = checked!(client.get(url).send().await?);
    response.text().await
}

pub async fn made_by_a_macro(client: &Client, url: &str) -> Result<usize, Error> {
    Ok(get(client, url).await?.len() + post(client, url).await?.len())
}
