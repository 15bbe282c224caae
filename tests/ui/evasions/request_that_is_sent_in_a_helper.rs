use reqwest::{Client, Error, RequestBuilder, Response};

async fn send(request: RequestBuilder) -> Result<Response, Error> {
    request.header("accept", "*/*").send().await
}

async fn with<F: AsyncFnOnce(&Client) -> Result<Response, Error>>(client: &Client, ask: F) -> Result<Response, Error> {
    ask(client).await
}

fn probe(client: &Client, url: &str) -> impl Future<Output = Result<Response, Error>> + use<> {
    send(client.get(url))
}

pub async fn by_a_function(client: &Client, url: &str) -> Result<bool, Error> {
    Ok(send(client.get(url)).await?.status().is_success()) //~ unread_body
}

pub async fn by_a_closure(client: &Client, url: &str) -> Result<bool, Error> {
    let response = with(client, async |client| client.get(url).send().await).await?; //~ unread_body
    Ok(response.status().is_success())
}

pub async fn by_two_functions(client: &Client, url: &str) -> Result<bool, Error> {
    Ok(probe(client, url).await?.status().is_success()) //~ unread_body
}
