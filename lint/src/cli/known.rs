//! What is to be known from now on: `--write-baseline` and `--add-allow`, which write files.

use std::path::PathBuf;

use crate::{
    allow::{Allowed, allow},
    baseline::Baseline,
    driver::{self, Options, Report},
    edit::{apply, write_atomically},
    error::Error,
    render::human::plural,
};

/// What a command line says of that.
#[derive(Debug, clap::Args)]
pub(super) struct Known {
    /// Write the findings to a file that `--baseline` reads. Of one that is there, only take out what no longer occurs
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "no_baseline", "changed", "stdin_filename"])]
    write_baseline: Option<PathBuf>,
    /// Let it get new findings, too
    #[arg(long, requires = "write_baseline")]
    allow_growth: bool,
    /// Write a comment above each finding that allows it, for this reason
    #[arg(long, value_name = "REASON", value_parser = reason, conflicts_with_all = ["write_baseline", "stdin_filename"])]
    add_allow: Option<String>,
}

impl Known {
    /// Lints, and writes what was wished for. What is known then is no longer in the report. Comes with what is to be
    /// said of it.
    pub fn lint(&self, paths: &[PathBuf], options: &Options) -> Result<(Report, Option<String>), Error> {
        if let Some(path) = &self.write_baseline {
            let mut report = driver::lint_for(Baseline::read_or_new(path)?, paths, options)?;
            let said = self.write(&mut report)?;
            return Ok((report, said));
        }
        let mut report = driver::lint(paths, options)?;
        let said = match &self.add_allow {
            Some(reason) => Some(add(&mut report, reason)?),
            None => None,
        };
        Ok((report, said))
    }

    fn write(&self, report: &mut Report) -> Result<Option<String>, Error> {
        let Some(standing) = &report.standing else { return Ok(None) };
        let baseline = &standing.baseline;
        let grows = self.allow_growth || baseline.is_new();
        let entries = standing.entries(grows);
        let (path, new, gone) = (baseline.path().display(), standing.new.len(), standing.gone.len());
        let mut said = format!("wrote {} to `{path}`", plural(entries.len(), "finding"));
        if !baseline.is_new() {
            said += &format!(": {} came, {gone} went", if grows { new } else { 0 });
        }
        if new > 0 && !grows {
            said += &format!("; {new} more stayed out, for which there is `--allow-growth`");
        }
        baseline.write(entries)?;
        if grows {
            report.diagnostics.retain(|diagnostic| !diagnostic.is_finding());
        }
        Ok(Some(said))
    }
}

/// Writes the comments.
fn add(report: &mut Report, reason: &str) -> Result<String, Error> {
    let Allowed { edits, done } = allow(&report.sources, &report.diagnostics, reason);
    for (file, edits) in &edits {
        let text = report.sources.text(*file);
        let changed = apply(text, edits).expect("comments are only put in");
        write_atomically(report.sources.path(*file), Some(text), &changed)?;
    }
    let mut is_done = done.iter();
    report.diagnostics.retain(|_| is_done.next() == Some(&false));
    let count = done.iter().filter(|done| **done).count();
    let left = report.diagnostics.iter().filter(|it| it.is_finding()).count();
    let said = format!("allowed {} in {}", plural(count, "finding"), plural(edits.len(), "file"));
    Ok(if left == 0 { said } else { format!("{said}; a comment cannot allow what is left") })
}

fn reason(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("a reason is required".to_owned()),
        reason if reason.contains(char::is_control) => Err("a reason is one line of text".to_owned()),
        reason => Ok(reason.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{add, reason};
    use crate::{
        driver::{self, Options},
        edit::WriteError,
        error::Error,
    };

    #[test]
    fn a_file_that_was_changed_meanwhile_is_left_alone() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let manifest = "[package]\nname = 'app'\nedition = '2024'\n[dependencies]\nreqwest = '0.13'\n";
        fs::write(folder.path().join("Cargo.toml"), manifest).expect("a new file");
        fs::create_dir(folder.path().join("src")).expect("a new folder");
        let file = folder.path().join("src/lib.rs");
        fs::write(&file, "pub async fn f(c: reqwest::Client) { c.get(\"a\").send().await.unwrap(); }\n")
            .expect("a new file");
        let mut report = driver::lint(&[folder.path().to_path_buf()], &Options::default()).expect("it is there");
        assert_eq!(report.diagnostics.len(), 1);
        fs::write(&file, "pub fn other() {}\n").expect("it is ours");
        let failed = add(&mut report, "a probe");
        assert!(matches!(failed, Err(Error::Edit(WriteError::Changed { .. }))), "{failed:?}");
        assert_eq!(fs::read_to_string(&file).expect("it is there"), "pub fn other() {}\n");
        assert_eq!(fs::read_dir(folder.path().join("src")).expect("it is there").count(), 1);
    }

    #[test]
    fn a_reason_is_one_line() {
        assert_eq!(reason(" a probe "), Ok("a probe".to_owned()));
        for text in ["", " ", "a\nb", "a\u{1b}b"] {
            assert!(reason(text).is_err(), "{text:?}");
        }
    }
}
