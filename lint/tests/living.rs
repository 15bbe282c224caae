//! Living with findings, as a user meets it: baselines, allow comments, and what a run is to look at.

#[path = "living/allow.rs"]
mod allow;
#[path = "living/baseline.rs"]
mod baseline;
#[path = "living/changed.rs"]
mod changed;
#[path = "living/selection.rs"]
mod selection;

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use tempfile::TempDir;

/// A function that loses a response, in line 2.
fn lost(name: &str) -> String {
    format!(
        "pub async fn {name}(client: &reqwest::Client) {{\n    client.get(\"http://{name}\").send().await.unwrap();\n}}\n"
    )
}

const MANIFEST: &str = "[package]\nname = 'app'\nedition = '2024'\n\n[dependencies]\nreqwest = '0.13'\n";

/// A folder with a package that depends on `reqwest`, and these files.
struct Package(TempDir);

impl Package {
    fn new(files: &[(&str, &str)]) -> Package {
        let package = Package(tempfile::tempdir().expect("a temporary folder"));
        package.write("Cargo.toml", MANIFEST);
        files.iter().for_each(|(path, text)| package.write(path, text));
        package
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a new folder");
        fs::write(path, text).expect("a new file");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).expect("it is there")
    }

    fn remove(&self, path: &str) {
        fs::remove_file(self.path().join(path)).expect("it is there");
    }

    /// All files in a folder but the manifest: nothing temporary may stay.
    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path().join(folder)).expect("it is there");
        let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.filter(|name| name != "Cargo.toml" && name != ".git").collect();
        names.sort();
        names
    }

    fn lint(&self, args: &[&str]) -> Ran {
        self.lint_in("", args)
    }

    fn lint_in(&self, folder: &str, args: &[&str]) -> Ran {
        Ran::of(undrained(&self.path().join(folder), args).stdin(Stdio::null()))
    }

    /// With something on the standard input.
    fn lint_text(&self, text: &[u8], args: &[&str]) -> Ran {
        let mut command = undrained(self.path(), args);
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        // A program that fails before it reads is as good.
        let _ = child.stdin.take().expect("it is piped").write_all(text);
        Ran::from(child.wait_with_output().expect("it ends"))
    }
}

/// `cargo undrained lint`, in lines if nothing else is said.
fn undrained(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-undrained"));
    command.args(["undrained", "lint"]).args(args).current_dir(folder);
    if !args.contains(&"--format") {
        command.args(["--format", "short"]);
    }
    command
}

/// What came of a run.
#[derive(Debug)]
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Ran {
    fn of(command: &mut Command) -> Ran {
        Ran::from(command.output().expect("the program starts"))
    }

    fn from(output: std::process::Output) -> Ran {
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        let code = output.status.code().expect("it ends on its own");
        Ran { code, out: text(output.stdout), err: text(output.stderr) }
    }

    /// File, line and rule of what was found, notes as they are.
    #[track_caller]
    fn found(self, expected: &[&str]) -> Ran {
        let found = self.out.lines().map(|line| match line.split_once(": ") {
            Some((place, said)) if !line.starts_with("note: ") && said.contains('[') => {
                let place = place.rsplit_once(':').map_or(place, |(place, _)| place);
                let rule = said.split(['[', ']']).nth(1).unwrap_or_default();
                format!("{place} {rule}")
            }
            _ => line.to_owned(),
        });
        assert_eq!(found.collect::<Vec<_>>(), expected, "{self:?}");
        self
    }

    #[track_caller]
    fn code(self, expected: i32) -> Ran {
        assert_eq!(self.code, expected, "{self:?}");
        self
    }

    /// What is said beside the findings.
    #[track_caller]
    fn says(self, expected: &str) -> Ran {
        assert!(self.err.contains(expected), "{self:?}");
        self
    }
}
