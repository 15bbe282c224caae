//@ dependency: isahc = '1'
use isahc::{AsyncBody, Body, Error, HttpClient, Request, Response, prelude::*};

pub fn head(client: &HttpClient, url: &str) -> Result<bool, Error> {
    isahc::head(url)?;
    client.send(Request::head(url).body(())?)?;
    Request::head(url).body(())?.send()?;
    Ok(client.head(url)?.status().is_success())
}

pub async fn async_head(client: &HttpClient, url: &str) -> Result<bool, Error> {
    isahc::head_async(url).await?;
    Request::head(url).body(())?.send_async().await?;
    Ok(client.head_async(url).await?.status().is_success())
}

pub fn made_for_one_request(url: &str) -> Result<bool, Error> {
    Ok(HttpClient::new()?.get(url)?.status().is_success())
}

pub fn nothing_is_kept(url: &str) -> Result<bool, Error> {
    let client = HttpClient::builder().connection_cache_size(0).build()?;
    client.get(url)?;
    Ok(client.get(url)?.status().is_success())
}

pub fn nothing_came(client: &HttpClient, url: &str) -> Result<Option<String>, Error> {
    let mut response = client.get(url)?;
    if response.body().is_empty() || response.status() == 204 {
        return Ok(None);
    }
    Ok(Some(response.text()?))
}

pub fn by_hand() -> Response<Body> {
    let _ = Response::new(AsyncBody::from("text")).status();
    Response::new(Body::empty())
}

// It may be that of a request.
pub fn a_body_alone(body: Body) -> Option<u64> {
    body.len()
}
