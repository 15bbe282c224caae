use reqwest::{Client, Error, Response, blocking};

pub async fn of_two(client: &Client, url: &str, post: bool) -> Result<Response, Error> {
    if post { client.post(url).send().await } else { client.get(url).send().await }
}

pub async fn of_many(client: &Client, url: &str, name: &str) -> Option<Response> {
    match name {
        "get" => client.get(url).send().await.ok(),
        "post" => client.post(url).send().await.ok(),
        _ => None,
    }
}

pub fn then(client: &blocking::Client, url: &str, wanted: bool) -> Option<Result<blocking::Response, Error>> {
    wanted.then(|| client.get(url).send())
}

pub fn or_else(client: &blocking::Client, url: &str) -> Option<blocking::Response> {
    client.get(url).send().ok().or_else(|| client.get("http://mirror").send().ok())
}

pub async fn of_a_loop(client: &Client, url: &str) -> Response {
    loop {
        match client.get(url).send().await {
            Ok(response) => break response,
            Err(error) => println!("{error}"),
        }
    }
}
