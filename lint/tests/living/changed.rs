//! Only what was changed, as real repositories tell it.

use std::{fs, path::Path, process::Command};

use super::{MANIFEST, Package, Ran, lost, undrained};

/// Git without anything that this machine's user has set.
fn git(folder: &Path, args: &[&str]) {
    let mut command = Command::new("git");
    alone(&mut command);
    let output = command.args(args).current_dir(folder).output().expect("git starts");
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn alone(command: &mut Command) -> &mut Command {
    let names = ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"];
    for name in names {
        command.env(name, "test@example.com");
    }
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(name);
    }
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1")
}

/// A repository whose first commit has these files.
fn repository(files: &[(&str, &str)]) -> Package {
    let package = Package::new(files);
    git(package.path(), &["init", "--quiet", "--initial-branch=main"]);
    commit(&package);
    package
}

fn commit(package: &Package) {
    git(package.path(), &["add", "--all"]);
    git(package.path(), &["commit", "--quiet", "--message=more"]);
}

fn changed(package: &Package, args: &[&str]) -> Ran {
    changed_in(package.path(), args)
}

fn changed_in(folder: &Path, args: &[&str]) -> Ran {
    Ran::of(alone(&mut undrained(folder, args)))
}

#[test]
fn only_changed_lines_are_told() {
    let package = repository(&[("src/lib.rs", &[lost("one"), lost("two")].concat())]);
    changed(&package, &["--changed"]).found(&[]).code(0);
    package.write("src/lib.rs", &[lost("one"), lost("new"), lost("two")].concat());
    // Unstaged, staged, committed.
    let new = ["src/lib.rs:5 unread_body"];
    changed(&package, &["--changed"]).found(&new).code(1);
    git(package.path(), &["add", "--all"]);
    changed(&package, &["--changed", "."]).found(&new).code(1);
    commit(&package);
    changed(&package, &["--changed"]).found(&[]).code(0);
    changed(&package, &["--changed=HEAD~1"]).found(&new).code(1);
    changed(&package, &[]).found(&["src/lib.rs:2 unread_body", new[0], "src/lib.rs:8 unread_body"]).code(1);
}

#[test]
fn an_exit_on_a_changed_line_is_enough() {
    let reads = "pub async fn f(client: &reqwest::Client) -> Option<String> {\n    \
                 let response = client.get(\"http://a\").send().await.ok()?;\n\n    response.text().await.ok()\n}\n";
    let package = repository(&[("src/lib.rs", reads)]);
    package.write("src/lib.rs", &reads.replace("\n\n", "\n    if response.status() == 404 { return None; }\n"));
    changed(&package, &["--changed"]).found(&["src/lib.rs:2 unread_on_exit"]).code(1);
}

#[test]
fn to_take_the_read_away_is_a_change() {
    let reads = "pub async fn f(client: &reqwest::Client) {\n    let response = client.get(\"http://a\").send().await.unwrap();\n    \
                 response.bytes().await.unwrap();\n}\n";
    let package = repository(&[("src/lib.rs", reads)]);
    package.write("src/lib.rs", &reads.replace("    response.bytes().await.unwrap();\n", ""));
    changed(&package, &["--changed"]).found(&["src/lib.rs:2 unread_body"]).code(1);
}

#[test]
fn files_that_git_does_not_know_are_new() {
    let package = repository(&[("src/lib.rs", "mod new;\n"), (".gitignore", "ignored.rs\n")]);
    package.write("src/new.rs", &lost("one"));
    package.write("src/ignored.rs", &lost("two"));
    changed(&package, &["--changed"]).found(&["src/new.rs:2 unread_body"]).code(1);
    let list = changed(&package, &["--changed", "--list-files"]).code(0);
    assert_eq!(list.out, "src/new.rs\n");
}

