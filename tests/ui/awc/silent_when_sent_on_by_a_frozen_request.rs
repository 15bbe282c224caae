//@ dependency: awc = '3'
use awc::{Client, FrozenClientRequest, error::SendRequestError};

pub async fn streamed(client: &Client, url: &str, request: &FrozenClientRequest) -> Result<(), SendRequestError> {
    let response = client.get(url).send().await?;
    let _ = request.send_stream(response).await?.body().await;
    Ok(())
}

pub async fn streamed_with_a_header(
    client: &Client,
    url: &str,
    request: &FrozenClientRequest,
) -> Result<(), SendRequestError> {
    let response = client.get(url).send().await?;
    let _ = request.extra_header(("key", "value")).send_stream(response).await?.body().await;
    Ok(())
}
