//! The texts of a workspace's files.

use std::{
    collections::BTreeMap,
    env, fs,
    ops::Range,
    path::{Path, PathBuf},
    sync::Arc,
};

use rayon::prelude::*;

use super::Workspace;
use crate::source::{FileId, Sources};

/// What could be read.
#[derive(Debug, Default)]
pub struct Texts {
    /// The texts, under paths that are relative to the current folder where possible.
    pub sources: Sources,
    /// Which text is which of the workspace's files; sorted by path, and so by number.
    pub files: Vec<(PathBuf, FileId)>,
    /// What could not be read, in words: path as it is shown, and reason.
    pub problems: Vec<(PathBuf, String)>,
}

impl Texts {
    /// The numbers of the workspace's texts.
    pub fn code(&self) -> Range<FileId> {
        let number = |(_, id): &(PathBuf, FileId)| id.0;
        let first = self.files.first().map_or(0, number);
        FileId(first)..FileId(self.files.last().map_or(first, |last| number(last) + 1))
    }

    /// The text of one of the workspace's files, if it could be read.
    pub fn id(&self, path: &Path) -> Option<FileId> {
        let at = self.files.binary_search_by(|(other, _)| other.as_path().cmp(path)).ok()?;
        Some(self.files[at].1)
    }

    /// The workspace's file that a text is of; none for a stub.
    pub fn path(&self, id: FileId) -> Option<&Path> {
        let at = self.files.binary_search_by_key(&id, |(_, id)| *id).ok()?;
        Some(&self.files[at].0)
    }
}

/// Reads all files, on all threads of the current pool, beside the texts that there are. A file that cannot be read is
/// left out and told. Those in `instead`, under the paths by which they are shown, are taken to hold other texts than
/// they do.
pub fn read(workspace: &Workspace, sources: Sources, instead: &BTreeMap<PathBuf, Arc<str>>) -> Texts {
    let here = here();
    let shown = |path: &Path| shown(here.as_deref(), path);
    let owned = workspace.packages.iter().flat_map(|package| &package.files);
    let mut paths: Vec<&PathBuf> = owned.chain(&workspace.loose).collect();
    paths.sort();
    paths.dedup();
    let read = |path: &&PathBuf| match instead.get(&shown(path)) {
        Some(text) => Ok(text.clone()),
        None => text(path),
    };
    let read: Vec<Result<Arc<str>, String>> = paths.par_iter().map(read).collect();

    let mut texts = Texts { sources, ..Texts::default() };
    for (path, reason) in workspace.problems.iter().filter(|(path, _)| !workspace.is_excluded(path)) {
        texts.problems.push((shown(path), reason.clone()));
    }
    for (path, text) in paths.into_iter().zip(read) {
        match text {
            Ok(text) => {
                let id = texts.sources.add(shown(path), text);
                texts.files.push((path.clone(), id));
            }
            Err(_) if workspace.is_excluded(path) => {}
            Err(reason) => texts.problems.push((shown(path), reason)),
        }
    }
    texts.problems.sort();
    texts
}

/// The current folder without symbolic links, if it can be told.
pub(crate) fn here() -> Option<PathBuf> {
    env::current_dir().and_then(|here| here.canonicalize()).ok()
}

/// A file of a workspace as it is shown to people.
pub fn as_shown(path: &Path) -> PathBuf {
    shown(here().as_deref(), path)
}

/// A path as it is shown: relative to the current folder where possible.
pub(crate) fn shown(here: Option<&Path>, path: &Path) -> PathBuf {
    here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path).to_path_buf()
}

fn text(path: &Path) -> Result<Arc<str>, String> {
    let bytes = fs::read(path).map_err(|error| format!("cannot be read: {error}"))?;
    if u32::try_from(bytes.len()).is_err() {
        return Err("is larger than 4 GiB".to_owned());
    }
    let text =
        str::from_utf8(&bytes).map_err(|error| format!("is not valid UTF-8, from byte {} on", error.valid_up_to()))?;
    Ok(text.into())
}
