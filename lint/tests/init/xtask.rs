//! The package for chores, built and run.

use std::{fs, path::Path};

use super::{FOUND, buildable, command, init, package, read, repository, write};

#[test]
fn cargo_xtask_lint_finds_what_there_is() {
    let folder = buildable();
    init(folder.path(), &["--xtask"]);
    // The library as it stands here, with the versions that are known to be there.
    let manifest = read(folder.path(), "xtask/Cargo.toml");
    let (before, dependency) = manifest.split_once("undrained-lint = ").expect("it depends on the library");
    let tag = concat!("tag = \"v", env!("CARGO_PKG_VERSION"), "\" }\n");
    assert!(dependency.starts_with(concat!("{ git = \"", env!("CARGO_PKG_REPOSITORY"), "\", ")), "{dependency}");
    assert!(dependency.ends_with(tag), "{dependency}");
    let library = repository().join("lint");
    write(&folder, "xtask/Cargo.toml", &format!("{before}undrained-lint = {{ path = {library:?} }}\n"));
    fs::copy(repository().join("Cargo.lock"), folder.path().join("Cargo.lock")).expect("there is one");

    let mut cargo = command(folder.path(), "cargo");
    cargo.args(["xtask", "lint", "--quiet", "--format", "short"]);
    // Only whether it works is asked here, so it is built as fast as can be, and kept.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("xtask");
    cargo.env("CARGO_TARGET_DIR", target).env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    let output = cargo.output().expect("Cargo starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(String::from_utf8_lossy(&output.stdout), FOUND, "{said}");
    assert_eq!(output.status.code(), Some(1), "{said}");
}

#[test]
fn a_package_of_that_name_is_the_users() {
    let folder = package();
    write(&folder, "xtask/Cargo.toml", "[package]\nname = 'xtask'\n");
    write(&folder, "xtask/src/main.rs", "fn main() {}\n");
    let before = super::files(folder.path());
    for force in [&["--xtask"][..], &["--xtask", "--force"]] {
        let said = init(folder.path(), force);
        assert!(
            said.contains("add to    xtask/Cargo.toml, under `[dependencies]`:\n\n    undrained-lint = "),
            "{said}"
        );
        assert!(said.contains("    let code = undrained_lint::cli::run(env::args_os(), out, err, "), "{said}");
        assert_eq!(super::files(folder.path()), before);
        assert_eq!(read(folder.path(), "xtask/Cargo.toml"), "[package]\nname = 'xtask'\n");
    }
}
