use reqwest::{Client, RequestBuilder};
use serde::{Serialize, de::DeserializeOwned};

#[derive(Debug)]
pub enum Error {
    Http(reqwest::Error),
    Api { status: u16, message: String },
    Json(serde_json::Error),
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Error {
        Error::Http(error)
    }
}

pub struct Api {
    client: Client,
    base: String,
    token: Option<String>,
}

impl Api {
    pub async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Error> {
        self.run(self.client.get(format!("{}{path}", self.base))).await
    }

    pub async fn post<B: Serialize + ?Sized, T: DeserializeOwned>(&self, path: &str, body: &B) -> Result<T, Error> {
        self.run(self.client.post(format!("{}{path}", self.base)).json(body)).await
    }

    async fn run<T: DeserializeOwned>(&self, mut request: RequestBuilder) -> Result<T, Error> {
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        let response = request.send().await?;
        let status = response.status();
        let text = response.text().await?;
        if status.is_success() {
            serde_json::from_str(&text).map_err(Error::Json)
        } else {
            Err(Error::Api { status: status.as_u16(), message: text })
        }
    }
}
