//! The program as a user meets it: exit codes, streams, and files as they are found in the wild.

use std::{
    fs,
    path::Path,
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

/// A folder with a package in it.
fn package() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(&folder, "Cargo.toml", "[package]\nname = 'app'\nedition = '2024'\n");
    write(&folder, "src/lib.rs", "pub fn idle() {}\n");
    folder
}

fn write(folder: &TempDir, path: &str, text: impl AsRef<[u8]>) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a new folder");
    fs::write(path, text).expect("a new file");
}

/// The program, as Cargo calls it.
fn undrained(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-undrained"));
    command.arg("undrained").args(args).current_dir(folder);
    command
}

fn run(folder: &TempDir, args: &[&str]) -> Output {
    undrained(folder.path(), args).output().expect("the program starts")
}

#[track_caller]
fn check(output: &Output, code: i32, out: &str, err: &str) {
    assert_eq!(String::from_utf8_lossy(&output.stdout), out);
    assert_eq!(String::from_utf8_lossy(&output.stderr), err);
    assert_eq!(output.status.code(), Some(code));
}

const CLEAN: &str = "no warnings; 1 file read\n";

#[test]
fn clean_code_gives_0() {
    check(&run(&package(), &["lint"]), 0, "", CLEAN);
}

#[test]
fn it_need_not_be_called_by_cargo() {
    let folder = package();
    let output = Command::new(env!("CARGO_BIN_EXE_cargo-undrained"))
        .args(["lint", "src/lib.rs"])
        .current_dir(folder.path())
        .output()
        .expect("the program starts");
    check(&output, 0, "", CLEAN);
}

#[test]
fn without_paths_it_looks_at_the_workspace_around() {
    let folder = package();
    write(&folder, "Cargo.toml", "[workspace]\nmembers = ['a', 'b']\n");
    write(&folder, "a/Cargo.toml", "[package]\nname = 'a'\n[dependencies]\nreqwest = '0.12'\n");
    write(&folder, "a/src/lib.rs", "");
    write(&folder, "b/Cargo.toml", "[package]\nname = 'b'\n[dependencies]\nreqwest = '0.12'\n");
    write(&folder, "b/src/lib.rs", "");
    let output = undrained(&folder.path().join("a/src"), &["lint"]).output();
    check(&output.expect("the program starts"), 0, "", "no warnings; 3 files read\n");
}

#[test]
fn packages_without_a_client_are_not_read() {
    let folder = package();
    write(&folder, "Cargo.toml", "[workspace]\nmembers = ['a', 'b']\n");
    std::fs::remove_file(folder.path().join("src/lib.rs")).expect("it is there");
    for name in ["a", "b"] {
        write(&folder, &format!("{name}/Cargo.toml"), format!("[package]\nname = '{name}'\n"));
        write(&folder, &format!("{name}/src/lib.rs"), "fn (");
    }
    let note = "note: no package here depends on an HTTP client that is known\n\n";
    check(&run(&folder, &["lint"]), 0, note, "no warnings; 0 files read, 1 note\n");
    // One that is asked for is.
    let output = run(&folder, &["lint", "a"]);
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("note: skipped an item at a/src/lib.rs:1:4: "));
}

#[test]
fn quiet_says_nothing_when_there_is_nothing() {
    let folder = package();
    write(&folder, "src/bytes.rs", b"\xff");
    check(&run(&folder, &["lint", "--quiet"]), 0, "", "");
}

#[test]
fn a_missing_path_gives_2() {
    let output = run(&package(), &["lint", "nowhere"]);
    assert_eq!(output.status.code(), Some(2));
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(err.starts_with("error: failed to open `nowhere`, check that the path is spelled right: "), "{err}");
    assert!(output.stdout.is_empty());
}

