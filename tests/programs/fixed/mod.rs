//! The programs that can be fixed, as `cargo undrained lint --unsafe-fixes` leaves them. What stands at their tops and
//! beside their lines is about the programs that they were.
//!
//! Never edited: `UPDATE=1 cargo test -p undrained-tests --test agreement` writes them.

pub mod connection_close_dropped;
pub mod dropped_body_that_came_with_the_head;
pub mod dropped_body_that_comes_later;
pub mod dropped_chunked_body;
pub mod early_return_on_not_found;
pub mod http2_dropped;
pub mod into_parts_with_the_body_ignored;
pub mod only_the_status_of_a_large_body;
pub mod warm_connection;
