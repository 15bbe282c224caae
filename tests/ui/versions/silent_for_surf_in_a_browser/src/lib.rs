pub async fn status(url: &str) -> surf::Result<bool> {
    Ok(surf::get(url).await?.status().is_success())
}
