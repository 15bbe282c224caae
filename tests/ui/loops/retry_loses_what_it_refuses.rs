use std::time::Duration;

use reqwest::{Client, Error, Response};
use tokio::time::sleep;

pub async fn broken_out(client: &Client, url: &str) -> Result<String, Error> {
    let response = loop {
        let response = client.get(url).send().await?; //~ unread_on_exit
        if response.status().as_u16() != 429 {
            break response;
        }
        sleep(Duration::from_secs(1)).await;
    };
    response.text().await
}

pub async fn counted(client: &Client, url: &str) -> Option<String> {
    for attempt in 0..3 {
        match client.get(url).send().await { //~ unread_on_exit
            Ok(response) if response.status().is_success() => return response.text().await.ok(),
            Ok(response) => println!("{}", response.status()),
            Err(error) => println!("{error}"),
        }
        sleep(Duration::from_secs(attempt)).await;
    }
    None
}

pub async fn overwritten(client: &Client, url: &str) -> Result<Response, Error> {
    let mut response = client.get(url).send().await?; //~ unread_on_exit
    let mut attempts = 0;
    while response.status().is_server_error() && attempts < 3 {
        response = client.get(url).send().await?; //~ unread_on_exit
        attempts += 1;
    }
    Ok(response)
}

pub async fn until_it_is_up(client: &Client, url: &str) {
    loop {
        if let Ok(response) = client.get(url).send().await //~ unread_body
            && response.status().is_success()
        {
            return;
        }
        sleep(Duration::from_millis(100)).await;
    }
}

pub async fn last_one_kept(client: &Client, url: &str) -> Option<Response> {
    let mut last = None;
    for _ in 0..3 {
        let response = client.get(url).send().await.ok()?; //~ unread_on_exit
        let done = response.status().is_success();
        last = Some(response);
        if done {
            break;
        }
    }
    last
}
