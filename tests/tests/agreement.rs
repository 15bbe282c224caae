//! Small clients, judged three ways: by the guard, by a server that counts connections, and by the lint.
//!
//! What each judge says stands in the program itself. The lint's verdict is a comment at the end of
//! the line where the finding begins: `//~ unread_body`; no comment, no finding. Where rustfmt does not
//! leave it there, `//~^ unread_body` stands alone on the line below. The run is described by lines at
//! the top:
//!
//! ```text
//! //@ protocol: http2          http1 if left out
//! //@ response: 200 length=65  see `server::Reply`; the nth line answers the nth request, round and round
//! //@ result: error            what `run` returns; ok if left out
//! //@ guard: unread lost       verdict and fate, one line for each body of one run, in order
//! //@ connections: 2           how many the server has seen after all runs
//! ```
//!
//! Programs that can be fixed are in `fixed/` as they are then, and run as well: with all bodies read, each keeps its
//! connection.
//!
//! Each program runs twice, with a pause in which the client can take a connection back. The lint reads the
//! files as they are, without building them.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::LazyLock;
use std::time::Duration;
use std::{env, fs};

use http::{Request, Uri};
use http_body_util::Full;
use undrained::{BodyEnded, Collector, Guard};
use undrained_lint::diagnostics::Applicability;
use undrained_lint::driver::{self, Options, Report};
use undrained_lint::fixing::fix;
use undrained_tests::server::Server;
use undrained_tests::{Client, Error, Protocol};

#[path = "../programs/mod.rs"]
mod programs;

macro_rules! agreement {
    ($($program:ident)*) => {
        const PROGRAMS: &[&str] = &[$(stringify!($program)),*];

        $(
            #[test]
            fn $program() {
                check(stringify!($program), |client, uri| Box::pin(programs::$program::run(client, uri)));
            }
        )*
    };
}

agreement! {
    all_data_but_not_the_last_chunk
    both_arms_read
    close_delimited_body_read
    collect
    connection_close_dropped
    connection_close_read
    dropped_body_that_came_with_the_head
    dropped_body_that_comes_later
    dropped_chunked_body
    early_return_on_not_found
    frame_loop_to_the_end
    frame_loop_with_break
    head_request
    helper_that_drains
    helper_that_only_looks
    http2_dropped
    into_parts_with_the_body_ignored
    kept_in_a_struct_that_drains
    match_with_an_arm_that_loses_it
    no_content_matched
    not_modified_matched
    only_the_status_of_a_large_body
    read_before_it_is_parsed
    read_that_times_out
    retry_that_overwrites_the_response
    retry_that_reads_what_it_refuses
    returned_to_a_caller_that_drains
    sent_to_a_task_that_drains
    spawned_task_that_drains
    warm_connection
}

macro_rules! fixed {
    ($($program:ident)*) => {
        const FIXED: &[&str] = &[$(stringify!($program)),*];

        mod fixed {
            $(
                #[test]
                fn $program() {
                    super::check_fixed(stringify!($program), |client, uri| {
                        Box::pin(super::programs::fixed::$program::run(client, uri))
                    });
                }
            )*
        }
    };
}

fixed! {
    connection_close_dropped
    dropped_body_that_came_with_the_head
    dropped_body_that_comes_later
    dropped_chunked_body
    early_return_on_not_found
    http2_dropped
    into_parts_with_the_body_ignored
    only_the_status_of_a_large_body
    warm_connection
}

#[test]
fn fixes_make_the_fixed_programs() {
    let options = Options { tests: true, ..Options::default() };
    let fixed = fix(&[directory()], &options, Applicability::MaybeIncorrect).unwrap();
    let notes: Vec<_> = fixed.report.diagnostics.iter().filter(|diagnostic| diagnostic.rule.is_none()).collect();
    assert!(notes.is_empty(), "fixes that do not work: {notes:?}");
    let mut names = Vec::new();
    for file in fixed.files.iter().filter(|file| !file.path.parent().unwrap().ends_with("fixed")) {
        let name = file.path.file_name().unwrap().to_str().unwrap();
        let path = directory().join("fixed").join(name);
        if env::var_os("UPDATE").is_some() {
            fs::write(&path, &*file.after).unwrap();
        }
        assert_eq!(*file.after, fs::read_to_string(&path).unwrap_or_default(), "UPDATE=1 writes {}", path.display());
        names.push(name.trim_end_matches(".rs"));
    }
    assert_eq!(names, FIXED);
}

