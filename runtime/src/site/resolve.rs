//! From return addresses to a line of the user's code.
//!
//! The user's frame is the first that is neither a library's nor the guard's: by its file where that is known,
//! since names of the user's crates are free, and by the crate otherwise.

use std::ffi::c_void;
use std::path::Path;
use std::ptr;

use super::Location;

/// The first place on the stack that is the user's.
pub(super) fn resolve(stack: &[usize]) -> Option<Location> {
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
    let ours = Path::new(file!()).parent().and_then(Path::parent);
    let is_ours = ours.is_some_and(|ours| file.ancestors().any(|dir| dir.ends_with(ours)));
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

pub(super) fn relative(file: &Path) -> String {
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
