//! The memory of exchanges that are over, kept by each thread for those to come.
//!
//! So a request that goes well allocates nothing here, also over HTTP/2, where many are under way on one connection.

#![expect(clippy::vec_box, reason = "it is the boxes that are kept")]

use std::cell::RefCell;

use crate::exchange::Exchange;

/// More than that at a time are allocated.
const MAX_SPARE: usize = 64;

thread_local! {
    static SPARE: RefCell<Vec<Box<Exchange>>> = const { RefCell::new(Vec::new()) };
}

/// An exchange of which nothing is known yet.
pub(crate) fn take() -> Box<Exchange> {
    // A thread that is about to end has none any more.
    SPARE.try_with(|spare| spare.borrow_mut().pop()).ok().flatten().unwrap_or_default()
}

/// Keeps the place of an exchange that is over, but nothing of what was in it.
pub(crate) fn give(mut exchange: Box<Exchange>) {
    exchange.clear();
    // An error means that the thread is about to end.
    let _ = SPARE.try_with(|spare| {
        let mut spare = spare.borrow_mut();
        if spare.len() < MAX_SPARE {
            spare.push(exchange);
        }
    });
}
