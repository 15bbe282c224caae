//! Where a statement begins, from its tokens alone: nothing is parsed, so that macros are no different from other code.

use proc_macro2::{Delimiter, TokenTree};

use super::{
    parse::{lex, lex_file},
    places,
    text::without_head,
};

/// The first byte of the innermost statement that `at` is in: also an arm of a `match`, a field, or an item. A file
/// that cannot be split into tokens has none.
pub fn statement(text: &str, at: usize) -> Option<usize> {
    let mut level = Some((lex_file(text).ok()?, true));
    let mut start = None;
    while let Some((tokens, is_block)) = level.take() {
        let mut last = Last::Beginning;
        let mut line_of_last = 0;
        for token in tokens {
            let range = places::range(token.span());
            if range.start > at {
                break;
            }
            let is_first_of_line = text[line_of_last..range.start].contains('\n');
            line_of_last = range.start;
            if is_block && last.may_end_before(&token, is_first_of_line) {
                start = Some(range.start);
            }
            last = Last::of(&token);
            if let TokenTree::Group(group) = token
                && range.contains(&at)
            {
                level = Some((group.stream(), group.delimiter() == Delimiter::Brace));
            }
        }
    }
    start
}

/// What stood before a token.
enum Last {
    Beginning,
    Semicolon,
    Comma,
    Block,
    Other,
}

impl Last {
    fn of(token: &TokenTree) -> Last {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ';' => Last::Semicolon,
            TokenTree::Punct(punct) if punct.as_char() == ',' => Last::Comma,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Last::Block,
            _ => Last::Other,
        }
    }

    fn may_end_before(&self, next: &TokenTree, is_first_of_line: bool) -> bool {
        match (self, next) {
            (Last::Beginning | Last::Semicolon, _) => true,
            // Commas also stand between the arguments of a type.
            (Last::Comma, _) => is_first_of_line,
            (Last::Block, TokenTree::Ident(word)) => word != "else",
            (Last::Block, TokenTree::Punct(punct)) => punct.as_char() == '#',
            (Last::Block, _) => true,
            (Last::Other, _) => false,
        }
    }
}

/// Can a comment stand at this byte, without becoming a part of a string or of documentation?
pub fn is_between_tokens(text: &str, at: usize) -> bool {
    let Ok(mut tokens) = lex(&without_head(text)) else { return false };
    loop {
        let around = tokens.into_iter().find(|token| {
            let range = places::range(token.span());
            range.start < at && at < range.end
        });
        match around {
            Some(TokenTree::Group(group)) => tokens = group.stream(),
            Some(_) => return false,
            None => return true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `^` marks the place that is asked for, `|` where its statement begins.
    #[track_caller]
    fn check(marked: &str) {
        let text = marked.replace(['^', '|'], "");
        let at = marked.replace('|', "").find('^').expect("a place");
        let expected = marked.replace('^', "").find('|').expect("a statement");
        assert_eq!(statement(&text, at), Some(expected), "{marked}");
    }

    #[test]
    fn a_statement_begins_behind_another() {
        check("fn f() { |a^(); b(); }");
        check("fn f() { a(); |let x = b(c, ^d); }");
        check("fn f() { if a {} |b^(); }");
        check("fn f() { |if a {} else if ^b {} c(); }");
        check("fn f() { |match a {}.^b(); }");
        check("fn f() { a(async { x; |y^ }); }");
        check("fn f() { |a(b(^y)); }");
        check("fn f() { |#[cfg(unix)] a^(); }");
        check("fn f() { if a {} |#[cfg(unix)] a^(); }");
    }

    #[test]
    fn arms_and_fields_are_like_statements() {
        check("fn f() { match a {\n  A => b,\n  |B => ^c,\n } }");
        check("fn f() { match a {\n  A => {}\n  |B => ^c,\n } }");
        check("fn f() { S {\n  a,\n  |b: ^c } }");
        check("fn f() { |let a: Map<A, B> = ^c; }");
    }

    #[test]
    fn macros_are_like_other_code() {
        check("fn f() { select! { a = b => c(),\n  |d = ^e => {} } }");
    }

    #[test]
    fn outside_of_bodies_it_is_the_item() {
        check("fn f() {}\n/// Docs.\n|pub fn g(^a: A) {}");
        check("mod m { |fn g(^a: A) {} }");
        assert_eq!(statement("fn f( {", 3), None);
    }

    #[test]
    fn strings_and_documentation_are_no_place_for_a_comment() {
        let check = |text: &str, expected: bool| {
            assert_eq!(is_between_tokens(text, text.find('\n').expect("two lines") + 1), expected, "{text}");
        };
        check("fn f() { a(\n) }", true);
        check("fn f() { \"a\nb\" }", false);
        check("fn f() { r#\"a\nb\"# }", false);
        check("/** a\nb */ fn f() {}", false);
        check("/// a\n/// b\nfn f() {}", true);
    }
}
