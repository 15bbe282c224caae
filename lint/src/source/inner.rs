//! Finds the items that stand among the statements of a function body.
//!
//! The body is not parsed for that. Between braces, what follows the opening brace, a `;` or another block is the
//! beginning of a statement; whether it is an item shows in one or two words. Macro calls are left alone.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};

use super::{
    attrs::Attrs,
    cut::{Cutter, Piece, contents},
    macros,
};

/// The items in the braces of a body, those in nested blocks included, in order of their ends.
pub(super) fn pieces(body: TokenStream, is_block: bool, keep_attrs: bool) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut levels = vec![Level::new(body, is_block, keep_attrs)];
    // No recursion: bodies are as deep as their author likes.
    while let Some(level) = levels.last_mut() {
        match level.tokens.token() {
            None => {
                levels.pop();
            }
            Some(TokenTree::Group(group)) => {
                let is_block = group.delimiter() == Delimiter::Brace;
                let is_macro = std::mem::replace(&mut level.bang, false);
                level.starts = level.is_block && is_block;
                level.word = false;
                if !is_macro {
                    levels.push(Level::new(contents(group), is_block, keep_attrs));
                }
            }
            Some(token) => found.extend(level.step(token)),
        }
    }
    found
}

struct Level {
    tokens: Cutter,
    /// In braces: it may hold statements.
    is_block: bool,
    /// Is this the beginning of a statement?
    starts: bool,
    attrs: Attrs,
    /// Was the last token a word, that could be the name of a macro?
    word: bool,
    /// Were the last tokens a macro's name and its `!`?
    bang: bool,
}

impl Level {
    fn new(tokens: TokenStream, is_block: bool, keep_attrs: bool) -> Self {
        let tokens = Cutter::new(tokens, keep_attrs);
        Level { tokens, is_block, starts: is_block, attrs: Attrs::default(), word: false, bang: false }
    }

    fn step(&mut self, token: TokenTree) -> Option<Piece> {
        let starts = std::mem::replace(&mut self.starts, false);
        let word = std::mem::replace(&mut self.word, false);
        match &token {
            TokenTree::Punct(punct) => match punct.as_char() {
                ';' => {
                    self.starts = self.is_block;
                    self.attrs = Attrs::default();
                }
                '#' if starts => {
                    self.tokens.attribute(&mut self.attrs);
                    self.starts = true;
                }
                '!' => self.bang = word,
                _ => self.bang = false,
            },
            TokenTree::Ident(ident) if starts => {
                let attrs = std::mem::take(&mut self.attrs);
                if begins_item(ident, &mut self.tokens) {
                    self.starts = true;
                    return Some(self.tokens.piece_from(token, attrs));
                }
                self.word = true;
            }
            // In `macro_rules! name {..}` the name keeps the bang.
            TokenTree::Ident(ident) => self.word = !self.bang && ident != "if" && ident != "return",
            _ => {}
        }
        None
    }
}

/// Does a statement that begins with this word declare an item?
fn begins_item(ident: &Ident, rest: &mut Cutter) -> bool {
    let word = ident.to_string();
    match word.as_str() {
        "fn" | "struct" | "enum" | "impl" | "use" | "trait" | "type" | "mod" | "pub" | "extern" => true,
        "union" => rest.peek_ident().is_some(),
        "const" | "static" => rest.peek_ident().is_some_and(|next| next != "move" && next != "async"),
        "unsafe" => rest.peek_ident().is_some_and(|next| next != "move"),
        "async" => rest.peek_ident().is_some_and(|next| next == "fn" || next == "unsafe"),
        _ => macros::has_items_anywhere(&word) && rest.peek_mark('!'),
    }
}

#[cfg(test)]
mod tests {
    use crate::source::cut::Kind;

    fn check(body: &str, expected: &[Kind]) {
        let found: Vec<_> = super::pieces(body.parse().unwrap(), true, false).iter().map(|piece| piece.kind).collect();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn items_among_statements_are_found() {
        check("use a::{b, c}; let x = 1; fn f() {} f()", &[Kind::Use, Kind::Fn]);
        check("#[derive(Debug)] struct S { a: u8 } impl S { fn f() {} } S {}", &[Kind::Adt, Kind::Impl]);
        check("if a { const X: u8 = { 1 }; } else { static Y: u8 = 2; }", &[Kind::Const, Kind::Const]);
        check("spawn(async move { pub async fn f() {} });", &[Kind::Fn]);
        check("unsafe { f() } unsafe fn f() {}", &[Kind::Fn]);
        check("thread_local! { static X: u8 = 1; } 1", &[Kind::Macro]);
        check("for x in y {} mod m { fn f() {} }", &[Kind::Mod]);
    }

    #[test]
    fn expressions_are_not_items() {
        check("const { 1 } ; async move { 1 }; unsafe { f() }; static || 1; union = 2;", &[]);
        check("let f: fn() = g; let x = y as fn(); match a { b if c => {} _ => {} }", &[]);
        check("quote! { fn f() {} } ; select! { x = y => { use a; } }", &[]);
        check("macro_rules! m { () => { fn f() {} } }", &[]);
    }
}
