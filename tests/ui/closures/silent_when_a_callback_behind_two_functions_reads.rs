use reqwest::{Client, Error, Response};

async fn with<T, F: AsyncFnOnce(Response) -> T>(response: Response, use_it: F) -> T {
    use_it(response).await
}

async fn logged<T, F: AsyncFnOnce(Response) -> T>(response: Response, use_it: F) -> T {
    println!("{}", response.status());
    with(response, use_it).await
}

pub async fn given(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    logged(response, async |response| response.text().await).await
}

async fn fetched<T, F: AsyncFnOnce(Response) -> T>(client: &Client, url: &str, use_it: F) -> Result<T, Error> {
    Ok(use_it(client.get(url).send().await?).await)
}

pub async fn asked_for(client: &Client, url: &str) -> Result<Vec<u8>, Error> {
    fetched(client, url, async |response| response.bytes().await.map(|bytes| bytes.to_vec())).await?
}
