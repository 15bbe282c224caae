//! All manifests of a run, each read once, and what they inherit from their workspaces.

use std::{
    collections::{BTreeMap, HashMap},
    path::{Component, Path, PathBuf},
    rc::Rc,
};

use ignore::gitignore::GitignoreBuilder;
use rayon::prelude::*;

use super::{
    Dependency,
    lock::{self, Lock},
    manifest::{self, Detailed, Edition, Manifest, PackageTable},
};

/// What Cargo calls a manifest.
const NAME: &str = "Cargo.toml";

/// Manifests by their folders.
#[derive(Default)]
pub struct Manifests {
    read: HashMap<PathBuf, Option<Rc<Manifest>>>,
    locks: HashMap<PathBuf, Rc<Lock>>,
    /// Those that could not be read, with reasons.
    pub problems: Vec<(PathBuf, String)>,
}

impl Manifests {
    /// The manifest in a folder, if there is one that can be read.
    pub fn get(&mut self, folder: &Path) -> Option<Rc<Manifest>> {
        if let Some(manifest) = self.read.get(folder) {
            return manifest.clone();
        }
        let read = manifest::read(&folder.join(NAME));
        self.insert(folder, read)
    }

    /// Reads the manifests in folders that will be asked for, on all threads of the current pool.
    pub fn read_ahead(&mut self, folders: &[&Path]) {
        let new: Vec<&Path> = folders.iter().copied().filter(|folder| !self.read.contains_key(*folder)).collect();
        let read: Vec<_> = new.par_iter().map(|folder| manifest::read(&folder.join(NAME))).collect();
        for (folder, read) in new.into_iter().zip(read) {
            self.insert(folder, read);
        }
    }

    fn insert(&mut self, folder: &Path, read: Result<Manifest, Option<String>>) -> Option<Rc<Manifest>> {
        let manifest = match read {
            Ok(manifest) => Some(Rc::new(manifest)),
            Err(reason) => {
                self.problems.extend(reason.map(|reason| (folder.join(NAME), reason)));
                None
            }
        };
        self.read.insert(folder.to_path_buf(), manifest.clone());
        manifest
    }

    /// Is there a manifest in a folder? Those that were read need not be looked for.
    pub fn has(&self, folder: &Path) -> bool {
        matches!(self.read.get(folder), Some(Some(_))) || folder.join(NAME).is_file()
    }

    /// The nearest folder with a manifest: this one or one above.
    pub fn enclosing(&self, folder: &Path) -> Option<PathBuf> {
        folder.ancestors().find(|folder| self.has(folder)).map(Path::to_path_buf)
    }

    /// The workspace that the package in `folder` inherits from: its folder and manifest.
    pub fn workspace_of(&mut self, folder: &Path) -> Option<(PathBuf, Rc<Manifest>)> {
        let manifest = self.get(folder)?;
        if manifest.workspace.is_some() {
            return Some((folder.to_path_buf(), manifest));
        }
        let told = manifest.package.as_ref().and_then(|package| package.workspace.as_ref());
        if let Some(told) = told {
            let root = self.plain(&folder.join(told));
            return self.get(&root).map(|manifest| (root, manifest));
        }
        folder.ancestors().skip(1).find_map(|above| {
            let manifest = self.get(above)?;
            let workspace = manifest.workspace.as_ref()?;
            let names = |paths: &[String]| paths.iter().any(|path| folder.starts_with(above.join(path)));
            let excluded = names(&workspace.exclude) && !names(&workspace.members);
            (!excluded).then(|| (above.to_path_buf(), manifest.clone()))
        })
    }

    /// The folders of the members that a workspace lists, patterns expanded; not those below `**`.
    pub fn members(&mut self, root: &Path) -> Vec<PathBuf> {
        let Some(manifest) = self.get(root) else {
            return Vec::new();
        };
        let Some(workspace) = &manifest.workspace else {
            return Vec::new();
        };
        let excluded: Vec<PathBuf> = workspace.exclude.iter().map(|path| self.plain(&root.join(path))).collect();
        let mut members: Vec<PathBuf> = workspace
            .members
            .iter()
            .flat_map(|pattern| expand(root, pattern))
            .map(|folder| self.plain(&folder))
            .filter(|folder| self.has(folder))
            .filter(|folder| !excluded.iter().any(|excluded| folder.starts_with(excluded)))
            .collect();
        members.sort();
        members.dedup();
        members
    }

