//! Packages, files and texts.

use super::{MANIFEST, Package, lost};

/// A workspace with two packages, of which the second uses the first.
fn workspace() -> Package {
    let package = Package::new(&[
        ("a/Cargo.toml", &MANIFEST.replace("'app'", "'app-a'")),
        ("a/src/lib.rs", &format!("{}pub fn look(response: &reqwest::Response) {{}}\n", lost("one"))),
        ("b/Cargo.toml", &format!("{}app-a = {{ path = '../a' }}\n", MANIFEST.replace("'app'", "'app-b'"))),
        ("b/src/lib.rs", &format!("mod more;\n{}", lost("two"))),
        ("b/src/more.rs", &lost("three")),
        ("b/tests/it.rs", ""),
    ]);
    package.write("Cargo.toml", "[workspace]\nmembers = ['a', 'b']\n");
    package
}

#[test]
fn a_package_can_be_chosen() {
    let package = workspace();
    let (a, b) = ("a/src/lib.rs:2 unread_body", ["b/src/lib.rs:3 unread_body", "b/src/more.rs:2 unread_body"]);
    package.lint(&["-p", "app-a"]).found(&[a]).code(1);
    package.lint(&["--package", "app-b"]).found(&b).code(1);
    package.lint(&["-p", "app-a", "-p", "app-b", "."]).found(&[a, b[0], b[1]]).code(1);
    // The workspace is that around the current folder.
    let ran = package.lint_in("a/src", &["-p", "app-b"]).code(1);
    assert_eq!(ran.out.lines().count(), 2, "{ran:?}");
    package.lint(&["-p", "app-b", "b/src/more.rs"]).found(&b[1..]).code(1);
}

#[test]
fn a_package_that_is_not_there_gives_2() {
    let package = workspace();
    let ran = package.lint(&["-p", "app-a", "-p", "ap-b"]).code(2);
    assert_eq!(ran.err, "error: failed to find a package `ap-b` here, did you mean `app-b`?\n");
    // It is only there to be understood.
    let ran = package.lint(&["-p", "app-a", "b"]).code(2);
    assert!(ran.err.starts_with("error: failed to find a package `app-a` here"), "{ran:?}");
    package.lint(&["-p", "x"]).code(2);
}

#[test]
fn several_files_are_judged_within_their_workspace() {
    let package = workspace();
    package
        .lint(&["b/src/more.rs", "a/src/lib.rs"])
        .found(&["a/src/lib.rs:2 unread_body", "b/src/more.rs:2 unread_body"])
        .code(1);
    package.lint(&["b/src/more.rs"]).found(&["b/src/more.rs:2 unread_body"]).code(1);
    // What a helper in another file does with a response is seen.
    let drains = "pub async fn drain(response: reqwest::Response) { let _ = response.bytes().await; }\n";
    package.write("b/src/more.rs", drains);
    let caller =
        "mod more;\npub async fn f(c: &reqwest::Client) { more::drain(c.get(\"a\").send().await.unwrap()).await; }\n";
    package.write("b/src/lib.rs", caller);
    package.lint(&["b/src/lib.rs"]).found(&[]).code(0);
    package.write("b/src/more.rs", &drains.replace("let _ = response.bytes().await;", ""));
    package.lint(&["b/src/lib.rs"]).found(&[]).code(0);
    package.lint(&["b/src/more.rs"]).found(&["b/src/more.rs:1 unread_body"]).code(1);
}

#[test]
fn a_text_can_stand_for_a_file() {
    let package = workspace();
    let text = format!("\n\n{}", lost("new"));
    package
        .lint_text(text.as_bytes(), &["--stdin-filename", "b/src/more.rs"])
        .found(&["b/src/more.rs:4 unread_body"])
        .code(1);
    package.lint_text(b"", &["--stdin-filename", "b/src/more.rs"]).found(&[]).code(0);
    assert_eq!(package.read("b/src/more.rs"), lost("three"));
    // By an absolute path, and with the configuration of its workspace.
    package.write("undrained.toml", "levels = { unread_body = 'allow' }\n");
    let absolute = package.path().join("b/src/more.rs").display().to_string();
    package.lint_text(text.as_bytes(), &["--stdin-filename", &absolute]).found(&[]).code(0);
    package
        .lint_text(text.as_bytes(), &["--stdin-filename", &absolute, "-D", "all"])
        .found(&["b/src/more.rs:4 unread_body"])
        .code(1);
}

