//@ dependency: axum = '0.8'
use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use reqwest::Client;

pub async fn stream(State(client): State<Client>) -> Result<Response, StatusCode> {
    let response = client.get("http://a").send().await.map_err(|_| StatusCode::BAD_GATEWAY)?;
    let builder = Response::builder().status(response.status());
    builder.body(Body::from_stream(response.bytes_stream())).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

pub async fn body(State(client): State<Client>, request: Request) -> Response {
    let asked = client.request(request.method().clone(), "http://a");
    let asked = asked.body(reqwest::Body::wrap_stream(request.into_body().into_data_stream()));
    let response = http::Response::from(asked.send().await.unwrap());
    response.map(Body::new)
}

pub async fn into_response(State(client): State<Client>) -> impl IntoResponse {
    let response = client.get("http://a").send().await.unwrap();
    (response.status(), Body::from_stream(response.bytes_stream())).into_response()
}

pub async fn read(State(client): State<Client>) -> Result<Bytes, axum::Error> {
    let response = client.get("http://a").send().await.unwrap();
    axum::body::to_bytes(Body::new(reqwest::Body::from(response)), 1 << 20).await
}

// A server's own.
pub async fn request(request: Request) -> StatusCode {
    drop(request.into_body());
    StatusCode::NO_CONTENT
}
