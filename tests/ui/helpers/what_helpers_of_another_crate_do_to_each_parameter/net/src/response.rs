use http_body_util::BodyExt;
use hyper::{Response, body::Incoming};

pub async fn drain(response: Response<Incoming>) {
    crate::body::drain(response.into_body()).await;
}

pub async fn drain_in_place(response: &mut Response<Incoming>) {
    while response.frame().await.is_some() {}
}

pub async fn peek(mut response: Response<Incoming>) -> bool { //~ partly_read
    response.frame().await.is_some()
}

pub fn close(response: Response<Incoming>) {
    crate::body::close(response.into_body());
}

pub async fn log_and_drain(log: &mut String, response: Response<Incoming>) {
    log.push_str(response.status().as_str());
    drain(response).await;
}
