use futures::{FutureExt, TryFutureExt};
use reqwest::{Client, Error, Response};

async fn length(response: Response) -> Result<usize, Error> {
    Ok(response.bytes().await?.len())
}

pub async fn by_path(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().and_then(Response::text).await
}

pub async fn by_closure(client: &Client, url: &str) -> Result<String, Error> {
    client.get(url).send().and_then(|response| response.text()).await
}

pub async fn by_block(client: &Client, url: &str) -> Result<String, Error> {
    let sent = client.get(url).send();
    sent.and_then(|response| async move {
        if response.status().is_success() { response.text().await } else { response.text_with_charset("utf-8").await }
    })
    .await
}

pub async fn by_name(client: &Client, url: &str) -> Result<usize, Error> {
    client.get(url).send().and_then(length).await
}

pub async fn then(client: &Client, url: &str) -> Option<String> {
    let sent = client.get(url).send();
    sent.then(|sent| async { sent.ok()?.text().await.ok() }).await
}

pub async fn handed_through(client: &Client, url: &str) -> Result<String, Error> {
    let sent = client.get(url).send().map_ok(|response| response);
    let response = sent.inspect_ok(|response| println!("{}", response.status())).await?;
    response.text().await
}

pub async fn with_a_status(client: &Client, url: &str) -> Result<(u16, String), Error> {
    let sent = client.get(url).send().await.map(|response| (response.status().as_u16(), response));
    let (status, response) = sent?;
    Ok((status, response.text().await?))
}

pub fn returned_by_a_closure<'a>(client: &'a Client, url: &'a str) -> impl AsyncFn() -> Result<String, Error> + 'a {
    async move || client.get(url).send().await?.text().await
}
