use futures::{StreamExt, stream};
use reqwest::Client;

pub async fn concurrently(client: &Client, urls: &[String]) {
    stream::iter(urls)
        .for_each_concurrent(4, |url| async move {
            if let Err(error) = client.get(url).send().await { //~ unread_body
                println!("{error}");
            }
        })
        .await;
}

pub fn lazily(client: &reqwest::blocking::Client, urls: &[String]) -> usize {
    let answers = urls.iter().filter(|url| client.get(url.as_str()).send().is_ok()); //~ unread_body
    answers.count()
}
