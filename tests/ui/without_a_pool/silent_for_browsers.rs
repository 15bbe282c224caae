//@ dependency: gloo-net = '0.6'
use gloo_net::{Error, http::Request};

pub async fn status(url: &str) -> Result<bool, Error> {
    Ok(Request::get(url).send().await?.ok())
}

#[cfg(target_arch = "wasm32")]
pub async fn in_a_browser(url: &str) -> reqwest::Result<u16> {
    let client = reqwest::Client::new();
    client.get(url).send().await?;
    Ok(client.get(url).send().await?.status().as_u16())
}
