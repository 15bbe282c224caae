//@ dependency: wreq = '6.0.0-rc.31'
use futures::StreamExt;
use http_body_util::BodyExt;
use wreq::{Client, Error, Method, Request, Response};

pub async fn ways_to_send(client: &Client, url: &str, request: Request) -> Result<(), Error> {
    client.get(url).send().await?; //~ unread_body
    client.post(url).json("text").header("a", "b").send().await?; //~ unread_body
    client.request(Method::OPTIONS, url).send().await?; //~ unread_body
    client.execute(request).await?; //~ unread_body
    Ok(())
}

pub async fn guard_on_the_status(client: &Client, url: &str) -> Result<Option<String>, Error> {
    let response = client.get(url).send().await?; //~ unread_on_exit
    if response.status() == 404 {
        return Ok(None);
    }
    Ok(Some(response.text().await?))
}

pub async fn first_piece(client: &Client, url: &str) -> Result<(), Error> {
    let mut stream = client.get(url).send().await?.bytes_stream(); //~ partly_read
    stream.next().await;
    Ok(())
}

pub async fn first_frame(client: &Client, url: &str) -> Result<(), Error> {
    let mut response = client.get(url).send().await?; //~ partly_read
    response.frame().await;
    Ok(())
}

pub fn given(response: Response) -> u16 { //~ unread_body
    response.status().as_u16()
}
