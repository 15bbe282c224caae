use reqwest::{Error, Response};

pub fn is_up(response: Response) -> bool { //~ unread_body
    response.status().is_success()
}

pub async fn parse(response: Response) -> Result<Option<String>, Error> { //~ unread_on_exit
    if response.status().as_u16() == 404 {
        return Ok(None);
    }
    response.text().await.map(Some)
}

pub async fn text_of(response: Result<Response, Error>) -> Option<String> {
    response.ok()?.text().await.ok()
}

pub fn check(response: Response) -> Result<Response, Response> {
    if response.status().is_success() { Ok(response) } else { Err(response) }
}
