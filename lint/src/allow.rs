//! Comments that allow what was found, as edits of the texts that it was found in.
//!
//! A comment stands above the statement of a finding, or else above its line or at the end of that: the first of these
//! where the comment would really be about the finding, as [`comments`] reads it. Findings of one place share a
//! comment. What is said of comments themselves cannot be allowed by one.

use std::{
    collections::{BTreeMap, BTreeSet},
    thread,
};

use crate::{
    diagnostics::{Diagnostic, suppress},
    driver,
    edit::Edit,
    source::{self, Comment, FileId, MARK, Sources, Span, Word, comments},
};

/// What is to be written, and of which of the diagnostics that takes care.
#[derive(Clone, Debug, Default)]
pub struct Allowed {
    /// Edits of each file.
    pub edits: BTreeMap<FileId, Vec<Edit>>,
    /// One for each diagnostic: will it be silent?
    pub done: Vec<bool>,
}

/// Comments for all findings among the diagnostics. The reason is one line of text.
///
/// # Panics
/// When there is no thread to be had.
pub fn allow(sources: &Sources, diagnostics: &[Diagnostic], reason: &str) -> Allowed {
    // The lexer remembers all that a thread has read until it is told to forget, which is only ours to tell here.
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(driver::STACK);
        let thread = thread.spawn_scoped(scope, || comments_for(sources, diagnostics, reason));
        thread.expect("there is a thread").join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

fn comments_for(sources: &Sources, diagnostics: &[Diagnostic], reason: &str) -> Allowed {
    let mut rules: BTreeMap<(FileId, Place), BTreeSet<&str>> = BTreeMap::new();
    let mut allowed = Allowed::default();
    for diagnostic in diagnostics {
        let place = match (diagnostic.rule, &diagnostic.primary) {
            (Some(rule), Some(primary)) if rule != suppress::UNUSED => {
                let place = place(sources.text(primary.span.file), rule, primary.span);
                source::forget_spans();
                place.map(|place| rules.entry((primary.span.file, place)).or_default().insert(rule))
            }
            _ => None,
        };
        allowed.done.push(place.is_some());
    }
    for ((file, place), rules) in rules {
        let rules: Vec<&str> = rules.into_iter().collect();
        let comment = comment(&rules.join(", "), reason);
        allowed.edits.entry(file).or_default().push(place.edit(file, sources.text(file), &comment));
    }
    allowed
}

fn comment(rules: &str, reason: &str) -> String {
    format!("// {MARK} allow({rules}) -- {reason}")
}

/// Where a comment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// Above the line that begins here.
    Above(usize),
    /// Behind the code of the line that ends here.
    Behind(usize),
}

impl Place {
    fn edit(self, file: FileId, text: &str, comment: &str) -> Edit {
        let (at, text) = match self {
            Place::Above(at) => {
                let line = text[at..].split_inclusive('\n').next().unwrap_or_default();
                let indent = &line[..line.len() - line.trim_start().len()];
                // The last line may have no end, but then it ends as the one before it.
                let is_dos = line.ends_with("\r\n") || (!line.ends_with('\n') && text[..at].ends_with("\r\n"));
                (at, format!("{indent}{comment}{}", if is_dos { "\r\n" } else { "\n" }))
            }
            Place::Behind(at) => (at, format!(" {comment}")),
        };
        let at = u32::try_from(at).expect("files are smaller than 4 GB");
        Edit { span: Span { file, start: at, end: at }, text }
    }

    fn at(self) -> usize {
        match self {
            Place::Above(at) | Place::Behind(at) => at,
        }
    }
}

fn place(text: &str, rule: &str, finding: Span) -> Option<Place> {
    let at = finding.start as usize;
    let line = Place::Above(line_start(text, at));
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let behind = Place::Behind(text[..end].trim_end().len());
    let statement = source::statement(text, at).map(|at| Place::Above(line_start(text, at)));
    let fits = |place: &Place, may_be_item| silences(text, *place, rule, finding, may_be_item);
    // About a whole item only if there is nothing else: it would allow what comes later, too.
    let narrow = statement.into_iter().chain([line]).find(|place| fits(place, false));
    narrow.or_else(|| [line, behind].into_iter().find(|place| fits(place, true)))
}

/// The first byte of the line, behind a byte order mark.
fn line_start(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    if start == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { start }
}

