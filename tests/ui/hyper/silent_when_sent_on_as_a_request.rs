use http::Request;
use http_body_util::{BodyExt, Empty};
use hyper::{
    body::{Bytes, Incoming},
    client::conn::{http1, http2},
    rt::Executor,
};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};

type Source = http1::SendRequest<Empty<Bytes>>;

pub async fn sent_on(source: &mut Source, sink: &mut http1::SendRequest<Incoming>) -> hyper::Result<()> {
    let response = source.send_request(Request::new(Empty::new())).await?;
    sink.send_request(Request::new(response.into_body())).await?.collect().await?;
    Ok(())
}

pub async fn tried_to_be_sent_on(source: &mut Source, sink: &mut http1::SendRequest<Incoming>) -> hyper::Result<()> {
    let response = source.send_request(Request::new(Empty::new())).await?;
    if let Ok(response) = sink.try_send_request(Request::new(response.into_body())).await {
        response.collect().await?;
    }
    Ok(())
}

pub async fn sent_on_as_http2(source: &mut Source, sink: &mut http2::SendRequest<Incoming>) -> hyper::Result<()> {
    let response = source.send_request(Request::new(Empty::new())).await?;
    sink.send_request(Request::new(response.into_body())).await?.collect().await?;
    Ok(())
}

pub async fn tried_to_be_sent_on_as_http2(
    source: &mut Source,
    sink: &mut http2::SendRequest<Incoming>,
) -> hyper::Result<()> {
    let response = source.send_request(Request::new(Empty::new())).await?;
    if let Ok(response) = sink.try_send_request(Request::new(response.into_body())).await {
        response.collect().await?;
    }
    Ok(())
}

pub async fn sent_on_by_a_pool(
    source: &mut Source,
    sink: &Client<HttpConnector, Incoming>,
) -> Result<(), Box<dyn std::error::Error>> {
    let response = source.send_request(Request::new(Empty::new())).await?;
    sink.request(Request::new(response.into_body())).await?.collect().await?;
    Ok(())
}

pub async fn read_by_an_executor(source: &mut Source) -> hyper::Result<()> {
    let response = source.send_request(Request::new(Empty::new())).await?;
    TokioExecutor::new().execute(async move {
        let _ = response.collect().await;
    });
    Ok(())
}
