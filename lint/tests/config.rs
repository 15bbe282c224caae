//! Configuration, flags and stubs of one's own, as a user meets them.

use std::{
    fs,
    process::{Command, Output},
};

use tempfile::TempDir;

/// A folder with a package that depends on `reqwest`, and these files.
fn package(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let manifest = "[package]\nname = 'app'\nedition = '2024'\n\n[dependencies]\nreqwest = '0.13'\ntokio = '1'\n";
    for (path, text) in [("Cargo.toml", manifest), ("src/lib.rs", LEAKY)].iter().chain(files) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a new folder");
        fs::write(path, text).expect("a new file");
    }
    folder
}

/// `unread_body` in line 2.
const LEAKY: &str = "\
pub async fn up(client: &reqwest::Client) -> reqwest::Result<bool> {
    Ok(client.get(\"http://up\").send().await?.status().is_success())
}
";

/// `cancelled_read` in line 2.
const RACED: &str = "\
pub async fn raced(client: &reqwest::Client, limit: std::time::Duration) -> Option<String> {
    let response = client.get(\"http://up\").send().await.ok()?;
    tokio::time::timeout(limit, response.text()).await.ok()?.ok()
}
";

fn run(folder: &TempDir, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-undrained"));
    command.arg("undrained").args(args).current_dir(folder.path()).output().expect("the program starts")
}

/// File, line, level and rule of what is found, and the exit code.
#[track_caller]
fn check(folder: &TempDir, args: &[&str], expected: &[&str], code: i32) {
    let output = run(folder, &[&["lint", "--format", "json"], args].concat());
    let text = String::from_utf8(output.stdout).expect("it is text");
    let found = text.lines().map(|line| {
        let line: serde_json::Value = serde_json::from_str(line).expect("each line is JSON");
        let of = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        match &line["spans"][0] {
            serde_json::Value::Null => of(&line["message"]),
            span => format!(
                "{}:{} {} {}",
                of(&span["file_name"]),
                span["line_start"],
                of(&line["level"]),
                of(&line["code"]["code"])
            ),
        }
    });
    assert_eq!(found.collect::<Vec<_>>(), expected, "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code));
}

#[test]
fn a_rule_that_is_denied_is_an_error() {
    let folder = package(&[("undrained.toml", "levels = { unread_body = 'deny' }\n")]);
    check(&folder, &[], &["src/lib.rs:2 error unread_body"], 1);
    let output = run(&folder, &["lint"]);
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("error[unread_body]: response body is never read"));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "1 error in 1 file; 1 file read\n");
}

#[test]
fn a_rule_that_is_allowed_is_not_told() {
    check(&package(&[("undrained.toml", "levels = { all = 'allow' }\n")]), &[], &[], 0);
}

#[test]
fn levels_can_be_others_in_some_files() {
    let toml = "\
levels = { pedantic = 'deny' }
[[paths]]
glob = 'src/old'
levels = { all = 'allow' }
[[paths]]
glob = '**/kept.rs'
levels = { cancelled_read = 'warn' }
";
    let lib = "mod new;\nmod old;\n";
    let both = format!("{LEAKY}{RACED}");
    let files = [("undrained.toml", toml), ("src/lib.rs", lib), ("src/new.rs", &*both)];
    let files = [
        &files[..],
        &[("src/old/mod.rs", "mod kept; mod lost;"), ("src/old/kept.rs", &both), ("src/old/lost.rs", &both)],
    ];
    let folder = package(&files.concat());
    let expected = [
        "src/new.rs:2 warning unread_body",
        "src/new.rs:5 error cancelled_read",
        "src/old/kept.rs:5 warning cancelled_read",
    ];
    check(&folder, &[], &expected, 1);
    check(&folder, &["-A", "cancelled_read"], &expected[..1], 1);
}

#[test]
fn the_last_flag_counts_and_more_than_the_configuration() {
    let folder = package(&[("undrained.toml", "levels = { unread_body = 'allow' }\n")]);
    let warning = ["src/lib.rs:2 warning unread_body"];
    check(&folder, &[], &[], 0);
    check(&folder, &["-W", "unread_body"], &warning, 1);
    check(&folder, &["-A", "all", "-W", "default"], &warning, 1);
    check(&folder, &["-W", "default", "--allow", "all"], &[], 0);
    check(&folder, &["-D", "all", "--pedantic"], &["src/lib.rs:2 error unread_body"], 1);
    fs::write(folder.path().join("src/lib.rs"), RACED).expect("a new file");
    check(&folder, &["-D", "all", "--pedantic"], &["src/lib.rs:2 warning cancelled_read"], 1);
    check(&folder, &["--pedantic", "-D", "all"], &["src/lib.rs:2 error cancelled_read"], 1);
}

