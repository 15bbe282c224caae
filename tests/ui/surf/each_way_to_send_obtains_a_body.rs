//@ dependency: surf = '2'
use surf::{Client, Request, Result, Url, http::Method};

pub async fn of_free_functions(url: &str) -> Result<()> {
    surf::get(url).await?; //~ unread_body
    surf::delete(url).header("accept", "*/*").await?; //~ unread_body
    surf::post(url).body("text").await?; //~ unread_body
    surf::put(url).body_json(&1)?.send().await?; //~ unread_body
    surf::patch(url).body_string(String::new()).await?; //~ unread_body
    surf::client().get(url).await?;
    Ok(())
}

pub async fn of_a_client(client: &Client, url: &str) -> Result<()> {
    client.get(url).await?; //~ unread_body
    client.request(Method::Options, url).send().await?; //~ unread_body
    client.send(surf::post(url).body("text")).await?; //~ unread_body
    client.send(Request::new(Method::Get, Url::parse(url)?)).await?; //~ unread_body
    client.send(surf::get(url).build()).await?; //~ unread_body
    Ok(())
}

pub async fn of_a_client_of_ones_own(url: &str) -> Result<()> {
    let client = Client::try_from(surf::Config::new().set_tcp_no_delay(true))?;
    client.get(url).await?; //~ unread_body
    client.get(url).await?;
    Ok(())
}
