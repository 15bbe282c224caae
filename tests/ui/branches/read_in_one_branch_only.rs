use reqwest::{Client, Error};

pub async fn only_errors(client: &Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    if response.status().as_u16() >= 400 {
        println!("{}", response.text().await?);
    }
    Ok(())
}

pub async fn no_last_else(client: &Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    if response.status().is_success() {
        println!("{}", response.text().await?);
    } else if response.status().is_client_error() {
        println!("refused: {}", response.text().await?);
    }
    Ok(())
}

pub async fn optional_body(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    let ok = response.status().is_success();
    let body = if ok { Some(response.text().await?) } else { None };
    Ok(body)
}

pub async fn short_circuit(client: &Client, url: &str) -> Result<bool, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    Ok(response.status().is_success() && response.text().await?.contains("ok"))
}

pub async fn verbose(client: &Client, url: &str, verbose: bool) -> Result<u16, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    let status = response.status().as_u16();
    if verbose {
        println!("{}", response.text().await?);
    }
    Ok(status)
}
