use reqwest::{Client, Error};

pub fn blocked_on(client: &Client, url: &str) -> bool {
    futures::executor::block_on(client.get(url).send()).is_ok() //~ unread_body
}

pub fn runtime(client: &Client, url: &str) -> Result<u16, Error> {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let response = client.get(url).send().await?; //~ unread_body
        Ok(response.status().as_u16())
    })
}

pub fn detached(client: &Client, url: &str) {
    tokio::spawn(client.get(url).send()); //~ unread_body
}

pub async fn joined(client: &Client, url: &str) -> bool {
    let task = tokio::spawn(client.get(url).send()); //~ unread_body
    matches!(task.await, Ok(Ok(_)))
}