#[test]
fn comments_about_rules_that_are_allowed_here_are_let_alone() {
    let silenced = LEAKY.replace("    Ok", "    // undrained: allow(unread_body) -- a probe\n    Ok");
    let code = format!("{silenced}// undrained: allow(unread_body) -- too much\nfn idle() {{}}\n");
    let folder = package(&[("src/lib.rs", &code)]);
    check(&folder, &[], &["src/lib.rs:5 warning unused_suppression"], 1);
    check(&folder, &["-D", "unused_suppression"], &["src/lib.rs:5 error unused_suppression"], 1);
    check(&folder, &["-A", "unread_body"], &[], 0);
    check(&folder, &["-A", "unused_suppression"], &[], 0);
}

#[test]
fn nothing_is_told_in_what_is_excluded() {
    let drains = "pub async fn drained(response: reqwest::Response) { response.bytes().await.ok(); }\n";
    let lib = format!(
        "mod made;\nmod more;\n{}",
        LEAKY.replace(".await?.status().is_success())", ".await.map(made::drained).is_ok())")
    );
    let made = format!("{drains}{LEAKY}");
    let files = [("src/lib.rs", &*lib), ("src/made.rs", &made), ("src/more.rs", LEAKY)];
    let folder = package(&[&files[..], &[("src/bytes.rs", ""), ("src/mistaken.rs", "fn f(: u8) {}\n")]].concat());
    fs::write(folder.path().join("src/bytes.rs"), b"\xff").expect("a new file");
    // The future of `drained` is never awaited, which only those who have read it can tell.
    let lost = "src/lib.rs:4 warning unread_body";
    check(&folder, &["--exclude", "src/m*.rs", "--exclude", "**/bytes.rs"], &[lost], 1);
    fs::write(folder.path().join("undrained.toml"), "exclude = ['src']\n").expect("a new file");
    check(&folder, &[], &[], 0);
    check(&folder, &["src/more.rs"], &["src/more.rs:2 warning unread_body"], 1);
}

