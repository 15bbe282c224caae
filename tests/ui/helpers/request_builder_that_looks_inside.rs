use reqwest::{Client, Error, RequestBuilder, Response};

pub struct Fetch {
    request: RequestBuilder,
    quiet: bool,
}

impl Fetch {
    pub fn get(client: &Client, url: &str) -> Fetch {
        Fetch { request: client.get(url), quiet: false }
    }

    pub fn quiet(self) -> Fetch {
        Fetch { quiet: true, ..self }
    }

    pub async fn response(self) -> Result<Response, Error> {
        self.request.send().await
    }

    pub async fn run(self) -> Result<(), Error> {
        let response = self.request.send().await?; //~ unread_body
        if !self.quiet {
            println!("{}", response.status());
        }
        Ok(())
    }
}

pub async fn run(client: &Client) -> Result<(), Error> {
    Fetch::get(client, "http://run").quiet().run().await
}

pub async fn dropped(client: &Client) -> Result<(), Error> {
    Fetch::get(client, "http://response").quiet().response().await?; //~ unread_body
    Ok(())
}
