//! Finds HTTP responses whose bodies are dropped unread, which costs the connection.
#![allow(missing_docs)] // until the pieces are in place

pub mod cli;
pub mod diagnostics;
pub mod discover;
pub mod driver;
pub mod error;
pub mod index;
pub mod render;
pub mod source;
pub mod flow;
pub mod lower;
pub mod types;
pub mod analysis;
pub mod rules;
