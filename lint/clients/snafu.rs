//! snafu 0.7 and 0.8: context selectors on results.
//!
//! The selector's error takes the first one along, out of sight.
#![client(krate = "snafu", versions = ">=0.7, <0.9")]

pub struct Whatever;
pub struct Location;

pub trait ResultExt<T, E> {
    fn context<C, E2>(self, context: C) -> std::result::Result<T, E2>;
    fn with_context<F, C, E2>(self, context: F) -> std::result::Result<T, E2> where F: FnOnce(&mut E) -> C;
    fn whatever_context<S, E2>(self, context: S) -> std::result::Result<T, E2>;
    #[versions = ">=0.8"]
    fn boxed<'a>(self) -> std::result::Result<T, Box<dyn std::error::Error + Send + Sync + 'a>>;
}
impl<T, E> ResultExt<T, E> for std::result::Result<T, E> {
    fn context<C, E2>(self, context: C) -> std::result::Result<T, E2> {
        match self { Ok(x) => Ok(x), Err(e) => { escape(e); Err(any()) } }
    }
    fn with_context<F, C, E2>(self, context: F) -> std::result::Result<T, E2> where F: FnOnce(&mut E) -> C {
        match self { Ok(x) => Ok(x), Err(mut e) => { context(&mut e); escape(e); Err(any()) } }
    }
    fn whatever_context<S, E2>(self, context: S) -> std::result::Result<T, E2> {
        match self { Ok(x) => Ok(x), Err(e) => { escape(e); Err(any()) } }
    }
    #[versions = ">=0.8"]
    fn boxed<'a>(self) -> std::result::Result<T, Box<dyn std::error::Error + Send + Sync + 'a>> {
        match self { Ok(x) => Ok(x), Err(e) => { escape(e); Err(any()) } }
    }
}

pub trait OptionExt<T> {
    fn context<C, E>(self, context: C) -> std::result::Result<T, E>;
    fn with_context<F, C, E>(self, context: F) -> std::result::Result<T, E> where F: FnOnce() -> C;
}
impl<T> OptionExt<T> for Option<T> {
    fn context<C, E>(self, context: C) -> std::result::Result<T, E> { match self { Some(x) => Ok(x), None => Err(any()) } }
    fn with_context<F, C, E>(self, context: F) -> std::result::Result<T, E> where F: FnOnce() -> C {
        match self { Some(x) => Ok(x), None => { context(); Err(any()) } }
    }
}
