//! Ways to read a body or to lose it, each judged twice: by the lint, and by a server that counts connections.
//!
//! A file of ways is `ways/<client>.rs`: small functions that send a request and do something with the response. What
//! is known of a way stands in it:
//!
//! ```text
//! //! reuse: one_read              the family of the client, at the top of the file: see `docs/stubs.md`
//!
//! //@ status: 500                  what the server answers; 200 if left out
//! //@ body: json                   the body is a string in JSON; letters if left out
//! //@ silent: why                  the lint says nothing though a connection may be lost
//! //@ loses: what               what else would lose the connection, where the lint speaks though nothing here does
//! //@ unguarded: why            the guard that `check_guard` runs the client under sees nothing of the response
//! //@ reuse: +++ +--- -            is the connection used again? See [`COLUMNS`]
//! pub async fn status_only(ask: &mut Ask) -> Result<(), Error> {
//!     let response = ask.request().send().await?; //~ unread_body
//! ```
//!
//! Each way is run once for each column: the way, a pause in which the client can take the connection back, and a
//! second request to the same server. What was seen is one letter:
//!
//! - `+` the second request came on the same connection;
//! - `-` it came on another one, and the first was closed before;
//! - `!` it came on the same connection and failed;
//! - `?` this is a race, and any of them will do;
//! - `.` the way does not fit this column, and is not run.
//!
//! The columns have to agree with the family, and with what the lint says: `agree` has the rules. Where all of them are
//! `-`, no connection is kept whatever becomes of a body, and the lint has nothing to say.
//! `UPDATE=1` writes down what is seen and what the lint says; what comes out is to be read, not believed.

mod guarded;

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::{
        LazyLock, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use tokio::runtime::Runtime;
use undrained::{Collector, Guard};
use undrained_lint::{
    config::Levels,
    driver::{self, Options},
};
use undrained_tests::{Error, Protocol, server::Server};

pub use guarded::check_guard;

/// What the server answers: a name, and a line for [`undrained_tests::server::Reply`].
pub const COLUMNS: [(&str, &str); 8] = [
    ("HEAD", "length=200"),
    ("empty", "length=0"),
    ("204", ""),
    ("whole", "length=200"),
    ("late", "length=200 late=50"),
    ("64 KiB", "length=65536"),
    ("chunked", "chunked=200 late=50"),
    ("close", "length=200 close"),
];

/// Those in which a body has to be read: all but the first three and the last.
const WITH_BODY: std::ops::Range<usize> = 3..7;

/// Only so that a connection that is not closed as it should be fails a test instead of stopping it.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a client gets to take its connection back; a client that was too slow is tried once more.
const PAUSES: [Duration; 3] = [Duration::from_millis(25), Duration::from_millis(150), Duration::from_millis(600)];

/// The servers run beside the clients, so that these decide for themselves how many threads they have.
static SERVERS: LazyLock<Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a thread")
});

/// One run of one way.
pub struct Session {
    server: Server,
    /// Answers with the status 204, and is not watched.
    elsewhere: Server,
    is_head: bool,
    /// Until the first connection is closed, or so long.
    pause: Option<Duration>,
    guard: Guard,
    collector: Collector,
}

impl Session {
    /// Where the server listens.
    pub fn url(&self) -> String {
        self.server.uri().to_string()
    }

    /// Where another server listens, for what a way sends on.
    pub fn elsewhere(&self) -> String {
        self.elsewhere.uri().to_string()
    }

    /// `HEAD` or `GET`, for a way that is open to both.
    pub fn method(&self) -> &'static str {
        if self.is_head { "HEAD" } else { "GET" }
    }

    /// For clients that run under guard.
    pub fn guard(&self) -> &Guard {
        &self.guard
    }

    /// Runs an async client on one thread, where its races with itself come out the same each time.
    pub fn block_on<T>(&self, future: impl Future<Output = T>) -> T {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(future)
    }

    /// Waits between the two requests, in any runtime of tokio.
    pub async fn pause(&self) {
        match self.pause {
            Some(pause) => tokio::time::sleep(pause).await,
            None => drop(tokio::time::timeout(PATIENCE, self.server.ended(1)).await),
        }
    }

    /// Waits between the two requests, without a runtime.
    pub fn pause_blocking(&self) {
        SERVERS.block_on(self.pause());
    }
}

/// Runs one way in one session. The way, a pause, and a `GET` that has to be answered with the status 204; it is `Ok`
/// if that was so, whatever came out of the way.
pub type Run<'a> = dyn Fn(&Session, usize) -> Result<(), Error> + Sync + 'a;