#[test]
fn the_file_need_not_be_there_nor_be_readable() {
    let package = workspace();
    package.write("b/src/lib.rs", "mod fresh;\n");
    let helper = "pub async fn f(c: &reqwest::Client) { app_a::look(&c.get(\"a\").send().await.unwrap()); }\n";
    package
        .lint_text(helper.as_bytes(), &["--stdin-filename", "b/src/fresh.rs"])
        .found(&["b/src/fresh.rs:1 unread_body"])
        .code(1);
    assert!(!package.path().join("b/src/fresh.rs").exists());
    package
        .lint_text(helper.as_bytes(), &["--stdin-filename", "nowhere/fresh.rs"])
        .code(2)
        .says("error: failed to open `nowhere/fresh.rs`");
    std::fs::write(package.path().join("b/src/more.rs"), b"\xff").expect("a new file");
    package
        .lint_text(helper.as_bytes(), &["--stdin-filename", "b/src/more.rs"])
        .found(&["b/src/more.rs:1 unread_body"])
        .code(1);
    package
        .lint_text(b"\xff", &["--stdin-filename", "b/src/more.rs"])
        .code(2)
        .says("error: failed to read the text of the file from the standard input, which has to be UTF-8");
    // What would be changed can be shown, but there is no file to change.
    let ran = package.lint_text(lost("one").as_bytes(), &["--stdin-filename", "b/src/more.rs", "--diff"]).code(1);
    assert!(ran.out.starts_with("--- a/b/src/more.rs\n+++ b/b/src/more.rs\n"), "{ran:?}");
    package.lint_text(b"", &["--stdin-filename", "b/src/more.rs", "--fix"]).code(2);
    package.lint_text(b"", &["--stdin-filename", "b/src/more.rs", "."]).code(2);
}

#[test]
fn a_text_without_a_package_is_judged_too() {
    let package = Package::new(&[]);
    package.remove("Cargo.toml");
    package.lint_text(lost("one").as_bytes(), &["--stdin-filename", "one.rs"]).found(&["one.rs:2 unread_body"]).code(1);
}

#[test]
fn files_can_be_listed() {
    let package = workspace();
    let list = |args: &[&str]| package.lint(&[&["--list-files"], args].concat()).code(0).out;
    assert_eq!(list(&[]), "a/src/lib.rs\nb/src/lib.rs\nb/src/more.rs\n");
    assert_eq!(list(&["--tests", "."]), "a/src/lib.rs\nb/src/lib.rs\nb/src/more.rs\nb/tests/it.rs\n");
    assert_eq!(list(&["-p", "app-a"]), "a/src/lib.rs\n");
    assert_eq!(list(&["b", "--exclude", "**/more.rs"]), "b/src/lib.rs\n");
    assert_eq!(list(&["b/tests/it.rs"]), "b/tests/it.rs\n");
    package.lint(&["--list-files", "nowhere"]).code(2);
    package.lint(&["--list-files", "-p", "x"]).code(2);
}

#[cfg(unix)]
#[test]
fn paths_are_listed_as_they_are() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt as _, process::Stdio};
    let package = workspace();
    std::fs::write(package.path().join(OsStr::from_bytes(b"a/src/\xff.rs")), "").expect("a new file");
    let mut command = super::undrained(package.path(), &["--list-files", "a"]);
    let output = command.stdin(Stdio::null()).output().expect("the program starts");
    assert_eq!(output.stdout, b"a/src/lib.rs\na/src/\xff.rs\n");
}
