//! The items of all files: crates, modules, types, functions, impls, and what a path means.
//!
//! User code and stubs stand side by side here, and nothing downstream can tell them apart but by
//! [`Crate::stub`]. Types are kept as written ([`TypeRef`]); `types` gives them meaning. A path that leads out of
//! what was read is [`Resolved::Foreign`], which is an answer, not an error.

mod build;
mod items;
mod lookup;
mod place;
mod read;
mod resolve;
mod stubs;
#[cfg(test)]
mod tests;
mod tree;
mod versions;
mod written;

use smol_str::SmolStr;

pub use build::build;
pub use items::{
    Adt, Alias, Const, Fun, Generics, Impl, Owner, Param, Path, Receiver, Segment, Trait, TypeRef, Variant,
};
pub use read::{ParsedFile, parse_file, parse_own_stub, parse_stub};
#[cfg(test)]
pub use stubs::EMBEDDED;
pub use stubs::{clients, is_led_to, needed};
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

/// The head of a stub: `#![client(krate = "reqwest", versions = "...", reuse = "one_read")]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The crate that it describes.
    pub krate: Name,
    /// The versions for which it holds, as Cargo writes requirements; may be empty.
    pub versions: String,
    /// What becomes of the connection when a body is dropped unread; `None` for crates that have no connections.
    pub reuse: Option<Name>,
    /// The features that make it something else, the strongest first: feature and `reuse`.
    pub reuse_by_feature: Vec<(Name, Name)>,
    /// Does it come from the user, and not with the program?
    pub is_own: bool,
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

/// One leaf of a `use` tree.
#[derive(Clone, Debug)]
pub struct Use {
    /// The path, `self` leaves already removed.
    pub path: Vec<Name>,
    /// Does it begin with `::`?
    pub global: bool,
    /// Is there a `pub` in any form?
    pub public: bool,
    /// A name, or all names.
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
