//! What manifests say and inherit, and where they lead.

use std::fs;

use super::{check, found, tree};

#[test]
fn dependencies_of_all_kinds_with_renames() {
    let manifest = "[package]\nname = 'a'\nedition = '2021'\n\
         [dependencies]\nhttp-client = { package = 'reqwest', version = '0.12' }\nserde = '1'\n\
         [dev-dependencies]\ntempfile = { version = '3' }\n\
         [build-dependencies]\ncc = '1'\n\
         [target.'cfg(unix)'.dependencies]\nureq = { version = '3', features = ['json'] }\n\
         [target.x86_64-pc-windows-msvc.dev-dependencies]\nwin = { git = 'https://example.org/win' }\n";
    check(
        &[("Cargo.toml", manifest)],
        &["."],
        &[
            "a 2021",
            "  needs cc cc 1",
            "  needs http_client reqwest 0.12",
            "  needs serde serde 1",
            "  needs tempfile tempfile 3",
            "  needs ureq ureq 3",
            "  needs win win",
        ],
    );
}

#[test]
fn edition_and_dependencies_come_from_the_workspace() {
    let workspace = "[workspace]\nmembers = ['crates/*']\n\
         [workspace.package]\nedition = '2024'\n\
         [workspace.dependencies]\nb = { path = 'crates/b' }\nclient = { package = 'reqwest', version = '0.13' }\n";
    check(
        &[
            ("Cargo.toml", workspace),
            (
                "crates/a/Cargo.toml",
                "[package]\nname = 'a'\nedition.workspace = true\n\
                 [dependencies]\nb.workspace = true\nclient = { workspace = true, features = ['json'] }\n",
            ),
            ("crates/b/Cargo.toml", "[package]\nname = 'b'\nedition = { workspace = true }\n"),
            ("crates/b/src/lib.rs", ""),
        ],
        &["crates/a"],
        &[
            "a 2024",
            "  needs b b in crates/b",
            "  needs client reqwest 0.13",
            "[b] 2024",
            "  Lib b crates/b/src/lib.rs",
            "  [crates/b/src/lib.rs]",
        ],
    );
}

#[test]
fn path_dependencies_outside_are_loaded_for_their_types() {
    check(
        &[
            ("a/Cargo.toml", "[package]\nname = 'a'\n[dependencies]\nb = { path = '../b' }"),
            (
                "b/Cargo.toml",
                "[package]\nname = 'b'\n[dependencies]\nc = { path = '../c' }\n\
                 [dev-dependencies]\nd = { path = '../d' }",
            ),
            ("b/src/lib.rs", ""),
            ("b/nested/Cargo.toml", "[package]\nname = 'nested'"),
            ("b/nested/src/lib.rs", ""),
            (
                "c/Cargo.toml",
                "[package]\nname = 'c'\n[dependencies]\na = { path = '../a' }\ngone = { path = '../gone' }",
            ),
            ("d/Cargo.toml", "[package]\nname = 'd'"),
        ],
        &["a"],
        &[
            "a 2015",
            "  needs b b in b",
            "[b] 2015",
            "  Lib b b/src/lib.rs",
            "  needs c c in c",
            "  [b/src/lib.rs]",
            "[c] 2015",
            "  needs a a in a",
            "  needs gone gone in gone",
        ],
    );
}

#[test]
fn members_outside_of_the_tree_are_asked_for_too() {
    check(
        &[
            ("ws/Cargo.toml", "[workspace]\nmembers = ['../x/*', '.hidden']\nexclude = ['../x/no']"),
            ("ws/.hidden/Cargo.toml", "[package]\nname = 'hidden'"),
            ("x/no/Cargo.toml", "[package]\nname = 'no'"),
            ("x/yes/Cargo.toml", "[package]\nname = 'yes'"),
            ("x/yes/src/lib.rs", ""),
        ],
        &["ws"],
        &["hidden 2015", "yes 2015", "  Lib yes x/yes/src/lib.rs", "  x/yes/src/lib.rs"],
    );
}

#[test]
fn an_excluded_package_inherits_nothing() {
    check(
        &[
            ("Cargo.toml", "[workspace]\nexclude = ['a']\n[workspace.package]\nedition = '2024'"),
            ("a/Cargo.toml", "[package]\nname = 'a'\nedition.workspace = true"),
            ("b/Cargo.toml", "[package]\nname = 'b'\nedition.workspace = true"),
        ],
        &["."],
        &["a 2015", "b 2024"],
    );
}

#[test]
fn broken_manifests_are_told_and_their_code_is_loose() {
    let folder = tree(&[
        ("bad/Cargo.toml", "[package]\nname = 1\n"),
        ("bad/src/lib.rs", ""),
        ("half/Cargo.toml", "[package]\nname = 'half'\n[dependencies\n"),
        ("odd/Cargo.toml", "[package]\nname = 'odd'\n[dependencies]\nx = 1\n"),
        ("ok/Cargo.toml", "[package]\nname = 'ok'\n"),
    ]);
    fs::create_dir(folder.path().join("bytes")).expect("a new folder");
    fs::write(folder.path().join("bytes/Cargo.toml"), b"[package]\nname = '\xff'\n").expect("a new file");
    fs::create_dir_all(folder.path().join("dir/Cargo.toml")).expect("a new folder");
    let found = found(&folder, &["."]);
    assert_eq!(
        found.lines().collect::<Vec<_>>(),
        [
            "ok 2015",
            "loose bad/src/lib.rs",
            "problem bad/Cargo.toml: is not a valid manifest: line 2: invalid type: integer `1`, expected a string",
            "problem bytes/Cargo.toml: is not valid UTF-8",
            "problem half/Cargo.toml: is not a valid manifest: line 3: unclosed table, expected `]`",
            "problem odd/Cargo.toml: is not a valid manifest: line 4: expected a version such as \"1.0\", or a table",
        ],
        "found:\n{found}"
    );
}
