//! A file as a list of items, each parsed on its own and without its bodies.
//!
//! Nothing here fails: what `syn` does not accept becomes a [`Refusal`], and its neighbours are not affected.
//! The `syn` trees belong to the thread; `index::read` turns them into owned data at once.

use std::ops::Range;

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{
    Generics, Token, Type, TypeParamBound, Visibility,
    ext::IdentExt as _,
    parse::{ParseStream, Parser as _},
};

use super::{
    Refusal,
    attrs::Attrs,
    cut::{Cutter, Kind, Piece, contents},
    guard, inner,
    macros::{self, Wrapping},
    parse::lex_file,
    places,
};

/// How deep items may stand in items: modules in modules, functions in functions.
const DEPTH: usize = 64;

/// A file.
#[derive(Debug, Default)]
pub struct File {
    /// What its `#![..]` say.
    pub attrs: Attrs,
    /// Its items, in order.
    pub items: Vec<Item>,
    /// What could not be read.
    pub refusals: Vec<Refusal>,
}

/// An item or a member of a trait or `impl`.
#[derive(Debug)]
pub struct Item {
    /// Its attributes.
    pub attrs: Attrs,
    /// From the first word after the attributes to the end.
    pub range: Range<usize>,
    /// The rest.
    pub kind: ItemKind,
}

/// What an item is.
#[derive(Debug)]
pub enum ItemKind {
    /// A function with or without a receiver.
    Fn(Box<FnItem>),
    /// A `const` or `static`.
    Const(Box<ConstItem>),
    /// A `type`, free or associated.
    Type(Box<TypeItem>),
    /// A struct, enum or union.
    Adt(Box<syn::DeriveInput>),
    /// A trait; `items` of the head is empty.
    Trait(Box<syn::ItemTrait>, Vec<Item>),
    /// An `impl`; `items` of the head is empty.
    Impl(Box<syn::ItemImpl>, Vec<Item>),
    /// A module, with its `#![..]`; no items if they are in a file of their own.
    Mod(Ident, Attrs, Option<Vec<Item>>),
    /// A `use`.
    Use(Box<syn::ItemUse>),
    /// An `extern crate`.
    ExternCrate(Box<syn::ItemExternCrate>),
}

/// A function.
#[derive(Debug)]
pub struct FnItem {
    /// Is there a `pub` in any form?
    pub public: bool,
    /// Everything up to the body.
    pub signature: syn::Signature,
    /// The body with its braces.
    pub body: Option<Range<usize>>,
    /// The items among its statements.
    pub inner: Vec<Item>,
}

/// A `const` or `static`.
#[derive(Debug)]
pub struct ConstItem {
    /// May be `_`.
    pub name: Ident,
    /// Its type.
    pub ty: Type,
    /// Is it wrapped in a `LocalKey`?
    pub thread_local: bool,
    /// The initialiser.
    pub value: Option<Range<usize>>,
    /// The items in the initialiser.
    pub inner: Vec<Item>,
}

/// `type Name<..>: Bounds = Type;`
#[derive(Debug)]
pub struct TypeItem {
    /// Its name.
    pub name: Ident,
    /// Its parameters.
    pub generics: Generics,
    /// In a trait: what it must be.
    pub bounds: Vec<TypeParamBound>,
    /// What it is.
    pub ty: Option<Type>,
}

/// Reads a file. `keep_attrs` fills [`Attrs::list`].
pub fn items(text: &str, keep_attrs: bool) -> File {
    let mut reader = Reader { keep_attrs, refusals: Vec::new() };
    match lex_file(text) {
        Ok(tokens) => {
            let (attrs, items) = reader.all(tokens, 0);
            File { attrs, items, refusals: reader.refusals }
        }
        Err(refusal) => File { refusals: vec![refusal], ..File::default() },
    }
}

struct Reader {
    keep_attrs: bool,
    refusals: Vec<Refusal>,
}

impl Reader {
    fn all(&mut self, tokens: TokenStream, depth: usize) -> (Attrs, Vec<Item>) {
        let mut items = Vec::new();
        let mut cutter = Cutter::new(tokens, self.keep_attrs);
        while let Some(piece) = cutter.piece() {
            self.piece(piece, depth, &mut items);
        }
        (cutter.inner, items)
    }

    fn inner(&mut self, tokens: TokenStream, is_block: bool, depth: usize) -> Vec<Item> {
        let mut items = Vec::new();
        for piece in inner::pieces(tokens, is_block, self.keep_attrs) {
            self.piece(piece, depth, &mut items);
        }
        items
    }

