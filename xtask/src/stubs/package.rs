//! The package in which the claims about one version of a crate are compiled, in `target/stubs/`.
//!
//! It depends on the crate, with the features that the stub names, and on those crates that the stub names besides:
//! in the versions that the crate itself asks for, or else in those that their own stubs describe. Which versions
//! those are Cargo says; nothing here asks a registry.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use super::{
    stub::Stub,
    versions::{Version, version_of},
};
use crate::{cargo, root};

/// A package that is ready.
pub struct Package {
    pub folder: PathBuf,
    /// The version of the crate that Cargo has chosen.
    pub version: String,
    /// Where the sources of the crate are; none for the standard library.
    pub sources: Option<PathBuf>,
}

impl Package {
    /// The version as numbers.
    pub fn number(&self) -> Version {
        version_of(&self.version)
    }

    /// Makes the package for a series of versions (`0.12`). None if there is no such version.
    pub fn prepare(stub: &Stub, stubs: &[Stub], series: &str) -> Result<Option<Package>, String> {
        let folder = folder().join(format!("{}-{}", stub.krate, series.replace('*', "all")));
        if stub.krate == "std" {
            write(&folder.join("Cargo.toml"), &manifest(&BTreeMap::new()))?;
            write(&folder.join("src/lib.rs"), "")?;
            let version = toolchain()?;
            return Ok(Some(Package { folder, version, sources: None }));
        }
        let source = match local(&stub.krate)? {
            Some(path) => format!("path = {path:?}"),
            None => format!("version = {series:?}"),
        };
        resolve(&folder, stub, stubs, source)
    }

    /// The package for a crate in a folder.
    #[cfg(test)]
    pub fn of_folder(stub: &Stub, krate: &Path, folder: &Path) -> Result<Package, String> {
        let source = format!("path = {:?}", krate.display().to_string());
        resolve(folder, stub, &[], source)?.ok_or_else(|| format!("there is no package in {}", krate.display()))
    }

    /// Cargo, about to do something with the package.
    pub fn cargo(&self, task: &str) -> Command {
        cargo_in(&self.folder, task)
    }
}

/// Where all packages are, with one build folder for all: many of them have dependencies in common.
fn folder() -> PathBuf {
    root().join("target/stubs")
}

fn cargo_in(package: &Path, task: &str) -> Command {
    let mut cargo = cargo(&[task, "--quiet", "--manifest-path"]);
    cargo.arg(package.join("Cargo.toml")).env("CARGO_TARGET_DIR", folder().join("target"));
    // Warnings are not what is asked for.
    cargo.env_remove("RUSTFLAGS").env("CARGO_INCREMENTAL", "0");
    cargo
}

struct Dependency {
    package: String,
    /// `version = ".."` or `path = ".."`
    source: String,
    /// Are its default features on? They are not if the stub names some.
    defaults: bool,
    features: Vec<String>,
}

/// Writes the manifest and lets Cargo resolve it. What the crate depends on, and which features there are, is known
/// only afterwards; so this is repeated until nothing changes. It begins with the manifest of the last time. None if
/// the crate has no such version.
fn resolve(folder: &Path, stub: &Stub, stubs: &[Stub], source: String) -> Result<Option<Package>, String> {
    let file = folder.join("Cargo.toml");
    let itself = Dependency { package: stub.package.clone(), source, defaults: true, features: Vec::new() };
    let mut dependencies = BTreeMap::from([(stub.krate.clone(), itself)]);
    if fs::read_to_string(&file).is_err() {
        write(&file, &manifest(&dependencies))?;
    }
    write(&folder.join("src/lib.rs"), "")?;
    let mut is_fresh = false;
    for _ in 0..6 {
        let output = cargo_in(folder, "metadata").args(["--format-version", "1"]).output();
        let output = output.map_err(|error| format!("failed to start cargo: {error}"))?;
        if !output.status.success() {
            let text = String::from_utf8_lossy(&output.stderr).into_owned();
            if !is_fresh {
                // The manifest of the last time may no longer be good.
                write(&file, &manifest(&dependencies))?;
                is_fresh = true;
                continue;
            }
            let is_missing = text.contains("failed to select a version for the requirement");
            return if is_missing { Ok(None) } else { Err(text) };
        }
        let metadata: Value = serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
        let graph = Graph { metadata: &metadata };
        let Some(krate) = graph.direct(&stub.krate) else {
            return Err(format!("Cargo does not know `{}`", stub.krate));
        };
        wanted(&mut dependencies, stub, stubs, &graph, krate);
        let text = manifest(&dependencies);
        if fs::read_to_string(&file).is_ok_and(|old| old == text) {
            let manifest = krate["manifest_path"].as_str().map(Path::new).and_then(Path::parent);
            return Ok(Some(Package {
                folder: folder.to_path_buf(),
                version: krate["version"].as_str().unwrap_or_default().to_owned(),
                sources: manifest.map(|folder| folder.join("src")),
            }));
        }
        write(&file, &text)?;
        is_fresh = true;
    }
    Err("the dependencies do not settle".to_owned())
}

