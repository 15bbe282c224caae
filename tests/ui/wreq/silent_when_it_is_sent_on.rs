//@ dependency: wreq = '6.0.0-rc.31'
use http_body_util::BodyExt;
use wreq::{Body, Client, Error, Method, Request, Response};

pub async fn in_a_request_of_http(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    client.execute(Request::from(http::Request::new(Body::from(response)))).await?.text().await
}

pub async fn as_one_of_http(client: &Client, url: &str) -> Result<(), Error> {
    let response = http::Response::<Body>::from(client.get(url).send().await?);
    response.into_body().collect().await?;
    Ok(())
}

pub async fn there_and_back(client: &Client, url: &str) -> Result<String, Error> {
    let response = http::Response::<Body>::from(client.get(url).send().await?);
    Response::from(response).text().await
}

pub async fn as_a_body(client: &Client, url: &str) -> Result<(), Error> {
    Body::from(client.get(url).send().await?).collect().await?;
    Ok(())
}

pub async fn empty(client: &Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send().await?;
    if response.content_length() != Some(0) {
        response.bytes().await?;
    }
    Ok(())
}

pub async fn of_a_client_of_its_own(url: &str) -> Result<(), Error> {
    wreq::post(url).send().await?;
    wreq::put(url).send().await?;
    wreq::delete(url).send().await?;
    wreq::patch(url).send().await?;
    wreq::options(url).send().await?;
    wreq::request(Method::TRACE, url).send().await?;
    Ok(())
}
