//! The parts of a `Cargo.toml` that say which code there is and what it can see.
//!
//! Keys that are not needed are not read, so that a manifest for a newer Cargo does no harm. What is inherited
//! from a workspace is kept as written; `workspaces` resolves it.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use serde::Deserialize;

/// A `Cargo.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Manifest {
    #[serde(alias = "project")]
    pub package: Option<PackageTable>,
    pub workspace: Option<WorkspaceTable>,
    pub lib: Option<TargetTable>,
    pub bin: Vec<TargetTable>,
    pub example: Vec<TargetTable>,
    pub test: Vec<TargetTable>,
    pub bench: Vec<TargetTable>,
    dependencies: Dependencies,
    #[serde(alias = "build_dependencies")]
    build_dependencies: Dependencies,
    #[serde(alias = "dev_dependencies")]
    dev_dependencies: Dependencies,
    target: BTreeMap<String, PlatformTable>,
}

impl Manifest {
    /// Dependencies of all kinds and platforms by the name that they have here, with or without those of tests. Those
    /// for WebAssembly are left out: what answers there is a browser, and it keeps its connections to itself.
    pub fn dependencies(&self, dev: bool) -> impl Iterator<Item = (&String, &DependencyTable)> {
        let own = (&self.dependencies, &self.build_dependencies, &self.dev_dependencies);
        let platforms = self.target.iter().filter(|(platform, _)| !is_wasm(platform)).map(|(_, table)| table);
        let platforms = platforms.map(|it| (&it.dependencies, &it.build_dependencies, &it.dev_dependencies));
        std::iter::once(own)
            .chain(platforms)
            .flat_map(move |(normal, build, tests)| [normal, build].into_iter().chain(dev.then_some(tests)).flatten())
    }
}

/// Does `wasm32-unknown-unknown` or `cfg(target_family = "wasm")` name WebAssembly alone?
fn is_wasm(platform: &str) -> bool {
    platform.contains("wasm") && !platform.contains("not(") && !platform.contains("any(")
}

/// `[package]`
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct PackageTable {
    pub name: String,
    pub edition: Option<Edition>,
    /// Where the workspace is, if not in a folder above.
    pub workspace: Option<PathBuf>,
    pub build: Option<Build>,
    pub autolib: Option<bool>,
    pub autobins: Option<bool>,
    pub autoexamples: Option<bool>,
    pub autotests: Option<bool>,
    pub autobenches: Option<bool>,
}

/// `[workspace]`
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct WorkspaceTable {
    pub members: Vec<String>,
    pub exclude: Vec<String>,
    pub package: WorkspacePackage,
    pub dependencies: Dependencies,
}

/// `[workspace.package]`
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct WorkspacePackage {
    pub edition: Option<String>,
}

/// `edition = "2024"` or `edition.workspace = true`
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "expected an edition such as \"2024\", or `workspace = true`")]
pub enum Edition {
    Own(String),
    Inherited {
        #[serde(rename = "workspace")]
        _workspace: bool,
    },
}

/// `build = false`, `build = "build.rs"`, `build = ["a.rs", "b.rs"]`
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "expected a path, paths, or `false`")]
pub enum Build {
    Default(bool),
    One(PathBuf),
    Many(Vec<PathBuf>),
}

/// `[lib]`, `[[bin]]`, `[[test]]`, ..
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct TargetTable {
    pub name: Option<String>,
    pub path: Option<PathBuf>,
}

/// `[target.'cfg(..)']`
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct PlatformTable {
    dependencies: Dependencies,
    #[serde(alias = "build_dependencies")]
    build_dependencies: Dependencies,
    #[serde(alias = "dev_dependencies")]
    dev_dependencies: Dependencies,
}

/// Dependencies by the name that they have in the manifest.
pub type Dependencies = BTreeMap<String, DependencyTable>;

/// `"1.0"` or `{ version = "1.0", path = ".." }`
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "expected a version such as \"1.0\", or a table")]
pub enum DependencyTable {
    Version(String),
    Detailed(Detailed),
}

/// A dependency with more than a version.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Detailed {
    pub version: Option<String>,
    pub path: Option<PathBuf>,
    pub package: Option<String>,
    pub workspace: bool,
    pub features: Vec<String>,
    #[serde(rename = "default-features", alias = "default_features")]
    pub default_features: Option<bool>,
}

impl DependencyTable {
    /// The long form of both forms.
    pub fn detailed(&self) -> Detailed {
        match self {
            DependencyTable::Detailed(detailed) => detailed.clone(),
            DependencyTable::Version(version) => Detailed { version: Some(version.clone()), ..Detailed::default() },
        }
    }
}

/// Reads a manifest.
///
/// # Errors
/// In words, for [`Workspace::problems`](super::Workspace::problems); `None` when there is no such file.
pub fn read(path: &Path) -> Result<Manifest, Option<String>> {
    let bytes = fs::read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => None,
        _ => Some(format!("cannot be read: {error}")),
    })?;
    let text = String::from_utf8(bytes).map_err(|_| Some("is not valid UTF-8".to_owned()))?;
    toml::from_str(&text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        // The message may run over several lines; a problem is told in one.
        let message = error.message().replace('\n', ", ");
        Some(format!("is not a valid manifest: line {line}: {message}"))
    })
}
