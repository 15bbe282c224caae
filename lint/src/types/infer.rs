//! Unification variables.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::{Bound, DEPTH, Ty};
use crate::index::Name;

/// What generic parameters stand for at one use.
pub type Subst = FxHashMap<Name, Ty>;

/// The variables of one body.
#[derive(Debug, Default)]
pub struct Infer {
    vars: Vec<Option<Ty>>,
    /// The variables in the order in which they became known, so that an attempt can be taken back.
    trail: Vec<u32>,
    /// Is `impl Trait` or `dyn Trait` a type of its own just now?
    exact: bool,
}

impl Infer {
    /// A new variable.
    pub fn fresh(&mut self) -> Ty {
        self.vars.push(None);
        Ty::Var(u32::try_from(self.vars.len() - 1).expect("fewer than 2^32 variables"))
    }

    /// Tries something; what was learnt stays only if it worked.
    pub fn attempt<T>(&mut self, f: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.trail.len();
        let result = f(self);
        if result.is_none() {
            for var in self.trail.drain(before..) {
                self.vars[var as usize] = None;
            }
        }
        result
    }

    /// The type with its outermost variable replaced.
    pub fn shallow(&self, ty: &Ty) -> Ty {
        let mut ty = ty.clone();
        for _ in 0..DEPTH * 4 {
            match ty {
                Ty::Var(var) => match &self.vars[var as usize] {
                    Some(known) => ty = known.clone(),
                    None => return ty,
                },
                _ => return ty,
            }
        }
        Ty::Unknown
    }

    /// The type with all known variables replaced; unknown ones stay.
    pub fn deep(&self, ty: &Ty) -> Ty {
        self.deep_to(ty, DEPTH)
    }

    fn deep_to(&self, ty: &Ty, depth: u32) -> Ty {
        if depth == 0 {
            return Ty::Unknown;
        }
        let list = |tys: &Rc<[Ty]>| tys.iter().map(|t| self.deep_to(t, depth - 1)).collect::<Rc<[Ty]>>();
        let one = |ty: &Rc<Ty>| Rc::new(self.deep_to(ty, depth - 1));
        match self.shallow(ty) {
            Ty::Adt(id, args) => Ty::Adt(id, list(&args)),
            Ty::Foreign(path, args) => Ty::Foreign(path, list(&args)),
            Ty::Ref(mutable, to) => Ty::Ref(mutable, one(&to)),
            Ty::Tuple(parts) => Ty::Tuple(list(&parts)),
            Ty::Slice(item) => Ty::Slice(one(&item)),
            Ty::FnPtr(params, ret) => Ty::FnPtr(list(&params), one(&ret)),
            Ty::Future(output) => Ty::Future(one(&output)),
            Ty::Opaque(bounds) => Ty::Opaque(
                bounds
                    .iter()
                    .map(|bound| Bound {
                        name: bound.name.clone(),
                        tr: bound.tr,
                        args: list(&bound.args),
                        assoc: bound.assoc.iter().map(|(n, t)| (n.clone(), self.deep_to(t, depth - 1))).collect(),
                    })
                    .collect(),
            ),
            Ty::Assoc(base, tr, name) => Ty::Assoc(one(&base), tr, name),
            other => other,
        }
    }

    /// The same for finding impls: `dyn Trait` is not whatever implements it.
    pub fn unify_exact(&mut self, a: &Ty, b: &Ty) -> bool {
        let before = std::mem::replace(&mut self.exact, true);
        let same = self.unify(a, b);
        self.exact = before;
        same
    }

    /// Makes two types equal as far as they can be. `false` if they cannot be the same type.
    pub fn unify(&mut self, a: &Ty, b: &Ty) -> bool {
        self.unify_to(a, b, DEPTH)
    }

