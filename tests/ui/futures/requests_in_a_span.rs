use reqwest::{Client, Error};
use tracing::{Instrument, Span, info_span};

pub async fn dropped(client: &Client, url: &str) -> Result<bool, Error> {
    let response = client.get(url).send().instrument(info_span!("ping")).await?; //~ unread_body
    Ok(response.status().is_success())
}

pub async fn guarded(client: &Client, url: &str, span: Span) -> Result<Option<String>, Error> {
    let response = client.get(url).send().instrument(span).await?; //~ unread_on_exit
    if response.status().as_u16() == 404 {
        return Ok(None);
    }
    response.text().await.map(Some)
}

pub async fn around_a_block(client: &Client, url: &str, span: Span) -> Result<u16, Error> {
    async {
        let response = client.get(url).send().await?; //~ unread_body
        Ok(response.status().as_u16())
    }
    .instrument(span)
    .await
}
