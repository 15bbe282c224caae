use std::sync::{LazyLock, Mutex};

use reqwest::{
    Client, Error,
    blocking::{self, Response},
};

static CLIENT: LazyLock<blocking::Client> = LazyLock::new(blocking::Client::new);
static FIRST: LazyLock<Option<Response>> = LazyLock::new(|| CLIENT.get("http://first").send().ok());
static LAST: Mutex<Option<reqwest::Response>> = Mutex::new(None);

pub fn first_status() -> Option<u16> {
    FIRST.as_ref().map(|response| response.status().as_u16())
}

pub async fn filled(client: &Client) -> Result<(), Error> {
    let response = client.get("http://last").send().await?;
    *LAST.lock().unwrap() = Some(response);
    Ok(())
}

pub fn closed() {
    let last = LAST.lock().unwrap().take();
    drop(last);
}

pub async fn filled_and_closed(client: &Client) -> Result<(), Error> {
    let response = client.get("http://last").send().await?;
    LAST.lock().unwrap().replace(response);
    LAST.lock().unwrap().take();
    Ok(())
}
