//! The texts that say how to lint: the configuration, and the stubs that it names. What stands in them is for
//! [`crate::config`].

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use super::{
    Glob, around,
    read::{here, shown},
};
use crate::error::Error;

/// The name of the file that is looked for at the root of a workspace.
pub const FILE: &str = "undrained.toml";

/// Where a configuration may stand.
#[derive(Debug, Default)]
pub struct Places {
    /// The folder that paths and globs in it start from, absolute and without symbolic links.
    pub root: PathBuf,
    /// The file that is there for it alone.
    pub file: Option<Text>,
    /// The manifest beside it, which may have a table for it.
    pub manifest: Option<Text>,
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Text {
    /// Absolute, without symbolic links.
    pub path: PathBuf,
    /// As it is shown to people.
    pub shown: PathBuf,
    /// All of it.
    pub text: String,
}

/// The places at the root of the workspace around a file or folder.
///
/// # Errors
/// When there is no such path, or the file that is there for it alone cannot be read.
pub fn find(path: &Path) -> Result<Places, Error> {
    let start = path.canonicalize().map_err(|source| Error::Path { path: path.to_path_buf(), source })?;
    let folder = if start.is_dir() { &start } else { start.parent().unwrap_or(&start) };
    let root = around(folder);
    let file = match read(&root.join(FILE)) {
        Err(Error::Read { source, .. }) if source.kind() == io::ErrorKind::NotFound => None,
        read => Some(read?),
    };
    // A manifest that cannot be read is told with the others.
    let manifest = read(&root.join("Cargo.toml")).ok();
    Ok(Places { root, file, manifest })
}

/// The one place that was named.
///
/// # Errors
/// When the file cannot be read.
pub fn named(path: &Path) -> Result<Places, Error> {
    let text = read(path)?;
    let root = text.path.parent().unwrap_or(&text.path).to_path_buf();
    let is_manifest = text.path.ends_with("Cargo.toml");
    let (file, manifest) = if is_manifest { (None, Some(text)) } else { (Some(text), None) };
    Ok(Places { root, file, manifest })
}

/// Reads a file.
///
/// # Errors
/// When it cannot be read or is not UTF-8.
pub fn read(path: &Path) -> Result<Text, Error> {
    let failed = |source| Error::Read { path: shown(here().as_deref(), path), source };
    let path = path.canonicalize().map_err(failed)?;
    let text = fs::read_to_string(&path).map_err(failed)?;
    Ok(Text { shown: shown(here().as_deref(), &path), path, text })
}

/// The files that a glob fits, sorted. Hidden folders and what Cargo built are left out.
pub fn files(glob: &Glob) -> Vec<PathBuf> {
    let is_plain = |part: &&str| !part.contains(GLOB_CHARACTERS);
    let start =
        glob.text().split('/').take_while(is_plain).fold(glob.base().to_path_buf(), |path, part| path.join(part));
    let is_wanted = |entry: &DirEntry| {
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        entry.depth() == 0 || !is_hidden && !entry.path().join("CACHEDIR.TAG").exists()
    };
    let walk = WalkDir::new(start).sort_by_file_name().into_iter().filter_entry(is_wanted).flatten();
    walk.map(DirEntry::into_path).filter(|path| path.is_file() && glob.fits_itself(path)).collect()
}

/// A path with one of these is a glob.
pub const GLOB_CHARACTERS: [char; 4] = ['*', '?', '[', '{'];
