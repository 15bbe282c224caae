//! What the documentation of a rule promises: its headings, its examples, and the tone of its messages.

use std::fs;

use tempfile::TempDir;
use undrained_lint::{
    config::Levels,
    diagnostics::Diagnostic,
    driver::{self, Options},
    rules::{self, Rule},
};

const HEADINGS: &[&str] = &["What it does", "Why is this bad", "Example", "Use instead", "Known misses"];

#[test]
fn docs_have_the_fixed_headings() {
    for rule in rules::ALL {
        let docs = rule.docs();
        let title = docs.lines().next().and_then(|line| line.strip_prefix("# "));
        assert_eq!(title, Some(rule.name));
        let headings: Vec<_> = docs.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(headings, HEADINGS, "{}", rule.name);
        for heading in HEADINGS {
            assert!(!section(rule, heading).trim().is_empty(), "{}: nothing under {heading}", rule.name);
        }
    }
}

#[test]
fn names_are_words_and_each_is_used_once() {
    let mut names: Vec<_> = rules::ALL.iter().map(|rule| rule.name).collect();
    assert!(names.iter().all(|name| name.bytes().all(|b| b == b'_' || b.is_ascii_lowercase())), "{names:?}");
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), rules::ALL.len());
}

#[test]
fn examples_fire_their_rule_and_no_other() {
    for rule in rules::ALL {
        let fired: Vec<_> = lint(&code(rule, "Example"), rule.pedantic).iter().map(|it| it.rule).collect();
        assert_eq!(fired, [Some(rule.name)], "the example of {}", rule.name);
    }
}

#[test]
fn pedantic_rules_are_silent_unless_asked_for() {
    for rule in rules::ALL.iter().filter(|rule| rule.pedantic) {
        let found = lint(&code(rule, "Example"), false);
        assert!(found.iter().all(|diagnostic| diagnostic.rule != Some(rule.name)), "{}: {found:?}", rule.name);
    }
}

#[test]
fn what_to_use_instead_is_silent() {
    for rule in rules::ALL {
        assert_eq!(lint(&code(rule, "Use instead"), true), [], "{}", rule.name);
    }
}

#[test]
fn sentences_start_in_lower_case_and_have_no_full_stop() {
    let examples = rules::ALL.iter().map(|rule| code(rule, "Example"));
    for diagnostic in examples.flat_map(|text| lint(&text, true)) {
        let labels = diagnostic.primary.iter().chain(&diagnostic.secondary).map(|label| &label.text);
        let notes = diagnostic.notes.iter().chain(&diagnostic.helps);
        for text in [&diagnostic.message].into_iter().chain(labels).chain(notes) {
            let first = text.chars().next().expect("a sentence says something");
            assert!(!first.is_uppercase(), "{text}");
            assert!(!text.ends_with(['.', '!', ' ']), "{text}");
            assert!(!text.contains('\n') && !text.contains("  "), "{text}");
        }
    }
}

/// What stands under a heading.
fn section(rule: &Rule, heading: &str) -> String {
    let docs = rule.docs();
    let after = docs.lines().skip_while(|line| line.strip_prefix("## ") != Some(heading)).skip(1);
    after.take_while(|line| !line.starts_with("## ")).map(|line| line.to_owned() + "\n").collect()
}

/// The one block of code under a heading.
fn code(rule: &Rule, heading: &str) -> String {
    let section = section(rule, heading);
    let blocks: Vec<_> = section.split("```").collect();
    let [_, block, _] = blocks[..] else { panic!("{}: one block of code under {heading}", rule.name) };
    block.strip_prefix("rs\n").expect("a block of Rust that rustdoc leaves alone").to_owned()
}

/// Lints a text as the library of a package.
fn lint(text: &str, pedantic: bool) -> Vec<Diagnostic> {
    let folder = TempDir::new().expect("a temporary folder");
    let manifest = "[package]\nname = 'example'\nedition = '2024'\n\n[dependencies]\nanyhow = '1'\nreqwest = '0.13'\ntokio = '1'\n";
    fs::create_dir(folder.path().join("src")).expect("a new folder");
    fs::write(folder.path().join("Cargo.toml"), manifest).expect("a new file");
    fs::write(folder.path().join("src/lib.rs"), text).expect("a new file");
    let levels = if pedantic { Levels::pedantic() } else { Levels::default() };
    let options = Options { levels, ..Options::default() };
    driver::lint(&[folder.path().to_owned()], &options).expect("the package is there").diagnostics
}
