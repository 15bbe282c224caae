use reqwest::{Client, Error, Response};

struct Policy {
    status: u16,
}

enum Answer {
    NotModified,
    Modified,
}

impl Policy {
    fn of(response: &Response) -> Self {
        Policy { status: response.status().as_u16() }
    }

    fn answer(&self) -> Answer {
        if self.status == 304 { Answer::NotModified } else { Answer::Modified }
    }
}

pub async fn revalidate(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?;
    match Policy::of(&response).answer() {
        Answer::NotModified => Ok(None),
        Answer::Modified => response.text().await.map(Some),
    }
}
