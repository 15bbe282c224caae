use reqwest::{Client, Error};

pub async fn one_assigns(client: &Client, url: &str, wanted: bool) -> Result<Option<u16>, Error> {
    let mut response = None;
    if wanted {
        response = Some(client.get(url).send().await?); //~ unread_body
    }
    Ok(response.map(|response| response.status().as_u16()))
}

pub async fn both_assign(client: &Client, url: &str, post: bool) -> Result<u16, Error> {
    let response;
    if post {
        response = client.post(url).send().await?; //~ unread_body
    } else {
        response = client.get(url).send().await?; //~ unread_body
    }
    Ok(response.status().as_u16())
}

pub async fn handled_late_on_one_path(client: &Client, url: &str, post: bool) -> Result<Option<String>, Error> {
    let response = match post {
        true => client.post(url).send().await?, //~ unread_on_exit
        false => client.get(url).send().await?, //~ unread_on_exit
    };
    if response.status().is_success() { response.text().await.map(Some) } else { Ok(None) }
}

pub async fn replaced_in_a_branch(client: &Client, url: &str) -> Result<String, Error> {
    let mut response = client.get(url).send().await?; //~ unread_on_exit
    if response.status().is_server_error() {
        response = client.get("http://mirror").send().await?;
    }
    response.text().await
}
