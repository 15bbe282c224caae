//! Obligations over the flow graph.
//!
//! A body that was born must reach its end or be handed off. The solver runs each function on a small set of
//! definite states (`state`), follows calls into whatever has a body, and collects for each origin the ways in
//! which its obligations ended ([`Finding`]). It knows no rules and no syntax; what a client does is in the stubs'
//! bodies, which are run like any other.

mod call;
mod disabled;
pub mod dump;
mod findings;
pub mod graph;
mod held;
mod intrinsics;
mod live;
mod memory;
mod pause;
mod pools;
mod remarks;
mod seam;
mod solve;
mod state;
mod status;
mod step;
#[cfg(test)]
mod tests;
mod value;

pub use findings::{Finding, Findings};
pub use held::{During, Hold};
pub use remarks::{Near, Remark, Remarks, forget_choices};
pub use solve::{Bodies, Contract, Solver};
pub use state::{End, Ending};
pub use value::Origin;
