use reqwest::{Client, Error, Response};

pub trait Sink {
    async fn accept(&mut self, response: Response) -> Result<(), Error>;
}

pub struct Lengths(Vec<usize>);

impl Sink for Lengths {
    async fn accept(&mut self, response: Response) -> Result<(), Error> {
        self.0.push(response.bytes().await?.len());
        Ok(())
    }
}

pub struct Printer;

impl Sink for Printer {
    async fn accept(&mut self, mut response: Response) -> Result<(), Error> {
        while let Some(chunk) = response.chunk().await? {
            println!("{}", chunk.len());
        }
        Ok(())
    }
}

pub async fn fetch<S: Sink>(client: &Client, url: &str, sink: &mut S) -> Result<(), Error> {
    let response = client.get(url).send().await?;
    sink.accept(response).await
}
