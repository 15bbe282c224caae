//! `docs/rules.md`: what each rule reports, with code, what it costs, and what it is known to get wrong.
//!
//! The words are those of the rules' own files, whose examples run as tests; what was measured comes from the ways of
//! the clients ([`measured`]), and known mistakes from the page that the fixtures write.

use std::{fmt::Write, fs};

use undrained_lint::{config::Level, rules};

use super::measured;
use crate::root;

const INTRODUCTION: &str = "\
# Rules

What each rule reports, in the words of [its own file](../lint/src/rules/), whose examples run as tests.
`cargo undrained explain RULE` tells the same in the terminal, `cargo undrained rules` lists them.

A rule whose level is `allow` is off unless asked for: [`configuration.md`](configuration.md) says how.
What can be mended by the program itself is in [`fixes.md`](fixes.md).
`cargo xtask docs` writes this page.

| rule | level | what it reports |
|---|---|---|
";

/// What was measured of what a rule is about: the ways, as `measured` names them.
const MEASURED: [(&str, &[&str]); 4] = [
    ("unread_body", &["drop_at_once"]),
    ("unread_on_exit", &["drop_at_once"]),
    ("partly_read", &["one_piece", "all_bytes_but_not_the_end"]),
    ("unread_error_status", &["error_status"]),
];

const MISTAKES: &str = "docs/known-mistakes.md";

/// The page.
pub fn page() -> Result<String, String> {
    let known =
        fs::read_to_string(root().join(MISTAKES)).map_err(|error| format!("failed to read {MISTAKES}: {error}"))?;
    let mut text = INTRODUCTION.to_owned();
    for rule in rules::ALL {
        let level = Level::default_of(rule).name();
        let summary = rule.summary();
        let summary = summary.strip_prefix("Reports ").unwrap_or(&summary);
        let _ = writeln!(text, "| [`{0}`](#{0}) | `{level}` | {summary} |", rule.name);
    }
    for rule in rules::ALL {
        let _ = write!(text, "\n{}\n", inner(&rule.docs()));
        if let Some((_, ways)) = MEASURED.iter().find(|(name, _)| *name == rule.name) {
            let _ = write!(text, "\n### What it costs\n\n{}\n{}", measured::LETTERS, measured::table(ways)?);
        }
        let mistakes = mistakes(&known, rule.name);
        if !mistakes.is_empty() {
            let _ = write!(text, "\n### Known mistakes\n\nEach is asserted by a fixture.\n\n{mistakes}");
        }
    }
    Ok(text)
}

/// The documentation of a rule as a part of a page: headings one level deeper with lines around them, code as Rust.
fn inner(docs: &str) -> String {
    let mut text = String::new();
    for line in docs.lines() {
        if line.starts_with('#') {
            if !text.is_empty() && !text.ends_with("\n\n") {
                text.push('\n');
            }
            let _ = write!(text, "#{line}\n\n");
        } else if line == "```rs" {
            text.push_str("```rust\n");
        } else if !line.is_empty() || !text.ends_with("\n\n") {
            let _ = writeln!(text, "{line}");
        }
    }
    text.trim_end().to_owned()
}

/// The rows of the page of known mistakes that are about a rule, as a list.
fn mistakes(page: &str, rule: &str) -> String {
    let mut list = String::new();
    let mut kind = "";
    for line in page.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            kind = heading;
        }
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        if let [why, of, fixtures] = cells[..]
            && of.trim_matches('`') == rule
        {
            let _ = writeln!(list, "- {kind}: {why} ({})", fixtures.replace("<br>", ", "));
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::{inner, mistakes};

    #[test]
    fn docs_of_a_rule_are_a_part_of_the_page() {
        let docs =
            "# rule\n\n## What it does\nReports.\n\n## Example\n```rs\nfn f() {\n\n}\n```\n\n## Known misses\nSome.";
        let expected = "## rule\n\n### What it does\n\nReports.\n\n### Example\n\n```rust\nfn f() {\n\n}\n```\n\n\
                        ### Known misses\n\nSome.";
        assert_eq!(inner(docs), expected);
    }

    #[test]
    fn mistakes_are_those_of_the_rule() {
        let page = "## Reported, and should not be\n\n| why | rule | fixture |\n|---|---|---|\n\
                    | one | `a` | [x](x.rs)<br>[y](y.rs) |\n| other | `b` | [z](z.rs) |\n";
        assert_eq!(mistakes(page, "a"), "- Reported, and should not be: one ([x](x.rs), [y](y.rs))\n");
        assert_eq!(mistakes(page, "c"), "");
    }
}
