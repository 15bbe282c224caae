//! Ways of surf with its own HTTP/1.
//! reuse: dirty

use futures_lite::AsyncReadExt;
use surf::{
    Body, Client, Config, Request, Response,
    http::Method,
    middleware::{Middleware, Next},
};

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
pub async fn what_is_not_json(ask: &mut Ask<Client>) -> Result<(), Error> {
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
pub async fn one_piece(ask: &mut Ask<Client>) -> Result<(), Error> {
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

//@ reuse: +++ +!!? -
pub async fn look_at_the_head(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?; //~ unread_body
    response.insert_header("key", "value");
    response.append_header("key", "value");
    response.insert_ext("value");
    let _ = (response.header_mut("key").is_some(), response.remove_header("key"), response.content_type());
    let _ = (response.iter().count(), response.iter_mut().count(), response.ext::<&str>());
    let _ = (response.header_names().count(), response.header_values().count());
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn empty_as_it_says(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    if response.is_empty() != Some(true) {
        response.body_bytes().await?;
    }
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn of_no_length(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    if response.len() != Some(0) {
        response.body_bytes().await?;
    }
    Ok(())
}

//@ reuse: +++ +!!? -
pub async fn body_that_another_replaces(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?; //~ unread_body
    response.set_body("text");
    response.body_bytes().await?;
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn bodies_that_change_places(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    let mut body = Body::empty();
    response.swap_body(&mut body);
    body.into_bytes().await?;
    Ok(())
}

//@ silent: a place of which nothing is known is taken for one that is elsewhere
//@ reuse: +++ +!!? -
pub async fn body_that_changes_places_and_is_lost(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    let mut body = Body::from("text");
    response.swap_body(&mut body);
    response.body_bytes().await?;
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn body_that_goes_into_another_response(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut body = ask.request().send().await?.take_body(); //~ held_unread
    let Ok(mut response) = ask.client.get(&ask.elsewhere).await else {
        body.into_bytes().await?;
        return Ok(());
    };
    response.swap_body(&mut body);
    let _ = (body.into_bytes().await, response.body_bytes().await);
    Ok(())
}

//@ reuse: +++ +!!? -
pub async fn turned_into_one_of_http_types(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?; //~ unread_body
    let _response: surf::http::Response = response.into();
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn turned_into_one_of_http_types_and_back(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response: surf::http::Response = ask.request().send().await?.into();
    Response::from(response).body_bytes().await?;
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn sent_on(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    ask.client.post(&ask.elsewhere).body(response.take_body()).await?.body_bytes().await?;
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn sent_on_in_a_request(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?;
    let mut request = ask.client.post(&ask.elsewhere).build();
    request.set_body(response.take_body());
    ask.client.send(request).await?.body_bytes().await?;
    Ok(())
}

//@ reuse: .-- ---- -
pub async fn no_keep_alive(ask: &mut Ask<Client>) -> Result<(), Error> {
    let client = Client::try_from(Config::new().set_http_keep_alive(false))?; //~ reuse_disabled
    ask.client = client.clone();
    client.get(&ask.url).await?;
    Ok(())
}

//@ reuse: .++ ++++ -
pub async fn handed_on_by_a_middleware(ask: &mut Ask<Client>) -> Result<(), Error> {
    struct Pass;

    #[surf::utils::async_trait]
    impl Middleware for Pass {
        async fn handle(&self, request: Request, client: Client, next: Next<'_>) -> surf::Result<Response> {
            next.run(request, client).await
        }
    }

    ask.client = ask.client.clone().with(Pass);
    ask.request().send().await?.body_bytes().await?;
    Ok(())
}

//@ reuse: .++ +!!? -
pub async fn refused_by_a_middleware(ask: &mut Ask<Client>) -> Result<(), Error> {
    struct Refuse;

    #[surf::utils::async_trait]
    impl Middleware for Refuse {
        async fn handle(&self, request: Request, client: Client, next: Next<'_>) -> surf::Result<Response> {
            let response = next.run(request, client).await?; //~ unread_body
            Err(surf::Error::from_str(response.status(), "refused"))
        }
    }

    let client = ask.client.clone().with(Refuse);
    client.get(&ask.url).await?.body_bytes().await?;
    Ok(())
}

//@ reuse: .++ +!!? -
pub async fn post(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.post(&ask.url).body("body").await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ +!!? -
pub async fn put(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.put(&ask.url).body_json(&"text")?.await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ +!!? -
pub async fn delete(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.delete(&ask.url).await?; //~ unread_body
    Ok(())
}

//@ body: json
//@ reuse: .++ ++++ -
pub async fn client_recv_string(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request().build();
    ask.client.recv_string(request).await?;
    Ok(())
}

//@ reuse: .++ +++? -
pub async fn all_bytes_but_not_the_end(ask: &mut Ask<Client>) -> Result<(), Error> {
    let mut response = ask.request().send().await?; //~ partly_read
    let length = response.len().unwrap_or(200);
    response.read_exact(&mut vec![0; length]).await?;
    Ok(())
}
