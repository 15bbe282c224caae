use reqwest::{Client, Error, Response, StatusCode};

enum Cached {
    Modified,
    Same,
}

fn is_modified(response: &Response) -> bool {
    response.status() != StatusCode::NOT_MODIFIED
}

fn compare(response: &Response) -> Cached {
    if response.status() == StatusCode::NOT_MODIFIED { Cached::Same } else { Cached::Modified }
}

pub async fn by_a_flag(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?; //~ FALSE unread_on_exit -- a status that a helper tested is not known to its caller
    if !is_modified(&response) {
        return Ok(None);
    }
    response.text().await.map(Some)
}

pub async fn by_an_enum(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?; //~ FALSE unread_on_exit -- a status that a helper tested is not known to its caller
    match compare(&response) {
        Cached::Same => Ok(None),
        Cached::Modified => response.text().await.map(Some),
    }
}
