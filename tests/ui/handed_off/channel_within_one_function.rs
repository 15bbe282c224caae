use reqwest::{Client, Response, blocking};
use tokio::sync::oneshot;

pub async fn sent_to_oneself(client: &Client, url: &str) -> Option<u16> {
    let (sender, receiver) = oneshot::channel();
    sender.send(client.get(url).send().await).ok()?; //~ MISS unread_body -- what is sent through a channel is not followed
    Some(receiver.await.ok()?.ok()?.status().as_u16())
}

pub fn put_into_a_lock(client: &blocking::Client, url: &str) -> Option<u16> {
    let lock = std::sync::OnceLock::new();
    lock.set(client.get(url).send().ok()?).ok()?; //~ MISS unread_body -- what is put into a cell that is filled once is not followed
    Some(lock.get().map(blocking::Response::status)?.as_u16())
}

pub async fn lost_by_the_receiver(receiver: oneshot::Receiver<Response>) -> Option<u16> {
    let response = receiver.await.ok()?; //~ MISS unread_body -- what comes out of a channel is somebody else's
    Some(response.status().as_u16())
}

pub async fn read_by_the_receiver(receiver: oneshot::Receiver<Response>) -> Option<String> {
    receiver.await.ok()?.text().await.ok()
}
