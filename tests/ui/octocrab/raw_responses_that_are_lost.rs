//@ dependency: octocrab = '0.49'
use http_body_util::BodyExt;
use octocrab::{Octocrab, Result};

pub async fn only_the_status(github: &Octocrab) -> Result<bool> {
    let response = github._get("/user/starred/a/b").await?; //~ unread_body
    Ok(response.status() == 200)
}

pub async fn each_method(github: &Octocrab) -> Result<()> {
    github._post("/a", Some("b")).await?; //~ unread_body
    github._put("/a", None::<&()>).await?; //~ unread_body
    github._patch("/a", None::<&()>).await?; //~ unread_body
    github._delete("/a", None::<&()>).await?; //~ unread_body
    octocrab::instance()._get_with_headers("/a", None).await?; //~ unread_body
    Ok(())
}

pub async fn requests_of_http(github: &Octocrab) -> Result<()> {
    github.execute(http::Request::new("text")).await?; //~ unread_body
    github.send(http::Request::new("text".into())).await?; //~ unread_body
    Ok(())
}

pub async fn files(github: &Octocrab) -> Result<()> {
    github.repos("a", "b").download_tarball("main".to_owned()).await?; //~ unread_body
    let mut body = github.repos("a", "b").raw_file("main".to_owned(), "c").await?.into_body(); //~ partly_read
    body.frame().await;
    Ok(())
}

pub async fn guard_on_the_status(github: &Octocrab) -> Result<Option<String>> {
    let response = github._get("/a").await?; //~ unread_on_exit
    if response.status() == 404 {
        return Ok(None);
    }
    github.body_to_string(response).await.map(Some)
}

pub async fn of_the_client_for_everybody() -> Result<bool> {
    let github = octocrab::initialise(Octocrab::builder().build()?);
    let response = github._get("/a").await?; //~ unread_body
    Ok(response.status() == 200)
}
