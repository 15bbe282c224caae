//! Findings that are known.

use std::fs;

use super::{Package, lost};

/// A package with a finding in each of two files, which are known.
fn known() -> Package {
    let files = [("src/lib.rs", "mod a;\nmod b;\n"), ("src/a.rs", &lost("one")), ("src/b.rs", &lost("two"))];
    let package = Package::new(&files);
    let ran = package.lint(&["--write-baseline", "known.json", "."]).found(&[]).code(0);
    assert_eq!(ran.err, "wrote 2 findings to `known.json`\nno warnings; 3 files read\n");
    package
}

#[test]
fn what_is_known_is_not_told() {
    let package = known();
    let ran = package.lint(&["--baseline", "known.json", "."]).found(&[]).code(0);
    assert_eq!(ran.err, "no warnings; 3 files read, 2 in the baseline\n");
    package.lint(&["."]).found(&["src/a.rs:2 unread_body", "src/b.rs:2 unread_body"]).code(1);
    package.lint(&["--baseline", "known.json", "--quiet"]).found(&[]).code(0);
    // From elsewhere, and of one file.
    package.lint_in("src", &["--baseline", "../known.json", "a.rs"]).found(&[]).code(0);
    assert_eq!(package.names(""), ["known.json", "src"]);
}

#[test]
fn what_is_new_is_told() {
    let package = known();
    package.write("src/b.rs", &[lost("two"), lost("three")].concat());
    let ran = package.lint(&["--baseline", "known.json"]).found(&["src/b.rs:5 unread_body"]).code(1);
    assert_eq!(ran.err, "1 warning in 1 file; 3 files read, 2 in the baseline\n");
    package.lint(&["--baseline", "known.json", "--exit-zero"]).code(0);
    package.lint(&["--baseline", "known.json", "--max-warnings", "1"]).code(0);
}

#[test]
fn one_more_of_the_same_words_is_new() {
    let line = "    client.get(\"http://a\").send().await.unwrap();\n";
    let text = |count: usize| format!("pub async fn f(client: &reqwest::Client) {{\n{}}}\n", line.repeat(count));
    let package = Package::new(&[("src/lib.rs", &text(2))]);
    package.lint(&["--write-baseline", "known.json"]).code(0);
    package.write("src/lib.rs", &text(3));
    package.lint(&["--baseline", "known.json"]).found(&["src/lib.rs:4 unread_body"]).code(1);
    package.write("src/lib.rs", &text(1));
    package
        .lint(&["--baseline", "known.json"])
        .found(&["note: a finding in the baseline `known.json` no longer occurs"])
        .code(0);
}

#[test]
fn lines_may_move_and_names_change() {
    let package = known();
    let still_known = |package: &Package| {
        let ran = package.lint(&["--baseline", "known.json"]).found(&[]).code(0);
        assert!(ran.err.ends_with("3 files read, 2 in the baseline\n"), "{ran:?}");
    };
    // Lines move, and are indented otherwise.
    package.write("src/a.rs", &format!("fn before() {{}}\n\n{}", lost("one").replace("    client", "\tclient")));
    still_known(&package);
    // A function near it gets another name, then the one around it.
    package.write("src/a.rs", &format!("fn near() {{}}\n{}", lost("one")));
    still_known(&package);
    package.write("src/a.rs", &lost("one").replace("fn one", "fn other"));
    still_known(&package);
    // The file and its module get another name.
    package.write("src/a.rs", &lost("one"));
    fs::rename(package.path().join("src/a.rs"), package.path().join("src/c.rs")).expect("it is there");
    package.write("src/lib.rs", "mod c;\nmod b;\n");
    still_known(&package);
    // Written anew, it is known under its names of now.
    package
        .lint(&["--write-baseline", "known.json"])
        .code(0)
        .says("wrote 2 findings to `known.json`: 0 came, 0 went\n");
    assert!(package.read("known.json").contains("\"src/c.rs\",\"function\":\"app::c::one\""));
    // So one more step is survived.
    package.write("src/c.rs", &lost("one").replace("fn one", "fn another"));
    still_known(&package);
}

#[test]
fn one_file_alone_is_judged_as_among_all() {
    let package = known();
    let still_there =
        |package: &Package| package.lint(&["--baseline", "known.json"]).found(&["src/b.rs:2 unread_body"]).code(1);
    // What was copied is not what was moved.
    package.write("src/b.rs", &lost("one"));
    package
        .lint(&["--baseline", "known.json", "src/b.rs"])
        .found(&["src/b.rs:2 unread_body", "note: a finding in the baseline `known.json` no longer occurs"])
        .code(1);
    package.lint(&["--write-baseline", "known.json", "src/b.rs"]).code(1).says("wrote 1 finding");
    still_there(&package);
    package.lint(&["--baseline", "known.json", "src/a.rs"]).found(&[]).code(0);
    // A file that has another name is still known.
    package.write("src/lib.rs", "mod b;\n");
    package.remove("src/a.rs");
    package.lint(&["--baseline", "known.json", "src/b.rs"]).found(&[]).code(0);
}

