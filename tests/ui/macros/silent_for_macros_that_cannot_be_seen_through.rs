use reqwest::{Client, Error};

macro_rules! text_of {
    ($response:expr) => {
        $response.text().await
    };
}

macro_rules! finish {
    ($response:ident) => {{
        let status = $response.status();
        let _ = $response.bytes().await;
        status
    }};
}

pub async fn expression(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    text_of!(response)
}

pub async fn whole_request(client: &Client, url: &str) -> Result<String, Error> {
    text_of!(client.get(url).send().await?)
}

pub async fn statement(client: &Client, url: &str) -> Result<u16, Error> {
    let response = client.get(url).send().await?;
    Ok(finish!(response).as_u16())
}
