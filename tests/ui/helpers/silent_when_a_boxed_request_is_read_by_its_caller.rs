use futures::future::BoxFuture;
use reqwest::{Client, Error, RequestBuilder, Response};

fn send(request: RequestBuilder) -> BoxFuture<'static, Result<Response, Error>> {
    Box::pin(async move { request.send().await })
}

pub async fn read(client: &Client, url: &str) -> Result<String, Error> {
    send(client.get(url)).await?.text().await
}

pub fn sent_on<'a>(client: &'a Client, url: &'a str) -> BoxFuture<'a, Result<Response, Error>> {
    send(client.get(url))
}

pub fn read_in_a_box<'a>(client: &'a Client, url: &'a str) -> BoxFuture<'a, Result<String, Error>> {
    Box::pin(async move {
        let response = send(client.get(url)).await?;
        println!("{}", response.status());
        response.text().await
    })
}

pub fn never_awaited(client: &Client, url: &str) {
    drop(send(client.get(url)));
}
