use reqwest::{
    Result,
    blocking::{Body, Client, Request, Response, multipart::Part},
};

pub fn request(client: &Client, url: &str) -> Result<Request> {
    let response = client.get(url).send()?;
    http::Request::new(Body::new(response)).try_into()
}

pub fn body(client: &Client, url: &str) -> Result<Response> {
    let response = client.get(url).send()?;
    client.post(url).body(Body::new(response)).send()
}

pub fn part(client: &Client, url: &str) -> Result<Part> {
    let response = client.get(url).send()?;
    Ok(Part::reader(response))
}

pub fn part_with_a_length(client: &Client, url: &str) -> Result<Part> {
    let response = client.get(url).send()?;
    Ok(Part::reader_with_length(response, 100))
}

pub fn buffered(client: &Client, url: &str) -> Result<usize> {
    let mut body = Body::new(client.get(url).send()?);
    Ok(body.buffer()?.len())
}

pub fn response(client: &Client, url: &str) -> Result<Response> {
    let response = client.get(url).send()?;
    Ok(Response::from(http::Response::new(Body::new(response))))
}
