//! The response goes through a channel to the task that reads it.
//@ response: 200 length=65536
//@ guard: drained
//@ connections: 1

use http::{Response, Uri};
use http_body_util::BodyExt;
use tokio::sync::oneshot;
use undrained_tests::{Body, Client, Error};

pub async fn run(client: &Client, uri: Uri) -> Result<(), Error> {
    let (sender, receiver) = oneshot::channel();
    let reader = tokio::spawn(read(receiver));
    let response = client.get(uri).await?;
    sender.send(response).map_err(|_| "the reader is gone")?;
    reader.await?
}

async fn read(receiver: oneshot::Receiver<Response<Body>>) -> Result<(), Error> {
    let response = receiver.await?;
    response.into_body().collect().await?;
    Ok(())
}
