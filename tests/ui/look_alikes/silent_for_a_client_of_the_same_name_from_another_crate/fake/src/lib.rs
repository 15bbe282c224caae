#[derive(Default)]
pub struct Client;

pub struct RequestBuilder;

pub struct Response {
    pub status: u16,
}

impl Client {
    pub fn get(&self, _url: &str) -> RequestBuilder {
        RequestBuilder
    }
}

impl RequestBuilder {
    pub async fn send(self) -> Result<Response, String> {
        Ok(Response { status: 200 })
    }
}

pub async fn get(_url: &str) -> Result<Response, String> {
    Ok(Response { status: 200 })
}
