use std::{future::Future, pin::Pin};

use futures::future::{BoxFuture, FutureExt};
use reqwest::{Client, Error, RequestBuilder, Response};

fn send(request: RequestBuilder) -> BoxFuture<'static, Result<Response, Error>> {
    Box::pin(async move { request.send().await })
}

fn send_boxed(request: RequestBuilder) -> Pin<Box<dyn Future<Output = Result<Response, Error>> + Send>> {
    async move {
        println!("sending");
        request.send().await
    }
    .boxed()
}

pub async fn dropped(client: &Client, url: &str) -> Result<bool, Error> {
    Ok(send(client.get(url)).await?.status().is_success()) //~ unread_body
}

pub async fn dropped_from_the_other(client: &Client, url: &str) -> Result<(), Error> {
    let _response = send_boxed(client.get(url)).await?; //~ unread_body
    Ok(())
}

pub async fn guarded(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let sent = send(client.get(url)); //~ unread_on_exit
    let response = sent.await?;
    if !response.status().is_success() {
        return Ok(None);
    }
    response.text().await.map(Some)
}
