//@ dependency: minreq = '3'
use std::io::Read;

use minreq::{Error, ResponseLazy};

pub fn status(url: &str) -> Result<u16, Error> {
    Ok(minreq::get(url).send()?.status_code)
}

pub fn lazy(url: &str) -> Result<Option<u8>, Error> {
    let response: ResponseLazy = minreq::get(url).send_lazy()?;
    if response.status_code != 200 {
        return Ok(None);
    }
    let mut first = [0];
    response.take(1).read_exact(&mut first)?;
    Ok(Some(first[0]))
}
