//! Comments that speak to the lint: `// undrained: allow(rule) -- reason` and contracts.
//!
//! A comment at the end of a line is about that line. One on lines of its own is about the item below it, if one
//! begins there, else about the statement below it, which goes on for as long as its lines are indented. Only files
//! that say `undrained:` are looked at, which almost none do.

use std::ops::Range;

use super::{FileId, Item, ItemKind, Span, items};

/// A comment of this kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// From `undrained:` to the end of the line.
    pub span: Span,
    /// What it says.
    pub word: Word,
    /// What it is about.
    pub about: Range<u32>,
    /// Is that an item?
    pub about_item: bool,
}

/// What a comment says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// These rules are not told.
    Allow(Vec<String>),
    /// The function drains the responses that it is given.
    Drains,
    /// What the function returns owes nothing.
    Handled,
    /// None of these; why, and what to write instead.
    Unclear(&'static str),
}

/// What a comment for the lint begins with.
pub const MARK: &str = "undrained:";

/// The comments of a file, in order.
pub fn comments(file: FileId, text: &str) -> Vec<Comment> {
    if !text.contains(MARK) {
        return Vec::new();
    }
    let mut starts = Vec::new();
    collect(&items(text, false).items, &mut starts);
    starts.sort_by_key(|range| range.start);
    let mut all = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (start, end) = (at, at + line.trim_end().len());
        at += line.len();
        let Some((code, mark)) = split(line) else { continue };
        let comment = &line[mark..];
        let from = start + mark;
        let alone = code.trim().is_empty();
        let item = alone.then(|| item_below(text, at, &starts)).flatten();
        let about = match &item {
            Some(item) => item.clone(),
            None if alone => statement_below(text, at),
            None => start..end,
        };
        all.push(Comment {
            span: span(file, from..end),
            word: word(comment[MARK.len()..].trim()),
            about: span(file, about.clone()).start..span(file, about).end,
            about_item: item.is_some(),
        });
    }
    all
}

/// What stands in front of a comment of ours, and where in the line that begins. Documentation is for people, and there
/// may be other slashes before it, in a URL.
fn split(line: &str) -> Option<(&str, usize)> {
    line.match_indices(MARK).find_map(|(mark, _)| {
        let code = line[..mark].trim_end().strip_suffix("//")?;
        let is_path = line[mark + MARK.len()..].starts_with(':');
        let is_quoted = code.ends_with('/') || code.trim_start().starts_with("//");
        (!is_quoted && !is_path).then_some((code, mark))
    })
}

fn word(said: &str) -> Word {
    let (what, reason) = match said.split_once("--") {
        Some((what, reason)) => (what.trim(), reason.trim()),
        None => (said, ""),
    };
    let word = match what {
        "drains" => return Word::Drains,
        "handled" => return Word::Handled,
        _ => what.strip_prefix("allow").map(str::trim).and_then(|it| it.strip_prefix('(')?.strip_suffix(')')),
    };
    match word {
        Some(_) if reason.is_empty() => Word::Unclear("give a reason behind ` -- `"),
        Some(rules) => {
            let rules: Vec<String> = rules.split(',').map(|rule| rule.trim().to_owned()).collect();
            if rules.iter().all(|rule| !rule.is_empty()) {
                Word::Allow(rules)
            } else {
                Word::Unclear("name the rules that are meant")
            }
        }
        None => Word::Unclear("write `allow(rule) -- reason`, `drains` or `handled`"),
    }
}

/// The item that begins behind `at`, with nothing but attributes and comments before it.
fn item_below(text: &str, at: usize, items: &[Range<usize>]) -> Option<Range<usize>> {
    let item = items.get(items.partition_point(|item| item.start < at))?;
    let mut between = text[at..item.start].lines().map(str::trim).filter(|line| !line.is_empty());
    // A function's range begins at its first word, the line before may end in the middle of an attribute.
    between
        .all(|line| line.starts_with("//") || line.starts_with('#') || line.ends_with([']', ',', '(', ')']))
        .then(|| item.clone())
}