/// Runs a program that was fixed: what it returns is the same, and it reads all bodies, so that its connection is kept.
fn check_fixed(program: &str, run: Run) {
    let expected = Expectation::read(&path_of(program));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let observed = runtime.block_on(observe(&expected, run));

    assert_eq!(observed.succeeded, [expected.succeeds; RUNS], "what {program} returns");
    // Where the server closes it, nothing is owed, and nothing to be kept.
    let is_good = |words: &&String| words.starts_with("drained") || words.starts_with("exempt");
    let unread: Vec<_> = observed.guard.iter().filter(|words| !is_good(words)).collect();
    assert!(unread.is_empty(), "the guard on {program}: {unread:?}");
    let is_closed = expected.script.iter().any(|reply| reply.contains("close"));
    assert_eq!(observed.connections, if is_closed { RUNS } else { 1 }, "the server on {program}");
}

#[test]
fn every_program_is_run() {
    let mut files: Vec<_> = fs::read_dir(directory())
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .filter(|name| name != "mod" && name != "fixed")
        .collect();
    files.sort();
    let mut listed = PROGRAMS.to_vec();
    listed.sort();
    assert_eq!(listed, files);
}

#[test]
fn lint_skips_none_of_the_programs() {
    let skipped: Vec<_> = LINTED.diagnostics.iter().filter(|diagnostic| diagnostic.rule.is_none()).collect();
    assert!(skipped.is_empty(), "notes about the run: {skipped:?}");
}

#[test]
fn at_least_half_of_the_programs_are_silent() {
    let silent = PROGRAMS.iter().filter(|program| expected_lints(&path_of(program)).is_empty()).count();
    assert!(silent * 2 >= PROGRAMS.len(), "{silent} of {} are silent", PROGRAMS.len());
}

const RUNS: usize = 2;

/// Long enough for a connection to come back to the pool or be closed, and for a second write to arrive.
const PAUSE: Duration = Duration::from_millis(80);

/// Only so that a fate which never becomes known fails a test instead of stopping it for ever.
const PATIENCE: Duration = Duration::from_secs(30);

type Run = for<'a> fn(&'a Client, Uri) -> Pin<Box<dyn Future<Output = Result<(), Error>> + 'a>>;

/// Lints a program, runs it against its scripted server, and compares what lint, guard and server say.
fn check(program: &str, run: Run) {
    let path = path_of(program);
    assert_eq!(lints(&path), expected_lints(&path), "the lint on {program}");

    let expected = Expectation::read(&path);
    // On one thread a client's races with its own connection task come out the same each time.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let observed = runtime.block_on(observe(&expected, run));

    assert_eq!(observed.succeeded, [expected.succeeds; RUNS], "what {program} returns");
    assert_eq!(observed.guard, [expected.guard.as_slice(); RUNS].concat(), "the guard on {program}");
    assert_eq!(observed.connections, expected.connections, "the server on {program}");
    for site in observed.sites {
        assert!(site.contains(&format!("programs/{program}.rs:")), "{program} drops in its own file, not {site}");
    }
}

struct Observation {
    succeeded: Vec<bool>,
    guard: Vec<String>,
    connections: usize,
    sites: Vec<String>,
}

