use reqwest::{Body, Client, Request, Result, multipart::Part};

pub async fn request(client: &Client, url: &str) -> Result<Request> {
    let response = client.get(url).send().await?;
    http::Request::new(Body::from(response)).try_into()
}

pub async fn part_of_a_form(client: &Client, url: &str) -> Result<Part> {
    let response = client.get(url).send().await?;
    Ok(Part::stream_with_length(response, 100))
}
