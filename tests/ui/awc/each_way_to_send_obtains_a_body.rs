//@ dependency: awc = '3'
use awc::{
    Client, ClientResponse,
    error::{FreezeRequestError, SendRequestError},
    http::Method,
};
use bytes::Bytes;
use futures::stream;

pub async fn without_a_body(client: &Client, url: &str) -> Result<(), SendRequestError> {
    client.get(url).send().await?; //~ unread_body
    client.delete(url).insert_header(("accept", "*/*")).send().await?; //~ unread_body
    client.request(Method::OPTIONS, url).timeout(std::time::Duration::from_secs(1)).send().await?; //~ unread_body
    client.get(url).method(Method::GET).send().await?; //~ unread_body
    Ok(())
}

pub async fn with_a_body(client: &Client, url: &str) -> Result<(), SendRequestError> {
    client.post(url).send_body("text").await?; //~ unread_body
    client.put(url).send_json(&1).await?; //~ unread_body
    client.patch(url).send_form(&[("a", "b")]).await?; //~ unread_body
    client.post(url).send_stream(stream::iter([Ok::<_, std::io::Error>(Bytes::new())])).await?; //~ unread_body
    Ok(())
}

pub async fn frozen(client: &Client, url: &str) -> Result<(), FreezeRequestError> {
    let request = client.get(url).freeze()?;
    let _ = request.send().await; //~ unread_body
    let _ = request.send_body("text").await; //~ unread_body
    let _ = request.extra_header(("a", "b")).send_json(1).await; //~ unread_body
    Ok(())
}

pub async fn of_a_client_of_ones_own(url: &str) -> Result<(), SendRequestError> {
    let client = Client::builder().add_default_header(("user-agent", "ping")).finish();
    client.get(url).send().await?; //~ unread_body
    client.get(url).send().await?;
    Ok(())
}

pub async fn given(response: ClientResponse) -> u16 { //~ unread_body
    response.status().as_u16()
}
