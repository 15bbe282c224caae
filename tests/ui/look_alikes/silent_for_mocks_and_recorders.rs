use std::collections::VecDeque;

use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use tower_stub::Recorder;

mod tower_stub {
    use super::{Bytes, Full, Request, Response};

    #[derive(Default)]
    pub struct Recorder {
        pub requests: Vec<Request<()>>,
        pub responses: super::VecDeque<Response<Full<Bytes>>>,
    }

    impl Recorder {
        pub async fn call(&mut self, request: Request<()>) -> Option<Response<Full<Bytes>>> {
            self.requests.push(request);
            self.responses.pop_front()
        }
    }
}

pub async fn only_the_status(recorder: &mut Recorder) -> Option<StatusCode> {
    let response = recorder.call(Request::new(())).await?;
    Some(response.status())
}

pub async fn read_and_dropped(recorder: &mut Recorder) -> Option<usize> {
    let response = recorder.call(Request::new(())).await?;
    let (_, body) = response.into_parts();
    Some(body.collect().await.ok()?.to_bytes().len())
}

pub fn prepared(recorder: &mut Recorder) {
    recorder.responses.push_back(Response::new(Full::default()));
    recorder.responses.clear();
}

pub fn replayed(stored: &[u8]) -> u16 {
    let response = reqwest::Response::from(Response::new(stored.to_vec()));
    response.status().as_u16()
}