/// Enters what the stub names, as far as the crate's own manifest and the other stubs tell.
fn wanted(known: &mut BTreeMap<String, Dependency>, stub: &Stub, stubs: &[Stub], graph: &Graph, krate: &Value) {
    let declared = krate["dependencies"].as_array().map_or(&[][..], Vec::as_slice);
    let declared = |name: &str| {
        declared.iter().find(|dependency| {
            let code_name = dependency["rename"].as_str().or(dependency["name"].as_str()).unwrap_or_default();
            dependency["kind"].is_null() && code_name.replace('-', "_") == name
        })
    };
    let described = |name: &str| stubs.iter().filter(|stub| stub.krate == name).collect::<Vec<_>>();
    for name in extern_names(&stub.text) {
        if name == stub.krate || ["std", "core", "alloc"].contains(&name.as_str()) {
            continue;
        }
        let (package, requirement, defaults) = match (declared(&name), described(&name).first()) {
            (Some(dependency), _) => (
                dependency["name"].as_str().unwrap_or_default().to_owned(),
                dependency["req"].as_str().unwrap_or_default().to_owned(),
                // Those of a crate with a stub are up to the stub.
                dependency["uses_default_features"] == true || !described(&name).is_empty(),
            ),
            (None, Some(other)) => (other.package.clone(), other.versions.text(), true),
            (None, None) => continue,
        };
        let source = format!("version = {requirement:?}");
        known.entry(name).or_insert(Dependency { package, source, defaults, features: Vec::new() });
    }
    for (name, dependency) in known {
        let Some(package) = graph.direct(name) else { continue };
        let version = version_of(package["version"].as_str().unwrap_or_default());
        let describes = |stub: &&Stub| stub.versions.meets(version);
        let features = if *name == stub.krate { Some(stub) } else { described(name).into_iter().find(describes) };
        let there = |feature: &&String| !package["features"][feature.as_str()].is_null();
        let features = features.iter().flat_map(|stub| &stub.features);
        dependency.defaults &= features.clone().next().is_none() || features.clone().any(|name| name == "default");
        dependency.features = features.filter(there).cloned().collect();
    }
}

/// What Cargo has resolved.
struct Graph<'a> {
    metadata: &'a Value,
}

impl<'a> Graph<'a> {
    /// A dependency of the package itself, by its name in code.
    fn direct(&self, name: &str) -> Option<&'a Value> {
        let resolve = &self.metadata["resolve"];
        let root = resolve["root"].as_str()?;
        let nodes = resolve["nodes"].as_array()?;
        let node = nodes.iter().find(|node| node["id"] == root)?;
        let found = node["deps"].as_array()?.iter().find(|dependency| dependency["name"] == name)?;
        self.metadata["packages"].as_array()?.iter().find(|package| package["id"] == found["pkg"])
    }
}

/// The first words of all paths, and what is imported by its bare name.
fn extern_names(text: &str) -> Vec<String> {
    let code: Vec<_> = text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let code = code.join("\n");
    // Every second piece is a text.
    let code = code.split('"').step_by(2).collect::<Vec<_>>().join("\"");
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let paths = code.split(|c: char| !is_word(c) && c != ':').map(|path| path.trim_start_matches("::"));
    let firsts = paths.filter_map(|path| path.split_once("::")).map(|(first, _)| first);
    let imports = code.lines().filter_map(|line| line.trim().strip_prefix("pub use ")?.strip_suffix(';'));
    let mut names: Vec<_> = firsts.chain(imports).filter(|name| name.chars().all(is_word)).map(str::to_owned).collect();
    names.sort();
    names.dedup();
    names
}

/// The folder of a crate that is a part of this repository.
fn local(krate: &str) -> Result<Option<String>, String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).map_err(|error| error.to_string())?;
    let line = manifest.lines().find(|line| line.starts_with(&format!("{krate} = {{ path = ")));
    let path = line.and_then(|line| line.split('"').nth(1));
    Ok(path.map(|path| root().join(path).display().to_string()))
}

fn manifest(dependencies: &BTreeMap<String, Dependency>) -> String {
    let mut text =
        "[package]\nname = \"claims\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n"
            .to_owned();
    for (name, Dependency { package, source, defaults, features }) in dependencies {
        text += &format!(
            "{name} = {{ package = {package:?}, {source}, default-features = {defaults}, features = {features:?} }}\n"
        );
    }
    text
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    let failed = |error| format!("failed to write `{}`: {error}", file.display());
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(file, text).map_err(failed)
}

/// The version of the compiler, and with it that of the standard library.
fn toolchain() -> Result<String, String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or("rustc".into());
    let output = Command::new(rustc).arg("--version").output().map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(text.split_whitespace().nth(1).unwrap_or_default().to_owned())
}
