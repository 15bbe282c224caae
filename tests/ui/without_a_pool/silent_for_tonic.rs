//@ dependency: tonic = '0.14'
use tonic::{Request, Response, Status, Streaming, client::Grpc, transport::Channel};

pub async fn unary<C>(client: &mut Grpc<Channel>, codec: C, path: http::uri::PathAndQuery) -> Result<(), Status>
where
    C: tonic::codec::Codec<Encode = String, Decode = String>,
{
    client.ready().await.map_err(|error| Status::unknown(error.to_string()))?;
    client.unary(Request::new(String::new()), path, codec).await?;
    Ok(())
}

pub async fn first_message(response: Response<Streaming<String>>) -> Result<Option<String>, Status> {
    response.into_inner().message().await
}

pub fn only_looked_at(response: Response<Streaming<String>>) -> bool {
    response.metadata().is_empty()
}
