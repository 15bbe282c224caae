use reqwest::{Client, Error};

async fn size(url: &str) -> Result<usize, Error> {
    let client = Client::new(); //~ client_per_request
    Ok(client.get(url).send().await?.bytes().await?.len())
}

pub async fn sizes(urls: &[String]) -> Result<usize, Error> {
    let mut sum = 0;
    for url in urls {
        sum += size(url).await?;
    }
    Ok(sum)
}

pub struct Api {
    pub base: String,
}

impl Api {
    async fn put(&self, text: String) -> Result<String, Error> {
        let request = Client::new().put(&self.base).body(text); //~ client_per_request
        request.send().await?.text().await
    }

    pub async fn put_all(&self, texts: Vec<String>) -> Vec<Result<String, Error>> {
        let mut answers = Vec::new();
        for text in texts {
            let answer = self.put(text).await;
            answers.push(answer);
        }
        answers
    }
}
