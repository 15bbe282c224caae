//! What the world has in store for a tool that reads files: the program among odd paths, odd texts and closed doors.
//!
//! More of this is in `cli.rs` (pipes that are closed, files that vanished, code nested too deep) and `output.rs`
//! (reports that cannot be written).

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

const LOST: &str = "pub async fn lost(c: &reqwest::Client) {\n    c.get(\"a\").send().await.unwrap();\n}\n";

/// A package whose library has this text.
fn package(text: impl AsRef<[u8]>) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let manifest = "[package]\nname = 'app'\nedition = '2024'\n\n[dependencies]\nreqwest = '0.13'\n";
    write(folder.path(), "Cargo.toml", manifest);
    write(folder.path(), "src/lib.rs", text);
    folder
}

fn write(folder: &Path, path: impl AsRef<Path>, text: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a new folder");
    fs::write(path, text).expect("a new file");
}

fn program(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-undrained"));
    command.arg("lint").args(args).current_dir(folder);
    command
}

/// Exit code, standard output and standard error.
fn run(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let output = program(folder, args).output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("it is text");
    (output.status.code().expect("it ends on its own"), text(output.stdout), text(output.stderr))
}

/// A line for each finding and note.
fn short(folder: &Path, args: &[&str]) -> String {
    run(folder, &[&["--format=short"], args].concat()).1
}

const FOUND: &str =
    "src/lib.rs:2:16: warning[unread_body]: response body is never read, which may cost the connection\n";

#[test]
fn line_ends_of_windows_move_nothing() {
    let (unix, windows) = (package(LOST), package(LOST.replace('\n', "\r\n")));
    assert_eq!(short(windows.path(), &[]), FOUND);
    let human = |folder: &TempDir| run(folder.path(), &[]).1;
    assert_eq!(human(&windows), human(&unix));
    assert!(human(&windows).contains("^^^^^^") && !human(&windows).contains('\r'));

    let span = |folder: &TempDir| -> Value {
        let (_, out, _) = run(folder.path(), &["--format=json"]);
        let mut message: Value = serde_json::from_str(&out).expect("one line");
        message["spans"][0].take()
    };
    let (unix, windows) = (span(&unix), span(&windows));
    for key in ["line_start", "line_end", "column_start", "column_end", "text"] {
        assert_eq!(windows[key], unix[key], "{key}");
    }
    // The line before has one more byte.
    assert_eq!(windows["byte_start"].as_u64(), unix["byte_start"].as_u64().map(|at| at + 1));
    let text = LOST.replace('\n', "\r\n");
    let at = |key: &str| usize::try_from(windows[key].as_u64().expect("a number")).expect("a small one");
    assert_eq!(&text[at("byte_start")..at("byte_end")], "send()");
}

#[test]
fn a_byte_order_mark_moves_nothing() {
    assert_eq!(short(package(format!("\u{feff}{LOST}")).path(), &[]), FOUND);
    assert_eq!(short(package(format!("\u{feff}#!/usr/bin/env run\n{LOST}")).path(), &[]), FOUND.replace(":2:", ":3:"));
}

#[test]
fn texts_without_code_are_fine() {
    for text in ["", "\n", "\u{feff}", "#!/usr/bin/env run\n", "// only this", "\r\r\n"] {
        let (code, out, err) = run(package(text).path(), &[]);
        assert_eq!((code, out.as_str()), (0, ""), "{text:?}");
        assert_eq!(err, "no warnings; 1 file read\n", "{text:?}");
    }
}

#[test]
fn what_is_found_in_a_large_file_is_at_its_end_too() {
    let filler = "pub fn filler() -> u32 {\n    let value = 1 + 2;\n    value * 3\n}\n\n";
    let text = format!("{}{LOST}", filler.repeat(60_000));
    assert!(text.len() > 3_000_000);
    let line = text.lines().count() - 1;
    assert_eq!(short(package(text).path(), &[]), FOUND.replace(":2:", &format!(":{line}:")));
}

#[test]
fn a_line_of_a_megabyte_can_be_shown() {
    let text = format!(
        "pub async fn lost(c: &reqwest::Client) {{ let _ = \"{}\"; {} }}",
        "x".repeat(1 << 20),
        "c.get(\"a\").send().await.unwrap();"
    );
    let folder = package(text);
    assert!(short(folder.path(), &[]).starts_with("src/lib.rs:1:10486"));
    let (code, out, _) = run(folder.path(), &[]);
    assert_eq!(code, 1);
    assert!(out.starts_with("warning[unread_body]: ") && out.contains("response obtained here"));
}

#[test]
fn git_is_not_needed() {
    let folder = package(LOST);
    let mut program = program(folder.path(), &["--format=short"]);
    let output = program.env("PATH", "").env_remove("HOME").output().expect("the program starts");
    assert_eq!(String::from_utf8_lossy(&output.stdout), FOUND);
}

