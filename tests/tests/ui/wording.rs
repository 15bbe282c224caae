//! How the lint speaks: as compilers do, without blame.

use std::collections::BTreeMap;

use tempfile::TempDir;
use undrained_lint::driver::{self, Options};

use super::{
    fixture::{Wishes, fixtures},
    folder,
};

#[test]
fn all_that_is_said_is_said_as_compilers_do() {
    let temporary = TempDir::new().expect("a temporary folder");
    let mut paths = Vec::new();
    for (number, fixture) in fixtures(&folder()).iter().enumerate() {
        let folder = temporary.path().join(number.to_string());
        fixture.write(&folder, &mut BTreeMap::new());
        paths.push(folder);
    }
    let levels = Wishes { pedantic: true, tests: true }.levels();
    let report = driver::lint(&paths, &Options { levels, tests: true, ..Options::default() }).expect("they are there");
    let mut said: BTreeMap<&str, &str> = BTreeMap::new();
    for diagnostic in &report.diagnostics {
        let labels = diagnostic.primary.iter().chain(&diagnostic.secondary).map(|label| label.text.as_str());
        let others = diagnostic.notes.iter().chain(&diagnostic.helps).map(String::as_str);
        let fix = diagnostic.fix.iter().map(|fix| fix.title.as_str());
        let all = [diagnostic.message.as_str()].into_iter().chain(labels).chain(others).chain(fix);
        said.extend(all.filter(|text| !text.is_empty()).filter_map(|text| Some((text, wrong(text)?))));
    }
    assert!(said.is_empty(), "{said:#?}");
}

/// What is wrong with a text.
fn wrong(text: &str) -> Option<&'static str> {
    // Code and names of crates and rules are what they are.
    let first = text.chars().next()?;
    if first.is_uppercase() {
        return Some("it begins with a capital letter");
    }
    if text.ends_with(['.', '!', ' ', ':']) {
        return Some("it ends like a sentence of prose");
    }
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'').map(str::to_lowercase);
    let blames = |word: String| BLAME.contains(&word.as_str());
    words.into_iter().any(blames).then_some("it speaks to somebody, or blames")
}

const BLAME: [&str; 14] = [
    "please",
    "you",
    "your",
    "we",
    "our",
    "sorry",
    "oops",
    "wrong",
    "bad",
    "stupid",
    "illegal",
    "simply",
    "obviously",
    "forgot",
];

#[test]
fn what_is_wrong_with_a_text_is_seen() {
    for text in ["Read the body", "read the body.", "please read the body", "your body", "you forgot it", "read it!"] {
        assert!(wrong(text).is_some(), "{text}");
    }
    assert_eq!(wrong("`Response` is dropped here, unread"), None);
}
