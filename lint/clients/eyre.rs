//! eyre 0.6: errors on their way. `bail!` and `ensure!` are the analyser's own.
//!
//! An error that carries a response takes it along, out of sight.
#![client(krate = "eyre", versions = ">=0.6, <0.7")]

pub type Result<T, E = Report> = std::result::Result<T, E>;

pub struct Report;
impl Report {
    pub fn new<E>(error: E) -> Report { escape(error); Report }
    pub fn msg<M>(message: M) -> Report { escape(message); Report }
    pub fn wrap_err<D>(self, message: D) -> Report { self }
    pub fn downcast<E>(self) -> std::result::Result<E, Report> { any() }
    pub fn downcast_ref<E>(&self) -> Option<&E> { any() }
}
impl<E> From<E> for Report where E: std::error::Error { fn from(error: E) -> Report { escape(error); Report } }

pub trait WrapErr<T, E> {
    fn wrap_err<D>(self, message: D) -> Result<T, Report>;
    fn wrap_err_with<D, F>(self, message: F) -> Result<T, Report> where F: FnOnce() -> D;
    fn context<D>(self, message: D) -> Result<T, Report>;
    fn with_context<D, F>(self, message: F) -> Result<T, Report> where F: FnOnce() -> D;
}
impl<T, E> WrapErr<T, E> for std::result::Result<T, E> {
    fn wrap_err<D>(self, message: D) -> Result<T, Report> {
        match self { Ok(x) => Ok(x), Err(e) => { escape(e); Err(Report) } }
    }
    fn wrap_err_with<D, F>(self, message: F) -> Result<T, Report> where F: FnOnce() -> D {
        match self { Ok(x) => Ok(x), Err(e) => { escape(e); message(); Err(Report) } }
    }
    fn context<D>(self, message: D) -> Result<T, Report> {
        match self { Ok(x) => Ok(x), Err(e) => { escape(e); Err(Report) } }
    }
    fn with_context<D, F>(self, message: F) -> Result<T, Report> where F: FnOnce() -> D {
        match self { Ok(x) => Ok(x), Err(e) => { escape(e); message(); Err(Report) } }
    }
}

pub trait OptionExt<T> {
    fn ok_or_eyre<M>(self, message: M) -> Result<T, Report>;
}
impl<T> OptionExt<T> for Option<T> {
    fn ok_or_eyre<M>(self, message: M) -> Result<T, Report> { match self { Some(x) => Ok(x), None => Err(Report) } }
}
