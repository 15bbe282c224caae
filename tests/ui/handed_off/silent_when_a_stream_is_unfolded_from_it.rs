use bytes::Bytes;
use futures::{Stream, StreamExt, stream};
use reqwest::{Client, Error, Response};

pub async fn chunks(client: &Client, url: &str) -> Result<impl Stream<Item = Bytes> + use<>, Error> {
    let response = client.get(url).send().await?;
    Ok(stream::unfold(response, async |mut response: Response| {
        let chunk = response.chunk().await.ok()??;
        Some((chunk, response))
    }))
}

pub fn pages(client: Client) -> impl Stream<Item = Response> {
    stream::unfold(1, move |page| {
        let request = client.get(format!("http://pages/{page}"));
        async move { Some((request.send().await.ok()?, page + 1)) }
    })
}

pub fn texts(client: Client, urls: Vec<String>) -> impl Stream<Item = Result<String, Error>> {
    stream::iter(urls).then(move |url| {
        let client = client.clone();
        async move { client.get(url).send().await?.text().await }
    })
}

pub async fn all_pages(client: Client) -> usize {
    let mut length = 0;
    let mut pages = std::pin::pin!(pages(client).take(3));
    while let Some(page) = pages.next().await {
        length += page.bytes().await.map_or(0, |bytes| bytes.len());
    }
    length
}
