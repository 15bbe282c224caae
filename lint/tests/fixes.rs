//! `--fix`, `--unsafe-fixes` and `--diff`, and which changes are offered: text in, text out.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use tempfile::TempDir;

/// A package with this code.
fn package(code: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("src")).expect("a new folder");
    let manifest = "[package]\nname = 'app'\nedition = '2024'\n\n[dependencies]\nhttp-body-util = '0.1'\nhyper-util = '0.1'\n\
                    isahc = '1'\nreqwest = '0.13'\nureq = '3'\n";
    fs::write(folder.path().join("Cargo.toml"), manifest).expect("a new file");
    fs::write(folder.path().join("src/lib.rs"), code).expect("a new file");
    folder
}

fn text(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("src/lib.rs")).expect("it is there")
}

fn lint(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-undrained"));
    command.args(["undrained", "lint"]).args(args).current_dir(folder).output().expect("the program starts")
}

fn git(folder: &Path, args: &[&str]) {
    let who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").args(who).args(args).current_dir(folder).output().expect("git is there");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The body of an async function, before and after its fixes.
#[track_caller]
fn check(flag: &str, body: &str, expected: &str) {
    let function = |body: &str| {
        format!(
            "pub async fn f(client: &reqwest::Client, url: &str) -> Result<u16, reqwest::Error> {{\n{body}}}\n\n\
             pub fn log(_: &str) {{}}\n"
        )
    };
    let folder = package(&function(body));
    let output = lint(folder.path(), &[flag]);
    assert_eq!(text(&folder), function(expected), "{}{}", out(&output), err(&output));
}

/// Sure, so that `--fix` makes it.
#[track_caller]
fn sure(body: &str, expected: &str) {
    check("--fix", body, expected);
}

/// Not sure: `--fix` leaves it, and `--unsafe-fixes` makes it.
#[track_caller]
fn unsure(body: &str, expected: &str) {
    check("--fix", body, body);
    check("--unsafe-fixes", body, expected);
}

/// Nothing is offered.
#[track_caller]
fn never(body: &str) {
    check("--unsafe-fixes", body, body);
}

#[test]
fn a_response_that_a_statement_throws_away_is_read() {
    sure(
        "    client.get(url).send().await?; // a ping\n    Ok(1)\n",
        "    let _ = client.get(url).send().await?.bytes().await; // a ping\n    Ok(1)\n",
    );
    sure(
        "    let _ = client.get(url).send().await;\n    Ok(1)\n",
        "    if let Ok(response) = client.get(url).send().await {\n        let _ = response.bytes().await;\n    }\n    Ok(1)\n",
    );
    sure(
        "    client\n        .get(url)\n        .send()\n        .await?;\n    Ok(1)\n",
        "    let _ = client\n        .get(url)\n        .send()\n        .await?\n        .bytes()\n        .await;\n    Ok(1)\n",
    );
}

#[test]
fn a_response_of_which_the_status_is_taken_is_read_behind_that() {
    sure(
        "    let response = client.get(url).send().await?;\n    let status = response.status();\n    log(url);\n    Ok(status.as_u16())\n",
        "    let response = client.get(url).send().await?;\n    let status = response.status();\n    let _ = response.bytes().await;\n    log(url);\n    Ok(status.as_u16())\n",
    );
    sure(
        "    let response = client.get(url).send().await?;\n    Ok(response.status().as_u16())\n",
        "    let response = client.get(url).send().await?;\n    let result = response.status().as_u16();\n    let _ = response.bytes().await;\n    Ok(result)\n",
    );
    sure(
        "    Ok(client.get(url).send().await?.status().as_u16())\n",
        "    let response = client.get(url).send().await?;\n    let result = response.status().as_u16();\n    let _ = response.bytes().await;\n    Ok(result)\n",
    );
    sure(
        "    if client.get(url).send().await?.status().is_success() {\n        log(url);\n    }\n    Ok(1)\n",
        "    let response = client.get(url).send().await?;\n    let is_success = response.status().is_success();\n    let _ = response.bytes().await;\n    if is_success {\n        log(url);\n    }\n    Ok(1)\n",
    );
}

#[test]
fn an_if_in_the_middle_is_no_value() {
    sure(
        "    let response = client.get(url).send().await?;\n    if url.is_empty() {\n        println!(\"{}\", response.status());\n    }\n    Ok(1)\n",
        "    let response = client.get(url).send().await?;\n    if url.is_empty() {\n        println!(\"{}\", response.status());\n    }\n    let _ = response.bytes().await;\n    Ok(1)\n",
    );
}

#[test]
fn what_borrows_from_a_response_is_used_before_it_is_read() {
    unsure(
        "    let response = client.get(url).send().await?;\n    let headers = response.headers();\n    log(url);\n    log(headers.get(\"a\").map_or(\"\", |it| it.to_str().unwrap_or(\"\")));\n    Ok(1)\n",
        "    let response = client.get(url).send().await?;\n    let headers = response.headers();\n    log(url);\n    log(headers.get(\"a\").map_or(\"\", |it| it.to_str().unwrap_or(\"\")));\n    let _ = response.bytes().await;\n    Ok(1)\n",
    );
}

#[test]
fn a_read_that_is_not_awaited_is_awaited() {
    sure(
        "    let response = client.get(url).send().await?;\n    let _ = response.bytes();\n    Ok(1)\n",
        "    let response = client.get(url).send().await?;\n    let _ = response.bytes().await;\n    Ok(1)\n",
    );
}

#[test]
fn what_may_be_meant_otherwise_is_not_sure() {
    // `HEAD` may be what is wanted.
    unsure(
        "    let response = client.get(url).send().await?;\n    Ok(response.headers().len() as u16)\n",
        "    let response = client.get(url).send().await?;\n    let result = response.headers().len() as u16;\n    let _ = response.bytes().await;\n    Ok(result)\n",
    );
    // Somebody wants it gone.
    unsure(
        "    let response = client.get(url).send().await?;\n    drop(response);\n    Ok(1)\n",
        "    let response = client.get(url).send().await?;\n    let _ = response.bytes().await;\n    Ok(1)\n",
    );
    unsure(
        "    let response = client.get(url).send().await?;\n    if response.status() == 404 {\n        return Ok(0);\n    }\n    Ok(response.bytes().await?.len() as u16)\n",
        "    let response = client.get(url).send().await?;\n    if response.status() == 404 {\n        let _ = response.bytes().await;\n        return Ok(0);\n    }\n    Ok(response.bytes().await?.len() as u16)\n",
    );
}

#[test]
fn nothing_is_offered_where_it_would_not_compile_or_not_help() {
    // A `?` between the response and the only place for a drain.
    never(
        "    let response = client.get(url).send().await?;\n    log(url.parse::<String>().unwrap().as_str());\n    client.get(url).send().await?.bytes().await?;\n    Ok(response.status().as_u16())\n",
    );
    // Not in a block that can await.
    never(
        "    let answer = client.get(url).send().await;\n    Ok(answer.map(|response| response.status().as_u16()).unwrap_or(0))\n",
    );
    // Not in macros.
    never("    println!(\"{}\", client.get(url).send().await?.status());\n    Ok(1)\n");
    // The name is somebody else's by then.
    never(
        "    let response = client.get(url).send().await?;\n    let response = response.status();\n    Ok(response.as_u16())\n",
    );
}

#[test]
fn a_variable_becomes_one_that_may_change_where_the_drain_needs_it() {
    let code = "pub fn f(agent: &ureq::Agent) -> Result<u16, ureq::Error> {\n    let response = agent.get(\"..\").call()?;\n    let status = response.status();\n    Ok(status.as_u16())\n}\n";
    let folder = package(code);
    lint(folder.path(), &["--fix"]);
    let fixed = code
        .replace("let response", "let mut response")
        .replace("response.status();\n", "response.status();\n    let _ = response.body_mut().read_to_vec();\n");
    assert_eq!(text(&folder), fixed);
}

#[test]
fn comments_that_allow_nothing_go() {
    let code = "// undrained: allow(partly_read) -- old\npub fn f() {}\npub fn g() {\n    f(); // undrained: allow(unread_body, partly_read) -- old\n}\n";
    let folder = package(code);
    let output = lint(folder.path(), &["--fix"]);
    assert_eq!(text(&folder), "pub fn f() {}\npub fn g() {\n    f();\n}\n");
    assert_eq!(err(&output), "2 findings fixed in 1 file\nno warnings; 1 file read\n");
    assert_eq!(output.status.code(), Some(0));
}

const LEAKY: &str = "pub async fn f(client: &reqwest::Client) -> Result<(), reqwest::Error> {\r\n    client.get(\"..\").send().await?;\r\n    Ok(())\r\n}\r\n";

#[test]
fn a_diff_shows_what_would_be_changed_and_changes_nothing() {
    let folder = package(LEAKY);
    let output = lint(folder.path(), &["--fix", "--diff"]);
    let expected = "--- a/src/lib.rs\n+++ b/src/lib.rs\n@@ -1,4 +1,4 @@\n \
                    pub async fn f(client: &reqwest::Client) -> Result<(), reqwest::Error> {\r\n\
                    -    client.get(\"..\").send().await?;\r\n\
                    +    let _ = client.get(\"..\").send().await?.bytes().await;\r\n     Ok(())\r\n }\r\n";
    assert_eq!(out(&output), expected);
    assert_eq!((text(&folder).as_str(), output.status.code()), (LEAKY, Some(1)));
    let folder = package("pub fn f() {}\n");
    let output = lint(folder.path(), &["--diff"]);
    assert_eq!((out(&output).as_str(), output.status.code()), ("", Some(0)));
}

#[test]
fn what_git_applies_is_what_a_fix_writes() {
    let folder = package(LEAKY);
    git(folder.path(), &["init", "-q"]);
    let diff = lint(folder.path(), &["--diff"]).stdout;
    fs::write(folder.path().join("fix.diff"), diff).expect("a new file");
    git(folder.path(), &["apply", "--whitespace=nowarn", "fix.diff"]);
    let applied = text(&folder);
    let other = package(LEAKY);
    lint(other.path(), &["--fix"]);
    assert_eq!(applied, text(&other));
    assert!(applied.contains(".bytes().await;\r\n"), "{applied}");
}

#[test]
fn work_that_is_not_committed_is_not_mixed_with_fixes() {
    let folder = package(LEAKY);
    git(folder.path(), &["init", "-q"]);
    let is_refused = |what: &str| {
        let output = lint(folder.path(), &["--fix"]);
        assert!(err(&output).contains("`--allow-dirty`"), "{what}: {}", err(&output));
        assert_eq!((text(&folder).as_str(), output.status.code()), (LEAKY, Some(2)), "{what}");
    };
    is_refused("a file that git does not know");
    git(folder.path(), &["add", "."]);
    is_refused("a file that is staged");
    git(folder.path(), &["commit", "-qm", "a"]);
    fs::write(folder.path().join("Cargo.toml"), "[package]\nname = 'b'\n[dependencies]\nreqwest = '0.13'\n")
        .expect("it is ours");
    is_refused("a change in another file");
    git(folder.path(), &["commit", "-qam", "b"]);
    let output = lint(folder.path(), &["--fix"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_ne!(text(&folder), LEAKY);
    fs::write(folder.path().join("src/lib.rs"), LEAKY.replace("..", ".")).expect("it is ours");
    assert_eq!(lint(folder.path(), &["--fix", "--allow-dirty"]).status.code(), Some(0));
    assert!(text(&folder).contains("get(\".\").send().await?.bytes().await;"));
}

#[test]
fn what_cannot_be_written_is_told() {
    let folder = package(LEAKY);
    let path = folder.path().join("src/lib.rs");
    let mut permissions = fs::metadata(&path).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("it is ours");
    let output = lint(folder.path(), &["--fix"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).starts_with("error: failed to write `src/lib.rs`, "), "{}", err(&output));
    assert_eq!(text(&folder), LEAKY);
}

#[test]
fn formats_have_the_fix() {
    let folder = package(LEAKY);
    let json = out(&lint(folder.path(), &["--format", "json"]));
    let message: serde_json::Value = serde_json::from_str(json.lines().next().expect("a finding")).expect("it is JSON");
    let children = message["children"].as_array().expect("there are some");
    let spans = children.iter().flat_map(|child| child["spans"].as_array().expect("a list"));
    let [span] = &spans.collect::<Vec<_>>()[..] else { panic!("one edit: {json}") };
    assert_eq!(span["suggested_replacement"], "let _ = client.get(\"..\").send().await?.bytes().await;");
    assert_eq!(span["suggestion_applicability"], "MachineApplicable");
    assert_eq!((&span["line_start"], &span["column_start"]), (&2.into(), &5.into()));
    let sarif: serde_json::Value =
        serde_json::from_str(&out(&lint(folder.path(), &["--format", "sarif"]))).expect("it is JSON");
    let change = &sarif["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "src/lib.rs");
    assert_eq!(change["replacements"][0]["insertedContent"]["text"], span["suggested_replacement"]);
    assert_eq!(change["replacements"][0]["deletedRegion"]["startLine"], 2);
    let rdjson: serde_json::Value =
        serde_json::from_str(&out(&lint(folder.path(), &["--format", "rdjson"]))).expect("it is JSON");
    assert_eq!(rdjson["diagnostics"][0]["suggestions"][0]["text"], span["suggested_replacement"]);
    let human = out(&lint(folder.path(), &[]));
    assert!(human.contains("help: read the body before it is dropped\n"), "{human}");
}
