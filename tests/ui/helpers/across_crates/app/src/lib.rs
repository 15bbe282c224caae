use net::{Error, Http, fetch};

pub async fn drained(client: &Http) -> Result<(), Error> {
    let response = fetch(client, "/").await?;
    net::drain(response).await;
    Ok(())
}

pub async fn looked_at(client: &Http) -> Result<(), Error> {
    let response = fetch(client, "/").await?;
    net::look(response);
    Ok(())
}

pub async fn drained_on_success(client: &Http) {
    if let Ok(response) = fetch(client, "/").await {
        net::drain(response).await;
    }
}

pub async fn discarded(client: &Http) -> Result<(), Error> {
    fetch(client, "/").await?; //~ unread_body
    Ok(())
}
