use futures::StreamExt;
use reqwest::{Client, Error};
use tokio::sync::mpsc;

pub async fn events(client: &Client, url: &str, sender: mpsc::Sender<String>) -> Result<(), Error> {
    let mut stream = client.get(url).send().await?.bytes_stream();
    let mut buffer = Vec::new();
    while let Some(chunk) = stream.next().await {
        let chunk = match chunk {
            Ok(chunk) => chunk,
            Err(error) => return Err(error),
        };
        buffer.extend_from_slice(&chunk);
        while let Some(end) = buffer.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = buffer.drain(..=end).collect();
            let _ = sender.send(String::from_utf8_lossy(&line).into_owned()).await;
        }
    }
    Ok(())
}
