use reqwest::blocking::Client;

pub fn texts(client: &Client, urls: &[String]) -> reqwest::Result<Vec<String>> {
    urls.iter().map(|url| client.get(url.as_str()).send()?.text()).collect()
}

pub fn successes(client: &Client, urls: &[String]) -> Vec<String> {
    urls.iter()
        .filter_map(|url| client.get(url.as_str()).send().ok())
        .filter_map(|response| response.text().ok())
        .collect()
}

pub fn each(client: &Client, urls: &[String]) {
    urls.iter().for_each(|url| {
        if let Ok(response) = client.get(url.as_str()).send() {
            println!("{:?}", response.text());
        }
    });
}
