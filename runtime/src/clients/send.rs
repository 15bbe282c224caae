//! `guard.send(request)`, for clients whose requests know how to send themselves.

use crate::Site;
use crate::guard::Guard;

/// A request that [`Guard::send`] can send: a `RequestBuilder` of reqwest's.
pub trait Sendable {
    /// What comes of it: a response, or a future of one.
    type Sent;

    /// Sends it under guard. `site` is where.
    #[doc(hidden)]
    fn send(self, guard: &Guard, site: Option<Site>) -> Self::Sent;
}

impl Guard {
    /// Sends `request`, as its own `send` does, and puts the response under guard.
    ///
    /// ```
    /// # #[cfg(feature = "reqwest")]
    /// # async fn example() -> reqwest::Result<()> {
    /// let guard = undrained::Guard::new();
    /// let client = guard.reqwest(reqwest::Client::builder()).build()?;
    ///
    /// let response = guard.send(client.get("http://localhost:8080/")).await?;
    /// println!("{}", response.text().await?);
    /// # Ok(())
    /// # }
    /// ```
    #[track_caller]
    pub fn send<R: Sendable>(&self, request: R) -> R::Sent {
        request.send(self, self.ledger().caller())
    }
}
