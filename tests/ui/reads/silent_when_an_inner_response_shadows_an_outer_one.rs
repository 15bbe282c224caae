use reqwest::{Client, Error};

pub async fn both_read(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    let inner = {
        let response = client.get("http://inner").send().await;
        match response {
            Ok(response) => response.text().await,
            Err(error) => Err(error),
        }
    };
    let text = response.text().await?;
    Ok(text + &inner?)
}

pub async fn shadowed_in_an_arm(client: &Client, url: &str) -> Option<String> {
    let response = client.get(url).send().await;
    let text = match response {
        Ok(response) => response.text().await.ok(),
        Err(_) => None,
    };
    let response = client.post(url).send().await.ok()?;
    response.text().await.ok().or(text)
}