#[test]
fn what_is_outside_of_the_current_folder_has_its_whole_path() {
    let (folder, elsewhere) = (package(LOST), package("pub fn idle() {}\n"));
    let root = folder.path().canonicalize().expect("it is there");
    let shown = FOUND.replace("src/lib.rs", &root.join("src/lib.rs").display().to_string());
    for path in [root.clone(), root.join("src/lib.rs"), root.join("src/../src"), root.join("Cargo.toml")] {
        assert_eq!(short(elsewhere.path(), &[path.to_str().expect("it is text")]), shown, "{}", path.display());
    }
    // Each is judged in its own workspace, and the configuration is that of the first.
    write(&root, "undrained.toml", "[levels]\nunread_body = 'allow'\n");
    let path = root.to_str().expect("it is text");
    assert_eq!(short(elsewhere.path(), &[path]), "");
    assert_eq!(short(elsewhere.path(), &[".", path]), shown);
}

#[test]
fn a_broken_manifest_costs_no_more_than_what_it_says() {
    let folder = package(LOST);
    write(folder.path(), "Cargo.toml", "[package]\nname = 'app\n");
    let (code, out, err) = run(folder.path(), &["--format=short"]);
    assert_eq!(code, 1);
    let note = "note: skipped `Cargo.toml`: is not a valid manifest: line 2: ";
    assert!(out.starts_with(&format!("{FOUND}{note}")), "{out}");
    assert_eq!(err, "1 warning in 1 file; 1 file read, 1 note\n");
}

#[test]
fn a_broken_configuration_is_never_half_obeyed() {
    let folder = package(LOST);
    let check = |text: &[u8], why: &str| {
        write(folder.path(), "undrained.toml", text);
        let (code, out, err) = run(folder.path(), &["--exit-zero"]);
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.starts_with(why), "{err}");
    };
    check(b"tests = true\nexclude = [\n", "error: ");
    check(b"\xff", "error: failed to read `undrained.toml`, check that it is there and is text: ");
    fs::remove_file(folder.path().join("undrained.toml")).expect("it is there");
    fs::create_dir(folder.path().join("undrained.toml")).expect("a new folder");
    let (code, _, err) = run(folder.path(), &[]);
    assert_eq!(code, 2);
    assert!(err.starts_with("error: failed to read `undrained.toml`, check that it is there and is text: "), "{err}");
}

