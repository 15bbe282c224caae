//! Ways of reqwest-middleware.
//! reuse: one_read

use async_trait::async_trait;
use http::Extensions;
use reqwest::{Request, Response};
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
pub async fn error_for_status(ask: &mut Ask<Client>) -> Result<(), Error> {
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
