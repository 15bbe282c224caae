use reqwest::{Client, Error};

pub async fn sized(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    let Some(length) = response.content_length() else {
        return Ok(None);
    };
    println!("{length} bytes");
    response.text().await.map(Some)
}