    /// The edition of a package; 2015 is what Cargo takes when none is written.
    pub fn edition(&mut self, folder: &Path, package: &PackageTable) -> u16 {
        let written = match &package.edition {
            Some(Edition::Own(edition)) => Some(edition.clone()),
            Some(Edition::Inherited { .. }) => {
                self.workspace_of(folder).and_then(|(_, manifest)| manifest.workspace.as_ref()?.package.edition.clone())
            }
            None => None,
        };
        written.and_then(|edition| edition.parse().ok()).unwrap_or(2015)
    }

    /// The dependencies of a package, each name once: Cargo lets a name have one source only.
    pub fn dependencies(&mut self, folder: &Path, manifest: &Manifest, dev: bool) -> Vec<Dependency> {
        let mut dependencies = BTreeMap::new();
        let lock = self.lock_of(folder);
        for (key, table) in manifest.dependencies(dev) {
            let entry = dependencies.entry(key.replace('-', "_"));
            entry.or_insert_with(|| self.dependency(folder, key, table.detailed(), &lock));
        }
        dependencies.into_values().collect()
    }

    fn dependency(&mut self, folder: &Path, key: &str, written: Detailed, lock: &Lock) -> Dependency {
        let mut features = written.features.clone();
        let (base, detailed) = if written.workspace {
            self.inherited(folder, key).unwrap_or((folder.to_path_buf(), written))
        } else {
            (folder.to_path_buf(), written)
        };
        features.extend(detailed.features);
        features.extend((detailed.default_features != Some(false)).then(|| "default".to_owned()));
        features.sort();
        features.dedup();
        let package = detailed.package.unwrap_or_else(|| key.to_owned());
        Dependency {
            name: key.replace('-', "_"),
            locked: lock.versions(&package).to_vec(),
            package,
            version: detailed.version,
            features,
            path: detailed.path.map(|path| self.plain(&base.join(path))),
        }
    }

    /// The lock file of the workspace that a package is in, or of the package itself.
    fn lock_of(&mut self, folder: &Path) -> Rc<Lock> {
        let root = self.workspace_of(folder).map_or_else(|| folder.to_path_buf(), |(root, _)| root);
        self.locks.entry(root).or_insert_with_key(|root| Rc::new(lock::read(root))).clone()
    }

    /// The path without `..` and symbolic links, or, if there is no such thing, at least without `..`.
    fn plain(&self, path: &Path) -> PathBuf {
        let mut plain = PathBuf::new();
        for component in path.components() {
            match component {
                Component::ParentDir => drop(plain.pop()),
                _ => plain.push(component),
            }
        }
        // Folders that were read are plain already, and asking the system is slow.
        if self.read.contains_key(&plain) {
            return plain;
        }
        path.canonicalize().unwrap_or(plain)
    }

    /// What the workspace says of a dependency, and the folder that its path starts from.
    fn inherited(&mut self, folder: &Path, key: &str) -> Option<(PathBuf, Detailed)> {
        let (root, manifest) = self.workspace_of(folder)?;
        let table = manifest.workspace.as_ref()?.dependencies.get(key)?;
        Some((root, table.detailed()))
    }
}

/// The folders that a pattern such as `crates/*` stands for, as it is written.
fn expand(root: &Path, pattern: &str) -> Vec<PathBuf> {
    let mut folders = vec![root.to_path_buf()];
    for part in pattern.split('/') {
        if part.contains(['*', '?', '[']) {
            folders = folders.iter().flat_map(|folder| matching(folder, part)).collect();
        } else {
            folders.iter_mut().for_each(|folder| folder.push(part));
        }
    }
    folders
}

/// The folders in `folder` whose names match.
fn matching(folder: &Path, pattern: &str) -> Vec<PathBuf> {
    // The rules of `.gitignore` are globs, and their matcher is at hand.
    let mut glob = GitignoreBuilder::new(folder);
    let (Ok(_), Ok(entries)) = (glob.add_line(None, pattern), folder.read_dir()) else {
        return Vec::new();
    };
    let Ok(glob) = glob.build() else {
        return Vec::new();
    };
    entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| glob.matched(path, true).is_ignore() && path.is_dir())
        .collect()
}
