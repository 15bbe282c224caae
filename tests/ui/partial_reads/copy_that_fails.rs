use std::{fs::File, io};

use reqwest::blocking::Client;

pub fn download(client: &Client, urls: &[&str]) -> io::Result<usize> {
    let mut failed = 0;
    for url in urls {
        let mut response = client.get(*url).send().map_err(io::Error::other)?; //~ MISS partly_read -- a copy is taken to read to the end even when writing fails //~ unread_on_exit
        let mut file = File::create("page")?;
        if io::copy(&mut response, &mut file).is_err() {
            failed += 1;
            continue;
        }
    }
    Ok(failed)
}