/// The next line of code, and the lines after it that are indented more.
fn statement_below(text: &str, at: usize) -> Range<usize> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut range: Option<(Range<usize>, usize)> = None;
    let mut start = at;
    for line in text[at..].split_inclusive('\n') {
        let end = start + line.len();
        let code = line.trim();
        match &mut range {
            None if code.is_empty() || code.starts_with("//") || code.starts_with("#[") => {}
            None => range = Some((start..end, indent(line))),
            Some((range, first)) if code.is_empty() || indent(line) > *first => range.end = end,
            Some(_) => break,
        }
        start = end;
    }
    range.map_or(at..at, |(range, _)| range)
}

fn collect(items: &[Item], all: &mut Vec<Range<usize>>) {
    for item in items {
        all.push(item.range.clone());
        match &item.kind {
            ItemKind::Fn(fun) => collect(&fun.inner, all),
            ItemKind::Const(item) => collect(&item.inner, all),
            ItemKind::Trait(_, members) | ItemKind::Impl(_, members) | ItemKind::Mod(_, _, Some(members)) => {
                collect(members, all);
            }
            _ => {}
        }
    }
}

fn span(file: FileId, range: Range<usize>) -> Span {
    let offset = |at: usize| u32::try_from(at).expect("files are smaller than 4 GB");
    Span { file, start: offset(range.start), end: offset(range.end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(Word, &str)> {
        let slice = |about: &Range<u32>| &text[about.start as usize..about.end as usize];
        comments(FileId(0), text).into_iter().map(|it| (it.word, slice(&it.about).trim())).collect()
    }

    fn allow(rule: &str) -> Word {
        Word::Allow(vec![rule.to_owned()])
    }

    #[test]
    fn at_the_end_of_a_line_it_is_about_that_line() {
        let text = "fn f() {\n    g(); // undrained: allow(unread_body) -- a probe\n    h();\n}\n";
        assert_eq!(said(text), [(allow("unread_body"), "g(); // undrained: allow(unread_body) -- a probe")]);
    }

    #[test]
    fn above_a_statement_it_is_about_all_its_lines() {
        let text = "fn f() {\n    // undrained: allow(unread_body) -- a probe\n    a\n        .b()\n        .c();\n    d();\n}\n";
        assert_eq!(said(text), [(allow("unread_body"), "a\n        .b()\n        .c();")]);
    }

    #[test]
    fn above_an_item_it_is_about_the_item() {
        let text = "// undrained: drains\n/// Docs.\n#[inline]\npub fn f() {\n}\nfn g() {}\n";
        assert_eq!(said(text), [(Word::Drains, "pub fn f() {\n}")]);
        let text = "impl A {\n    // undrained: handled\n    fn f(&self) {}\n    fn g(&self) {}\n}\n";
        assert_eq!(said(text), [(Word::Handled, "fn f(&self) {}")]);
    }

    #[test]
    fn a_reason_is_required() {
        let [(Word::Unclear(_), _)] = &said("fn f() { g(); } // undrained: allow(unread_body)\n")[..] else {
            panic!("no reason is given")
        };
    }

    #[test]
    fn what_is_not_known_is_unclear() {
        for text in
            ["// undrained: ignore", "// undrained:", "// undrained: allow() -- x", "// undrained: allow(a,) -- x"]
        {
            assert!(matches!(said(text)[..], [(Word::Unclear(_), _)]), "{text}");
        }
    }

    #[test]
    fn a_text_that_only_mentions_it_says_nothing() {
        assert_eq!(said("/// Write `// undrained: drains` above it.\nfn f() { g(\"undrained: drains\") }\n"), []);
        assert_eq!(said("/// undrained: drains\nfn f() {} // undrained::drain\n"), []);
    }
}
