use reqwest::{Client, Error};

pub async fn lost(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    let text = 'text: {
        if !response.status().is_success() {
            break 'text None;
        }
        Some(response.text().await?)
    };
    Ok(text)
}

pub async fn read(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?;
    let text = 'text: {
        if !response.status().is_success() {
            response.bytes().await?;
            break 'text None;
        }
        Some(response.text().await?)
    };
    Ok(text)
}
