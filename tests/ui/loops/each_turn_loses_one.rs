use reqwest::{Client, Error};

pub async fn pinged(client: &Client, urls: &[String]) -> Result<(), Error> {
    for url in urls {
        client.get(url).send().await?; //~ unread_body
    }
    Ok(())
}

pub async fn skipped(client: &Client, urls: &[String]) -> Result<Vec<String>, Error> {
    let mut texts = Vec::new();
    for url in urls {
        let response = client.get(url).send().await?; //~ unread_on_exit
        if !response.status().is_success() {
            continue;
        }
        texts.push(response.text().await?);
    }
    Ok(texts)
}

pub async fn skipped_by_label(client: &Client, urls: &[String]) -> Result<Vec<String>, Error> {
    let mut texts = Vec::new();
    'urls: for url in urls {
        let response = client.get(url).send().await?; //~ unread_on_exit
        for name in ["etag", "last-modified"] {
            if !response.headers().contains_key(name) {
                continue 'urls;
            }
        }
        texts.push(response.text().await?);
    }
    Ok(texts)
}

pub async fn first_is_enough(client: &Client, urls: &[String]) -> Option<String> {
    for url in urls {
        let Ok(response) = client.get(url).send().await else { continue }; //~ unread_on_exit
        if response.status().is_success() {
            return response.text().await.ok();
        }
    }
    None
}
