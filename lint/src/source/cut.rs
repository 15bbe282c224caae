//! Cuts a stream of tokens into items, without understanding them.
//!
//! All that is needed is where an item ends: at its `;`, or at its braces. What stands between the braces, and the
//! initialiser of a constant, is set aside, so that `syn` gets to see the head only.

use std::{iter::Peekable, ops::Range};

use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree, token_stream};

use super::{attrs::Attrs, places};

/// What an item is, by its keyword.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Fn,
    Const,
    Type,
    /// `struct`, `enum`, `union`.
    Adt,
    Trait,
    Impl,
    Mod,
    Use,
    ExternCrate,
    /// `extern "C" { .. }`
    Foreign,
    /// A macro call or definition; the name is the last segment of its path.
    Macro,
    /// None of these.
    Unknown,
}

/// An item, cut out.
pub(super) struct Piece {
    pub attrs: Attrs,
    pub kind: Kind,
    /// Without attributes, body and initialiser; with the `;`.
    pub head: Vec<TokenTree>,
    /// The braces that end the item, or the group of a macro call.
    pub body: Option<Group>,
    /// What stands behind the `=` of a constant.
    pub value: Vec<TokenTree>,
    /// From the first token after the attributes to the last.
    pub range: Range<usize>,
}

/// Tokens that are cut into pieces.
pub(super) struct Cutter {
    tokens: Peekable<token_stream::IntoIter>,
    keep_attrs: bool,
    /// The `#![..]` met so far.
    pub inner: Attrs,
}

impl Cutter {
    pub fn new(tokens: TokenStream, keep_attrs: bool) -> Self {
        Cutter { tokens: tokens.into_iter().peekable(), keep_attrs, inner: Attrs::default() }
    }

    /// The next token, as it is.
    pub fn token(&mut self) -> Option<TokenTree> {
        self.tokens.next()
    }

    /// The token after that, if it is an identifier.
    pub fn peek_ident(&mut self) -> Option<&Ident> {
        match self.tokens.peek() {
            Some(TokenTree::Ident(ident)) => Some(ident),
            _ => None,
        }
    }

    /// Is this mark the next token?
    pub fn peek_mark(&mut self, mark: char) -> bool {
        matches!(self.tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
    }

    /// Reads the rest of an attribute whose `#` was taken.
    pub fn attribute(&mut self, attrs: &mut Attrs) {
        let inner = self.tokens.next_if(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == '!'));
        let bracket =
            |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
        if let Some(TokenTree::Group(group)) = self.tokens.next_if(bracket) {
            let target = if inner.is_some() { &mut self.inner } else { attrs };
            target.add(contents(group), self.keep_attrs);
        }
    }

    /// The next item.
    pub fn piece(&mut self) -> Option<Piece> {
        let mut attrs = Attrs::default();
        loop {
            match self.tokens.next()? {
                TokenTree::Punct(punct) if punct.as_char() == '#' => self.attribute(&mut attrs),
                TokenTree::Punct(punct) if punct.as_char() == ';' => {}
                first => return Some(self.piece_from(first, attrs)),
            }
        }
    }

    /// The item that begins with this token.
    pub fn piece_from(&mut self, first: TokenTree, attrs: Attrs) -> Piece {
        let start = first.span();
        let mut end = start;
        let mut piece =
            Piece { attrs, kind: Kind::Unknown, head: Vec::new(), body: None, value: Vec::new(), range: 0..0 };
        let mut head = Head::default();
        let mut next = Some(first);
        while let Some(token) = next {
            end = token.span();
            match head.step(&token, &mut self.tokens) {
                Step::Take => piece.head.push(token),
                Step::Skip => {}
                Step::Value => {
                    end = self.value(&mut piece, end);
                    break;
                }
                Step::End => {
                    match token {
                        TokenTree::Group(group) => piece.body = Some(group),
                        token => piece.head.push(token),
                    }
                    break;
                }
            }
            next = self.tokens.next();
        }
        piece.kind = head.kind.unwrap_or(Kind::Unknown);
        if piece.kind == Kind::Impl {
            strip_visibility(&mut piece.head);
        }
        let is_call = piece.body.as_ref().is_some_and(|group| group.delimiter() != Delimiter::Brace);
        if is_call && let Some(semicolon) = self.tokens.next_if(is_semicolon) {
            end = semicolon.span();
        }
        piece.range = places::range(start).start..places::range(end).end;
        piece
    }

    /// Takes an initialiser and its `;`; returns where it ends.
    fn value(&mut self, piece: &mut Piece, mut end: Span) -> Span {
        for token in self.tokens.by_ref() {
            end = token.span();
            if is_semicolon(&token) {
                break;
            }
            piece.value.push(token);
        }
        end
    }
}

