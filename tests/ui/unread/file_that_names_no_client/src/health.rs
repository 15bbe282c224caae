use crate::api::Api;

pub async fn is_up(api: &Api) -> bool {
    api.fetch("/health").await.is_ok() //~ unread_body
}

pub async fn version(api: &Api) -> Option<String> {
    api.fetch("/version").await.ok()?.text().await.ok()
}
