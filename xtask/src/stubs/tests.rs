//! A small crate and stubs of it: lies are reported, and nothing else is.
//!
//! What a stub expects stands beside the line: `//~` and a part of what is told.

use std::{fs, path::PathBuf};

use super::{
    Report,
    claims::{Claims, Form},
    compare,
    package::Package,
    shape::Mode,
    stub::Stub,
    tree::Tree,
};
use crate::root;

/// The real crate.
const ACME: &str = r#"
    pub struct Reply { pub code: u16, kept: bool }
    impl Reply {
        pub fn status(&self) -> u16 { self.code }
        pub fn limit(&mut self, bytes: usize, hard: bool) -> &mut Reply { self }
        pub async fn text(self) -> Result<String, Error> { todo!() }
        pub fn json<T: Parse>(self) -> Result<T, Error> { todo!() }
        pub fn boxed(&self) -> std::pin::Pin<Box<dyn std::future::Future<Output = u16>>> { todo!() }
        pub fn map<F, T>(self, f: F) -> Option<T> where F: FnOnce(String) -> Option<T> { todo!() }
        pub fn words(&self) -> Words<'_> { todo!() }
        pub fn old(&self) {}
        pub fn raw(&self) -> usize { 0 }
        pub fn keep(self, count: u8) -> Reply { self }
        fn secret(&self) {}
        pub(crate) fn inner(&self) {}
    }
    pub mod other { pub struct Reply; impl Reply { pub fn elsewhere(&self) {} } }
    pub struct Words<'a>(&'a str);
    impl<'a> Iterator for Words<'a> { type Item = &'a str; fn next(&mut self) -> Option<&'a str> { None } }
    pub struct Letters<'a>(&'a str);
    impl<'a> Iterator for Letters<'a> { type Item = &'a str; fn next(&mut self) -> Option<&'a str> { None } }
    pub trait Parse { type Kind; fn parse(&mut self, text: &str) -> Self::Kind; }
    pub enum Error { Late, Status(u16) }
    pub fn get(url: &str) -> Result<Reply, Error> { todo!() }
    pub fn thing() -> u8 { 0 }
    pub const LIMIT: usize = 1;
"#;

/// Compares a stub with the small crate.
fn check_all(name: &str, stub: &str) -> (Stub, Report) {
    let folder: PathBuf = root().join("target/stubs/tests").join(name);
    let real = folder.join("acme");
    fs::create_dir_all(real.join("src")).unwrap();
    let manifest = "[package]\nname = \"acme\"\nversion = \"2.1.0\"\nedition = \"2024\"\n[workspace]\n";
    fs::write(real.join("Cargo.toml"), manifest).unwrap();
    fs::write(real.join("src/lib.rs"), ACME).unwrap();
    let stub = format!("#![client(krate = \"acme\", versions = \">=2, <3\")]\n{stub}");
    let stub = Stub::read("acme.rs", &stub).unwrap();
    let package = Package::of_folder(&stub, &real, &folder.join("claims")).unwrap();
    let report = compare(&stub, &package).unwrap();
    (stub, report)
}

/// The lines with `//~` are reported, with these words, and no others are.
fn check(name: &str, stub: &str) -> Report {
    let (stub, report) = check_all(name, stub);
    let mut found: Vec<(usize, &str)> = report.wrong.iter().map(|(line, _, told)| (*line, told.as_str())).collect();
    found.sort();
    let mut surprises = Vec::new();
    for (at, line) in stub.text.lines().enumerate() {
        let told: Vec<_> = found.iter().filter(|(line, _)| *line == at + 1).map(|(_, told)| *told).collect();
        let is_expected = match line.split_once("//~") {
            Some((_, expected)) => told.iter().any(|told| told.contains(expected.trim())),
            None => told.is_empty(),
        };
        if !is_expected {
            surprises.push(format!("{}\n{told:#?}", line.trim()));
        }
    }
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
    report
}

#[test]
fn lies_are_reported() {
    check(
        "lies",
        r#"
        pub struct Reply { pub code: u32 }                                       //~ found reference `&u16`
        impl Reply {
            pub fn state(&self) -> u16 { any() }                                 //~ no function or associated item named `state`
            pub fn status(self) -> u16 { any() }                                 //~ found fn item `for<'a> fn(&'a acme::Reply)
            pub fn limit(&mut self, bytes: usize) -> &mut Reply { self }         //~ found fn item `for<'a> fn(&'a mut acme::Reply, usize, bool)
            pub fn text(self) -> Result<String, Error> { any() }                 //~ found fn item `fn(acme::Reply) -> impl Future<Output
            pub fn raw(&self) -> String { any() }                                //~ found fn item `for<'a> fn(&'a acme::Reply) -> usize`
            pub fn json(self, url: &str) -> u8 { any() }                         //~ found fn item `fn(acme::Reply) -> Result<
            pub fn keep<V>(self, count: Vec<V>) -> Reply { self }                //~ takes 0 generic arguments
            pub async fn old(&self) {}                                           //~ `()` is not a future
            pub async fn boxed(&self) -> u8 { any() }                            //~ found fn pointer `fn(&acme::Reply) -> u16`
            pub fn map<F, T>(self, f: F) -> Option<T> where F: FnOnce(u8) -> Option<T> { any() }  //~ found function signature `fn(u8)
            pub fn words(&self) -> Numbers { any() }
        }
        pub struct Numbers;                                                      //~ unresolved import
        impl Numbers { pub fn len(&self) -> usize { any() } }
        pub trait Parse { type Sort; fn parse(&self, text: &str); }              //~ cannot find associated type `Sort`
        pub enum Error { Late(u8), Gone }                                        //~ no variant
        pub fn get(url: &str) -> Option<Reply> { respond(url) }                  //~ found fn item `for<'a> fn(&'a _) -> Result<
        pub fn post(url: &str) -> Option<Reply> { respond(url) }                 //~ cannot find
        pub const LIMIT: u8 = 0;                                                 //~ expected `u8`, found `usize`
        impl Iterator for Reply { type Item = u8; }                              //~ is not an iterator
        pub use missing::Thing;                                                  //~ unresolved import
        pub fn thing() -> Thing { any() }
        "#,
    );
}

