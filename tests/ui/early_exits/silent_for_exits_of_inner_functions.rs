use reqwest::{Client, Error};

pub async fn fetch(client: &Client, url: &str) -> Result<Option<u16>, Error> {
    fn parse(text: &str) -> Option<u16> {
        let number = text.split(' ').next()?;
        if number.is_empty() {
            return None;
        }
        number.parse().ok()
    }
    let response = client.get(url).send().await?;
    let kind = (|| {
        let kind = response.headers().get("kind")?;
        parse(kind.to_str().ok()?)
    })();
    let text = response.text().await?;
    Ok(kind.or_else(|| parse(&text)))
}
