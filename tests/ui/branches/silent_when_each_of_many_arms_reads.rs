use reqwest::{Client, Error, Response, StatusCode};

pub enum Answer {
    Found(String),
    Missing,
    Refused(u16, String),
}

async fn refused(response: Response) -> Result<Answer, Error> {
    Ok(Answer::Refused(response.status().as_u16(), response.text().await?))
}

pub async fn ask(client: &Client, url: &str) -> Result<Answer, Error> {
    let response = client.get(url).send().await?;
    match (response.status(), response.content_length()) {
        (StatusCode::OK, _) => Ok(Answer::Found(response.text().await?)),
        (_, Some(0)) => Ok(Answer::Missing),
        (StatusCode::NOT_FOUND | StatusCode::GONE, _) => response.bytes().await.map(|_| Answer::Missing),
        (status, _) if status.is_server_error() => refused(response).await,
        _ => refused(response).await,
    }
}

pub async fn in_a_chain_of_conditions(client: &Client, url: &str) -> Result<Answer, Error> {
    let response = client.get(url).send().await?;
    let status = response.status();
    let answer = if status == StatusCode::OK {
        Answer::Found(response.text().await?)
    } else if status == StatusCode::NO_CONTENT {
        Answer::Missing
    } else {
        refused(response).await?
    };
    Ok(answer)
}
