use reqwest::{Client, Error, Response, StatusCode};

pub struct Reply {
    status: StatusCode,
    response: Response,
}

pub enum Page {
    Fresh(Response),
    Stale { response: Response, age: u64 },
    Missing,
}

async fn fetch(client: &Client, url: &str) -> Result<Reply, Error> {
    let response = client.get(url).send().await?;
    Ok(Reply { status: response.status(), response })
}

async fn page(client: &Client, url: &str) -> Result<Page, Error> {
    let response = client.get(url).send().await?;
    Ok(match response.headers().get("age") {
        None => Page::Fresh(response),
        Some(age) => {
            let age = age.to_str().ok().and_then(|age| age.parse().ok()).unwrap_or(0);
            Page::Stale { response, age }
        }
    })
}

pub async fn both_fields(client: &Client, url: &str) -> Result<(StatusCode, String), Error> {
    let Reply { status, response } = fetch(client, url).await?;
    Ok((status, response.text().await?))
}

pub async fn one_field(client: &Client, url: &str) -> Result<String, Error> {
    let Reply { response, .. } = fetch(client, url).await?;
    response.text().await
}

pub async fn all_variants(client: &Client, url: &str) -> Result<(u64, String), Error> {
    match page(client, url).await? {
        Page::Fresh(response) => Ok((0, response.text().await?)),
        Page::Stale { response, age } => Ok((age, response.text().await?)),
        Page::Missing => Ok((0, String::new())),
    }
}

pub async fn or_pattern(client: &Client, url: &str) -> Result<Option<String>, Error> {
    match page(client, url).await? {
        Page::Fresh(response) | Page::Stale { response, .. } => response.text().await.map(Some),
        Page::Missing => Ok(None),
    }
}

pub async fn tuple(client: &Client, url: &str) -> Result<String, Error> {
    let (status, response) = {
        let response = client.get(url).send().await?;
        (response.status(), response)
    };
    Ok(format!("{status}: {}", response.text().await?))
}

pub async fn whole_at(client: &Client, url: &str) -> Option<String> {
    match client.get(url).send().await.ok() {
        whole @ Some(_) => whole?.text().await.ok(),
        None => None,
    }
}

pub async fn nested_option(client: &Client, url: &str) -> Option<String> {
    let sent: Option<Result<Response, Error>> = Some(client.get(url).send().await);
    let Some(Ok(response)) = sent else { return None };
    response.text().await.ok()
}