#[test]
fn a_line_that_changes_is_new() {
    let package = known();
    package.write("src/a.rs", &lost("one").replace("http://one", "http://uno"));
    let gone = "note: a finding in the baseline `known.json` no longer occurs";
    package.lint(&["--baseline", "known.json"]).found(&["src/a.rs:2 unread_body", gone]).code(1);
}

#[test]
fn a_baseline_of_an_older_version_still_holds() {
    // Stored by others, so a new version of the lint has to say the same.
    let text = "pub async fn f(client: &reqwest::Client) {\n    client.get(\"http://a\").send().await.unwrap();\n}\n";
    let entry = |fingerprint: &str, code: &str| {
        format!(
            r#"{{"version": 1, "findings": [{{"path": "src/lib.rs", "function": "app::f", "rule": "unread_body",
            "code": "{code}", "fingerprint": "{fingerprint}"}}]}}"#
        )
    };
    let package = Package::new(&[("src/lib.rs", text)]);
    let (fingerprint, code) = ("4890a4105900685e9d200996ba9f7c29", "40152c72ca6f4333a9ff8a993615808d");
    for known in [entry(fingerprint, code), entry(fingerprint, "other"), entry("other", code)] {
        package.write("known.json", &known);
        package.lint(&["--baseline", "known.json"]).found(&[]).code(0);
    }
    package.write("known.json", &entry("other", "other"));
    package.lint(&["--baseline", "known.json", "--quiet"]).found(&["src/lib.rs:2 unread_body"]).code(1);
}

#[test]
fn it_tells_nothing_but_names() {
    let secret = "pub async fn f(client: &reqwest::Client) {\n    client.get(\"http://me:pass@a/?token=s3cret\").send().await.unwrap();\n}\n";
    let package = Package::new(&[("src/lib.rs", secret)]);
    package.lint(&["--write-baseline", "known.json"]).code(0);
    let text = package.read("known.json");
    let value: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let finding = &value["findings"][0];
    assert_eq!(
        (&finding["path"], &finding["function"], &finding["rule"]),
        (&"src/lib.rs".into(), &"app::f".into(), &"unread_body".into())
    );
    for secret in ["s3cret", "token", "pass", "http"] {
        assert!(!text.contains(secret), "{text}");
    }
}

#[test]
fn what_is_gone_is_told_and_taken_out() {
    let package = known();
    package.write("src/a.rs", "");
    let gone = "note: a finding in the baseline `known.json` no longer occurs";
    package.lint(&["--baseline", "known.json"]).found(&[gone]).code(0);
    let human = package.lint(&["--baseline", "known.json", "--format", "human"]);
    let expected = "\
note: a finding in the baseline `known.json` no longer occurs
 |
 = note: `unread_body` in `app::a::one`, src/a.rs
 = help: take them out with `--write-baseline known.json`
";
    assert!(human.out.starts_with(expected), "{}", human.out);
    package.lint(&["--baseline", "known.json", "--quiet"]).found(&[]).code(0);
    package.remove("src/a.rs");
    package.lint(&["--baseline", "known.json"]).found(&[gone]).code(0);
    let ran = package.lint(&["--write-baseline", "known.json"]).found(&[]).code(0);
    assert_eq!(
        ran.err,
        "wrote 1 finding to `known.json`: 0 came, 1 went\nno warnings; 2 files read, 1 in the baseline\n"
    );
    package.lint(&["--baseline", "known.json"]).found(&[]).code(0);
}

#[test]
fn of_what_was_not_looked_at_nothing_is_gone() {
    let package = known();
    let tests = format!("mod a;\nmod b;\n#[cfg(test)]\nmod tests {{\n{}}}\n", lost("three"));
    package.write("src/lib.rs", &tests);
    package.write("tests/it.rs", &lost("four"));
    let raced = "pub async fn raced(client: &reqwest::Client, limit: std::time::Duration) -> Option<String> {\n    \
                 let response = client.get(\"http://up\").send().await.ok()?;\n    \
                 tokio::time::timeout(limit, response.text()).await.ok()?.ok()\n}\n";
    package.write("Cargo.toml", &format!("{}tokio = '1'\n", super::MANIFEST));
    package.write("src/b.rs", &[lost("two"), raced.to_owned()].concat());
    package
        .lint(&["--write-baseline", "known.json", "--allow-growth", "--tests", "--pedantic"])
        .code(0)
        .says("wrote 5 findings");
    package.lint(&["--baseline", "known.json", "--tests", "--pedantic"]).found(&[]).code(0).says("5 in the baseline");
    for args in [
        // Test code, rules, files, paths, packages.
        &["."][..],
        &["--tests", "-A", "unread_body", "--pedantic"],
        &["src/a.rs"],
        &["--exclude", "src/a.rs", "--exclude", "tests", "--pedantic"],
        &["-p", "app"],
        &["--min-confidence", "high"],
    ] {
        package.lint(&[&["--baseline", "known.json"], args].concat()).found(&[]).code(0);
    }
    // To write after such a run takes nothing out.
    package
        .lint(&["--write-baseline", "known.json", "src/a.rs"])
        .code(0)
        .says("wrote 5 findings to `known.json`: 0 came, 0 went");
    // A file that cannot be understood may still have what it had.
    package.write(
        "src/a.rs",
        "pub async fn one(client: &reqwest::Client) { client.get(\"http://one\").send().await.unwrap() let }\n",
    );
    let skipped = package.lint(&["--baseline", "known.json"]);
    assert!(skipped.out.starts_with("note: `app::a::one` was skipped: its body cannot be parsed\n"), "{skipped:?}");
    assert_eq!(skipped.out.lines().count(), 1, "{skipped:?}");
}