    fn unify_to(&mut self, a: &Ty, b: &Ty, depth: u32) -> bool {
        if depth == 0 {
            return true;
        }
        let (a, b) = (self.shallow(a), self.shallow(b));
        match (&a, &b) {
            (Ty::Var(x), Ty::Var(y)) if x == y => true,
            (Ty::Var(var), other) | (other, Ty::Var(var)) => {
                // Never is a hint that no value comes; it must not fix a variable.
                if !matches!(other, Ty::Never | Ty::Unknown) && !self.occurs(*var, other, DEPTH) {
                    self.vars[*var as usize] = Some(other.clone());
                    self.trail.push(*var);
                }
                true
            }
            (Ty::Unknown | Ty::Never | Ty::Assoc(..), _) | (_, Ty::Unknown | Ty::Never | Ty::Assoc(..)) => true,
            (Ty::Adt(x, xs), Ty::Adt(y, ys)) => x == y && self.unify_lists(xs, ys, depth),
            (Ty::Foreign(x, xs), Ty::Foreign(y, ys)) => x == y && self.unify_lists(xs, ys, depth),
            (Ty::Prim(x), Ty::Prim(y)) => x == y,
            (Ty::Ref(_, x), Ty::Ref(_, y)) => self.unify_to(x, y, depth - 1),
            (Ty::Tuple(xs), Ty::Tuple(ys)) => xs.len() == ys.len() && self.unify_lists(xs, ys, depth),
            (Ty::Slice(x), Ty::Slice(y)) => self.unify_to(x, y, depth - 1),
            (Ty::FnPtr(xs, x), Ty::FnPtr(ys, y)) => {
                xs.len() == ys.len() && self.unify_lists(xs, ys, depth) && self.unify_to(x, y, depth - 1)
            }
            (Ty::Future(x), Ty::Future(y)) => self.unify_to(x, y, depth - 1),
            (Ty::Future(output), Ty::Opaque(bounds)) | (Ty::Opaque(bounds), Ty::Future(output)) => {
                let (output, bounds) = (output.clone(), bounds.clone());
                for (name, ty) in bounds.iter().flat_map(|b| &b.assoc) {
                    if name == "Output" {
                        self.unify_to(&output, ty, depth - 1);
                    }
                }
                true
            }
            (Ty::Opaque(xs), Ty::Opaque(ys)) => {
                let (xs, ys) = (xs.clone(), ys.clone());
                for (name, x) in xs.iter().flat_map(|b| &b.assoc) {
                    for (_, y) in ys.iter().flat_map(|b| &b.assoc).filter(|(n, _)| n == name) {
                        self.unify_to(x, y, depth - 1);
                    }
                }
                true
            }
            (Ty::Param(x), Ty::Param(y)) => x == y,
            // A concrete type where `impl Trait` or `dyn Trait` is asked for.
            (Ty::Opaque(_), _) | (_, Ty::Opaque(_)) => !self.exact,
            _ => false,
        }
    }

    fn unify_lists(&mut self, xs: &Rc<[Ty]>, ys: &Rc<[Ty]>, depth: u32) -> bool {
        let mut same = true;
        for (x, y) in xs.iter().zip(ys.iter()) {
            same &= self.unify_to(x, y, depth - 1);
        }
        same
    }

    fn occurs(&self, var: u32, ty: &Ty, depth: u32) -> bool {
        if depth == 0 {
            return true;
        }
        let mut any = |ty: &Ty| self.occurs(var, ty, depth - 1);
        match self.shallow(ty) {
            Ty::Var(other) => other == var,
            Ty::Adt(_, tys) | Ty::Foreign(_, tys) | Ty::Tuple(tys) => tys.iter().any(any),
            Ty::Ref(_, ty) | Ty::Slice(ty) | Ty::Future(ty) | Ty::Assoc(ty, _, _) => any(&ty),
            Ty::FnPtr(params, ret) => params.iter().any(&mut any) || any(&ret),
            Ty::Opaque(bounds) => {
                bounds.iter().any(|b| b.args.iter().chain(b.assoc.iter().map(|(_, t)| t)).any(&mut any))
            }
            _ => false,
        }
    }
}
