use reqwest::{Client, Error};

pub async fn fetch(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    response.error_for_status_ref()?;
    response.text().await
}

pub async fn reads_in_both_cases(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    if let Err(error) = response.error_for_status_ref() {
        println!("{error}: {}", response.text().await?);
        return Err(error);
    }
    response.text().await
}
