use axum::{
    body::Body,
    extract::State,
    response::{IntoResponse, Response},
};
use futures::Stream;
use reqwest::Client;

pub async fn proxy(State(client): State<Client>) -> Response {
    match client.get("http://upstream").send().await {
        Ok(upstream) => {
            let status = upstream.status();
            (status, Body::from_stream(upstream.bytes_stream())).into_response()
        }
        Err(error) => error.to_string().into_response(),
    }
}

pub fn pages(client: Client) -> impl Stream<Item = reqwest::Response> {
    async_stream::stream! {
        for page in 0..10 {
            let response = client.get(format!("http://pages/{page}")).send().await.unwrap();
            yield response;
        }
    }
}

pub async fn hello() -> impl IntoResponse {
    Response::new(Body::from("hello"))
}
