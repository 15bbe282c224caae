//! Nothing but tests: `tests/agreement.rs` has ways of clients that take long to compile. `undrained_clients` says how
//! they are written.
