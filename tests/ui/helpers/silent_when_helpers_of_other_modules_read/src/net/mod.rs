mod drain;

pub(crate) use drain::drain as finish;

pub(crate) mod text {
    pub(crate) async fn of(response: super::Reply) -> reqwest::Result<String> {
        response.text().await
    }
}

pub(crate) type Reply = reqwest::Response;
