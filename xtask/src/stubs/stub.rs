//! A stub as a file: its head, its items, and the notes on them that only this task reads.
//!
//! | note | on | meaning |
//! |---|---|---|
//! | `#[unchecked = "why"]` | anything; with `!` the file | nothing of it is checked; where a type with it stands in a signature, that is left open |
//! | `#[unchecked(output = "why")]` | a function | all but its output is checked |
//! | `#[versions = "<0.13"]` | anything | the crate has it in these versions only |
//! | `#[ignored("a", "b")]` | a `#[body]` or `#[response]` | methods that the crate has and the stub need not know |
//!
//! The analyser ignores them. What a signature means is for [`claims`](super::claims).

use proc_macro2::Span;
use syn::{Attribute, LitStr, Meta, punctuated::Punctuated, spanned::Spanned};

use super::versions::Requirement;

/// A stub that was read.
pub struct Stub {
    /// As it is shown: `lint/clients/http.rs`.
    pub path: String,
    /// Of the file.
    pub text: String,
    /// The crate, with `_`.
    pub krate: String,
    /// The same as Cargo knows it: the first word of the file, if it is that.
    pub package: String,
    /// Its versions.
    pub versions: Requirement,
    /// The features that have to be on for all of it to be there.
    pub features: Vec<String>,
    /// What an unread body costs; none if the crate has no connections.
    pub reuse: Option<String>,
    /// The same with other features, the strongest first.
    pub reuse_by_feature: Vec<(String, String)>,
    /// What the file says of itself: its first paragraph, and the others.
    pub words: Vec<String>,
    /// On the file.
    pub notes: Notes,
    /// All of it.
    pub items: Vec<syn::Item>,
}

impl Stub {
    /// Reads a stub, or says why not.
    pub fn read(path: &str, text: &str) -> Result<Stub, String> {
        let failed = |error: syn::Error| format!("{path}:{}: {error}", line(error.span()));
        let file = syn::parse_file(text).map_err(failed)?;
        let head = file.attrs.iter().find(|attr| attr.path().is_ident("client"));
        let head = head.ok_or_else(|| format!("{path}: it has no `#![client(..)]`"))?;
        let mut stub = Stub {
            path: path.to_owned(),
            text: text.to_owned(),
            krate: String::new(),
            package: String::new(),
            versions: Requirement::default(),
            features: Vec::new(),
            reuse: None,
            reuse_by_feature: Vec::new(),
            words: paragraphs(text),
            notes: Notes::read(&file.attrs).map_err(failed)?,
            items: file.items,
        };
        let parsed = head.parse_nested_meta(|meta| {
            let value = meta.value()?.parse::<LitStr>()?.value();
            if meta.path.is_ident("krate") {
                stub.krate = value.replace('-', "_");
            } else if meta.path.is_ident("versions") {
                stub.versions = Requirement::read(&value);
            } else if meta.path.is_ident("features") {
                stub.features = value.split(',').map(|name| name.trim().to_owned()).collect();
            } else if meta.path.is_ident("reuse") {
                stub.reuse = Some(value);
            } else if meta.path.is_ident("reuse_by_feature") {
                let pairs = value.split(',').filter_map(|pair| pair.split_once(':'));
                stub.reuse_by_feature =
                    pairs.map(|(name, reuse)| (name.trim().to_owned(), reuse.trim().to_owned())).collect();
            }
            Ok(())
        });
        parsed.map_err(failed)?;
        let first = text.trim_start_matches("//!").split_whitespace().next().unwrap_or_default();
        let first = first.trim_end_matches([',', ':']);
        stub.package =
            if first.replace('-', "_") == stub.krate { first.to_owned() } else { stub.krate.replace('_', "-") };
        Ok(stub)
    }

    /// What stands at a span, in one line.
    pub fn text_of(&self, span: Span) -> String {
        let words = self.text.get(span.byte_range()).unwrap_or_default().split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    }
}

/// The documentation of a file, each of its paragraphs in one line.
fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.lines().map_while(|line| line.strip_prefix("//!"));
    let lines: Vec<_> = lines.map(str::trim).collect();
    lines.split(|line| line.is_empty()).map(|lines| lines.join(" ")).collect()
}

/// The line of a span, from 1.
pub fn line(span: Span) -> usize {
    span.start().line
}

/// What is noted on an item.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// Why it is not checked.
    pub unchecked: Option<String>,
    /// Why its output is not.
    pub unchecked_output: Option<String>,
    /// The versions that have it, if not all have.
    pub versions: Option<Requirement>,
    /// Methods of the real type that need not be here.
    pub ignored: Vec<String>,
    /// `#[body]` or `#[response]`.
    pub is_body: bool,
    /// Why it is not checked stands on a module around it.
    pub inherited: bool,
}

impl Notes {
    /// Takes over what stands on the module around the item.
    pub fn inherit(&mut self, outer: &Notes) {
        if self.unchecked.is_none() && outer.unchecked.is_some() {
            self.unchecked.clone_from(&outer.unchecked);
            self.inherited = true;
        }
        if self.versions.is_none() {
            self.versions.clone_from(&outer.versions);
        }
    }

    /// Reads those among some attributes.
    pub fn read(attrs: &[Attribute]) -> syn::Result<Notes> {
        let mut notes = Notes::default();
        for attr in attrs {
            let Some(name) = attr.path().get_ident() else { continue };
            match (name.to_string().as_str(), &attr.meta) {
                ("unchecked", Meta::NameValue(_)) => notes.unchecked = Some(value(attr)?),
                ("unchecked", _) => attr.parse_nested_meta(|meta| {
                    if !meta.path.is_ident("output") {
                        return Err(meta.error("only the `output` can be left unchecked by itself"));
                    }
                    notes.unchecked_output = Some(meta.value()?.parse::<LitStr>()?.value());
                    Ok(())
                })?,
                ("versions", _) => notes.versions = Some(Requirement::read(&value(attr)?)),
                ("ignored", _) => {
                    let names = attr.parse_args_with(Punctuated::<LitStr, syn::Token![,]>::parse_terminated)?;
                    notes.ignored = names.iter().map(LitStr::value).collect();
                }
                ("body" | "response", _) => notes.is_body = true,
                _ => {}
            }
        }
        Ok(notes)
    }
}

/// The text after `=`.
fn value(attr: &Attribute) -> syn::Result<String> {
    match &attr.meta.require_name_value()?.value {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Ok(text.value()),
        other => Err(syn::Error::new(other.span(), "a text has to stand here")),
    }
}
