use reqwest::blocking::Response;

pub struct Pair {
    first: Response,
    second: Response,
}

pub fn both_read(pair: Pair) -> reqwest::Result<String> { //~ FALSE unread_on_exit -- a closure is taken to capture whole variables
    let first = move || pair.first.text();
    let second = pair.second.text();
    Ok(first()? + &second?)
}

pub fn one_lost(pair: Pair) -> reqwest::Result<String> { //~ unread_on_exit
    let first = move || pair.first.text();
    first()
}
