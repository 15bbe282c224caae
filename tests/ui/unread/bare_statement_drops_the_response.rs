use reqwest::{Client, Error};

pub async fn question_mark(client: &Client, url: &str) -> Result<(), Error> {
    client.get(url).send().await?; //~ unread_body
    Ok(())
}

pub async fn unwrapped(client: &Client, url: &str) {
    client.get(url).send().await.unwrap(); //~ unread_body
}

pub async fn over_lines(client: &Client, url: &str) -> Result<(), Error> {
    client
        .post(url)
        .body("ping")
        .send() //~ unread_body
        .await?;
    Ok(())
}

pub async fn executed(client: &Client, request: reqwest::Request) -> Result<(), Error> {
    client.execute(request).await?; //~ unread_body
    Ok(())
}
