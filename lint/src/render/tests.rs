//! Texts and labels in, what is shown out.

use serde_json::{Value, json};

use super::{Format, human, json};
use crate::{
    diagnostics::{Applicability, Confidence, Diagnostic, Fix, Label, Severity},
    edit::Edit,
    source::{FileId, Sources, Span},
};

/// A label on the first place where `needle` stands.
fn at(sources: &Sources, file: FileId, needle: &str, text: &str) -> Label {
    let start = sources.text(file).find(needle).expect("the needle is in the text");
    let span = Span {
        file,
        start: u32::try_from(start).expect("a short text"),
        end: u32::try_from(start + needle.len()).expect("a short text"),
    };
    Label { span, text: text.to_owned() }
}

fn unread(primary: Label, secondary: Vec<Label>) -> Diagnostic {
    Diagnostic {
        rule: Some("unread_body"),
        severity: Severity::Warning,
        confidence: Confidence::High,
        message: "response body is never read".to_owned(),
        primary: Some(primary),
        function: None,
        secondary,
        notes: Vec::new(),
        helps: Vec::new(),
        fix: None,
    }
}

/// Renders one warning on `send()` in `text`.
#[track_caller]
fn check(text: &str, expected: &str) {
    let mut sources = Sources::default();
    let file = sources.add("src/a.rs".into(), text);
    let diagnostic = unread(at(&sources, file, "send()", "obtained here"), Vec::new());
    assert_eq!(human::plain(&sources, &diagnostic), expected);
}

/// The span of `needle` in `text`, as JSON.
fn span(text: &str, needle: &str) -> Value {
    let mut sources = Sources::default();
    let file = sources.add("src/a.rs".into(), text);
    let diagnostic = unread(at(&sources, file, needle, ""), Vec::new());
    let mut out = Vec::new();
    json::write(&sources, &[diagnostic], &mut out).expect("a vector takes all");
    let message: Value = serde_json::from_slice(&out).expect("it is JSON");
    message["spans"][0].clone()
}

#[test]
fn labels_in_two_files_with_note_and_help() {
    let mut sources = Sources::default();
    let api = sources.add(
        "src/api.rs".into(),
        "fn f() {\n    let r = send();\n    a();\n    b();\n    c();\n    if bad { return; }\n}\n",
    );
    let help = sources.add("src/help.rs".into(), "fn look(r: Response) {}\n");
    let mut diagnostic = unread(
        at(&sources, api, "send()", "obtained here"),
        vec![at(&sources, api, "return", "dropped here"), at(&sources, help, "r: Response", "")],
    );
    diagnostic.notes.push("the connection may be lost".to_owned());
    diagnostic.helps.push("read the body".to_owned());
    assert_eq!(
        human::plain(&sources, &diagnostic),
        "\
warning[unread_body]: response body is never read
 --> src/api.rs:2:13
  |
2 |     let r = send();
  |             ^^^^^^ obtained here
...
6 |     if bad { return; }
  |              ------ dropped here
  |
 ::: src/help.rs:1:9
  |
1 | fn look(r: Response) {}
  |         -----------
  |
  = note: the connection may be lost
  = help: read the body

"
    );
}

#[test]
fn columns_are_characters_behind_tabs_and_wide_letters() {
    check(
        "\n\tlet 日本 = send();\n",
        "\
warning[unread_body]: response body is never read
 --> src/a.rs:2:11
  |
2 |     let 日本 = send();
  |                ^^^^^^ obtained here

",
    );
}

#[test]
fn windows_line_ends_and_byte_order_mark_are_not_shown() {
    check(
        "\u{feff}send()\r\n",
        "\
warning[unread_body]: response body is never read
 --> src/a.rs:1:1
  |
1 | send()
  | ^^^^^^ obtained here

",
    );
}

