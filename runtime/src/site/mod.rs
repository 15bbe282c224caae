//! Where in the user's code a request was sent and a body dropped.
//!
//! A drop only stores return addresses. They are turned into a file, line and function when somebody
//! asks, once for each distinct stack: the first time reads the program's debug information, which
//! can take a tenth of a second and more. Meanwhile other drops wait to store theirs, as the
//! `backtrace` crate does one thing at a time.
//!
//! With line tables only (`debug = "line-tables-only"`) the line is known and an async function's name
//! is not. Without any debug information there are only names, and a function that was inlined goes by
//! the name of the one it was inlined into.
//!
//! A task that is cancelled while it holds a body is dropped by the runtime, so there is no frame of
//! the user's; the site is then the future that was cancelled, named by its drop glue.

use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::panic;
use std::path::Path;
use std::str::FromStr;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

mod resolve;

/// How much is told about places in the user's code.
///
/// Where a request is sent by a plain call (`client.get(uri)`, `guard.send(request)`) the place costs nothing, as
/// the compiler knows it, and is told unless this is `Off`. Through a trait (`tower`, middleware) it takes a walk
/// over the stack.
///
/// ```
/// use undrained::{Guard, Sites};
///
/// let guard = Guard::builder().sites(Sites::Sampled(1000)).build();
/// assert_eq!("1/1000".parse(), Ok(Sites::Sampled(1000)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sites {
    /// No places.
    Off,
    /// Where bodies are dropped early.
    #[default]
    Drops,
    /// The same, and for one of so many requests where it was sent.
    Sampled(u32),
    /// The same, and where each request was sent.
    Full,
}

/// A word that is none of `off`, `drops`, `full` and `1/100`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownSites(());

impl fmt::Display for UnknownSites {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sites are off, drops, full, or a share like 1/100")
    }
}

impl std::error::Error for UnknownSites {}

impl FromStr for Sites {
    type Err = UnknownSites;

    fn from_str(word: &str) -> Result<Self, UnknownSites> {
        match word {
            "off" => Ok(Self::Off),
            "drops" => Ok(Self::Drops),
            "full" => Ok(Self::Full),
            share => {
                let n = share.strip_prefix("1/").and_then(|n| n.parse().ok()).filter(|n| *n > 0);
                n.map(Self::Sampled).ok_or(UnknownSites(()))
            }
        }
    }
}

/// A place in the program: where a request was sent, or where a body was dropped.
///
/// Two are equal if they have the same stack, so a line that is reached in two ways has two.
///
/// ```
/// use undrained::BodyEnded;
///
/// fn file(ended: &BodyEnded) -> Option<String> {
///     ended.site.as_ref()?.location()?.file.clone()
/// }
/// ```
#[derive(Clone)]
pub struct Site(Kind);

#[derive(Clone)]
enum Kind {
    Stack(Arc<[usize]>),
    Caller(&'static panic::Location<'static>),
}

/// Deep enough for the drop glue of nested futures, which lies between a body and the user's frame.
const MAX_FRAMES: usize = 64;

impl Site {
    /// Stores the addresses of the current call stack.
    pub(crate) fn capture() -> Self {
        let mut stack = [0; MAX_FRAMES];
        let mut depth = 0;
        backtrace::trace(|frame| {
            stack[depth] = frame.ip().addr();
            depth += 1;
            depth < MAX_FRAMES
        });
        Self(Kind::Stack(stack[..depth].into()))
    }

    /// The call of the function that is marked with `#[track_caller]`.
    #[track_caller]
    pub(crate) fn caller() -> Self {
        Self(Kind::Caller(panic::Location::caller()))
    }

    /// The place, if it takes no search.
    pub(crate) fn known(&self) -> Option<Location> {
        match &self.0 {
            Kind::Stack(_) => None,
            Kind::Caller(location) => Some((*location).into()),
        }
    }

    /// The first place on the stack that is neither a library's nor the guard's.
    ///
    /// May read the program's debug information, so it's better not called where time matters.
    pub fn location(&self) -> Option<Arc<Location>> {
        /// Bounds the memory for the case that stacks never repeat.
        const MAX_KNOWN: usize = 1024;
        type Known = HashMap<Arc<[usize]>, Option<Arc<Location>>>;
        static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

        let stack = match &self.0 {
            Kind::Stack(stack) => stack,
            Kind::Caller(location) => return Some(Arc::new((*location).into())),
        };
        let lock = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(stack) {
            return known.clone();
        }
        // Not under the lock: others may ask for stacks that are known already.
        let location = resolve::resolve(stack).map(Arc::new);
        let mut known = lock();
        if known.len() < MAX_KNOWN {
            known.insert(Arc::clone(stack), location.clone());
        }
        location
    }
}

impl PartialEq for Site {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Kind::Stack(one), Kind::Stack(other)) => one == other,
            (Kind::Caller(one), Kind::Caller(other)) => one == other,
            _ => false,
        }
    }
}

impl Eq for Site {}

impl Hash for Site {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match &self.0 {
            Kind::Stack(stack) => stack.hash(state),
            Kind::Caller(location) => location.hash(state),
        }
    }
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Stack(stack) => f.debug_struct("Site").field("frames", &stack.len()).finish(),
            Kind::Caller(location) => write!(f, "Site({location})"),
        }
    }
}

impl fmt::Display for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.location() {
            Some(location) => location.fmt(f),
            None => f.write_str("unknown"),
        }
    }
}

/// A place in source code. Displayed as `src/api.rs:42:9 api::fetch_items`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Location {
    /// The file, relative to the working directory if it lies below; `None` without debug information.
    pub file: Option<String>,
    /// The line, if known.
    pub line: Option<u32>,
    /// The column, if known.
    pub column: Option<u32>,
    /// The function's path, for an async function without the `{{closure}}` it compiles to; `None` where only the
    /// line is known.
    pub function: Option<String>,
}

impl From<&panic::Location<'_>> for Location {
    fn from(location: &panic::Location<'_>) -> Self {
        Self {
            file: Some(resolve::relative(Path::new(location.file()))),
            line: Some(location.line()),
            column: Some(location.column()),
            function: None,
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            f.write_str(file)?;
            for number in [self.line, self.column].into_iter().flatten() {
                write!(f, ":{number}")?;
            }
        }
        match &self.function {
            Some(function) if self.file.is_some() => write!(f, " {function}"),
            Some(function) => f.write_str(function),
            None => Ok(()),
        }
    }
}
