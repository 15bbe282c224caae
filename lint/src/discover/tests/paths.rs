//! Which files belong to which package, and which are told about.

use std::fs;

use super::{
    super::{around, discover, read},
    A, check, found, tree,
};
use crate::{error::Error, source::Sources};

#[test]
fn a_folder_may_hold_unrelated_workspaces() {
    check(
        &[
            ("one/Cargo.toml", "[workspace]\n[workspace.package]\nedition = '2018'"),
            ("one/a/Cargo.toml", "[package]\nname = 'a'\nedition.workspace = true"),
            ("one/a/src/lib.rs", ""),
            ("one/script.rs", ""),
            ("two/Cargo.toml", "[package]\nname = 'a'\n[workspace]\nmembers = ['part']"),
            ("two/src/lib.rs", ""),
            ("two/part/Cargo.toml", "[package]\nname = 'part'"),
            ("two/part/src/lib.rs", ""),
            ("zero.rs", ""),
        ],
        &["."],
        &[
            "a 2018",
            "  Lib a one/a/src/lib.rs",
            "  one/a/src/lib.rs",
            "a 2015",
            "  Lib a two/src/lib.rs",
            "  two/src/lib.rs",
            "part 2015",
            "  Lib part two/part/src/lib.rs",
            "  two/part/src/lib.rs",
            "loose one/script.rs",
            "loose zero.rs",
        ],
    );
}

#[test]
fn one_file_is_reported_and_its_package_understood() {
    check(
        &[A, ("a/src/lib.rs", ""), ("a/src/api.rs", ""), ("a/nested/Cargo.toml", "")],
        &["a/src/api.rs"],
        &["a 2021", "  Lib a a/src/lib.rs", "  a/src/api.rs", "  [a/src/lib.rs]"],
    );
}

#[test]
fn one_folder_of_a_package_is_reported() {
    check(
        &[A, ("a/src/lib.rs", ""), ("a/src/api/mod.rs", "")],
        &["a/src/api"],
        &["a 2021", "  Lib a a/src/lib.rs", "  a/src/api/mod.rs", "  [a/src/lib.rs]"],
    );
}

#[test]
fn one_member_does_not_ask_for_the_others() {
    check(
        &[
            ("Cargo.toml", "[package]\nname = 'root'\n[workspace]\nmembers = ['crates/*']"),
            ("src/lib.rs", ""),
            ("crates/a/Cargo.toml", "[package]\nname = 'a'"),
            ("crates/b/Cargo.toml", "[package]\nname = 'b'"),
        ],
        &["crates/a"],
        &["a 2015"],
    );
}

#[test]
fn paths_may_overlap_and_name_manifests() {
    check(
        &[A, ("a/src/lib.rs", ""), ("b.rs", "")],
        &["a/src/lib.rs", "a/Cargo.toml", "a", "b.rs", "b.rs"],
        &["a 2021", "  Lib a a/src/lib.rs", "  a/src/lib.rs", "loose b.rs"],
    );
}

#[test]
fn hidden_built_and_ignored_files_are_left_out() {
    check(
        &[
            A,
            ("a/.gitignore", "/generated\n*.gen.rs\n!keep.gen.rs\n"),
            ("a/src/lib.rs", ""),
            ("a/src/.hidden.rs", ""),
            ("a/src/x.gen.rs", ""),
            ("a/src/keep.gen.rs", ""),
            ("a/src/target/mod.rs", ""),
            ("a/src/deep/.gitignore", "local.rs\n!x.gen.rs"),
            ("a/src/deep/local.rs", ""),
            ("a/src/deep/x.gen.rs", ""),
            ("a/generated/x.rs", ""),
            ("a/target/debug/build/x.rs", ""),
            ("a/.cargo/x.rs", ""),
            ("a/out/CACHEDIR.TAG", ""),
            ("a/out/x.rs", ""),
        ],
        &["."],
        &[
            "a 2021",
            "  Lib a a/src/lib.rs",
            "  a/src/deep/x.gen.rs",
            "  a/src/keep.gen.rs",
            "  a/src/lib.rs",
            "  a/src/target/mod.rs",
        ],
    );
}

