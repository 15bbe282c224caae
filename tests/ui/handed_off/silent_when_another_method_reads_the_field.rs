use reqwest::{
    Result,
    blocking::{Client, Response},
};

pub struct Download {
    client: Client,
    response: Option<Response>,
}

impl Download {
    pub fn start(&mut self, url: &str) -> Result<()> {
        let response = self.client.get(url).send()?;
        println!("{}", response.status());
        self.response = Some(response);
        Ok(())
    }

    pub fn finish(&mut self) -> Result<usize> {
        match self.response.take() {
            Some(response) => Ok(response.bytes()?.len()),
            None => Ok(0),
        }
    }
}

pub fn whole(client: Client, url: &str) -> Result<usize> {
    let mut download = Download { client, response: None };
    download.start(url)?;
    download.finish()
}