#[test]
fn what_is_true_or_open_is_not_reported() {
    let report = check(
        "truths",
        r#"
        pub use reply::{Error, Reply};
        mod reply {
            use crate::{Letters, Parse};
            pub struct Reply { pub code: u16, pool: Pool }
            struct Pool;
            impl Reply {
                pub fn status(&self) -> u16 { status_of(self) }
                pub fn limit(&mut self, bytes: usize, hard: bool) -> &mut Reply { self }
                pub async fn text(self) -> Result<String, Error> { drain(self); any() }
                pub fn json<T>(self) -> Result<T, Error> { drain(self); any() }
                pub async fn boxed(&self) -> u16 { any() }
                pub fn map<F, T>(self, f: F) -> Option<T> where F: FnMut(String) -> Option<T> { any() }
                pub fn keep<V>(self, count: V) -> Reply { self }
                // Another iterator with the same items.
                pub fn words(&self) -> Letters<'_> { any() }
                #[versions = "<2"]
                pub fn gone(&self) {}
                #[unchecked = "it is made up"]
                pub fn made_up(&self) {}
                #[unchecked(output = "it is the stub's own")]
                pub fn raw(&self) -> Pool { any() }
                fn helper(&self) {}
            }
            pub enum Error { Late, Status(u16) }
        }
        pub struct Letters<'a>;
        impl<'a> Iterator for Letters<'a> { type Item = &'a str; }
        pub trait Parse { type Kind; fn parse(&mut self, text: &str) -> Self::Kind; }
        pub fn get(url: &str) -> Result<Reply, Error> { respond(url) }
        #[unchecked = "there is no such type"]
        pub struct Invented;
        impl Invented { pub fn anything(&self) -> Nonsense {} }
        "#,
    );
    assert_eq!((report.alike, report.elsewhere, report.unasked), (1, 1, 0));
    let reasons: Vec<_> = report.unchecked.iter().map(|(_, _, reason)| reason.as_str()).collect();
    assert_eq!(reasons, ["it is made up", "it is the stub's own", "there is no such type"]);
}

#[test]
fn methods_that_a_body_type_has_besides_are_missed() {
    let (_, report) = check_all(
        "missing",
        r#"
        #[body]
        #[ignored("raw", "words")]
        pub struct Reply;
        impl Reply {
            pub fn status(&self) -> u16 { any() }
            pub fn limit(&mut self, bytes: usize, hard: bool) -> &mut Reply { self }
            pub fn boxed(&self) { any() }
        }
        impl Reply { pub async fn text(self) -> std::io::Result<String> { any() } }
        "#,
    );
    let missing: Vec<_> = report.missing.iter().map(|(line, method)| (*line, method.as_str())).collect();
    assert_eq!(missing, [(5, "Reply::json"), (5, "Reply::keep"), (5, "Reply::map"), (5, "Reply::old")]);
}

/// The code for the claims of one line, without the bounds that every parameter has.
fn code(stub: &str, mode: Mode) -> Vec<String> {
    let stub = Stub::read("acme.rs", &format!("#![client(krate = \"acme\", versions = \"*\")]\n{stub}")).unwrap();
    let tree = Tree::new(&stub, None).unwrap();
    let claims = Claims::of(&stub, tree).unwrap();
    let code = claims.list.iter().filter_map(|claim| match &claim.form {
        Form::Shape(shape) => Some(shape.emit("claim", mode).join("\n")),
        _ => None,
    });
    code.map(|code| code.split_whitespace().collect()).collect()
}

#[test]
fn a_method_is_a_pointer_to_a_function() {
    let stub = "mod a { pub struct Reply; impl Reply { pub async fn read(&mut self, to: &mut [u8]) -> usize { any() } } } pub use a::Reply;";
    let code = code(stub, Mode::default());
    assert_eq!(
        code[1],
        "fnclaim<>()where{fnshape<>()->(fn(&'staticmutReply,&'staticmut[u8],)->usize,)where{loop{}}\
         letshape=shape::<>;let(mutf,)=shape();f=crate::__awaited::of_2(<Reply>::read);}"
    );
}

#[test]
fn a_closure_is_a_pointer_as_well_if_bounds_are_not_asked() {
    let stub = "pub trait Words { type Item; fn map<F, B>(self, f: F) -> Option<B> where F: FnMut(Self::Item) -> B { any() } }";
    let code = code(stub, Mode { open: true, alike: false });
    assert_eq!(
        code[2],
        "fnclaim<>()where{fnshape<This:Sized,B:Sized,__P0:,>()->(fn(This,fn(__P0)->B,)->Option<B>,)where{loop{}}\
         letshape=shape::<_,_,_,>;let(mutf,)=shape();f=<_asWords>::map::<_,_>;}"
    );
}
