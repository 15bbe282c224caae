use bytes::Bytes;
use http::Request;
use http_body_util::{BodyExt, Empty, Limited};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};

type Error = Box<dyn std::error::Error + Send + Sync>;

struct Exporter {
    client: Client<HttpConnector, Empty<Bytes>>,
}

impl Exporter {
    fn with_http2() -> Self {
        Exporter { client: Client::builder(TokioExecutor::new()).http2_only(true).build_http() }
    }

    async fn export(&self, request: Request<Empty<Bytes>>) -> Result<bool, Error> {
        let response = self.client.request(request).await?; //~ FALSE partly_read -- which constructors a method is called after is not looked at
        let body = Limited::new(response.into_body(), 1 << 20).collect().await?;
        Ok(body.trailers().is_some())
    }
}

pub async fn start(request: Request<Empty<Bytes>>) -> Result<bool, Error> {
    Exporter::with_http2().export(request).await
}
