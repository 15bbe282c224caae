use reqwest::{Client, Error, Request, StatusCode};

pub async fn guarded_arms(client: &Client, request: Request) -> Option<String> {
    match client.execute(request).await { //~ unread_on_exit
        Ok(response) if response.status().is_success() => response.text().await.ok(),
        Ok(response) => {
            println!("{}", response.status());
            None
        }
        Err(error) => {
            println!("{error}");
            None
        }
    }
}

pub async fn wildcard_arm(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    match response.status() {
        StatusCode::OK => response.text().await.map(Some),
        StatusCode::NOT_FOUND => Ok(None),
        _ => Ok(Some(String::new())),
    }
}

pub async fn matches_macro(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    if matches!(response.status(), StatusCode::OK | StatusCode::CREATED) {
        return response.text().await.map(Some);
    }
    Ok(None)
}

pub async fn nested(client: &Client, url: &str) -> Option<String> {
    let sent = client.get(url).send().await; //~ unread_on_exit
    match sent {
        Ok(response) => match response.status().as_u16() {
            200..=299 => Some(response.text().await.ok()?),
            _ => None,
        },
        Err(_) => None,
    }
}
