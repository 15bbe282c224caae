use std::{fs::File, io};

use reqwest::blocking::Client;

pub fn download(client: &Client, urls: &[&str], mut file: &File) -> reqwest::Result<usize> {
    let mut failed = 0;
    for url in urls {
        let mut response = client.get(*url).send()?; //~ MISS partly_read -- a copy is taken to read to the end also when writing fails
        if io::copy(&mut response, &mut file).is_err() {
            failed += 1;
            continue;
        }
        println!("{url}");
    }
    Ok(failed)
}
