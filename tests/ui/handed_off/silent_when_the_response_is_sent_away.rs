use reqwest::{Client, Error, Response};
use tokio::sync::{mpsc, oneshot};

pub async fn channel(client: &Client, sender: mpsc::Sender<Response>) -> Result<(), Error> {
    let response = client.get("http://queue").send().await?;
    let _ = sender.send(response).await;
    Ok(())
}

pub async fn once(client: &Client, sender: oneshot::Sender<Result<Response, Error>>) {
    let _ = sender.send(client.get("http://once").send().await);
}

pub fn thread(client: &reqwest::blocking::Client, sender: &std::sync::mpsc::Sender<reqwest::blocking::Response>) {
    if let Ok(response) = client.get("http://thread").send() {
        sender.send(response).ok();
    }
}

pub async fn task(client: &Client) -> Result<u16, Error> {
    let response = client.get("http://task").send().await?;
    let status = response.status().as_u16();
    tokio::spawn(async move {
        let _ = response.bytes().await;
    });
    Ok(status)
}

pub async fn task_by_name(client: &Client) -> Result<(), Error> {
    async fn save(response: Response) {
        let _ = response.text().await;
    }
    tokio::spawn(save(client.get("http://save").send().await?));
    Ok(())
}
