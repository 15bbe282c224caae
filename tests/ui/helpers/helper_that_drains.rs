use reqwest::{Client, Error, Response};

async fn finish(response: Response) -> Result<(), Error> {
    response.bytes().await.map(|_| ())
}

async fn drain(response: &mut Response) {
    while let Ok(Some(_)) = response.chunk().await {}
}

async fn drain_if_any(response: Option<Response>) {
    if let Some(response) = response {
        let _ = response.bytes().await;
    }
}

pub async fn by_value(client: &Client, url: &str) -> Result<(), Error> {
    finish(client.get(url).send().await?).await
}

pub async fn by_reference(client: &Client, url: &str) -> Result<u16, Error> {
    let mut response = client.get(url).send().await?;
    drain(&mut response).await;
    Ok(response.status().as_u16())
}

pub async fn as_an_option(client: &Client, url: &str) {
    drain_if_any(client.get(url).send().await.ok()).await;
}

pub async fn never_awaited(client: &Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send().await?; //~ unread_body
    let _ = finish(response);
    Ok(())
}
