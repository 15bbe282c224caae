//! What the lint says about small pieces of code.
//!
//! A fixture is a file `ui/<group>/<sentence>.rs`, or a folder of that name with packages of its own in it. What it
//! expects stands at the end of the line where the finding begins:
//!
//! ```text
//! //~ unread_body                   is reported; several rules stand with commas between them
//! //~ MISS unread_body -- reason    should be reported, and is not
//! //~ FALSE unread_body -- reason   is reported, and should not be
//! ```
//!
//! A line without any of these expects nothing. What a fixture needs is said by lines at its top:
//!
//! ```text
//! //@ edition: 2021                 2024 if left out
//! //@ dependency: hyper = "0.14"    instead of the version in `DEPENDENCIES`
//! //@ pedantic                      with the rules that are off by default
//! //@ tests                         with test code
//! ```
//!
//! All fixtures that want the same options are linted in one run. `UPDATE=1` rewrites the expectations.
//! What must hold for all of them, however they are written, is in `ui/properties.rs`, what their fixes have to do in
//! `ui/fixes.rs`, and how the lint speaks in `ui/wording.rs`.

#[path = "ui/allowed.rs"]
mod allowed;
#[path = "ui/fixes.rs"]
mod fixes;
#[path = "ui/fixture.rs"]
mod fixture;
#[path = "ui/properties.rs"]
mod properties;
#[path = "ui/wording.rs"]
mod wording;

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write as _,
    fs, mem,
    path::{Path, PathBuf},
};

use fixture::{Fixture, Wishes, fixtures};
use tempfile::TempDir;
use undrained_lint::driver::{self, Options, Report};

#[test]
fn fixtures_give_what_they_expect() {
    let fixtures = fixtures(&folder());
    let mut found: BTreeMap<PathBuf, Found> = BTreeMap::new();
    for wishes in fixtures.iter().map(Fixture::wishes).collect::<BTreeSet<_>>() {
        lint(fixtures.iter().filter(|fixture| fixture.wishes() == wishes), wishes, &mut found);
    }
    let mut differences = String::new();
    for (path, text) in fixtures.iter().flat_map(|fixture| &fixture.files) {
        let found = found.remove(path).unwrap_or_default();
        if env::var_os("UPDATE").is_some() {
            update(path, text, &found);
        } else {
            compare(path, text, &found, &mut differences);
        }
    }
    for (path, found) in found {
        writeln!(differences, "{}: in no fixture: {found:?}", path.display()).expect("a string takes it");
    }
    assert!(differences.is_empty(), "the lint says something else than the fixtures:\n{differences}");
}

#[test]
fn at_least_half_of_the_fixtures_are_silent() {
    let fixtures = fixtures(&folder());
    let silent = |fixture: &&Fixture| fixture.files.iter().all(|(_, text)| !text.contains("//~"));
    let count = fixtures.iter().filter(silent).count();
    assert!(count * 2 >= fixtures.len(), "{count} of {} are silent", fixtures.len());
}

#[test]
fn the_page_of_known_mistakes_is_what_the_fixtures_say() {
    let page = known_mistakes(&fixtures(&folder()));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/known-mistakes.md");
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &page).expect("the page can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(written, page, "UPDATE=1 writes docs/known-mistakes.md anew");
}

/// The known mistakes as a page: kind, rule and reason, with the fixtures in which they are asserted.
fn known_mistakes(fixtures: &[Fixture]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all: BTreeMap<(&str, &str, &str), BTreeSet<String>> = BTreeMap::new();
    let mut count = 0;
    for (path, text) in fixtures.iter().flat_map(|fixture| &fixture.files) {
        for mark in text.lines().filter_map(|line| line.split_once("//~ ")).map(|(_, mark)| mark) {
            let Some((kind, said)) = mark.split_once(' ').filter(|(kind, _)| matches!(*kind, "MISS" | "FALSE")) else {
                continue;
            };
            let (rule, reason) = said.split_once(" -- ").expect("a known mistake has a reason");
            let path = path.strip_prefix(root).expect("fixtures stand in this package").display().to_string();
            all.entry((kind, reason, rule)).or_default().insert(path);
            count += 1;
        }
    }
    let mut page = format!(
        "# Known mistakes\n\n\
        What the lint is known to get wrong, each asserted by a fixture, so that it is noticed when it changes: {count} \
        places in {} fixtures.\n\
        This page is written by `UPDATE=1 cargo test -p undrained-tests --test ui`.\n",
        fixtures.len(),
    );
    for (kind, title) in [("FALSE", "Reported, and should not be"), ("MISS", "Not reported, and should be")] {
        write!(page, "\n## {title}\n\n| why | rule | fixture |\n|---|---|---|\n").expect("a string takes it");
        for ((_, reason, rule), paths) in all.iter().filter(|((of, ..), _)| *of == kind) {
            let link = |path: &String| {
                let name = path.trim_start_matches("ui/").trim_end_matches(".rs");
                format!("[{name}](../tests/{path})")
            };
            let links: Vec<String> = paths.iter().map(link).collect();
            writeln!(page, "| {reason} | `{rule}` | {} |", links.join("<br>")).expect("a string takes it");
        }
    }
    page
}

/// Where the fixtures are.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ui")
}

