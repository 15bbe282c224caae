use reqwest::{Client, Error};

pub async fn inner_lost(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    let is_up = {
        let response = client.get("http://inner").send().await; //~ unread_body
        response.is_ok_and(|response| response.status().is_success())
    };
    println!("{is_up}");
    response.text().await
}

pub async fn outer_lost(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?; //~ unread_body
    let text = match client.get("http://inner").send().await {
        Ok(response) => response.text().await.ok(),
        Err(_) => None,
    };
    println!("{}", response.status());
    Ok(text)
}
