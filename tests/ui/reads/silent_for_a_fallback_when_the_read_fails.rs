use reqwest::{Client, Error};

pub async fn text_or_nothing(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    Ok(response.text().await.unwrap_or_default())
}

pub async fn error_text(client: &Client, url: &str) -> Result<String, String> {
    let response = client.get(url).send().await.map_err(|error| error.to_string())?;
    match response.error_for_status_ref() {
        Ok(_) => response.text().await.map_err(|error| error.to_string()),
        Err(error) => Err(format!("{error}: {}", response.text().await.unwrap_or_else(|_| "no text".to_owned()))),
    }
}
