//! Variables under other names.
//!
//! Without types, a name is changed in all of a file or not at all.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::visit::{self, Visit};

use super::edited;

/// Each variable under another name, every second one with an underscore in front. Names that are also something
/// else, such as a method, stay.
pub fn variables_renamed(code: &str) -> Option<String> {
    let file = syn::parse_file(code).ok()?;
    let mut names = Names::default();
    names.visit_file(&file);
    let mut uses = Vec::new();
    names.uses(code.parse().expect("it was parsed before"), &mut uses);
    // snafu knows fields by their names.
    names.others.extend(["source", "message", "backtrace"].map(str::to_owned));
    let variables: Vec<&String> = names.variables.difference(&names.others).collect();
    let new: BTreeMap<&str, String> = variables
        .iter()
        .enumerate()
        .map(|(n, name)| (name.as_str(), format!("{}renamed{n}", if n % 2 == 0 { "" } else { "_" })))
        .collect();
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for (range, text) in uses {
        match new.get(text.as_str()) {
            Some(name) => edits.push((range, name.clone())),
            None if text.starts_with('"') => {
                let mut literal = text.clone();
                for (old, new) in &new {
                    for end in ["}", ":"] {
                        literal = literal.replace(&format!("{{{old}{end}"), &format!("{{{new}{end}"));
                    }
                }
                edits.push((range, literal));
            }
            None => {}
        }
    }
    (!new.is_empty()).then(|| edited(code, edits))
}

/// What names stand for in a file.
#[derive(Default)]
struct Names {
    /// Variables and parameters.
    variables: BTreeSet<String>,
    /// Fields that the file itself declares. They may have the names of variables, and change with them.
    fields: BTreeSet<String>,
    /// Everything else.
    others: BTreeSet<String>,
}

impl Visit<'_> for Names {
    fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
        let name = pat.ident.to_string();
        if name != "self" && name.starts_with(|first: char| first.is_lowercase()) {
            self.variables.insert(name);
        }
        visit::visit_pat_ident(self, pat);
    }

    fn visit_field(&mut self, field: &syn::Field) {
        self.fields.extend(field.ident.as_ref().map(Ident::to_string));
    }

    fn visit_field_pat(&mut self, pat: &syn::FieldPat) {
        self.field(&pat.member);
        visit::visit_field_pat(self, pat);
    }

    fn visit_field_value(&mut self, value: &syn::FieldValue) {
        self.field(&value.member);
        visit::visit_field_value(self, value);
    }

    fn visit_signature(&mut self, signature: &syn::Signature) {
        self.others.insert(signature.ident.to_string());
        visit::visit_signature(self, signature);
    }

    fn visit_item_mod(&mut self, module: &syn::ItemMod) {
        self.others.insert(module.ident.to_string());
        visit::visit_item_mod(self, module);
    }
}

impl Names {
    fn field(&mut self, member: &syn::Member) {
        if let syn::Member::Named(name) = member
            && !self.fields.contains(&name.to_string())
        {
            self.others.insert(name.to_string());
        }
    }

    /// All names and strings of a text. Those that cannot be variables are noted.
    fn uses(&mut self, tokens: TokenStream, uses: &mut Vec<(Range<usize>, String)>) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is = |n: Option<usize>, wanted: char| match n.and_then(|n| tokens.get(n)) {
            Some(TokenTree::Punct(punct)) => punct.as_char() == wanted,
            _ => false,
        };
        let mut in_use = false;
        for (n, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Group(group) => {
                    let is_attribute = group.delimiter() == Delimiter::Bracket
                        && (is(n.checked_sub(1), '#') || (is(n.checked_sub(1), '!') && is(n.checked_sub(2), '#')));
                    let mut inner = Vec::new();
                    self.uses(group.stream(), &mut inner);
                    if is_attribute || in_use {
                        self.others.extend(inner.into_iter().map(|(_, name)| name));
                    } else {
                        uses.extend(inner);
                    }
                }
                TokenTree::Ident(ident) => {
                    let name = ident.to_string();
                    in_use |= name == "use" && !is(Some(n + 1), '<');
                    let before = |wanted| is(n.checked_sub(1), wanted);
                    let after = |wanted| is(Some(n + 1), wanted);
                    let is_range = before('.') && is(n.checked_sub(2), '.');
                    let is_called = match tokens.get(n + 1) {
                        Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Parenthesis,
                        _ => false,
                    };
                    let is_foreign = before('.') && !is_range && (is_called || !self.fields.contains(&name));
                    let in_path = (before(':') && is(n.checked_sub(2), ':')) || (after(':') && is(Some(n + 2), ':'));
                    let is_macro = after('!') && !is(Some(n + 2), '=');
                    if is_foreign || in_path || is_macro || in_use || before('\'') {
                        self.others.insert(name);
                    } else {
                        uses.push((ident.span().byte_range(), name));
                    }
                }
                TokenTree::Literal(literal) => uses.push((literal.span().byte_range(), literal.to_string())),
                TokenTree::Punct(punct) => in_use &= punct.as_char() != ';',
            }
        }
    }
}
