use std::sync::{Arc, OnceLock};

use reqwest::{Client, Error};

static SHARED: OnceLock<Client> = OnceLock::new();

pub async fn in_a_static(urls: &[String]) -> Result<(), Error> {
    for url in urls {
        let client = SHARED.get_or_init(Client::new);
        client.get(url).send().await?.bytes().await?;
    }
    Ok(())
}

pub struct Worker {
    client: Client,
}

impl Worker {
    async fn start(url: &str) -> Result<Worker, Error> {
        let client = Client::new();
        client.get(url).send().await?.bytes().await?;
        Ok(Worker { client })
    }

    pub async fn start_all(urls: &[String]) -> Result<Vec<Worker>, Error> {
        let mut workers = Vec::new();
        for url in urls {
            workers.push(Worker::start(url).await?);
        }
        Ok(workers)
    }

    pub fn client(&self) -> &Client {
        &self.client
    }
}

pub trait Plugins {
    fn register(&self, client: Arc<Client>);
}

pub async fn lent_to_somebody(plugins: &dyn Plugins, urls: &[String]) -> Result<(), Error> {
    for url in urls {
        let client = Arc::new(Client::new());
        plugins.register(client.clone());
        client.get(url).send().await?.bytes().await?;
    }
    Ok(())
}

pub fn never_sends(count: usize) -> Vec<Result<Client, Error>> {
    (0..count).map(|_| Client::builder().build()).collect()
}
