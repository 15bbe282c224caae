//@ dependency: actix-web = '4'
//@ dependency: awc = '3'
use actix_web::{Error, HttpResponse, error, web};
use awc::Client;

pub async fn stream(client: web::Data<Client>, payload: web::Payload) -> Result<HttpResponse, Error> {
    let response = client.post("http://a").send_stream(payload).await.map_err(error::ErrorBadGateway)?;
    Ok(HttpResponse::build(response.status()).streaming(response))
}

pub async fn of_another_client(client: web::Data<reqwest::Client>) -> Result<HttpResponse, Error> {
    let response = client.get("http://a").send().await.map_err(error::ErrorBadGateway)?;
    Ok(HttpResponse::Ok().streaming(response.bytes_stream()))
}

pub async fn read(client: web::Data<Client>) -> Result<HttpResponse, Error> {
    let mut response = client.get("http://a").send().await.map_err(error::ErrorBadGateway)?;
    Ok(HttpResponse::Ok().body(response.body().await?))
}

// A server's own.
pub async fn request(payload: web::Payload) -> HttpResponse {
    drop(payload);
    HttpResponse::NoContent().finish()
}