/// Checks all ways of `ways/<client>.rs` in the package at `package`. `names` are those that `run` knows, in its order.
///
/// # Panics
/// When something is not as it is written.
pub fn check(package: &str, client: &str, names: &[&str], run: &Run<'_>) {
    let path = file(package, client);
    let text = fs::read_to_string(&path).expect("the ways of a client");
    let ways = Way::all(&text);
    let written: Vec<&str> = ways.iter().map(|way| way.name).collect();
    assert_eq!(written, names, "the ways of {client} in the file, and those that are run");

    let update = env::var_os("UPDATE").is_some();
    let seen = Mutex::new(vec![['.'; COLUMNS.len()]; ways.len()]);
    each_cell(&ways, &|way, column, expected| {
        let letter = if update {
            measure(&ways[way], column, &|session| run(session, way))
        } else {
            cell(&ways[way], column, expected, &|session| run(session, way))
        };
        seen.lock().unwrap_or_else(PoisonError::into_inner)[way][column] = letter;
    });
    let seen = seen.into_inner().unwrap_or_else(PoisonError::into_inner);
    let found = lint(&path);
    if update {
        fs::write(&path, updated(&text, &ways, &seen, &found)).expect("the file can be written");
        return;
    }

    let mut differences = String::new();
    let mut say = |what: String| differences += &format!("\n{client}: {what}");
    for (way, seen) in ways.iter().zip(&seen) {
        for (column, (&seen, &expected)) in seen.iter().zip(&way.reuse).enumerate() {
            if expected != seen && expected != '?' {
                say(format!("{} in column {}: {seen}, not {expected}", way.name, COLUMNS[column].0));
            }
        }
    }
    let family = family(&text);
    for (number, line) in (1..).zip(text.lines()) {
        let expected: Vec<&str> = marks(line).1;
        let rules: Vec<&str> =
            found.iter().filter(|finding| finding.line == number).map(|finding| finding.rule).collect();
        if expected != rules {
            say(format!("line {number}: the lint says {rules:?}, not {expected:?}"));
        }
    }
    for way in &ways {
        let findings: Vec<&Finding> = found.iter().filter(|finding| way.lines.contains(&finding.line)).collect();
        if let Err(why) = agree(family, way, &findings) {
            say(format!("{}: {why}", way.name));
        }
    }
    assert!(differences.is_empty(), "not all agree:{differences}");
}

fn file(package: &str, client: &str) -> PathBuf {
    Path::new(package).join("ways").join(client).with_extension("rs")
}

/// Does something for each cell that is to be run, on several threads: the way, the column, and the expected letter.
fn each_cell(ways: &[Way<'_>], work: &(dyn Fn(usize, usize, char) + Sync)) {
    let cells: Vec<(usize, usize)> =
        (0..ways.len()).flat_map(|way| (0..COLUMNS.len()).map(move |column| (way, column))).collect();
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some(&(way, column)) = cells.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let expected = ways[way].reuse.get(column).copied().unwrap_or('?');
                    if expected != '.' {
                        work(way, column, expected);
                    }
                }
            });
        }
    });
}

/// They mostly wait.
const WORKERS: usize = 12;

/// Runs a way until it is seen as expected, with a longer pause each time, or says what was seen in the end.
fn cell(way: &Way<'_>, column: usize, expected: char, run: &dyn Fn(&Session) -> Result<(), Error>) -> char {
    // Of a connection that is lost the server sees the end.
    if expected == '-' {
        return once(way, column, None, run);
    }
    let mut seen = '.';
    for pause in PAUSES {
        seen = once(way, column, Some(pause), run);
        if seen == expected || expected == '?' {
            break;
        }
    }
    seen
}

/// What is seen without an expectation.
fn measure(way: &Way<'_>, column: usize, run: &dyn Fn(&Session) -> Result<(), Error>) -> char {
    let seen: Vec<char> = (0..4).map(|_| once(way, column, Some(PAUSES[1]), run)).collect();
    if seen.iter().all(|letter| *letter == seen[0]) { seen[0] } else { '?' }
}

fn once(way: &Way<'_>, column: usize, pause: Option<Duration>, run: &dyn Fn(&Session) -> Result<(), Error>) -> char {
    session(way, column, pause, run).0
}

