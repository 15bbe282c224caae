//! `cargo undrained init`: what it writes and leaves alone, and that each file does what it is for.

mod ci;
mod editor;
mod hook;
mod xtask;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use tempfile::TempDir;
use undrained_lint::{Config, rules};

const LOST: &str = "pub async fn lost(c: &reqwest::Client) { c.get(\"a\").send().await.unwrap(); }\n";
const FOUND: &str =
    "src/lib.rs:1:53: warning[unread_body]: response body is never read, which may cost the connection\n";

/// A package with one finding.
fn package() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(&folder, "Cargo.toml", "[package]\nname = 'app'\nedition = '2024'\n\n[dependencies]\nreqwest = '0.13'\n");
    write(&folder, "src/lib.rs", LOST);
    folder
}

/// The same, so that Cargo can build it without a network: what is called reqwest is only as much as it takes.
fn buildable() -> TempDir {
    let folder = package();
    let manifest = read(folder.path(), "Cargo.toml");
    write(&folder, "Cargo.toml", &format!("{manifest}\n[patch.crates-io]\nreqwest = {{ path = 'patched' }}\n"));
    write(&folder, "patched/Cargo.toml", "[package]\nname = 'reqwest'\nversion = '0.13.0'\nedition = '2024'\n");
    let client = "pub struct Client;
pub struct Request;
impl Client {
    pub fn get(&self, _: &str) -> Request {
        Request
    }
}
impl Request {
    pub async fn send(self) -> Option<u8> {
        None
    }
}
";
    write(&folder, "patched/src/lib.rs", client);
    folder
}

fn write(folder: &TempDir, path: &str, text: &str) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a new folder");
    fs::write(path, text).expect("a new file");
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The root of this repository.
fn repository() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("the package is a folder of the repository").to_path_buf()
}

/// A program in a folder, that finds `cargo undrained` as if it was installed.
fn command(folder: &Path, program: &str) -> Command {
    let installed = Path::new(env!("CARGO_BIN_EXE_cargo-undrained")).parent().expect("a file is in a folder");
    let paths = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect::<Vec<_>>();
    let paths = env::join_paths([installed.to_path_buf()].into_iter().chain(paths)).expect("no odd names");
    let mut command = Command::new(program);
    command.current_dir(folder).env("PATH", paths).env("CARGO_NET_OFFLINE", "true");
    command
}

fn run(folder: &Path, args: &[&str]) -> Output {
    command(folder, "cargo-undrained").args(args).output().expect("the program starts")
}

/// What `init` prints when it goes well, without what comes next.
fn init(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, &[&["init"], args].concat());
    let said = String::from_utf8(output.stdout).expect("it is text");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    said.split("\nnext:\n").next().unwrap_or_default().to_owned()
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            files.extend(self::files(&path).into_iter().map(|file| format!("{name}/{file}")));
        } else {
            files.push(name);
        }
    }
    files.sort();
    files
}

const ALL: [&str; 9] = [
    ".cargo/config.toml",
    ".github/workflows/undrained.yml",
    ".gitlab-ci.yml",
    ".pre-commit-config.yaml",
    ".vscode/settings.json",
    "Cargo.toml",
    "undrained.toml",
    "xtask/Cargo.toml",
    "xtask/src/main.rs",
];

#[test]
fn all_of_it_is_written_once() {
    let folder = package();
    let before = read(folder.path(), "Cargo.toml");
    let said = init(folder.path(), &["--all"]);
    let created = |path: &str| match path {
        "Cargo.toml" => said.contains("changed   Cargo.toml: `xtask` is a member of the workspace\n"),
        path => said.contains(&format!("created   {path}\n")),
    };
    assert!(ALL.iter().all(|path| created(path)), "{said}");
    assert_eq!(said.lines().count(), ALL.len());
    let mut expected = [&ALL[..], &["src/lib.rs"]].concat();
    expected.sort_unstable();
    assert_eq!(files(folder.path()), expected);
    assert_eq!(read(folder.path(), "Cargo.toml"), format!("{before}\n[workspace]\nmembers = [\"xtask\"]\n"));
    for force in [&["--all"][..], &["--all", "--force"]] {
        let again = init(folder.path(), force);
        assert!(again.lines().all(|line| line.starts_with("unchanged ")), "{again}");
    }
}

#[test]
fn a_dry_run_writes_nothing_and_shows_all() {
    let folder = package();
    let said = init(folder.path(), &["--all", "--dry-run"]);
    assert_eq!(files(folder.path()), ["Cargo.toml", "src/lib.rs"]);
    init(folder.path(), &["--all"]);
    for path in ALL.into_iter().filter(|path| *path != "Cargo.toml") {
        let text = read(folder.path(), path);
        let shown: String =
            text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }).collect();
        assert!(said.contains(&format!("create    {path}:\n\n{shown}\n")), "{path}: {said}");
    }
}

#[test]
fn what_says_something_else_is_kept_unless_told_otherwise() {
    let folder = package();
    write(&folder, "undrained.toml", "tests = true\n");
    let said = init(folder.path(), &["--config"]);
    assert_eq!(said, "kept      undrained.toml: it says something else; `--force` replaces it\n");
    assert_eq!(read(folder.path(), "undrained.toml"), "tests = true\n");
    assert_eq!(init(folder.path(), &["--config", "--force"]), "replaced  undrained.toml\n");
    assert!(read(folder.path(), "undrained.toml").contains("tests = false\n"));
}

