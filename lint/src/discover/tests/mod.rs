//! Trees in, text out.

mod exclude;
mod manifests;
mod paths;
mod targets;

use std::{fmt::Write as _, fs, path::Path};

use tempfile::TempDir;

use super::{Glob, Workspace, discover};

/// Makes a folder with these files.
pub(crate) fn tree(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a new folder");
        fs::write(path, text).expect("a new file");
    }
    folder
}

/// Discovers below `asked` and returns what [`show`] shows of it.
fn found(folder: &TempDir, asked: &[&str]) -> String {
    found_without(folder, asked, &[])
}

/// The same, with globs that exclude something.
fn found_without(folder: &TempDir, asked: &[&str], exclude: &[&str]) -> String {
    let paths: Vec<_> = asked.iter().map(|path| folder.path().join(path)).collect();
    let folder = folder.path().canonicalize().expect("it exists");
    let globs: Vec<_> = exclude.iter().map(|text| Glob::new(&folder, text).expect("a glob")).collect();
    let workspace = discover(&paths, &globs).expect("the paths exist");
    show(&workspace, &folder)
}

/// Packages with targets, dependencies and files. Of those that were not asked for, the name is in brackets, and so
/// are files that are there to be understood only.
fn show(workspace: &Workspace, folder: &Path) -> String {
    let shown = |path: &Path| path.strip_prefix(folder).unwrap_or(path).display().to_string();
    let mut text = String::new();
    for package in &workspace.packages {
        let name = if package.requested { package.name.clone() } else { format!("[{}]", package.name) };
        let _ = writeln!(text, "{name} {}", package.edition);
        for target in &package.targets {
            let _ = writeln!(text, "  {:?} {} {}", target.kind, target.name, shown(&target.path));
        }
        for dependency in &package.dependencies {
            let _ = write!(text, "  needs {} {}", dependency.name, dependency.package);
            if let Some(version) = &dependency.version {
                let _ = write!(text, " {version}");
            }
            if !dependency.locked.is_empty() {
                let _ = write!(text, " locked {}", dependency.locked.join(" "));
            }
            if dependency.features != ["default"] {
                let _ = write!(text, " with {:?}", dependency.features.join(" "));
            }
            if let Some(path) = &dependency.path {
                let _ = write!(text, " in {}", shown(path));
            }
            text.push('\n');
        }
        for file in &package.files {
            let _ = if workspace.reports(package, file) {
                writeln!(text, "  {}", shown(file))
            } else {
                writeln!(text, "  [{}]", shown(file))
            };
        }
    }
    for file in &workspace.loose {
        let _ = writeln!(text, "loose {}", shown(file));
    }
    for (path, reason) in &workspace.problems {
        let _ = writeln!(text, "problem {}: {reason}", shown(path));
    }
    text
}

#[track_caller]
fn check(files: &[(&str, &str)], asked: &[&str], expected: &[&str]) {
    let found = found(&tree(files), asked);
    assert_eq!(found.lines().collect::<Vec<_>>(), expected, "found:\n{found}");
}

/// A package, short.
const A: (&str, &str) = ("a/Cargo.toml", "[package]\nname = 'a'\nedition = '2021'\n");
