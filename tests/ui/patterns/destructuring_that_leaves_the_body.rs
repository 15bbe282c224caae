use reqwest::{Client, Error, Response, StatusCode};

pub struct Reply {
    status: StatusCode,
    response: Response,
}

async fn fetch(client: &Client, url: &str) -> Result<Reply, Error> {
    let response = client.get(url).send().await?;
    Ok(Reply { status: response.status(), response })
}

async fn pair(client: &Client, url: &str) -> Result<Option<(StatusCode, Response)>, Error> {
    let response = client.get(url).send().await?;
    Ok(Some((response.status(), response)))
}

pub async fn rest(client: &Client, url: &str) -> Result<StatusCode, Error> {
    let Reply { status, .. } = fetch(client, url).await?; //~ unread_body
    Ok(status)
}

pub async fn wildcard(client: &Client, url: &str) -> Result<StatusCode, Error> {
    let reply = fetch(client, url).await?; //~ unread_body
    let Reply { status, response: _ } = reply;
    Ok(status)
}

pub async fn parameter(client: &Client, url: &str) -> Result<StatusCode, Error> {
    fetch(client, url).await.map(|Reply { status, .. }| status) //~ unread_body
}

pub async fn let_else(client: &Client, url: &str) -> Option<StatusCode> {
    let Ok(Some((status, _))) = pair(client, url).await else { return None }; //~ unread_body
    Some(status)
}

pub async fn by_reference(client: &Client, url: &str) -> Option<StatusCode> {
    match &client.get(url).send().await { //~ unread_body
        Ok(response) => Some(response.status()),
        Err(_) => None,
    }
}

pub async fn bound_by_ref(client: &Client, url: &str) -> Option<StatusCode> {
    if let Ok(ref response) = client.get(url).send().await { //~ unread_body
        return Some(response.status());
    }
    None
}

pub async fn any_response(client: &Client, url: &str) -> bool {
    match client.get(url).send().await { //~ unread_body
        Ok(_) => true,
        Err(_) => false,
    }
}
