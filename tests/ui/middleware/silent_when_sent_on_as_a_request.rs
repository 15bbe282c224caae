use reqwest::{Response, multipart};
use reqwest_middleware::{ClientWithMiddleware, Result};

pub async fn body(client: &ClientWithMiddleware, url: &str) -> Result<Response> {
    let response = client.get(url).send().await?;
    client.post(url).body(response).send().await
}

pub async fn form(client: &ClientWithMiddleware, url: &str) -> Result<Response> {
    let response = client.get(url).send().await?;
    let form = multipart::Form::new().part("file", multipart::Part::stream(response));
    client.post(url).multipart(form).send().await
}
