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
            "  needs ureq ureq 3 with \"default json\"",
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
            "  needs client reqwest 0.13 with \"default json\"",
            "[b] 2024",
            "  Lib b crates/b/src/lib.rs",
            "  [crates/b/src/lib.rs]",
        ],
    );
}

#[test]
fn features_are_those_of_the_package_and_of_the_workspace() {
    let workspace = "[workspace]\nmembers = ['a']\n[workspace.dependencies]\n\
         b = { version = '1', default-features = false, features = ['x'] }\n";
    let manifest = "[package]\nname = 'a'\n[dependencies]\nb = { workspace = true, features = ['y', 'x'] }\n\
         c = { version = '1', default_features = false }\nd = { version = '1', features = ['z'] }\n";
    check(
        &[("Cargo.toml", workspace), ("a/Cargo.toml", manifest)],
        &["."],
        &["a 2015", "  needs b b 1 with \"x y\"", "  needs c c 1 with \"\"", "  needs d d 1 with \"default z\""],
    );
}

#[test]
fn the_lock_file_of_the_workspace_tells_versions() {
    let lock = |version| format!("[[package]]\nname = \"b-c\"\nversion = \"{version}\"\n");
    check(
        &[
            ("Cargo.toml", "[workspace]\nmembers = ['a']\n"),
            ("Cargo.lock", &(lock("1.2.3") + &lock("2.0.0"))),
            (
                "a/Cargo.toml",
                "[package]\nname = 'a'\n[dependencies]\nb = { package = 'b-c', version = '*' }\nd = '1'\n",
            ),
            ("a/Cargo.lock", &lock("9.9.9")),
            ("lone/Cargo.toml", "[package]\nname = 'lone'\nworkspace = '.'\n[dependencies]\nb-c = '3'\n"),
            ("lone/Cargo.lock", &lock("3.0.0-rc.1")),
        ],
        &["."],
        &[
            "a 2015",
            "  needs b b-c * locked 1.2.3 2.0.0",
            "  needs d d 1",
            "lone 2015",
            "  needs b_c b-c 3 locked 3.0.0-rc.1",
        ],
    );
}

#[test]
fn what_only_webassembly_needs_is_left_out() {
    let manifest = "[package]\nname = 'a'\n\
         [target.'cfg(target_arch = \"wasm32\")'.dependencies]\nb = '1'\nc = '2'\n\
         [target.wasm32-unknown-unknown.dependencies]\nd = '1'\n\
         [target.'cfg(not(target_arch = \"wasm32\"))'.dependencies]\nc = '1'\n\
         [target.'cfg(any(unix, target_family = \"wasm\"))'.dependencies]\ne = '1'\n";
    check(&[("Cargo.toml", manifest)], &["."], &["a 2015", "  needs c c 1", "  needs e e 1"]);
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
