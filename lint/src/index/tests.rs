//! Folders of files as an index: what is where, and what a path means there.

use std::fs;

use super::{FunId, Index, ModId, Name, Ns, Resolved, TypeRef, build, parse_file, parse_stub};
use crate::{discover::discover, source::FileId};

/// Stubs of a few lines, in place of those that come with the program.
const STUBS: [&str; 4] = [
    "#![client(krate = \"std\", versions = \"*\")]
     pub mod prelude { pub mod v1 { pub use crate::option::Option::{self, None, Some}; pub use crate::vec::Vec; } }
     pub mod option { pub enum Option<T> { None, Some(T) } }
     pub mod vec { pub struct Vec<T>; impl<T> Vec<T> { pub fn new() -> Self { .. } } }",
    "#![client(krate = \"web\", versions = \">=0.14, <1\", reuse = \"one_read\")]
     pub struct Old; pub use serde::Serialize;",
    "#![client(krate = \"web\", versions = \">=1, <2\", reuse = \"one_read\")]
     #[body] pub struct Response; pub mod client { pub use super::Response; }
     impl Response { #[fix = \"read it\"] pub fn text(self) {} }",
    "#![client(krate = \"web-util\")]
     pub use web::Response; pub fn get() -> web::Response { respond() }",
];

/// Reads a fixture: files behind lines that begin with `//- `.
fn project(fixture: &str) -> Index {
    let folder = tempfile::tempdir().unwrap();
    for file in fixture.split("//- ").skip(1) {
        let (path, text) = file.split_once('\n').unwrap();
        let path = folder.path().join(path.trim());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let workspace = discover(&[folder.path().to_path_buf()], &[]).unwrap();
    let mut paths: Vec<_> = workspace.packages.iter().flat_map(|package| package.files.clone()).collect();
    paths.extend(workspace.loose.clone());
    paths.sort();
    paths.dedup();
    let read = |(at, path): (usize, std::path::PathBuf)| {
        let parsed = parse_file(FileId(at as u32), &fs::read_to_string(&path).unwrap());
        assert_eq!(parsed.refusals, [], "{}", path.display());
        (path, parsed)
    };
    let files = paths.into_iter().enumerate().map(read).collect();
    let stubs = STUBS.iter().enumerate().map(|(at, text)| parse_stub(FileId(1_000 + at as u32), text)).collect();
    build(&workspace, files, stubs)
}

/// A package `app` with one file.
fn library(text: &str) -> Index {
    project(&format!("//- Cargo.toml\n{MANIFEST}\n//- src/lib.rs\n{text}"))
}

const MANIFEST: &str = "package = { name = 'app', edition = '2021' }";

/// All functions of user code, by path.
fn funs(index: &Index) -> Vec<String> {
    let user = (0..index.funs.len()).map(|at| FunId(at as u32)).filter(|id| index[index[*id].krate].stub.is_none());
    let mut funs: Vec<_> = user
        .map(|id| {
            let fun = &index[id];
            let flags =
                [(fun.is_test, " (test)"), (fun.is_wasm, " (wasm)")].map(|(set, flag)| if set { flag } else { "" });
            index.fun_path(id) + &flags.concat()
        })
        .collect();
    funs.sort();
    funs
}

fn check_funs(fixture: &str, expected: &[&str]) {
    assert_eq!(funs(&project(fixture)), expected);
}

/// What paths mean in a module: `path => meaning`. A module is named by its path, and the scope of the items in a
/// function by the function's path and `{}`.
fn check(index: &Index, module: &str, expected: &[(&str, &str)]) {
    let from = match module.strip_suffix("{}") {
        Some(fun) => {
            let id = (0..index.funs.len()).map(|at| FunId(at as u32)).find(|id| index.fun_path(*id) == fun);
            index[id.unwrap()].body_module.unwrap()
        }
        None => {
            let ids = (0..index.modules.len()).map(|at| ModId(at as u32));
            ids.into_iter().find(|id| index.module_path(*id) == module && !index[*id].body).unwrap()
        }
    };
    for (path, meaning) in expected {
        let (path, ns) = path.strip_suffix("()").map_or((*path, Ns::Type), |path| (path, Ns::Value));
        let global = path.starts_with("::");
        let names: Vec<Name> = path.trim_start_matches("::").split("::").map(Name::from).collect();
        let found = match index.resolve(from, &names, global, ns) {
            Some(found) => describe(index, &found.target) + &"+".repeat(found.rest),
            None => "nothing".to_owned(),
        };
        assert_eq!(found, *meaning, "{path} in {module}");
    }
}

fn describe(index: &Index, target: &Resolved) -> String {
    let path = |module, name: &Name| format!("{}::{name}", index.module_path(module));
    match target {
        Resolved::Mod(id) => format!("mod {}", index.module_path(*id)),
        Resolved::Adt(id) => format!("adt {}", path(index[*id].module, &index[*id].name)),
        Resolved::Variant(id, at) => {
            format!("variant {}::{}", path(index[*id].module, &index[*id].name), index[*id].variants[*at as usize].name)
        }
        Resolved::Trait(id) => format!("trait {}", path(index[*id].module, &index[*id].name)),
        Resolved::Alias(id) => format!("alias in {}", index.module_path(index[*id].module)),
        Resolved::Fun(id) => format!("fn {}", index.fun_path(*id)),
        Resolved::Const(id) => format!("const {}", path(index[*id].module, &index[*id].name)),
        Resolved::Prim(name) => format!("prim {name}"),
        Resolved::Foreign(name) => format!("foreign {name}"),
    }
}

#[test]
fn modules_are_found_in_files() {
    check_funs(
        &format!(
            "//- Cargo.toml\n{MANIFEST}
            //- src/lib.rs
            mod a; mod b; mod c {{ mod d; #[path = \"e_file.rs\"] mod e; }} #[path = \"../other/f.rs\"] mod f;
            #[cfg_attr(unix, path = \"unix.rs\")] mod sys; mod missing; #[cfg(a)] mod g {{ fn on() {{}} }} #[cfg(b)] mod g {{ fn off() {{}} }}
            //- src/a.rs
            mod inner; fn here() {{}}
            //- src/a/inner.rs
            fn here() {{}}
            //- src/b/mod.rs
            mod inner; #[path = \"odd.rs\"] mod even;
            //- src/b/inner.rs
            fn here() {{}}
            //- src/b/odd.rs
            fn here() {{}}
            //- src/c/d.rs
            fn here() {{}}
            //- src/c/e_file.rs
            fn here() {{}}
            //- other/f.rs
            mod next;
            //- other/next.rs
            fn here() {{}}
            //- src/unix.rs
            fn here() {{}}
            "
        ),
        &[
            "app::a::here",
            "app::a::inner::here",
            "app::b::even::here",
            "app::b::inner::here",
            "app::c::d::here",
            "app::c::e::here",
            "app::f::next::here",
            "app::g::off",
            "app::g::on",
            "app::sys::here",
        ],
    );
}

#[test]
fn files_that_no_module_reaches_are_not_lost() {
    check_funs(
        &format!(
            "//- Cargo.toml\n{MANIFEST}
            //- src/lib.rs
            declare!(mod a;); mod b; mod own {{ include!(\"own.rs\"); }}
            //- src/a.rs
            mod next; fn here() {{}}
            //- src/a/next.rs
            fn here() {{}}
            //- src/b.rs
            //- src/b/c/mod.rs
            fn here() {{}}
            //- src/b/c/d.rs
            fn here() {{}}
            //- src/own.rs
            mod own; fn here() {{}}
            //- tests/data/x.rs
            fn here() {{}}
            //- templates/y.rs
            fn here() {{}}
            "
        ),
        &[
            "app::a::here",
            "app::a::next::here",
            "app::b::c::d::here",
            "app::b::c::here",
            "app::own::here",
            "templates_y::here",
            "tests_data_x::here (test)",
        ],
    );
}

#[test]
fn a_file_of_two_targets_is_in_both_with_the_same_spans() {
    let index = project(&format!(
        "//- Cargo.toml\n{MANIFEST}\n//- src/lib.rs\nmod a;\n//- src/main.rs\nmod a; fn main() {{}}\n//- src/a.rs\nfn f() {{}}"
    ));
    assert_eq!(funs(&index), ["app::a::f", "app::a::f", "app::main"]);
    let spans: Vec<_> = index.funs.iter().filter(|fun| fun.name == "f").map(|fun| fun.span).collect();
    assert_eq!(spans[0], spans[1]);
}

#[test]
fn test_and_wasm_code_is_marked() {
    check_funs(
        &format!(
            "//- Cargo.toml\n{MANIFEST}
            //- src/lib.rs
            fn plain() {{}} #[tokio::test] async fn a() {{ fn inner() {{}} }} #[cfg(test)] mod tests; #[cfg(test)] impl S {{ fn b() {{}} }}
            #[cfg(target_arch = \"wasm32\")] mod wasm {{ impl S {{ fn c() {{}} }} }} #[cfg(not(target_arch = \"wasm32\"))] fn d() {{}}
            struct S; impl S {{ #[cfg(test)] fn e() {{}} #[cfg(target_family = \"wasm\")] fn f() {{}} }}
            //- src/tests.rs
            mod more {{ fn g() {{}} }}
            //- tests/h.rs
            fn h() {{}}
            //- examples/i.rs
            fn main() {{}}
            "
        ),
        &[
            "app::S::b (test)",
            "app::S::e (test)",
            "app::S::f (wasm)",
            "app::a (test)",
            "app::d",
            "app::inner (test)",
            "app::plain",
            "app::tests::more::g (test)",
            "app::wasm::S::c (wasm)",
            "h::h (test)",
            "i::main (test)",
        ],
    );
}

#[test]
fn paths_within_a_crate() {
    let index = library(
        "pub mod a { pub struct S; pub mod b { pub fn f() {} pub enum E { A, B { x: u8 } } } pub struct T(u8); }
         mod c { use super::a::{self as renamed, b::{self, f as g}}; pub use self::inner::*; mod inner { pub struct Deep; } }
         pub use c::Deep as Shallow; use a::b::E::*; const X: u8 = 1; type L = a::S; trait Tr {} struct r#type;
         fn outer() { use a::S as Local; fn inner() {} struct Hidden; mod m { pub struct InM; } }",
    );
    check(
        &index,
        "app",
        &[
            ("a::S", "adt app::a::S"),
            ("self::a::S", "adt app::a::S"),
            ("crate::a::b::f()", "fn app::a::b::f"),
            ("a::b::E::B", "variant app::a::b::E::B"),
            ("A()", "variant app::a::b::E::A"),
            ("a::b::E::new()", "adt app::a::b::E+"),
            ("a::T()", "adt app::a::T"),
            ("Shallow", "adt app::c::inner::Deep"),
            ("X()", "const app::X"),
            ("X", "const app::X"),
            ("L", "alias in app"),
            ("L::new()", "alias in app+"),
            ("Tr::method()", "trait app::Tr+"),
            ("type", "adt app::type"),
            ("a", "mod app::a"),
            ("crate", "mod app"),
            ("a::Nothing", "nothing"),
            ("Nothing", "nothing"),
            ("super::a", "nothing"),
            ("Hidden", "nothing"),
            ("str::len()", "prim str+"),
            ("u8", "prim u8"),
        ],
    );
    check(
        &index,
        "app::c",
        &[
            ("renamed::S", "adt app::a::S"),
            ("b::E", "adt app::a::b::E"),
            ("g()", "fn app::a::b::f"),
            ("f()", "nothing"),
            ("super::c::Deep", "adt app::c::inner::Deep"),
        ],
    );
    check(
        &index,
        "app::outer{}",
        &[
            ("Local", "adt app::a::S"),
            ("Hidden", "adt app::Hidden"),
            ("inner()", "fn app::inner"),
            ("a::S", "adt app::a::S"),
            ("self::X()", "const app::X"),
            ("m::InM", "adt app::m::InM"),
        ],
    );
    check(&index, "app::m", &[("super::X()", "const app::X"), ("Hidden", "nothing")]);
}

#[test]
fn the_prelude_gives_way() {
    let index =
        library("mod a { use std::vec::Vec as List; } mod b { struct Vec; enum None {} } mod c { use super::b::*; }");
    check(
        &index,
        "app::a",
        &[
            ("Vec::new()", "adt std::vec::Vec+"),
            ("List", "adt std::vec::Vec"),
            ("Some()", "variant std::option::Option::Some"),
            ("Option::None", "variant std::option::Option::None"),
            ("core::option::Option", "adt std::option::Option"),
            ("alloc::vec", "mod std::vec"),
            ("::std::vec::Vec", "adt std::vec::Vec"),
            ("std::fs::File", "foreign std::fs::File"),
            ("core::fmt", "foreign std::fmt"),
        ],
    );
    check(
        &index,
        "app::b",
        &[("Vec", "adt app::b::Vec"), ("None", "adt app::b::None"), ("None()", "variant std::option::Option::None")],
    );
    check(&index, "app::c", &[("Vec", "adt app::b::Vec")]);
}

#[test]
fn globs_end_and_do_not_see_private_imports_elsewhere() {
    let index = library(
        "mod a { pub use super::b::*; pub struct A; } mod b { pub use super::a::*; pub use crate::c::*; } mod d { use crate::b::*; }
         mod c { use crate::a::A as Hidden; pub use crate::a::A as Shown; pub(crate) use crate::a::A as Near; mod tests { use super::*; } }
         mod e { pub use self::f as g; pub use self::g as f; pub use self::h; pub use super::e::i::*; }",
    );
    check(
        &index,
        "app::d",
        &[
            ("A", "adt app::a::A"),
            ("Shown", "adt app::a::A"),
            ("Near", "adt app::a::A"),
            ("Hidden", "nothing"),
            ("Nothing", "nothing"),
        ],
    );
    check(&index, "app::c::tests", &[("Hidden", "adt app::a::A")]);
    check(&index, "app::e", &[("f", "nothing"), ("g::h", "nothing"), ("h", "nothing"), ("i::j", "nothing")]);
}

#[test]
fn the_item_for_all_platforms_has_the_name() {
    let index = library(
        "#[cfg(test)] mod a { pub fn test() {} } #[cfg(not(test))] mod a { pub fn real() {} }
         #[cfg(target_arch = \"wasm32\")] use wasm::f; #[cfg(not(target_arch = \"wasm32\"))] use native::f; mod native { pub fn f() {} }",
    );
    check(&index, "app", &[("a::real()", "fn app::a::real"), ("a::test()", "nothing"), ("f()", "fn app::native::f")]);
}

#[test]
fn paths_across_crates() {
    let index = project(
        "//- Cargo.toml
         workspace = { members = ['app', 'util', 'odd-name'] }
         //- app/Cargo.toml
         package = { name = 'app', edition = '2021' }
         dependencies = { util = { path = '../util' }, odd-name = { path = '../odd-name' }, short = { package = 'a-long-name', version = '1' }, http_client = { package = 'web', version = '1.2' }, tls = '1' }
         //- app/src/lib.rs
         pub use util::*; pub use util::re::Thing as Mine; use tls::Config; mod util2 { pub use ::util::f; } extern crate util as u; pub use util::ext;
         //- app/src/main.rs
         use app::Mine; use util::f;
         //- app/build.rs
         use odd::f;
         //- util/Cargo.toml
         package = { name = 'util', edition = '2018' }
         dependencies = { serde = '1' }
         //- util/src/lib.rs
         pub mod re { pub struct Thing; } pub fn f() {} pub use serde as ext;
         //- odd-name/Cargo.toml
         package = { name = 'odd-name' }
         lib = { name = 'odd' }
         //- odd-name/src/lib.rs
         mod a { use b::T; } mod b { pub struct T; } pub fn f() {}
        ",
    );
    check(
        &index,
        "app",
        &[
            ("f()", "fn util::f"),
            ("Mine", "adt util::re::Thing"),
            ("u::re::Thing", "adt util::re::Thing"),
            ("Config::new()", "foreign tls::Config::new"),
            ("short::a::B", "foreign a_long_name::a::B"),
            ("http_client::Response::text()", "adt web::Response+"),
            ("http_client::Nothing", "foreign web::Nothing"),
            ("odd::f()", "fn odd::f"),
            ("odd_name::f()", "fn odd::f"),
            ("ext::Serialize", "foreign serde::Serialize"),
            ("unheard_of::f()", "nothing"),
        ],
    );
    check(&index, "app::util2", &[("f()", "fn util::f")]);
    check(&index, "odd::a", &[("T", "adt odd::b::T"), ("::b::T", "adt odd::b::T")]);
    let main = index.crates.iter().rposition(|krate| krate.name == "app").unwrap();
    let root = index.crates[main].root;
    let found = index.resolve(root, &["Mine".into()], false, Ns::Type).unwrap();
    assert_eq!(describe(&index, &found.target), "adt util::re::Thing");
}

#[test]
fn stubs_stand_for_dependencies() {
    let check = |version: &str, expected: &[(&str, &str)]| {
        let index = project(&format!(
            "//- Cargo.toml\n{MANIFEST}\ndependencies = {{ web = {version}, web-util = '*' }}\n//- src/lib.rs\n//- web/Cargo.toml
             package = {{ name = 'web' }}\n//- web/src/lib.rs\npub struct Fork;"
        ));
        self::check(&index, "app", expected);
    };
    let new = [("web::Response", "adt web::Response"), ("web::client::Response", "adt web::Response")];
    let old = [("web::Old", "adt web::Old"), ("web::Response", "foreign web::Response")];
    check("'1'", &new);
    check("'*'", &new);
    check("'2'", &new);
    check("'0.14.3'", &old);
    check("'>=0.14, <2'", &old);
    check("'0.13'", &old);
    check("{ path = 'web' }", &[("web::Response", "adt web::Response"), ("web::Fork", "foreign web::Fork")]);
    check("'1'", &[("web_util::Response", "adt web::Response"), ("web_util::get()", "fn web_util::get")]);
    check("'0.14'", &[("web::Serialize", "foreign serde::Serialize")]);
}

#[test]
fn attributes_are_kept_for_stubs_only() {
    let index = library("#[body] struct S; #[fix = \"x\"] fn f() {}");
    let attrs: Vec<_> =
        index.adts.iter().flat_map(|adt| &adt.attrs).chain(index.funs.iter().flat_map(|fun| &fun.attrs)).collect();
    assert_eq!(attrs, [&("body".into(), String::new()), &("fix".into(), "read it".to_owned())]);
    let client =
        index.crates.iter().filter_map(|krate| krate.stub.as_ref()).find(|client| client.krate == "web_util").unwrap();
    assert_eq!((client.versions.as_str(), &client.reuse), ("", &None));
}

#[test]
fn notes_for_those_who_check_stubs_change_nothing() {
    let plain = r#"#![client(krate = "web", versions = ">=1, <2", features = "client, json", reuse = "one_read")]
        /*#![unchecked = "not yet"]*/
        /*#[versions = ">=1.2"]*/ pub use http::StatusCode;
        #[body] /*#[ignored("raw", "inner")]*/ pub struct Response { /*#[unchecked = "odd"]*/ pub status: u16 }
        /*#[versions = ">=1.2"]*/ impl Response {
            /*#[unchecked(output = "another text")]*/ pub fn text(self) -> String {}
            /*#[unchecked = "a macro"]*/ pub fn json(self) {}
        }
        /*#[unchecked = "private"]*/ impl Clone for Response {}
        pub trait Read { /*#[unchecked = "odd"]*/ type Item; /*#[versions = "<1.2"]*/ fn read(&self); }
        pub enum Kind { /*#[unchecked = "odd"]*/ One }
        /*#[unchecked = "macros"]*/ pub mod inner { pub struct Other; }"#;
    let read = |text: &str| {
        let stub = parse_stub(FileId(0), text);
        assert_eq!(stub.refusals, [], "{text}");
        let index = build(&Default::default(), Vec::new(), vec![stub]);
        let funs: Vec<_> = index.funs.iter().map(|fun| fun.name.clone()).collect();
        let adts: Vec<_> = index.adts.iter().map(|adt| (adt.name.clone(), adt.variants[0].fields.len())).collect();
        let impls = index.impls.iter().map(|item| item.funs.len()).collect::<Vec<_>>();
        let assoc = index.traits.iter().map(|item| (item.funs.len(), item.assoc.len())).collect::<Vec<_>>();
        let client = index.crates[0].stub.as_ref().map(|client| (client.krate.clone(), client.reuse.clone()));
        (funs, adts, impls, assoc, client)
    };
    let noted = plain.replace("/*", "").replace("*/", "");
    assert_eq!(read(plain), read(&noted));
}

#[test]
fn loose_files_know_all_stubs() {
    let index =
        project("//- a.rs\nmod b; use web::Response;\n//- b.rs\nuse super::Response as R;\n//- c/d.rs\nfn f() {}");
    check(&index, "a", &[("Response", "adt web::Response"), ("std::vec::Vec", "adt std::vec::Vec")]);
    check(&index, "a::b", &[("R", "adt web::Response")]);
    assert_eq!(funs(&index), ["d::f"]);
}

#[test]
fn signatures_are_kept_as_written() {
    let index = library(
        "async fn f<T: A + ?Sized, const N: usize>(x: impl Fn(u8) -> T, (a, _): (&mut [T; N], !), mut y: Box<dyn A<I = u8> + 'static>) -> impl A where T: B {}
         impl S { fn a(self) {} fn b(&mut self) {} fn c(self: Pin<&mut Self>) {} fn d(self: &Self, _: <T as A>::B) -> fn() {} }",
    );
    let f = index.funs.iter().find(|fun| fun.name == "f").unwrap();
    assert!(f.is_async && !f.is_pub);
    assert_eq!(f.generics.params, ["T", "impl#0"]);
    assert_eq!(f.generics.bounds.len(), 3);
    assert_eq!(f.params.len(), 3);
    assert!(matches!(&f.ret, TypeRef::Impl(bounds) if bounds.len() == 1));
    let (_, bound) = &f.generics.bounds[2];
    let closure = &bound[0].segments[0];
    assert_eq!((closure.args.len(), closure.bindings[0].0.as_str()), (1, "Output"));
    let receiver = |name: &str| format!("{:?}", index.funs.iter().find(|fun| fun.name == name).unwrap().receiver);
    assert_eq!(receiver("a"), "Some(Value)");
    assert_eq!(receiver("b"), "Some(Ref { mutable: true })");
    assert!(receiver("c").starts_with("Some(Typed("));
    assert_eq!(receiver("d"), "Some(Ref { mutable: false })");
}

#[test]
fn the_stubs_that_come_along_are_read_without_a_refusal() {
    assert!(!super::EMBEDDED.is_empty());
    for stub in super::EMBEDDED {
        let outline = stub.outline(FileId(7));
        assert_eq!(outline.refusals, [], "{}", stub.path);
        assert!(outline.client.is_some(), "{}", stub.path);
        assert_eq!(format!("{outline:?}"), format!("{:?}", parse_stub(FileId(7), stub.text)), "{}", stub.path);
    }
}
