//! The items themselves, and types as they are written.

use serde::{Deserialize, Serialize};

use super::{ConstId, CrateId, FunId, ImplId, ModId, Name, TraitId};
use crate::source::Span;

/// A type as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TypeRef {
    /// `a::B<C>`
    Path(Path),
    /// `&T`, `&mut T`, and raw pointers.
    Ref {
        /// Is there a `mut`?
        mutable: bool,
        /// What it points to.
        to: Box<TypeRef>,
    },
    /// `(A, B)`, also `()`.
    Tuple(Vec<TypeRef>),
    /// `[T]` and `[T; N]`.
    Slice(Box<TypeRef>),
    /// `fn(A) -> B`.
    Fn {
        /// `A`
        params: Vec<TypeRef>,
        /// `B`
        ret: Box<TypeRef>,
    },
    /// `impl A + B` in return position; in argument position it has become a generic parameter.
    Impl(Vec<Path>),
    /// `dyn A + B`.
    Dyn(Vec<Path>),
    /// `!`
    Never,
    /// `_`
    Infer,
    /// A macro or something newer.
    Unknown,
}

impl TypeRef {
    /// Is it this parameter, and nothing else?
    pub fn is_param(&self, param: &Name) -> bool {
        let TypeRef::Path(Path { qself: None, global: false, segments }) = self else { return false };
        matches!(&segments[..], [segment] if segment.name == *param && segment.args.is_empty())
    }
}

/// A path as written, with its generic arguments. A bound is a path too.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Path {
    /// `<T as Trait>::Item`: `T`, and how many of `segments` belong to the trait (0 for `<T>::new`).
    pub qself: Option<(Box<TypeRef>, usize)>,
    /// Begins with `::`.
    pub global: bool,
    /// At least one.
    pub segments: Vec<Segment>,
}

/// One segment. `Fn(A, B) -> C` is stored as `Fn<(A, B), Output = C>`; lifetimes and constants are left out.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Segment {
    /// The identifier.
    pub name: Name,
    /// `<A, B>`
    pub args: Vec<TypeRef>,
    /// `Item = T`; `Item: A` is `Item = impl A`.
    pub bindings: Vec<(Name, TypeRef)>,
}

/// Type parameters and what is required of them. Lifetimes, constants and `?Sized` are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Generics {
    /// In order; an `impl Trait` argument is one too, named `impl#0`, `impl#1`, ..
    pub params: Vec<Name>,
    /// From `<T: A>` and from `where`, in order.
    pub bounds: Vec<(TypeRef, Vec<Path>)>,
}

/// A struct, enum or union. A struct has one variant, named like the struct.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Adt {
    /// Its name.
    pub name: Name,
    /// Its crate.
    pub krate: CrateId,
    /// The module in which it stands.
    pub module: ModId,
    /// Or else a struct or union.
    pub is_enum: bool,
    /// Its parameters.
    pub generics: Generics,
    /// Has it a lifetime among them, so that its values may borrow?
    pub borrows: bool,
    /// In order.
    pub variants: Vec<Variant>,
    /// Only in stubs: the attributes, such as `body` or `fix = "..."`; the text is empty without a value.
    pub attrs: Vec<(Name, String)>,
}

/// A variant of an enum, or the fields of a struct.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Variant {
    /// Its name.
    pub name: Name,
    /// `Some(x)`, not `Point { x }`; fields are then named `0`, `1`, ..
    pub is_tuple: bool,
    /// Name and type, in order.
    pub fields: Vec<(Name, TypeRef)>,
}

/// A trait.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Trait {
    /// Its name.
    pub name: Name,
    /// The module in which it stands.
    pub module: ModId,
    /// Its parameters, without `Self`.
    pub generics: Generics,
    /// `trait A: B`; a trait alias has nothing else.
    pub supertraits: Vec<Path>,
    /// Its functions, with or without a body.
    pub funs: Vec<FunId>,
    /// Associated types: name, bounds, default.
    pub assoc: Vec<(Name, Vec<Path>, Option<TypeRef>)>,
}

/// A `type` alias.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Alias {
    /// The module in which it stands.
    pub module: ModId,
    /// Its parameters.
    pub generics: Generics,
    /// What it stands for.
    pub ty: TypeRef,
}

/// A `const` or `static`, free or associated.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Const {
    /// Its name; may be `_`.
    pub name: Name,
    /// The module in which it stands.
    pub module: ModId,
    /// The `impl` or trait to which it belongs.
    pub owner: Owner,
    /// Its type; of a `thread_local!`, `::std::thread::LocalKey<T>`.
    pub ty: TypeRef,
    /// The initialiser's bytes.
    pub value: Option<Span>,
}

/// An `impl` block.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Impl {
    /// The module in which it stands.
    pub module: ModId,
    /// Its parameters.
    pub generics: Generics,
    /// The trait, if it is of one.
    pub trait_ref: Option<Path>,
    /// `impl !Trait for T {}`: there is none.
    pub is_negative: bool,
    /// The type.
    pub self_ty: TypeRef,
    /// Its functions.
    pub funs: Vec<FunId>,
    /// Its constants.
    pub consts: Vec<ConstId>,
    /// `type Item = T;`
    pub assoc: Vec<(Name, TypeRef)>,
}

/// Where a function or constant stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Owner {
    /// None: it stands in a module or body.
    Free,
    /// An `impl`.
    Impl(ImplId),
    /// A trait.
    Trait(TraitId),
}

/// A function, method or associated function. Closures are not here: they belong to a body.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Fun {
    /// Its name.
    pub name: Name,
    /// Where the name is.
    pub name_span: Span,
    /// Its crate.
    pub krate: CrateId,
    /// The module in which it stands.
    pub module: ModId,
    /// The `impl` or trait to which it belongs.
    pub owner: Owner,
    /// Its own parameters, without those of the owner.
    pub generics: Generics,
    /// `self`, if it takes it.
    pub receiver: Option<Receiver>,
    /// Without the receiver.
    pub params: Vec<Param>,
    /// `()` if there is none; the declared output for an `async fn`.
    pub ret: TypeRef,
    /// `async fn`
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Receiver {
    /// `self`
    Value,
    /// `&self`, `&mut self`
    Ref {
        /// Is there a `mut`?
        mutable: bool,
    },
    /// `self: Pin<&mut Self>`
    Typed(TypeRef),
}

/// A parameter.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Param {
    /// The name, or the whole pattern.
    pub span: Span,
    /// Its type.
    pub ty: TypeRef,
}
