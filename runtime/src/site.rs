//! Where in the user's code a body was dropped.
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
use std::ffi::c_void;
use std::fmt;
use std::path::Path;
use std::ptr;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// The place of a drop.
///
/// ```
/// use undrained::BodyEnded;
///
/// fn file(ended: &BodyEnded) -> Option<String> {
///     ended.site.as_ref()?.location()?.file.clone()
/// }
/// ```
#[derive(Clone)]
pub struct Site {
    stack: Arc<[usize]>,
}

/// Deep enough for the drop glue of nested futures, which lies between a body and the user's frame.
const MAX_FRAMES: usize = 64;

impl Site {
    /// Stores the addresses of the current call stack.
    pub(crate) fn capture() -> Self {
        let mut stack = Vec::with_capacity(MAX_FRAMES);
        backtrace::trace(|frame| {
            stack.push(frame.ip().addr());
            stack.len() < MAX_FRAMES
        });
        Self { stack: stack.into() }
    }

    /// The first place on the stack that is neither a library's nor the guard's.
    ///
    /// May read the program's debug information, so it's better not called where time matters.
    pub fn location(&self) -> Option<Arc<Location>> {
        /// Bounds the memory for the case that stacks never repeat.
        const MAX_KNOWN: usize = 1024;
        type Known = HashMap<Arc<[usize]>, Option<Arc<Location>>>;
        static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

        let lock = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(&self.stack) {
            return known.clone();
        }
        // Not under the lock: others may ask for stacks that are known already.
        let location = resolve(&self.stack).map(Arc::new);
        let mut known = lock();
        if known.len() < MAX_KNOWN {
            known.insert(Arc::clone(&self.stack), location.clone());
        }
        location
    }
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Site").field("frames", &self.stack.len()).finish()
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
    /// The function's path, for an async function without the `{{closure}}` it compiles to.
    pub function: Option<String>,
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

fn resolve(stack: &[usize]) -> Option<Location> {
    let mut dropper = None;
    let mut cancelled = None;
    let mut task_begins = false;
    for &address in stack {
        // One address stands for several frames where calls are inlined, the innermost first.
        backtrace::resolve(ptr::without_provenance_mut::<c_void>(address), |symbol| {
            let Some(name) = symbol.name().map(|name| format!("{name:#}")) else {
                return;
            };
            task_begins |= begins_task(&name, symbol.filename());
            if dropper.is_none() && !task_begins && is_users(&name, symbol.filename()) {
                dropper = Some(Location {
                    file: symbol.filename().map(relative),
                    line: symbol.lineno(),
                    column: symbol.colno(),
                    function: without_closures(&name).map(str::to_owned),
                });
            }
            if cancelled.is_none() {
                // Of drop glue, file and line are the library's.
                cancelled = dropped_future(&name).map(|future| Location {
                    file: None,
                    line: None,
                    column: None,
                    function: without_closures(future).map(str::to_owned),
                });
            }
        });
        if dropper.is_some() || task_begins {
            break;
        }
    }
    dropper.or(cancelled)
}

/// Where tokio enters a task: what lies below runs the task, but has not dropped anything in it.
fn begins_task(symbol: &str, file: Option<&Path>) -> bool {
    let name = match symbol.strip_prefix("tokio::runtime::task::raw::") {
        Some(name) => name,
        None if file.is_some_and(|file| file.ends_with("runtime/task/raw.rs")) => symbol,
        None => return false,
    };
    name.starts_with("poll") || name.starts_with("shutdown")
}

/// By the file where it's known, since names of the user's crates are free; by the crate otherwise.
fn is_users(symbol: &str, file: Option<&Path>) -> bool {
    let krate = crate_of(symbol);
    if is_ours_or_stds(krate) {
        return false;
    }
    match file {
        Some(file) => !is_library_file(file),
        None => !krate.is_empty() && !is_library(krate),
    }
}

fn is_ours_or_stds(krate: &str) -> bool {
    matches!(krate, "undrained" | "std" | "core" | "alloc")
}

fn is_library_file(file: &Path) -> bool {
    /// Parts of paths to sources that cargo or rustup brought here, or rustc was built from.
    const LIBRARIES: [&str; 4] = ["/registry/src/", "/git/checkouts/", "/rustlib/src/rust/", "/rustc/"];
    // With line tables only, names do not tell our own crate.
    let ours = Path::new(file!()).parent();
    let is_ours = ours.zip(file.parent()).is_some_and(|(ours, dir)| dir.ends_with(ours));
    let is_rust = file.extension().is_some_and(|extension| extension == "rs");
    let path = file.to_string_lossy().replace('\\', "/");
    is_ours || !is_rust || LIBRARIES.iter().any(|part| path.contains(part))
}

fn is_library(krate: &str) -> bool {
    const FAMILIES: [&str; 8] = ["tokio", "hyper", "tower", "futures", "http", "h2", "reqwest", "backtrace"];
    FAMILIES
        .iter()
        .any(|family| krate.strip_prefix(family).is_some_and(|rest| rest.is_empty() || rest.starts_with('_')))
}

/// The crate at the start of a demangled path, also of `<krate::Type as Trait>::method`.
fn crate_of(symbol: &str) -> &str {
    let path = symbol.trim_start_matches(['<', '&', '*', '(', '[']);
    let path = ["mut ", "const ", "dyn "].iter().fold(path, |path, word| path.trim_start_matches(word));
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len());
    if path[end..].starts_with("::") { &path[..end] } else { "" }
}