/// Rule and message of what was found, by line.
type Found = BTreeMap<usize, Vec<(&'static str, String)>>;

/// Lints fixtures, each as a package of its own, in one run.
fn lint<'a>(fixtures: impl Iterator<Item = &'a Fixture>, wishes: Wishes, found: &mut BTreeMap<PathBuf, Found>) {
    let temporary = TempDir::new().expect("a temporary folder");
    let root = temporary.path().canonicalize().expect("it was just made");
    let mut files = BTreeMap::new();
    let mut paths = Vec::new();
    for (number, fixture) in fixtures.enumerate() {
        let folder = root.join(number.to_string());
        fixture.write(&folder, &mut files);
        paths.push(folder);
    }
    let options = Options { levels: wishes.levels(), tests: wishes.tests, ..Options::default() };
    let report = driver::lint(&paths, &options).expect("the fixtures are there");
    sort(&report, &files, found);
}

/// Puts what a run found beside the fixtures that it stands in.
fn sort(report: &Report, files: &BTreeMap<PathBuf, PathBuf>, found: &mut BTreeMap<PathBuf, Found>) {
    for diagnostic in &report.diagnostics {
        let (Some(rule), Some(primary)) = (diagnostic.rule, &diagnostic.primary) else {
            panic!("a note about the run: {}", diagnostic.message);
        };
        let path = report.sources.path(primary.span.file);
        let path = files.get(path).map_or(path, PathBuf::as_path);
        let (line, _) = report.sources.line_column(primary.span);
        let line = found.entry(path.to_owned()).or_default().entry(line).or_default();
        line.push((rule, diagnostic.message.clone()));
    }
}

/// What a line expects of a rule.
#[derive(PartialEq)]
enum Mark<'a> {
    Reported,
    /// With its reason.
    Miss(&'a str),
    False(&'a str),
}

/// The code of a line and what it expects, by rule.
fn marks<'a>(path: &Path, line: &'a str) -> (&'a str, Vec<(&'a str, Mark<'a>)>) {
    let mut parts = line.split("//~");
    let code = parts.next().unwrap_or_default();
    let mut marks = Vec::new();
    for part in parts {
        let part = part.trim();
        if let Some(("MISS", rest)) | Some(("FALSE", rest)) = part.split_once(' ') {
            let Some((rule, reason)) = rest.split_once(" -- ") else {
                panic!("no reason in {}: {line}", path.display())
            };
            let mark = if part.starts_with("MISS") { Mark::Miss(reason) } else { Mark::False(reason) };
            marks.push((rule, mark));
        } else {
            marks.extend(part.split(", ").map(|rule| (rule, Mark::Reported)));
        }
    }
    (code, marks)
}

/// Writes what was found and not expected, and the other way round.
fn compare(path: &Path, text: &str, found: &Found, differences: &mut String) {
    let mut lines = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let (code, marks) = marks(path, line);
        let mut found = found.get(&number).cloned().unwrap_or_default();
        let mut say = |what: String| lines.push(format!("  {number:>3} | {}\n      = {what}", code.trim_end()));
        for (rule, mark) in marks {
            let at = found.iter().position(|(name, _)| *name == rule);
            let message = at.map(|at| found.remove(at));
            match (mark, message) {
                (Mark::Reported | Mark::False(_), Some(_)) | (Mark::Miss(_), None) => (),
                (Mark::Reported, None) => say(format!("{rule} is not reported")),
                (Mark::Miss(_), Some(_)) => say(format!("{rule} is reported now: no MISS")),
                (Mark::False(_), None) => say(format!("{rule} is no longer reported: not FALSE")),
            }
        }
        for (rule, message) in found {
            say(format!("{rule} is reported: {message}"));
        }
    }
    if !lines.is_empty() {
        writeln!(differences, "\n{}\n{}", path.display(), lines.join("\n")).expect("a string takes it");
    }
}

/// Makes the expectations be what was found.
fn update(path: &Path, text: &str, found: &Found) {
    let mut updated = String::new();
    for (line, number) in text.lines().zip(1..) {
        let (code, marks) = marks(path, line);
        let found = found.get(&number).cloned().unwrap_or_default();
        let is_found = |rule: &str| found.iter().any(|(name, _)| *name == rule);
        let is_false = |rule: &str| marks.iter().any(|(name, mark)| *name == rule && matches!(mark, Mark::False(_)));
        let rules: Vec<_> = found.iter().map(|(rule, _)| *rule).filter(|rule| !is_false(rule)).collect();
        let mut wanted = Vec::new();
        if !rules.is_empty() {
            wanted.push(format!("//~ {}", rules.join(", ")));
        }
        for (rule, mark) in &marks {
            match mark {
                Mark::Miss(reason) if !is_found(rule) => wanted.push(format!("//~ MISS {rule} -- {reason}")),
                Mark::False(reason) if is_found(rule) => wanted.push(format!("//~ FALSE {rule} -- {reason}")),
                _ => (),
            }
        }
        let line = format!("{} {}", if marks.is_empty() { code } else { code.trim_end() }, wanted.join(" "));
        let kept = mem::take(&mut updated);
        updated = kept + line.trim_end() + "\n";
    }
    if updated != text {
        fs::write(path, updated).expect("the fixture can be written");
    }
}
