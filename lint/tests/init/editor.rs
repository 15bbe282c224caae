//! The settings of an editor: the command in them, run as rust-analyzer runs it and read as it reads.
//!
//! It starts the command in the root of the workspace, takes each line for a message of Cargo or else for a diagnostic
//! of rustc, and joins the paths in it to that root. When a diagnostic that no package is named for comes first, all
//! that came before is forgotten; so the findings have to come before those of Cargo.

use std::path::Path;

use cargo_metadata::{Message, diagnostic::Diagnostic};
use serde_json::Value;

use super::{buildable, command, init, read, write};

enum Line {
    Cargo(Box<Message>),
    Rustc(Box<Diagnostic>),
}

/// What the command in the settings prints.
fn checked(folder: &Path) -> Vec<Line> {
    let settings: Value = serde_json::from_str(&read(folder, ".vscode/settings.json")).expect("it is JSON");
    let words = settings["rust-analyzer.check.overrideCommand"].as_array().expect("a list");
    let words: Vec<&str> = words.iter().map(|word| word.as_str().expect("a word")).collect();
    let output = command(folder, words[0]).args(&words[1..]).output().expect("the command starts");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(!said.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let line = |line: &str| match serde_json::from_str(line) {
        Ok(message) => Line::Cargo(Box::new(message)),
        Err(_) => Line::Rustc(Box::new(serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))),
    };
    said.lines().map(line).collect()
}

#[test]
fn findings_stand_beside_those_of_cargo() {
    let folder = buildable();
    write(&folder, "src/lib.rs", &format!("{}pub fn odd() {{ let unused = 1; }}\n", super::LOST));
    init(folder.path(), &["--vscode"]);
    let lines = checked(folder.path());
    let ours = lines.iter().position(|line| matches!(line, Line::Rustc(_))).expect("a finding");
    let Line::Rustc(finding) = &lines[ours] else { unreachable!() };
    assert_eq!(finding.code.as_ref().map(|code| code.code.as_str()), Some("unread_body"));
    let primary = finding.spans.iter().find(|span| span.is_primary).expect("a place");
    assert!(folder.path().join(&primary.file_name).is_file(), "{}", primary.file_name);
    assert_eq!((primary.line_start, primary.column_start), (1, 53));

    let compilers = |line: &Line| match line {
        Line::Cargo(message) => matches!(&**message, Message::CompilerMessage(message)
            if message.message.code.as_ref().is_some_and(|code| code.code == "unused_variables")),
        Line::Rustc(_) => false,
    };
    let theirs = lines.iter().position(compilers).expect("a warning of the compiler");
    assert!(ours < theirs, "rust-analyzer would forget the compiler's");
}

#[test]
fn a_wrong_configuration_is_shown_where_it_stands() {
    let folder = buildable();
    write(&folder, "undrained.toml", "exlude = []\n");
    init(folder.path(), &["--vscode"]);
    let lines = checked(folder.path());
    let Line::Rustc(problem) = &lines[0] else { panic!("ours come first") };
    assert!(problem.message.starts_with("unknown field `exlude`"), "{}", problem.message);
    assert_eq!(problem.spans[0].file_name, "undrained.toml");
    let is_finished =
        |line: &Line| matches!(line, Line::Cargo(message) if matches!(**message, Message::BuildFinished(_)));
    assert!(lines.iter().any(is_finished), "Cargo is asked all the same");
}