#[test]
fn a_file_with_another_name_is_not_new() {
    let package =
        repository(&[("src/lib.rs", "mod a;\n"), ("src/a.rs", &[lost("one"), lost("two"), lost("three")].concat())]);
    git(package.path(), &["mv", "src/a.rs", "src/with space.rs"]);
    package.write("src/lib.rs", "#[path = \"with space.rs\"]\nmod a;\n");
    changed(&package, &["--changed"]).found(&[]).code(0);
    let text = [lost("one"), lost("new"), lost("three")].concat();
    package.write("src/with space.rs", &text);
    changed(&package, &["--changed"]).found(&["src/with space.rs:5 unread_body"]).code(1);
}

#[cfg(unix)]
#[test]
fn names_may_be_any() {
    let name = "ä \"q\"\t\\.rs";
    let package = repository(&[("src/lib.rs", ""), (&format!("src/{name}"), "")]);
    package.write(&format!("src/{name}"), &lost("one"));
    let ran = changed(&package, &["--changed"]).code(1);
    assert!(ran.out.contains(": warning[unread_body]: "), "{ran:?}");
}

#[test]
fn what_a_file_holds_is_no_difference_itself() {
    let package = repository(&[("src/lib.rs", "/*\n-- a/src/a.rs\n*/\n"), ("src/a.rs", &lost("one"))]);
    package.write("src/lib.rs", "/*\n++ b/src/a.rs\n@@ -1 +1,9 @@\n*/\n");
    changed(&package, &["--changed"]).found(&[]).code(0);
}

#[test]
fn the_repository_may_begin_above_or_below() {
    let package = repository(&[("sub/Cargo.toml", MANIFEST), ("sub/src/lib.rs", &lost("one"))]);
    package.remove("Cargo.toml");
    package.write("sub/src/lib.rs", &[lost("one"), lost("new")].concat());
    changed_in(&package.path().join("sub/src"), &["--changed"]).found(&["lib.rs:5 unread_body"]).code(1);
    // From elsewhere the path tells which repository is meant.
    let path = package.path().join("sub").display().to_string();
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let ran = changed_in(elsewhere.path(), &["--changed", &path]).code(1);
    assert_eq!(ran.out.lines().count(), 1, "{ran:?}");
    let file = package.path().join("sub/src/lib.rs").display().to_string();
    changed_in(elsewhere.path(), &["--changed", &file]).code(1);
}

#[test]
fn what_others_did_on_their_branch_is_not_ours() {
    let package =
        repository(&[("src/lib.rs", "mod a;\nmod b;\n"), ("src/a.rs", &lost("one")), ("src/b.rs", &lost("two"))]);
    git(package.path(), &["switch", "--quiet", "--create", "ours"]);
    package.write("src/b.rs", &[lost("two"), lost("ours")].concat());
    commit(&package);
    git(package.path(), &["switch", "--quiet", "main"]);
    package.write("src/a.rs", "");
    commit(&package);
    git(package.path(), &["switch", "--quiet", "ours"]);
    changed(&package, &["--changed=main"]).found(&["src/b.rs:5 unread_body"]).code(1);
}

#[test]
fn the_users_settings_for_differences_do_not_count() {
    let package = repository(&[("src/lib.rs", &lost("one")), (".gitattributes", "*.rs -diff\n")]);
    for setting in [
        "diff.external=false",
        "diff.noprefix=true",
        "color.ui=always",
        "diff.relative=true",
        "diff.renames=false",
        "diff.context=9",
        "diff.interHunkContext=99",
    ] {
        let (name, value) = setting.split_once('=').expect("a setting");
        git(package.path(), &["config", name, value]);
    }
    package.write("src/lib.rs", &[lost("one"), lost("new")].concat());
    changed(&package, &["--changed"]).found(&["src/lib.rs:5 unread_body"]).code(1);
}

#[test]
fn before_the_first_commit_all_is_new() {
    let package = Package::new(&[("src/lib.rs", "mod a;\n"), ("src/a.rs", &lost("one"))]);
    git(package.path(), &["init", "--quiet"]);
    changed(&package, &["--changed"]).found(&["src/a.rs:2 unread_body"]).code(1);
    git(package.path(), &["add", "--all"]);
    changed(&package, &["--changed"]).found(&["src/a.rs:2 unread_body"]).code(1);
    changed(&package, &["--changed=main~9"]).code(2);
}

