use reqwest::{Client, Error, header};

pub async fn asserted(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    assert!(response.status().is_success());
    let kind = response.headers().get(header::CONTENT_TYPE).expect("a content type");
    assert_eq!(kind, "text/plain", "from {}", response.url());
    response.text().await
}

pub async fn unreachable(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    if response.status().is_redirection() {
        unreachable!("redirects are followed");
    }
    if response.status().is_server_error() {
        std::process::exit(1);
    }
    response.text().await
}
