//! reqwest-middleware 0.5: the guard is a middleware.
//!
//! It is put last, next to the client, so that it sees the responses that others retry.

use ::reqwest::{Request, Response};
use async_trait::async_trait;
use http::Extensions;
use reqwest_middleware::{Middleware, Next, Result};

use super::reqwest::{call, guarded};
use crate::guard::Guard;
use crate::span;

/// ```
/// # fn example() -> reqwest::Result<reqwest_middleware::ClientWithMiddleware> {
/// use reqwest_middleware::ClientBuilder;
///
/// let guard = undrained::Guard::new();
/// let client = guard.reqwest(reqwest::Client::builder()).build()?;
/// let client = ClientBuilder::new(client).with(guard).build();
/// # Ok(client)
/// # }
/// ```
#[async_trait]
impl Middleware for Guard {
    async fn handle(&self, request: Request, extensions: &mut Extensions, next: Next<'_>) -> Result<Response> {
        let call = call(self, &request, self.ledger().request_site());
        let response = span::around(&call, next.run(request, extensions)).await?;
        Ok(guarded(self, call, response))
    }
}
