//! color-eyre 0.6: eyre with colours.
#![client(krate = "color_eyre", versions = ">=0.6, <0.7")]

pub use eyre;
pub use eyre::{Report, Result};
pub fn install() -> Result<()> { any() }
