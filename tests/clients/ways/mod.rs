//! Ways to read a body and to lose it, a file for each client. `src/lib.rs` says how they are written.

pub mod hyper;
pub mod hyper_0_14;
pub mod hyper_0_14_conn;
pub mod hyper_0_14_http1;
pub mod hyper_util;
pub mod reqwest;
pub mod reqwest_blocking;
pub mod reqwest_middleware;
pub mod ureq;
pub mod ureq_2;
