//! acme-http, our client: hyper with retries and our headers.
//!
//! Weak spot: what a retry drops inside is not seen.
#![client(krate = "acme_http", versions = ">=2, <3", reuse = "one_read")]

use http::StatusCode;

pub struct Client { pool: Pool }
struct Pool;
impl Client {
    pub fn new(base: &str) -> Client { Client { pool: pool() } }
    pub fn get(&self, path: &str) -> Call { Call { pool: self.pool, method: http::Method::GET } }
    pub fn head(&self, path: &str) -> Call { Call { pool: self.pool, method: http::Method::HEAD } }
}
impl Clone for Client { fn clone(&self) -> Client { Client { pool: self.pool } } }

pub struct Call { pool: Pool, method: http::Method }
impl Call {
    pub fn trace(self, id: &str) -> Call { self }
    pub async fn send(self) -> Result<Reply, Error> { respond(self) }
}

#[body]
#[fix = "let _ = {}.text().await;"]
pub struct Reply;
impl Reply {
    pub fn status(&self) -> StatusCode { status_of(self) }
    pub async fn text(self) -> Result<String, Error> { drain(self); any() }
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, Error> {
        match step(self) { Step::Chunk(piece) => Ok(Some(piece)), Step::End => Ok(None), Step::Failed(e) => Err(e) }
    }
    pub fn ok(self) -> Result<Reply, Error> {
        if status_in(status_of(&self), 400, 599) { discard(self); Err(any()) } else { Ok(self) }
    }
}

pub struct Error;
