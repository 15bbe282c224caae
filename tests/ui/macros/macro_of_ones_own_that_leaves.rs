use reqwest::{Client, Error};

macro_rules! checked {
    ($response:expr) => {{
        let response = $response;
        if !response.status().is_success() {
            return Ok(String::new());
        }
        response
    }};
}

macro_rules! is_up {
    ($client:expr, $url:expr) => {
        $client.get($url).send().await.is_ok()
    };
}

pub async fn left(client: &Client, url: &str) -> Result<String, Error> {
    let response = checked!(client.get(url).send().await?); //~ MISS unread_on_exit -- macros of one's own are not expanded
    response.text().await
}

pub async fn sent(client: &Client, url: &str) -> bool {
    is_up!(client, url) //~ MISS unread_body -- macros of one's own are not expanded
}
