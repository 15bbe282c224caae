//@ dependency: eyre = '0.6'
//@ dependency: miette = '7'
//@ dependency: snafu = '0.8'
use reqwest::{Client, header};
use snafu::{OptionExt, ResultExt, Snafu};

#[derive(Debug, Snafu)]
pub enum Error {
    #[snafu(display("failed to ask {url}"))]
    Asked { url: String, source: reqwest::Error },
    #[snafu(display("no type"))]
    NoType,
    #[snafu(whatever, display("{message}"))]
    Whatever {
        message: String,
        #[snafu(source(from(Box<dyn std::error::Error>, Some)))]
        source: Option<Box<dyn std::error::Error>>,
    },
}

pub async fn with_snafu(client: &Client, url: &str) -> Result<(bool, String), Error> {
    let response = client.get(url).send().await.context(AskedSnafu { url })?; //~ unread_on_exit
    let kind = response.headers().get(header::CONTENT_TYPE).context(NoTypeSnafu)?;
    let is_text = kind == "text/plain";
    let text = response.text().await.with_context(|_| AskedSnafu { url })?;
    Ok((is_text, text))
}

pub async fn with_whatever(client: &Client, url: &str) -> Result<bool, Error> {
    let response = client.get(url).send().await.whatever_context("nobody answers")?; //~ unread_body
    Ok(response.status().is_success())
}

pub async fn with_eyre(client: &Client, url: &str) -> eyre::Result<bool> {
    use eyre::WrapErr;
    let response = client.get(url).send().await.wrap_err("nobody answers")?; //~ unread_body
    Ok(response.status().is_success())
}

pub async fn ensured_with_eyre(client: &Client, url: &str) -> eyre::Result<String> {
    use eyre::WrapErr;
    let response = client.get(url).send().await.wrap_err_with(|| format!("failed to ask {url}"))?; //~ unread_on_exit
    eyre::ensure!(response.status().is_success(), "refused");
    Ok(response.text().await?)
}

pub async fn with_miette(client: &Client, url: &str) -> miette::Result<bool> {
    use miette::{IntoDiagnostic, WrapErr};
    let response = client.get(url).send().await.into_diagnostic().wrap_err("nobody answers")?; //~ unread_body
    Ok(response.status().is_success())
}
