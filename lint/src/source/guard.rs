//! A limit on how deep `syn` may have to recurse.
//!
//! `syn` is a recursive parser, and a stack overflow cannot be caught: it ends the process. Before it sees any
//! tokens they pass through here. Brackets are counted, and for what recurses without brackets (`!!!x`,
//! `a = b = c`, `|| || x`, `&mut &mut T`, `x.a().b()`) so are the tokens that are *open*: those since the last
//! `;`, `,` or `=>`, in this group and in all groups around it. No recursion goes deeper than that number, since
//! each level must take a token. The limits are far above what people write and far below what a 64 MiB stack
//! bears, for `syn` and for whoever walks its trees.

use proc_macro2::{Delimiter, Group, Spacing, Span, TokenStream, TokenTree};

/// How many brackets of any kind may be open, and how many `<`.
const DEPTH: usize = 256;

/// How many tokens may be open. A third of that is enough for 200 MB of code by other people.
const OPEN: usize = 3000;

/// Nested deeper than the limit, at this place.
#[derive(Debug)]
pub(super) struct TooDeep(pub Span);

/// Hands the tokens through if `syn` can parse them on a 64 MiB stack.
pub(super) fn admit(tokens: impl IntoIterator<Item = TokenTree>) -> Result<TokenStream, TooDeep> {
    Level::default().admit(tokens)
}

/// The tokens of one group, up to where the walk is.
#[derive(Default)]
struct Level {
    /// Groups around this one.
    depth: usize,
    /// Open tokens of the groups around this one.
    above: usize,
    /// Tokens of a macro call: `syn` keeps them as they are, only brackets count.
    opaque: bool,
    open: usize,
    angles: usize,
    bars: usize,
    last: Last,
}

/// What stood in front of the token.
#[derive(Clone, Copy, Default, PartialEq)]
enum Last {
    #[default]
    Nothing,
    Ident,
    /// `name !`
    Bang,
    /// `name ! name`, as in `macro_rules! name`
    Named,
    Literal,
    Brace,
    Group,
    /// A punctuation mark that is joined to the next.
    Joint(char),
    Punct(char),
}

impl Level {
    fn admit(&mut self, tokens: impl IntoIterator<Item = TokenTree>) -> Result<TokenStream, TooDeep> {
        // Rebuilt and not only looked at: iterating over a shared stream would clone each token of it.
        let mut refused = None;
        let admitted = tokens
            .into_iter()
            .map_while(|token| self.token(token).map_err(|too_deep| refused = Some(too_deep)).ok())
            .collect();
        refused.map_or(Ok(admitted), Err)
    }

    fn token(&mut self, token: TokenTree) -> Result<TokenTree, TooDeep> {
        self.open += 1;
        let last = self.last;
        self.last = match &token {
            TokenTree::Ident(ident) => {
                // A statement that ended with its brace. `as` and `in` carry on with what stands before.
                if last == Last::Brace && ident != "as" && ident != "in" {
                    self.separator();
                }
                if last == Last::Bang { Last::Named } else { Last::Ident }
            }
            TokenTree::Literal(_) => {
                // `a < 1` and `a << 1` are no type arguments.
                match last {
                    Last::Punct('<') if self.angles > 0 => self.angles -= 1,
                    Last::Joint('<') => self.angles = self.angles.saturating_sub(2),
                    _ => {}
                }
                Last::Literal
            }
            TokenTree::Punct(punct) => self.punct(punct.as_char(), punct.spacing() == Spacing::Joint, last),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Last::Brace,
            TokenTree::Group(_) => Last::Group,
        };
        if !self.opaque && (self.above + self.open > OPEN || self.angles > DEPTH) {
            return Err(TooDeep(token.span()));
        }
        let TokenTree::Group(group) = token else { return Ok(token) };
        if self.depth == DEPTH {
            return Err(TooDeep(group.span()));
        }
        let mut inside = Level {
            depth: self.depth + 1,
            above: self.above + self.open,
            opaque: self.opaque || matches!(last, Last::Bang | Last::Named),
            ..Level::default()
        };
        let (delimiter, span, tokens) = (group.delimiter(), group.span(), group.stream());
        drop(group); // Now `tokens` is the only owner and is moved, not cloned.
        let mut group = Group::new(delimiter, inside.admit(tokens)?);
        group.set_span(span);
        Ok(TokenTree::Group(group))
    }

    fn punct(&mut self, mark: char, joint: bool, last: Last) -> Last {
        match mark {
            ';' => self.separator(),
            // Neither `A<B, C<D, ..` nor `|a, b| |c, d| ..` ends at its comma.
            ',' if self.angles == 0 && self.bars.is_multiple_of(2) => self.separator(),
            '>' if last == Last::Joint('=') => self.separator(),
            '>' if last == Last::Joint('-') => {}
            '>' => self.angles = self.angles.saturating_sub(1),
            '<' if last != Last::Literal => self.angles += 1,
            '|' => self.bars += 1,
            _ => {}
        }
        match (mark, joint) {
            ('!', false) if last == Last::Ident => Last::Bang,
            (_, true) => Last::Joint(mark),
            (_, false) => Last::Punct(mark),
        }
    }

    fn separator(&mut self) {
        (self.open, self.angles, self.bars) = (1, 0, 0);
    }
}

