//! From a text to its items, on any thread.

use proc_macro2::Ident;
use serde::{Deserialize, Serialize};
use smol_str::ToSmolStr as _;
use syn::{punctuated::Punctuated, spanned::Spanned as _};

use super::{
    Adt, Client, Const, CrateId, Fun, Generics, Impl, ModId, Name, Owner, Param, Path, Segment, Trait, TypeRef, Use,
    UseKind, Variant, written,
};
use crate::source::{self, Attrs, FileId, Item, ItemKind, Span};

/// A file that was read. It knows nothing of other files yet.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ParsedFile {
    /// For a stub, what it describes.
    pub client: Option<Client>,
    /// What could not be read and why; everything else was.
    pub refusals: Vec<(Span, String)>,
    pub flags: Flags,
    pub nodes: Vec<Node>,
}

/// When code is compiled, as far as that matters.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Flags {
    pub test: bool,
    pub wasm: bool,
}

impl ParsedFile {
    /// The same, as another file.
    pub fn into_file(mut self, file: FileId) -> ParsedFile {
        self.refusals.iter_mut().for_each(|(span, _)| span.file = file);
        self.nodes.iter_mut().for_each(|node| node.move_to(file));
        self
    }
}

impl Node {
    fn move_to(&mut self, file: FileId) {
        let inner = match &mut self.kind {
            NodeKind::Mod(module) => module.items.as_mut(),
            NodeKind::Uses(_) | NodeKind::Adt(_) | NodeKind::Type(_) => None,
            NodeKind::Fun(fun, inner) => {
                let params = fun.params.iter_mut().map(|param| &mut param.span);
                let spans = params.chain([&mut fun.name_span, &mut fun.span]).chain(&mut fun.body);
                spans.for_each(|span| span.file = file);
                Some(inner)
            }
            NodeKind::Const(item, inner) => {
                item.value.iter_mut().for_each(|span| span.file = file);
                Some(inner)
            }
            NodeKind::Trait(_, inner) | NodeKind::Impl(_, inner) => Some(inner),
        };
        inner.into_iter().flatten().for_each(|node| node.move_to(file));
    }
}

impl Flags {
    pub fn or(self, other: Flags) -> Flags {
        Flags { test: self.test || other.test, wasm: self.wasm || other.wasm }
    }
}

/// An item. Ids in it are placeholders until it has its place.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Node {
    pub flags: Flags,
    pub kind: NodeKind,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum NodeKind {
    Mod(ModDecl),
    Uses(Vec<Use>),
    /// With the items in its body.
    Fun(Box<Fun>, Vec<Node>),
    Const(Box<Const>, Vec<Node>),
    Adt(Box<Adt>),
    Type(Box<TypeDecl>),
    /// With its functions and constants.
    Trait(Box<Trait>, Vec<Node>),
    Impl(Box<Impl>, Vec<Node>),
}

/// A `type`: an alias, or an associated type.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TypeDecl {
    pub name: Name,
    pub generics: Generics,
    pub bounds: Vec<Path>,
    pub ty: Option<TypeRef>,
}

/// A `mod`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ModDecl {
    pub name: Name,
    pub path: Option<String>,
    pub other_paths: Vec<String>,
    /// `None`: they are in a file of their own.
    pub items: Option<Vec<Node>>,
}

const NO_CRATE: CrateId = CrateId(u32::MAX);
const NO_MODULE: ModId = ModId(u32::MAX);

/// Reads a file of user code.
///
/// The stack should be large (64 MiB): what is nested too deeply for that is refused, not what is less deep.
pub fn parse_file(file: FileId, text: &str) -> ParsedFile {
    parse(file, text, false)
}

/// Reads a stub: the same, but its attributes are kept.
pub fn parse_stub(file: FileId, text: &str) -> ParsedFile {
    parse(file, text, true)
}

/// Reads a stub that the user has written.
pub fn parse_own_stub(file: FileId, text: &str) -> ParsedFile {
    let mut parsed = parse(file, text, true);
    parsed.client.iter_mut().for_each(|client| client.is_own = true);
    parsed
}

fn parse(file: FileId, text: &str, is_stub: bool) -> ParsedFile {
    let read = source::items(text, is_stub);
    let reader = Reader { file };
    let parsed = ParsedFile {
        client: is_stub.then(|| client(&read.attrs)).flatten(),
        refusals: read.refusals.into_iter().map(|refusal| (reader.span(refusal.range), refusal.message)).collect(),
        flags: flags(&read.attrs),
        nodes: reader.nodes(read.items),
    };
    source::forget_spans();
    parsed
}

