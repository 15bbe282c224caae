//@ pedantic
use http::{Request, Version};
use reqwest::{Client, ClientBuilder, Error};

pub fn asked_for(keep: bool) -> Result<Client, Error> {
    let idle = if keep { 8 } else { 0 };
    Client::builder().pool_max_idle_per_host(idle).build()
}

fn version(name: &str) -> Version {
    match name {
        "HTTP/1.0" => Version::HTTP_10,
        _ => Version::HTTP_11,
    }
}

pub fn as_it_came(name: &str) -> http::request::Builder {
    Request::builder().version(version(name))
}

fn with(builder: ClientBuilder, idle: usize) -> ClientBuilder {
    builder.pool_max_idle_per_host(idle)
}

pub fn two_of_them() -> Result<(Client, Client), Error> {
    Ok((with(Client::builder(), 4).build()?, with(Client::builder(), 8).build()?))
}
