//! Text to `syn` trees, behind the guard: whole functions and initialisers, when something wants to look inside.
//!
//! Offsets in the trees count from the beginning of the text that was given. The lexer remembers each text until
//! [`forget_spans`] is called; after that no span that was made before may be asked for its place.

use std::ops::Range;

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser as _};

use super::{guard, places, text};

pub use proc_macro2::extra::invalidate_current_thread_spans as forget_spans;

/// A construct that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where, in the text that was read.
    pub range: Range<usize>,
    /// Why, in lower case and without a full stop.
    pub message: String,
}

impl Refusal {
    pub(super) fn new(range: Range<usize>, message: &str) -> Self {
        Refusal { range, message: message.to_owned() }
    }

    /// The place that `syn` names, if it lies in what was parsed.
    pub(super) fn from_syn(error: &syn::Error, whole: Range<usize>) -> Self {
        let at = places::range(error.span());
        let known = at.start >= whole.start && at.end <= whole.end && !at.is_empty();
        Refusal { range: if known { at } else { whole }, message: error.to_string() }
    }
}

/// Parses a whole function: visibility, signature with or without a receiver, body.
pub fn parse_fun(text: &str) -> Result<syn::ImplItemFn, Refusal> {
    parse_with(text, syn::parse::Parse::parse)
}

/// Parses an expression, such as an initialiser.
pub fn parse_expr(text: &str) -> Result<syn::Expr, Refusal> {
    parse_with(text, syn::parse::Parse::parse)
}

/// Parses a text with any parser.
pub fn parse_with<T>(text: &str, parser: fn(ParseStream) -> syn::Result<T>) -> Result<T, Refusal> {
    parse_tokens(lex(text)?, parser).map_err(|error| Refusal::from_syn(&error, 0..text.len()))
}

/// Parses the input of a macro call. `syn` hands it on as it is, so that it has not passed the guard yet.
pub fn parse_tokens<T>(tokens: TokenStream, parser: fn(ParseStream) -> syn::Result<T>) -> syn::Result<T> {
    let tokens = guard::admit(tokens).map_err(|too_deep| syn::Error::new(too_deep.0, "nested too deeply"))?;
    parser.parse2(tokens)
}

/// Lexes a file, without its documentation.
pub(super) fn lex_file(text: &str) -> Result<TokenStream, Refusal> {
    lex(&text::without_docs(text))
}

/// Lexes a part of a file.
pub(super) fn lex(text: &str) -> Result<TokenStream, Refusal> {
    places::note(text);
    text.parse().map_err(|error: proc_macro2::LexError| {
        let at = error.span().byte_range();
        let next = text[at.start..].chars().next().map_or(0, char::len_utf8);
        Refusal::new(
            at.start..at.end.max(at.start + next),
            "cannot be split into tokens: an unbalanced bracket or a literal without an end",
        )
    })
}
