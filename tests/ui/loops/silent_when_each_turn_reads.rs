use reqwest::{Client, Error};

pub async fn in_order(client: &Client, urls: &[String]) -> Result<Vec<String>, Error> {
    let mut texts = Vec::new();
    for url in urls {
        let response = client.get(url).send().await?;
        let ok = response.status().is_success();
        let text = response.text().await?;
        if !ok {
            continue;
        }
        texts.push(text);
    }
    Ok(texts)
}

pub async fn pages(client: &Client, first: &str) -> Result<usize, Error> {
    let mut next = Some(first.to_owned());
    let mut length = 0;
    while let Some(url) = next.take() {
        let response = client.get(&url).send().await?;
        let link = response.headers().get("link").and_then(|link| link.to_str().ok()).map(str::to_owned);
        length += response.bytes().await?.len();
        next = link;
    }
    Ok(length)
}
