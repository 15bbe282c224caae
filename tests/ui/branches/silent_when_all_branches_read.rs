use reqwest::{Client, Error, StatusCode};

pub async fn both(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    if response.status().is_success() { response.text().await } else { response.text_with_charset("utf-8").await }
}

pub async fn chain(client: &Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send().await?;
    if response.status().is_success() {
        println!("{}", response.text().await?);
    } else if response.status().is_client_error() {
        println!("refused: {}", response.text().await?);
    } else {
        response.bytes().await?;
    }
    Ok(())
}

pub async fn after_the_transport_error(client: &Client, url: &str) -> Option<usize> {
    let response = client.get(url).send().await;
    match response {
        Err(_) => None,
        Ok(response) => {
            if response.status() == StatusCode::OK {
                response.bytes().await.ok().map(|bytes| bytes.len())
            } else {
                let _ = response.bytes().await;
                None
            }
        }
    }
}

pub async fn by_status(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?;
    match response.status() {
        StatusCode::OK | StatusCode::ACCEPTED => response.text().await.map(Some),
        StatusCode::NO_CONTENT => Ok(None),
        status => {
            println!("{status}: {}", response.text().await?);
            Ok(None)
        }
    }
}