#[test]
fn it_only_shrinks_unless_told() {
    let package = known();
    package.write("src/a.rs", &lost("three"));
    let ran = package.lint(&["--write-baseline", "known.json"]).found(&["src/a.rs:2 unread_body"]).code(1);
    let said =
        "wrote 1 finding to `known.json`: 0 came, 1 went; 1 more stayed out, for which there is `--allow-growth`\n";
    assert!(ran.err.starts_with(said), "{ran:?}");
    package.lint(&["--baseline", "known.json"]).found(&["src/a.rs:2 unread_body"]).code(1);
    package
        .lint(&["--write-baseline", "known.json", "--allow-growth"])
        .found(&[])
        .code(0)
        .says("wrote 2 findings to `known.json`: 1 came, 0 went\n");
    package.lint(&["--baseline", "known.json"]).found(&[]).code(0);
    package.lint(&["--allow-growth"]).code(2);
}

#[test]
fn writing_twice_changes_nothing() {
    let package = known();
    let before = (
        package.read("known.json"),
        fs::metadata(package.path().join("known.json")).expect("it is there").modified().ok(),
    );
    package.lint(&["--write-baseline", "known.json"]).code(0);
    let after = (
        package.read("known.json"),
        fs::metadata(package.path().join("known.json")).expect("it is there").modified().ok(),
    );
    assert_eq!(before, after);
    assert_eq!(package.read("known.json").lines().filter(|line| line.contains("fingerprint")).count(), 2);
}

#[test]
fn the_configuration_can_name_it() {
    let package = Package::new(&[("src/lib.rs", &lost("one")), ("undrained.toml", "baseline = 'ci/known.json'\n")]);
    let ran = package.lint(&[]).code(2);
    assert!(
        ran.err.starts_with(
            "error: failed to read the baseline `ci/known.json`, which `--write-baseline ci/known.json` writes: "
        ),
        "{ran:?}"
    );
    package.write("ci/readme", "");
    package.lint(&["--write-baseline", "ci/known.json"]).code(0);
    assert!(package.read("ci/known.json").contains("\"../src/lib.rs\""));
    package.lint(&[]).found(&[]).code(0);
    package.lint_in("src", &[]).found(&[]).code(0);
    package.lint(&["--no-baseline"]).found(&["src/lib.rs:2 unread_body"]).code(1);
    package.lint(&["--baseline", "none.json"]).code(2);
    let config = |args: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_cargo-undrained"));
        super::Ran::of(command.arg("config").args(args).current_dir(package.path())).out
    };
    let has = |text: String, wanted: &str| assert!(text.lines().any(|line| line == wanted), "{text}");
    has(config(&[]), "baseline = \"ci/known.json\"       # undrained.toml:1");
    has(config(&["--baseline", "other.json"]), "baseline = \"other.json\"          # --baseline");
    assert!(!config(&["--no-baseline"]).contains("baseline"));
}

#[test]
fn one_that_is_broken_gives_2_and_stays() {
    let package = known();
    let text = package.read("known.json").replacen("\"rule\"", "<<<<<<< ours\n\"rule\"", 1);
    package.write("known.json", &text);
    for flag in ["--baseline", "--write-baseline"] {
        let ran = package.lint(&[flag, "known.json", "--format", "human"]).code(2);
        assert!(ran.err.starts_with("error: this is no baseline: key must be a string\n --> known.json:4:"), "{ran:?}");
        assert!(ran.out.is_empty());
    }
    assert_eq!(package.read("known.json"), text);
    // With another format the problem is where the findings would be.
    let ran = package.lint(&["--baseline", "known.json"]).code(2);
    assert!(ran.out.starts_with("known.json:4:"), "{ran:?}");
    package.write("known.json", "{\"version\": 7}");
    package
        .lint(&["--baseline", "known.json", "--format", "human"])
        .code(2)
        .says("this baseline has version 7, and only 1 is known");
}

#[test]
fn one_that_cannot_be_written_gives_2() {
    let package = Package::new(&[("src/lib.rs", &lost("one"))]);
    package
        .lint(&["--write-baseline", "nowhere/known.json"])
        .code(2)
        .says("error: failed to write `nowhere/known.json`, check that its folder is there");
    package.lint(&["--write-baseline", "src"]).code(2).says("error: failed to read the baseline `src`");
    package.lint(&["--write-baseline", "a.json", "--baseline", "b.json"]).code(2);
    package.lint(&["--write-baseline", "a.json", "--changed"]).code(2);
    assert_eq!(package.names(""), ["src"]);
}
