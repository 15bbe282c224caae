use std::io::BufReader;

use reqwest::blocking::Client;
use serde_json::{Deserializer, Value};

pub fn first_value(client: &Client, url: &str) -> anyhow::Result<Option<Value>> {
    let response = client.get(url).send()?; //~ partly_read
    let mut values = Deserializer::from_reader(response).into_iter::<Value>();
    Ok(values.next().transpose()?)
}

pub fn whole_value(client: &Client, url: &str) -> anyhow::Result<Value> {
    let response = client.get(url).send()?; //~ partly_read
    Ok(serde_json::from_reader(BufReader::new(response))?)
}

pub fn until_one_is_wrong(client: &Client, url: &str) -> anyhow::Result<usize> {
    let response = client.get(url).send()?; //~ partly_read
    let mut count = 0;
    for value in Deserializer::from_reader(response).into_iter::<Value>() {
        value?;
        count += 1;
    }
    Ok(count)
}
