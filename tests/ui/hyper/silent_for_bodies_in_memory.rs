use http_body_util::{BodyExt, Empty, Full};
use hyper::{Request, Response, body::Bytes};

pub async fn collected(response: Response<Full<Bytes>>) -> u16 {
    response.status().as_u16()
}

pub fn dropped(request: Request<Empty<Bytes>>) -> bool {
    let (head, _) = request.into_parts();
    head.method.is_safe()
}

pub fn text(response: Response<String>) -> usize {
    if response.status().is_success() {
        return response.body().len();
    }
    0
}

pub fn boxed(response: Response<Bytes>) -> Response<http_body_util::combinators::BoxBody<Bytes, std::convert::Infallible>> {
    response.map(|bytes| Full::new(bytes).boxed())
}
