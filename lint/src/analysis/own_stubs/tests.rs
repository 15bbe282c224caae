//! A stub in, what is wrong with it out.

use crate::{
    discover::{Workspace, config::Text},
    index::{self, EMBEDDED, ParsedFile},
    source::{FileId, Sources},
};

use super::OwnStubs;

/// What is wrong with a stub, each with what it is about: `what | message | help`.
fn problems(text: &str) -> Vec<String> {
    let stub = Text { path: "own.rs".into(), shown: "own.rs".into(), text: text.to_owned() };
    let stubs = [stub];
    let mut sources = Sources::default();
    let found = OwnStubs::add(&stubs, &mut sources).and_then(|own| {
        let needed = index::needed(&Workspace::default(), own.texts());
        let embedded = needed.into_iter().zip(1..).map(|(stub, n)| stub.outline(FileId(n)));
        let stubs: Vec<ParsedFile> = own.outlines().into_iter().chain(embedded).collect();
        own.resolve(&index::build(&Workspace::default(), Vec::new(), stubs))
    });
    let Err(found) = found else { return Vec::new() };
    let show = |it: crate::diagnostics::Diagnostic| {
        let at = it.primary.map_or("", |label| &text[label.span.range()]).to_owned();
        [at].into_iter().chain([it.message]).chain(it.helps).collect::<Vec<_>>().join(" | ")
    };
    found.into_iter().map(show).collect()
}

/// Code behind a head that is right.
fn code(text: &str) -> Vec<String> {
    problems(&format!("#![client(krate = \"acme\", versions = \"1\", reuse = \"at_end\")]\n{text}"))
}

#[test]
fn those_that_come_with_the_program_are_right() {
    // Of these nothing is known, which does no harm in types that hold no body.
    let unknown = ["serde_json::json", "std::ops::RangeBounds", "url::Url"];
    for stub in EMBEDDED.iter().filter(|stub| stub.path != "clients/std.rs") {
        let mut found = problems(stub.text);
        found.retain(|problem| !unknown.iter().any(|name| problem.contains(&format!("no stub has `{name}`"))));
        assert!(found.is_empty(), "{}: {found:#?}", stub.path);
    }
}

#[test]
fn what_is_right_is_silent() {
    let text = "
        pub use http::StatusCode;
        use std::{io::{self, Read}, fmt::Debug};
        #[body]
        #[fix = \"let _ = {}.text();\"]
        #[derive(Debug)]
        pub struct Reply { status: StatusCode }
        impl Reply {
            pub fn status(&self) -> StatusCode { status_of(self) }
            pub fn text(self) -> io::Result<String> { drain(self); any() }
            pub fn line<F: FnOnce(T) -> U, T, U>(&mut self, f: F) -> Result<Option<U>, inner::Error> {
                match step(self) {
                    Step::Chunk(line) => Ok(Some(f(line))),
                    Step::End => Ok(None),
                    Step::Failed(error) => Err(inner::Error::from(error)),
                }
            }
        }
        impl Read for Reply {}
        pub mod inner { pub struct Error; impl<T> From<T> for Error { fn from(it: T) -> Error { super::made(it) } } }
        fn made<T>(it: T) -> inner::Error { let keep = |it| it; keep(it); inner::Error }
        #[reuse = \"none\"]
        pub fn get(url: &str) -> Result<Reply, inner::Error> { respond(url) }";
    assert_eq!(code(text), [] as [&str; 0]);
}

