//! A body that was dropped before its end, until it is known what that did to its connection.

use std::sync::Arc;

use crate::event::BodyEnded;
use crate::scope::Entry;
use crate::tally::Account;

/// What is told of a drop, and to whom, once its fate is known.
#[derive(Debug)]
pub(crate) struct Note {
    pub(crate) ended: BodyEnded,
    pub(crate) account: Arc<Account>,
    /// Its place in a scope.
    pub(crate) entry: Option<Entry>,
    /// The connection can be closed because of it: the guard has not read the rest.
    pub(crate) can_cost: bool,
}
