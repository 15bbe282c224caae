use reqwest::{Client, Error};

pub async fn moved_in(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    let result: Result<String, Error> = async move {
        if response.content_length().is_none() {
            return Ok(String::new());
        }
        response.text().await
    }
    .await;
    println!("done");
    result
}

pub async fn read_after_the_block(client: &Client, url: &str) -> Result<String, Error> {
    let response = client.get(url).send().await?;
    let checked: Result<(), Error> = async { response.error_for_status_ref().map(|_| ()) }.await;
    let text = response.text().await?;
    checked.map(|()| text)
}
