use reqwest::{Client, Error};

pub async fn the_other_is_lost(client: &Client, mirror: &str, url: &str) -> Result<String, Error> {
    let (first, second) = tokio::join!(
        client.get(url).send(),
        client.get(mirror).send(), //~ unread_on_exit
    );
    let response = if first.is_ok() { first } else { second };
    response?.text().await
}

pub async fn both_arms_of_a_receiver(client: &Client, url: &str, post: bool) -> Result<u16, Error> {
    let status = if post {
        client.post(url).send().await //~ unread_body
    } else {
        client.get(url).send().await //~ unread_body
    }?
    .status();
    Ok(status.as_u16())
}

pub async fn one_arm_reads(client: &Client, url: &str, post: bool) -> Result<String, Error> {
    Ok(if post {
        client.post(url).send().await?.status().to_string() //~ unread_body
    } else {
        client.get(url).send().await?.text().await?
    })
}
