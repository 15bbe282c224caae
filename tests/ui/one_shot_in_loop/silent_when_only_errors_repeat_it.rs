use std::time::Duration;

use reqwest::Error;
use tokio::time::sleep;

pub async fn until_it_is_healthy(url: &str) -> Result<(), Error> {
    loop {
        match reqwest::get(url).await {
            Ok(response) => {
                let status = response.status();
                response.bytes().await?;
                if status == 200 {
                    return Ok(());
                }
            }
            Err(error) => log::info!("{error}"),
        }
        sleep(Duration::from_secs(1)).await;
    }
}

pub async fn first_mirror(urls: &[String]) -> Option<String> {
    for url in urls {
        if let Ok(response) = reqwest::get(url).await {
            return response.text().await.ok();
        }
    }
    None
}

pub async fn while_it_is_not_there(url: &str) {
    while reqwest::get(url).await.is_err() {
        sleep(Duration::from_secs(1)).await;
    }
}

pub async fn three_times(url: &str) -> Result<String, Error> {
    let mut left = 3;
    loop {
        let answer = once(url).await;
        left -= 1;
        if answer.is_ok() || left == 0 {
            return answer;
        }
    }
}

async fn once(url: &str) -> Result<String, Error> {
    reqwest::get(url).await?.text().await
}
