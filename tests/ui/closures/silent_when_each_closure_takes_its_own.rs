use reqwest::blocking::{Client, Response};

pub struct Pair {
    first: Response,
    second: Response,
}

pub fn taken_apart_before(pair: Pair) -> reqwest::Result<String> {
    let Pair { first, second } = pair;
    let first = move || first.text();
    let second = second.text();
    Ok(first()? + &second?)
}

pub fn one_for_each(client: &Client, url: &str) -> reqwest::Result<usize> {
    let Ok(first) = client.get(url).send() else { return Ok(0) };
    let second = client.post(url).send();
    let read_first = || first.bytes().map(|bytes| bytes.len());
    let read_second = move || second?.bytes().map(|bytes| bytes.len());
    let (first, second) = (read_first(), read_second());
    Ok(first? + second?)
}