#[test]
fn a_configuration_that_makes_no_sense_gives_2() {
    let folder = package(&[("undrained.toml", "levels = { unread_bodi = 'warn' }\n")]);
    check(&folder, &[], &["undrained.toml:1 error "], 2);
    for args in [&["lint"][..], &["config"]] {
        let output = run(&folder, args);
        let err = String::from_utf8_lossy(&output.stderr);
        assert!(err.starts_with("error: there is no rule or group `unread_bodi`\n --> undrained.toml:1:12\n"), "{err}");
        assert!(err.contains("= help: did you mean `unread_body`?"), "{err}");
        assert!(output.stdout.is_empty());
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn flags_that_make_no_sense_give_2() {
    for (args, expected) in [
        (&["-D", "unread-body"][..], "there is no rule or group `unread-body`, did you mean `unread_body`?"),
        (&["--exclude", "../a"], "error: failed to use the glob `../a`: a glob cannot lead out of the folder"),
        (&["--config", "none.toml"], "error: failed to read `none.toml`, check that it is there and is text: "),
        (&["--tests=maybe"], "invalid value 'maybe' for '--tests[=<BOOL>]'"),
    ] {
        let output = run(&package(&[]), &[&["lint"], args].concat());
        let err = String::from_utf8_lossy(&output.stderr);
        assert!(err.contains(expected), "{args:?}: {err}");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn another_configuration_can_be_named() {
    let folder = package(&[
        ("undrained.toml", "levels.all = 'allow'\n"),
        ("ci/strict.toml", "levels.all = 'deny'\nexclude = ['src']\n"),
    ]);
    check(&folder, &[], &[], 0);
    // Globs in it start from where it lies.
    check(&folder, &["--config", "ci/strict.toml"], &["src/lib.rs:2 error unread_body"], 1);
}

#[test]
fn values_of_the_configuration_can_be_taken_back() {
    let tests = format!("#[cfg(test)]\nmod tests {{\n{LEAKY}}}\n");
    let folder = package(&[("undrained.toml", "tests = true\nmin-confidence = 'high'\n"), ("src/lib.rs", &tests)]);
    check(&folder, &[], &["src/lib.rs:4 warning unread_body"], 1);
    check(&folder, &["--tests=false"], &[], 0);
    let config = String::from_utf8(run(&folder, &["config", "--tests=false", "--min-confidence", "low"]).stdout);
    let config = config.expect("it is text");
    for line in
        ["min-confidence = \"low\"           # --min-confidence", "tests = false                    # --tests=false"]
    {
        assert!(config.lines().any(|it| it == line), "{config}");
    }
}

/// A stub in which nothing that `reqwest` gives owes anything.
const HARMLESS: &str = "\
#![client(krate = \"reqwest\", versions = \">=0.13, <0.14\", reuse = \"none\")]
pub struct Client;
impl Client { pub fn get(&self, url: &str) -> RequestBuilder { RequestBuilder } }
pub struct RequestBuilder;
impl RequestBuilder { pub async fn send(self) -> Result<Response, Error> { respond(self) } }
#[body]
pub struct Response;
impl Response { pub fn status(&self) -> http::StatusCode { status_of(self) } }
pub struct Error;
pub type Result<T> = std::result::Result<T, Error>;
";

#[test]
fn a_stub_of_ones_own_counts_for_the_versions_that_it_names() {
    let folder = package(&[("undrained.toml", "stubs = ['reqwest.rs']\n"), ("reqwest.rs", HARMLESS)]);
    check(&folder, &[], &[], 0);
    let older = HARMLESS.replace(">=0.13, <0.14", ">=0.12, <0.13");
    fs::write(folder.path().join("reqwest.rs"), older).expect("a new file");
    check(&folder, &[], &["src/lib.rs:2 warning unread_body"], 1);
    // Of versions that nobody holds, what comes with the program knows more.
    let manifest = "[package]\nname = 'app'\nedition = '2024'\n\n[dependencies]\nreqwest = '0.99'\n";
    fs::write(folder.path().join("Cargo.toml"), manifest).expect("a new file");
    check(&folder, &[], &["src/lib.rs:2 warning unread_body"], 1);
}

#[test]
fn other_stubs_mean_the_one_that_counts() {
    let manifest =
        "[package]\nname = 'app'\nedition = '2024'\n[dependencies]\nreqwest = '0.13'\nreqwest-middleware = '0.5'\n";
    let code = "pub async fn up(client: &reqwest_middleware::ClientWithMiddleware) -> bool {\n    \
                client.get(\"http://up\").send().await.is_ok()\n}\n";
    let folder = package(&[
        ("Cargo.toml", manifest),
        ("src/lib.rs", code),
        ("undrained.toml", "stubs = ['reqwest.rs']\n"),
        ("reqwest.rs", HARMLESS),
    ]);
    check(&folder, &[], &[], 0);
    let older = HARMLESS.replace(">=0.13, <0.14", ">=0.12, <0.13");
    fs::write(folder.path().join("reqwest.rs"), older).expect("a new file");
    check(&folder, &[], &["src/lib.rs:2 warning unread_body"], 1);
}

#[test]
fn a_crate_of_the_workspace_can_be_described() {
    // Whatever it does is in another language.
    let lib = "pub struct Reply(*mut u8);\nunsafe extern { pub safe fn fetch(url: *const u8) -> Reply; }\n";
    let stub = "\
#![client(krate = \"in_house\", reuse = \"at_end\")]
#[body]
pub struct Reply;
pub fn fetch(url: &str) -> Reply { respond(url) }
";
    let manifest =
        "[package]\nname = 'app'\nedition = '2024'\n[dependencies]\nin-house = { path = 'in-house' }\n[workspace]\n";
    let folder = package(&[
        ("Cargo.toml", manifest),
        ("src/lib.rs", "pub fn f() { in_house::fetch(\"a\"); }\n"),
        ("in-house/Cargo.toml", "[package]\nname = 'in-house'\nedition = '2024'\n"),
        ("in-house/src/lib.rs", lib),
    ]);
    check(&folder, &[], &["no package here depends on an HTTP client that is known"], 0);
    fs::write(folder.path().join("in_house.rs"), stub).expect("a new file");
    fs::write(folder.path().join("undrained.toml"), "stubs = ['in_house.rs']\n").expect("a new file");
    check(&folder, &[], &["src/lib.rs:1 warning unread_body"], 1);
}

#[test]
fn a_stub_that_nothing_needs_is_noted() {
    let stub = HARMLESS.replace("krate = \"reqwest\"", "krate = \"elsewhere\"");
    let folder = package(&[("undrained.toml", "stubs = ['stubs/*.rs']\n"), ("stubs/a.rs", &stub)]);
    let note = "`stubs/a.rs` describes `elsewhere`, on which nothing here depends";
    check(&folder, &[], &["src/lib.rs:2 warning unread_body", note], 1);
}

#[test]
fn a_stub_is_not_code() {
    // As code of the package it would be told.
    let stub = format!("{HARMLESS}{LEAKY}");
    let folder =
        package(&[("undrained.toml", "stubs = ['src/stub.rs']\n"), ("src/stub.rs", &stub), ("src/lib.rs", "")]);
    let output = run(&folder, &["lint"]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "no warnings; 1 file read\n");
    assert!(output.stdout.is_empty());
}

#[test]
fn a_stub_that_names_what_is_not_there_gives_2() {
    let folder = package(&[
        ("undrained.toml", "stubs = ['a.rs']\n"),
        ("a.rs", "#![client(krate = \"reqwest\")]\npub fn f() -> http::Respnse { drian(1) }\n"),
    ]);
    let output = run(&folder, &["lint"]);
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(err.contains("error: no stub has `http::Respnse`\n --> a.rs:2:15\n"), "{err}");
    assert!(err.contains("error: there is neither a word nor a function `drian`\n --> a.rs:2:31\n"), "{err}");
    assert!(err.contains("= help: did you mean `drain`?"), "{err}");
    assert_eq!(output.status.code(), Some(2));
    check(&folder, &[], &["a.rs:2 error ", "a.rs:2 error "], 2);
}