#[test]
fn the_head_is_needed_and_must_be_right() {
    let check = |head: &str, expected: &str| {
        assert_eq!(problems(&format!("{head}\npub struct A;")), [expected], "{head}");
    };
    let line =
        "begin with a line such as `#![client(krate = \"acme_http\", versions = \">=1, <2\", reuse = \"at_end\")]`";
    check("", &format!(" | this stub does not say which crate it describes | {line}"));
    check(
        "#![client(versions = \"1\")]",
        "#![client(versions = \"1\")] | this head does not name a crate | name it as code does: `krate = \"acme_http\"`",
    );
    check(
        "#![client(krate = \"a\", version = \"1\")]",
        "version | there is no key `version` in the head of a stub | did you mean `versions`?",
    );
    check("#![client(krate = \"a b\")]", "\"a b\" | `a b` is not the name of a crate");
    check(
        "#![client(krate = \"a\", versions = \"one\")]",
        "\"one\" | this is not a requirement of versions: unexpected character 'o' while parsing major version number \
         | write it as in `Cargo.toml`, such as `>=1, <2`",
    );
    check(
        "#![client(krate = \"a\", reuse = \"at_ends\")]",
        "\"at_ends\" | there is no family `at_ends` of clients | did you mean `at_end`?",
    );
    check(
        "#![client(krate = \"a\", reuse_by_feature = \"default: x\")]",
        "\"default: x\" | there is no family `x` of clients | there are one_read, at_end, with_head, race, dirty, none",
    );
    check("#![client(krate = a)]", "a | expected string literal");
}

#[test]
fn what_does_not_parse_is_told() {
    assert_eq!(
        code("pub struct A\n"),
        [" | unexpected end of input, expected one of: `where`, parentheses, curly braces, `;`"]
    );
    assert_eq!(code("fn f() { drain( }").len(), 1);
}

#[test]
fn unknown_attributes_are_told() {
    assert_eq!(
        code("#[bodi] pub struct A;"),
        ["#[bodi] | there is no attribute `bodi` in stubs | did you mean `body`?"]
    );
    assert_eq!(
        code("#[serde] pub struct A;"),
        ["#[serde] | there is no attribute `serde` in stubs | it says nothing here, take it away"]
    );
    let [fix] = &code("#[body] #[fix = \"text\"] pub struct A;")[..] else { panic!("one problem") };
    assert!(fix.ends_with("write `#[fix = \"let _ = {}.text();\"]`"), "{fix}");
    let [reuse] = &code("#[reuse = \"race\"] pub fn f() {}")[..] else { panic!("one problem") };
    assert!(reuse.ends_with("write `#[reuse = \"none\"]`"), "{reuse}");
}

#[test]
fn unknown_words_are_told() {
    let found = code("pub struct A; impl A { pub fn f(self) { drian(self) } }");
    assert_eq!(found, ["drian | there is neither a word nor a function `drian` | did you mean `drain`?"]);
    assert!(code("pub fn f() { xyzzy() }")[0].contains("the words are any, respond, drain, "));
}

#[test]
fn names_that_no_stub_has_are_told_once() {
    let what = |text: &str| -> Vec<String> {
        code(text).iter().map(|it| it.split(" | ").take(2).collect::<Vec<_>>().join(" | ")).collect()
    };
    assert_eq!(
        what("use http::Respnse; pub fn f(a: Respnse) -> Respnse { a }"),
        ["Respnse | no stub has `http::Respnse`"]
    );
    assert_eq!(what("pub fn f() -> Nothing { any() }"), ["Nothing | no stub has `Nothing`"]);
    assert_eq!(what("pub fn f() -> nowhere::A { any() }"), ["nowhere::A | no stub has `nowhere::A`"]);
    assert_eq!(
        what("pub fn f() -> u8 { http::Method::GETT; 1 }"),
        ["http::Method::GETT | no stub has `http::Method::GETT`"]
    );
    assert_eq!(what("pub struct A; impl http::Thing for A {}"), ["http::Thing | no stub has `http::Thing`"]);
    assert_eq!(what("pub fn f<T: http::Thing>(a: T) {}"), ["http::Thing | no stub has `http::Thing`"]);
    assert_eq!(what("pub fn f(a: u8) -> u8 { b }"), ["b | no stub has `b`"]);
    assert_eq!(what("use crate::inner::B; mod inner { pub struct A; }"), ["B | no stub has `acme::inner::B`"]);
}
