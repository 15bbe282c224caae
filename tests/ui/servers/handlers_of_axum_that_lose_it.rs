//@ dependency: axum = '0.8'
use std::sync::Arc;

use axum::{
    Extension, Json,
    body::Body,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use reqwest::Client;

#[derive(Clone)]
pub struct App {
    client: Client,
}

pub async fn by_its_pattern(State(client): State<Client>) -> Result<String, StatusCode> {
    let response = client.get("http://a").send().await.map_err(|_| StatusCode::BAD_GATEWAY)?; //~ unread_on_exit
    if !response.status().is_success() {
        return Err(StatusCode::BAD_GATEWAY);
    }
    response.text().await.map_err(|_| StatusCode::BAD_GATEWAY)
}

pub async fn by_a_field(State(app): State<Arc<App>>, Path(id): Path<String>) -> impl IntoResponse {
    let response = app.client.get(id).send().await.unwrap(); //~ unread_body
    Json(response.status().as_u16())
}

pub async fn without_a_pattern(app: State<App>) -> Response {
    app.client.get("http://a").send().await.unwrap().status().into_response() //~ unread_body
}

pub async fn of_an_extension(Extension(client): Extension<Client>) -> Response {
    let response = client.get("http://a").send().await.unwrap(); //~ unread_on_exit
    if response.content_length().is_none() {
        return StatusCode::LENGTH_REQUIRED.into_response();
    }
    Body::from_stream(response.bytes_stream()).into_response()
}
