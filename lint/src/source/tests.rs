//! Files as lists of items: text in, text out.

use std::fmt::Write as _;

use super::{File, Item, ItemKind, forget_spans, items, parse_expr, parse_fun};

/// Reads a file and compares what was found, one item a line.
fn check(text: &str, expected: &str) {
    assert_eq!(dump(text).trim_end(), unindent(expected), "{text}");
}

fn unindent(text: &str) -> String {
    let lines: Vec<_> = text.lines().skip_while(|line| line.trim().is_empty()).collect();
    let indent = lines.first().map_or(0, |line| line.len() - line.trim_start().len());
    lines.iter().map(|line| line.get(indent..).unwrap_or("")).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

fn dump(text: &str) -> String {
    let file: File = items(text, false);
    let mut out = String::new();
    list(text, &file.items, 0, &mut out);
    for refusal in &file.refusals {
        writeln!(out, "refused {:?}: {}", &text[refusal.range.clone()], refusal.message).unwrap();
    }
    out
}

fn list(text: &str, items: &[Item], indent: usize, out: &mut String) {
    for item in items {
        out.push_str(&"  ".repeat(indent));
        for (flag, set) in [("test ", item.attrs.test), ("wasm ", item.attrs.wasm)] {
            out.push_str(if set { flag } else { "" });
        }
        let whole = &text[item.range.clone()];
        let inner = match &item.kind {
            ItemKind::Fn(item) => {
                let visibility = if item.public { "pub " } else { "" };
                let name = &text[item.signature.ident.span().byte_range()];
                let body = item.body.clone().map_or("none", |body| &text[body]);
                writeln!(out, "{visibility}fn {name}, body {body:?}").unwrap();
                assert!(item.body.is_none() || whole.ends_with(body));
                item.inner.as_slice()
            }
            ItemKind::Const(item) => {
                let value = item.value.clone().map_or("none", |value| &text[value]);
                let local = if item.thread_local { "thread_local " } else { "" };
                writeln!(out, "{local}const {}, value {value:?}", item.name).unwrap();
                item.inner.as_slice()
            }
            ItemKind::Type(item) => {
                writeln!(out, "type {}, {} bounds, is {}", item.name, item.bounds.len(), item.ty.is_some()).unwrap();
                &[]
            }
            ItemKind::Adt(_) => {
                writeln!(out, "adt {whole:?}").unwrap();
                &[]
            }
            ItemKind::Trait(head, members) => {
                writeln!(out, "trait {}, {} supertraits", head.ident, head.supertraits.len()).unwrap();
                members.as_slice()
            }
            ItemKind::Impl(head, members) => {
                writeln!(out, "impl, of a trait: {}", head.trait_.is_some()).unwrap();
                members.as_slice()
            }
            ItemKind::Mod(name, _, Some(items)) => {
                writeln!(out, "mod {name}").unwrap();
                items.as_slice()
            }
            ItemKind::Mod(..) | ItemKind::Use(_) | ItemKind::ExternCrate(_) => {
                writeln!(out, "{whole}").unwrap();
                &[]
            }
        };
        list(text, inner, indent + 1, out);
    }
}

#[test]
fn every_kind_of_item_is_cut_out() {
    check(
        "
        extern crate a; use a::{b, c::*}; use ::x; mod d; pub(crate) mod e { fn f() {} }
        const A: [u8; { 1 }] = [1; 2]; static mut B: &str = \"x\"; type C<T> = Vec<T>;
        struct D; struct E(u8) where u8: Copy; pub struct F<const N: usize = { 1 }> { a: u8 }
        enum G { A = 1 << 2, B { c: u8 } } union H { a: u8 } trait I: Copy { fn g(); const J: u8; type K: Copy; }
        unsafe impl<T: Fn() -> u8> I for F<{ 1 }> { default fn g() {} const J: u8 = 1; type K = u8; }
        extern \"C\" { fn h(); } unsafe extern \"C\" fn i() {} const fn j() -> A<{ 1 }> where B<{ 2 }>: C { 1 }
        pub async unsafe fn k() {} macro_rules! m { () => {} } a::m!(x); m! { y } macro n($x:expr) { $x } fn z() {}",
        r#"
        extern crate a;
        use a::{b, c::*};
        use ::x;
        mod d;
        mod e
          fn f, body "{}"
        const A, value "[1; 2]"
        const B, value "\"x\""
        type C, 0 bounds, is true
        adt "struct D;"
        adt "struct E(u8) where u8: Copy;"
        adt "pub struct F<const N: usize = { 1 }> { a: u8 }"
        adt "enum G { A = 1 << 2, B { c: u8 } }"
        adt "union H { a: u8 }"
        trait I, 1 supertraits
          fn g, body "none"
          const J, value "none"
          type K, 1 bounds, is false
        impl, of a trait: true
          fn g, body "{}"
          const J, value "1"
          type K, 0 bounds, is true
        fn h, body "none"
        fn i, body "{}"
        fn j, body "{ 1 }"
        pub fn k, body "{}"
        fn z, body "{}"
        "#,
    );
}

#[test]
fn words_that_are_no_keywords_are_names() {
    check(
        "default! {} union! {} fn union() {} auto::m! {} struct r#type; fn r#fn() {} mod safe { fn auto() {} }",
        r#"
        fn union, body "{}"
        adt "struct r#type;"
        fn r#fn, body "{}"
        mod safe
          fn auto, body "{}"
        "#,
    );
}

#[test]
fn what_is_refused_costs_itself_only() {
    check(
        "fn a() {} fn 1() {} fn b() {} ) fn c() {}",
        r#"refused ")": cannot be split into tokens: an unbalanced bracket or a literal without an end"#,
    );
    check(
        "fn a() {} fn 1() {} struct S { a u8 } fn b() {} gen fn c() {} let x = 1; use d; 1 { }
         impl A { fn e() {} fn f(1) {} x fn g() {} const B = 1; } impl 3 { fn h() {} } fn i() {}",
        r#"
        fn a, body "{}"
        fn b, body "{}"
        use d;
        impl, of a trait: false
          fn e, body "{}"
        fn i, body "{}"
        refused "1": expected identifier
        refused "u8": expected `:`
        refused "gen": expected an item
        refused "let": expected an item
        refused "1": expected an item
        refused ")": expected `:`
        refused "x": expected an item
        refused "const B = 1;": expected `:`
        refused "3": expected one of: `for`, parentheses, `unsafe`, `fn`, `extern`, identifier, `::`, `<`, `dyn`, square brackets, `*`, `&`, `!`, `impl`, `_`, lifetime
        "#,
    );
}

#[test]
fn newer_and_stranger_impls_are_read() {
    check(
        "pub impl A {} pub(crate) impl B for A {} impl const C for A {} const impl D for A {} impl !Send for A {}
         impl E for *const A {} const trait F {} trait G = Copy + Send; default impl H for A {} impl I<{ 1 }> for A {}",
        "
        impl, of a trait: false
        impl, of a trait: true
        impl, of a trait: true
        impl, of a trait: true
        impl, of a trait: true
        impl, of a trait: true
        trait F, 0 supertraits
        trait G, 2 supertraits
        impl, of a trait: true
        impl, of a trait: true
        ",
    );
}

#[test]
fn items_in_known_macros_are_read() {
    check(
        "cfg_if::cfg_if! { if #[cfg(test)] { fn a() {} } else if #[cfg(unix)] { fn b() {} } else { fn c() {} } }
         cfg_select! { target_arch = \"wasm32\" => { fn d() {} } _ => { fn e() {} } }
         lazy_static! { pub static ref F: u8 = f(); } thread_local!(static G: u8 = const { 1 }, static X);
         thread_local! { static H: u8 = 1; static I: u8 = 2 }
         cfg_rt! { mod j; what is this } pin_project! { struct K { #[pin] a: u8 } } other! { fn l() {} }",
        r#"
        test fn a, body "{}"
        fn b, body "{}"
        fn c, body "{}"
        wasm fn d, body "{}"
        fn e, body "{}"
        const F, value "f()"
        thread_local const G, value "const { 1 }, static X"
        thread_local const H, value "1"
        thread_local const I, value "2"
        mod j;
        adt "struct K { #[pin] a: u8 }"
        "#,
    );
}

#[test]
fn items_in_bodies_belong_to_the_function() {
    check(
        "fn a() { use b::c; #[cfg(test)] fn d() { struct E; } if f { impl E { fn g() { const H: u8 = 1; } } } }
         impl I { fn j() { static K: u8 = { fn l() {} 1 }; } } const _: () = { impl M for N {} };",
        r#"
        fn a, body "{ use b::c; #[cfg(test)] fn d() { struct E; } if f { impl E { fn g() { const H: u8 = 1; } } } }"
          use b::c;
          test fn d, body "{ struct E; }"
            adt "struct E;"
          impl, of a trait: false
            fn g, body "{ const H: u8 = 1; }"
              const H, value "1"
        impl, of a trait: false
          fn j, body "{ static K: u8 = { fn l() {} 1 }; }"
            const K, value "{ fn l() {} 1 }"
              fn l, body "{}"
        const _, value "{ impl M for N {} }"
          impl, of a trait: true
        "#,
    );
}

#[test]
fn attributes_are_in_front_of_items_and_not_in_their_range() {
    check(
        "#![cfg(test)] /// words\n#[doc = \"é\"] #[test] /* é */ #[inline] pub fn a() {} #[cfg(target_arch = \"wasm32\")] mod b { #![cfg(test)] }",
        r#"
        test pub fn a, body "{}"
        wasm mod b
        "#,
    );
    assert!(items("#![cfg(test)] fn a() {}", false).attrs.test);
}

#[test]
fn offsets_are_those_on_disk() {
    for head in
        ["", "\u{feff}", "#!/usr/bin/é\n", "\u{feff}#!x\r\n", "---\né = 1\n---\n", "/// é\r\n", "//! é\n/* é */ "]
    {
        let text = format!("{head}/// ü\r\npub fn ä(x: &str) {{\r\n \"é\"; fn ö() {{}} }}\r\nconst Ü: &str = \"é\";");
        let found = dump(&text);
        let expected =
            [r#"pub fn ä, body "{\r\n \"é\"; fn ö() {} }""#, r#"  fn ö, body "{}""#, r#"const Ü, value "\"é\"""#];
        assert_eq!(found.lines().collect::<Vec<_>>(), expected, "{head:?}");
    }
}

#[test]
fn functions_and_expressions_are_parsed_from_their_text() {
    let fun = parse_fun("pub(crate) async unsafe fn f<T>(&mut self, é: T) -> u8 where T: Copy { .. }").unwrap();
    assert_eq!((fun.sig.inputs.len(), fun.block.stmts.len()), (2, 1));
    assert_eq!(fun.block.brace_token.span.join().byte_range().end, 76);
    assert_eq!(parse_fun("fn f() { 1 + }").unwrap_err().range, 13..14);
    assert!(parse_fun("fn f();").is_err());
    assert!(parse_fun("").is_err());
    assert!(parse_expr("Client::new()").is_ok());
    assert_eq!(parse_expr("a b").unwrap_err().message, "unexpected token");
}

/// Files that have something of everything, to be broken.
const SAMPLES: [&str; 3] = [
    include_str!("cut.rs"),
    include_str!("../outline/written.rs"),
    "\u{feff}#!x\n#![a = \"é\"] mod m { use a::{self, b::*}; impl<T: A<B = C>> D for &'a mut [T; 3] where T: ?Sized {} }
     cfg_if! { if #[cfg(all(test, not(x = \"y\")))] { fn f() -> impl Fn(u8) -> u8 { r#\"raw\"#; b'x'; 'x'; 1.0e3 } } }
     lazy_static! { static ref X: u8 = { struct S; 1 }; } #[path = \"x.rs\"] mod y; extern \"C\" { type Z; fn v(x: u8, ...); }
     fn g(self: Pin<&mut Self>, (a, b): (u8, !), _: impl A + 'static, dyn_: Box<dyn A>) { fn h() {} /* é */ async move { } }",
];

#[test]
fn nothing_panics_on_broken_text() {
    let test = || {
        let mut random = 0x2545_f491_4f6c_dd1d_u64;
        let mut next = move |below: usize| {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            usize::try_from(random % below.max(1) as u64).unwrap()
        };
        for round in 0..600 {
            let sample = SAMPLES[round % SAMPLES.len()];
            let start = next(sample.len() / 2);
            let mut bytes = sample.as_bytes()[start..].to_vec();
            bytes.truncate(1 + next(4_000));
            for _ in 0..next(4) {
                let (at, other) = (next(bytes.len()), next(bytes.len()));
                match next(4) {
                    0 => bytes.truncate(at),
                    1 => drop(bytes.drain(at.min(other)..at.max(other))),
                    2 => bytes.swap(at, other),
                    _ => bytes.insert(at, b"{}()[]<>;:#!'\"/\\|&*=,.\r\n\0"[next(25)]),
                }
                if bytes.is_empty() {
                    break;
                }
            }
            let text = String::from_utf8_lossy(&bytes);
            let file = items(&text, true);
            for refusal in file.refusals {
                assert!(text.get(refusal.range).is_some());
            }
            bodies(&text, &file.items);
            forget_spans();
        }
    };
    std::thread::Builder::new().stack_size(64 << 20).spawn(test).unwrap().join().unwrap();
}

fn bodies(text: &str, items: &[Item]) {
    for item in items {
        match &item.kind {
            ItemKind::Fn(function) => {
                drop(parse_fun(&text[item.range.clone()]));
                bodies(text, &function.inner);
            }
            ItemKind::Const(constant) => {
                let value = constant.value.clone().map_or("", |value| &text[value]);
                drop(parse_expr(value));
            }
            ItemKind::Trait(_, items) | ItemKind::Impl(_, items) | ItemKind::Mod(_, _, Some(items)) => {
                bodies(text, items)
            }
            _ => {}
        }
    }
}