/// Would a comment there be about the finding, and the code the same as before?
fn silences(text: &str, place: Place, rule: &str, finding: Span, may_be_item: bool) -> bool {
    let edit = place.edit(finding.file, text, &comment(rule, "reason"));
    let (before, after) = text.split_at(place.at());
    let written = place.at()..place.at() + edit.text.len();
    let moved = if place.at() <= finding.start as usize { edit.text.len() as u32 } else { 0 };
    let would = |comment: &Comment| {
        written.contains(&(comment.span.start as usize))
            && comment.word == Word::Allow(vec![rule.to_owned()])
            && comment.about.contains(&(finding.start + moved))
            && (may_be_item || !comment.about_item)
    };
    source::is_between_tokens(text, place.at())
        && comments(finding.file, &format!("{before}{}{after}", edit.text)).iter().any(would)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{diagnostics::Label, edit::apply};

    /// A text in which each `send` and `param` is a finding, before and after.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut sources = Sources::default();
        let file = sources.add("a.rs".into(), text);
        let finding = |rule, at: usize| {
            let start = at as u32;
            let span = Span { file, start, end: start + 4 };
            let primary = Some(Label { span, text: String::new() });
            Diagnostic { rule: Some(rule), primary, ..Diagnostic::note(String::new()) }
        };
        let sends = text.match_indices("send").map(|(at, _)| finding("unread_body", at));
        let params = text.match_indices("param").map(|(at, _)| finding("partly_read", at));
        let Allowed { mut edits, done } = allow(&sources, &sends.chain(params).collect::<Vec<_>>(), "a probe");
        assert!(done.iter().all(|done| *done), "{text}");
        let edits = edits.remove(&file).unwrap_or_default();
        assert_eq!(apply(text, &edits).expect("they do not overlap"), expected);
    }

    #[test]
    fn a_comment_stands_above_the_statement() {
        check(
            "fn f() {\n    let a = b\n        .get()\n        .send();\n}\n",
            "fn f() {\n    // undrained: allow(unread_body) -- a probe\n    let a = b\n        .get()\n        .send();\n}\n",
        );
        check(
            "fn f() {\n    match a {\n        A => b.send(),\n        _ => c,\n    }\n}\n",
            "fn f() {\n    match a {\n        // undrained: allow(unread_body) -- a probe\n        A => b.send(),\n        _ => c,\n    }\n}\n",
        );
    }

    #[test]
    fn findings_of_one_place_share_a_comment() {
        check(
            "fn f() {\n    a.send(param.send());\n}\n",
            "fn f() {\n    // undrained: allow(partly_read, unread_body) -- a probe\n    a.send(param.send());\n}\n",
        );
    }

    #[test]
    fn where_the_statement_does_not_reach_it_stands_above_the_line() {
        check(
            "fn f() {\n    if a {\n    } else if b.send() {\n    }\n}\n",
            "fn f() {\n    if a {\n    // undrained: allow(unread_body) -- a probe\n    } else if b.send() {\n    }\n}\n",
        );
        check(
            "fn f(\n    a: A,\n    param: B,\n) {\n}\n",
            "fn f(\n    a: A,\n    // undrained: allow(partly_read) -- a probe\n    param: B,\n) {\n}\n",
        );
    }

    #[test]
    fn a_parameter_in_one_line_takes_the_function() {
        check(
            "/// Docs.\n#[inline]\nfn f(param: A) {\n}\n",
            "/// Docs.\n#[inline]\n// undrained: allow(partly_read) -- a probe\nfn f(param: A) {\n}\n",
        );
    }

    #[test]
    fn strings_stay_what_they_are() {
        check(
            "fn f() {\na(\"x\ny\").send();\n}\n",
            "fn f() {\na(\"x\ny\").send(); // undrained: allow(unread_body) -- a probe\n}\n",
        );
    }

    #[test]
    fn line_ends_and_indentation_are_kept() {
        check(
            "\u{feff}fn f() {\r\n\ta.send();\r\n}\r\n",
            "\u{feff}fn f() {\r\n\t// undrained: allow(unread_body) -- a probe\r\n\ta.send();\r\n}\r\n",
        );
        check("fn f() { a.send(); }", "// undrained: allow(unread_body) -- a probe\nfn f() { a.send(); }");
    }

    #[test]
    fn what_is_said_of_comments_is_left() {
        let mut sources = Sources::default();
        let file = sources.add("a.rs".into(), "fn f() {} // undrained: drains\n");
        let span = Span { file, start: 13, end: 20 };
        let primary = Some(Label { span, text: String::new() });
        let diagnostic = Diagnostic { rule: Some(suppress::UNUSED), primary, ..Diagnostic::note(String::new()) };
        let Allowed { edits, done } = allow(&sources, &[diagnostic, Diagnostic::note(String::new())], "a probe");
        assert!(edits.is_empty());
        assert_eq!(done, [false, false]);
    }
}