#[test]
fn long_lines_are_cut() {
    let text = format!("{}; send(); {}", "a, ".repeat(10_000), "b, ".repeat(10_000));
    let mut sources = Sources::default();
    let file = sources.add("src/a.rs".into(), text);
    let diagnostic = unread(at(&sources, file, "send()", "obtained here"), Vec::new());
    let shown = human::plain(&sources, &diagnostic);
    assert!(shown.contains(" --> src/a.rs:1:30003\n"), "{shown}");
    assert!(shown.contains("send()") && shown.contains("..."), "{shown}");
    assert!(shown.lines().all(|line| line.len() < 160), "{shown}");
}

#[test]
fn a_place_at_the_very_end() {
    check(
        "x\nsend()",
        "\
warning[unread_body]: response body is never read
 --> src/a.rs:2:1
  |
2 | send()
  | ^^^^^^ obtained here

",
    );
}

#[test]
fn texts_do_not_steer_the_terminal() {
    let mut note = Diagnostic::note("skipped `\u{1b}[2J`".to_owned());
    note.notes.push("\u{1b}]0;title\u{7}".to_owned());
    assert!(!human::plain(&Sources::default(), &note).contains(['\u{1b}', '\u{7}']));
}

#[test]
fn color_only_when_it_is_wanted() {
    let shown = |color| {
        let mut out = Vec::new();
        let note = Diagnostic::note("skipped".to_owned());
        human::write(&Sources::default(), &[note], color, &mut out).expect("a vector takes all");
        String::from_utf8(out).expect("it is text")
    };
    assert_eq!(shown(false), "note: skipped\n\n");
    assert!(shown(true).starts_with("\u{1b}["));
}

#[test]
fn names_of_rules_are_links_only_where_that_is_wanted() {
    let mut sources = Sources::default();
    let file = sources.add("a.rs".into(), "send()");
    let diagnostic = unread(at(&sources, file, "send()", ""), Vec::new());
    let mut out = Vec::new();
    let screen = human::Screen { color: true, links: true, width: None };
    human::write_on(screen, &sources, std::slice::from_ref(&diagnostic), &mut out).expect("a vector takes all");
    let linked = String::from_utf8(out).expect("it is text");
    let url = "/docs/rules.md#unread_body\u{1b}\\";
    assert!(linked.contains("\u{1b}]8;;https://") && linked.contains(url), "{linked:?}");
    for color in [false, true] {
        let mut out = Vec::new();
        human::write(&sources, std::slice::from_ref(&diagnostic), color, &mut out).expect("a vector takes all");
        assert!(!String::from_utf8(out).expect("it is text").contains("]8;;"));
    }
}

#[test]
fn a_long_line_is_cut_to_the_width_of_a_terminal() {
    let mut sources = Sources::default();
    let text = format!("send() + {}", "a_long_name + ".repeat(20));
    let file = sources.add("a.rs".into(), text.as_str());
    let diagnostic = unread(at(&sources, file, "send()", ""), Vec::new());
    let longest = |width| {
        let mut out = Vec::new();
        let screen = human::Screen { width, ..human::Screen::default() };
        human::write_on(screen, &sources, std::slice::from_ref(&diagnostic), &mut out).expect("a vector takes all");
        let shown = String::from_utf8(out).expect("it is text");
        shown.lines().filter(|line| line.contains("send()")).map(str::len).max().expect("the line is shown")
    };
    assert!(longest(Some(60)) <= 60, "{}", longest(Some(60)));
    assert!(longest(Some(100)) > 60);
}

#[test]
fn a_fix_is_shown_in_place_of_the_helps() {
    let mut sources = Sources::default();
    let file = sources.add("a.rs".into(), "fn f() {\n    send();\n    g();\n}\n");
    let primary = at(&sources, file, "send()", "");
    let edit = Edit { span: primary.span, text: "read(send())".to_owned() };
    let mut diagnostic = unread(primary, Vec::new());
    diagnostic.helps.push("read it".to_owned());
    diagnostic.fix = Some(Fix {
        title: "read the body".to_owned(),
        edits: vec![edit],
        applicability: Applicability::MaybeIncorrect,
    });
    assert_eq!(
        human::plain(&sources, &diagnostic),
        "\
warning[unread_body]: response body is never read
 --> a.rs:2:5
  |
2 |     send();
  |     ^^^^^^
  |
help: read the body
  |
2 -     send();
2 +     read(send());
  |

"
    );
}