#[test]
fn rules_of_a_repository_hold_below_it_and_end_at_the_next() {
    check(
        &[
            ("outer/.git/HEAD", ""),
            ("outer/.gitignore", "lost.rs"),
            ("outer/a/lost.rs", ""),
            ("outer/a/kept.rs", ""),
            ("outer/a/inner/.git/HEAD", ""),
            ("outer/a/inner/lost.rs", ""),
        ],
        &["outer/a"],
        &["loose outer/a/inner/lost.rs", "loose outer/a/kept.rs"],
    );
}

#[test]
fn what_is_asked_for_by_name_is_never_left_out() {
    check(
        &[A, ("a/.gitignore", "gen.rs"), ("a/src/gen.rs", ""), ("a/.x/y.rs", "")],
        &["a/src/gen.rs", "a/.x"],
        &["a 2021", "  a/.x/y.rs", "  a/src/gen.rs"],
    );
}

#[test]
fn a_missing_path_is_an_error() {
    let folder = tree(&[]);
    let missing = folder.path().join("nowhere");
    let error = discover(std::slice::from_ref(&missing), &[]).expect_err("there is no such path");
    assert!(matches!(error, Error::Path { path, .. } if path == missing));
}

#[test]
fn the_workspace_around_a_folder() {
    let folder = tree(&[
        ("ws/Cargo.toml", "[workspace]\nmembers = ['a']"),
        ("ws/a/Cargo.toml", "[package]\nname = 'a'"),
        ("ws/a/src/lib.rs", ""),
        ("alone/Cargo.toml", "[package]\nname = 'alone'"),
        ("alone/src/lib.rs", ""),
        ("none/x.rs", ""),
    ]);
    let at = |path: &str| folder.path().join(path);
    assert_eq!(around(&at("ws/a/src")), at("ws"));
    assert_eq!(around(&at("alone/src")), at("alone"));
    assert_eq!(around(&at("none")), at("none"));
}

#[test]
fn a_file_that_vanished_or_is_no_text_is_told() {
    let folder = tree(&[("a.rs", "fn a() {}"), ("b.rs", ""), ("c.rs", "")]);
    fs::write(folder.path().join("c.rs"), b"// \xff").expect("a new text");
    let workspace = discover(&[folder.path().to_path_buf()], &[]).expect("it exists");
    fs::remove_file(folder.path().join("b.rs")).expect("it exists");
    let texts = read::read(&workspace, Sources::default(), &Default::default());
    assert_eq!(texts.files.len(), 1);
    let reasons: Vec<&str> = texts.problems.iter().map(|(_, reason)| reason.as_str()).collect();
    assert!(reasons[0].starts_with("cannot be read: "), "{reasons:?}");
    assert_eq!(reasons[1], "is not valid UTF-8, from byte 3 on");
}

#[cfg(unix)]
#[test]
fn links_to_folders_are_not_followed_but_links_to_files_are_read() {
    use std::os::unix::fs::symlink;
    let folder = tree(&[A, ("a/src/lib.rs", "")]);
    symlink("..", folder.path().join("a/src/up")).expect("a new link");
    symlink("lib.rs", folder.path().join("a/src/same.rs")).expect("a new link");
    symlink(folder.path().join("a"), folder.path().join("link")).expect("a new link");
    let expected = "a 2021\n  Lib a a/src/lib.rs\n  a/src/lib.rs\n  a/src/same.rs\n";
    assert_eq!(found(&folder, &["."]), expected);
    assert_eq!(found(&folder, &["link"]), expected);
}

#[test]
fn one_loose_file_does_not_ask_for_the_others() {
    check(
        &[("ws/Cargo.toml", "[workspace]"), ("ws/one.rs", ""), ("ws/other.rs", "")],
        &["ws/one.rs"],
        &["loose ws/one.rs"],
    );
}
