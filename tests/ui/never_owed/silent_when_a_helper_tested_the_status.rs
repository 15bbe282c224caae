use reqwest::{Client, Error, Response, StatusCode};

pub struct Policy {
    status: u16,
    etag: Option<String>,
}

pub enum After {
    Same(Policy),
    Modified(Policy),
}

impl Policy {
    fn of(response: &Response) -> Policy {
        let etag = response.headers().get("etag").and_then(|etag| etag.to_str().ok());
        Policy { status: response.status().as_u16(), etag: etag.map(str::to_owned) }
    }

    fn is_modified(&self, now: &Policy) -> bool {
        if now.status != 304 {
            return true;
        }
        match (&self.etag, &now.etag) {
            (Some(known), Some(now)) => known != now,
            _ => false,
        }
    }

    fn after(&self, response: &Response) -> After {
        let now = Policy::of(response);
        if self.is_modified(&now) { After::Modified(now) } else { After::Same(now) }
    }
}

fn is_new(response: &Response) -> bool {
    response.status() != StatusCode::NOT_MODIFIED
}

pub async fn by_a_flag(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?;
    if !is_new(&response) {
        return Ok(None);
    }
    response.text().await.map(Some)
}

pub async fn by_an_enum(client: &Client, url: &str, policy: &Policy) -> Result<(Policy, Option<String>), Error> {
    let response = client.get(url).send().await?;
    match policy.after(&response) {
        After::Same(now) => Ok((now, None)),
        After::Modified(now) => Ok((now, Some(response.text().await?))),
    }
}