#[test]
fn summaries_count_what_was_found() {
    let mut sources = Sources::default();
    let a = sources.add("a.rs".into(), "send()");
    let b = sources.add("b.rs".into(), "send()");
    let warning = |file| unread(at(&sources, file, "send()", ""), Vec::new());
    let mut error = warning(b);
    error.severity = Severity::Error;
    let note = Diagnostic::note("skipped".to_owned());
    assert_eq!(human::summary(&[], 1), "no warnings; 1 file read");
    assert_eq!(human::summary(std::slice::from_ref(&note), 0), "no warnings; 0 files read, 1 note");
    assert_eq!(human::summary(&[warning(a), warning(a)], 2), "2 warnings in 1 file; 2 files read");
    assert_eq!(
        human::summary(&[warning(a), error, note.clone(), note], 2),
        "1 error, 1 warning in 2 files; 2 files read, 2 notes"
    );
}

#[test]
fn statistics_count_rules_the_most_frequent_first() {
    let rule = |rule| Diagnostic { rule, ..Diagnostic::note("found".to_owned()) };
    let found = [Some("b"), None, Some("a"), Some("c"), Some("b")].map(rule);
    assert_eq!(human::statistics(&found), "     2  b\n     1  a\n     1  c\n");
    assert_eq!(human::statistics(&[]), "");
}

#[test]
fn short_lines_stay_lines_and_do_not_steer_the_terminal() {
    let shown = text(Format::Short, &[Diagnostic::note("skipped `a\n\u{1b}[2J\r`".to_owned())]);
    assert_eq!(shown.lines().count(), 1, "{shown:?}");
    assert!(shown.starts_with("note: skipped `a ") && !shown.contains(['\u{1b}', '\r']), "{shown:?}");
}

#[test]
fn workflow_commands_are_escaped() {
    let mut sources = Sources::default();
    let file = sources.add("src/100%, a:b.rs".into(), "a\n.send()");
    let mut diagnostic = unread(at(&sources, file, "a\n.send()", ""), Vec::new());
    diagnostic.message = "50% of: one,\r\ntwo".to_owned();
    let mut out = Vec::new();
    Format::Github.write(&sources, &[diagnostic, Diagnostic::note("a: b".to_owned())], false, &mut out).unwrap();
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "::warning file=src/100%25%2C a%3Ab.rs,line=1,endLine=2,title=unread_body::50%25 of: one,%0D%0Atwo\n\
         ::notice::a: b\n"
    );
}

#[test]
fn sarif_links_to_other_places_and_files_elsewhere_are_uris() {
    let mut sources = Sources::default();
    let file = sources.add("/elsewhere/a b.rs".into(), "send(); drop()");
    let exit = at(&sources, file, "drop()", "a `[0]` drops it");
    let diagnostic = unread(at(&sources, file, "send()", ""), vec![at(&sources, file, ";", ""), exit]);
    let mut out = Vec::new();
    Format::Sarif.write(&sources, &[diagnostic], false, &mut out).unwrap();
    let log: Value = serde_json::from_slice(&out).unwrap();
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["message"]["text"], "response body is never read\n[a `\\[0\\]` drops it](2)");
    let related = &result["relatedLocations"][1];
    assert_eq!(related["id"], 2);
    assert_eq!(related["physicalLocation"]["artifactLocation"]["uri"], "file:///elsewhere/a%20b.rs");
}

