//! Whatever is found in the fixtures can be allowed by a comment, and then nothing is told, and the code is the same.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use tempfile::TempDir;
use undrained_lint::{
    allow::{Allowed, allow},
    driver::{self, Options, Report},
    edit::apply,
};

use super::{Fixture, fixtures, folder};

#[test]
fn what_is_allowed_is_silent_and_the_code_is_the_same() {
    let fixtures = fixtures(&folder());
    let (mut count, mut left) = (0, Vec::new());
    for wishes in fixtures.iter().map(Fixture::wishes).collect::<BTreeSet<_>>() {
        let temporary = TempDir::new().expect("a temporary folder");
        let root = temporary.path().canonicalize().expect("it was just made");
        let mut files = BTreeMap::new();
        for (number, fixture) in fixtures.iter().filter(|fixture| fixture.wishes() == wishes).enumerate() {
            fixture.write(&root.join(number.to_string()), &mut files);
        }
        let paths = [root.clone()];
        let options = Options { levels: wishes.levels(), tests: wishes.tests, ..Options::default() };
        let lint = || driver::lint(&paths, &options).expect("the fixtures are there");
        let before = lint();
        let Allowed { edits, done } = allow(&before.sources, &before.diagnostics, "it is a fixture");
        for (file, edits) in edits {
            let text = before.sources.text(file);
            let changed = apply(text, &edits).expect("they do not overlap");
            assert_eq!(tokens(text), tokens(&changed), "{}", before.sources.path(file).display());
            fs::write(before.sources.path(file), changed).expect("the file is ours");
        }
        count += done.iter().filter(|done| **done).count();
        let not_allowed = done.iter().filter(|done| !**done).count();
        let after = lint();
        assert_eq!(after.diagnostics.len(), not_allowed, "{:#?}", told(&after, &files));
        left.extend(told(&after, &files));
    }
    assert!(count > 500, "{count}");
    let others: Vec<_> = left.iter().filter(|(rule, ..)| *rule != Some("unused_suppression")).collect();
    assert!(others.is_empty(), "this is still told: {others:#?}");
    assert!(!left.is_empty(), "there are fixtures about comments");
}

/// Rule, fixture and line of what is told.
fn told(report: &Report, files: &BTreeMap<PathBuf, PathBuf>) -> Vec<(Option<&'static str>, PathBuf, usize)> {
    let told = report.diagnostics.iter().map(|diagnostic| {
        let span = diagnostic.primary.as_ref().expect("fixtures are understood").span;
        let path = report.sources.path(span.file);
        let path = files.get(path).map_or(path, PathBuf::as_path).to_owned();
        (diagnostic.rule, path, report.sources.line_column(span).0)
    });
    told.collect()
}

/// The code without its plain comments.
fn tokens(text: &str) -> String {
    let tokens: proc_macro2::TokenStream = text.trim_start_matches('\u{feff}').parse().expect("fixtures are Rust");
    tokens.to_string()
}
