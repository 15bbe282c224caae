//! How the connections and responses of each client come under guard.

#[cfg(feature = "addresses")]
pub(crate) mod address;
#[cfg(feature = "hyper")]
pub(crate) mod hyper;
#[cfg(feature = "hyper-util")]
pub(crate) mod hyper_util;
#[cfg(feature = "reqwest")]
pub mod reqwest;
#[cfg(feature = "reqwest-0-12")]
pub mod reqwest_0_12;
#[cfg(feature = "reqwest-blocking")]
pub mod reqwest_blocking;
#[cfg(feature = "reqwest-middleware")]
pub(crate) mod reqwest_middleware;
pub(crate) mod send;
#[cfg(feature = "ureq")]
pub mod ureq;
