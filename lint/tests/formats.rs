//! Each format on real findings, as the program writes them, read back by what is not the lint.
//!
//! Before the first finding stand letters that are one character, two bytes or four, and one or two units of UTF-16.

#[path = "formats/sarif.rs"]
mod sarif;
#[path = "formats/xml.rs"]
mod xml;

use std::{fs, path::Path, process::Command};

use serde_json::{Value, json};
use tempfile::TempDir;

use self::xml::elements;

const CODE: &str = "\
pub async fn lost(client: &reqwest::Client) -> reqwest::Result<()> {
    let _ = \"é𐐀\"; client.get(\"a\").send().await?;
    Ok(())
}
";

const ODD: &str = "\
pub async fn early(client: &reqwest::Client) -> reqwest::Result<String> {
    let response = client.get(\"a\").send().await?;
    if response.status() == 404 {
        return Ok(String::new());
    }
    response.text().await
}
";

/// A package with a warning, an error in a file with an odd name, and a note.
fn package() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(&folder, "Cargo.toml", "[package]\nname = 'app'\nedition = '2024'\n\n[dependencies]\nreqwest = '0.13'\n");
    write(&folder, "src/lib.rs", &format!("#[path = \"ö, 100%.rs\"]\npub mod odd;\n{CODE}"));
    write(&folder, "src/ö, 100%.rs", ODD);
    write(&folder, "undrained.toml", "[levels]\nunread_on_exit = 'deny'\n");
    fs::write(folder.path().join("src/bytes.rs"), b"\xff").expect("a new file");
    folder
}

fn write(folder: &TempDir, path: &str, text: &str) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a new folder");
    fs::write(path, text).expect("a new file");
}

/// What the program prints.
fn run(folder: &Path, format: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-undrained"));
    let output = command.args(["lint", "--format", format]).current_dir(folder).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it is text")
}

fn printed(format: &str) -> String {
    let folder = package();
    let text = run(folder.path(), format);
    let name = folder.path().file_name().and_then(|name| name.to_str()).expect("a name in ASCII");
    assert!(!text.contains(name), "a path is not relative: {text}");
    text
}

fn read(format: &str) -> Value {
    serde_json::from_str(&printed(format)).expect("it is JSON")
}

const LOST: &str = "response body is never read, which may cost the connection";
const EARLY: &str = "response body is dropped unread on one path, which may cost the connection";

#[test]
fn short_is_one_line_a_finding() {
    assert_eq!(
        printed("short"),
        format!(
            "src/lib.rs:4:35: warning[unread_body]: {LOST}\n\
             src/ö, 100%.rs:2:36: error[unread_on_exit]: {EARLY}\n\
             note: skipped `src/bytes.rs`: is not valid UTF-8, from byte 0 on\n"
        )
    );
}

#[test]
fn github_has_a_command_a_finding() {
    let printed = printed("github");
    let [lost, early, note] = &printed.lines().collect::<Vec<_>>()[..] else { panic!("three lines: {printed}") };
    let lost_at = "::warning file=src/lib.rs,line=4,endLine=4,col=35,endColumn=41,title=unread_body::";
    assert!(lost.starts_with(&format!("{lost_at}{LOST}%0A")), "{lost}");
    let early_at = "::error file=src/ö%2C 100%25.rs,line=2,endLine=2,col=36,endColumn=42,title=unread_on_exit::";
    assert!(early.starts_with(&format!("{early_at}{EARLY}%0Asrc/ö, 100%25.rs:4:9: this return drops")), "{early}");
    assert!(early.contains("%0Anote: ") && early.contains("%0Ahelp: "), "{early}");
    assert_eq!(*note, "::notice::skipped `src/bytes.rs`: is not valid UTF-8, from byte 0 on");
}

#[test]
fn gitlab_has_an_issue_a_finding() {
    let mut read = read("gitlab");
    let prints: Vec<_> = read.as_array_mut().expect("a list").iter_mut().map(|it| it["fingerprint"].take()).collect();
    assert!(prints.iter().all(|print| print.as_str().is_some_and(|text| text.len() == 32)), "{prints:?}");
    assert_ne!(prints[0], prints[1]);
    let issue = |description: &str, check_name: &str, severity: &str, path: &str, line: u32| {
        json!({
            "description": description, "check_name": check_name, "severity": severity, "fingerprint": null,
            "location": {"path": path, "lines": {"begin": line, "end": line}},
        })
    };
    assert_eq!(
        read,
        json!([
            issue(LOST, "unread_body", "minor", "src/lib.rs", 4),
            issue(EARLY, "unread_on_exit", "major", "src/ö, 100%.rs", 2),
        ])
    );
}

