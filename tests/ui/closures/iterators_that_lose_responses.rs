use reqwest::blocking::{Client, Response};

pub fn counted(client: &Client, urls: &[String]) -> usize {
    urls.iter().filter_map(|url| client.get(url.as_str()).send().ok()).count() //~ unread_body
}

pub fn filtered(client: &Client, urls: &[String]) -> usize {
    let responses = urls.iter().filter_map(|url| client.get(url.as_str()).send().ok()); //~ unread_body
    responses.filter(|response| response.status().is_success()).count()
}

pub fn looped(client: &Client, urls: &[String]) -> usize {
    let mut up = 0;
    for response in urls.iter().map(|url| client.get(url.as_str()).send()) { //~ MISS unread_body -- what an iterator gives is not followed
        up += usize::from(response.is_ok());
    }
    up
}

pub fn of_an_array(only: Response) -> usize { //~ unread_body
    let mut up = 0;
    for response in [only] {
        up += usize::from(response.status().is_success());
    }
    up
}
