use futures::future::join_all;
use reqwest::Error;

pub async fn in_a_loop(urls: &[String]) -> Result<usize, Error> {
    let mut sum = 0;
    for url in urls {
        sum += reqwest::get(url).await?.bytes().await?.len(); //~ one_shot_in_loop
    }
    Ok(sum)
}

pub async fn for_each_item(urls: Vec<String>) -> Vec<Option<String>> {
    join_all(urls.into_iter().map(|url| async move { text(reqwest::get(url).await).await })).await //~ one_shot_in_loop
}

async fn text(response: Result<reqwest::Response, Error>) -> Option<String> {
    response.ok()?.text().await.ok()
}

fn blocking(url: &str) -> Result<String, Error> {
    reqwest::blocking::get(url)?.text() //~ one_shot_in_loop
}

pub fn by_a_function_that_a_loop_calls(urls: &[String]) -> Vec<String> {
    let mut texts = Vec::new();
    for url in urls {
        match blocking(url) {
            Ok(text) => texts.push(text),
            Err(error) => log::error!("{error}"),
        }
    }
    texts
}