/// Reads `client(krate = "..", versions = "..", reuse = "..", reuse_by_feature = "..")`.
fn client(attrs: &Attrs) -> Option<Client> {
    let (_, tokens) = attrs.list.iter().find(|(name, _)| name == "client")?;
    let mut client = Client {
        krate: Name::default(),
        versions: String::new(),
        reuse: None,
        reuse_by_feature: Vec::new(),
        is_own: false,
    };
    let parser = syn::meta::parser(|meta| {
        let value: syn::LitStr = meta.value()?.parse()?;
        match meta.path.get_ident().map(Ident::to_string).as_deref() {
            Some("krate") => client.krate = value.value().replace('-', "_").into(),
            Some("versions") => client.versions = value.value(),
            Some("reuse") => client.reuse = Some(value.value().into()),
            Some("reuse_by_feature") => {
                let value = value.value();
                let pairs = value.split(',').filter_map(|pair| pair.split_once(':'));
                client.reuse_by_feature =
                    pairs.map(|(feature, reuse)| (feature.trim().into(), reuse.trim().into())).collect();
            }
            _ => {}
        }
        Ok(())
    });
    syn::parse::Parser::parse_str(parser, tokens).ok()?;
    (!client.krate.is_empty()).then_some(client)
}

fn flags(attrs: &Attrs) -> Flags {
    Flags { test: attrs.test, wasm: attrs.wasm }
}

fn list(attrs: Attrs) -> Vec<(Name, String)> {
    attrs.list.into_iter().map(|(name, value)| (name.into(), value)).collect()
}

struct Reader {
    file: FileId,
}

impl Reader {
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        // A file of 4 GiB does not get here: the lexer counts in 32 bits too.
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file: self.file, start: offset(range.start), end: offset(range.end) }
    }

    fn nodes(&self, items: Vec<Item>) -> Vec<Node> {
        let mut nodes = Vec::with_capacity(items.len());
        nodes.extend(items.into_iter().map(|item| self.node(item)));
        nodes
    }

    fn node(&self, Item { attrs, range, kind }: Item) -> Node {
        let mut flags = flags(&attrs);
        let span = self.span(range);
        let kind = match kind {
            ItemKind::Fn(item) => self.fun(*item, attrs, span),
            ItemKind::Const(item) => {
                let ty = written::type_ref(&item.ty);
                let ty = if item.thread_local { local_key(ty) } else { ty };
                let item_const = Const {
                    name: written::name(&item.name),
                    module: NO_MODULE,
                    owner: Owner::Free,
                    ty,
                    value: item.value.map(|range| self.span(range)),
                };
                NodeKind::Const(Box::new(item_const), self.nodes(item.inner))
            }
            ItemKind::Type(item) => NodeKind::Type(Box::new(TypeDecl {
                name: written::name(&item.name),
                generics: written::generics(&item.generics),
                bounds: written::bounds(&item.bounds),
                ty: item.ty.as_ref().map(written::type_ref),
            })),
            ItemKind::Adt(item) => NodeKind::Adt(Box::new(adt(&item, attrs))),
            ItemKind::Trait(head, members) => {
                let item = Trait {
                    name: written::name(&head.ident),
                    module: NO_MODULE,
                    generics: written::generics(&head.generics),
                    supertraits: written::bounds(&head.supertraits),
                    funs: Vec::new(),
                    assoc: Vec::new(),
                };
                NodeKind::Trait(Box::new(item), self.nodes(members))
            }
            ItemKind::Impl(head, members) => {
                let item = Impl {
                    module: NO_MODULE,
                    generics: written::generics(&head.generics),
                    trait_ref: head.trait_.as_ref().map(|(path, _)| written::path_ref(None, path)),
                    is_negative: head.modifiers.polarity.is_some(),
                    self_ty: written::type_ref(&head.self_ty),
                    funs: Vec::new(),
                    consts: Vec::new(),
                    assoc: Vec::new(),
                };
                NodeKind::Impl(Box::new(item), self.nodes(members))
            }
            ItemKind::Mod(name, inner, items) => {
                flags = flags.or(self::flags(&inner));
                NodeKind::Mod(ModDecl {
                    name: written::name(&name),
                    path: attrs.path,
                    other_paths: attrs.other_paths,
                    items: items.map(|items| self.nodes(items)),
                })
            }
            ItemKind::Use(item) => {
                let public = !matches!(item.vis, syn::Visibility::Inherited);
                let mut leaves = Leaves { global: item.leading_colon.is_some(), public, uses: Vec::new() };
                leaves.add(&item.tree, &mut Vec::new());
                NodeKind::Uses(leaves.uses)
            }
            ItemKind::ExternCrate(item) => {
                let krate = written::name(&item.ident);
                let name = item.rename.as_ref().map_or_else(|| krate.clone(), |(_, name)| written::name(name));
                let (krate, global) = if krate == "self" { ("crate".into(), false) } else { (krate, true) };
                // What an `extern crate` brings in is visible from anywhere in the crate.
                NodeKind::Uses(vec![Use { path: vec![krate], global, public: true, kind: UseKind::Name(name) }])
            }
        };
        Node { flags, kind }
    }

    fn fun(&self, item: source::FnItem, attrs: Attrs, span: Span) -> NodeKind {
        let name_span = self.span(source::range(item.signature.ident.span()));
        let name = written::name(&item.signature.ident);
        let is_async = item.signature.asyncness.is_some();
        let signature = written::signature(item.signature);
        let params = signature.params.into_iter().map(|(pat, ty)| {
            let plain = written::plain_name(&pat);
            let span = plain.map_or_else(|| pat.span(), Ident::span);
            Param { span: self.span(source::range(span)), ty }
        });
        let fun = Fun {
            name,
            name_span,
            krate: NO_CRATE,
            module: NO_MODULE,
            owner: Owner::Free,
            generics: signature.generics,
            receiver: signature.receiver,
            params: params.collect(),
            ret: signature.ret,
            is_async,
            is_pub: item.public,
            span,
            body: item.body.map(|range| self.span(range)),
            body_module: None,
            is_test: false,
            is_wasm: false,
            attrs: list(attrs),
        };
        NodeKind::Fun(Box::new(fun), self.nodes(item.inner))
    }
}

