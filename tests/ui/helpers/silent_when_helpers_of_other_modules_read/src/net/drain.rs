pub(crate) async fn drain(response: super::Reply) {
    let _ = response.bytes().await;
}
