use reqwest::{Client, Error, Response};

async fn with_response<T>(client: &Client, url: &str, use_it: impl FnOnce(Response) -> T) -> Result<T, Error> {
    let response = client.get(url).send().await?;
    Ok(use_it(response))
}

async fn with_page<T>(client: &Client, page: u32, use_it: impl FnOnce(Response) -> T) -> Result<T, Error> {
    with_response(client, &format!("http://pages/{page}"), use_it).await
}

pub async fn direct(client: &Client) -> Result<bool, Error> {
    with_response(client, "http://direct", |response| response.status().is_success()).await //~ unread_body
}

pub async fn through_another(client: &Client) -> Result<bool, Error> {
    with_page(client, 1, |response| response.status().is_success()).await //~ MISS unread_body -- a callback is followed into the function that it is given to, and no further
}
