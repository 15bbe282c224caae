//! Reports in files, and what the exit code says.

use std::{fs, path::Path, process::Command};

use tempfile::TempDir;

const LOST: &str = "pub async fn f(c: &reqwest::Client) { c.get(\"a\").send().await.unwrap(); }\n";

/// A package with one warning for each text.
fn package(texts: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let manifest = "[package]\nname = 'app'\nedition = '2024'\n\n[dependencies]\nreqwest = '0.13'\n";
    fs::write(folder.path().join("Cargo.toml"), manifest).expect("a new file");
    fs::create_dir(folder.path().join("src")).expect("a new folder");
    fs::write(folder.path().join("src/lib.rs"), texts.concat()).expect("a new file");
    folder
}

/// Exit code, standard output and standard error.
fn run(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-undrained"));
    let output = command.arg("lint").args(args).current_dir(folder).output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("it is text");
    (output.status.code().expect("it ends on its own"), text(output.stdout), text(output.stderr))
}

fn code(folder: &TempDir, args: &[&str]) -> i32 {
    run(folder.path(), args).0
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_report_is_what_would_be_printed() {
    let folder = package(&[LOST]);
    fs::create_dir(folder.path().join("reports")).expect("a new folder");
    let formats = ["human", "short", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson"];
    let outputs: Vec<String> = formats.iter().map(|format| format!("--output={format}=reports/{format}")).collect();
    let (code, out, _) = run(folder.path(), &outputs.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(code, 1);
    assert!(out.starts_with("warning[unread_body]: "), "{out}");
    for format in formats {
        let report = fs::read_to_string(folder.path().join("reports").join(format)).expect("the report is there");
        assert_eq!(report, run(folder.path(), &["--format", format]).1, "{format}");
        assert!(!report.is_empty());
    }
    assert_eq!(names(&folder.path().join("reports")).len(), formats.len());
    assert_eq!(names(folder.path()), ["Cargo.toml", "reports", "src"]);
}

#[test]
fn an_older_report_is_replaced() {
    let folder = package(&[LOST]);
    let report = folder.path().join("report");
    fs::write(&report, "old ".repeat(10_000)).expect("a new file");
    assert_eq!(code(&folder, &["--output", "short=report"]), 1);
    let text = fs::read_to_string(&report).expect("the report is there");
    assert!(text.starts_with("src/lib.rs:1:") && text.lines().count() == 1, "{text}");
}

#[test]
fn a_report_that_cannot_be_written_gives_2() {
    let folder = package(&[LOST]);
    for path in ["nowhere/report", "src"] {
        let (code, out, err) = run(folder.path(), &["--quiet", "--format=short", &format!("--output=json={path}")]);
        assert_eq!(code, 2, "{err}");
        assert!(out.starts_with("src/lib.rs:1:"), "what was found is still told: {out}");
        let wanted = format!("error: failed to write `{path}`, check that its folder is there and may be written to: ");
        assert!(err.starts_with(&wanted), "{err}");
    }
    assert_eq!(names(&folder.path().join("src")), ["lib.rs"]);
}

#[test]
fn wrong_outputs_are_wrong_usage() {
    let folder = package(&[]);
    let check = |output: &str, why: &str| {
        let (code, _, err) = run(folder.path(), &["--output", output]);
        assert_eq!(code, 2);
        assert!(err.contains(why), "{err}");
    };
    check("sarif", "write it as FORMAT=PATH");
    check("sarif=", "there is no path behind the `=`");
    check("word=report", "there is no format `word`, but there are human, short, json, sarif, ");
}

#[test]
fn a_wrong_configuration_is_in_the_report_too() {
    let folder = package(&[LOST]);
    fs::write(folder.path().join("undrained.toml"), "exlude = []\n").expect("a new file");
    let (code, out, err) = run(folder.path(), &["--output=short=report"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.starts_with("error: unknown field `exlude`"), "{err}");
    let report = fs::read_to_string(folder.path().join("report")).expect("the report is there");
    assert!(report.starts_with("undrained.toml:1:1: error: unknown field `exlude`"), "{report}");
}

#[cfg(unix)]
#[test]
fn links_and_devices_stay_what_they_are() {
    use std::os::unix::fs::{FileTypeExt as _, symlink};
    let folder = package(&[LOST]);
    fs::write(folder.path().join("target.txt"), "old").expect("a new file");
    symlink("target.txt", folder.path().join("link.txt")).expect("a new link");
    assert_eq!(code(&folder, &["--output=short=link.txt", "--output=json=/dev/null"]), 1);
    assert!(folder.path().join("link.txt").is_symlink());
    let text = fs::read_to_string(folder.path().join("target.txt")).expect("it is there");
    assert!(text.starts_with("src/lib.rs:1:"), "{text}");
    assert!(fs::metadata("/dev/null").expect("it is there").file_type().is_char_device());
}

#[cfg(unix)]
#[test]
fn others_may_read_a_report_like_any_new_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = package(&[LOST]);
    code(&folder, &["--output=short=report"]);
    fs::write(folder.path().join("usual"), "").expect("a new file");
    let mode = |name| fs::metadata(folder.path().join(name)).expect("it is there").permissions().mode();
    assert_eq!(mode("report"), mode("usual"));
}

#[test]
fn exit_codes_can_be_milder() {
    let folder = package(&[LOST, &LOST.replace("fn f", "fn g")]);
    assert_eq!(code(&folder, &[]), 1);
    assert_eq!(code(&folder, &["--exit-zero"]), 0);
    assert_eq!(code(&folder, &["--max-warnings=1"]), 1);
    assert_eq!(code(&folder, &["--max-warnings=2"]), 0);
    // Errors are never among the warnings that may be.
    assert_eq!(code(&folder, &["--max-warnings=2", "-D", "unread_body"]), 1);
    // A run that did not take place did not find nothing.
    assert_eq!(code(&folder, &["--exit-zero", "nowhere"]), 2);
    assert_eq!(code(&folder, &["--max-warnings=few"]), 2);
}

#[test]
fn statistics_come_before_the_summary() {
    let folder = package(&[LOST, &LOST.replace("fn f", "fn g")]);
    let (_, out, err) = run(folder.path(), &["--statistics"]);
    assert_eq!(err, "     2  unread_body\n2 warnings in 1 file; 1 file read\n");
    assert!(!out.contains("     2  unread_body"), "{out}");
}
