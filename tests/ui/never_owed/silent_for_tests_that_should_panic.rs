use reqwest::{Client, blocking};

#[tokio::test]
#[should_panic(expected = "refused")]
async fn refused() {
    let client = Client::new();
    client.get("http://localhost").send().await.unwrap();
    assert!(client.get("http://localhost").send().await.is_err(), "refused");
}

#[cfg(test)]
mod mock {
    pub fn prepare(client: &super::blocking::Client) {
        let _ = client.put("http://localhost/expectation").body("{}").send();
        client.post("http://localhost/reset").send().expect("a mock server");
    }

    pub struct Server {
        pub admin: super::blocking::Client,
    }

    impl Drop for Server {
        fn drop(&mut self) {
            let _ = self.admin.post("http://localhost/stop").send();
        }
    }
}
