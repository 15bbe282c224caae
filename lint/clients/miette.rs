//! miette 5 to 7: errors on their way. `bail!` and `ensure!` are the analyser's own.
//!
//! An error that carries a response takes it along, out of sight.
#![client(krate = "miette", versions = ">=5, <8")]

pub type Result<T, E = Report> = std::result::Result<T, E>;
pub type Error = Report;

pub struct Report;
impl Report {
    pub fn new<E>(error: E) -> Report { escape(error); Report }
    pub fn msg<M>(message: M) -> Report { escape(message); Report }
    pub fn wrap_err<D>(self, message: D) -> Report { self }
    pub fn context<D>(self, message: D) -> Report { self }
}
impl<E> From<E> for Report where E: std::error::Error { fn from(error: E) -> Report { escape(error); Report } }

pub trait IntoDiagnostic<T, E> {
    fn into_diagnostic(self) -> std::result::Result<T, Report>;
}
impl<T, E> IntoDiagnostic<T, E> for std::result::Result<T, E> {
    fn into_diagnostic(self) -> std::result::Result<T, Report> {
        match self { Ok(x) => Ok(x), Err(e) => { escape(e); Err(Report) } }
    }
}

pub trait WrapErr<T, E> {
    fn wrap_err<D>(self, message: D) -> std::result::Result<T, Report>;
    fn wrap_err_with<D, F>(self, message: F) -> std::result::Result<T, Report> where F: FnOnce() -> D;
    fn context<D>(self, message: D) -> std::result::Result<T, Report>;
    fn with_context<D, F>(self, message: F) -> std::result::Result<T, Report> where F: FnOnce() -> D;
}
impl<T, E> WrapErr<T, E> for std::result::Result<T, E> {
    fn wrap_err<D>(self, message: D) -> std::result::Result<T, Report> {
        match self { Ok(x) => Ok(x), Err(e) => { escape(e); Err(Report) } }
    }
    fn wrap_err_with<D, F>(self, message: F) -> std::result::Result<T, Report> where F: FnOnce() -> D {
        match self { Ok(x) => Ok(x), Err(e) => { escape(e); message(); Err(Report) } }
    }
    fn context<D>(self, message: D) -> std::result::Result<T, Report> {
        match self { Ok(x) => Ok(x), Err(e) => { escape(e); Err(Report) } }
    }
    fn with_context<D, F>(self, message: F) -> std::result::Result<T, Report> where F: FnOnce() -> D {
        match self { Ok(x) => Ok(x), Err(e) => { escape(e); message(); Err(Report) } }
    }
}
