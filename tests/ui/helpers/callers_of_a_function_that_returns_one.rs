use reqwest::{Client, Error, Response};

pub struct Api {
    client: Client,
}

impl Api {
    async fn get(&self, path: &str) -> Result<Response, Error> {
        self.client.get(path).send().await
    }

    async fn get_checked(&self, path: &str) -> Result<Response, Error> {
        let response = self.get(path).await?;
        println!("{}", response.status());
        Ok(response)
    }

    pub async fn lost(&self) -> Result<(), Error> {
        self.get("/lost").await?; //~ unread_body
        Ok(())
    }

    pub async fn lost_further_away(&self) -> Result<u16, Error> {
        let response = self.get_checked("/lost").await?; //~ unread_body
        Ok(response.status().as_u16())
    }

    pub async fn read(&self) -> Result<String, Error> {
        self.get_checked("/read").await?.text().await
    }
}
