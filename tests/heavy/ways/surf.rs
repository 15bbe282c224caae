//! Ways of surf with its own HTTP/1.
//! reuse: dirty

use futures_lite::AsyncReadExt;
use surf::{Client, http::Method};

use crate::{Ask, Error};

//@ reuse: +++ +!!? -
pub async fn drop_at_once(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?; //~ unread_body
    drop(response);
    Ok(())
}

//@ reuse: +++ +!!? -
pub async fn request_that_is_awaited(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().await?; //~ unread_body
    let _ = (response.status(), response.header("x"), response.version());
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn body_bytes(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    response.body_bytes().await?;
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn body_string(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    response.body_string().await?;
    Ok(())
}

//@ body: json
//@ reuse: .++ ++++ -
pub async fn body_json(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    response.body_json::<String>().await?;
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn body_that_is_not_json(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    response.body_json::<String>().await?;
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn body_form(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    response.body_form::<Vec<(String, String)>>().await?;
    Ok(())
}

//@ reuse: +++ +!!? -
pub async fn body_that_is_taken(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?; //~ unread_body
    drop(response.take_body());
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn body_that_is_taken_and_read(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    response.take_body().into_bytes().await?;
    Ok(())
}

//@ reuse: .++ ++!? -
pub async fn read_once(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?; //~ partly_read
    response.read(&mut [0; 10]).await?;
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn read_to_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    response.read_to_end(&mut Vec::new()).await?;
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn recv_bytes(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.request().recv_bytes().await?;
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn recv_string(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.request().recv_string().await?;
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn recv_json(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.request().recv_json::<String>().await?;
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn client_recv_bytes(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request().build();
    ask.client.recv_bytes(request).await?;
    Ok(())
}

//@ reuse: +++ +!!? -
pub async fn client_send(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request().build();
    ask.client.send(request).await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn head_by_its_method(ask: &mut Ask<Client>) -> Result<(), Error> {
    if ask.method == "HEAD" {
        ask.client.head(&ask.url).await?;
    } else {
        ask.client.request(Method::Get, &ask.url).await?.body_bytes().await?;
    }
    Ok(())
}

//@ reuse: .++ +!!? -
pub async fn get(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.get(&ask.url).await?; //~ unread_body
    Ok(())
}
