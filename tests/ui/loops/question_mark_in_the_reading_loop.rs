use reqwest::Client;
use tokio::{fs::File, io::AsyncWriteExt};

pub async fn download(client: &Client, url: &str, file: &mut File) -> anyhow::Result<()> {
    let mut response = client.get(url).send().await?; //~ partly_read
    while let Some(chunk) = response.chunk().await? {
        file.write_all(&chunk).await?;
    }
    Ok(())
}
