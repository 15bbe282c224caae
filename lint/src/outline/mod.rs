//! The items of one file, read and owned: signatures, types and imports as they are written, without bodies.
//!
//! A [`ParsedFile`] knows nothing of other files; `index` puts them together. Ids in it are placeholders until then.
//! The stubs are read when the program is built and kept as bytes, since reading their texts would take longer than many
//! a workspace: `build.rs` uses this module and those below it, and nothing else.

mod items;
mod read;
mod written;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

pub use items::{
    Adt, Alias, Const, Fun, Generics, Impl, Owner, Param, Path, Receiver, Segment, Trait, TypeRef, Variant,
};
pub use read::{Flags, ModDecl, Node, NodeKind, ParsedFile, TypeDecl, parse_file, parse_own_stub, parse_stub};
pub use written::{path_ref, type_ref};

/// An identifier. Raw identifiers are stored without `r#`.
pub type Name = SmolStr;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub struct $name(pub u32);
    )*};
}

ids! {
    /// A crate: one target of a package, or a stub.
    CrateId;
    /// A module, or the items inside a function body.
    ModId;
    /// A struct, enum or union.
    AdtId;
    /// A trait.
    TraitId;
    /// A `type` alias.
    AliasId;
    /// A function, method or associated function.
    FunId;
    /// A `const` or `static`.
    ConstId;
    /// An `impl` block.
    ImplId;
}

/// The words before `::` in a text: the crates that it names are among them.
pub fn roots(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("::").map(|(at, _)| {
        let is_name = |byte: &u8| *byte == b'_' || byte.is_ascii_alphanumeric();
        let length = text.as_bytes()[..at].iter().rev().take_while(|byte| is_name(byte)).count();
        &text[at - length..at]
    })
}

/// The head of a stub: `#![client(krate = "reqwest", versions = "...", reuse = "one_read")]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// One leaf of a `use` tree.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum UseKind {
    /// `use a::b as c`, or plain with the last segment as name; `_` for `as _`.
    Name(Name),
    /// `use a::*`
    Glob,
}
