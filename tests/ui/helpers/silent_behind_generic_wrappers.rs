use std::fmt::Debug;

use reqwest::{Client, Response};

fn must<T, E: Debug>(result: Result<T, E>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{error:?}"),
    }
}

struct Timed<T> {
    value: T,
    started: std::time::Instant,
}

impl<T> Timed<T> {
    fn new(value: T) -> Timed<T> {
        Timed { value, started: std::time::Instant::now() }
    }

    fn map<U>(self, f: impl FnOnce(T) -> U) -> Timed<U> {
        Timed { value: f(self.value), started: self.started }
    }

    fn finish(self) -> T {
        println!("{:?}", self.started.elapsed());
        self.value
    }
}

pub async fn panics(client: &Client, url: &str) -> String {
    must(must(client.get(url).send().await).text().await)
}

pub async fn timed(client: &Client, url: &str) -> String {
    let response = Timed::new(client.get(url).send().await).map(must).finish();
    must(response.text().await)
}

pub async fn timed_as_a_pair(client: &Client, url: &str) -> (Response, u128) {
    let timed = Timed::new(must(client.get(url).send().await));
    let elapsed = timed.started.elapsed().as_millis();
    (timed.finish(), elapsed)
}
