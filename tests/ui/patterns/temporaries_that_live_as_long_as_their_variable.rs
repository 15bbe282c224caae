use std::io::{self, Read};

use reqwest::{Error, blocking::Client};

pub fn by_ref(client: &Client, url: &str) -> Result<u64, Error> {
    let ref mut response = client.get(url).send()?;
    response.copy_to(&mut io::sink())
}

pub fn in_a_pair(client: &Client, url: &str) -> Result<u64, Error> {
    let (response, more) = (&mut client.get(url).send()?, 1);
    Ok(response.copy_to(&mut io::sink())? + more)
}

pub fn in_parentheses(client: &Client, url: &str) -> Result<u64, Error> {
    let response = (&mut client.get(url).send()?);
    response.copy_to(&mut io::sink())
}

pub fn in_both_arms(client: &Client, url: &str, post: bool) -> Result<u64, Error> {
    let response = if post {
        &mut client.post(url).send()? //~ FALSE unread_body -- only a reference at the top keeps its temporary alive
    } else {
        &mut client.get(url).send()? //~ FALSE unread_body -- only a reference at the top keeps its temporary alive
    };
    response.copy_to(&mut io::sink())
}

pub fn at_the_end_of_a_block(client: &Client, url: &str) -> Result<u64, Error> {
    let response = {
        println!("asking");
        &mut client.get(url).send()? //~ FALSE unread_body -- only a reference at the top keeps its temporary alive
    };
    response.copy_to(&mut io::sink())
}

pub fn in_an_option(client: &Client, url: &str) -> Result<u64, Error> {
    let response = Some(&mut client.get(url).send()?);
    response.map_or(Ok(0), |response| response.copy_to(&mut io::sink()))
}

pub fn never_read(client: &Client, url: &str) -> Result<u16, Error> {
    let ref response = client.get(url).send()?; //~ unread_body
    Ok(response.status().as_u16())
}

pub fn read_once(client: &Client, url: &str) -> io::Result<usize> {
    let response = &mut client.get(url).send().map_err(io::Error::other)?; //~ partly_read
    response.read(&mut [0; 16])
}
