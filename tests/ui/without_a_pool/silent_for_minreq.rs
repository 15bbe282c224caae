//@ dependency: minreq = '3'
use minreq::{Error, ResponseLazy};

pub fn status(url: &str) -> Result<i32, Error> {
    Ok(minreq::get(url).send()?.status_code)
}

pub fn lazy(url: &str) -> Result<Option<u8>, Error> {
    let response: ResponseLazy = minreq::get(url).send_lazy()?;
    if response.status_code != 200 {
        return Ok(None);
    }
    for byte in response {
        return Ok(Some(byte?.0));
    }
    Ok(None)
}
