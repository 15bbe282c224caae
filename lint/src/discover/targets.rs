//! What Cargo builds from a package: targets that the manifest lists, and those that Cargo finds by their places.
//!
//! The rules are those of <https://doc.rust-lang.org/cargo/reference/cargo-targets.html>.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use super::{
    Target, TargetKind,
    manifest::{Build, Manifest, PackageTable, TargetTable},
};

/// The targets of the package in `root`, whose files are known.
pub fn targets(root: &Path, manifest: &Manifest, edition: u16, files: &BTreeSet<PathBuf>) -> Vec<Target> {
    let Some(package) = &manifest.package else {
        return Vec::new();
    };
    let places = Places { root, files };
    let mut targets = Vec::new();
    targets.extend(places.library(manifest, package));
    targets.extend(places.build_scripts(package));
    for (kind, listed, auto, folder) in [
        (TargetKind::Bin, &manifest.bin, package.autobins, "src/bin"),
        (TargetKind::Example, &manifest.example, package.autoexamples, "examples"),
        (TargetKind::Test, &manifest.test, package.autotests, "tests"),
        (TargetKind::Bench, &manifest.bench, package.autobenches, "benches"),
    ] {
        let mut found = places.found_in(folder);
        if kind == TargetKind::Bin {
            found.extend(places.file(Path::new("src/main.rs")).map(|path| (package.name.clone(), path)));
        }
        // Before 2018, one listed target turned the search off.
        let auto = auto.unwrap_or(edition > 2015 || listed.is_empty());
        for (name, path) in places.choose(listed, found, auto) {
            let name = code_name(&name);
            targets.push(Target { name, kind, path });
        }
    }
    targets
}

/// Where a package's files are.
struct Places<'a> {
    root: &'a Path,
    files: &'a BTreeSet<PathBuf>,
}

impl Places<'_> {
    fn library(&self, manifest: &Manifest, package: &PackageTable) -> Option<Target> {
        let auto = package.autolib.unwrap_or(true).then(TargetTable::default);
        let table = manifest.lib.as_ref().or(auto.as_ref())?;
        let path = self.file(table.path.as_deref().unwrap_or(Path::new("src/lib.rs")))?;
        let name = code_name(table.name.as_ref().unwrap_or(&package.name));
        Some(Target { name, kind: TargetKind::Lib, path })
    }

    fn build_scripts(&self, package: &PackageTable) -> Vec<Target> {
        let default = [PathBuf::from("build.rs")];
        let paths = match &package.build {
            Some(Build::Default(false)) => &[][..],
            None | Some(Build::Default(true)) => &default,
            Some(Build::One(path)) => std::slice::from_ref(path),
            Some(Build::Many(paths)) => paths,
        };
        paths
            .iter()
            .filter_map(|path| self.file(path))
            .map(|path| Target { name: "build_script_build".to_owned(), kind: TargetKind::BuildScript, path })
            .collect()
    }

    /// `folder/*.rs` and `folder/*/main.rs`, with the names that they stand for.
    fn found_in(&self, folder: &str) -> Vec<(String, PathBuf)> {
        let folder = self.root.join(folder);
        let below = self.files.range(folder.clone()..).take_while(|path| path.starts_with(&folder));
        below
            .filter_map(|path| {
                let parent = path.parent()?;
                let name = if parent == folder {
                    path.file_stem()?
                } else if parent.parent()? == folder && path.ends_with("main.rs") {
                    parent.file_name()?
                } else {
                    return None;
                };
                Some((name.to_str()?.to_owned(), path.clone()))
            })
            .collect()
    }

    /// Listed targets, then found ones that are not listed under another name or with another path.
    fn choose(&self, listed: &[TargetTable], found: Vec<(String, PathBuf)>, auto: bool) -> Vec<(String, PathBuf)> {
        let mut chosen: Vec<(String, PathBuf)> = Vec::new();
        for table in listed {
            let by_name = || found.iter().find(|(name, _)| Some(name) == table.name.as_ref());
            let path = match &table.path {
                Some(path) => self.file(path),
                None => by_name().map(|(_, path)| path.clone()),
            };
            if let (Some(name), Some(path)) = (&table.name, path) {
                chosen.push((name.clone(), path));
            }
        }
        if auto {
            for (name, path) in found {
                if !chosen.iter().any(|(other, at)| *other == name || *at == path) {
                    chosen.push((name, path));
                }
            }
        }
        chosen
    }

    /// The file, if it exists: below the root it was met on the walk, unless it is hidden or ignored by git.
    fn file(&self, path: &Path) -> Option<PathBuf> {
        let path = self.root.join(path);
        if self.files.contains(&path) {
            return Some(path);
        }
        // Most are not there, and one question is enough to know.
        path.is_file().then(|| path.canonicalize().ok()).flatten()
    }
}

/// The name of a target as code spells it.
fn code_name(name: &str) -> String {
    name.replace('-', "_")
}
