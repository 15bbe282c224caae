use reqwest::{Client, Error, Response};

fn with<T>(response: Response, use_it: impl FnOnce(Response) -> T) -> T {
    use_it(response)
}

fn logged<T>(response: Response, use_it: impl FnOnce(Response) -> T) -> T {
    println!("{}", response.status());
    with(response, use_it)
}

pub async fn given(client: &Client, url: &str) -> Result<bool, Error> {
    Ok(logged(client.get(url).send().await?, |response| response.status().is_success())) //~ unread_body
}

async fn fetched<T>(client: &Client, url: &str, use_it: impl FnOnce(Response) -> T) -> Result<T, Error> {
    Ok(use_it(client.get(url).send().await?))
}

async fn page<T>(client: &Client, page: u32, use_it: impl FnOnce(Response) -> T) -> Result<T, Error> {
    fetched(client, &format!("http://pages/{page}"), use_it).await
}

pub async fn asked_for(client: &Client) -> Result<bool, Error> {
    page(client, 1, |response| response.status().is_success()).await //~ MISS unread_body -- a response that a helper asks for is not followed into what its caller hands it
}
