//! What the guides show: every configuration in them is one, every stub is one, and every command says what stands there.
//!
//! `UPDATE=1` writes what commands say anew. Whether the schema accepts the configurations is tested in `xtask`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;
use undrained_lint::{Config, driver};

/// A block of code in a page.
struct Block<'a> {
    language: &'a str,
    text: &'a str,
}

fn page(name: &str) -> (PathBuf, String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
    let text = fs::read_to_string(&path).expect("the page is there");
    (path, text)
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let inside = text.split("```").skip(1).step_by(2);
    inside.filter_map(|block| block.split_once('\n')).map(|(language, text)| Block { language, text }).collect()
}

fn write(folder: &TempDir, path: &str, text: &str) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a new folder");
    fs::write(path, text).expect("a new file");
}

/// A package with all that the examples name.
fn package() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (_, stubs) = page("docs/stubs.md");
    write(&folder, "Cargo.toml", "[package]\nname = 'app'\nedition = '2024'\n\n[dependencies]\nacme-http = '2'\n");
    write(
        &folder,
        "src/lib.rs",
        "pub fn f(client: &acme_http::Client) -> Result<(), acme_http::Error> {\n    client.get(\"..\").send()?;\n    Ok(())\n}\n",
    );
    write(&folder, "lint/acme_http.rs", blocks(&stubs)[0].text);
    write(&folder, "typo.toml", "tests = true\nexlude = [\"tests/ui\"]\n");
    folder
}

#[test]
fn configurations_are_right() {
    for name in ["README.md", "docs/configuration.md", "docs/living-with-findings.md", "docs/stubs.md"] {
        let (_, text) = page(name);
        for block in blocks(&text).iter().filter(|block| block.language == "toml") {
            let folder = package();
            let is_manifest = block.text.contains(".metadata.undrained");
            let file = if is_manifest { "Cargo.toml" } else { "undrained.toml" };
            write(&folder, file, block.text);
            let config =
                Config::around(folder.path()).unwrap_or_else(|error| panic!("{name}: {error}\n{}", block.text));
            let says_something =
                config.to_string().lines().any(|line| line.contains(&format!("# {}", folder.path().display())));
            assert!(says_something, "{name}: this changes nothing:\n{}", block.text);
        }
    }
}

#[test]
fn commands_say_what_stands_there() {
    let folder = package();
    let (_, text) = page("docs/configuration.md");
    let example = blocks(&text).into_iter().find(|block| block.language == "toml").expect("there is one");
    write(&folder, "undrained.toml", example.text);
    commands("docs/configuration.md", folder.path());
}

#[test]
fn commands_about_stubs_say_what_stands_there() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for file in ["Cargo.toml", "undrained.toml", "lint/acme_http.rs", "src/lib.rs"] {
        write(&folder, file, &fs::read_to_string(own_client().join(file)).expect("the file is there"));
    }
    let wrong = "#![client(krate = \"acme_http\", versions = \">=2, <3\", reuse = \"one_reed\")]\n\n#[bodi]\npub struct Reply;\n";
    write(&folder, "lint/wrong.rs", wrong);
    write(&folder, "wrong.toml", "stubs = ['lint/wrong.rs']\n");
    commands("docs/stubs.md", folder.path());
}

#[test]
fn commands_for_ci_find_something_and_write_what_they_name() {
    let (_, text) = page("docs/output.md");
    let lines = blocks(&text).into_iter().flat_map(|block| block.text.lines());
    let commands: Vec<&str> = lines.filter_map(|line| Some(line.split_once("cargo undrained ")?.1)).collect();
    assert!(commands.len() >= 8, "{commands:?}");
    for command in commands {
        let folder = package();
        write(&folder, "undrained.toml", "stubs = ['lint/acme_http.rs']\n");
        let args: Vec<&str> = command.trim_end_matches('\'').split(' ').collect();
        let output =
            Command::new(env!("CARGO_BIN_EXE_cargo-undrained")).args(&args).current_dir(folder.path()).output();
        let output = output.expect("the program starts");
        let is_mild = args.iter().any(|arg| ["--exit-zero", "--max-warnings"].contains(arg));
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(if is_mild { 0 } else { 1 }), "{command}: {said}");
        for (_, report) in args.iter().filter_map(|arg| arg.split_once('=')) {
            let report = fs::read_to_string(folder.path().join(report)).expect("the report is there");
            assert!(report.contains("unread_body"), "{command}: {report}");
        }
    }
}