#[test]
fn what_others_use_as_well_is_never_written() {
    let folder = package();
    for (flag, path, entry) in [
        ("--pre-commit", ".pre-commit-config.yaml", "        - id: undrained\n"),
        ("--gitlab", ".gitlab-ci.yml", "    undrained:\n      image: rust:latest\n"),
        ("--vscode", ".vscode/settings.json", "      \"rust-analyzer.check.overrideCommand\": [\n"),
    ] {
        write(&folder, path, "# mine\n");
        for force in [&[flag][..], &[flag, "--force"]] {
            let said = init(folder.path(), force);
            assert!(said.starts_with(&format!("add to    {path}, ")) && said.contains(entry), "{said}");
            assert_eq!(read(folder.path(), path), "# mine\n");
        }
    }
}

#[test]
fn the_configuration_is_what_holds_anyway() {
    let folder = package();
    init(folder.path(), &["--config"]);
    let config = Config::around(folder.path()).expect("it is a configuration");
    let usual = Config::default();
    assert_eq!((config.tests.value, config.min_confidence.value), (usual.tests.value, usual.min_confidence.value));
    assert!(config.exclude.is_empty() && config.stubs.is_empty());
    for rule in rules::ALL {
        let level = if rule.pedantic { "\"allow\"" } else { "\"warn\"" };
        let line = format!("{} = {level}", rule.name);
        assert!(config.to_string().contains(&line), "{line} is not in {config}");
    }
}

#[test]
fn a_second_configuration_is_not_written() {
    let folder = package();
    let manifest = read(folder.path(), "Cargo.toml");
    write(&folder, "Cargo.toml", &format!("{manifest}\n[package.metadata.undrained]\ntests = true\n"));
    assert_eq!(init(folder.path(), &["--config"]), "kept      undrained.toml: `Cargo.toml` has the configuration\n");
    assert_eq!(files(folder.path()), ["Cargo.toml", "src/lib.rs"]);
}

#[test]
fn it_belongs_to_the_workspace_and_ci_to_the_repository() {
    let folder = package();
    fs::create_dir(folder.path().join(".git")).expect("a new folder");
    fs::create_dir_all(folder.path().join("rust/src")).expect("a new folder");
    for file in ["Cargo.toml", "src/lib.rs"] {
        fs::rename(folder.path().join(file), folder.path().join("rust").join(file)).expect("it can be moved");
    }
    init(&folder.path().join("rust/src"), &["--all"]);
    let at = |path: &str| folder.path().join(path).is_file();
    for path in [".github/workflows/undrained.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"] {
        assert!(at(path), "{path}");
    }
    for path in ["undrained.toml", "xtask/Cargo.toml", ".vscode/settings.json", ".cargo/config.toml"] {
        assert!(at(&format!("rust/{path}")), "{path}");
    }
    assert!(read(folder.path(), ".github/workflows/undrained.yml").ends_with("        with:\n          args: rust\n"));
    assert!(read(folder.path(), ".gitlab-ci.yml").contains("gl-code-quality-report.json rust\n"));
}

#[test]
fn a_folder_with_an_odd_name_gets_no_broken_files() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(&folder, ".git/HEAD", "");
    write(&folder, "my: rust/Cargo.toml", "[package]\nname = 'app'\n");
    let said = init(&folder.path().join("my: rust"), &["--github", "--gitlab"]);
    let reason = "the path of the workspace would need quotes, so write this by hand";
    assert_eq!(said.matches(reason).count(), 2, "{said}");
    assert_eq!(files(folder.path()), [".git/HEAD", "my: rust/Cargo.toml"]);
}

#[test]
fn what_cannot_be_done_is_said_and_nothing_is_written() {
    let check = |folder: &TempDir, args: &[&str], why: &str| {
        let before = files(folder.path());
        let output = run(folder.path(), &[&["init"], args].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.starts_with(&format!("error: failed to {why}")), "{said}");
        assert_eq!(files(folder.path()), before);
    };
    check(&package(), &[], "choose what to set up, name it with flags such as `--config`, or write `--all`");
    let empty = tempfile::tempdir().expect("a temporary folder");
    check(&empty, &["--all"], "find a `Cargo.toml` in `");
    let broken = package();
    write(&broken, ".cargo/config.toml", "# mine\n[alias\n");
    check(&broken, &["--all"], "change `.cargo/config.toml`: line 2: unclosed table");
    let excluded = package();
    write(&excluded, "Cargo.toml", "[workspace]\nexclude = ['xtask']\n");
    check(&excluded, &["--config", "--xtask"], "change `Cargo.toml`: it excludes `xtask` from the workspace");
    let odd = package();
    fs::write(odd.path().join("undrained.toml"), b"\xff").expect("a new file");
    check(&odd, &["--config", "--force"], "read `undrained.toml`, check that it is there and is text");
}

#[test]
fn the_guide_shows_what_is_written() {
    let folder = package();
    init(folder.path(), &["--all"]);
    let guide = read(&repository(), "docs/setup.md");
    for path in [
        ".github/workflows/undrained.yml",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
        ".vscode/settings.json",
        "xtask/src/main.rs",
    ] {
        assert!(guide.contains(&format!("\n{}```\n", read(folder.path(), path))), "docs/setup.md shows another {path}");
    }
    // Each editor has its own form for the same command.
    let words = |text: &str| -> Vec<String> {
        let command = text.split_once("overrideCommand").expect("there is one").1;
        let list = command.split([']', '}']).next().unwrap_or_default();
        list.split('"').skip(1).step_by(2).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let settings = read(folder.path(), ".vscode/settings.json").replacen("overrideCommand\":", "overrideCommand", 1);
    let expected = words(&settings);
    assert!(expected.len() > 10);
    let blocks: Vec<&str> = guide.split("```").skip(1).step_by(2).filter(|it| it.contains("overrideCommand")).collect();
    assert_eq!(blocks.len(), 4);
    for block in blocks {
        assert_eq!(words(&block.replacen("overrideCommand\":", "overrideCommand", 1)), expected, "{block}");
    }
}
