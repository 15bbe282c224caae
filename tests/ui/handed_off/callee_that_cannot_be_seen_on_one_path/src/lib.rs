use reqwest::{Client, Error};

pub async fn early(client: &Client, url: &str) -> Result<Option<acme_http::Page>, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    if response.status().as_u16() == 404 {
        return Ok(None);
    }
    Ok(Some(acme_http::Page::from_response(response).await))
}

pub async fn looked_at(client: &Client, url: &str) -> Result<acme_http::Kind, Error> {
    let response = client.get(url).send().await?; //~ unread_body
    Ok(acme_http::kind_of(&response))
}
