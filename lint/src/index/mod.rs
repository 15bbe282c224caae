//! The items of all files: crates, modules, types, functions, impls, and what a path means.
//!
//! User code and stubs stand side by side here, and nothing downstream can tell them apart but by
//! [`Crate::stub`]. Types are kept as written ([`TypeRef`]); `types` gives them meaning. A path that leads out of
//! what was read is [`Resolved::Foreign`], which is an answer, not an error.

mod build;
mod lookup;
mod place;
mod reach;
mod resolve;
mod stubs;
#[cfg(test)]
mod tests;
mod tree;
mod versions;

pub use crate::outline::{
    Adt, AdtId, Alias, AliasId, Client, Const, ConstId, CrateId, Fun, FunId, Generics, Impl, ImplId, ModId, Name,
    Owner, ParsedFile, Path, Receiver, Segment, Trait, TraitId, TypeRef, Use, UseKind, Variant, parse_file,
    parse_own_stub, parse_stub, path_ref, type_ref,
};
pub use build::build;
pub use reach::keep_reached;
#[cfg(test)]
pub use stubs::EMBEDDED;
pub use stubs::{Described, Stub, clients, described, is_led_to, needed};

macro_rules! by_id {
    ($($name:ident => $field:ident: $target:ty;)*) => {$(
        impl std::ops::Index<$name> for Index {
            type Output = $target;
            fn index(&self, id: $name) -> &$target {
                &self.$field[id.0 as usize]
            }
        }
    )*};
}

by_id! {
    CrateId => crates: Crate;
    ModId => modules: Module;
    AdtId => adts: Adt;
    TraitId => traits: Trait;
    AliasId => aliases: Alias;
    FunId => funs: Fun;
    ConstId => consts: Const;
    ImplId => impls: Impl;
}

/// Everything that was read, by id.
#[derive(Debug, Default)]
pub struct Index {
    /// By [`CrateId`].
    pub crates: Vec<Crate>,
    /// By [`ModId`].
    pub modules: Vec<Module>,
    /// By [`AdtId`].
    pub adts: Vec<Adt>,
    /// By [`TraitId`].
    pub traits: Vec<Trait>,
    /// By [`AliasId`].
    pub aliases: Vec<Alias>,
    /// By [`FunId`].
    pub funs: Vec<Fun>,
    /// By [`ConstId`].
    pub consts: Vec<Const>,
    /// By [`ImplId`].
    pub impls: Vec<Impl>,
    /// The module of the standard library's stub whose names are known everywhere.
    prelude: Option<ModId>,
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
    /// Clients that are something else in this crate than their stubs say.
    pub reuse: rustc_hash::FxHashMap<CrateId, Name>,
}

/// What a crate name leads to.
#[derive(Clone, Debug)]
pub enum Extern {
    /// A crate that was read.
    Crate(CrateId),
    /// A crate that was not read, by its package name with `_` for `-`.
    Foreign(Name),
}

/// A module, or the anonymous scope of the items inside a function body.
#[derive(Debug)]
pub struct Module {
    /// Its crate.
    pub krate: CrateId,
    /// The module around it; none for the root of a crate.
    pub parent: Option<ModId>,
    /// Empty for a crate root and for the scope of a function body.
    pub name: Name,
    /// Is it the scope of the items in a function body? Then names fall through to the parent.
    pub body: bool,
    /// Types, traits, modules, aliases.
    pub types: rustc_hash::FxHashMap<Name, Resolved>,
    /// Functions, constants, tuple and unit constructors.
    pub values: rustc_hash::FxHashMap<Name, Resolved>,
    /// Its imports, as written.
    pub uses: Vec<Use>,
    imports: resolve::Imports,
}

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Resolved {
    /// A module, or a crate.
    Mod(ModId),
    /// A struct, enum or union.
    Adt(AdtId),
    /// A variant of an enum, by its place in [`Adt::variants`].
    Variant(AdtId, u32),
    /// A trait.
    Trait(TraitId),
    /// A `type` alias.
    Alias(AliasId),
    /// A function without an owner.
    Fun(FunId),
    /// A `const` or `static` without an owner.
    Const(ConstId),
    /// A primitive type.
    Prim(Name),
    /// Outside of what was read: the absolute path, crate first, with `::` between.
    Foreign(Name),
}

/// A path that led somewhere, and how much of it is left (associated items).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it led.
    pub target: Resolved,
    /// How many trailing segments did not take part: `Vec::new` finds `Vec` and leaves 1.
    pub rest: usize,
}

/// Which of the two name spaces a path is looked up in first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ns {
    /// Types, traits, modules, crates.
    Type,
    /// Functions, constants, constructors.
    Value,
}
