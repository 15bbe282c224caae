use reqwest::{Client, Error};

pub async fn again_after_an_error(url: &str) -> Option<String> {
    for _ in 0..3 {
        let client = Client::new();
        match client.get(url).send().await {
            Ok(response) => return response.text().await.ok(),
            Err(_) => continue,
        }
    }
    None
}

async fn fetch(url: &str) -> Result<String, Error> {
    Client::new().get(url).send().await?.text().await
}

pub async fn called_again_after_an_error(url: &str) -> String {
    loop {
        if let Ok(text) = fetch(url).await {
            return text;
        }
    }
}

pub async fn until_it_is_there(url: &str) {
    while Client::new().head(url).send().await.is_err() {}
}

pub async fn renewed_when_it_is_needed(url: &str) -> Result<(), Error> {
    let mut client = Client::new();
    loop {
        let response = client.get(url).send().await?;
        let status = response.status();
        response.bytes().await?;
        if status == 401 {
            client = Client::new();
        }
    }
}

pub async fn first_that_answers(urls: &[String]) -> Option<String> {
    for url in urls {
        let client = Client::new();
        if let Ok(response) = client.get(url).send().await {
            return response.text().await.ok();
        }
    }
    None
}
