//! Ways of reqwest-middleware.
//! reuse: one_read

use async_trait::async_trait;
use http::Extensions;
use reqwest::{
    Request, Response,
    multipart::{Form, Part},
};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware, Middleware, Next, RequestBuilder};

use crate::{Ask, Error};

type Client = ClientWithMiddleware;

//@ reuse: +++ +--- -
pub async fn drop_at_once(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?; //~ unread_body
    drop(response);
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn text(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.request().send().await?.text().await?;
    Ok(())
}

//@ status: 500
//@ reuse: +++ +--- -
pub async fn error_status(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?; //~ unread_error_status
    response.error_for_status()?.bytes().await?;
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn execute(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request().build()?;
    ask.client.execute(request).await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn execute_and_read(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request().build()?;
    ask.client.execute(request).await?.bytes().await?;
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn execute_with_extensions(ask: &mut Ask<Client>) -> Result<(), Error> {
    let request = ask.request().build()?;
    ask.client.execute_with_extensions(request, &mut Extensions::new()).await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn built_in_two_parts(ask: &mut Ask<Client>) -> Result<(), Error> {
    let (client, request) = ask.request().build_split();
    RequestBuilder::from_parts(client, request?).send().await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn head_by_its_method(ask: &mut Ask<Client>) -> Result<(), Error> {
    if ask.method == "HEAD" {
        ask.client.head(&ask.url).send().await?;
    } else {
        ask.client.get(&ask.url).send().await?.bytes().await?;
    }
    Ok(())
}

//@ reuse: .++ +--- -
pub async fn get(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.get(&ask.url).send().await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ +--- -
pub async fn post(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.post(&ask.url).body("body").send().await?; //~ unread_body
    Ok(())
}

struct Pass;

#[async_trait]
impl Middleware for Pass {
    async fn handle(
        &self,
        request: Request,
        extensions: &mut Extensions,
        next: Next<'_>,
    ) -> reqwest_middleware::Result<Response> {
        next.run(request, extensions).await
    }
}

//@ reuse: +++ ++++ -
pub async fn handed_on_by_a_middleware(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client = ClientBuilder::from_client(ask.client.clone()).with(Pass).build();
    ask.request().send().await?.bytes().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    ask.client.post(&ask.elsewhere).body(response).send().await?.bytes().await?;
    Ok(())
}

//@ reuse: +++ ++++ -
pub async fn sent_on_in_a_form(ask: &mut Ask<Client>) -> Result<(), Error> {
    let response = ask.request().send().await?;
    let form = Form::new().part("file", Part::stream(response));
    ask.client.post(&ask.elsewhere).multipart(form).send().await?.bytes().await?;
    Ok(())
}

//@ reuse: .++ +--- -
pub async fn put(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.put(&ask.url).json("text").send().await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ +--- -
pub async fn patch(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.patch(&ask.url).send().await?; //~ unread_body
    Ok(())
}

//@ reuse: .++ +--- -
pub async fn delete(ask: &mut Ask<Client>) -> Result<(), Error> {
    ask.client.delete(&ask.url).send().await?; //~ unread_body
    Ok(())
}

//@ reuse: +++ +--- -
pub async fn cloned_request(ask: &mut Ask<Client>) -> Result<(), Error> {
    if let Some(request) = ask.request().try_clone() {
        request.send().await?; //~ unread_body
    }
    Ok(())
}

//@ unguarded: another middleware, nearer to the client, has dropped it
//@ reuse: .++ +--- -
pub async fn refused_by_a_middleware(ask: &mut Ask<Client>) -> Result<(), Error> {
    struct Refuse;

    #[async_trait]
    impl Middleware for Refuse {
        async fn handle(
            &self,
            request: Request,
            extensions: &mut Extensions,
            next: Next<'_>,
        ) -> reqwest_middleware::Result<Response> {
            let response = next.run(request, extensions).await?; //~ unread_body
            let status = response.status();
            Err(reqwest_middleware::Error::middleware(std::io::Error::other(status.to_string())))
        }
    }

    let client = ClientBuilder::from_client(ask.client.clone()).with(Refuse).build();
    client.get(&ask.url).send().await?.bytes().await?;
    Ok(())
}