/// One letter, and what has seen it.
fn session(
    way: &Way<'_>,
    column: usize,
    pause: Option<Duration>,
    run: &dyn Fn(&Session) -> Result<(), Error>,
) -> (char, Session) {
    let (name, reply) = COLUMNS[column];
    let status = if name == "204" { "204" } else { way.status };
    let json = if way.is_json { "json" } else { "" };
    let script = [format!("{status} {reply} {json}"), "204".to_owned()];
    let script: Vec<&str> = script.iter().map(String::as_str).collect();
    let start = |script: &[&str]| SERVERS.block_on(Server::start(Protocol::Http1, script)).expect("a server");
    let collector = Collector::default();
    let guard = Guard::builder().reporter(collector.clone()).ignore_env().build();
    let (server, elsewhere) = (start(&script), start(&["204"]));
    let session = Session { server, elsewhere, is_head: name == "HEAD", pause, guard, collector };
    let outcome = run(&session);
    let letter = match (session.server.requests().as_slice(), outcome) {
        ([1, 1], Ok(())) => '-',
        ([2], Ok(())) => '+',
        ([_], Err(_)) => '!',
        (requests, outcome) => panic!("{} in column {name}: {requests:?}, {outcome:?}", way.name),
    };
    (letter, session)
}

/// Do the columns, the family of the client, and the lint say the same of a way?
fn agree(family: &str, way: &Way<'_>, findings: &[&Finding]) -> Result<(), String> {
    let reuse = &way.reuse;
    let is_error = way.status.starts_with(['4', '5']);
    // What is said of error statuses is no matter of an answer that has none, and a body that is held costs a connection
    // to somebody else.
    let is_told = |finding: &&&Finding| match finding.rule {
        "unread_error_status" => is_error,
        rule => rule != "held_unread",
    };
    let findings: Vec<&Finding> = findings.iter().filter(is_told).copied().collect();
    if reuse.len() != COLUMNS.len() {
        return Err(format!("{} columns, not {}", reuse.len(), COLUMNS.len()));
    }
    let is = |column: usize, letters: &str| reuse[column] == '.' || letters.contains(reuse[column]);
    // A client that lives for one request is no setting: there is nothing to be said of it.
    let is_never_used_again = way.is_never_used_again();
    let rules: Vec<&str> = findings.iter().map(|finding| finding.rule).collect();
    if is_never_used_again || rules.contains(&"reuse_disabled") {
        return match (is_never_used_again, rules.as_slice(), way.silent) {
            (true, [] | ["reuse_disabled"], None) => Ok(()),
            (true, ..) => Err("no connection is ever used again, whatever becomes of a body".to_owned()),
            (false, ..) => Err("connections are used again".to_owned()),
        };
    }
    if !(0..WITH_BODY.start).all(|column| is(column, "+")) {
        return Err("without a body there is nothing to lose".to_owned());
    }
    if !is(WITH_BODY.end, "-") {
        return Err("the server has closed the connection".to_owned());
    }
    let is_lossless = WITH_BODY.into_iter().all(|column| is(column, "+"));
    if findings.is_empty() {
        return match (is_lossless, way.silent) {
            (true, None) | (false, Some(_)) => Ok(()),
            (true, Some(_)) => Err("nothing is lost, so that there is nothing to be silent about".to_owned()),
            (false, None) => Err("a connection is lost, and the lint is silent".to_owned()),
        };
    }
    match (is_lossless, way.loses) {
        (true, Some(_)) => return Ok(()),
        (true, None) => return Err("the lint speaks, and no connection is lost".to_owned()),
        (false, Some(_)) => return Err("it is lost here, so that nothing else has to lose it".to_owned()),
        (false, None) => (),
    }
    // What is a question of time or size is not told as a certainty.
    let is_sure = |finding: &&&Finding| !finding.message.contains(" may ") && !finding.message.contains("could ");
    if family != "at_end"
        && let Some(finding) = findings.iter().find(is_sure)
    {
        return Err(format!("this is not sure: {}", finding.message));
    }
    // What was read of a body can be all but its end, and that is enough for some.
    let is_unread = findings.iter().all(|finding| finding.rule != "partly_read");
    let fits = match family {
        "at_end" => WITH_BODY.into_iter().all(|column| is(column, "-")),
        "one_read" | "with_head" if is_unread => is(3, "+") && (4..7).all(|column| is(column, "-")),
        "one_read" | "with_head" => is(3, "+") && is(6, "-"),
        "dirty" if is_unread => (4..7).all(|column| is(column, "!-?")),
        "dirty" => WITH_BODY.into_iter().any(|column| reuse[column] != '+'),
        "race" => WITH_BODY.into_iter().all(|column| is(column, "+-?")),
        _ => return Err(format!("there is no family {family}")),
    };
    if fits { Ok(()) } else { Err(format!("not what the family {family} does")) }
}

