//! The items of all files: crates, modules, types, functions, impls, and what a path means.
//!
//! User code and stubs stand side by side here, and nothing downstream can tell them apart but by
//! [`Crate::stub`]. Types are kept as written ([`TypeRef`]); `types` gives them meaning. A path that leads out of
//! what was read is [`Resolved::Foreign`], which is an answer, not an error.

mod build;
mod lookup;
mod read;
mod resolve;
mod stubs;
#[cfg(test)]
mod tests;
mod tree;
mod versions;
mod written;

use smol_str::SmolStr;

use crate::source::Span;

pub use build::build;
pub use read::{ParsedFile, parse_file, parse_stub};
pub use stubs::EMBEDDED;
pub use written::{path_ref, type_ref};

/// An identifier. Raw identifiers are stored without `r#`.
pub type Name = SmolStr;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident => $field:ident: $target:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl std::ops::Index<$name> for Index {
            type Output = $target;
            fn index(&self, id: $name) -> &$target {
                &self.$field[id.0 as usize]
            }
        }
    )*};
}

ids! {
    /// A crate: one target of a package, or a stub.
    CrateId => crates: Crate;
    /// A module, or the items inside a function body.
    ModId => modules: Module;
    /// A struct, enum or union.
    AdtId => adts: Adt;
    /// A trait.
    TraitId => traits: Trait;
    /// A `type` alias.
    AliasId => aliases: Alias;
    /// A function, method or associated function.
    FunId => funs: Fun;
    /// A `const` or `static`.
    ConstId => consts: Const;
    /// An `impl` block.
    ImplId => impls: Impl;
}

/// Everything that was read, by id.
#[derive(Debug, Default)]
pub struct Index {
    pub crates: Vec<Crate>,
    pub modules: Vec<Module>,
    pub adts: Vec<Adt>,
    pub traits: Vec<Trait>,
    pub aliases: Vec<Alias>,
    pub funs: Vec<Fun>,
    pub consts: Vec<Const>,
    pub impls: Vec<Impl>,
    tables: lookup::Tables,
}

/// A crate: one target of a package, or a stub.
#[derive(Debug)]
pub struct Crate {
    /// As code names it: `my_crate`.
    pub name: Name,
    /// Its root module.
    pub root: ModId,
    /// The names of other crates in it, renames applied.
    pub deps: rustc_hash::FxHashMap<Name, Extern>,
    /// 2015, 2018, 2021, 2024.
    pub edition: u16,
    /// For a stub, what its `#![client(..)]` says.
    pub stub: Option<Client>,
}

/// What a crate name leads to.
#[derive(Clone, Debug)]
pub enum Extern {
    /// A crate that was read.
    Crate(CrateId),
    /// A crate that was not read, by its package name with `_` for `-`.
    Foreign(Name),
}

/// The head of a stub: `#![client(krate = "reqwest", versions = "...", reuse = "one_read")]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The crate that it describes.
    pub krate: Name,
    /// The versions for which it holds, as Cargo writes requirements; may be empty.
    pub versions: String,
    /// What becomes of the connection when a body is dropped unread; `None` for crates that have no connections.
    pub reuse: Option<Name>,
}

/// A module, or the anonymous scope of the items inside a function body.
#[derive(Debug)]
pub struct Module {
    pub krate: CrateId,
    pub parent: Option<ModId>,
    /// Empty for a crate root and for the scope of a function body.
    pub name: Name,
    /// Is it the scope of the items in a function body? Then names fall through to the parent.
    pub body: bool,
    /// Types, traits, modules, aliases.
    pub types: rustc_hash::FxHashMap<Name, Resolved>,
    /// Functions, constants, tuple and unit constructors.
    pub values: rustc_hash::FxHashMap<Name, Resolved>,
    pub uses: Vec<Use>,
    imports: resolve::Imports,
}

/// One leaf of a `use` tree.
#[derive(Clone, Debug)]
pub struct Use {
    /// The path, `self` leaves already removed.
    pub path: Vec<Name>,
    /// Does it begin with `::`?
    pub global: bool,
    /// Is there a `pub` in any form?
    pub public: bool,
    pub kind: UseKind,
}

/// What a `use` brings in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UseKind {
    /// `use a::b as c`, or plain with the last segment as name; `_` for `as _`.
    Name(Name),
    /// `use a::*`
    Glob,
}

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Resolved {
    Mod(ModId),
    Adt(AdtId),
    /// A variant of an enum, by its place in [`Adt::variants`].
    Variant(AdtId, u32),
    Trait(TraitId),
    Alias(AliasId),
    Fun(FunId),
    Const(ConstId),
    /// A primitive type.
    Prim(Name),
    /// Outside of what was read: the absolute path, crate first, with `::` between.
    Foreign(Name),
}

/// A path that led somewhere, and how much of it is left (associated items).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub target: Resolved,
    /// How many trailing segments did not take part: `Vec::new` finds `Vec` and leaves 1.
    pub rest: usize,
}

/// Which of the two name spaces a path is looked up in first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ns {
    Type,
    Value,
}

