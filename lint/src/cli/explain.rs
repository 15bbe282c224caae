//! `explain` and `rules`: what the program knows, told in the terminal.
//!
//! A rule is told in the words of its own file, a client in those of its stub. The pages in `docs/` have more.

use std::{fmt::Write as _, io::Write};

use clap::ValueEnum;
use serde::Serialize;

use super::written;
use crate::{
    config::Level,
    error::Error,
    index::{self, Described},
    rules::{self, Cost, Rule},
    suggest::did_you_mean,
};

/// How the list of rules is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// A table
    Human,
    /// One list in JSON
    Json,
}

/// Tells of a rule, or of a client.
pub(super) fn explain(what: &str, color: bool, out: &mut dyn Write) -> Result<(), Error> {
    // As some formats write it.
    let name = what.trim_start_matches("undrained::").trim_start_matches("undrained/").replace('-', "_");
    let clients: Vec<Described> = index::described().filter(|client| client.krate == name).collect();
    let text = match rules::ALL.iter().find(|rule| rule.name == name) {
        Some(rule) => of_rule(rule),
        None if !clients.is_empty() => clients.iter().map(of_client).collect::<Vec<_>>().join("\n"),
        None => {
            let known = rules::ALL.iter().map(|rule| rule.name).chain(index::described().map(|client| client.krate));
            return Err(Error::Explain { what: what.to_owned(), help: did_you_mean(&name, known).unwrap_or_default() });
        }
    };
    written(out.write_all(shown(&text, color).as_bytes()).and_then(|()| out.flush()))
}

fn of_rule(rule: &Rule) -> String {
    let (title, rest) =
        rule.docs().split_once('\n').map_or_else(Default::default, |(title, rest)| (title.to_owned(), rest.to_owned()));
    format!("{title} ({} by default)\n{rest}\n\nSee {}\n", Level::default_of(rule).name(), rule.url())
}

fn of_client(client: &Described) -> String {
    let Described { package, versions, words, reuse, drains, .. } = client;
    let mut text = format!("# {package} {versions}\n\n{words}\n\n");
    match reuse {
        Some(reuse) => {
            let Cost { what, because } = Cost::of(Some(reuse));
            let _ = writeln!(text, "## What an unread body costs\nIt {what}: {package} {because}.\n");
        }
        None => text.push_str("It has no connections of its own.\n\n"),
    }
    if !drains.is_empty() {
        text.push_str("## How to drain it\n");
        drains.iter().for_each(|drain| _ = writeln!(text, "    {}", drain.replace("{}", "response")));
        text.push('\n');
    }
    text + &format!("See {}/blob/main/docs/clients.md\n", env!("CARGO_PKG_REPOSITORY"))
}

/// Markdown as it reads well in a terminal: headings without their marks, code indented instead of fenced.
fn shown(markdown: &str, color: bool) -> String {
    let mut text = String::new();
    let mut is_code = false;
    for line in markdown.lines() {
        if line.starts_with("```") {
            is_code = !is_code;
        } else if is_code {
            let indent = if line.is_empty() { "" } else { "    " };
            let _ = writeln!(text, "{indent}{line}");
        } else if let Some(heading) = line.strip_prefix("# ").or_else(|| line.strip_prefix("## ")) {
            let (bold, plain) = if color { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
            let _ = writeln!(text, "{bold}{heading}{plain}");
        } else {
            let _ = writeln!(text, "{line}");
        }
    }
    text
}

/// A rule in a list.
#[derive(Serialize)]
struct Entry {
    name: &'static str,
    level: &'static str,
    summary: String,
    url: String,
}

/// Lists the rules.
pub(super) fn list(form: Form, out: &mut dyn Write) -> Result<(), Error> {
    let entries = rules::ALL.iter().map(|rule| Entry {
        name: rule.name,
        level: Level::default_of(rule).name(),
        summary: rule.summary(),
        url: rule.url(),
    });
    let text = match form {
        Form::Human => {
            entries.map(|it| format!("{:<20}  {:<5}  {}\n", it.name, it.level, brief(&it.summary))).collect()
        }
        Form::Json => {
            let entries: Vec<Entry> = entries.collect();
            let json = serde_json::to_string_pretty(&entries).expect("strings can be written as JSON");
            json + "\n"
        }
    };
    written(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// What a rule reports: the beginning of its summary.
fn brief(summary: &str) -> &str {
    let is_code = |at: usize| summary[..at].matches('`').count() % 2 == 1;
    let ends = [". ", ": ", ", as ", ", such as ", ", when "].into_iter();
    let end = ends.flat_map(|end| summary.match_indices(end)).map(|(at, _)| at).filter(|at| !is_code(*at)).min();
    let clause = &summary[..end.unwrap_or(summary.len())];
    clause.strip_prefix("Reports ").unwrap_or(clause).trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::{brief, of_rule, shown};
    use crate::rules;

    #[test]
    fn markdown_becomes_plain_text() {
        let text = "# Title\n\n## Part\nWords with `code`.\n```rs\nfn f() {\n\n}\n```\n";
        assert_eq!(shown(text, false), "Title\n\nPart\nWords with `code`.\n    fn f() {\n\n    }\n");
        assert!(shown(text, true).starts_with("\u{1b}[1mTitle\u{1b}[0m\n"));
    }

    #[test]
    fn each_rule_is_told_with_its_level_and_in_a_line() {
        for rule in rules::ALL {
            let level = if rule.pedantic { "allow" } else { "warn" };
            let begin = format!("# {} ({level} by default)\n", rule.name);
            assert!(of_rule(rule).starts_with(&begin), "{}", of_rule(rule));
            let summary = rule.summary();
            assert!((20..140).contains(&brief(&summary).len()), "{}", brief(&summary));
        }
    }
}
