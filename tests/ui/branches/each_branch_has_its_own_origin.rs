use reqwest::{Client, Error};

pub async fn both_lost(client: &Client, url: &str, post: bool) -> Result<u16, Error> {
    let response = if post {
        client.post(url).send().await? //~ unread_body
    } else {
        client.get(url).send().await? //~ unread_body
    };
    Ok(response.status().as_u16())
}

pub async fn one_lost(client: &Client, url: &str, post: bool) -> Result<String, Error> {
    if post {
        let posted = client.post(url).send().await?; //~ unread_body
        Ok(posted.status().to_string())
    } else {
        let got = client.get(url).send().await?;
        got.text().await
    }
}

pub async fn first_branch_lost(client: &Client, url: &str, refresh: bool) -> Result<String, Error> {
    if refresh {
        client.post(url).send().await?; //~ unread_body
    }
    client.get(url).send().await?.text().await
}
