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
    discover::{Changed, Unsaved, around},
    driver::Options,
    error::Error,
};

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
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "HEAD", value_name = "REV")]
    changed: Option<String>,
    /// Judge this file only, by the text from the standard input in place of what is on the disk
    #[arg(long, value_name = "PATH", conflicts_with_all = ["paths", "changed", "package"])]
    stdin_filename: Option<PathBuf>,
}

impl Selection {
    /// The paths to look at and all options, with git and the standard input asked where that is wanted.
    pub fn select(&self, wishes: &Wishes) -> Result<(Vec<PathBuf>, Options), Error> {
        if let Some(path) = &self.stdin_filename {
            let unsaved = Unsaved::new(path, io::read_to_string(io::stdin()).map_err(Error::Stdin)?)?;
            let config = wishes.config(unsaved.folder())?;
            return Ok((Vec::new(), Options { unsaved: Some(unsaved), ..config.options() }));
        }
        if let (Some(_), Some(path)) = (&self.changed, self.paths.iter().find(|path| !path.exists())) {
            // Whoever writes `--changed main` means a commit.
            let why = format!("there is no path `{0}`, but a commit is named by `--changed={0}`", path.display());
            return Err(Error::Changed(why));
        }
        let mut paths = if self.paths.is_empty() { vec![around(&here()?)] } else { self.paths.clone() };
        let first = paths.first().map_or(Path::new("."), PathBuf::as_path);
        let config = wishes.config(first)?;
        let changed = self.changed.as_deref().map(|revision| Changed::since(revision, first)).transpose()?;
        if self.force_exclude {
            paths.retain(|path| !is_excluded(path, &config));
        }
        Ok((paths, Options { packages: self.package.clone(), changed, ..config.options() }))
    }
}
