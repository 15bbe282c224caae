use reqwest::Client;

pub async fn joined(client: &Client, url: &str) -> anyhow::Result<String> {
    let task = tokio::spawn(client.get(url).send());
    println!("working");
    Ok(task.await??.text().await?)
}

pub async fn read_inside(client: &Client, url: &str) {
    let request = client.get(url);
    tokio::spawn(async move {
        match request.send().await {
            Ok(response) => println!("{:?}", response.text().await),
            Err(error) => println!("{error}"),
        }
    });
}

pub async fn handed_back(client: Client, url: String) -> tokio::task::JoinHandle<reqwest::Result<reqwest::Response>> {
    tokio::spawn(async move { client.get(url).send().await })
}
