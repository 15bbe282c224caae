use reqwest::{Client, Error};

pub async fn both_assign(client: &Client, url: &str, post: bool) -> Result<String, Error> {
    let response;
    if post {
        response = client.post(url).send().await?;
    } else {
        response = client.get(url).send().await?;
    }
    response.text().await
}

pub async fn one_assigns(client: &Client, url: &str, wanted: bool) -> Result<Option<String>, Error> {
    let mut response = None;
    if wanted {
        response = Some(client.get(url).send().await?);
    }
    match response {
        Some(response) => response.text().await.map(Some),
        None => Ok(None),
    }
}

pub async fn as_a_value(client: &Client, url: &str, post: bool) -> Result<String, Error> {
    let request = if post { client.post(url) } else { client.get(url) };
    let response = if post { request.body("x").send().await? } else { request.send().await? };
    response.text().await
}
