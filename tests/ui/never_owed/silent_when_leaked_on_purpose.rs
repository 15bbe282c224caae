use reqwest::{Client, Error, Response};

pub async fn forgotten(client: &Client, url: &str) -> Result<(), Error> {
    std::mem::forget(client.get(url).send().await?);
    Ok(())
}

pub async fn leaked(client: &Client, url: &str) -> Result<&'static mut Response, Error> {
    Ok(Box::leak(Box::new(client.get(url).send().await?)))
}

pub async fn kept_from_dropping(client: &Client, url: &str) -> Result<u16, Error> {
    let response = std::mem::ManuallyDrop::new(client.get(url).send().await?);
    Ok(response.status().as_u16())
}
