use reqwest::{Client, Error};

pub async fn question_mark(client: &Client) -> Result<String, Error> {
    let (a, b) = tokio::join!(
        client.get("http://a").send(),
        client.get("http://b").send(), //~ unread_on_exit
    );
    let a = a?.text().await?;
    Ok(a + &b?.text().await?)
}

pub async fn tried(client: &Client) -> Result<String, Error> {
    let (a, b) = futures::future::try_join(
        client.get("http://a").send(), //~ unread_on_exit
        client.get("http://b").send(), //~ unread_on_exit
    )
    .await?;
    let text = a.text().await?;
    Ok(text + &b.text().await?)
}
