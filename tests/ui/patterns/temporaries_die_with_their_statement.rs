use reqwest::{Client, Error};

pub async fn chain(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let kind = client.get(url).send().await?.headers().get("content-type").cloned(); //~ unread_body
    Ok(kind.and_then(|kind| kind.to_str().ok().map(str::to_owned)))
}

pub async fn scrutinee(client: &Client, url: &str) -> Result<bool, Error> {
    if let Some(length) = client.get(url).send().await?.content_length() { //~ unread_body
        println!("{length}");
        return Ok(true);
    }
    Ok(false)
}

pub async fn condition(client: &Client, url: &str) -> Result<bool, Error> {
    if client.get(url).send().await?.status().is_success() { //~ unread_body
        return Ok(true);
    }
    Ok(false)
}

pub async fn let_chain(client: &Client, url: &str) -> Option<String> {
    if let Ok(response) = client.get(url).send().await //~ unread_on_exit
        && response.status().is_success()
    {
        return response.text().await.ok();
    }
    None
}
