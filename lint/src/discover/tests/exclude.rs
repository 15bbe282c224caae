//! What is left out of what was asked for.

use super::{A, found_without, tree};

#[track_caller]
fn check(files: &[(&str, &str)], asked: &[&str], exclude: &[&str], expected: &[&str]) {
    let found = found_without(&tree(files), asked, exclude);
    assert_eq!(found.lines().collect::<Vec<_>>(), expected, "found:\n{found}");
}

#[test]
fn excluded_files_of_a_package_are_understood_only() {
    check(
        &[A, ("a/src/lib.rs", ""), ("a/src/generated/mod.rs", ""), ("loose/a.rs", "")],
        &["."],
        &["**/generated", "loose"],
        &["a 2021", "  Lib a a/src/lib.rs", "  [a/src/generated/mod.rs]", "  a/src/lib.rs"],
    );
}

#[test]
fn an_excluded_package_is_there_only_if_another_depends_on_it() {
    let b = ("b/Cargo.toml", "[package]\nname = 'b'\nedition = '2021'\n[dependencies]\nold = { path = '../old' }\n");
    let old = ("old/Cargo.toml", "[package]\nname = 'old'\nedition = '2021'\n");
    let files = [A, ("a/src/lib.rs", ""), b, ("b/src/lib.rs", ""), old, ("old/src/lib.rs", "")];
    check(&files, &["."], &["b", "old/"], &["a 2021", "  Lib a a/src/lib.rs", "  a/src/lib.rs"]);
    check(
        &files,
        &["."],
        &["a", "old"],
        &[
            "b 2021",
            "  Lib b b/src/lib.rs",
            "  needs old old in old",
            "  b/src/lib.rs",
            "[old] 2021",
            "  Lib old old/src/lib.rs",
            "  [old/src/lib.rs]",
        ],
    );
}

#[test]
fn what_is_asked_for_by_name_is_not_excluded() {
    let files = [A, ("a/src/lib.rs", ""), ("a/src/old/mod.rs", ""), ("a/src/old/gone.rs", "")];
    check(
        &files,
        &["a/src/old"],
        &["a/src", "**/gone.rs"],
        &["a 2021", "  Lib a a/src/lib.rs", "  [a/src/lib.rs]", "  [a/src/old/gone.rs]", "  a/src/old/mod.rs"],
    );
}

#[test]
fn distant_members_can_be_excluded() {
    check(
        &[
            ("Cargo.toml", "[workspace]\nmembers = ['.hidden/x', '.hidden/y']\n"),
            (".hidden/x/Cargo.toml", "[package]\nname = 'x'\nedition = '2021'\n"),
            (".hidden/x/src/lib.rs", ""),
            (".hidden/y/Cargo.toml", "[package]\nname = 'y'\nedition = '2021'\n"),
            (".hidden/y/src/lib.rs", ""),
        ],
        &["."],
        &[".hidden/x"],
        &["y 2021", "  Lib y .hidden/y/src/lib.rs", "  .hidden/y/src/lib.rs"],
    );
}
