use reqwest::{
    Result,
    blocking::{Client, Response},
};
use scopeguard::{defer, guard};

pub fn given(client: &Client, url: &str) -> Result<u16> {
    let response = guard(client.get(url).send()?, |response| {
        let _ = response.bytes();
    });
    Ok(response.status().as_u16())
}

pub fn given_by_name(client: &Client, url: &str) -> Result<u16> {
    fn finish(response: Response) {
        let _ = response.bytes();
    }
    let response = guard(client.get(url).send()?, finish);
    Ok(response.status().as_u16())
}

pub fn deferred(client: &Client, url: &str) -> Result<()> {
    let response = client.get(url).send()?;
    defer! {
        let _ = response.bytes();
    }
    println!("working");
    Ok(())
}
