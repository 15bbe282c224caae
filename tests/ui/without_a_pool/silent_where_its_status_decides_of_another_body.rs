//@ dependency: ureq = '3'
//! A response that owes nothing has a status all the same.
use std::io;

use http::Request;
use reqwest::{Client, Result, blocking};

pub async fn of_one_request(client: &Client, url: &str) -> Result<()> {
    let answer = reqwest::get(url).await?;
    let mut response = client.get(url).send().await?;
    if answer.status().is_success() {
        while response.chunk().await?.is_some() {}
    }
    if !answer.status().is_success() {
        while response.chunk().await?.is_some() {}
    }
    Ok(())
}

pub fn of_one_blocking_request(client: &blocking::Client, url: &str) -> Result<()> {
    let answer = blocking::get(url)?;
    let mut response = client.get(url).send()?;
    if answer.status().is_success() {
        response.copy_to(&mut io::sink())?;
    }
    if !answer.status().is_success() {
        response.copy_to(&mut io::sink())?;
    }
    Ok(())
}

pub fn of_one_run(client: &blocking::Client, url: &str) -> anyhow::Result<()> {
    let answer = ureq::run(Request::get(url).body(())?)?;
    let mut response = client.get(url).send()?;
    if answer.status().is_success() {
        response.copy_to(&mut io::sink())?;
    }
    if !answer.status().is_success() {
        response.copy_to(&mut io::sink())?;
    }
    Ok(())
}