#[test]
fn rdjson_counts_columns_in_bytes() {
    let read = read("rdjson");
    assert_eq!(read["source"]["name"], "undrained");
    let [lost, early] = &read["diagnostics"].as_array().expect("a list")[..] else { panic!("two: {read}") };
    assert_eq!(
        lost["location"],
        json!({
            "path": "src/lib.rs",
            "range": {"start": {"line": 4, "column": 39}, "end": {"line": 4, "column": 45}},
        })
    );
    assert_eq!((&lost["severity"], &early["severity"]), (&"WARNING".into(), &"ERROR".into()));
    assert_eq!(lost["code"]["value"], "unread_body");
    assert!(lost["code"]["url"].as_str().is_some_and(|url| url.ends_with("/docs/rules.md#unread_body")));
    assert_eq!(early["location"]["path"], "src/ö, 100%.rs");
    let message = early["message"].as_str().expect("it is text");
    assert!(message.starts_with(&format!("{EARLY}\nsrc/ö, 100%.rs:4:9: this return drops it unread")), "{message}");
}

#[test]
fn checkstyle_has_a_file_around_its_findings() {
    let elements = elements(&printed("checkstyle"));
    let error = |line: &str, column: &str, severity: &str, message: &str, source: &str| {
        format!("error column={column} line={line} message={message} severity={severity} source={source}")
    };
    assert_eq!(
        elements,
        [
            "checkstyle version=4.3".to_owned(),
            "file name=src/lib.rs".to_owned(),
            error("4", "35", "warning", LOST, "undrained.unread_body"),
            "file name=src/ö, 100%.rs".to_owned(),
            error("2", "36", "error", EARLY, "undrained.unread_on_exit"),
        ]
    );
}

#[test]
fn junit_has_a_suite_a_file_and_counts() {
    let elements = elements(&printed("junit"));
    let [root, first, case, failure, snippet, second, ..] = &elements[..] else { panic!("{elements:?}") };
    assert_eq!(root, "testsuites errors=0 failures=2 name=undrained tests=2");
    assert_eq!(first, "testsuite errors=0 failures=1 name=src/lib.rs tests=1");
    assert_eq!(case, "testcase classname=src/lib.rs file=src/lib.rs line=4 name=unread_body at 4:35");
    assert_eq!(failure, &format!("failure message={LOST} type=unread_body"));
    assert!(snippet.starts_with(&format!("warning[unread_body]: {LOST}\n --> src/lib.rs:4:35\n")), "{snippet}");
    assert!(snippet.contains("let _ = \"é𐐀\"; client.get(\"a\").send().await?;"), "{snippet}");
    assert_eq!(second, "testsuite errors=0 failures=1 name=src/ö, 100%.rs tests=1");
}

#[test]
fn without_findings_a_test_passes_and_all_else_is_empty() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(&folder, "Cargo.toml", "[package]\nname = 'app'\n");
    write(&folder, "src/lib.rs", "");
    let printed = |format: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-undrained"));
        let output = command.args(["lint", "--format", format]).current_dir(folder.path()).output();
        let output = output.expect("the program starts");
        assert_eq!(output.status.code(), Some(0), "{format}");
        String::from_utf8(output.stdout).expect("it is text")
    };
    assert_eq!((printed("short"), printed("github")), (String::new(), String::new()));
    assert_eq!(printed("gitlab"), "[]\n");
    assert_eq!(elements(&printed("checkstyle")), ["checkstyle version=4.3"]);
    let counts = "errors=0 failures=0 name=undrained tests=1";
    assert_eq!(
        elements(&printed("junit")),
        [
            format!("testsuites {counts}"),
            format!("testsuite {counts}"),
            "testcase classname=undrained name=no findings".to_owned(),
        ]
    );
    let sarif: Value = serde_json::from_str(&printed("sarif")).expect("it is JSON");
    assert_eq!(sarif["runs"][0]["results"], json!([]));
    sarif::check(&sarif);
}

#[test]
fn what_is_wrong_with_the_configuration_is_told_in_every_format() {
    let folder = package();
    write(&folder, "undrained.toml", "exlude = []\n");
    for format in ["short", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-undrained"));
        let output = command.args(["lint", "--format", format]).current_dir(folder.path()).output();
        let output = output.expect("the program starts");
        let text = String::from_utf8(output.stdout).expect("it is text");
        assert!(text.contains("unknown field `exlude`") && text.contains("undrained.toml"), "{format}: {text}");
        assert_eq!(output.status.code(), Some(2), "{format}");
        if format == "sarif" {
            let sarif: Value = serde_json::from_str(&text).expect("it is JSON");
            sarif::check(&sarif);
            assert_eq!(sarif["runs"][0]["invocations"][0]["executionSuccessful"], false);
        }
    }
}
