use reqwest::{Client, Error, Response};

fn is_up(response: Response) -> bool { //~ unread_body
    response.status().is_success()
}

pub async fn first(client: &Client) -> Result<bool, Error> {
    Ok(is_up(client.get("http://first").send().await?))
}

pub async fn second(client: &Client) -> Result<bool, Error> {
    Ok(is_up(client.get("http://second").send().await?))
}