    /// Turns a piece into an item; into none if it is refused or of no interest, into several if it is a macro.
    fn piece(&mut self, piece: Piece, depth: usize, items: &mut Vec<Item>) {
        if depth > DEPTH {
            self.refusals.push(Refusal::new(piece.range, "items are nested too deeply"));
            return;
        }
        if piece.kind == Kind::Macro {
            self.macro_call(piece, depth, items);
            return;
        }
        if piece.kind == Kind::Foreign {
            items.extend(piece.body.map(|body| self.all(contents(body), depth + 1).1).into_iter().flatten());
            return;
        }
        let (attrs, range) = (piece.attrs.clone(), piece.range.clone());
        match self.item(piece, depth) {
            Ok(kind) => items.push(Item { attrs, range, kind }),
            Err(error) => self.refusals.push(Refusal::from_syn(&error, range)),
        }
    }

    fn item(&mut self, mut piece: Piece, depth: usize) -> syn::Result<ItemKind> {
        Ok(match piece.kind {
            Kind::Fn => {
                let (public, signature) = parse(piece.head, function)?;
                let body = piece.body.as_ref().map(|body| places::range(body.span()));
                let inner = piece.body.map_or(Vec::new(), |body| self.inner(contents(body), true, depth + 1));
                ItemKind::Fn(Box::new(FnItem { public, signature, body, inner }))
            }
            Kind::Const => {
                let (name, ty) = parse(piece.head, constant)?;
                let value = match piece.value.as_slice() {
                    [] => None,
                    [first, .., last] => Some(places::range(first.span()).start..places::range(last.span()).end),
                    [only] => Some(places::range(only.span())),
                };
                let inner = self.inner(TokenStream::from_iter(piece.value), false, depth + 1);
                ItemKind::Const(Box::new(ConstItem { name, ty, thread_local: false, value, inner }))
            }
            Kind::Type => ItemKind::Type(Box::new(parse(piece.head, type_item)?)),
            Kind::Adt => {
                piece.head.extend(piece.body.map(TokenTree::Group));
                ItemKind::Adt(Box::new(parse(piece.head, syn::parse::Parse::parse)?))
            }
            Kind::Trait if piece.body.is_none() => {
                ItemKind::Trait(Box::new(parse(piece.head, trait_alias)?), Vec::new())
            }
            Kind::Trait => {
                let (head, members) = self.braced(piece, depth)?;
                ItemKind::Trait(Box::new(head), members)
            }
            Kind::Impl => {
                let (head, members) = self.braced(piece, depth)?;
                ItemKind::Impl(Box::new(head), members)
            }
            Kind::Mod => {
                let name = parse(piece.head, module_name)?;
                match piece.body.map(|body| self.all(contents(body), depth + 1)) {
                    Some((attrs, items)) => ItemKind::Mod(name, attrs, Some(items)),
                    None => ItemKind::Mod(name, Attrs::default(), None),
                }
            }
            Kind::Use => ItemKind::Use(Box::new(parse(piece.head, syn::parse::Parse::parse)?)),
            Kind::ExternCrate => ItemKind::ExternCrate(Box::new(parse(piece.head, syn::parse::Parse::parse)?)),
            Kind::Foreign | Kind::Macro | Kind::Unknown => {
                let at = piece.head.first().map_or_else(proc_macro2::Span::call_site, TokenTree::span);
                return Err(syn::Error::new(at, "expected an item"));
            }
        })
    }

    /// A head that is parsed with empty braces, and the members that belong between them.
    fn braced<T: syn::parse::Parse>(&mut self, mut piece: Piece, depth: usize) -> syn::Result<(T, Vec<Item>)> {
        if let Some(body) = &piece.body {
            let mut braces = proc_macro2::Group::new(body.delimiter(), TokenStream::new());
            braces.set_span(body.span());
            piece.head.push(TokenTree::Group(braces));
        }
        let head = parse(piece.head, syn::parse::Parse::parse)?;
        Ok((head, piece.body.map_or(Vec::new(), |body| self.all(contents(body), depth + 1).1)))
    }

