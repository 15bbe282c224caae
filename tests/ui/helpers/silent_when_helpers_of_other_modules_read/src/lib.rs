pub mod api;
mod net;

pub mod prelude {
    pub(crate) use crate::net::*;
}
