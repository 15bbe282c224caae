use tokio::sync::mpsc;

pub struct Mail;

impl Mail {
    pub async fn send(self) -> Result<(), std::io::Error> {
        Ok(())
    }
}

pub async fn mail() -> Result<(), std::io::Error> {
    Mail.send().await?;
    Ok(())
}

pub async fn channel(sender: mpsc::Sender<u32>) {
    let _ = sender.send(7).await;
    sender.send(8).await.ok();
}

pub async fn socket(socket: tokio::net::UdpSocket) -> std::io::Result<usize> {
    socket.send(b"ping").await
}
