//! The attributes in a stub: those of the language, and those of Rust that say nothing of bodies.

use syn::{Attribute, Expr, Lit, Meta, spanned::Spanned as _, visit::Visit};

use super::Problems;
use crate::suggest;

/// Those of the language; `docs/stubs.md` explains them.
const OURS: [&str; 15] = [
    "apart",
    "body",
    "client",
    "erased",
    "fix",
    "ignored",
    "items",
    "opaque",
    "response",
    "result",
    "reuse",
    "shared",
    "sleeps",
    "unchecked",
    "versions",
];

/// Those of Rust that may stand in a copy of a crate's signatures.
const RUST: [&str; 18] = [
    "allow",
    "async_trait",
    "cfg",
    "cfg_attr",
    "cold",
    "default",
    "deny",
    "deprecated",
    "derive",
    "doc",
    "expect",
    "forbid",
    "inline",
    "must_use",
    "non_exhaustive",
    "repr",
    "track_caller",
    "warn",
];

pub fn check(file: &syn::File, problems: &mut Problems) {
    Checker { problems }.visit_file(file);
}

struct Checker<'a> {
    problems: &'a mut Problems,
}

impl Visit<'_> for Checker<'_> {
    fn visit_attribute(&mut self, attr: &Attribute) {
        // `rustfmt::skip` and the like are for other tools.
        let Some(name) = attr.path().get_ident().map(ToString::to_string) else { return };
        match name.as_str() {
            "fix" => match text(attr) {
                Some(text) if text.contains("{}") => {}
                _ => self.problem(
                    attr,
                    "a fix says how to drain a variable, and `{}` stands for it",
                    "write `#[fix = \"let _ = {}.text();\"]`",
                ),
            },
            "reuse" if text(attr).as_deref() != Some("none") => {
                self.problem(
                    attr,
                    "a function can be said to have no connection, and nothing else",
                    "write `#[reuse = \"none\"]`",
                );
            }
            "result" if text(attr).is_none() => {
                self.problem(
                    attr,
                    "this attribute names a function of the result's type",
                    "write `#[result = \"from_iter\"]`",
                );
            }
            name if OURS.contains(&name) || RUST.contains(&name) => {}
            name => {
                let help = suggest::did_you_mean(name, OURS)
                    .unwrap_or_else(|| "it says nothing here, take it away".to_owned());
                self.problem(attr, &format!("there is no attribute `{name}` in stubs"), &help);
            }
        }
    }
}

impl Checker<'_> {
    fn problem(&mut self, attr: &Attribute, message: &str, help: &str) {
        self.problems.at(attr.span(), message, Some(help.to_owned()));
    }
}

/// The text after `=`.
fn text(attr: &Attribute) -> Option<String> {
    match &attr.meta {
        Meta::NameValue(pair) => match &pair.value {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}
