//! Which files there are, in which package and target, and what they depend on.
//!
//! Manifests are read directly: asking Cargo costs more than the whole scan. `[patch]` is not looked at, nor which
//! features turn others on. Paths in here are absolute and free of symbolic links, so that they can be compared.
//!
//! `walk` finds folders and files, `manifest` reads one `Cargo.toml`, `workspaces` knows what it inherits, `lock` what
//! a `Cargo.lock` has settled, `targets` what is built, and [`read`] fetches the texts. [`config`] finds the texts that
//! say how to lint, and [`Glob`] is how paths are named there. [`Changed`] asks git which lines were changed.

mod changed;
pub mod config;
mod glob;
mod ignored;
mod lock;
mod manifest;
pub mod read;
mod targets;
#[cfg(test)]
pub(crate) mod tests;
mod walk;
mod workspaces;

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::{Path, PathBuf},
};

pub use self::{changed::Changed, glob::Glob};
use self::{walk::Nested, workspaces::Manifests};
use crate::{error::Error, suggest};

/// What was found below the paths of a run.
#[derive(Debug, Default)]
pub struct Workspace {
    /// Every package, also those that only path dependencies lead to; sorted by folder.
    pub packages: Vec<Package>,
    /// Packages that were taken from these, since no response can get into them.
    pub unreached: Vec<Package>,
    /// `.rs` files that were asked for and belong to no package, sorted.
    pub loose: Vec<PathBuf>,
    /// The files and folders that were asked for; see [`Workspace::reports`].
    pub asked: BTreeSet<PathBuf>,
    /// What is left out of that; see [`Workspace::is_excluded`].
    pub exclude: Vec<Glob>,
    /// What could not be read, in words: path and reason.
    pub problems: Vec<(PathBuf, String)>,
}

impl Workspace {
    /// Is a finding in this file of this package to be told? One file of a package may be asked for, and then the
    /// others are there to be understood only.
    pub fn reports(&self, package: &Package, file: &Path) -> bool {
        package.requested && is_below(file, &self.asked) && !self.is_excluded(file)
    }

    /// Was this path left out? One that was asked for by name is not, and neither is what is in it, unless a glob fits
    /// something further down.
    pub fn is_excluded(&self, path: &Path) -> bool {
        if is_below(path, &self.asked) {
            is_left_out(path, &self.asked, &self.exclude)
        } else {
            self.exclude.iter().any(|glob| glob.fits(path))
        }
    }

    /// Leaves only the packages of these names among those that were asked for; the others are there to be understood.
    /// Without names nothing is left out.
    pub(crate) fn select(&mut self, names: &[String]) -> Result<(), Error> {
        if names.is_empty() {
            return Ok(());
        }
        let asked = self.packages.iter().filter(|package| package.requested).map(|package| package.name.as_str());
        let asked: BTreeSet<&str> = asked.collect();
        if let Some(name) = names.iter().find(|name| !asked.contains(name.as_str())) {
            let help = suggest::did_you_mean(name, asked.iter().copied());
            return Err(Error::Package { name: name.clone(), help });
        }
        for package in &mut self.packages {
            package.requested &= names.contains(&package.name);
        }
        let roots: Vec<&PathBuf> =
            self.packages.iter().filter(|package| package.requested).map(|package| &package.root).collect();
        let below = self.asked.iter().filter(|asked| roots.iter().any(|root| asked.starts_with(root)));
        let above = roots.iter().copied().filter(|root| is_below(root, &self.asked));
        self.asked = below.chain(above).cloned().collect();
        self.loose.clear();
        Ok(())
    }

    /// Is it a path where there is no file, and would one there have been asked for?
    pub(crate) fn has_lost(&self, path: &Path) -> bool {
        is_below(path, &self.asked) && !self.is_excluded(path) && path.symlink_metadata().is_err()
    }

    /// Is it a file in which nothing can be found, since no response can get into its package?
    pub(crate) fn is_unreached(&self, path: &Path) -> bool {
        let has = |package: &Package| self.reports(package, path) && package.files.iter().any(|file| file == path);
        self.unreached.iter().any(has)
    }

    /// Takes away files that are no code of the workspace, though they stand in it.
    pub(crate) fn forget(&mut self, is_meant: impl Fn(&Path) -> bool) {
        let files = self.packages.iter_mut().map(|package| &mut package.files);
        files.chain([&mut self.loose]).for_each(|files| files.retain(|file| !is_meant(file)));
    }
}

/// A package.
#[derive(Debug)]
pub struct Package {
    /// As the manifest spells it.
    pub name: String,
    /// 2015, 2018, 2021, 2024.
    pub edition: u16,
    /// The folder of its manifest.
    pub root: PathBuf,
    /// What is built from it: library, binaries, examples, tests, benches, build script.
    pub targets: Vec<Target>,
    /// Sorted by name, each name once.
    pub dependencies: Vec<Dependency>,
    /// All `.rs` files below `root` that no deeper package owns, and roots of targets elsewhere; sorted.
    pub files: Vec<PathBuf>,
    /// Is it among the paths that were asked for (or only a dependency of those)?
    pub requested: bool,
}

