pub struct Response {
    pub status: u16,
}

pub struct Client;

impl Client {
    pub fn get(&self, _url: &str) -> RequestBuilder {
        RequestBuilder
    }
}

pub struct RequestBuilder;

impl RequestBuilder {
    pub async fn send(self) -> Result<Response, String> {
        Ok(Response { status: 200 })
    }
}

pub async fn ping(client: &Client) -> Result<u16, String> {
    client.get("/").send().await?;
    Ok(client.get("/").send().await?.status)
}

mod reqwest {
    pub struct Response;
    pub async fn fetch() -> Response {
        Response
    }
}

pub async fn local_module() {
    let _ = reqwest::fetch().await;
}