async fn observe(expected: &Expectation, run: Run) -> Observation {
    let script: Vec<_> = expected.script.iter().map(String::as_str).collect();
    let server = Server::start(expected.protocol, &script).await.unwrap();
    let collector = Collector::default();
    let client = undrained_tests::client(&Guard::with_reporter(collector.clone()), expected.protocol);

    let mut succeeded = Vec::new();
    for _ in 0..RUNS {
        succeeded.push(run(&client, server.uri()).await.is_ok());
        tokio::time::sleep(PAUSE).await;
    }
    let connections = server.connections();

    // One more request shows what became of the connection of the last run.
    let probe = Request::head(server.uri()).body(Full::default()).unwrap();
    client.request(probe).await.unwrap();
    let count = collector.responses().len();
    let bodies = tokio::time::timeout(PATIENCE, collector.wait_for_bodies(count)).await;
    let mut bodies = bodies.expect("what became of each connection is known by now");
    assert_eq!(bodies.len(), count, "each body is reported once");

    // Fates become known in any order; programs send their requests one after the other.
    bodies.sort_by_key(|body| body.response.connection.as_ref().map(|seen| (seen.id, seen.nth)));
    bodies.pop();
    Observation {
        succeeded,
        guard: bodies.iter().map(in_words).collect(),
        connections,
        sites: bodies.iter().filter_map(|body| Some(body.site.as_ref()?.to_string())).collect(),
    }
}

fn in_words(body: &BodyEnded) -> String {
    match body.fate {
        Some(fate) => format!("{} {}", body.verdict.as_str(), fate.as_str()),
        None => body.verdict.as_str().to_owned(),
    }
}

/// What the lines at the top of a program say.
#[derive(Default)]
struct Expectation {
    protocol: Protocol,
    script: Vec<String>,
    succeeds: bool,
    guard: Vec<String>,
    connections: usize,
}

impl Expectation {
    fn read(path: &Path) -> Self {
        let mut expected = Self { succeeds: true, ..Self::default() };
        for line in fs::read_to_string(path).unwrap().lines() {
            let Some(line) = line.strip_prefix("//@ ") else {
                continue;
            };
            match line.split_once(": ").unwrap_or((line, "")) {
                ("protocol", "http2") => expected.protocol = Protocol::Http2,
                ("response", reply) => expected.script.push(reply.to_owned()),
                ("result", "error") => expected.succeeds = false,
                ("guard", words) => expected.guard.push(words.to_owned()),
                ("connections", count) => expected.connections = count.parse().unwrap(),
                _ => panic!("unknown line in {}: {line}", path.display()),
            }
        }
        assert!(!expected.guard.is_empty() && expected.connections > 0, "{} expects nothing", path.display());
        expected
    }
}

/// What the lint says of all programs, in the package that they are part of: it knows their dependencies.
static LINTED: LazyLock<Report> = LazyLock::new(|| {
    let options = Options { tests: true, ..Options::default() };
    driver::lint(&[directory()], &options).unwrap()
});

/// The lint findings in a program: line, counted from 1, and rule.
fn lints(path: &Path) -> Vec<(usize, String)> {
    let Report { sources, diagnostics, .. } = &*LINTED;
    let mut lints = Vec::new();
    for diagnostic in diagnostics {
        let (Some(rule), Some(primary)) = (diagnostic.rule, &diagnostic.primary) else {
            continue;
        };
        if sources.path(primary.span.file).file_name() == path.file_name() {
            lints.push((sources.line_column(primary.span).0, rule.to_owned()));
        }
    }
    lints
}

/// The lint findings that a program expects, in the same words.
fn expected_lints(path: &Path) -> Vec<(usize, String)> {
    let mut lints = Vec::new();
    for (line, number) in fs::read_to_string(path).unwrap().lines().zip(1..) {
        let Some((code, rule)) = line.split_once("//~") else {
            continue;
        };
        let on_its_own = code.trim().is_empty();
        let (number, rule) = rule.strip_prefix('^').map_or((number, rule), |rule| (number - 1, rule));
        assert_eq!(on_its_own, line.contains("//~^"), "{}:{number} marks no code", path.display());
        lints.push((number, rule.trim().to_owned()));
    }
    lints
}

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("programs")
}

fn path_of(program: &str) -> PathBuf {
    directory().join(program).with_extension("rs")
}