/// A type as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TypeRef {
    Path(Path),
    /// `&T`, `&mut T`, and raw pointers.
    Ref { mutable: bool, to: Box<TypeRef> },
    Tuple(Vec<TypeRef>),
    /// `[T]` and `[T; N]`.
    Slice(Box<TypeRef>),
    /// `fn(A) -> B`.
    Fn { params: Vec<TypeRef>, ret: Box<TypeRef> },
    /// `impl A + B` in return position; in argument position it has become a generic parameter.
    Impl(Vec<Path>),
    /// `dyn A + B`.
    Dyn(Vec<Path>),
    Never,
    /// `_`
    Infer,
    /// A macro or something newer.
    Unknown,
}

/// A path as written, with its generic arguments. A bound is a path too.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Path {
    /// `<T as Trait>::Item`: `T`, and how many of `segments` belong to the trait (0 for `<T>::new`).
    pub qself: Option<(Box<TypeRef>, usize)>,
    /// Begins with `::`.
    pub global: bool,
    pub segments: Vec<Segment>,
}

/// One segment. `Fn(A, B) -> C` is stored as `Fn<(A, B), Output = C>`; lifetimes and constants are left out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Segment {
    pub name: Name,
    pub args: Vec<TypeRef>,
    /// `Item = T`
    pub bindings: Vec<(Name, TypeRef)>,
}

/// Type parameters and what is required of them. Lifetimes, constants and `?Sized` are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Generics {
    /// In order; an `impl Trait` argument is one too, named `impl#0`, `impl#1`, ..
    pub params: Vec<Name>,
    /// From `<T: A>` and from `where`, in order.
    pub bounds: Vec<(TypeRef, Vec<Path>)>,
}

/// A struct, enum or union. A struct has one variant, named like the struct.
#[derive(Clone, Debug)]
pub struct Adt {
    pub name: Name,
    pub krate: CrateId,
    pub module: ModId,
    pub span: Span,
    pub is_enum: bool,
    pub generics: Generics,
    pub variants: Vec<Variant>,
    /// Only in stubs: the attributes, such as `body` or `fix = "..."`; the text is empty without a value.
    pub attrs: Vec<(Name, String)>,
}

/// A variant of an enum, or the fields of a struct.
#[derive(Clone, Debug)]
pub struct Variant {
    pub name: Name,
    /// `Some(x)`, not `Point { x }`; fields are then named `0`, `1`, ..
    pub is_tuple: bool,
    pub fields: Vec<(Name, TypeRef)>,
}

/// A trait.
#[derive(Clone, Debug)]
pub struct Trait {
    pub name: Name,
    pub module: ModId,
    pub generics: Generics,
    pub supertraits: Vec<Path>,
    pub funs: Vec<FunId>,
    /// Associated types: name, bounds, default.
    pub assoc: Vec<(Name, Vec<Path>, Option<TypeRef>)>,
}

/// A `type` alias.
#[derive(Clone, Debug)]
pub struct Alias {
    pub name: Name,
    pub module: ModId,
    pub generics: Generics,
    pub ty: TypeRef,
}

/// A `const` or `static`, free or associated.
#[derive(Clone, Debug)]
pub struct Const {
    pub name: Name,
    pub module: ModId,
    pub owner: Owner,
    pub ty: TypeRef,
    /// The initialiser's bytes.
    pub value: Option<Span>,
}

/// An `impl` block.
#[derive(Clone, Debug)]
pub struct Impl {
    pub module: ModId,
    pub generics: Generics,
    pub trait_ref: Option<Path>,
    pub self_ty: TypeRef,
    pub funs: Vec<FunId>,
    pub consts: Vec<ConstId>,
    /// `type Item = T;`
    pub assoc: Vec<(Name, TypeRef)>,
}

/// Where a function or constant stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    Free,
    Impl(ImplId),
    Trait(TraitId),
}

/// A function, method or associated function. Closures are not here: they belong to a body.
#[derive(Clone, Debug)]
pub struct Fun {
    pub name: Name,
    pub name_span: Span,
    pub krate: CrateId,
    /// The module in which it stands.
    pub module: ModId,
    pub owner: Owner,
    pub generics: Generics,
    pub receiver: Option<Receiver>,
    /// Without the receiver.
    pub params: Vec<Param>,
    /// `()` if there is none; the declared output for an `async fn`.
    pub ret: TypeRef,
    pub is_async: bool,
    /// `pub` in any form, or in a trait or a trait's impl.
    pub is_pub: bool,
    /// From the first word after the attributes (`pub`, `async`, `fn` ..) to the end of the body or `;`.
    pub span: Span,
    /// The body with its braces.
    pub body: Option<Span>,
    /// The scope of items that stand inside the body, if there are any.
    pub body_module: Option<ModId>,
    /// In `#[cfg(test)]`, `#[test]`-like, or in a test, bench or example target.
    pub is_test: bool,
    /// Compiled for wasm32 only.
    pub is_wasm: bool,
    /// Only in stubs: the attributes; the text is empty without a value.
    pub attrs: Vec<(Name, String)>,
}

/// How a method takes `self`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Receiver {
    Value,
    Ref { mutable: bool },
    /// `self: Pin<&mut Self>`
    Typed(TypeRef),
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    pub span: Span,
    /// Only for a plain identifier.
    pub name: Option<Name>,
    pub ty: TypeRef,
}
