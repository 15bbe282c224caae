use reqwest::{Client, Error, blocking};

pub fn captured(client: &blocking::Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send()?; //~ unread_body
    let _read = move || response.text();
    Ok(())
}

pub async fn captured_by_a_block(client: &Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send().await?; //~ unread_body
    let _read = async move { response.text().await };
    Ok(())
}

pub fn called_and_ignored(client: &blocking::Client, url: &str) -> Result<u16, Error> {
    let look = |response: blocking::Response| response.status().as_u16();
    Ok(look(client.get(url).send()?)) //~ unread_body
}

pub fn ignores_its_parameter(client: &blocking::Client, url: &str) -> Result<(), Error> {
    client.get(url).send().map(|_| ()) //~ unread_body
}
