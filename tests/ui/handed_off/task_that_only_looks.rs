use reqwest::{Client, Error};

pub async fn looked_at(client: &Client) -> Result<(), Error> {
    let response = client.get("http://task").send().await?; //~ unread_body
    tokio::spawn(async move {
        println!("{}", response.status());
    });
    Ok(())
}
