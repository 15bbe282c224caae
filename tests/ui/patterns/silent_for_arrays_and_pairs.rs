use reqwest::{Client, Error};

pub async fn array(client: &Client) -> Result<usize, Error> {
    let first = client.get("http://first").send().await.unwrap();
    let second = client.get("http://second").send().await.unwrap();
    let mut length = 0;
    for response in [first, second] {
        length += response.text().await?.len();
    }
    Ok(length)
}

pub async fn pair(client: &Client) -> Result<usize, Error> {
    let pair = (client.get("http://first").send().await.unwrap(), 7);
    let (response, more) = pair;
    Ok(response.text().await?.len() + more)
}

pub async fn field_of_a_pair(client: &Client) -> Result<usize, Error> {
    let pair = (client.get("http://first").send().await.unwrap(), 7);
    Ok(pair.0.text().await?.len() + pair.1)
}