/// A target of a package.
#[derive(Debug)]
pub struct Target {
    /// As code names it: `my_crate`.
    pub name: String,
    /// What it is.
    pub kind: TargetKind,
    /// Its root file; it exists.
    pub path: PathBuf,
}

/// What a target is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetKind {
    /// A library, also a procedural macro.
    Lib,
    /// A program.
    Bin,
    /// An integration test.
    Test,
    /// A benchmark.
    Bench,
    /// An example.
    Example,
    /// `build.rs`
    BuildScript,
}

/// A dependency of any kind (normal, dev, build, target-specific).
#[derive(Debug, Default)]
pub struct Dependency {
    /// As code names it, renames applied, `_` for `-`.
    pub name: String,
    /// The package it is, as the registry spells it.
    pub package: String,
    /// The version requirement, if one is written.
    pub version: Option<String>,
    /// The versions of the package that the lock file of the workspace has, if there is one.
    pub locked: Vec<String>,
    /// The features that are asked for, `default` among them unless it is turned off.
    pub features: Vec<String>,
    /// For path dependencies: the folder, without `..`. Its package is known if there is a manifest in it.
    pub path: Option<PathBuf>,
}

/// Finds packages and files below `paths`, the packages around them, and those that they depend on by path. What
/// `exclude` fits is found too where it is needed to understand the rest.
///
/// # Errors
/// When a path does not exist or may not be looked at. What is wrong inside of one is told in [`Workspace::problems`].
pub fn discover(paths: &[PathBuf], exclude: &[Glob]) -> Result<Workspace, Error> {
    discover_with(None, paths, exclude)
}

/// The same, with a file that may not be there yet.
///
/// # Errors
/// As for [`discover`].
pub fn discover_with(unsaved: Option<&Path>, paths: &[PathBuf], exclude: &[Glob]) -> Result<Workspace, Error> {
    let mut finder = Finder { exclude: exclude.to_vec(), ..Finder::default() };
    if let Some(file) = unsaved {
        finder.own(file.to_path_buf(), vec![file.to_path_buf()]);
    }
    for path in paths {
        let mut asked = open(path).map_err(|source| Error::Path { path: path.clone(), source })?;
        if asked.is_file() && asked.ends_with("Cargo.toml") {
            asked.pop();
        }
        finder.ask(asked);
    }
    finder.add_distant_members();
    finder.leave_out();
    Ok(finder.finish())
}

/// The plain form of the path of a file that may not be there yet: absolute, without symbolic links.
///
/// # Errors
/// When its folder is not there.
pub fn plain_file(path: &Path) -> Result<PathBuf, Error> {
    let failed = |source| Error::Path { path: path.to_path_buf(), source };
    match (path.canonicalize(), path.file_name()) {
        (Ok(path), _) => Ok(path),
        (Err(error), None) => Err(failed(error)),
        (Err(_), Some(name)) => {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            Ok(folder.canonicalize().map_err(failed)?.join(name))
        }
    }
}

/// The path in its plain form. A folder that may not be listed is an error here, and a note further down.
fn open(path: &Path) -> io::Result<PathBuf> {
    let path = path.canonicalize()?;
    if path.is_dir() {
        path.read_dir()?;
    }
    Ok(path)
}

/// The folder of the workspace that `folder` is in, or of its package, or `folder` itself.
pub fn around(folder: &Path) -> PathBuf {
    let mut manifests = Manifests::default();
    let Some(root) = manifests.enclosing(folder) else {
        return folder.to_path_buf();
    };
    manifests.workspace_of(&root).map_or(root, |(workspace, _)| workspace)
}

fn is_below(path: &Path, asked: &BTreeSet<PathBuf>) -> bool {
    path.ancestors().any(|above| asked.contains(above))
}

/// Is the path below some that were asked for, and excluded below each of them?
fn is_left_out(path: &Path, asked: &BTreeSet<PathBuf>, exclude: &[Glob]) -> bool {
    let mut above = asked.iter().filter(|asked| path.starts_with(asked)).peekable();
    above.peek().is_some() && above.all(|asked| exclude.iter().any(|glob| glob.fits_below(path, asked)))
}

/// A folder with a manifest.
#[derive(Default)]
struct Folder {
    files: BTreeSet<PathBuf>,
    requested: bool,
}

/// What was found so far.
#[derive(Default)]
struct Finder {
    manifests: Manifests,
    folders: BTreeMap<PathBuf, Folder>,
    loose: BTreeSet<PathBuf>,
    asked: BTreeSet<PathBuf>,
    exclude: Vec<Glob>,
    problems: Vec<(PathBuf, String)>,
}

