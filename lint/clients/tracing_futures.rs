//! tracing-futures 0.2: the older home of what `tracing` has by now.
#![client(krate = "tracing_futures", versions = ">=0.2, <0.3", features = "default, futures-03")]

pub use tracing::instrument::{Instrument, Instrumented, WithDispatch, WithSubscriber};
