//! Nothing: see `tests/off.rs`.
