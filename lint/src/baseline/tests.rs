//! Entries against findings, and the file as it is written.

use std::path::Path;

use super::{Baseline, Entry, State, file, occurring, relative};
use crate::error::Error;

fn entry(path: &str, function: &str, rule: &str, code: &str, fingerprint: &str) -> Entry {
    let [path, rule, code, fingerprint] = [path, rule, code, fingerprint].map(str::to_owned);
    let function = (!function.is_empty()).then(|| function.to_owned());
    Entry { path, function, rule, code, fingerprint }
}

/// Which of the findings are known, when all that is known is looked at.
#[track_caller]
fn check(entries: &[Entry], now: &[Entry], expected: &[bool]) {
    check_in(State::InScope, entries, now, expected);
}

#[track_caller]
fn check_in(state: State, entries: &[Entry], now: &[Entry], expected: &[bool]) {
    let now: Vec<Option<Entry>> = now.iter().cloned().map(Some).collect();
    let (found, used) = occurring(&now, entries, &vec![state; entries.len()]);
    assert_eq!(found, expected);
    let count = |flags: &[bool]| flags.iter().filter(|flag| **flag).count();
    assert_eq!(count(&found), count(&used));
}

#[test]
fn a_fingerprint_is_enough() {
    let before = [entry("a.rs", "app::f", "unread_body", "1", "x"), entry("b.rs", "app::g", "unread_body", "2", "y")];
    let now = [entry("c.rs", "app::g", "unread_body", "2", "y"), entry("c.rs", "app::h", "unread_body", "3", "z")];
    check(&before, &now, &[true, false]);
}

#[test]
fn a_function_may_get_another_name() {
    let before = [entry("a.rs", "app::f", "unread_body", "1", "x")];
    check(&before, &[entry("a.rs", "app::g", "unread_body", "1", "y")], &[true]);
    check(&before, &[entry("a.rs", "", "unread_body", "1", "y")], &[true]);
    check(&before, &[entry("a.rs", "app::g", "partly_read", "1", "y")], &[false]);
    check(&before, &[entry("a.rs", "app::g", "unread_body", "2", "y")], &[false]);
}

#[test]
fn a_module_may_get_another_name() {
    let before = [entry("a.rs", "app::a::f", "unread_body", "1", "x")];
    check(&before, &[entry("b.rs", "app::b::f", "unread_body", "1", "y")], &[true]);
    check(&before, &[entry("b.rs", "app::b::g", "unread_body", "1", "y")], &[false]);
    check(&[entry("a.rs", "", "unread_body", "1", "x")], &[entry("b.rs", "", "unread_body", "1", "y")], &[false]);
}

#[test]
fn an_entry_stands_for_one_finding() {
    let before = [entry("a.rs", "app::f", "unread_body", "1", "x")];
    let twice = [entry("a.rs", "app::f", "unread_body", "1", "x"), entry("a.rs", "app::f", "unread_body", "1", "y")];
    check(&before, &twice, &[true, false]);
    // What is known exactly goes before what is known by its words.
    let twice = [entry("a.rs", "app::g", "unread_body", "1", "y"), entry("a.rs", "app::f", "unread_body", "1", "x")];
    check(&before, &twice, &[false, true]);
}

#[test]
fn what_may_still_occur_elsewhere_is_not_what_was_found() {
    let before = [entry("a.rs", "app::a::f", "unread_body", "1", "x")];
    let copied = [entry("b.rs", "app::b::f", "unread_body", "1", "y")];
    check_in(State::Elsewhere, &before, &copied, &[false]);
    check_in(State::Lost, &before, &copied, &[true]);
    check_in(State::Elsewhere, &before, &before, &[true]);
    let renamed = [entry("a.rs", "app::a::g", "unread_body", "1", "y")];
    check_in(State::Elsewhere, &before, &renamed, &[false]);
}

#[test]
fn what_is_written_is_sorted_and_can_be_read() {
    let a = entry("a.rs", "", "unread_body", "1", "x");
    let b = entry("b.rs", "app::f", "partly_read", "2", "y");
    let text = file::write(vec![b.clone(), a.clone()]);
    let expected = r#"{
  "version": 1,
  "findings": [
    {"path":"a.rs","rule":"unread_body","code":"1","fingerprint":"x"},
    {"path":"b.rs","function":"app::f","rule":"partly_read","code":"2","fingerprint":"y"}
  ]
}
"#;
    assert_eq!(text, expected);
    assert_eq!(file::read(Path::new("b.json"), &text).expect("it is right"), [a, b]);
    assert_eq!(file::write(Vec::new()), "{\n  \"version\": 1,\n  \"findings\": []\n}\n");
}

#[test]
fn a_merge_may_leave_an_entry_twice() {
    let one = r#"{"path":"a.rs","rule":"r","code":"1","fingerprint":"x"}"#;
    let text = format!(r#"{{"version": 1, "findings": [{one},{one}]}}"#);
    assert_eq!(file::read(Path::new("b.json"), &text).expect("it is right").len(), 1);
}

/// Line, column, message.
#[track_caller]
fn wrong(text: &str, at: (usize, usize), message: &str) {
    let Err(Error::Config(problems)) = file::read(Path::new("b.json"), text) else { panic!("nothing is wrong") };
    let [problem] = &problems.diagnostics[..] else { panic!("one problem: {:?}", problems.diagnostics) };
    assert_eq!(problem.message, message);
    assert_eq!(problems.sources.line_column(problem.primary.as_ref().expect("a place").span), at);
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    wrong("", (1, 1), "this is no baseline: EOF while parsing a value");
    wrong("{\n<<<<<<< ours\n", (2, 1), "this is no baseline: key must be a string");
    wrong("{\n  \"version\": 2,\n  \"more\": []\n}", (2, 3), "this baseline has version 2, and only 1 is known");
    let text = "{\"version\": 1, \"findings\": [\n  {\"paht\": \"a\"}]}";
    let known = "expected one of `path`, `function`, `rule`, `code`, `fingerprint`";
    wrong(text, (2, 9), &format!("this is no baseline: unknown field `paht`, {known}"));
}

#[test]
fn paths_start_from_the_folder_of_the_baseline() {
    let check = |folder: &str, file: &str, expected: &str| {
        assert_eq!(relative(Path::new(folder), Path::new(file)), expected);
        let baseline = Baseline { path: "b.json".into(), folder: folder.into(), text: None, entries: Vec::new() };
        assert_eq!(baseline.file(&entry(expected, "", "", "", "")), Path::new(file));
    };
    check("/work", "/work/src/a.rs", "src/a.rs");
    check("/work/ci", "/work/src/a.rs", "../src/a.rs");
    check("/", "/a.rs", "a.rs");
}
