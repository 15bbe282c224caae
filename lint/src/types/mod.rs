//! Light types: what an expression is, or [`Ty::Unknown`].
//!
//! Only as much as is needed to know what is a response and which function is called. One forward pass with
//! unification variables; no trait solving beyond "is there an impl that fits". `Unknown` is an honest answer: it
//! unifies with everything and is carried on. All recursion is bounded, and hitting the bound is `Unknown`.

mod convert;
mod infer;
mod lookup;
mod method;
mod project;
mod shape;
mod signature;

use std::rc::Rc;

pub use convert::Scope;
pub use infer::{Infer, Subst};
pub use lookup::{Env, Lookup};
pub use method::Method;
pub use signature::Signature;

use crate::index::{AdtId, Name, TraitId};

/// How deep types are followed before they count as unknown.
pub(crate) const DEPTH: u32 = 12;

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Ty {
    Unknown,
    Never,
    Adt(AdtId, Rc<[Ty]>),
    /// A type from a crate that was not read: its path.
    Foreign(Name, Rc<[Ty]>),
    Prim(Name),
    Ref(bool, Rc<Ty>),
    Tuple(Rc<[Ty]>),
    Slice(Rc<Ty>),
    /// `fn(A) -> B`, functions as values, and closures.
    FnPtr(Rc<[Ty]>, Rc<Ty>),
    /// What an `async fn` or `async` block gives: a future of this.
    Future(Rc<Ty>),
    /// `impl A + B`, `dyn A + B`.
    Opaque(Rc<[Bound]>),
    /// A generic parameter of the function at hand.
    Param(Name),
    /// An associated type that could not be looked up yet.
    Assoc(Rc<Ty>, Option<TraitId>, Name),
    /// To be found out.
    Var(u32),
}

/// A trait with its arguments and associated types.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bound {
    /// The trait's name as written, without its path.
    pub name: Name,
    /// `None` for a trait of a crate that was not read.
    pub tr: Option<TraitId>,
    pub args: Rc<[Ty]>,
    pub assoc: Vec<(Name, Ty)>,
}

impl Ty {
    /// `()`
    pub fn unit() -> Self {
        Ty::Tuple(Rc::from([]))
    }

    /// A primitive type.
    pub fn prim(name: &str) -> Self {
        Ty::Prim(Name::new(name))
    }

    /// Without references around it.
    pub fn peel(&self) -> &Ty {
        let mut ty = self;
        while let Ty::Ref(_, to) = ty {
            ty = to;
        }
        ty
    }

    /// Can a value of this type be or hold a body? Used only to leave out drops that cannot matter.
    pub fn may_hold(&self) -> bool {
        match self {
            Ty::Prim(_) | Ty::Ref(..) | Ty::Never => false,
            Ty::Tuple(parts) => parts.iter().any(Ty::may_hold),
            _ => true,
        }
    }
}
