use reqwest::{Client, Error};

pub fn start(urls: Vec<String>) {
    for url in urls {
        tokio::spawn(async move {
            let client = Client::new(); //~ client_per_request
            let response = client.get(url).send().await?;
            log::info!("{}", response.status());
            Ok::<(), Error>(())
        });
    }
}

pub async fn one_for_each(urls: &[String]) -> Result<usize, Error> {
    let mut up = 0;
    for url in urls {
        let client = Client::new(); //~ client_per_request
        up += usize::from(client.get(url).send().await?.status().is_success());
    }
    Ok(up)
}
