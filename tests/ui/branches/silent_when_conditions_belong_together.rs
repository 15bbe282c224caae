use reqwest::{Client, Error};

pub async fn twice_the_same_flag(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    let ok = response.status().is_success();
    if ok {
        return response.text().await;
    }
    println!("failed");
    if !ok {
        response.bytes().await?;
    }
    Ok(String::new())
}

pub async fn flag_of_the_caller(client: &Client, url: &str, quiet: bool) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    if quiet {
        response.bytes().await?;
        return Ok(String::new());
    }
    println!("{}", response.status());
    response.text().await
}

pub async fn option_of_a_response(client: &Client, url: Option<&str>) -> Result<Option<String>, Error> {
    let response = match url {
        Some(url) => Some(client.get(url).send().await?),
        None => None,
    };
    let Some(response) = response else { return Ok(None) };
    response.text().await.map(Some)
}

pub async fn same_test_twice(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    let mut text = String::new();
    if response.status().is_server_error() {
        text.push_str("sorry: ");
    }
    if response.status().is_success() {
        text.push_str(&response.text().await?);
    } else if !response.status().is_success() {
        text.push_str(&response.text().await?);
    }
    Ok(text)
}
