//@ dependency: eyre = '0.6'
//@ dependency: miette = '7'
//@ dependency: snafu = '0.8'
use reqwest::Client;
use snafu::{ResultExt, Snafu};

#[derive(Debug, Snafu)]
#[snafu(display("failed to ask {url}"))]
#[snafu(context(name(AskedSnafu)))]
pub struct Error {
    url: String,
    source: reqwest::Error,
}

pub async fn with_snafu(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await.context(AskedSnafu { url })?;
    response.text().await.context(AskedSnafu { url })
}

pub async fn with_eyre(client: &Client, url: &str) -> eyre::Result<String> {
    use eyre::WrapErr;
    let response = client.get(url).send().await.wrap_err("nobody answers")?;
    response.text().await.wrap_err_with(|| format!("failed to read {url}"))
}

pub async fn with_miette(client: &Client, url: &str) -> miette::Result<String> {
    use miette::{IntoDiagnostic, WrapErr};
    let response = client.get(url).send().await.into_diagnostic().wrap_err("nobody answers")?;
    response.text().await.into_diagnostic()
}