#[test]
fn xml_has_no_characters_that_it_may_not_have() {
    let mut sources = Sources::default();
    let file = sources.add("src/<\u{1b}&\u{fffe}\">.rs".into(), "send()");
    let diagnostic = [unread(at(&sources, file, "send()", ""), Vec::new())];
    for format in [Format::Checkstyle, Format::Junit] {
        let mut out = Vec::new();
        format.write(&sources, &diagnostic, false, &mut out).unwrap();
        let xml = String::from_utf8(out).unwrap();
        assert!(xml.contains("src/&lt;\u{fffd}&amp;\u{fffd}&quot;&gt;.rs"), "{xml}");
        assert!(!xml.contains(['\u{1b}', '\u{fffe}']), "{xml}");
    }
}

fn text(format: Format, diagnostics: &[Diagnostic]) -> String {
    let mut out = Vec::new();
    format.write(&Sources::default(), diagnostics, false, &mut out).expect("a vector takes all");
    String::from_utf8(out).expect("it is text")
}

#[test]
fn json_has_the_shape_of_rustc() {
    let mut sources = Sources::default();
    let file = sources.add("src/a.rs".into(), "let r = send();\nreturn;\n");
    let mut diagnostic = unread(at(&sources, file, "send()", "obtained here"), vec![at(&sources, file, "return", "")]);
    diagnostic.notes.push("why".to_owned());
    diagnostic.helps.push("do".to_owned());
    let mut out = Vec::new();
    json::write(&sources, &[diagnostic.clone(), diagnostic.clone()], &mut out).expect("a vector takes all");
    let lines: Vec<Value> = String::from_utf8(out)
        .expect("it is text")
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .collect();
    let child = |level, message| {
        json!({
            "message": message, "code": null, "level": level, "spans": [], "children": [], "rendered": null,
        })
    };
    let expected = json!({
        "$message_type": "diagnostic",
        "message": "response body is never read",
        "code": {"code": "unread_body", "explanation": null},
        "level": "warning",
        "confidence": "high",
        "spans": [
            {
                "file_name": "src/a.rs", "byte_start": 8, "byte_end": 14, "line_start": 1, "line_end": 1,
                "column_start": 9, "column_end": 15, "is_primary": true,
                "text": [{"text": "let r = send();", "highlight_start": 9, "highlight_end": 15}],
                "label": "obtained here", "suggested_replacement": null, "suggestion_applicability": null,
                "expansion": null,
            },
            {
                "file_name": "src/a.rs", "byte_start": 16, "byte_end": 22, "line_start": 2, "line_end": 2,
                "column_start": 1, "column_end": 7, "is_primary": false,
                "text": [{"text": "return;", "highlight_start": 1, "highlight_end": 7}],
                "label": null, "suggested_replacement": null, "suggestion_applicability": null,
                "expansion": null,
            },
        ],
        "children": [child("note", "why"), child("help", "do")],
        "rendered": human::plain(&sources, &diagnostic),
    });
    assert_eq!(lines, [expected.clone(), expected]);
}

#[test]
fn json_counts_bytes_as_on_disk_and_columns_in_characters() {
    let span = span("\u{feff}x;\r\n\tlet ö = a\r\n    .send();\r\n", "a\r\n    .send()");
    assert_eq!(span["byte_start"], 17);
    assert_eq!(span["byte_end"], 31);
    assert_eq!((&span["line_start"], &span["column_start"]), (&json!(2), &json!(10)));
    assert_eq!((&span["line_end"], &span["column_end"]), (&json!(3), &json!(12)));
    assert_eq!(
        span["text"],
        json!([
            {"text": "\tlet ö = a", "highlight_start": 10, "highlight_end": 11},
            {"text": "    .send();", "highlight_start": 1, "highlight_end": 12},
        ])
    );
}

#[test]
fn json_does_not_count_the_byte_order_mark_as_a_column() {
    let span = span("\u{feff}a.send()", "send()");
    assert_eq!((&span["byte_start"], &span["column_start"]), (&json!(5), &json!(3)));
    assert_eq!(span["text"], json!([{"text": "a.send()", "highlight_start": 3, "highlight_end": 9}]));
}
