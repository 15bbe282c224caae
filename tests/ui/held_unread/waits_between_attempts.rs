//@ pedantic
use std::{thread, time::Duration};

use reqwest::{Client, Error, Response, StatusCode, blocking};
use tokio::time::{Instant, sleep, sleep_until};

pub async fn slower_and_slower(client: &Client, url: &str) -> Result<String, Error> {
    loop {
        let response = client.get(url).send().await?; //~ held_unread, unread_on_exit
        if response.status() == StatusCode::TOO_MANY_REQUESTS {
            sleep(Duration::from_secs(1)).await;
            continue;
        }
        return response.text().await;
    }
}

pub async fn as_long_as_the_server_asks(client: &Client, url: &str) -> Result<String, Error> {
    let mut response = client.get(url).send().await?; //~ held_unread, unread_on_exit
    while response.status() == StatusCode::SERVICE_UNAVAILABLE {
        sleep_until(Instant::now() + Duration::from_secs(1)).await;
        response = client.get(url).send().await?; //~ held_unread, unread_on_exit
    }
    response.text().await
}

pub fn in_a_thread(client: &blocking::Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send()?; //~ held_unread
    thread::sleep(Duration::from_millis(10));
    response.text()
}

async fn back_off(attempt: u32) {
    sleep(Duration::from_millis(10 << attempt)).await;
}

pub async fn in_a_helper(client: &Client, url: &str) -> Result<String, Error> {
    for attempt in 0..3 {
        let response = client.get(url).send().await?; //~ held_unread, unread_on_exit
        if response.status().is_success() {
            return response.text().await;
        }
        back_off(attempt).await;
    }
    client.get(url).send().await?.text().await
}

pub async fn of_what_is_given(response: Response) -> Result<String, Error> { //~ held_unread
    sleep(Duration::from_secs(1)).await;
    response.text().await
}

pub async fn of_a_read_that_is_not_begun(client: &Client, url: &str) -> Result<String, Error> {
    let text = client.get(url).send().await?.text(); //~ held_unread
    sleep(Duration::from_secs(1)).await;
    text.await
}