impl Finder {
    fn ask(&mut self, path: PathBuf) {
        let orphans = self.walk(&path, Nested::Enter, true);
        self.own(path, orphans);
    }

    /// Notes a path that was asked for, with the files in it that no manifest there owns.
    fn own(&mut self, path: PathBuf, orphans: Vec<PathBuf>) {
        // Files without a manifest beside or below the path belong to the package around it. Only then is that
        // package of interest: `crates/` in a workspace with a package at its root does not ask for the latter.
        let enclosing =
            path.parent().filter(|_| !orphans.is_empty()).and_then(|folder| self.manifests.enclosing(folder));
        match enclosing {
            None => self.loose.extend(orphans),
            Some(root) => {
                if !self.folders.contains_key(&root) {
                    self.walk(&root, Nested::Skip, true);
                }
                // Not only a look-up: what was asked for by name may be hidden or ignored by git.
                let folder = self.folders.entry(root).or_default();
                folder.requested = true;
                folder.files.extend(orphans);
            }
        }
        self.asked.insert(path);
    }

    /// Walks a tree and returns the files that no manifest in it owns.
    fn walk(&mut self, root: &Path, nested: Nested, requested: bool) -> Vec<PathBuf> {
        let tree = walk::walk(root, nested);
        let folders: Vec<&Path> = tree.folders.iter().map(|(folder, _)| folder.as_path()).collect();
        self.manifests.read_ahead(&folders);
        for (root, files) in tree.folders {
            let folder = self.folders.entry(root).or_default();
            folder.files.extend(files);
            folder.requested |= requested;
        }
        self.problems.extend(tree.problems);
        tree.orphans
    }

    /// Members of the asked workspaces that the walk did not meet: outside of the tree, hidden, ignored by git.
    fn add_distant_members(&mut self) {
        let roots = self.folders.keys();
        let members: Vec<PathBuf> =
            roots.filter(|root| is_below(root, &self.asked)).flat_map(|root| self.manifests.members(root)).collect();
        for member in members {
            if !self.folders.contains_key(&member) && !self.exclude.iter().any(|glob| glob.fits(&member)) {
                self.walk(&member, Nested::Skip, true);
                self.asked.insert(member);
            }
        }
    }

    /// Packages that are excluded whole are as if they were not there, until a dependency leads to them.
    fn leave_out(&mut self) {
        let Finder { asked, exclude, folders, loose, .. } = self;
        folders.retain(|root, _| !is_left_out(root, asked, exclude));
        loose.retain(|file| !is_left_out(file, asked, exclude));
    }

    fn finish(mut self) -> Workspace {
        let mut packages = Vec::new();
        let mut queue: Vec<PathBuf> = self.folders.keys().cloned().collect();
        while let Some(root) = queue.pop() {
            let folder = std::mem::take(self.folders.entry(root.clone()).or_default());
            let Some(package) = self.package(&root, &folder) else {
                // A workspace without a package, or a broken manifest: the code is still worth a look.
                if folder.requested {
                    let files = folder.files.into_iter();
                    let (asked, exclude) = (&self.asked, &self.exclude);
                    let is_wanted = |file: &PathBuf| is_below(file, asked) && !is_left_out(file, asked, exclude);
                    self.loose.extend(files.filter(is_wanted));
                }
                continue;
            };
            for path in package.dependencies.iter().filter_map(|it| it.path.as_ref()) {
                // What is not there may be generated later, and is foreign code until then.
                if !self.folders.contains_key(path) && self.manifests.has(path) {
                    self.walk(path, Nested::Skip, false);
                    queue.push(path.clone());
                }
            }
            packages.push(package);
        }
        packages.sort_by(|a, b| a.root.cmp(&b.root));
        self.problems.append(&mut self.manifests.problems);
        self.problems.sort();
        Workspace {
            packages,
            unreached: Vec::new(),
            loose: self.loose.into_iter().collect(),
            asked: self.asked,
            exclude: self.exclude,
            problems: self.problems,
        }
    }

    fn package(&mut self, root: &Path, folder: &Folder) -> Option<Package> {
        let manifest = self.manifests.get(root)?;
        let package = manifest.package.as_ref()?;
        let edition = self.manifests.edition(root, package);
        let mut files = folder.files.clone();
        let targets = targets::targets(root, &manifest, edition, &files);
        files.extend(targets.iter().map(|target| target.path.clone()));
        Some(Package {
            name: package.name.clone(),
            edition,
            root: root.to_path_buf(),
            targets,
            dependencies: self.manifests.dependencies(root, &manifest, folder.requested),
            files: files.into_iter().collect(),
            requested: folder.requested,
        })
    }
}
