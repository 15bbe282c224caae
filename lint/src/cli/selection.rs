//! Which files and lines are of interest.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    here,
    wishes::{Wishes, is_excluded},
};
use crate::{
    discover::{Changed, around, plain_file, read::as_shown},
    driver::Options,
    error::Error,
};

/// The commit if none is named.
const HEAD: &str = "HEAD";

/// What a command line says of that.
#[derive(Debug, clap::Args)]
pub(super) struct Selection {
    /// Files and folders; the workspace around the current folder if there are none
    paths: Vec<PathBuf>,
    /// Leave out excluded files also when they are asked for by name, as pre-commit and editors do
    #[arg(long)]
    force_exclude: bool,
    /// Only the package of this name; may be given several times
    #[arg(long, short, value_name = "NAME")]
    package: Vec<String>,
    /// Only findings on lines that were changed since a commit, `HEAD` if none is named
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = HEAD, value_name = "REV")]
    changed: Option<String>,
    /// Judge this file only, by the text from the standard input in place of what is on the disk
    #[arg(long, value_name = "PATH", conflicts_with_all = ["paths", "changed", "package"])]
    stdin_filename: Option<PathBuf>,
}

impl Selection {
    /// The paths to look at and all options, with git and the standard input asked where that is wanted.
    pub fn select(&self, wishes: &Wishes) -> Result<(Vec<PathBuf>, Options), Error> {
        if let Some(path) = &self.stdin_filename {
            let file = plain_file(path)?;
            let text = io::read_to_string(io::stdin()).map_err(Error::Stdin)?;
            let config = wishes.config(file.parent().unwrap_or(&file))?;
            let texts = [(as_shown(&file), text.into())].into();
            return Ok((Vec::new(), Options { unsaved: Some(file), texts, ..config.options() }));
        }
        let (mut paths, revision) = self.paths_and_revision();
        if paths.is_empty() {
            paths.push(around(&here()?));
        }
        let first = paths.first().map_or(Path::new("."), PathBuf::as_path);
        let config = wishes.config(first)?;
        let changed = revision.as_deref().map(|revision| Changed::since(revision, first)).transpose()?;
        if self.force_exclude {
            paths.retain(|path| !is_excluded(path, &config));
        }
        Ok((paths, Options { packages: self.package.clone(), changed, ..config.options() }))
    }

    /// Whoever writes `--changed main` means a commit, unless there is a path of that name.
    fn paths_and_revision(&self) -> (Vec<PathBuf>, Option<String>) {
        let (mut paths, mut revision) = (self.paths.clone(), self.changed.clone());
        let is_revision = |path: &PathBuf| revision.as_deref() == Some(HEAD) && !path.exists();
        if let Some(named) = paths.iter().position(is_revision) {
            revision = Some(paths.remove(named).to_string_lossy().into_owned());
        }
        (paths, revision)
    }
}
