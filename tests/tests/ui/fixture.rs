//! Fixtures as packages that can be linted. `ui.rs` says how they are written; `cargo xtask mutate` uses them, too.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use undrained_lint::config::Levels;

/// What a fixture can use.
const DEPENDENCIES: &[(&str, &str)] = &[
    ("anyhow", "'1'"),
    ("async-trait", "'0.1'"),
    ("bytes", "'1'"),
    ("futures", "'0.3'"),
    ("http", "'1'"),
    ("http-body-util", "'0.1'"),
    ("hyper", "{ version = '1', features = ['full'] }"),
    ("hyper-util", "{ version = '0.1', features = ['full'] }"),
    ("log", "'0.4'"),
    ("reqwest", "{ version = '0.13', features = ['blocking', 'charset', 'http2', 'json', 'stream'] }"),
    ("reqwest-middleware", "'0.5'"),
    ("serde", "{ version = '1', features = ['derive'] }"),
    ("serde_json", "'1'"),
    ("tokio", "{ version = '1', features = ['full'] }"),
    ("tokio-stream", "'0.1'"),
    ("tokio-util", "{ version = '0.7', features = ['io'] }"),
    ("tracing", "'0.1'"),
];

/// A fixture: a file, or several in a folder.
pub struct Fixture {
    pub path: PathBuf,
    pub files: Vec<(PathBuf, String)>,
}

/// The options under which a fixture is linted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wishes {
    pub pedantic: bool,
    pub tests: bool,
}

impl Wishes {
    pub fn levels(self) -> Levels {
        if self.pedantic { Levels::pedantic() } else { Levels::default() }
    }
}

impl Fixture {
    pub fn wishes(&self) -> Wishes {
        let has = |wish: &str| self.headers().any(|header| header == wish);
        Wishes { pedantic: has("pedantic"), tests: has("tests") }
    }

    fn headers(&self) -> impl Iterator<Item = &str> {
        self.files.iter().flat_map(|(_, text)| text.lines()).filter_map(|line| line.strip_prefix("//@ "))
    }

    /// Makes a package of it, and says where each of its files comes from.
    pub fn write(&self, folder: &Path, files: &mut BTreeMap<PathBuf, PathBuf>) {
        if self.path.is_dir() {
            copy(&self.path, folder, files);
            return;
        }
        let file = folder.join("src/lib.rs");
        fs::create_dir_all(folder.join("src")).expect("a new folder");
        fs::write(folder.join("Cargo.toml"), self.manifest()).expect("a new file");
        fs::copy(&self.path, &file).expect("a copy");
        files.insert(file, self.path.clone());
    }

    /// The manifest of a fixture that is a single file.
    pub fn manifest(&self) -> String {
        let mut edition = "2024";
        let mut dependencies: BTreeMap<&str, &str> = DEPENDENCIES.iter().copied().collect();
        for header in self.headers() {
            match header.split_once(": ").unwrap_or((header, "")) {
                ("edition", other) => edition = other,
                ("dependency", other) => dependencies.extend(other.split_once(" = ")),
                ("pedantic" | "tests", "") => (),
                _ => panic!("unknown line in {}: {header}", self.path.display()),
            }
        }
        let mut manifest = format!("[package]\nname = 'fixture'\nedition = '{edition}'\n\n[dependencies]\n");
        for (name, version) in dependencies {
            writeln!(manifest, "{name} = {version}").expect("a string takes it");
        }
        manifest
    }
}

pub fn fixtures(folder: &Path) -> Vec<Fixture> {
    let entries = |folder: &Path| -> Vec<PathBuf> {
        let mut paths: Vec<_> =
            fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        paths
    };
    let groups = entries(folder);
    let paths = groups.iter().flat_map(|group| entries(group));
    paths.map(|path| Fixture { files: texts(&path), path }).collect()
}

/// The Rust files at or below a path.
fn texts(path: &Path) -> Vec<(PathBuf, String)> {
    if path.is_dir() {
        let inside = fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path());
        inside.flat_map(|path| texts(&path)).collect()
    } else if path.extension().is_some_and(|extension| extension == "rs") {
        vec![(path.to_owned(), fs::read_to_string(path).expect("a text"))]
    } else {
        Vec::new()
    }
}

fn copy(from: &Path, to: &Path, files: &mut BTreeMap<PathBuf, PathBuf>) {
    fs::create_dir_all(to).expect("a new folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let from = entry.expect("an entry").path();
        let to = to.join(from.file_name().expect("an entry has a name"));
        if from.is_dir() {
            copy(&from, &to, files);
        } else {
            fs::copy(&from, &to).expect("a copy");
            files.insert(to, from);
        }
    }
}
