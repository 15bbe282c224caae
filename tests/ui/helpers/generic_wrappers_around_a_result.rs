use std::fmt::Debug;

use reqwest::blocking::{Client, Response};

fn must<T, E: Debug>(result: Result<T, E>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{error:?}"),
    }
}

fn logged<T, E: Debug>(result: Result<T, E>) -> Option<T> {
    if let Err(error) = &result {
        println!("{error:?}");
    }
    result.ok()
}

fn tap<T>(value: T, look: impl FnOnce(&T)) -> T {
    look(&value);
    value
}

pub fn lost_behind_a_panic(client: &Client, url: &str) -> u16 {
    must(client.get(url).send()).status().as_u16() //~ unread_body
}

pub fn lost_behind_a_log(client: &Client, url: &str) -> bool {
    logged(client.get(url).send()).is_some() //~ unread_body
}

pub fn lost_behind_a_tap(client: &Client, url: &str) -> Option<u64> {
    let response = must(client.get(url).send()); //~ unread_body
    tap(response, |response| println!("{}", response.status())).content_length()
}

pub fn read(client: &Client, url: &str) -> Option<String> {
    let response = tap(logged(client.get(url).send())?, |response: &Response| println!("{}", response.url()));
    Some(must(response.text()))
}
