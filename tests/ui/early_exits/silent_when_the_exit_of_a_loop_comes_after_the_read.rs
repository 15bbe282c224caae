use reqwest::{Client, Error};

pub async fn until_one_is_found(client: &Client, urls: &[String]) -> Result<Option<String>, Error> {
    for url in urls {
        let response = client.get(url).send().await?;
        let found = response.status().is_success();
        let text = response.text().await?;
        if found {
            return Ok(Some(text));
        }
    }
    Ok(None)
}

pub async fn by_label(client: &Client, pages: &[Vec<String>]) -> Result<usize, Error> {
    let mut length = 0;
    'pages: for page in pages {
        for url in page {
            let text = client.get(url).send().await?.text().await?;
            if text.is_empty() {
                continue 'pages;
            }
            length += text.len();
            if length > 4096 {
                break 'pages;
            }
        }
    }
    Ok(length)
}
