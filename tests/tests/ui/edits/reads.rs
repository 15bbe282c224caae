//! Reads that are put in, and reads that are taken away.
//!
//! What comes out is meant to be Rust that compiles, but for functions that give more than a response.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use syn::{
    Expr, Token,
    punctuated::Punctuated,
    spanned::Spanned,
    visit::{self, Visit},
};

use super::edited;

/// Each response is read to its end as soon as it is there. Origins are told by the byte at which they start; those
/// that were found come back.
pub fn read_at_once(code: &str, origins: &BTreeMap<usize, Client>) -> (String, BTreeSet<usize>) {
    let Ok(file) = syn::parse_file(code) else { return (code.to_owned(), BTreeSet::new()) };
    let mut places = Places::default();
    places.visit_file(&file);
    let (mut edits, mut done, mut helpers) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for (start, client) in origins {
        if let Some(call) = places.calls.get(start) {
            let (name, helper) = client.reader();
            edits.push((call.start..call.start, format!("{name}(")));
            edits.push((call.end..call.end, ")".to_owned()));
            helpers.insert(helper);
        } else if let Some((name, body)) = places.params.get(start) {
            edits.push((*body..*body, client.read(name)));
        } else {
            continue;
        }
        done.insert(*start);
    }
    let helpers: String = helpers.into_iter().map(|helper| helper.to_owned() + "\n").collect();
    (edited(code, edits) + &helpers, done)
}

/// For each function that reads a response in one place, and of whose lines `is_silent` holds: its name, and the file
/// with a look in place of the read.
pub fn without_the_only_read(code: &str, is_silent: impl Fn(usize) -> bool) -> Vec<(String, String)> {
    let Ok(file) = syn::parse_file(code) else { return Vec::new() };
    let mut places = Places::default();
    places.visit_file(&file);
    let mut variants = Vec::new();
    let is_own = |name: &String| places.functions.iter().any(|(own, _)| own == name);
    for (name, range) in &places.functions {
        let line = |at: usize| code[..at].matches('\n').count() + 1;
        let reads: Vec<_> = places
            .methods
            .iter()
            .filter(|(method, at)| range.contains(&at.start) && is_read(method, &code[at.end..]) && !is_own(method))
            .collect();
        if let [(method, at)] = &reads[..]
            && (line(range.start)..=line(range.end)).all(&is_silent)
        {
            let helper = if method == "collect" { LOOKS_AT_BODIES } else { LOOKS };
            let edit = (at.clone(), format!("{method}_unread"));
            variants.push((name.clone(), edited(code, vec![edit]) + LOOK + helper));
        }
    }
    variants
}

/// Does the method read a response to its end? So it is named, and so it is called. Iterators are collected, too, but
/// not awaited.
fn is_read(method: &str, after: &str) -> bool {
    match method {
        "text" | "json" | "bytes" => after.starts_with("()") || after.starts_with("::<"),
        "text_with_charset" => true,
        "collect" => after.starts_with("().await"),
        _ => false,
    }
}

/// Something that the lint cannot know, of any type.
const LOOK: &str = "
fn seen<T: 'static>() -> T {
    let seen: Box<dyn std::any::Any> = Box::new(());
    *seen.downcast().unwrap_or_else(|_| std::process::exit(1))
}
";

const LOOKS: &str = "
trait Looks {
    async fn text_unread(&self) -> reqwest::Result<String> { seen() }
    async fn text_with_charset_unread(&self, _: &str) -> reqwest::Result<String> { seen() }
    async fn json_unread<T: 'static>(&self) -> reqwest::Result<T> { seen() }
    async fn bytes_unread(&self) -> reqwest::Result<bytes::Bytes> { seen() }
}
impl Looks for reqwest::Response {}
trait LooksBlocking {
    fn text_unread(&self) -> reqwest::Result<String> { seen() }
    fn json_unread<T: 'static>(&self) -> reqwest::Result<T> { seen() }
    fn bytes_unread(&self) -> reqwest::Result<bytes::Bytes> { seen() }
}
impl LooksBlocking for reqwest::blocking::Response {}
";

const LOOKS_AT_BODIES: &str = "
trait LooksAtBodies: hyper::body::Body {
    async fn collect_unread(&self) -> Result<http_body_util::Collected<Self::Data>, Self::Error>
    where
        Self::Data: hyper::body::Buf + 'static,
        Self::Error: 'static,
    {
        seen()
    }
}
impl<B: hyper::body::Body> LooksAtBodies for B {}
";

/// Whose response is it?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Client {
    /// reqwest's.
    Async,
    /// reqwest's as well.
    Blocking,
    Hyper,
    /// hyper's until 0.14.
    OldHyper,
}

