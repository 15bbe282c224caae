//! Ways of isahc's free functions, which share a client.
//! reuse: race

use isahc::{AsyncReadResponseExt, ReadResponseExt, Request, RequestExt};

use crate::{Ask, Error};

//@ reuse: .++ ???? -
pub async fn get(ask: &mut Ask<()>) -> Result<(), Error> {
    isahc::get(&ask.url)?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ???? -
pub async fn get_async(ask: &mut Ask<()>) -> Result<(), Error> {
    isahc::get_async(&ask.url).await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ???? -
pub async fn post(ask: &mut Ask<()>) -> Result<(), Error> {
    isahc::post(&ask.url, "body")?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ???? -
pub async fn post_async(ask: &mut Ask<()>) -> Result<(), Error> {
    isahc::post_async(&ask.url, "body").await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ???? -
pub async fn put(ask: &mut Ask<()>) -> Result<(), Error> {
    isahc::put(&ask.url, "body")?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ???? -
pub async fn put_async(ask: &mut Ask<()>) -> Result<(), Error> {
    isahc::put_async(&ask.url, "body").await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ???? -
pub async fn delete(ask: &mut Ask<()>) -> Result<(), Error> {
    isahc::delete(&ask.url)?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ???? -
pub async fn delete_async(ask: &mut Ask<()>) -> Result<(), Error> {
    isahc::delete_async(&ask.url).await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ???? -
pub async fn send(ask: &mut Ask<()>) -> Result<(), Error> {
    isahc::send(ask.request()?)?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ???? -
pub async fn send_async(ask: &mut Ask<()>) -> Result<(), Error> {
    isahc::send_async(ask.request()?).await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ???? -
pub async fn request_that_sends_itself(ask: &mut Ask<()>) -> Result<(), Error> {
    ask.request()?.send()?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ???? -
pub async fn request_that_sends_itself_async(ask: &mut Ask<()>) -> Result<(), Error> {
    ask.request()?.send_async().await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn head_by_its_name(ask: &mut Ask<()>) -> Result<(), Error> {
    if ask.method == "HEAD" {
        isahc::head(&ask.url)?;
    } else {
        isahc::get(&ask.url)?.consume()?;
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn head_by_its_name_async(ask: &mut Ask<()>) -> Result<(), Error> {
    if ask.method == "HEAD" {
        isahc::head_async(&ask.url).await?;
    } else {
        isahc::get_async(&ask.url).await?.consume().await?;
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_by_post(ask: &mut Ask<()>) -> Result<(), Error> {
    let response = isahc::send(ask.request()?)?;
    isahc::post(&ask.elsewhere, response.into_body())?.consume()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_by_post_async(ask: &mut Ask<()>) -> Result<(), Error> {
    let response = isahc::send_async(ask.request()?).await?;
    isahc::post_async(&ask.elsewhere, response.into_body()).await?.consume().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_by_put(ask: &mut Ask<()>) -> Result<(), Error> {
    let response = isahc::send(ask.request()?)?;
    isahc::put(&ask.elsewhere, response.into_body())?.consume()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_by_put_async(ask: &mut Ask<()>) -> Result<(), Error> {
    let response = isahc::send_async(ask.request()?).await?;
    isahc::put_async(&ask.elsewhere, response.into_body()).await?.consume().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_in_a_request(ask: &mut Ask<()>) -> Result<(), Error> {
    let response = isahc::send(ask.request()?)?;
    let request = Request::post(&ask.elsewhere).body(response.into_body())?;
    isahc::send(request)?.consume()?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_in_a_request_async(ask: &mut Ask<()>) -> Result<(), Error> {
    let response = isahc::send_async(ask.request()?).await?;
    let request = Request::post(&ask.elsewhere).body(response.into_body())?;
    isahc::send_async(request).await?.consume().await?;
    Ok(())
}
