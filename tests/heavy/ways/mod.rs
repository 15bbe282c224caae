//! Ways to read a body and to lose it, a file for each client. `undrained_clients` says how they are written.

pub mod awc;
#[cfg(feature = "isahc")]
pub mod isahc;
#[cfg(feature = "isahc")]
pub mod isahc_async;
#[cfg(feature = "isahc")]
pub mod isahc_shared;
pub mod surf;