#[test]
fn wrong_usage_gives_2() {
    for args in [
        &["lint", "--no-such-flag"][..],
        &["lint", "--format", "xml"],
        &["lint", "--min-confidence", "total"],
        &["mend"],
        &[],
    ] {
        let output = run(&package(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(!output.stderr.is_empty() && output.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn help_and_version_give_0() {
    for args in [&["--help"][..], &["lint", "--help"], &["--version"]] {
        let output = run(&package(), args);
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert!(!output.stdout.is_empty() && output.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn files_that_cannot_be_read_are_told_and_the_run_goes_on() {
    let folder = package();
    write(&folder, "src/bytes.rs", b"fn f() {}\n// \xff\n");
    write(&folder, "sub/Cargo.toml", "[package\n");
    check(
        &run(&folder, &["lint"]),
        0,
        "note: skipped `src/bytes.rs`: is not valid UTF-8, from byte 13 on\n\n\
         note: skipped `sub/Cargo.toml`: is not a valid manifest: line 1: unclosed table, expected `]`\n\n",
        "no warnings; 1 file read, 2 notes\n",
    );
}

#[test]
fn json_is_one_object_a_line() {
    let folder = package();
    write(&folder, "src/bytes.rs", b"\xff");
    write(&folder, "src/more.rs", b"\xff");
    let output = run(&folder, &["lint", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let lines: Vec<serde_json::Value> = String::from_utf8(output.stdout)
        .expect("it is text")
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .collect();
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|line| line["$message_type"] == "diagnostic"));
    assert_eq!(lines[0]["message"], "skipped `src/bytes.rs`: is not valid UTF-8, from byte 0 on");
}

/// What the program says as JSON about code that it warns of.
fn warnings(code: &str) -> Vec<serde_json::Value> {
    warnings_with("reqwest = '0.13'", code)
}

/// The same, with this dependency.
fn warnings_with(dependency: &str, code: &str) -> Vec<serde_json::Value> {
    let folder = package();
    let manifest = format!("[package]\nname = 'app'\nedition = '2024'\n\n[dependencies]\n{dependency}\n");
    write(&folder, "Cargo.toml", manifest);
    write(&folder, "src/lib.rs", code);
    let output = run(&folder, &["lint", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let lines = String::from_utf8(output.stdout).expect("it is text");
    lines.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

/// The text that a span of a diagnostic marks.
fn marked<'a>(code: &'a str, span: &serde_json::Value) -> &'a str {
    let at = |end: &str| usize::try_from(span[end].as_u64().expect("a number")).expect("a small one");
    &code[at("byte_start")..at("byte_end")]
}

#[test]
fn a_lost_response_gives_1() {
    let code = "\
pub async fn is_up(client: &reqwest::Client) -> reqwest::Result<bool> {
    Ok(client.get(\"http://up\").send().await?.status().is_success())
}
";
    let warnings = warnings(code);
    let [warning] = &warnings[..] else { panic!("one warning: {warnings:?}") };
    assert_eq!(warning["$message_type"], "diagnostic");
    assert_eq!(warning["level"], "warning");
    assert_eq!(warning["code"]["code"], "unread_body");
    let primary = &warning["spans"][0];
    assert_eq!(primary["is_primary"], true);
    assert_eq!(primary["file_name"], "src/lib.rs");
    assert_eq!((&primary["line_start"], &primary["column_start"]), (&2.into(), &32.into()));
    assert_eq!(marked(code, primary), "send()");
    assert!(warning["rendered"].as_str().is_some_and(|text| text.starts_with("warning[unread_body]: ")));
}

#[test]
fn a_helper_that_loses_its_parameter_is_told_once_with_its_callers() {
    let code = "\
use reqwest::{Client, Response, Result};

fn is_up(response: Response) -> bool {
    response.status().is_success()
}

pub async fn first(client: &Client) -> Result<bool> {
    Ok(is_up(client.get(\"http://first\").send().await?))
}

pub async fn second(client: &Client) -> Result<bool> {
    Ok(is_up(client.get(\"http://second\").send().await?))
}
";
    let warnings = warnings(code);
    let [warning] = &warnings[..] else { panic!("one warning: {warnings:?}") };
    assert_eq!(warning["code"]["code"], "unread_body");
    let spans = warning["spans"].as_array().expect("a list");
    let labelled = |label: &str| -> Vec<_> { spans.iter().filter(|span| span["label"] == label).collect() };
    let given = labelled("response given here");
    assert!(given.len() == 1 && given[0]["is_primary"] == true, "{spans:?}");
    assert_eq!(marked(code, given[0]), "response");
    let obtained = labelled("response obtained here");
    let lines: Vec<_> = obtained.iter().map(|span| span["line_start"].as_u64()).collect();
    assert_eq!(lines, [Some(8), Some(12)]);
    assert!(obtained.iter().all(|span| span["is_primary"] == false && marked(code, span) == "send()"), "{spans:?}");
}

#[test]
fn each_client_is_told_what_it_costs_and_how_it_is_read() {
    let check = |dependency: &str, code: &str, cost: &str, why: &str, fix: &str| {
        let warnings = warnings_with(dependency, code);
        let [warning] = &warnings[..] else { panic!("one warning: {warnings:?}") };
        let text = warning["rendered"].as_str().expect("it is text");
        assert!(
            text.starts_with(&format!("warning[unread_body]: response body is never read, which {cost}\n")),
            "{text}"
        );
        assert!(text.contains(&format!("= note: {why}")), "{text}");
        let helps =
            warning["children"].as_array().expect("a list").iter().filter_map(|child| child["message"].as_str());
        let help = format!("for example with `{fix}`");
        assert!(helps.into_iter().any(|text| text.contains(&help)), "{warning}");
    };
    let surf = "pub async fn f(url: &str) -> surf::Result<u16> { Ok(surf::get(url).await?.status().into()) }";
    check(
        "reqwest = '0.13'",
        "pub async fn f(c: reqwest::Client) { c.get(\"a\").send().await.unwrap(); }",
        "may cost the connection",
        "reqwest reads once more when a body is dropped",
        "let _ = response.bytes().await;",
    );
    check(
        "ureq = '3'",
        "pub fn f(a: &ureq::Agent) { a.get(\"a\").call().unwrap(); }",
        "costs the connection",
        "ureq keeps a connection only when the end of the body was read",
        "let _ = response.body_mut().read_to_vec();",
    );
    check(
        "ureq = '2'",
        "use ureq::OrAnyStatus; pub fn f(a: &ureq::Agent) { a.get(\"a\").call().or_any_status().unwrap(); }",
        "may cost the connection",
        "ureq keeps a connection only when the body was read, or came whole with the head",
        "let _ = response.into_string();",
    );
    check(
        "awc = '3'",
        "pub async fn f(c: &awc::Client) { c.get(\"a\").send().await.unwrap(); }",
        "costs the connection",
        "awc keeps a connection only when the end of the body was read",
        "let _ = response.body().await;",
    );
    check(
        "isahc = '2'",
        "pub fn f() { isahc::get(\"a\").unwrap(); }",
        "may cost the connection",
        "isahc reads ahead, and keeps a connection when it has met the end of the body",
        "let _ = response.consume();",
    );
    for default in ["surf = '2'", "surf = { version = '2', default-features = false, features = ['curl-client'] }"] {
        let why = "surf reads ahead, and keeps a connection";
        check(default, surf, "may cost the connection", why, "let _ = response.body_bytes().await;");
    }
    check(
        "surf = { version = '2', default-features = false, features = ['h1-client-rustls'] }",
        surf,
        "may make the next request on its connection fail",
        "surf gives the connection back with the rest of the body still on it",
        "let _ = response.body_bytes().await;",
    );
    check(
        "surf = { version = '2', default-features = false, features = ['hyper-client'] }",
        surf,
        "may cost the connection",
        "surf reads once more when a body is dropped",
        "let _ = response.body_bytes().await;",
    );
}

#[test]
fn no_color_unless_asked_for() {
    let folder = package();
    write(&folder, "src/bytes.rs", b"\xff");
    let colored = |args: &[&str]| run(&folder, args).stdout.contains(&0x1b);
    assert!(!colored(&["lint"]));
    assert!(!colored(&["lint", "--color", "never"]));
    assert!(colored(&["lint", "--color", "always"]));
}

#[test]
fn a_closed_pipe_ends_the_run_quietly() {
    let folder = package();
    // More than a pipe holds.
    for at in 0..2000 {
        write(&folder, &format!("src/file_with_quite_a_long_name_{at}.rs"), b"\xff");
    }
    for args in [&["lint"][..], &["lint", "--format", "json"], &["lint", "--help"]] {
        let mut child = undrained(folder.path(), args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_is_gone_is_told() {
    let folder = package();
    std::os::unix::fs::symlink("gone.txt", folder.path().join("src/gone.rs")).expect("a new link");
    let output = run(&folder, &["lint"]);
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(out.starts_with("note: skipped `src/gone.rs`: cannot be read: "), "{out}");
    assert_eq!(output.status.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_to_is_enough() {
    use std::os::unix::fs::PermissionsExt;
    let folder = package();
    let mode = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode));
    mode(0o555).expect("the folder is ours");
    let output = run(&folder, &["lint"]);
    mode(0o755).expect("the folder is ours");
    check(&output, 0, "", CLEAN);
}

#[test]
fn nothing_is_written_into_the_tree() {
    let folder = package();
    run(&folder, &["lint"]);
    let mut names: Vec<_> = fs::read_dir(folder.path())
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be listed").file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["Cargo.toml", "src"]);
}

#[test]
fn deep_nesting_does_not_end_the_run() {
    let folder = package();
    let nested = format!("fn f() {{ {} {} }}", "(".repeat(100_000), ")".repeat(100_000));
    write(&folder, "src/deep.rs", nested);
    assert_eq!(run(&folder, &["lint"]).status.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn pipes_in_the_tree_are_left_alone() {
    let folder = package();
    let made = Command::new("mkfifo").arg(folder.path().join("src/pipe.rs")).status();
    assert!(made.expect("mkfifo starts").success());
    check(&run(&folder, &["lint"]), 0, "", CLEAN);
}

#[test]
fn shells_accept_their_completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let folder = package();
        let output = run(&folder, &["completions", shell]);
        assert_eq!(output.status.code(), Some(0));
        let script = String::from_utf8(output.stdout).expect("it is text");
        assert!(["cargo-undrained", "min-confidence", "init"].iter().all(|word| script.contains(word)), "{shell}");
        write(&folder, "script", script);
        // Only some of them are there, and not all can check without running.
        let checked = ["bash", "zsh", "fish"].contains(&shell)
            && Command::new(shell).args(["-n", "script"]).current_dir(folder.path()).status().is_ok_and(|status| {
                assert!(status.success(), "{shell}");
                true
            });
        println!("{shell}: {}", if checked { "checked" } else { "not checked by the shell itself" });
    }
}

#[cfg(unix)]
#[test]
fn bash_completes_what_the_script_says() {
    let script = "eval \"$(\"$0\" completions bash)\"
        complete -p cargo-undrained >&2
        COMP_WORDS=(cargo-undrained lint --form) COMP_CWORD=2
        _cargo_undrained cargo-undrained --form lint
        echo \"${COMPREPLY[@]}\"
        COMP_WORDS=(cargo-undrained lint --color al) COMP_CWORD=3
        _cargo_undrained cargo-undrained al --color
        echo \"${COMPREPLY[@]}\"";
    let Ok(output) = Command::new("bash").args(["-c", script, env!("CARGO_BIN_EXE_cargo-undrained")]).output() else {
        println!("skipped: there is no bash");
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("-F _cargo_undrained cargo-undrained\n"), "{said}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "--format\nalways\n", "{said}");
}

#[test]
fn each_subcommand_has_a_manual_page() {
    let folder = package();
    let output = run(&folder, &["man", "pages/man1"]);
    assert_eq!(output.status.code(), Some(0));
    let written = String::from_utf8(output.stdout).expect("it is text");
    let help = run(&folder, &["--help"]);
    let help = String::from_utf8(help.stdout).expect("it is text");
    let commands = help.split("Commands:\n").nth(1).expect("a list").split("\n\n").next().expect("its lines");
    let names = commands.lines().filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help");
    let names: Vec<String> = names.map(|name| format!("-{name}")).collect();
    assert!(names.len() >= 5, "{help}");
    for name in [String::new()].iter().chain(&names) {
        let path = format!("pages/man1/cargo-undrained{name}.1");
        assert!(written.lines().any(|line| Path::new(line) == Path::new(&path)), "{written}");
        let page = fs::read_to_string(folder.path().join(&path)).expect("the page is there");
        let title = format!(".TH cargo-undrained{name} 1 ");
        assert!(page.contains(&title) && page.contains(".SH SYNOPSIS"), "{page}");
    }
    assert_eq!(written.lines().count(), names.len() + 1);
}