/// The future that is dropped by this piece of drop glue, if it's the user's.
fn dropped_future(symbol: &str) -> Option<&str> {
    let glue = symbol.strip_prefix("core::ptr::").unwrap_or(symbol);
    let glue = glue.strip_prefix("drop_in_place")?.trim_start_matches("::");
    let future = glue.strip_prefix('<')?.strip_suffix('>')?;
    let is_future = without_closures(future).is_some_and(|function| function != future);
    let krate = crate_of(future);
    let is_users = !krate.is_empty() && !is_ours_or_stds(krate) && !is_library(krate);
    (is_future && is_users).then_some(future)
}

/// An async function's body is a closure in it, and so are the blocks in that.
fn without_closures(mut function: &str) -> Option<&str> {
    while let Some((outer, last)) = function.rsplit_once("::") {
        if !last.starts_with('{') {
            break;
        }
        function = outer;
    }
    (!function.starts_with('{')).then_some(function)
}

fn relative(file: &Path) -> String {
    let below = std::env::current_dir().ok();
    let file = below.and_then(|dir| file.strip_prefix(dir).ok()).unwrap_or(file);
    file.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crate_is_the_first_segment_even_behind_a_trait() {
        assert_eq!(crate_of("api::fetch::{{closure}}"), "api");
        assert_eq!(crate_of("<api::Client as api::Fetch>::fetch"), "api");
        assert_eq!(crate_of("<&mut hyper::Body as core::fmt::Debug>::fmt"), "hyper");
        assert_eq!(crate_of("main"), "");
    }

    #[test]
    fn libraries_are_known_by_file_and_without_one_by_crate() {
        let registry = Path::new("/home/me/.cargo/registry/src/index/acme-1.0.0/src/lib.rs");
        let own = Path::new("/src/http_client/src/lib.rs");
        assert!(!is_users("acme::get", Some(registry)));
        assert!(is_users("http_client::get", Some(own)));
        assert!(is_users("get", Some(own)));
        assert!(!is_users("__libc_start_main", Some(Path::new("./csu/libc-start.c"))));
        assert!(!is_users("http_body_util::combinators::collect", None));
        assert!(is_users("undrained_tests::run", None));
    }

    #[test]
    fn guard_is_not_the_user() {
        assert!(!is_users("undrained::body::Watch::drop", None));
        assert!(!is_users("drop", Some(Path::new(file!()))));
    }

    #[test]
    fn async_function_is_printed_without_its_closure() {
        let fetch = Some("api::fetch");
        assert_eq!(without_closures("api::fetch::{{closure}}::{{closure}}"), fetch);
        assert_eq!(without_closures("api::fetch::{closure#0}"), fetch);
        assert_eq!(without_closures("api::fetch"), fetch);
        assert_eq!(without_closures("{async_fn#0}"), None);
    }

    #[test]
    fn cancelled_future_is_named_by_its_drop_glue() {
        for glue in [
            "core::ptr::drop_in_place<api::poll::{{closure}}>",
            "core::ptr::drop_in_place::<api::poll::{closure#0}>",
            "drop_in_place<api::poll::{async_fn_env#0}>",
        ] {
            let function = dropped_future(glue).and_then(without_closures);
            assert_eq!(function, Some("api::poll"), "{glue}");
        }
        assert_eq!(dropped_future("core::ptr::drop_in_place<api::Items>"), None);
        assert_eq!(dropped_future("core::ptr::drop_in_place<hyper::run::{{closure}}>"), None);
    }
}
