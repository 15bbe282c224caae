use http_body_util::BodyExt;
use hyper::body::Incoming;

pub async fn drain(body: Incoming) {
    let _ = body.collect().await;
}

pub async fn drain_all(mut body: Incoming) -> usize {
    let mut count = 0;
    while let Some(Ok(_)) = body.frame().await {
        count += 1;
    }
    count
}

pub async fn peek(mut body: Incoming) -> bool {
    matches!(body.frame().await, Some(Ok(_)))
}

pub fn close(body: Incoming) { //~ unread_body
    drop(body);
}

pub fn hint(body: &impl hyper::body::Body) -> u64 {
    body.size_hint().lower()
}
