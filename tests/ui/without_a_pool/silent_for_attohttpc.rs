//@ dependency: attohttpc = '0.31'
use std::io::Read;

use attohttpc::{Error, Response, Session};

pub fn free_functions(url: &str) -> Result<bool, Error> {
    attohttpc::post(url).text("a").send()?;
    Ok(attohttpc::get(url).send()?.is_success())
}

pub fn session(url: &str) -> Result<Option<String>, Error> {
    let session = Session::new();
    let response = session.get(url).send()?;
    if !response.is_success() {
        return Ok(None);
    }
    response.text().map(Some)
}

pub fn some(response: Response) -> std::io::Result<usize> {
    let (_, _, mut reader) = response.split();
    reader.read(&mut [0; 16])
}
