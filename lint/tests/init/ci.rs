//! The files for CI: they are YAML, say what their readers expect, and what they run does what it is for.

use std::{fs, path::Path};

use saphyr::{LoadableYamlNode, Yaml};

use super::{command, init, package, read, repository};

fn parsed(text: &str) -> Yaml<'_> {
    let mut documents = Yaml::load_from_str(text).expect("it is YAML");
    assert_eq!(documents.len(), 1);
    documents.remove(0)
}

fn text<'a>(yaml: &'a Yaml<'_>) -> &'a str {
    yaml.as_str().unwrap_or_else(|| panic!("no text: {yaml:?}"))
}

#[test]
fn the_workflow_uses_the_action_of_this_version() {
    let folder = package();
    init(folder.path(), &["--github"]);
    let workflow = read(folder.path(), ".github/workflows/undrained.yml");
    let workflow = parsed(&workflow);
    let steps = workflow["jobs"]["lint"]["steps"].as_vec().expect("a list");
    let uses: Vec<&str> = steps.iter().map(|step| text(&step["uses"])).collect();
    let action = env!("CARGO_PKG_REPOSITORY").trim_start_matches("https://github.com/");
    assert_eq!(uses, ["actions/checkout@v4", &format!("{action}@v{}", env!("CARGO_PKG_VERSION"))]);
    assert_eq!(text(&workflow["permissions"]["contents"]), "read");
}

#[test]
fn the_action_annotates_and_writes_a_report() {
    let action = read(&repository(), "action.yml");
    let action = parsed(&action);
    let steps = action["runs"]["steps"].as_vec().expect("a list");
    let scripts: Vec<&str> = steps.iter().filter_map(|step| step.as_mapping_get("run")?.as_str()).collect();
    let [hash, install, lint] = scripts[..] else { panic!("three scripts: {scripts:?}") };

    let folder = package();
    let temp = folder.path().join("temp");
    let installed = temp.join("undrained/bin");
    fs::create_dir_all(&installed).expect("a new folder");
    let shell = |script: &str, at: &Path| {
        let mut shell = command(at, "bash");
        // As GitHub starts it.
        shell.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]);
        shell.env("RUNNER_TEMP", &temp).env("GITHUB_OUTPUT", temp.join("output"));
        shell
    };

    let done = shell(hash, &repository()).status().expect("bash starts");
    assert!(done.success());
    let output = read(&temp, "output");
    let hash = output.strip_prefix("hash=").expect("it is named").trim_end();
    assert!(hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{output}");

    // To build it here would take minutes: what is built is this package, and where it goes is where it is run.
    assert_eq!(install, "cargo install --quiet --locked --path lint --root \"$RUNNER_TEMP/undrained\"");
    fs::copy(env!("CARGO_BIN_EXE_cargo-undrained"), installed.join("cargo-undrained")).expect("it can be copied");
    let run = |args: &str, sarif: &str| {
        let output = shell(lint, folder.path()).env("ARGS", args).env("SARIF", sarif).output().expect("bash starts");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (code, said) = run("", "");
    assert_eq!(code, Some(1));
    assert!(said.starts_with("::warning file=src/lib.rs,line=1,"), "{said}");
    let (code, said) = run("--exit-zero -D unread_body", "report file.sarif");
    assert_eq!(code, Some(0));
    assert!(said.starts_with("::error file=src/lib.rs,line=1,"), "{said}");
    assert!(read(folder.path(), "report file.sarif").contains("\"unread_body\""));
}

#[test]
fn the_job_of_gitlab_writes_the_report_that_it_names() {
    let folder = package();
    init(folder.path(), &["--gitlab"]);
    let job = read(folder.path(), ".gitlab-ci.yml");
    let job = &parsed(&job)["undrained"];
    let script: Vec<&str> = job["script"].as_vec().expect("a list").iter().map(text).collect();
    let [install, lint] = script[..] else { panic!("two commands: {script:?}") };
    let version = env!("CARGO_PKG_VERSION");
    let from = concat!("--git ", env!("CARGO_PKG_REPOSITORY"));
    assert_eq!(install, format!("cargo install --locked {from} --tag v{version} undrained-lint"));
    let output = command(folder.path(), "sh").args(["-c", lint]).output().expect("a shell starts");
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let report = read(folder.path(), text(&job["artifacts"]["reports"]["codequality"]));
    assert!(report.contains("\"check_name\": \"unread_body\""), "{report}");
    assert_eq!(text(&job["artifacts"]["when"]), "always");
}
