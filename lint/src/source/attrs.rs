//! What the attributes of an item say, as far as anybody here wants to know.

use proc_macro2::{TokenStream, TokenTree};

use super::guard;

/// The attributes of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attrs {
    /// `#[test]` and its relatives, or a `cfg` that holds in tests only.
    pub test: bool,
    /// A `cfg` that holds on WebAssembly only.
    pub wasm: bool,
    /// `#[path = ".."]`
    pub path: Option<String>,
    /// `#[cfg_attr(.., path = "..")]`
    pub other_paths: Vec<String>,
    /// Name and value of all attributes but docs, if they were asked for.
    pub list: Vec<(String, String)>,
}

impl Attrs {
    /// As if `cfg(predicate)` stood there.
    pub(super) fn under(predicate: TokenStream) -> Attrs {
        let holds = guard::admit(predicate).map_or(Requires::default(), requires);
        Attrs { test: holds.test, wasm: holds.wasm, ..Attrs::default() }
    }

    /// Takes one attribute in: the tokens between its brackets.
    pub(super) fn add(&mut self, attribute: TokenStream, keep: bool) {
        let mut tokens = attribute.into_iter().peekable();
        let mut name = String::new();
        let mut whole = String::new();
        while let Some(TokenTree::Ident(ident)) = tokens.peek() {
            if ident == "doc" {
                return;
            }
            name = ident.to_string();
            whole.push_str(&name);
            tokens.next();
            while tokens.next_if(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':')).is_some() {
                whole.push(':');
            }
        }
        match name.as_str() {
            "cfg" | "cfg_attr" => {
                if let Ok(tokens) = guard::admit(tokens)
                    && let Some(TokenTree::Group(group)) = tokens.into_iter().next()
                {
                    self.condition(&name, group.stream());
                }
                return;
            }
            "path" => self.path = literal(&mut tokens),
            "bench" | "test_case" => self.test = true,
            // `test`, `tokio::test`, `rstest`, `wasm_bindgen_test`.
            _ if name.ends_with("test") => self.test = true,
            _ => {}
        }
        if keep {
            let value = match tokens.peek() {
                Some(TokenTree::Punct(_)) => literal(&mut tokens).unwrap_or_default(),
                Some(TokenTree::Group(group)) => {
                    guard::admit(group.stream()).map_or(String::new(), |tokens| tokens.to_string())
                }
                _ => String::new(),
            };
            self.list.push((whole, value));
        }
    }

    fn condition(&mut self, name: &str, tokens: TokenStream) {
        if name == "cfg" {
            let holds = requires(tokens);
            self.test |= holds.test;
            self.wasm |= holds.wasm;
            return;
        }
        // `cfg_attr`: only the paths matter.
        let mut last = String::new();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(ident) => last = ident.to_string(),
                TokenTree::Punct(punct) if punct.as_char() == '=' && last == "path" => {
                    self.other_paths.extend(tokens.next().as_ref().and_then(string));
                }
                _ => last.clear(),
            }
        }
    }
}

/// What a `cfg` cannot hold without.
#[derive(Clone, Copy, Default)]
struct Requires {
    test: bool,
    wasm: bool,
}

/// Reads one predicate: `test`, `target_arch = ".."`, `all(..)`, `any(..)`, `not(..)`.
fn requires(predicate: TokenStream) -> Requires {
    let nothing = Requires::default();
    let mut tokens = predicate.into_iter();
    let Some(TokenTree::Ident(name)) = tokens.next() else { return nothing };
    let next = tokens.next();
    match (name.to_string().as_str(), &next) {
        ("test", None) => Requires { test: true, wasm: false },
        ("wasm", None) => Requires { test: false, wasm: true },
        ("target_arch" | "target_family", Some(TokenTree::Punct(_))) => {
            let value = tokens.next().as_ref().and_then(string).unwrap_or_default();
            Requires { test: false, wasm: value.starts_with("wasm") }
        }
        ("all", Some(TokenTree::Group(group))) => operands(group.stream())
            .into_iter()
            .map(requires)
            .fold(nothing, |a, b| Requires { test: a.test || b.test, wasm: a.wasm || b.wasm }),
        ("any", Some(TokenTree::Group(group))) => operands(group.stream())
            .into_iter()
            .map(requires)
            .reduce(|a, b| Requires { test: a.test && b.test, wasm: a.wasm && b.wasm })
            .unwrap_or(nothing),
        _ => nothing,
    }
}

/// Cuts at commas.
fn operands(tokens: TokenStream) -> Vec<TokenStream> {
    let mut operands = vec![Vec::new()];
    for token in tokens {
        match (&token, operands.last_mut()) {
            (TokenTree::Punct(punct), _) if punct.as_char() == ',' => operands.push(Vec::new()),
            (_, Some(operand)) => operand.push(token),
            (_, None) => {}
        }
    }
    operands.into_iter().filter(|operand| !operand.is_empty()).map(TokenStream::from_iter).collect()
}

/// The text after `=`.
fn literal(tokens: &mut impl Iterator<Item = TokenTree>) -> Option<String> {
    tokens.find_map(|token| string(&token))
}

/// The text of a string literal, or another literal as written.
fn string(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    Some(match syn::Lit::new(literal.clone()) {
        syn::Lit::Str(text) => text.value(),
        _ => literal.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::Attrs;

    fn read(attributes: &[&str]) -> Attrs {
        let mut attrs = Attrs::default();
        for attribute in attributes {
            attrs.add(attribute.parse().unwrap(), true);
        }
        attrs
    }

    fn check(attribute: &str, test: bool, wasm: bool) {
        let attrs = read(&[attribute]);
        assert_eq!((attrs.test, attrs.wasm), (test, wasm), "{attribute}");
    }

    #[test]
    fn test_and_wasm_are_recognised() {
        check("test", true, false);
        check("tokio::test(flavor = \"multi_thread\")", true, false);
        check("rstest", true, false);
        check("cfg(test)", true, false);
        check("cfg(all(test, feature = \"a\"))", true, false);
        check("cfg(any(test, feature = \"a\"))", false, false);
        check("cfg(not(test))", false, false);
        check("cfg(target_arch = \"wasm32\")", false, true);
        check("cfg(all(target_family = \"wasm\", not(target_os = \"wasi\")))", false, true);
        check("cfg(any(target_arch = \"wasm32\", target_arch = \"wasm64\"))", false, true);
        check("cfg(not(target_arch = \"wasm32\"))", false, false);
        check("cfg_attr(test, derive(Debug))", false, false);
        check("allow(test)", false, false);
    }

    #[test]
    fn paths_are_unescaped() {
        let attrs = read(&["path = r\"a/b.rs\"", "cfg_attr(unix, path = \"unix.rs\")"]);
        assert_eq!(attrs.path.as_deref(), Some("a/b.rs"));
        assert_eq!(attrs.other_paths, ["unix.rs"]);
    }

    #[test]
    fn the_list_has_names_and_values() {
        let attrs = read(&["body", "doc = \" words\"", "fix = \"read it\"", "a::b(c, d)"]);
        let list: Vec<_> = attrs.list.iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(list, ["body=", "fix=read it", "a::b=c , d"]);
    }
}
