use reqwest::{Client, Error, StatusCode};

pub async fn no_content(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?;
    if response.status() == StatusCode::NO_CONTENT {
        return Ok(None);
    }
    response.text().await.map(Some)
}

pub async fn not_modified(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?;
    let status = response.status();
    match status {
        StatusCode::NOT_MODIFIED | StatusCode::NO_CONTENT => Ok(None),
        _ => response.text().await.map(Some),
    }
}

pub async fn by_number(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?;
    match response.status().as_u16() {
        204 | 304 => Ok(None),
        _ => response.text().await.map(Some),
    }
}

pub async fn informational(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    if response.status().is_informational() || matches!(response.status(), StatusCode::NO_CONTENT) {
        return Ok(String::new());
    }
    response.text().await
}

pub async fn by_equal_numbers(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?;
    if response.status().as_u16() == 204 || response.status() == 304 {
        return Ok(None);
    }
    response.text().await.map(Some)
}
