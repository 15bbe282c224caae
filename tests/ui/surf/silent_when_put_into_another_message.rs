//@ dependency: surf = '2'
use surf::{Client, Request, Response, Result, http};

pub async fn body_of_a_request(client: &Client, url: &str, mut request: Request) -> Result<Request> {
    let mut response = client.get(url).await?;
    request.set_body(response.take_body());
    Ok(request)
}

pub async fn kept_by_a_request(client: &Client, url: &str, mut request: Request) -> Result<Request> {
    let response = client.get(url).await?;
    request.set_ext(response);
    Ok(request)
}

pub async fn kept_by_a_response(client: &Client, url: &str, other: &mut Response) -> Result<()> {
    let response = client.get(url).await?;
    other.insert_ext(response);
    Ok(())
}

pub async fn body_of_a_response(client: &Client, url: &str, other: &mut Response) -> Result<()> {
    let mut response = client.get(url).await?;
    other.set_body(response.take_body());
    Ok(())
}

pub async fn one_of_http_types(client: &Client, url: &str) -> Result<http::Response> {
    let response = client.get(url).await?;
    Ok(response.into())
}

pub async fn and_back(client: &Client, url: &str) -> Result<Response> {
    let response: http::Response = client.get(url).await?.into();
    Ok(response.into())
}

pub async fn empty_as_it_says(client: &Client, url: &str) -> Result<Vec<u8>> {
    let mut response = client.get(url).await?;
    if response.is_empty() == Some(true) {
        return Ok(Vec::new());
    }
    response.body_bytes().await
}