#[cfg(test)]
mod tests {
    use crate::source::{items, parse_fun};

    /// Runs on a stack of the size that the program gives to its threads.
    fn on_a_large_stack(test: fn()) {
        std::thread::Builder::new().stack_size(64 << 20).spawn(test).unwrap().join().unwrap();
    }

    /// A body that repeats `open` and `close` around `middle`.
    fn nest(open: &str, middle: &str, close: &str, times: usize) -> String {
        format!("fn f() {{ {}{middle}{} }}", open.repeat(times), close.repeat(times))
    }

    #[test]
    fn what_people_write_is_admitted() {
        on_a_large_stack(|| {
            let check = |text: String| assert_eq!(parse_fun(&text).err(), None, "{}", &text[..80]);
            check(nest("{", "", "}", 200));
            check(nest("f(", "", ")", 200));
            check(nest("", "let x = a < b; f(a << 1, b); g();", "", 10_000));
            check(nest("if a < b { f() }", "", "", 10_000));
            check(nest("", "if a < b { f() } else ", "", 2_000).replace("else  }", "else {} }"));
            check(format!("fn f() {{ match x {{ {} }} }}", "A | B => f(|a| a.b().c()), ".repeat(10_000)));
            check(format!("fn f() {{ [{}] }}", "1 << 2, x | y, -1, a.b, ".repeat(10_000)));
            check(format!("fn f() {{ matches!(c, {}'z') }}", "'a' | 'b' | ".repeat(10_000)));
            check(format!("fn f() {{ matches(c) {} }}", ".a(|x| x.b())?".repeat(600)));
        });
    }

    #[test]
    fn what_would_overflow_the_stack_is_refused() {
        on_a_large_stack(|| {
            let check = |open: &str, middle: &str, close: &str| {
                for times in [2_000, 8_000] {
                    // Whatever comes of it, it must come.
                    let result = parse_fun(&nest(open, middle, close, times));
                    drop(result.clone());
                    assert!(times < 8_000 || result.is_err(), "{open}");
                }
            };
            check("{", "", "}");
            check("(", "", ")");
            check("f(", "", ")");
            check("[", "", "]");
            check("async {", "", "}");
            check("if a {", "", "}");
            check("match a { _ => {", "", "} }");
            check("let x: ", "V", "<V>");
            check("x::<V", "", ">()");
            check("!", "x", "");
            check("- ", "x", "");
            check("&", "x", "");
            check("&mut ", "x", "");
            check("*", "x", "");
            check("return ", "x", "");
            check("if ", "x", "");
            check("match ", "x", "");
            check("while let S {} = ", "x", "");
            check("for S {} in ", "x", "");
            check("a = ", "x", "");
            check("a = S {} = ", "x", "");
            check("|| ", "x", "");
            check("|a, b| ", "x", "");
            check("move |S {}, b| ", "x", "");
            check("async || ", "x", "");
            check("x", "", ".a()");
            check("x", "", "?");
            check("x", "", "()");
            check("x", "", "[0]");
            check("x", "", " as T");
            check("a + ", "x", "");
            check("a..", "x", "");
            check("let a @ ", "x", "= 1;");
            check("let & ", "x", "= 1;");
            check("x as fn() -> ", "x", "");
            check("x as impl Fn() -> ", "x", "");
            check("x as *const ", "x", "");
            check("x as &", "x", "");
            check("x as <", "x", "as T>::A");
            check("x as V<A, ", "x", ">");
            check("x as V<A<1>, ", "x", ">");
            check("m!(", "x", ")");
            check("#[a(", "x", ")]");
            check("'a: ", "loop {}", "");
            check("break ", "x", "");
            check("let x = ", "1", ";");
        });
    }

    #[test]
    fn skeletons_are_guarded_too() {
        on_a_large_stack(|| {
            let check = |text: String| {
                let file = items(&text, true);
                assert_eq!(file.items.len() + file.refusals.len(), 2, "{}", &text[..40]);
                assert_eq!(file.items.len(), 1, "{}", &text[..40]);
            };
            for times in [300, 100_000] {
                check(format!("struct S(u8); struct D({}A{});", "V<".repeat(times), ">".repeat(times)));
                check(format!("struct S(u8); fn f(x: {}A) {{}}", "&".repeat(times.max(5_000))));
                check(format!("struct S(u8); impl {}A{} {{ fn f() {{}} }}", "(".repeat(times), ")".repeat(times)));
                check(format!("struct S(u8); const X: [u8; {}1{}] = 1;", "{".repeat(times), "}".repeat(times)));
            }
            // Depth in what is set aside does no harm.
            for text in
                ["const X: u8 = {}1{};", "fn f() { {}1{} }", "#[cfg({}{})] struct S;", "#[doc = m!({}{})] struct S;"]
            {
                let (left, right) = ("(".repeat(100_000), ")".repeat(100_000));
                let text = text.replacen("{}", &left, 1).replacen("{}", &right, 1);
                let file = items(&text, true);
                assert_eq!((file.items.len(), file.refusals.len()), (1, 0));
            }
            for open in ["fn f() {", "mod m {", "impl A { fn f() { "] {
                let nested = open.repeat(10_000) + &"}".repeat(10_000 * open.matches('{').count());
                assert_eq!(items(&nested, false).refusals.len(), 1, "{open}");
            }
        });
    }
}
