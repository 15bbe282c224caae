//! anyhow 1: errors on their way. `bail!` and `ensure!` are the analyser's own.
//!
//! An error that carries a response takes it along, out of sight.
#![client(krate = "anyhow", versions = ">=1, <2")]

pub type Result<T, E = Error> = std::result::Result<T, E>;
pub fn Ok<T>(t: T) -> Result<T> { std::result::Result::Ok(t) }

pub struct Error;
impl Error {
    pub fn new<E>(error: E) -> Error { escape(error); Error }
    pub fn msg<M>(message: M) -> Error { escape(message); Error }
    pub fn context<C>(self, context: C) -> Error { self }
    pub fn chain(&self) -> Chain<'_> { any() }
    pub fn root_cause(&self) -> &(dyn std::error::Error + 'static) { any() }
    pub fn is<E>(&self) -> bool { any() }
    pub fn downcast<E>(self) -> std::result::Result<E, Error> { any() }
    pub fn downcast_ref<E>(&self) -> Option<&E> { any() }
    pub fn downcast_mut<E>(&mut self) -> Option<&mut E> { any() }
}
impl<E> From<E> for Error where E: std::error::Error { fn from(error: E) -> Error { escape(error); Error } }
impl std::ops::Deref for Error {
    type Target = dyn std::error::Error + Send + Sync;
    fn deref(&self) -> &(dyn std::error::Error + Send + Sync) { any() }
}
pub struct Chain<'a>;
impl<'a> Iterator for Chain<'a> { type Item = &'a (dyn std::error::Error + 'static); }

pub trait Context<T, E> {
    fn context<C>(self, context: C) -> Result<T, Error>;
    fn with_context<C, F>(self, f: F) -> Result<T, Error> where F: FnOnce() -> C;
}
impl<T, E> Context<T, E> for std::result::Result<T, E> {
    fn context<C>(self, context: C) -> Result<T, Error> {
        match self { std::result::Result::Ok(x) => std::result::Result::Ok(x), Err(e) => { escape(e); Err(Error) } }
    }
    fn with_context<C, F>(self, f: F) -> Result<T, Error> where F: FnOnce() -> C {
        match self { std::result::Result::Ok(x) => std::result::Result::Ok(x), Err(e) => { escape(e); f(); Err(Error) } }
    }
}
impl<T> Context<T, std::convert::Infallible> for Option<T> {
    fn context<C>(self, context: C) -> Result<T, Error> { match self { Some(x) => std::result::Result::Ok(x), None => Err(Error) } }
    fn with_context<C, F>(self, f: F) -> Result<T, Error> where F: FnOnce() -> C {
        match self { Some(x) => std::result::Result::Ok(x), None => { f(); Err(Error) } }
    }
}
