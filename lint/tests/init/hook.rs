//! The hook, through pre-commit itself where it is installed, and through its own commands in any case.

use std::{path::Path, process::Command};

use saphyr::{LoadableYamlNode, Yaml};
use tempfile::TempDir;

use super::{command, init, package, read, repository, run, write};

/// Runs git and says what went wrong.
fn git(folder: &Path, args: &[&str]) {
    let config = ["-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "init.defaultBranch=main"];
    let output = Command::new("git").args(config).args(args).current_dir(folder).output().expect("git starts");
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_entry_names_a_hook_of_this_repository() {
    let folder = package();
    init(folder.path(), &["--pre-commit"]);
    let entry = read(folder.path(), ".pre-commit-config.yaml");
    let entry = &Yaml::load_from_str(&entry).expect("it is YAML")[0]["repos"][0];
    assert_eq!(entry["repo"].as_str(), Some(env!("CARGO_PKG_REPOSITORY")));
    assert_eq!(entry["rev"].as_str(), Some(concat!("v", env!("CARGO_PKG_VERSION"))));
    let hooks = read(&repository(), ".pre-commit-hooks.yaml");
    let hooks = &Yaml::load_from_str(&hooks).expect("it is YAML")[0];
    assert_eq!(hooks[0]["id"].as_str(), entry["hooks"][0]["id"].as_str());
    assert!(repository().join(hooks[0]["entry"].as_str().expect("a path")).is_file());
}

#[test]
fn excluded_files_stay_silent_when_a_hook_names_them() {
    let folder = package();
    write(&folder, "undrained.toml", "exclude = ['src/generated']\n");
    write(&folder, "src/generated/one.rs", super::LOST);
    let found = |args: &[&str]| {
        let output = run(folder.path(), &[&["lint", "--quiet", "--format=short"], args].concat());
        String::from_utf8(output.stdout).expect("it is text")
    };
    assert!(found(&["src/generated/one.rs"]).starts_with("src/generated/one.rs:1:53: "));
    assert_eq!(found(&["--force-exclude", "src/generated/one.rs"]), "");
    assert_eq!(found(&["--force-exclude", "src/generated"]), "");
    assert_eq!(found(&["--force-exclude", "src/generated/one.rs", "src/lib.rs"]), super::FOUND);
}

/// pre-commit, with the hook of this repository as it stands here, that runs the program that is installed.
#[test]
fn pre_commit_runs_it_on_the_files_of_a_commit() {
    let is_there = Command::new("pre-commit").arg("--version").output().is_ok_and(|output| output.status.success());
    if !is_there {
        println!("skipped: pre-commit is not installed");
        return;
    }
    let hooks = tempfile::tempdir().expect("a temporary folder");
    write(&hooks, ".pre-commit-hooks.yaml", &read(&repository(), ".pre-commit-hooks.yaml"));
    git(hooks.path(), &["init", "--quiet"]);
    git(hooks.path(), &["add", "."]);
    git(hooks.path(), &["commit", "--quiet", "--message", "hooks"]);
    git(hooks.path(), &["tag", concat!("v", env!("CARGO_PKG_VERSION"))]);

    let folder = package();
    init(folder.path(), &["--pre-commit"]);
    let entry = read(folder.path(), ".pre-commit-config.yaml");
    let entry = entry.replace(env!("CARGO_PKG_REPOSITORY"), &hooks.path().display().to_string());
    write(&folder, ".pre-commit-config.yaml", &entry.replace("id: undrained", "id: undrained-system"));
    write(&folder, "src/fine.rs", "pub fn idle() {}\n");
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "."]);
    let cache = tempfile::tempdir().expect("a temporary folder");
    assert!(pre_commit(&folder, &cache, "src/fine.rs").0, "a file without findings passes");
    let (passed, said) = pre_commit(&folder, &cache, "src/lib.rs");
    assert!(!passed && said.contains("warning[unread_body]") && said.contains("src/lib.rs:1:53"), "{said}");
}

fn pre_commit(folder: &TempDir, cache: &TempDir, file: &str) -> (bool, String) {
    let mut command = command(folder.path(), "pre-commit");
    let output = command.args(["run", "--files", file]).env("PRE_COMMIT_HOME", cache.path()).output();
    let output = output.expect("pre-commit starts");
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
}
