use futures::{StreamExt, stream};
use reqwest::{Client, Error};

pub async fn each_turn(urls: &[String]) -> Result<usize, Error> {
    let mut sum = 0;
    for url in urls {
        let client = Client::builder().build()?; //~ client_per_request
        sum += client.get(url).send().await?.bytes().await?.len();
    }
    Ok(sum)
}

pub async fn in_one_line(urls: &[String]) -> Result<usize, Error> {
    let mut sum = 0;
    let mut urls = urls.iter();
    while let Some(url) = urls.next() {
        sum += Client::new().get(url).send().await?.bytes().await?.len(); //~ client_per_request
    }
    Ok(sum)
}

fn fresh() -> Client {
    Client::new()
}

pub async fn by_a_function_that_gives_one(url: &str) -> Result<(), Error> {
    loop {
        let client = fresh(); //~ client_per_request
        let text = client.get(url).send().await?.text().await?;
        if text == "end" {
            return Ok(());
        }
    }
}

pub async fn for_each_item(urls: Vec<String>) {
    stream::iter(urls)
        .for_each(|url| async move {
            let client = Client::new(); //~ client_per_request
            if let Ok(response) = client.get(url).send().await {
                let _ = response.bytes().await;
            }
        })
        .await;
}
