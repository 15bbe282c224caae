use reqwest::{Client, Error, Response};

pub enum Page {
    Fresh(Response),
    Stale(Response),
}

async fn page(client: &Client, url: &str) -> Result<Page, Error> {
    let response = client.get(url).send().await?;
    Ok(if response.headers().contains_key("age") { Page::Stale(response) } else { Page::Fresh(response) })
}

pub async fn matched(client: &Client, url: &str) -> Result<Option<String>, Error> {
    match page(client, url).await? { //~ unread_on_exit
        Page::Fresh(response) => response.text().await.map(Some),
        Page::Stale(_) => Ok(None),
    }
}

pub async fn let_else(client: &Client, url: &str) -> Option<String> {
    let Ok(Page::Fresh(response)) = page(client, url).await else { return None }; //~ unread_on_exit
    response.text().await.ok()
}
