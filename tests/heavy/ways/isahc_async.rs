//! Ways of isahc, async.
//! reuse: race

use futures_lite::{AsyncReadExt, io};
use isahc::{AsyncReadResponseExt, HttpClient, Request};

use crate::{Ask, Error};

//@ reuse: +++ ???? -
pub async fn drop_at_once(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let response = ask.client.send_async(ask.request()?).await?; //~ unread_body
    drop(response);
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn consume(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.send_async(ask.request()?).await?.consume().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn copy_to(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.send_async(ask.request()?).await?.copy_to(io::sink()).await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn bytes(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.send_async(ask.request()?).await?.bytes().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn text(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.send_async(ask.request()?).await?.text().await?;
    Ok(())
}

//@ body: json
//@ reuse: +++ ++++ -
pub async fn json(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.send_async(ask.request()?).await?.json::<String>().await?;
    Ok(())
}

//@ reuse: +++ ???? -
pub async fn one_piece(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.send_async(ask.request()?).await?.body_mut().read(&mut [0; 10]).await?; //~ partly_read
    Ok(())
}

//@ reuse: .++ ???? -
pub async fn get(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.get_async(&ask.url).await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ???? -
pub async fn post(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.post_async(&ask.url, "body").await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ???? -
pub async fn put(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.put_async(&ask.url, "body").await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ ???? -
pub async fn delete(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    ask.client.delete_async(&ask.url).await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn head_by_its_method(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    if ask.method == "HEAD" {
        ask.client.head_async(&ask.url).await?;
    } else {
        ask.client.get_async(&ask.url).await?.consume().await?;
    }
    Ok(())
}

//@ reuse: +++ ???? -
pub async fn look_at_the_head(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let mut response = ask.client.send_async(ask.request()?).await?; //~ unread_body
    let _ = (response.status(), response.version(), response.headers().len(), response.body_mut().reset());
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn empty_as_it_says(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let mut response = ask.client.send_async(ask.request()?).await?;
    if !response.body().is_empty() {
        response.consume().await?;
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn of_no_length(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let mut response = ask.client.send_async(ask.request()?).await?;
    if response.body().len() != Some(0) {
        response.consume().await?;
    }
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let response = ask.client.send_async(ask.request()?).await?;
    ask.client.post_async(&ask.elsewhere, response.into_body()).await?.consume().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_by_put(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let response = ask.client.send_async(ask.request()?).await?;
    ask.client.put_async(&ask.elsewhere, response.into_body()).await?.consume().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_in_a_request(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let response = ask.client.send_async(ask.request()?).await?;
    let request = Request::post(&ask.elsewhere).body(response.into_body())?;
    ask.client.send_async(request).await?.consume().await?;
    Ok(())
}

//@ reuse: +++ +++? -
pub async fn all_bytes_but_not_the_end(ask: &mut Ask<HttpClient>) -> Result<(), Error> {
    let mut response = ask.client.send_async(ask.request()?).await?; //~ partly_read
    let length = response.body().len().unwrap_or(200);
    response.body_mut().read_exact(&mut vec![0; length as usize]).await?;
    Ok(())
}
