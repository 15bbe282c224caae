//! One walk over a tree: folders with a manifest, and the `.rs` files that each owns.
//!
//! Left out are hidden files, what git ignores, what Cargo built, and links to folders. Links to files are kept,
//! since a module may well be one. The root of a walk was asked for by name and is never left out.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use super::ignored::Ignored;

/// What becomes of packages inside of packages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nested {
    /// They are found too.
    Enter,
    /// They are left out: nobody asked for them.
    Skip,
}

/// What a walk found, in the order of paths.
#[derive(Debug, Default)]
pub struct Tree {
    /// Folders with a manifest, each with the files that no deeper one owns.
    pub folders: Vec<(PathBuf, Vec<PathBuf>)>,
    /// Files without a manifest between them and the root of the walk.
    pub orphans: Vec<PathBuf>,
    /// Folders that could not be listed.
    pub problems: Vec<(PathBuf, String)>,
}

/// Walks `root`, which is absolute and free of symbolic links.
pub fn walk(root: &Path, nested: Nested) -> Tree {
    let mut tree = Tree::default();
    let mut ignored = Ignored::above(root);
    // Depth and place in `tree.folders` of the folders with a manifest that we are in.
    let mut owners: Vec<(usize, usize)> = Vec::new();
    let mut walk = WalkDir::new(root).sort_by(marks_first).into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                tree.problems.push(problem(root, error));
                continue;
            }
        };
        let (depth, path, name) = (entry.depth(), entry.path(), entry.file_name());
        let kind = entry.file_type();
        while owners.last().is_some_and(|(at, _)| *at >= depth) {
            owners.pop();
        }
        ignored.leave(depth);
        match name.as_encoded_bytes() {
            _ if depth == 0 && kind.is_dir() => {}
            _ if depth == 0 => tree.orphans.push(path.to_path_buf()),
            b".git" => {
                ignored.begin_repository(depth);
                if kind.is_dir() {
                    walk.skip_current_dir();
                }
            }
            _ if kind.is_dir() => {
                let built = name == "target" && owners.last().is_some_and(|(at, _)| at + 1 == depth);
                if built || is_hidden(name) || ignored.is_ignored(path, true) {
                    walk.skip_current_dir();
                }
            }
            // Reading a pipe would wait for ever.
            _ if !kind.is_file() && !kind.is_symlink() => {}
            b".gitignore" => ignored.add(depth, path),
            // Cargo puts it into its target folder, wherever that is and whatever it is called.
            b"CACHEDIR.TAG" if depth > 1 => walk.skip_current_dir(),
            b"Cargo.toml" if depth > 1 && nested == Nested::Skip => walk.skip_current_dir(),
            b"Cargo.toml" => {
                owners.push((depth - 1, tree.folders.len()));
                let folder = path.parent().unwrap_or(root).to_path_buf();
                tree.folders.push((folder, Vec::new()));
            }
            _ if is_rust(path) && !is_hidden(name) && !ignored.is_ignored(path, false) => {
                let files = match owners.last() {
                    Some((_, folder)) => &mut tree.folders[*folder].1,
                    None => &mut tree.orphans,
                };
                files.push(path.to_path_buf());
            }
            _ => {}
        }
    }
    tree
}

/// Sorts by name, but marks first: files that say something about the folder they are in, in the order in which they
/// must be seen. One listing then tells all, without asking the system for each mark.
fn marks_first(a: &DirEntry, b: &DirEntry) -> std::cmp::Ordering {
    let rank = |entry: &DirEntry| match entry.file_name().as_encoded_bytes() {
        b".git" => 0,
        b".gitignore" => 1,
        b"CACHEDIR.TAG" => 2,
        b"Cargo.toml" => 3,
        _ => 4,
    };
    rank(a).cmp(&rank(b)).then_with(|| a.file_name().cmp(b.file_name()))
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

fn problem(root: &Path, error: walkdir::Error) -> (PathBuf, String) {
    let path = error.path().unwrap_or(root).to_path_buf();
    let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    (path, format!("cannot be listed: {reason}"))
}
