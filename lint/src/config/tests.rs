//! Files in, the effective configuration or what is wrong with it out.

use std::fs;

use tempfile::TempDir;

use super::{Config, Level};
use crate::{discover::tests::tree, error::Error, render, rules::ALL};

/// A text with paths from the folder on.
fn within(folder: &TempDir, text: &str) -> String {
    let root = folder.path().canonicalize().expect("it exists");
    text.replace(&format!("{}/", root.display()), "")
}

/// The effective configuration, without what is there by default.
fn shown(files: &[(&str, &str)]) -> String {
    let folder = tree(files);
    let config = Config::around(folder.path()).expect("the configuration is right").to_string();
    let lines = config.lines().filter(|line| !line.ends_with("# default"));
    let lines: Vec<String> =
        lines.map(|line| line.split(' ').filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")).collect();
    within(&folder, &lines.join("\n"))
}

/// What is wrong, as it is shown.
fn problems(files: &[(&str, &str)]) -> String {
    let folder = tree(files);
    match Config::around(folder.path()) {
        Err(Error::Config(problems)) => {
            let shown = problems.diagnostics.iter().map(|it| render::human::plain(&problems.sources, it));
            within(&folder, &shown.collect::<String>())
        }
        other => panic!("nothing is wrong: {other:?}"),
    }
}

const PACKAGE: (&str, &str) = ("Cargo.toml", "[package]\nname = 'app'\n");

#[test]
fn without_a_configuration_all_is_as_by_default() {
    assert_eq!(shown(&[PACKAGE]).trim(), "[levels]");
    let config = Config::default();
    let path = std::path::Path::new("/a.rs");
    assert!(ALL.iter().all(|rule| config.levels.of(rule, path) == Level::default_of(rule)));
}

#[test]
fn each_value_comes_with_its_place() {
    let text = "\
exclude = ['generated', 'tests/*.rs']
stubs = ['lint/*.rs']
baseline = 'ci/known.json'
min-confidence = 'high'
tests = true

[levels]
unread_body = 'deny'
cancelled_read = 'warn'

[[paths]]
glob = 'crates/old'
levels = { partly_read = 'allow' }
";
    let expected = "\
exclude = [
\"generated\", # undrained.toml:1
\"tests/*.rs\", # undrained.toml:1
]
stubs = [
\"lint/acme.rs\", # undrained.toml:2
]
baseline = \"ci/known.json\" # undrained.toml:3
min-confidence = \"high\" # undrained.toml:4
tests = true # undrained.toml:5

[levels]
unread_body = \"deny\" # undrained.toml:8
cancelled_read = \"warn\" # undrained.toml:9

[[paths]]
glob = \"crates/old\"
[paths.levels]
partly_read = \"allow\" # undrained.toml:13";
    assert_eq!(shown(&[PACKAGE, ("undrained.toml", text), ("lint/acme.rs", "")]), expected);
}

#[test]
fn a_table_of_the_manifest_is_as_good_as_a_file() {
    for table in ["package", "workspace"] {
        let manifest = format!("[package]\nname = 'app'\n[{table}.metadata.undrained]\ntests = true\n");
        assert_eq!(shown(&[("Cargo.toml", &manifest)]).lines().next(), Some("tests = true # Cargo.toml:4"));
    }
}

#[test]
fn the_root_of_the_workspace_counts() {
    let folder = tree(&[
        ("Cargo.toml", "[workspace]\nmembers = ['a']\n"),
        ("undrained.toml", "tests = true\n"),
        ("a/Cargo.toml", "[package]\nname = 'a'\n"),
        ("a/src/lib.rs", ""),
    ]);
    for path in ["", "a", "a/src", "a/src/lib.rs"] {
        assert!(Config::around(&folder.path().join(path)).expect("it is right").tests.value, "{path}");
    }
    assert!(Config::in_file(&folder.path().join("undrained.toml")).expect("it is right").tests.value);
}

#[test]
fn what_less_is_said_of_is_weaker_in_any_order() {
    let check = |levels: &str| {
        let shown = shown(&[PACKAGE, ("undrained.toml", levels)]);
        assert!(shown.contains("unread_body = \"warn\" # undrained.toml"), "{shown}");
        assert!(shown.contains("partly_read = \"deny\" # undrained.toml:1, as one of `default`"), "{shown}");
        assert!(shown.contains("cancelled_read = \"allow\" # undrained.toml:1, as one of `all`"), "{shown}");
    };
    check("levels = { all = 'allow', default = 'deny', unread_body = 'warn' }");
    check("levels = { unread_body = 'warn', default = 'deny', all = 'allow' }");
}