/// A way, as it stands in its file.
struct Way<'a> {
    name: &'a str,
    status: &'a str,
    is_json: bool,
    silent: Option<&'a str>,
    loses: Option<&'a str>,
    unguarded: Option<&'a str>,
    reuse: Vec<char>,
    /// From its first line to the last, counted from 1.
    lines: std::ops::RangeInclusive<usize>,
}

impl<'a> Way<'a> {
    fn is_never_used_again(&self) -> bool {
        self.reuse.iter().all(|letter| ".-".contains(*letter))
    }

    fn all(text: &'a str) -> Vec<Way<'a>> {
        let mut ways: Vec<Way<'a>> = Vec::new();
        let mut headers = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            if let Some(header) = line.strip_prefix("//@ ") {
                let header = header.split_once(": ").expect("a header has a name and a value");
                assert!(headers.iter().all(|(name, _)| *name != header.0), "line {number}: a second `{}`", header.0);
                headers.push(header);
            } else if let Some(name) = name(line)
                && !headers.is_empty()
            {
                let mut way = Way {
                    name,
                    status: "200",
                    is_json: false,
                    silent: None,
                    loses: None,
                    unguarded: None,
                    reuse: Vec::new(),
                    lines: number..=number,
                };
                for header in headers.drain(..) {
                    match header {
                        ("status", status) => way.status = status,
                        ("body", "json") => way.is_json = true,
                        ("loses", what) => way.loses = Some(what),
                        ("unguarded", why) => way.unguarded = Some(why),
                        ("silent", why) => way.silent = Some(why),
                        ("reuse", letters) => way.reuse = letters.chars().filter(|it| !it.is_whitespace()).collect(),
                        (name, _) => panic!("unknown header of a way: {name}"),
                    }
                }
                ways.push(way);
            } else if line == "}"
                && let Some(way) = ways.last_mut().filter(|way| way.lines.start() == way.lines.end())
            {
                way.lines = *way.lines.start()..=number;
            }
        }
        ways
    }
}

/// The name of a function that begins in this line.
fn name(line: &str) -> Option<&str> {
    let line = line.strip_prefix("pub ")?;
    let line = line.strip_prefix("async ").unwrap_or(line).strip_prefix("fn ")?;
    line.split_once(['(', '<']).map(|(name, _)| name)
}

/// The family that a file of ways names.
fn family(text: &str) -> &str {
    text.lines().find_map(|line| line.strip_prefix("//! reuse: ")).expect("a file of ways names the client's family")
}

/// A finding of the lint in a file of ways.
struct Finding {
    line: usize,
    rule: &'static str,
    message: String,
}

/// What the lint says of a file, in the package that it is part of: it knows its dependencies.
fn lint(path: &Path) -> Vec<Finding> {
    let options = Options { levels: Levels::pedantic(), tests: true, ..Options::default() };
    let report = driver::lint(&[PathBuf::from(path)], &options).expect("the file is there");
    let mut found = Vec::new();
    for diagnostic in report.diagnostics {
        let (Some(rule), Some(primary)) = (diagnostic.rule, &diagnostic.primary) else {
            panic!("a note about the run: {}", diagnostic.message);
        };
        found.push(Finding { line: report.sources.line_column(primary.span).0, rule, message: diagnostic.message });
    }
    found
}

/// The code of a line, and the rules that it expects.
fn marks(line: &str) -> (&str, Vec<&str>) {
    match line.split_once("//~ ") {
        Some((code, rules)) => (code.trim_end(), rules.split(", ").collect()),
        None => (line, Vec::new()),
    }
}

fn updated(text: &str, ways: &[Way<'_>], seen: &[[char; COLUMNS.len()]], found: &[Finding]) -> String {
    let mut updated = String::new();
    let mut next = ways.iter().zip(seen);
    for (number, line) in (1..).zip(text.lines()) {
        if line.starts_with("//@ reuse:") {
            let (_, seen) = next.next().expect("each way has one such line");
            let [nothing @ .., a, b, c, d, close] = seen;
            let nothing: String = nothing.iter().collect();
            updated += &format!("//@ reuse: {nothing} {a}{b}{c}{d} {close}\n");
            continue;
        }
        let rules: Vec<&str> =
            found.iter().filter(|finding| finding.line == number).map(|finding| finding.rule).collect();
        let (code, _) = marks(line);
        updated += code;
        if !rules.is_empty() {
            updated += &format!(" //~ {}", rules.join(", "));
        }
        updated.push('\n');
    }
    updated
}
