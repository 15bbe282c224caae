//! Each fix that is offered works: after it the finding is gone, the code parses, and nothing new is found.
//!
//! [`fix`] itself looks for that and makes a note where it is not so; here there are no such notes.

use std::{collections::BTreeMap, fs, path::PathBuf};

use tempfile::TempDir;
use undrained_lint::{
    diagnostics::Applicability,
    driver::Options,
    fixing::{Fixed, fix},
};

use super::{
    fixture::{Wishes, fixtures},
    folder,
};

#[test]
fn each_fix_that_is_offered_works() {
    let (fixed, _) = fixed(str::to_owned);
    let of_run = fixed.report.diagnostics.iter().filter(|diagnostic| diagnostic.rule.is_none());
    let notes: Vec<&str> = of_run.map(|diagnostic| diagnostic.message.as_str()).collect();
    assert!(notes.is_empty(), "{notes:#?}");
    let left = fixed.report.diagnostics.iter().filter(|diagnostic| diagnostic.fix.is_some()).count();
    assert_eq!(left, 0, "all that can be fixed is fixed");
    assert!(fixed.made > 300, "only {} fixes are made", fixed.made);
}

#[test]
fn line_ends_of_windows_stay() {
    let (plain, root) = fixed(str::to_owned);
    let (windows, other_root) = fixed(|text| text.replace('\n', "\r\n"));
    let texts = |fixed: Fixed, root: PathBuf| {
        let name = move |path: PathBuf| path.strip_prefix(&root).expect("it is below").to_owned();
        fixed.files.into_iter().map(move |file| (name(file.path), file.after)).collect::<BTreeMap<_, _>>()
    };
    let windows = texts(windows, other_root);
    for (path, text) in texts(plain, root) {
        assert_eq!(*windows[&path], text.replace('\n', "\r\n"), "{}", path.display());
    }
}

/// Fixes all fixtures, with texts that `rewrite` makes of theirs, and tells where they stood.
fn fixed(rewrite: fn(&str) -> String) -> (Fixed, PathBuf) {
    let temporary = TempDir::new().expect("a temporary folder");
    let root = temporary.path().canonicalize().expect("it was just made");
    let mut paths = Vec::new();
    for (number, fixture) in fixtures(&folder()).iter().enumerate() {
        let mut files = BTreeMap::new();
        let folder = root.join(number.to_string());
        fixture.write(&folder, &mut files);
        for path in files.keys() {
            let text = fs::read_to_string(path).expect("it was just written");
            fs::write(path, rewrite(&text)).expect("it is ours");
        }
        paths.push(folder);
    }
    let levels = Wishes { pedantic: false, tests: true }.levels();
    let options = Options { levels, tests: true, ..Options::default() };
    (fix(&paths, &options, Applicability::MaybeIncorrect).expect("the fixtures are there"), root)
}
