use reqwest::{Client, Error, Response};

// It drains nothing.
fn recycle(response: Response) { //~ unread_body
    let _headers = response.headers().len();
}

pub async fn ping(client: &Client, url: &str) -> Result<(), Error> {
    recycle(client.get(url).send().await?);
    Ok(())
}
