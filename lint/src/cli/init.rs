//! `cargo undrained init`: sets up configuration, xtask, hooks, CI and editor.
//!
//! What is to be done is planned first, from what is there (`pieces`), and only then is anything written (`step`).
//! A file that belongs to the user is never replaced without `--force`, and one that other tools share never at all:
//! what to add to it is printed.

mod ask;
mod manifest;
mod pieces;
mod step;

use std::{
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
};

use self::pieces::Piece;
use super::{CLEAN, here, written};
use crate::{discover, error::Error};

/// Set up configuration, `cargo xtask lint`, hooks, CI and editor.
///
/// Asks what to set up when no flag says so. A file that is there is never replaced without `--force`. To one that
/// other tools use as well nothing is written: what to add is printed. Only `Cargo.toml` and `.cargo/config.toml` get
/// a line more, for the xtask.
#[derive(Debug, clap::Args)]
pub(super) struct Init {
    /// `undrained.toml`, with what can be set
    #[arg(long)]
    config: bool,
    /// A package for chores, so that `cargo xtask lint` needs no installation
    #[arg(long)]
    xtask: bool,
    /// The entry in `.pre-commit-config.yaml`
    #[arg(long)]
    pre_commit: bool,
    /// A workflow of GitHub Actions
    #[arg(long)]
    github: bool,
    /// A job of GitLab CI
    #[arg(long)]
    gitlab: bool,
    /// Settings of VS Code: findings beside those of `cargo check`
    #[arg(long)]
    vscode: bool,
    /// All of these
    #[arg(long)]
    all: bool,
    /// Replace files that are there and say something else
    #[arg(long)]
    force: bool,
    /// Write nothing, and print what would be written
    #[arg(long)]
    dry_run: bool,
}

/// Where things belong. Both folders are absolute.
struct Place {
    /// The workspace.
    root: PathBuf,
    /// The repository around it, or the workspace if there is none.
    repository: PathBuf,
}

impl Init {
    pub fn run(&self, out: &mut dyn Write, terminal: bool) -> Result<u8, Error> {
        let place = Place::around(&here()?)?;
        let mut pieces = self.flags();
        if pieces.is_empty() {
            if !(terminal && io::stdin().is_terminal()) {
                return Err(Error::Unchosen);
            }
            pieces = ask::pieces(&place, &mut io::stdin().lock(), out).map_err(Error::Write)?;
        }
        let mut steps = Vec::new();
        for piece in &pieces {
            steps.extend(piece.steps(&place, self.force)?);
        }
        for step in &steps {
            if !self.dry_run {
                step.carry_out()?;
            }
            written(step.tell(self.dry_run, out))?;
        }
        if !self.dry_run && !pieces.is_empty() {
            let next = pieces.iter().map(|piece| format!("    {}\n", piece.next()));
            written(write!(out, "\nnext:\n{}", next.collect::<String>()))?;
        }
        written(out.flush())?;
        Ok(CLEAN)
    }

    fn flags(&self) -> Vec<Piece> {
        let is_wanted = |piece: &Piece| {
            self.all
                || match piece {
                    Piece::Config => self.config,
                    Piece::Xtask => self.xtask,
                    Piece::PreCommit => self.pre_commit,
                    Piece::Github => self.github,
                    Piece::Gitlab => self.gitlab,
                    Piece::Vscode => self.vscode,
                }
        };
        Piece::ALL.into_iter().filter(is_wanted).collect()
    }
}

impl Place {
    fn around(here: &Path) -> Result<Place, Error> {
        let here = here.canonicalize().map_err(Error::CurrentDir)?;
        let root = discover::around(&here);
        if !root.join("Cargo.toml").is_file() {
            return Err(Error::NoManifest(here));
        }
        let repository = root.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(&root).to_path_buf();
        Ok(Place { root, repository })
    }

    /// The workspace as it is written at the root of the repository: nothing if it is there.
    fn nested(&self) -> String {
        let path = self.root.strip_prefix(&self.repository).unwrap_or(Path::new(""));
        path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
    }
}
