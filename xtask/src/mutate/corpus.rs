//! What is linted with each mutant: everything that says beside its code what it expects of the lint.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use undrained_lint::driver::{self, Options};

use crate::root;

#[path = "../../../tests/tests/ui/fixture.rs"]
mod fixture;

/// Everything that says what it expects of the lint: the fixtures as packages, and what is a package already.
pub struct Corpus {
    fixtures: Vec<(PathBuf, String, fixture::Wishes)>,
}

/// Paths that are linted together.
pub struct Run {
    paths: Vec<PathBuf>,
    options: Options,
}

impl Corpus {
    /// Copies all of it, or all but the fixtures, to a folder of its own.
    pub fn write(folder: &Path, with_fixtures: bool) -> Result<Corpus, String> {
        fs::create_dir_all(folder).map_err(|error| format!("failed to make {}: {error}", folder.display()))?;
        let mut fixtures = Vec::new();
        let all = if with_fixtures { fixture::fixtures(&root().join("tests/ui")) } else { Vec::new() };
        for (number, fixture) in all.iter().enumerate() {
            let folder = folder.join(number.to_string());
            fixture.write(&folder, &mut BTreeMap::new());
            let text = fixture.files.iter().map(|(_, text)| text.as_str()).collect();
            fixtures.push((folder, text, fixture.wishes()));
        }
        // Packages of their own, without the rest of the workspace.
        for package in ["tests/clients", "tests/heavy"] {
            let copy = folder.join(package);
            for part in ["Cargo.toml", "tests/agreement.rs", "ways/mod.rs"] {
                copy_file(&root().join(package).join(part), &copy.join(part))?;
            }
            let ways = root().join(package).join("ways");
            for entry in fs::read_dir(&ways).map_err(|error| format!("failed to list {}: {error}", ways.display()))? {
                let path = entry.map_err(|error| format!("failed to list {}: {error}", ways.display()))?.path();
                let name = path.file_name().unwrap_or_default();
                copy_file(&path, &copy.join("ways").join(name))?;
                let text =
                    fs::read_to_string(&path).map_err(|error| format!("failed to read {}: {error}", path.display()))?;
                let wishes = fixture::Wishes { pedantic: true, tests: true };
                fixtures.push((copy.join("ways").join(name), text, wishes));
            }
        }
        Ok(Corpus { fixtures })
    }

    /// What names one of the crates.
    pub fn about(&self, crates: &[String]) -> Vec<Run> {
        let mut runs = Vec::new();
        let wishes: BTreeSet<fixture::Wishes> = self.fixtures.iter().map(|(.., wishes)| *wishes).collect();
        // The ways first: they notice most.
        for wishes in wishes.into_iter().rev() {
            let about = |(_, text, its): &&(PathBuf, String, _)| {
                *its == wishes && crates.iter().any(|krate| text.contains(krate))
            };
            let paths = self.fixtures.iter().filter(about).map(|(folder, ..)| folder.clone()).collect();
            let options = Options { levels: wishes.levels(), tests: wishes.tests, ..Options::default() };
            runs.push(Run { paths, options });
        }
        runs.retain(|run| !run.paths.is_empty());
        runs
    }
}

/// The rules that are reported, and where.
pub type Findings = BTreeSet<(PathBuf, u32, &'static str)>;

impl Run {
    /// What the lint says with other texts for some stubs.
    pub fn findings(&self, stubs: &[(String, String)]) -> Result<Findings, String> {
        let options = Options { instead: stubs.to_vec(), ..self.options.clone() };
        let report = driver::lint(&self.paths, &options).map_err(|error| format!("failed to lint: {error}"))?;
        let found = report.diagnostics.iter().filter_map(|diagnostic| {
            let span = diagnostic.primary.as_ref()?.span;
            Some((report.sources.path(span.file).to_path_buf(), span.start, diagnostic.rule?))
        });
        Ok(found.collect())
    }
}

fn copy_file(from: &Path, to: &Path) -> Result<(), String> {
    let parent = to.parent().unwrap_or(to);
    let copied = fs::create_dir_all(parent).and_then(|()| fs::copy(from, to));
    copied.map(|_| ()).map_err(|error| format!("failed to copy {}: {error}", from.display()))
}
