use http::{Response, StatusCode};
use http_body_util::{Empty, Full};
use hyper::body::Bytes;

pub fn in_memory() -> StatusCode {
    let response = Response::new(vec![1, 2, 3]);
    response.status()
}

pub fn server_side() -> Response<Full<Bytes>> {
    let default = Response::new(Full::new(Bytes::from("hello")));
    if default.status().is_success() {
        return Response::builder().status(404).body(Full::default()).unwrap();
    }
    default
}

pub fn mocked() -> bool {
    let response = reqwest::Response::from(Response::new("mock"));
    response.status().is_success()
}

pub fn empty() -> u16 {
    let (head, _) = Response::new(Empty::<Bytes>::new()).into_parts();
    head.status.as_u16()
}
