pub mod imported {
    use fake::{Client, get};

    pub async fn method(client: &Client) -> Result<u16, String> {
        Ok(client.get("/").send().await?.status)
    }

    pub async fn function() {
        let _ = get("/").await;
    }
}

pub mod renamed {
    use fake as reqwest;

    pub async fn method(client: &reqwest::Client) -> Result<u16, String> {
        client.get("/").send().await?;
        Ok(reqwest::Client.get("/").send().await?.status)
    }
}

pub mod by_a_glob {
    use fake::*;

    pub async fn method(client: &Client) -> bool {
        client.get("/").send().await.is_ok()
    }
}

pub mod beside_the_real_one {
    use fake::Client;

    pub async fn method(client: &Client, real: &reqwest::Client) -> Option<String> {
        client.get("/").send().await.ok()?;
        real.get("http://real").send().await.ok()?.text().await.ok()
    }
}
