use std::collections::HashMap;

use reqwest::{Client, Error};

pub async fn before_the_loop(urls: &[String]) -> Result<usize, Error> {
    let client = Client::new();
    let mut sum = 0;
    for url in urls {
        sum += client.get(url).send().await?.bytes().await?.len();
    }
    Ok(sum)
}

async fn one_request(url: &str) -> Result<String, Error> {
    Client::new().get(url).send().await?.text().await
}

pub async fn called_once(url: &str) -> Result<String, Error> {
    one_request(url).await
}

async fn all(urls: &[String]) -> Result<usize, Error> {
    let client = Client::new();
    let mut sum = 0;
    for url in urls {
        sum += client.get(url).send().await?.bytes().await?.len();
    }
    Ok(sum)
}

pub async fn batches(batches: &[Vec<String>]) -> Result<usize, Error> {
    let mut sum = 0;
    for batch in batches {
        sum += all(batch).await?;
    }
    Ok(sum)
}

pub struct Clients {
    by_host: HashMap<String, Client>,
    pub all: Vec<Client>,
}

impl Clients {
    pub async fn one_for_each_host(&mut self, hosts: Vec<String>) -> Result<(), Error> {
        for host in hosts {
            let client = Client::new();
            client.get(&host).send().await?.bytes().await?;
            self.by_host.insert(host, client);
        }
        Ok(())
    }

    pub async fn kept_in_a_list(&mut self, hosts: &[String]) -> Result<(), Error> {
        for host in hosts {
            let client = Client::new();
            client.get(host).send().await?.bytes().await?;
            self.all.push(client);
        }
        Ok(())
    }
}
