//@ dependency: actix-web = '4'
//@ dependency: awc = '3'
use actix_web::{Error, HttpResponse, error, web};
use awc::Client;

pub async fn ping(client: web::Data<Client>) -> Result<HttpResponse, Error> {
    let response = client.get("http://a").send().await.map_err(error::ErrorBadGateway)?; //~ unread_body
    Ok(HttpResponse::build(response.status()).finish())
}

pub async fn guard_on_the_status(client: web::Data<Client>) -> Result<HttpResponse, Error> {
    let mut response = client.get_ref().get("http://a").send().await.map_err(error::ErrorBadGateway)?; //~ unread_on_exit
    if !response.status().is_success() {
        return Ok(HttpResponse::BadGateway().finish());
    }
    Ok(HttpResponse::Ok().body(response.body().await?))
}

pub async fn of_another_client(client: web::Data<reqwest::Client>) -> Result<HttpResponse, Error> {
    let response = client.get("http://a").send().await.map_err(error::ErrorBadGateway)?; //~ unread_body
    Ok(HttpResponse::Ok().body(response.status().to_string()))
}
