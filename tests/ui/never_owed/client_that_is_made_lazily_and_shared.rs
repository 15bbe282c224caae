use std::sync::{Arc, LazyLock};

use reqwest::{Client, Error};

#[derive(Clone)]
pub struct Lazy {
    client: Arc<LazyLock<Client, Box<dyn FnOnce() -> Client + Send + Sync>>>,
}

impl Lazy {
    fn new() -> Self {
        Lazy { client: Arc::new(LazyLock::new(Box::new(Client::new))) }
    }

    fn into_client(self) -> Client {
        (*self.client).clone()
    }
}

pub async fn ping(url: &str) -> Result<bool, Error> {
    let client = Lazy::new().into_client();
    Ok(client.get(url).send().await?.status().is_success()) //~ FALSE unread_body -- a client behind a shared pointer is taken for one that others have as well
}