#[test]
fn a_folder_that_is_none_is_no_place_for_a_report() {
    let folder = package(LOST);
    let (code, out, err) = run(folder.path(), &["--format=short", "--output=json=src/lib.rs/report"]);
    assert_eq!(code, 2);
    assert!(out.starts_with("src/lib.rs:2:"), "what was found is still told: {out}");
    assert!(
        err.contains("error: failed to write `src/lib.rs/report`, check that its folder is there and may be "),
        "{err}"
    );
    assert_eq!(fs::read_to_string(folder.path().join("src/lib.rs")).expect("it is there"), LOST);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    /// Takes all permissions away. Is that of any consequence? Root reads and writes all the same.
    fn closed(path: &Path, mode: u32) -> bool {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
        if path.is_dir() { tempfile::tempfile_in(path).is_err() } else { fs::read(path).is_err() }
    }

    #[test]
    fn a_report_does_not_appear_in_a_folder_that_may_not_be_written_to() {
        let folder = package(LOST);
        // Nobody makes files in the former, and root makes some in the latter.
        let mut doors = vec![Path::new("/proc/self").to_path_buf()];
        let reports = folder.path().join("reports");
        fs::create_dir(&reports).expect("a new folder");
        if closed(&reports, 0o555) {
            doors.push(reports);
        }
        for door in doors.iter().filter(|door| door.is_dir()) {
            let path = door.join("report");
            let (code, out, err) =
                run(folder.path(), &["--format=short", &format!("--output=json={}", path.display())]);
            assert_eq!((code, out.as_str()), (2, FOUND));
            assert!(err.contains(&format!("error: failed to write `{}`", path.display())), "{err}");
            assert!(!path.exists());
        }
    }

    #[test]
    fn what_may_not_be_read_is_told_and_the_rest_is_linted() {
        let folder = package(LOST);
        write(folder.path(), "src/closed.rs", "");
        if !closed(&folder.path().join("src/closed.rs"), 0) {
            // This one is refused to everybody.
            fs::remove_file(folder.path().join("src/closed.rs")).expect("it is there");
            symlink("/proc/self/mem", folder.path().join("src/closed.rs")).expect("a new link");
        }
        write(folder.path(), "closed/one.rs", "");
        let is_closed = closed(&folder.path().join("closed"), 0);
        let (code, out, _) = run(folder.path(), &["--format=short"]);
        fs::set_permissions(folder.path().join("closed"), fs::Permissions::from_mode(0o755)).expect("it is ours");
        assert_eq!(code, 1);
        let (findings, notes) = out.split_at(FOUND.len());
        assert_eq!(findings, FOUND);
        assert!(notes.contains("note: skipped `src/closed.rs`: cannot be read: "), "{notes}");
        assert!(!is_closed || notes.contains("note: skipped `closed`: "), "{notes}");
    }

    #[test]
    fn links_in_a_circle_end() {
        let folder = package(LOST);
        symlink("loop.rs", folder.path().join("src/loop.rs")).expect("a new link");
        symlink("there.rs", folder.path().join("src/here.rs")).expect("a new link");
        symlink("here.rs", folder.path().join("src/there.rs")).expect("a new link");
        symlink(".", folder.path().join("src/again")).expect("a new link");
        symlink("../..", folder.path().join("src/above")).expect("a new link");
        let (code, out, _) = run(folder.path(), &["--format=short"]);
        assert_eq!(code, 1);
        assert!(out.starts_with(FOUND), "{out}");
        assert!(!out.contains("again") && !out.contains("above"), "{out}");
        let (code, _, err) = run(folder.path(), &["src/loop.rs"]);
        assert_eq!(code, 2);
        assert!(err.starts_with("error: failed to open `src/loop.rs`, "), "{err}");
        // A circle of folders is entered when it is asked for, and then once.
        assert_eq!(short(folder.path(), &["src/again"]).lines().next(), Some(FOUND.trim_end()));
    }

    /// Other systems refuse to make such files.
    #[cfg(target_os = "linux")]
    #[test]
    fn names_that_are_no_text_are_linted_and_shown_as_well_as_can_be() {
        use std::{ffi::OsStr, os::unix::ffi::OsStrExt as _};
        let odd = |name: &[u8]| Path::new(OsStr::from_bytes(name)).to_path_buf();
        let folder = package("");
        write(folder.path(), odd(b"src/b\xffd.rs"), LOST);
        write(folder.path(), odd(b"d\xfer/src/lib.rs"), LOST);
        write(folder.path(), odd(b"d\xfer/Cargo.toml"), "[package]\nname = 'deep'\n[dependencies]\nreqwest = '0.13'\n");
        for format in ["human", "short", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson"] {
            let (code, out, err) = run(folder.path(), &["--format", format]);
            assert_eq!(code, 1, "{format}: {err}");
            let shown = match format {
                "sarif" => ["src/b%EF%BF%BDd.rs", "d%EF%BF%BDr/src/lib.rs"],
                _ => ["src/b\u{fffd}d.rs", "d\u{fffd}r/src/lib.rs"],
            };
            assert!(shown.iter().all(|path| out.contains(path)), "{format}: {out}");
        }
        // They can be asked for, too.
        let mut program = program(folder.path(), &["--format=short"]);
        let output = program.arg(odd(b"src/b\xffd.rs")).output().expect("the program starts");
        assert_eq!(String::from_utf8_lossy(&output.stdout), FOUND.replace("lib", "b\u{fffd}d"));
    }

    #[test]
    fn a_pipe_that_was_closed_before_the_first_finding_is_no_failure() {
        // As `cargo undrained lint | head -0`, also with a command behind.
        let folder = package(LOST.repeat(2000));
        for args in [&["--format=json"][..], &["--format=short", "--then", "yes"]] {
            let mut child = program(folder.path(), args)
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("the program starts");
            drop(child.stdout.take());
            let output = child.wait_with_output().expect("the program ends");
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(!said.contains("failed to") && !said.contains("panicked"), "{args:?}: {said}");
        }
    }

    #[test]
    fn a_current_folder_that_was_removed_is_told() {
        let folder = package(LOST);
        let script = "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" lint";
        let mut shell = Command::new("sh");
        shell.args(["-c", script, env!("CARGO_BIN_EXE_cargo-undrained")]).current_dir(folder.path());
        let output = shell.output().expect("a shell starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.starts_with("error: failed to find the current folder, run the command in a folder that"),
            "{said}"
        );
    }
}

#[test]
fn a_command_behind_is_run_whatever_was_found() {
    let folder = package(LOST);
    let after = |args: &[&str]| run(folder.path(), &[&["--quiet", "--format=short"], args].concat());
    let (code, out, _) = after(&["--then", "sh", "-c", "echo and then"]);
    assert_eq!((code, out), (1, format!("{FOUND}and then\n")));
    let (code, out, _) = after(&["--exit-zero", "--then", "sh", "-c", "exit 101"]);
    assert_eq!((code, out.as_str()), (101, FOUND));
    let (code, out, err) = after(&["nowhere", "--then", "echo", "--format", "json"]);
    assert_eq!((code, out.as_str()), (2, "--format json\n"), "{err}");
    let (code, _, err) = after(&["--then", "no-such-command"]);
    assert_eq!(code, 2);
    assert!(err.starts_with("error: failed to start `no-such-command`, check that it is installed and spelled right"));
}
