//@ dependency: surf = '2'
use futures::{AsyncBufReadExt, AsyncReadExt, TryStreamExt};
use surf::{Body, Client, Result};

pub async fn bytes_text_json_form(url: &str) -> Result<(Vec<u8>, String, Vec<String>, Vec<String>)> {
    let bytes = surf::get(url).await?.body_bytes().await?;
    let text = surf::get(url).await?.body_string().await?;
    let json = surf::get(url).await?.body_json().await?;
    Ok((bytes, text, json, surf::get(url).await?.body_form().await?))
}

pub async fn all_in_one(client: &Client, url: &str) -> Result<(String, Vec<String>)> {
    client.recv_bytes(surf::post(url)).await?;
    let text = client.recv_string(surf::get(url)).await?;
    surf::get(url).recv_form::<String>().await?;
    Ok((text, surf::get(url).recv_json().await?))
}

pub async fn by_its_body(url: &str) -> Result<String> {
    surf::get(url).await?.take_body().into_string().await
}

pub async fn swapped(url: &str) -> Result<Vec<u8>> {
    let mut response = surf::get(url).await?;
    let mut body = Body::empty();
    response.swap_body(&mut body);
    body.into_bytes().await
}

pub async fn by_its_reader(url: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    surf::get(url).await?.read_to_end(&mut bytes).await?;
    Ok(bytes)
}

pub async fn all_lines(url: &str) -> Result<Vec<String>> {
    Ok(surf::get(url).await?.lines().try_collect().await?)
}

pub async fn status_and_text(url: &str) -> Result<(u16, String)> {
    let mut response = surf::get(url).await?;
    let text = response.body_string().await?;
    Ok((response.status().into(), text))
}