fn adt(item: &syn::DeriveInput, attrs: Attrs) -> Adt {
    let name = written::name(&item.ident);
    let variants = match &item.data {
        syn::Data::Struct(data) => vec![variant(name.clone(), &data.fields)],
        syn::Data::Enum(data) => {
            written::each(&data.variants, |item| variant(written::name(&item.ident), &item.fields))
        }
        syn::Data::Union(data) => {
            vec![Variant { name: name.clone(), is_tuple: false, fields: fields(&data.fields.named) }]
        }
    };
    Adt {
        name,
        krate: NO_CRATE,
        module: NO_MODULE,
        is_enum: matches!(item.data, syn::Data::Enum(_)),
        generics: written::generics(&item.generics),
        borrows: item.generics.lifetimes().next().is_some(),
        variants,
        attrs: list(attrs),
    }
}

fn variant(name: Name, written: &syn::Fields) -> Variant {
    let (is_tuple, fields) = match written {
        syn::Fields::Unit => (false, Vec::new()),
        syn::Fields::Named(named) => (false, fields(&named.named)),
        syn::Fields::Unnamed(unnamed) => (true, fields(&unnamed.unnamed)),
    };
    Variant { name, is_tuple, fields }
}

fn fields(fields: &Punctuated<syn::Field, syn::Token![,]>) -> Vec<(Name, TypeRef)> {
    let mut at = 0..;
    written::each(fields, |field| {
        let at = at.next().unwrap_or_default();
        let name = field.ident.as_ref().map_or_else(|| at.to_smolstr(), written::name);
        (name, written::type_ref(&field.ty))
    })
}

/// `::std::thread::LocalKey<T>`
fn local_key(ty: TypeRef) -> TypeRef {
    let mut segments: Vec<_> = ["std", "thread", "LocalKey"]
        .map(|name| Segment { name: name.into(), args: Vec::new(), bindings: Vec::new() })
        .into();
    if let Some(last) = segments.last_mut() {
        last.args.push(ty);
    }
    TypeRef::Path(Path { qself: None, global: true, segments })
}

/// The leaves of a `use` tree.
struct Leaves {
    global: bool,
    public: bool,
    uses: Vec<Use>,
}

impl Leaves {
    fn add(&mut self, tree: &syn::UseTree, path: &mut Vec<Name>) {
        match tree {
            syn::UseTree::Path(tree) => {
                path.push(written::name(&tree.ident));
                self.add(&tree.tree, path);
                path.pop();
            }
            syn::UseTree::Name(tree) => self.leaf(path, &tree.ident, None),
            syn::UseTree::Rename(tree) => self.leaf(path, &tree.ident, Some(written::name(&tree.rename))),
            syn::UseTree::Glob(_) => self.push(path.clone(), UseKind::Glob),
            syn::UseTree::Group(tree) => tree.items.iter().for_each(|tree| self.add(tree, path)),
        }
    }

    fn leaf(&mut self, prefix: &[Name], ident: &Ident, rename: Option<Name>) {
        let mut path = Vec::with_capacity(prefix.len() + 1);
        path.extend_from_slice(prefix);
        // `use a::{self}` is `use a`.
        if path.is_empty() || ident != "self" {
            path.push(written::name(ident));
        }
        if let Some(name) = rename.or_else(|| path.last().cloned()) {
            self.push(path, UseKind::Name(name));
        }
    }

    fn push(&mut self, path: Vec<Name>, kind: UseKind) {
        self.uses.push(Use { path, global: self.global, public: self.public, kind });
    }
}
