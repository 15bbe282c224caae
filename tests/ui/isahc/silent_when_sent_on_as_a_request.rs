//@ dependency: isahc = '2'
use isahc::{AsyncBody, Body, Error, HttpClient, Request, Response, prelude::*};

type Blocking = Result<Response<Body>, Error>;
type Async = Result<Response<AsyncBody>, Error>;

pub fn post(url: &str) -> Blocking {
    isahc::post(url, isahc::get(url)?.into_body())
}

pub async fn post_async(url: &str) -> Async {
    isahc::post_async(url, isahc::get_async(url).await?.into_body()).await
}

pub fn put(url: &str) -> Blocking {
    isahc::put(url, isahc::get(url)?.into_body())
}

pub async fn put_async(url: &str) -> Async {
    isahc::put_async(url, isahc::get_async(url).await?.into_body()).await
}

pub fn send(url: &str) -> Blocking {
    isahc::send(Request::new(isahc::get(url)?.into_body()))
}

pub async fn send_async(url: &str) -> Async {
    isahc::send_async(Request::new(isahc::get_async(url).await?.into_body())).await
}

pub fn of_a_trait(url: &str) -> Blocking {
    Request::new(isahc::get(url)?.into_body()).send()
}

pub async fn of_a_client_async(client: &HttpClient, url: &str) -> Async {
    let response = client.get_async(url).await?;
    client.post_async(url, response.into_body()).await
}

pub fn of_a_client(client: &HttpClient, url: &str) -> Blocking {
    let response = client.get(url)?;
    client.post(url, response.into_body())
}

pub fn put_by_a_client(client: &HttpClient, url: &str) -> Blocking {
    let response = client.get(url)?;
    client.put(url, response.into_body())
}

pub async fn put_by_a_client_async(client: &HttpClient, url: &str) -> Async {
    let response = client.get_async(url).await?;
    client.put_async(url, response.into_body()).await
}

pub fn sent_by_a_client(client: &HttpClient, url: &str) -> Blocking {
    let response = client.get(url)?;
    client.send(Request::new(response.into_body()))
}

pub async fn sent_by_a_client_async(client: &HttpClient, url: &str) -> Async {
    let response = client.get_async(url).await?;
    client.send_async(Request::new(response.into_body())).await
}