/// The tokens in a group, without a copy.
pub(super) fn contents(group: Group) -> TokenStream {
    let tokens = group.stream();
    drop(group); // `tokens` is the only owner now, so that iterating over it moves.
    tokens
}

/// Where in its head an item is.
#[derive(Default)]
struct Head {
    kind: Option<Kind>,
    angles: usize,
    /// The mark in front, if it is joined to the next token.
    joint: Option<char>,
    star: bool,
}

enum Step {
    /// Belongs to the head.
    Take,
    /// Is left out of the head.
    Skip,
    /// The `=` of a constant: from here on it is the initialiser.
    Value,
    /// The last token of the item.
    End,
}

impl Head {
    fn step(&mut self, token: &TokenTree, rest: &mut Peekable<token_stream::IntoIter>) -> Step {
        let joint = self.joint.take();
        let star = std::mem::take(&mut self.star);
        match token {
            TokenTree::Ident(ident) => return self.ident(ident, star, rest),
            TokenTree::Punct(punct) => {
                let mark = punct.as_char();
                self.joint = (punct.spacing() == Spacing::Joint).then_some(mark);
                self.star = mark == '*';
                match mark {
                    ';' => return Step::End,
                    '<' => self.angles += 1,
                    '>' if joint != Some('-') => self.angles = self.angles.saturating_sub(1),
                    '=' if self.kind == Some(Kind::Const) && self.angles == 0 => return Step::Value,
                    ':' if self.kind.is_none() => self.kind = Some(Kind::Macro),
                    _ => {}
                }
            }
            TokenTree::Group(group) => {
                let ends = match self.kind {
                    Some(Kind::Const | Kind::Type | Kind::Use | Kind::ExternCrate) => false,
                    Some(Kind::Macro) => self.angles != MACRO_DEFINITION || group.delimiter() == Delimiter::Brace,
                    _ => group.delimiter() == Delimiter::Brace && self.angles == 0,
                };
                if ends {
                    return Step::End;
                }
            }
            TokenTree::Literal(_) => {}
        }
        Step::Take
    }

    fn ident(&mut self, ident: &Ident, star: bool, rest: &mut Peekable<token_stream::IntoIter>) -> Step {
        match self.kind {
            None => {}
            // `extern "C" fn`
            Some(Kind::Foreign) if ident == "fn" => {
                self.kind = Some(Kind::Fn);
                return Step::Take;
            }
            // `impl const Trait for T` is not stable and `syn` refuses it; for us it is `impl Trait for T`.
            Some(Kind::Impl) if ident == "const" && self.angles == 0 && !star => return Step::Skip,
            Some(_) => return Step::Take,
        }
        let word = ident.to_string();
        let next = rest.peek();
        let called = matches!(next, Some(TokenTree::Punct(punct)) if matches!(punct.as_char(), '!' | ':'));
        let next = match next {
            Some(TokenTree::Ident(ident)) => Some(ident.to_string()),
            _ => None,
        };
        self.kind = Some(match (word.as_str(), next.as_deref()) {
            ("impl", _) => Kind::Impl,
            ("use", _) => Kind::Use,
            // Anything else in front of `!` or `::` is the name of a macro.
            _ if called => Kind::Macro,
            // Also a modifier, of more than just functions.
            ("const", Some("impl" | "trait" | "auto")) => return Step::Skip,
            ("const", Some("fn" | "unsafe" | "async" | "extern" | "safe")) => return Step::Take,
            ("pub" | "crate" | "default" | "unsafe" | "safe" | "async" | "auto", _) => return Step::Take,
            ("fn", _) => Kind::Fn,
            ("const" | "static", _) => Kind::Const,
            ("type", _) => Kind::Type,
            ("struct" | "enum", _) | ("union", Some(_)) => Kind::Adt,
            ("trait", _) => Kind::Trait,
            ("mod", _) => Kind::Mod,
            ("extern", Some("crate")) => Kind::ExternCrate,
            ("extern", _) => Kind::Foreign,
            // `macro name($x:expr) { .. }`
            ("macro", Some(_)) => {
                self.angles = MACRO_DEFINITION;
                Kind::Macro
            }
            _ => Kind::Unknown,
        });
        Step::Take
    }
}

/// A `macro` definition has parentheses that do not end it; it has no use for a count of angles.
const MACRO_DEFINITION: usize = usize::MAX / 2;

fn is_semicolon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';')
}

/// Some macros give a meaning to `pub impl`; to us it is an `impl`.
fn strip_visibility(head: &mut Vec<TokenTree>) {
    if matches!(head.first(), Some(TokenTree::Ident(ident)) if ident == "pub") {
        let restricted = matches!(head.get(1), Some(TokenTree::Group(_)));
        head.drain(..1 + usize::from(restricted));
    }
}
