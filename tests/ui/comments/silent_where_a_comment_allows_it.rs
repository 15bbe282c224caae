use reqwest::{Client, Error};

pub async fn above_the_statement(client: &Client, url: &str) -> Result<(), Error> {
    // undrained: allow(unread_body) -- the server closes the connection anyway
    client
        .post(url)
        .body("notice")
        .send()
        .await?;
    Ok(())
}

pub async fn at_the_end_of_the_line(client: &Client, url: &str) -> Result<bool, Error> {
    let response = client.get(url).send().await?; // undrained: allow(unread_body) -- once a day
    Ok(response.status().is_success())
}

// undrained: allow(unread_body, unread_on_exit) -- a probe that measures new connections
pub async fn above_the_function(client: &Client, url: &str) -> Result<usize, Error> {
    client.get(url).send().await?;
    let response = client.get(url).send().await?;
    if !response.status().is_success() {
        return Ok(0);
    }
    Ok(response.bytes().await?.len())
}

// undrained: allow(unread_body) -- generated
pub mod generated {
    pub async fn ping(client: &reqwest::Client) -> reqwest::Result<()> {
        client.get("http://ping").send().await.map(drop)
    }
}
