//! `--fix`, `--unsafe-fixes` and `--diff`: fixes on the disk, or only shown.
//!
//! All is tried in memory first ([`fixing`]); here files are written, each whole or not at all, and none that was
//! changed meanwhile. Work that git has not seen is not mixed with what a program writes, unless that is allowed.

use std::{
    collections::BTreeSet,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

use similar::TextDiff;

use super::{progress::Bar, written};
use crate::{
    diagnostics::Applicability,
    driver::{Options, Report},
    edit,
    error::Error,
    fixing::{self, Changed},
    render::human::plural,
};

/// They write files as well, or none at all, or are about a text that is in no file.
const NOT_WITH: [&str; 4] = ["write_baseline", "add_allow", "list_files", "stdin_filename"];

/// What is to be done about what is found.
#[derive(Debug, clap::Args)]
pub(super) struct Fixing {
    /// Make the fixes that are sure, and tell what is left
    #[arg(long, conflicts_with_all = NOT_WITH)]
    fix: bool,
    /// Make also those that are less sure, or that may not be what is wanted
    #[arg(long, conflicts_with_all = NOT_WITH)]
    unsafe_fixes: bool,
    /// Only show what would be changed; the exit code is 1 if there is something
    #[arg(long, conflicts_with_all = ["write_baseline", "add_allow", "list_files"])]
    diff: bool,
    /// Change files also where git knows of changes that are not committed
    #[arg(long)]
    allow_dirty: bool,
}

/// What came of it.
pub(super) enum Done {
    /// What was found and is left, and what was done, in words.
    Linted(Box<Report>, Option<String>),
    /// Was there anything to show, and what else is to be said?
    Shown(bool, Option<String>),
}

impl Fixing {
    /// Is anything to be changed, or shown?
    pub fn is_wanted(&self) -> bool {
        self.fix || self.unsafe_fixes || self.diff
    }

    /// Makes the fixes, or shows them on `out`. Until there is something to show there is a bar.
    pub fn run(
        &self,
        paths: &[PathBuf],
        options: &Options,
        bar: Option<Bar>,
        out: &mut dyn Write,
    ) -> Result<Done, Error> {
        let least = if self.unsafe_fixes { Applicability::MaybeIncorrect } else { Applicability::MachineApplicable };
        let fixed = fixing::fix(paths, options, least)?;
        drop(bar);
        if self.diff {
            for file in &fixed.files {
                written(out.write_all(diff(file).as_bytes()))?;
            }
            written(out.flush())?;
            return Ok(Done::Shown(!fixed.files.is_empty(), self.hidden(&fixed.report)));
        }
        if !self.allow_dirty {
            let dirty: Vec<PathBuf> = dirty(&fixed.files).into_iter().collect();
            if !dirty.is_empty() {
                return Err(Error::Dirty(dirty));
            }
        }
        for Changed { path, before, after } in &fixed.files {
            edit::write_atomically(path, Some(before), after)?;
        }
        let made = match fixed.made {
            0 => "nothing fixed".to_owned(),
            made => format!("{} fixed in {}", plural(made, "finding"), plural(fixed.files.len(), "file")),
        };
        let hidden = self.hidden(&fixed.report).map_or(String::new(), |hidden| format!("; {hidden}"));
        Ok(Done::Linted(Box::new(fixed.report), Some(made + &hidden)))
    }

    /// What could be fixed as well, if whoever calls were less careful.
    fn hidden(&self, report: &Report) -> Option<String> {
        let fixable = report.diagnostics.iter().filter(|diagnostic| diagnostic.fix.is_some()).count();
        (fixable > 0 && !self.unsafe_fixes).then(|| format!("{fixable} more with `--unsafe-fixes`"))
    }
}

/// As `git apply` reads it.
fn diff(Changed { path, before, after }: &Changed) -> String {
    let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    let path = path.trim_start_matches('/');
    let (old, new) = (format!("a/{path}"), format!("b/{path}"));
    TextDiff::from_lines(&**before, &**after).unified_diff().header(&old, &new).to_string()
}

/// What git knows as changed and not committed in the working trees of these files, and those of them that it does not
/// know at all. Without git, or outside of what it looks after, nothing is.
fn dirty(files: &[Changed]) -> BTreeSet<PathBuf> {
    let mut all = BTreeSet::new();
    let mut asked = BTreeSet::new();
    for Changed { path, .. } in files {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { continue };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let known = |line: &str| !line.starts_with("??");
        if asked.insert(folder) {
            all.extend(status(folder, |git| git.arg("--untracked-files=no"), known));
        }
        if !status(folder, |git| git.arg("--untracked-files=all").arg("--").arg(name), |line| !known(line)).is_empty() {
            all.insert(path.clone());
        }
    }
    all
}

/// The files of which `git status` says something that is wanted.
fn status(
    folder: &Path,
    how: impl FnOnce(&mut Command) -> &mut Command,
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<PathBuf> {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args(["status", "--porcelain", "--no-renames", "-z"]);
    let Ok(output) = how(&mut git).output() else { return Vec::new() };
    let text = String::from_utf8_lossy(&output.stdout);
    let lines = text.split('\0').filter(|line| is_wanted(line));
    lines.filter_map(|line| line.get(3..)).map(PathBuf::from).collect()
}

#[cfg(test)]
mod tests {
    use super::{Changed, diff};

    #[test]
    fn a_diff_is_unified_and_keeps_line_ends() {
        let file = Changed { path: "src/a.rs".into(), before: "a\r\nb\r\n".into(), after: "a\r\nc\r\n".into() };
        assert_eq!(diff(&file), "--- a/src/a.rs\n+++ b/src/a.rs\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n");
    }
}
