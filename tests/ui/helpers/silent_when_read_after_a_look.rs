use reqwest::{Client, Error, Response};

fn log(response: &Response) {
    println!("{} {:?}", response.status(), response.headers());
}

fn retry_after(response: &Response) -> Option<u64> {
    response.headers().get("retry-after")?.to_str().ok()?.parse().ok()
}

pub async fn fetch(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    log(&response);
    if let Some(seconds) = retry_after(&response) {
        println!("later: {seconds}");
    }
    response.text().await
}
