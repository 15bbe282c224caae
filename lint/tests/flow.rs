//! Pictures of flow graphs: small functions, and below each the graph that the lint makes of it.
//!
//! A picture is a file in `flow/`: code with a function `shown`, and below it, behind `//|`, what `--dump-flow shown`
//! prints. It shows where values die, which is what the analysis rests on. Where that is not as in Rust, a comment
//! above the function says so.
//! A line `//@ edition: 2021` at the top asks for another edition than 2024.
//!
//! `UPDATE=1 cargo test -p undrained-lint --test flow` draws the pictures anew.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;
use undrained_lint::driver::{self, Options};

#[test]
fn pictures_show_what_the_graphs_are() {
    let mut differences = String::new();
    let pictures = pictures();
    let graphs = dump(&pictures);
    for picture in pictures {
        let graph = graphs.get(&picture.name).unwrap_or_else(|| panic!("{} has no function `shown`", picture.name));
        let now = format!("{}\n\n{graph}", picture.code);
        if now == picture.text {
            continue;
        }
        if env::var_os("UPDATE").is_some() {
            fs::write(picture.path, now).expect("the picture can be written");
        } else {
            differences += &format!("\n{} is now\n\n{now}", picture.path.display());
        }
    }
    assert!(differences.is_empty(), "graphs are not as their pictures:{differences}");
}

struct Picture {
    path: PathBuf,
    name: String,
    text: String,
    code: String,
}

fn pictures() -> Vec<Picture> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/flow");
    let paths = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let picture = |path: PathBuf| {
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name").to_owned();
        let text = fs::read_to_string(&path).expect("a text");
        let code = text.split("\n//|").next().expect("the code comes first").trim_end().to_owned();
        Picture { path, name, text, code }
    };
    paths.map(picture).collect()
}

/// The graphs as comments, by the name of the picture. Each is a package of its own, all are read in one run.
fn dump(pictures: &[Picture]) -> BTreeMap<String, String> {
    let folder = TempDir::new().expect("a temporary folder");
    for Picture { name, code, .. } in pictures {
        let edition = code.lines().find_map(|line| line.strip_prefix("//@ edition: ")).unwrap_or("2024");
        let manifest = format!(
            "[package]\nname = '{name}'\nedition = '{edition}'\n\n[dependencies]\nreqwest = '0.13'\ntokio = '1'\n"
        );
        let package = folder.path().join(name);
        fs::create_dir_all(package.join("src")).expect("a new folder");
        fs::write(package.join("Cargo.toml"), manifest).expect("a new file");
        fs::write(package.join("src/lib.rs"), code).expect("a new file");
    }
    let options = Options { dump_flow: Some("shown".to_owned()), ..Options::default() };
    let flow = driver::lint(&[folder.path().to_owned()], &options).expect("the packages are there").flow;
    let mut graphs: BTreeMap<String, String> = BTreeMap::new();
    let mut name = "";
    for line in flow.lines() {
        name = line.strip_suffix("::shown").unwrap_or(name);
        let graph = graphs.entry(name.to_owned()).or_default();
        graph.push_str(&format!("//| {}\n", line.replace(&format!("{name}::"), "")));
    }
    graphs
}
