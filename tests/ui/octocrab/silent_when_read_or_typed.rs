//@ dependency: octocrab = '0.49'
use bytes::Bytes;
use http_body_util::BodyExt;
use octocrab::{Octocrab, Result};
use serde_json::Value;

pub async fn read(github: &Octocrab) -> Result<(String, Bytes)> {
    let response = github._get("/a").await?;
    let text = github.body_to_string(response).await?;
    let response = octocrab::map_github_error(github._get("/a").await?).await?;
    Ok((text, response.into_body().collect().await?.to_bytes()))
}

pub async fn followed(github: &Octocrab) -> Result<String> {
    let response = github._get("/a").await?;
    let response = github.follow_location_to_data(response).await?;
    github.body_to_string(response).await
}

// What is given back as a type was read.
pub async fn typed(github: &Octocrab) -> Result<()> {
    github.get::<Value, _, ()>("/a", None).await?;
    github.post::<_, Value>("/a", Some("b")).await?;
    github.issues("a", "b").get(1).await?;
    github.repos("a", "b").get().await?;
    github.pulls("a", "b").list().per_page(100).send().await?;
    github.current().user().await?;
    Ok(())
}

pub async fn no_content(github: &Octocrab) -> Result<Option<String>> {
    let response = github._put("/a", None::<&()>).await?;
    if response.status() == 204 {
        return Ok(None);
    }
    github.body_to_string(response).await.map(Some)
}
