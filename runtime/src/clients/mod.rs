//! How the connections and responses of each client come under guard.

#[cfg(feature = "hyper-util")]
pub(crate) mod hyper_util;