impl Client {
    /// A function that reads the response of a request to its end and gives it back.
    fn reader(self) -> (&'static str, &'static str) {
        match self {
            Client::Async => (
                "read_at_once_async",
                "async fn read_at_once_async<E>(sent: impl Future<Output = Result<reqwest::Response, E>>) \
                 -> Result<reqwest::Response, E> { let mut response = sent.await?; \
                 while let Ok(Some(_)) = response.chunk().await {} Ok(response) }",
            ),
            Client::Blocking => (
                "read_at_once_blocking",
                "fn read_at_once_blocking<E>(sent: Result<reqwest::blocking::Response, E>) \
                 -> Result<reqwest::blocking::Response, E> { let mut response = sent?; \
                 let _ = std::io::copy(&mut response, &mut std::io::sink()); Ok(response) }",
            ),
            Client::Hyper => (
                "read_at_once_by_hyper",
                "async fn read_at_once_by_hyper<B: hyper::body::Body + Unpin, E>\
                 (sent: impl Future<Output = Result<hyper::Response<B>, E>>) -> Result<hyper::Response<B>, E> { \
                 let mut response = sent.await?; \
                 while let Some(Ok(_)) = http_body_util::BodyExt::frame(response.body_mut()).await {} Ok(response) }",
            ),
            Client::OldHyper => (
                "read_at_once_by_hyper",
                "async fn read_at_once_by_hyper<E>\
                 (sent: impl Future<Output = Result<hyper::Response<hyper::Body>, E>>) \
                 -> Result<hyper::Response<hyper::Body>, E> { let mut response = sent.await?; \
                 while let Some(Ok(_)) = hyper::body::HttpBody::data(response.body_mut()).await {} Ok(response) }",
            ),
        }
    }

    /// Statements that do the same to a parameter.
    fn read(self, name: &str) -> String {
        match self {
            Client::Async => format!(
                "let mut {name} = {name}; \
                 futures::executor::block_on(async {{ while let Ok(Some(_)) = {name}.chunk().await {{}} }});"
            ),
            Client::Blocking => {
                format!("let mut {name} = {name}; let _ = std::io::copy(&mut {name}, &mut std::io::sink());")
            }
            Client::Hyper | Client::OldHyper => format!(
                "let mut {name} = {name}; futures::executor::block_on(async {{ \
                 while let Some(Ok(_)) = http_body_util::BodyExt::frame(&mut {name}).await {{}} }});"
            ),
        }
    }
}

/// Where things are, by the byte at which they start.
#[derive(Default)]
struct Places {
    /// Calls by their names: the whole expression.
    calls: BTreeMap<usize, Range<usize>>,
    /// Parameters that are one response: the name, and where the function's body starts.
    params: BTreeMap<usize, (String, usize)>,
    /// The names of method calls.
    methods: Vec<(String, Range<usize>)>,
    functions: Vec<(String, Range<usize>)>,
}

impl Visit<'_> for Places {
    fn visit_expr_method_call(&mut self, call: &syn::ExprMethodCall) {
        let name = call.method.span().byte_range();
        self.calls.insert(name.start, bytes(call));
        self.methods.push((call.method.to_string(), name));
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_call(&mut self, call: &syn::ExprCall) {
        if let Expr::Path(path) = &*call.func {
            let last = path.path.segments.last().expect("a path has an end");
            self.calls.insert(last.ident.span().byte_range().start, bytes(call));
            self.calls.insert(bytes(path).start, bytes(call));
        }
        visit::visit_expr_call(self, call);
    }

    // Some futures send only when they are awaited; the origin is there.
    fn visit_expr_await(&mut self, awaited: &syn::ExprAwait) {
        self.calls.insert(awaited.await_token.span.byte_range().start, bytes(&awaited.base));
        visit::visit_expr_await(self, awaited);
    }

    fn visit_macro(&mut self, mac: &syn::Macro) {
        let Ok(args) = mac.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated) else { return };
        let mut inner = Places::default();
        args.iter().for_each(|arg| inner.visit_expr(arg));
        self.calls.extend(inner.calls);
        self.methods.extend(inner.methods);
    }

    fn visit_item_fn(&mut self, item: &syn::ItemFn) {
        self.function(&item.sig, &item.block);
        self.functions.push((item.sig.ident.to_string(), bytes(item)));
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
        self.functions.push((item.sig.ident.to_string(), bytes(item)));
        visit::visit_impl_item_fn(self, item);
    }
}

impl Places {
    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let body = block.brace_token.span.open().byte_range().end;
        for input in &signature.inputs {
            if let syn::FnArg::Typed(typed) = input
                && let (syn::Pat::Ident(pat), syn::Type::Path(ty)) = (&*typed.pat, &*typed.ty)
                && let Some(last) = ty.path.segments.last()
                && matches!(last.ident.to_string().as_str(), "Response" | "Blocking" | "Incoming")
            {
                let name = pat.ident.to_string();
                self.params.insert(bytes(pat).start, (name.clone(), body));
                self.params.insert(pat.ident.span().byte_range().start, (name, body));
            }
        }
    }
}

fn bytes(node: &impl Spanned) -> Range<usize> {
    node.span().byte_range()
}
