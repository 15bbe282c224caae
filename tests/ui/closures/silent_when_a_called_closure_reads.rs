use reqwest::{
    Client, Error, Response,
    blocking::{self, Response as Blocking},
};

pub fn captured(client: &blocking::Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send()?;
    let read = move || response.text();
    read()
}

pub fn given(client: &blocking::Client, url: &str) -> Result<String, Error> {
    let read = |response: Blocking| response.text();
    read(client.get(url).send()?)
}

pub async fn given_async(client: &Client, url: &str) -> Result<String, Error> {
    let read = async |response: Response| response.text().await;
    read(client.get(url).send().await?).await
}

pub async fn captured_by_a_block(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    let read = async move { response.text().await };
    read.await
}

pub fn called_by_a_helper(client: &blocking::Client, url: &str) -> Result<usize, Error> {
    fn with<T>(response: Blocking, f: impl FnOnce(Blocking) -> T) -> T {
        f(response)
    }
    with(client.get(url).send()?, |response| response.bytes().map(|bytes| bytes.len()))
}

pub fn never_called(client: &blocking::Client, url: &str) {
    let _fetch = || client.get(url).send()?.text();
}