#[test]
fn what_is_shown_is_a_configuration_that_says_the_same() {
    let text = "\
exclude = ['a\"b']
levels = { all = 'deny', partly_read = 'allow' }
paths = [
    { glob = 'src', levels = { all = 'allow' } },
    { glob = 'src/api', levels = { unread_body = 'warn', pedantic = 'deny' } },
]
";
    let folder = tree(&[PACKAGE, ("undrained.toml", text), ("src/api/a.rs", ""), ("src/b.rs", ""), ("c.rs", "")]);
    let first = Config::around(folder.path()).expect("it is right");
    fs::write(folder.path().join("undrained.toml"), first.to_string()).expect("a new file");
    let second = Config::around(folder.path()).expect("what is shown is right");
    let root = folder.path().canonicalize().expect("it exists");
    for path in ["src/api/a.rs", "src/b.rs", "c.rs"].map(|path| root.join(path)) {
        let levels = |config: &Config| ALL.iter().map(|rule| config.levels.of(rule, &path)).collect::<Vec<_>>();
        assert_eq!(levels(&first), levels(&second), "{}", path.display());
    }
    assert_eq!(first.exclude[0].value.text(), second.exclude[0].value.text());
    let values = |config: &Config| (config.tests.value, config.min_confidence.value);
    assert_eq!(values(&first), values(&second));
}

#[test]
fn unknown_keys_are_told_with_what_may_be_meant() {
    let expected = "\
error: unknown field `exlude`, expected one of `levels`, `paths`, `exclude`, `stubs`, `baseline`, `min-confidence`, `tests`
 --> undrained.toml:2:1
  |
2 | exlude = []
  | ^^^^^^
  |
  = help: did you mean `exclude`?

";
    assert_eq!(problems(&[PACKAGE, ("undrained.toml", "tests = true\nexlude = []\n")]), expected);
    let manifest = "[package]\nname = 'app'\n[package.metadata.undrained]\nmin_confidence = 'low'\n";
    let problems = problems(&[("Cargo.toml", manifest)]);
    assert!(problems.contains(" --> Cargo.toml:4:1\n"), "{problems}");
    assert!(problems.contains("help: did you mean `min-confidence`?"), "{problems}");
}

#[test]
fn unknown_rules_are_told_all_at_once() {
    let text =
        "[levels]\nunread_bodi = 'warn'\nunread_body = 'warn'\n[[paths]]\nglob = 'a'\nlevels.pendantic = 'deny'\n";
    let expected = "\
error: there is no rule or group `unread_bodi`
 --> undrained.toml:2:1
  |
2 | unread_bodi = 'warn'
  | ^^^^^^^^^^^
  |
  = help: did you mean `unread_body`?

error: there is no rule or group `pendantic`
 --> undrained.toml:6:8
  |
6 | levels.pendantic = 'deny'
  |        ^^^^^^^^^
  |
  = help: did you mean `pedantic`?

";
    assert_eq!(problems(&[PACKAGE, ("undrained.toml", text)]), expected);
}

#[test]
fn bad_values_are_told() {
    let check = |text: &str, message: &str, marked: &str| {
        let problems = problems(&[PACKAGE, ("undrained.toml", text)]);
        assert!(problems.starts_with(&format!("error: {message}")), "{problems}");
        assert!(problems.contains("\n --> undrained.toml:1:"), "{problems}");
        let column = text.find(marked).expect("it is there");
        assert!(problems.contains(&format!("{}{}\n", " ".repeat(column), "^".repeat(marked.len()))), "{problems}");
    };
    check("tests = 3", "invalid type: integer `3`, expected a boolean", "3");
    check("min-confidence = 'total'", "unknown variant `total`, expected one of `low`, `medium`, `high`", "'total'");
    check(
        "levels = { all = 'forbid' }",
        "unknown variant `forbid`, expected one of `allow`, `warn`, `deny`",
        "'forbid'",
    );
    check("exclude = ['../a']", "a glob cannot lead out of the folder that it starts from", "'../a'");
    check("exclude = ['a[']", "unclosed character class; missing ']'", "'a['");
    check("stubs = ['none.rs']", "`none.rs` cannot be read: ", "'none.rs'");
    check("baseline = ''", "an empty path leads nowhere", "''");
    check("stubs = ['none/*.rs']", "no file fits this", "'none/*.rs'");
    check("paths = [{ glob = 'a' }]", "missing field `levels`", "{ glob = 'a' }");
    check("tests = tru", "", "tru");
}

#[test]
fn one_place_is_enough() {
    let manifest =
        "[package]\nname = 'app'\n[package.metadata.undrained]\ntests = true\n[workspace.metadata.undrained]\n";
    for problems in [
        problems(&[("Cargo.toml", manifest)]),
        problems(&[("Cargo.toml", "[workspace.metadata.undrained]\n"), ("undrained.toml", "")]),
    ] {
        assert!(problems.starts_with("error: the configuration stands in two places\n --> Cargo.toml:"), "{problems}");
    }
}

#[test]
fn a_manifest_that_is_broken_is_not_told_here() {
    assert_eq!(shown(&[("Cargo.toml", "[package.metadata.undrained\n")]).trim(), "[levels]");
}