    fn macro_call(&mut self, piece: Piece, depth: usize, items: &mut Vec<Item>) {
        let name = piece.head.iter().rev().find_map(|token| match token {
            TokenTree::Ident(ident) => Some(ident.to_string()),
            _ => None,
        });
        let Some(wrapping) = name.as_deref().and_then(macros::wrapping) else { return };
        let Some(body) = piece.body.map(contents) else { return };
        let refusals = self.refusals.len();
        for (condition, tokens) in macros::parts(wrapping, body) {
            for mut item in self.all(tokens, depth + 1).1 {
                item.attrs.test |= condition.test | piece.attrs.test;
                item.attrs.wasm |= condition.wasm | piece.attrs.wasm;
                if let ItemKind::Const(constant) = &mut item.kind {
                    constant.thread_local = wrapping == Wrapping::ThreadLocal;
                }
                items.push(item);
            }
        }
        // That its input is items was our guess.
        self.refusals.truncate(refusals);
    }
}

fn parse<T>(tokens: Vec<TokenTree>, parser: fn(ParseStream) -> syn::Result<T>) -> syn::Result<T> {
    let tokens = guard::admit(tokens).map_err(|too_deep| syn::Error::new(too_deep.0, "nested too deeply"))?;
    parser.parse2(tokens)
}

fn function(input: ParseStream) -> syn::Result<(bool, syn::Signature)> {
    let public = visibility(input)?;
    let _safe: Option<Token![safe]> = input.parse()?;
    let signature = input.parse()?;
    let _: Option<Token![;]> = input.parse()?;
    Ok((public, signature))
}

fn constant(input: ParseStream) -> syn::Result<(Ident, Type)> {
    visibility(input)?;
    let _safe: Option<Token![safe]> = input.parse()?;
    let _unsafe: Option<Token![unsafe]> = input.parse()?;
    if input.parse::<Option<Token![static]>>()?.is_some() {
        let _mut: Option<Token![mut]> = input.parse()?;
        let _ref: Option<Token![ref]> = input.parse()?;
    } else {
        input.parse::<Token![const]>()?;
    }
    let name = Ident::parse_any(input)?;
    let _: Generics = input.parse()?;
    input.parse::<Token![:]>()?;
    let ty = input.parse()?;
    let _: TokenStream = input.parse()?;
    Ok((name, ty))
}

fn type_item(input: ParseStream) -> syn::Result<TypeItem> {
    visibility(input)?;
    input.parse::<Token![type]>()?;
    let name = input.parse()?;
    let mut generics: Generics = input.parse()?;
    let mut bounds = Vec::new();
    if input.parse::<Option<Token![:]>>()?.is_some() {
        while !(input.peek(Token![where]) || input.peek(Token![=]) || input.peek(Token![;]) || input.is_empty()) {
            bounds.push(input.parse()?);
            if input.parse::<Option<Token![+]>>()?.is_none() {
                break;
            }
        }
    }
    // A `where` is allowed on either side of the type.
    generics.where_clause = input.parse()?;
    let ty = match input.parse::<Option<Token![=]>>()? {
        Some(_) => Some(input.parse()?),
        None => None,
    };
    if let Some(late) = input.parse::<Option<syn::WhereClause>>()? {
        generics.make_where_clause().predicates.extend(late.predicates);
    }
    let _: Option<Token![;]> = input.parse()?;
    Ok(TypeItem { name, generics, bounds, ty })
}

/// `trait A = B + C;` is `trait A: B + C {}` for our purposes.
fn trait_alias(input: ParseStream) -> syn::Result<syn::ItemTrait> {
    let alias: syn::ItemTraitAlias = input.parse()?;
    Ok(syn::ItemTrait {
        attrs: alias.attrs,
        vis: alias.vis,
        modifiers: syn::TraitModifiers::default(),
        unsafety: None,
        trait_token: alias.trait_token,
        ident: alias.ident,
        generics: alias.generics,
        colon_token: None,
        supertraits: alias.bounds,
        brace_token: syn::token::Brace::default(),
        items: Vec::new(),
    })
}

fn module_name(input: ParseStream) -> syn::Result<Ident> {
    visibility(input)?;
    let _unsafe: Option<Token![unsafe]> = input.parse()?;
    input.parse::<Token![mod]>()?;
    let name = input.parse()?;
    let _: Option<Token![;]> = input.parse()?;
    Ok(name)
}

/// Reads a visibility and a `default`; was there a `pub`?
fn visibility(input: ParseStream) -> syn::Result<bool> {
    let visibility: Visibility = input.parse()?;
    let _default: Option<Token![default]> = input.parse()?;
    Ok(!matches!(visibility, Visibility::Inherited))
}
