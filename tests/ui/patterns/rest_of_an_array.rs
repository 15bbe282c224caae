use reqwest::{Client, Error, Response};

async fn two(client: &Client, url: &str) -> Result<[Response; 2], Error> {
    let (first, second) = tokio::try_join!(client.get(url).send(), client.post(url).send())?;
    Ok([first, second])
}

pub async fn rest_is_read(client: &Client, url: &str) -> Result<String, Error> {
    let [first, rest @ ..] = two(client, url).await?;
    let mut text = first.text().await.unwrap_or_default();
    for response in rest {
        text += &response.text().await.unwrap_or_default();
    }
    Ok(text)
}

pub async fn rest_is_left(client: &Client, url: &str) -> Result<String, Error> {
    let [first, ..] = two(client, url).await?; //~ MISS unread_body -- what is in a collection is not followed
    first.text().await
}