#[test]
fn the_tour_of_living_with_findings_goes_as_it_is_told() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(&folder, "Cargo.toml", "[package]\nname = 'app'\nedition = '2024'\n\n[dependencies]\nreqwest = '0.13'\n");
    write(&folder, "src/lib.rs", "pub mod cache;\npub mod health;\npub mod log;\n");
    commands("docs/living-with-findings.md", folder.path());
    let (_, text) = page("docs/living-with-findings.md");
    let log = fs::read_to_string(folder.path().join("src/log.rs")).expect("it is there");
    let written = blocks(&text).into_iter().find(|block| block.text.starts_with("    // undrained: allow"));
    assert!(log.contains(written.expect("the page shows it").text), "{log}");
    let health = fs::read_to_string(folder.path().join("src/health.rs")).expect("it is there");
    assert!(health.contains("response.bytes()"), "the tour ends with what is mended");
    assert_eq!(findings(folder.path()), [""; 0]);
}

/// Runs the commands of a page in a folder and compares what they say. Files whose name stands in the first line of a
/// block are written when their turn comes.
fn commands(name: &str, folder: &Path) {
    let (path, text) = page(name);
    let mut parts: Vec<String> = text.split("```").map(str::to_owned).collect();
    for part in parts.iter_mut().skip(1).step_by(2) {
        let (language, block) = part.split_once('\n').expect("a block has lines");
        let first = block.lines().next().expect("a command or a file");
        if let Some(file) = first.strip_prefix("// src/") {
            fs::write(folder.join("src").join(file), block).expect("the file can be written");
        }
        if first == "# undrained.toml" {
            fs::write(folder.join("undrained.toml"), block).expect("the file can be written");
        }
        if language != "console" {
            continue;
        }
        let args = words(first.strip_prefix("$ cargo ").expect("a command of Cargo"));
        let output = Command::new(env!("CARGO_BIN_EXE_cargo-undrained")).args(args).current_dir(folder).output();
        let output = output.expect("the program starts");
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        *part = format!("console\n{first}\n{}\n", said.trim_end());
    }
    let updated = parts.join("```");
    if env::var_os("UPDATE").is_some() {
        fs::write(path, &updated).expect("the page can be written");
    } else {
        assert!(text == updated, "UPDATE=1 writes {name} anew:\n{updated}");
    }
}

/// The words of a command, of which some may be quoted.
fn words(command: &str) -> Vec<&str> {
    let parts = command.split('"').enumerate();
    parts.flat_map(|(n, part)| if n % 2 == 1 { vec![part] } else { part.split_whitespace().collect() }).collect()
}

#[test]
fn the_first_stub_finds_what_it_is_said_to_find() {
    let folder = package();
    write(&folder, "undrained.toml", "stubs = ['lint/acme_http.rs']\n");
    assert_eq!(findings(folder.path()), ["src/lib.rs:2 unread_body"]);
    write(&folder, "undrained.toml", "");
    assert_eq!(findings(folder.path()), [""; 0]);
}

#[test]
fn the_client_of_ones_own_is_the_one_of_the_guide() {
    let folder = own_client();
    let (_, text) = page("docs/stubs.md");
    for file in ["undrained.toml", "lint/acme_http.rs", "src/lib.rs"] {
        let wanted = fs::read_to_string(folder.join(file)).expect("the file is there");
        let is_shown = blocks(&text).iter().any(|block| block.text == wanted);
        assert!(is_shown, "docs/stubs.md does not show {file} as it is");
    }
    assert_eq!(findings(&folder), ["src/lib.rs:5 unread_on_exit"]);
    let before = driver::lint(&[folder], &Config::default().options()).expect("it is there");
    assert_eq!(before.diagnostics, []);
}

fn own_client() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/own_client")
}

/// File, line and rule of all that is found in a folder with its own configuration.
fn findings(folder: &Path) -> Vec<String> {
    let folder = folder.canonicalize().expect("it is there");
    let config = Config::around(&folder).expect("the configuration is right");
    let report = driver::lint(std::slice::from_ref(&folder), &config.options()).expect("the stubs are right");
    let found = report.diagnostics.iter().filter_map(|diagnostic| {
        let span = diagnostic.primary.as_ref()?.span;
        let path = report.sources.path(span.file).display().to_string();
        let file = path.rsplit_once("src/").map_or(path.clone(), |(_, file)| format!("src/{file}"));
        Some(format!("{file}:{} {}", report.sources.line_column(span).0, diagnostic.rule?))
    });
    found.collect()
}