#[test]
fn where_git_cannot_tell_it_is_an_error() {
    let package = Package::new(&[("src/lib.rs", &lost("one"))]);
    changed(&package, &["--changed"])
        .code(2)
        .says("error: failed to find the lines that were changed: git says of `")
        .says("`: not a git repository");
    let package = repository(&[("src/lib.rs", &lost("one"))]);
    let say = |revision: &str| {
        let ran = changed(&package, &[&format!("--changed={revision}")]).code(2);
        assert!(ran.out.is_empty());
        ran.err
    };
    assert_eq!(
        say("nope"),
        "error: failed to find the lines that were changed: there is no commit `nope`, which a shallow clone may lack\n"
    );
    assert_eq!(
        say("--output=pwned"),
        "error: failed to find the lines that were changed: there is no commit `--output=pwned`\n"
    );
    assert!(!package.path().join("pwned").exists());
    assert_eq!(say(""), "error: failed to find the lines that were changed: there is no commit ``\n");
    // A name that is no path is a commit, if there is one.
    changed(&package, &["--changed", "nope"]).code(2).says("there is no commit `nope`");
    changed(&package, &["--changed", "HEAD"]).found(&[]).code(0);
    changed(&package, &["--changed", "src"]).found(&[]).code(0);
    let mut command = undrained(package.path(), &["--changed"]);
    let ran = Ran::of(alone(command.env("PATH", "/nowhere"))).code(2);
    assert_eq!(ran.err, "error: failed to find the lines that were changed: there is no program `git`\n");
}

#[test]
fn it_works_in_a_hook_and_with_a_baseline() {
    let package = repository(&[("src/lib.rs", &lost("one"))]);
    package.lint(&["--write-baseline", "known.json"]).code(0);
    package.write("src/lib.rs", &[lost("one").replace("    client", "  client"), lost("new")].concat());
    // The first line was changed, but what is known of it is known.
    changed(&package, &["--changed", "--baseline", "known.json"]).found(&["src/lib.rs:5 unread_body"]).code(1);
    // Of files that were not changed nothing is said.
    package.write("src/lib.rs", "");
    commit(&package);
    changed(&package, &["--changed", "--baseline", "known.json"]).found(&[]).code(0);
    let gone = "note: a finding in the baseline `known.json` no longer occurs";
    changed(&package, &["--baseline", "known.json"]).found(&[gone]).code(0);
}

#[cfg(unix)]
#[test]
fn git_may_call_it_before_a_commit() {
    use std::os::unix::fs::PermissionsExt as _;
    let package = repository(&[("src/lib.rs", &lost("one"))]);
    let hook = package.path().join(".git/hooks/pre-commit");
    let program = env!("CARGO_BIN_EXE_cargo-undrained");
    fs::create_dir_all(hook.parent().expect("a folder")).expect("a new folder");
    fs::write(&hook, format!("#!/bin/sh\nexec '{program}' lint --changed --format short\n")).expect("a new file");
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).expect("it is ours");
    let commit = |args: &[&str]| {
        let mut command = Command::new("git");
        let args = [&["commit", "--quiet", "--message=more"], args].concat();
        Ran::of(alone(&mut command).args(args).current_dir(package.path()))
    };
    package.write("src/lib.rs", &[lost("one"), "pub fn idle() {}\n".to_owned()].concat());
    commit(&["--all"]).code(0);
    package.write("src/lib.rs", &[lost("one"), lost("new")].concat());
    let ran = commit(&["--all"]).code(1);
    assert!(ran.out.contains("src/lib.rs:5:") || ran.err.contains("src/lib.rs:5:"), "{ran:?}");
    git(package.path(), &["add", "--all"]);
    commit(&[]).code(1);
}
