//! octocrab, the client of GitHub's API. What it gives back as types it has read, errors included; only the calls that
//! give a raw response (`_get` and the like, `execute`, raw files) leave the body to the caller.
//!
//! Not described: all else, which owes nothing. The transport is hyper-util's.
#![client(krate = "octocrab", versions = ">=0.34, <0.50", features = "default-client, follow-redirect, jwt-rust-crypto, retry, rustls, rustls-ring, stream, timeout", reuse = "one_read")]

use bytes::Bytes;
use http::header::{HeaderMap, HeaderName};
use http::{Request, Response};
use http_body_util::combinators::BoxBody;
use std::sync::Arc;

pub use error::{Error, GitHubError};
pub type Result<T, E = Error> = std::result::Result<T, E>;

pub fn instance() -> Arc<Octocrab> { any() }
pub fn initialise(crab: Octocrab) -> Arc<Octocrab> { escape(&crab); Arc::new(crab) }
pub async fn map_github_error(response: Response<BoxBody<Bytes, Error>>) -> Result<Response<BoxBody<Bytes, Error>>> {
    if status_in(status_of(&response), 200, 299) { Ok(response) } else { drain(response); Err(any()) }
}

pub struct Octocrab { pool: Pool }
struct Pool;
impl Octocrab {
    #[unchecked(output = "has type parameters that say what was set")]
    pub fn builder() -> OctocrabBuilder { OctocrabBuilder { pool: pool() } }
    #[unchecked(output = "in 0.34 it could not fail")]
    pub fn installation<I>(&self, id: I) -> Result<Octocrab> { if any() { Ok(Octocrab { pool: self.pool }) } else { Err(any()) } }
    #[versions = ">=0.43"]
    pub fn user_access_token<S>(&self, token: S) -> Result<Octocrab> { if any() { Ok(Octocrab { pool: self.pool }) } else { Err(any()) } }
    pub fn repos<O, R>(&self, owner: O, repo: R) -> repos::RepoHandler<'_> { repos::RepoHandler { pool: self.pool } }

    pub async fn _get<U>(&self, uri: U) -> Result<Response<BoxBody<Bytes, Error>>> { respond(self.pool) }
    pub async fn _get_with_headers<U>(&self, uri: U, headers: Option<HeaderMap>) -> Result<Response<BoxBody<Bytes, Error>>> { respond(self.pool) }
    pub async fn _post<U, P: serde::Serialize + ?Sized>(&self, uri: U, body: Option<&P>) -> Result<Response<BoxBody<Bytes, Error>>> { respond(self.pool) }
    pub async fn _patch<U, B: serde::Serialize + ?Sized>(&self, uri: U, body: Option<&B>) -> Result<Response<BoxBody<Bytes, Error>>> { respond(self.pool) }
    pub async fn _put<U, B: serde::Serialize + ?Sized>(&self, uri: U, body: Option<&B>) -> Result<Response<BoxBody<Bytes, Error>>> { respond(self.pool) }
    pub async fn _delete<U, B: serde::Serialize + ?Sized>(&self, uri: U, body: Option<&B>) -> Result<Response<BoxBody<Bytes, Error>>> { respond(self.pool) }
    #[unchecked = "in 0.34 its body was a `String`"]
    pub async fn execute(&self, request: Request<impl Into<OctoBody>>) -> Result<Response<BoxBody<Bytes, Error>>> {
        let (head, body) = request.into_parts();
        escape(body);
        respond((self.pool, head))
    }
    pub async fn send(&self, request: Request<OctoBody>) -> Result<Response<BoxBody<Bytes, Error>>> {
        let (head, body) = request.into_parts();
        escape(body);
        respond((self.pool, head))
    }
    pub fn build_request<B: serde::Serialize + ?Sized>(&self, builder: http::request::Builder, body: Option<&B>) -> Result<Request<OctoBody>> {
        if any() { Ok(builder.body(any()).unwrap()) } else { Err(any()) }
    }
    pub async fn body_to_string(&self, res: Response<BoxBody<Bytes, Error>>) -> Result<String> { drain(res); any() }
    // The response that tells where to go is dropped by the client; no caller can help that.
    pub async fn follow_location_to_data(&self, response: Response<BoxBody<Bytes, Error>>) -> Result<Response<BoxBody<Bytes, Error>>> {
        if any() { escape(response); self._get(any()).await } else { Ok(response) }
    }
}
// What is sent, which is no response.
struct OctoBody;
impl Clone for Octocrab { fn clone(&self) -> Octocrab { Octocrab { pool: self.pool } } }
impl Default for Octocrab { fn default() -> Octocrab { Octocrab { pool: pool() } } }

#[unchecked = "its type parameters say what was set, and are left out here"]
pub struct OctocrabBuilder { pool: Pool }
#[unchecked = "its type parameters say what was set, and are left out here"]
impl OctocrabBuilder {
    pub fn new() -> OctocrabBuilder { OctocrabBuilder { pool: pool() } }
    pub fn build(self) -> Result<Octocrab> { if any() { Ok(Octocrab { pool: self.pool }) } else { Err(any()) } }
    pub fn personal_token<S>(self, token: S) -> OctocrabBuilder { self }
    pub fn user_access_token<S>(self, token: S) -> OctocrabBuilder { self }
    pub fn app<I, K>(self, app_id: I, key: K) -> OctocrabBuilder { self }
    pub fn basic_auth(self, username: String, password: String) -> OctocrabBuilder { self }
    pub fn oauth<O>(self, oauth: O) -> OctocrabBuilder { self }
    pub fn add_retry_config<C>(self, retry_config: C) -> OctocrabBuilder { self }
    pub fn set_connect_timeout(self, timeout: Option<std::time::Duration>) -> OctocrabBuilder { self }
    pub fn set_read_timeout(self, timeout: Option<std::time::Duration>) -> OctocrabBuilder { self }
    pub fn set_write_timeout(self, timeout: Option<std::time::Duration>) -> OctocrabBuilder { self }
    pub fn add_preview(self, preview: &'static str) -> OctocrabBuilder { self }
    pub fn add_header(self, key: HeaderName, value: String) -> OctocrabBuilder { self }
    pub fn base_uri<U>(self, base_uri: U) -> Result<OctocrabBuilder> { if any() { Ok(self) } else { Err(any()) } }
    pub fn upload_uri<U>(self, upload_uri: U) -> Result<OctocrabBuilder> { if any() { Ok(self) } else { Err(any()) } }
    pub fn cache<C>(self, cache: C) -> OctocrabBuilder { self }
}
#[unchecked = "its type parameters say what was set, and are left out here"]
impl Default for OctocrabBuilder { fn default() -> OctocrabBuilder { OctocrabBuilder { pool: pool() } } }

pub mod repos {
    use super::{BoxBody, Bytes, Error, Response, Result};

    struct Pool;
    pub struct RepoHandler<'octo> { pool: Pool }
    impl<'octo> RepoHandler<'octo> {
        pub async fn raw_file<R, P>(self, reference: R, path: P) -> Result<Response<BoxBody<Bytes, Error>>> { respond(self) }
        pub async fn download_tarball<R>(&self, reference: R) -> Result<Response<BoxBody<Bytes, Error>>> { respond(self) }
    }
}

mod error {
    pub struct Error;
    impl std::error::Error for Error {}
    pub struct GitHubError;
}
