use reqwest::{Client, Error};

pub fn start(urls: Vec<String>) {
    for url in urls {
        tokio::spawn(async move {
            let client = Client::new();
            let response = client.get(url).send().await?;
            log::info!("{}", response.status());
            Ok::<(), Error>(())
        });
    }
}
