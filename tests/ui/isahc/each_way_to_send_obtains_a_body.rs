//@ dependency: isahc = '2'
use isahc::{Body, Error, HttpClient, Request, Response, prelude::*};

pub fn of_a_client(client: &HttpClient, url: &str) -> Result<(), Error> {
    client.get(url)?; //~ unread_body
    client.post(url, "text")?; //~ unread_body
    client.put(url, vec![1])?; //~ unread_body
    client.delete(url)?; //~ unread_body
    client.send(Request::get(url).body(())?)?; //~ unread_body
    Ok(())
}

pub async fn of_an_async_client(client: &HttpClient, url: &str) -> Result<(), Error> {
    client.get_async(url).await?; //~ unread_body
    client.post_async(url, "text").await?; //~ unread_body
    client.put_async(url, vec![1]).await?; //~ unread_body
    client.delete_async(url).await?; //~ unread_body
    client.send_async(Request::get(url).body(())?).await?; //~ unread_body
    Ok(())
}

// They share a client.
pub fn of_free_functions(url: &str) -> Result<(), Error> {
    isahc::get(url)?; //~ unread_body
    isahc::post(url, "text")?; //~ unread_body
    isahc::put(url, "text")?; //~ unread_body
    isahc::delete(url)?; //~ unread_body
    isahc::send(Request::get(url).body(())?)?; //~ unread_body
    Request::get(url).metrics(true).body(())?.send()?; //~ unread_body
    Ok(())
}

pub async fn of_async_free_functions(url: &str) -> Result<(), Error> {
    isahc::get_async(url).await?; //~ unread_body
    isahc::post_async(url, "text").await?; //~ unread_body
    isahc::send_async(Request::get(url).body(())?).await?; //~ unread_body
    Request::post(url).body("text")?.send_async().await?; //~ unread_body
    Ok(())
}

pub fn given(response: Response<Body>) -> u16 { //~ unread_body
    response.status().as_u16()
}
