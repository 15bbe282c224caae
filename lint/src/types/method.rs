//! Which method is called, and which impl's.
//!
//! Inherent before trait, concrete before blanket. Traits need not be in scope: a name that is not imported would not
//! compile.

use super::{
    Bound, Env, Infer, Lookup, Subst, Ty,
    lookup::{FIT, Head},
};
use crate::index::{AdtId, CrateId, FunId, Name, Owner, Receiver, TraitId};

/// A method or associated function that was found.
#[derive(Clone, Debug)]
pub struct Method {
    pub fun: FunId,
    /// The owner's generic parameters.
    pub subst: Subst,
    /// What `Self` is.
    pub self_ty: Ty,
    /// Is only the trait known, not which impl?
    pub open: bool,
}

impl Lookup<'_> {
    /// The method that `receiver.name(..)` calls, and how often the receiver is dereferenced for it.
    pub fn method(&self, receiver: &Ty, name: &Name, infer: &mut Infer, env: &Env) -> Option<(Method, usize)> {
        let mut ty = infer.shallow(receiver);
        for steps in 0..8 {
            // A method of `T` that takes `&self` fits a `&T` as it is, before one of `&T` that takes another `&`.
            if let Ty::Ref(_, to) = &ty
                && let Some(method) = self.method_on(to, name, infer, env)
                && matches!(self.index[method.fun].receiver, Some(Receiver::Ref { .. }))
            {
                return Some((method, steps + 1));
            }
            if let Some(method) = self.method_on(&ty, name, infer, env) {
                return Some((method, steps));
            }
            ty = self.deref(&ty, infer, env)?;
        }
        None
    }

    /// The method or associated function `Type::name`, without auto-deref.
    pub fn method_on(&self, ty: &Ty, name: &Name, infer: &mut Infer, env: &Env) -> Option<Method> {
        let ty = infer.shallow(ty);
        if let Ty::Assoc(..) = ty {
            let required = self.required(&ty, env);
            let bounds: Vec<&Bound> =
                env.bounds.iter().filter(|(t, _)| *t == ty).map(|(_, b)| b).chain(&required).collect();
            return self.bound_method(&ty, &bounds, name);
        }
        let head = self.head(&ty)?;
        if let Ty::Param(_) = ty {
            let bounds: Vec<&Bound> = env.bounds.iter().filter(|(t, _)| *t == ty).map(|(_, b)| b).collect();
            if let Some(method) = self.bound_method(&ty, &bounds, name) {
                return Some(method);
            }
        }
        if let Ty::Opaque(bounds) = &ty
            && let Some(method) = self.bound_method(&ty, &bounds.iter().collect::<Vec<_>>(), name)
        {
            return Some(method);
        }
        let own = self.methods.get(&(name.clone(), head)).map_or(&[][..], |funs| funs);
        let blanket = self.methods.get(&(name.clone(), Head::Blanket)).map_or(&[][..], |funs| funs);
        let inherent =
            |fun: &&FunId| matches!(self.index[**fun].owner, Owner::Impl(id) if self.index[id].trait_ref.is_none());
        let ordered = own.iter().filter(inherent).chain(own.iter().filter(|f| !inherent(f))).chain(blanket);
        for fun in ordered {
            let Owner::Impl(id) = self.index[*fun].owner else { continue };
            if !self.sees(env, self.index[*fun].krate) {
                continue;
            }
            if let Some(scope) = self.fits(id, &ty, infer, env, FIT) {
                return Some(Method { fun: *fun, subst: scope.generics, self_ty: ty, open: false });
            }
        }
        for fun in self.trait_methods.get(name).map_or(&[][..], |funs| funs) {
            let Owner::Trait(tr) = self.index[*fun].owner else { continue };
            if !self.sees(env, self.index[*fun].krate) {
                continue;
            }
            if self.implements(&ty, tr, infer, env, FIT) {
                return Some(self.trait_method(*fun, tr, &ty, &[], false, infer));
            }
        }
        None
    }

    /// The user's own `Drop` of a type.
    pub fn drop_impl(&self, ty: &Ty, infer: &Infer) -> Option<FunId> {
        let funs = self.methods.get(&("drop".into(), self.head(&infer.shallow(ty))?))?;
        funs.iter().copied().find(|fun| match self.index[*fun].owner {
            Owner::Impl(id) => {
                let path = self.index[id].trait_ref.as_ref();
                path.is_some_and(|path| path.segments.last().is_some_and(|last| last.name == "Drop"))
            }
            _ => false,
        })
    }

    /// Which of a type's functions of this name takes that argument: `impl From<A> for T` beside `impl From<B> for T`.
    pub fn taking(&self, ty: &Ty, name: &Name, arg: &Ty, infer: &mut Infer, env: &Env) -> Option<Method> {
        let ty = infer.shallow(ty);
        let funs = self.methods.get(&(name.clone(), self.head(&ty)?))?;
        funs.iter().find_map(|fun| {
            let Owner::Impl(id) = self.index[*fun].owner else { return None };
            infer.attempt(|infer| {
                let scope = self.fits(id, &ty, infer, env, FIT)?;
                let method = Method { fun: *fun, subst: scope.generics, self_ty: ty.clone(), open: false };
                let signature = self.signature(&method, &[], infer);
                let [param] = &signature.params[..] else { return None };
                let param = infer.shallow(param);
                // Anything goes into a parameter of unknown type, which says nothing about which one is meant.
                let known = !matches!(param, Ty::Var(_) | Ty::Unknown);
                (known && infer.unify(&param, arg)).then_some(method)
            })
        })
    }

    /// For a stub's `#[result = "name"]` function: the function of its result's type that it calls.
    pub fn result_decides(&self, fun: FunId) -> Option<Name> {
        let (_, name) = self.index[fun].attrs.iter().find(|(name, _)| name == "result")?;
        Some(name.as_str().into())
    }

    /// Is it the `into` that every type has?
    pub fn is_into(&self, fun: FunId) -> bool {
        self.index[fun].name == "into"
            && self.index[self.index[fun].krate].stub.as_ref().is_some_and(|c| c.krate == "std")
    }

    /// Could the crate at hand name something of that one? Stubs describe what everybody may have.
    fn sees(&self, env: &Env, krate: CrateId) -> bool {
        let stub = self.index[krate].stub.is_some();
        stub || env.krate.is_none_or(|own| self.visible[own.0 as usize].contains(&krate))
    }

    fn bound_method(&self, ty: &Ty, bounds: &[&Bound], name: &Name) -> Option<Method> {
        for bound in bounds {
            for tr in bound.tr.map_or(Vec::new(), |start| self.supertraits(start)) {
                let found = self.index[tr].funs.iter().find(|fun| self.index[**fun].name == *name);
                if let Some(fun) = found {
                    let args: &[Ty] = if bound.tr == Some(tr) { &bound.args } else { &[] };
                    let names = &self.index[tr].generics.params;
                    let subst = names.iter().cloned().zip(args.iter().cloned()).collect();
                    return Some(Method { fun: *fun, subst, self_ty: ty.clone(), open: true });
                }
            }
        }
        None
    }

    fn trait_method(&self, fun: FunId, tr: TraitId, ty: &Ty, args: &[Ty], open: bool, infer: &mut Infer) -> Method {
        let names = &self.index[tr].generics.params;
        let subst = names
            .iter()
            .enumerate()
            .map(|(n, name)| (name.clone(), args.get(n).cloned().unwrap_or_else(|| infer.fresh())))
            .collect();
        Method { fun, subst, self_ty: ty.clone(), open }
    }

    /// The impls of a trait's method, for a receiver of which only the trait is known.
    pub fn implementations(&self, fun: FunId) -> Vec<FunId> {
        let Owner::Trait(tr) = self.index[fun].owner else { return vec![fun] };
        let name = &self.index[fun].name;
        let impls = self.trait_impls.get(&tr).into_iter().flat_map(|by_head| by_head.values()).flatten();
        let mut all: Vec<FunId> = impls
            .filter_map(|id| self.index[*id].funs.iter().find(|f| self.index[**f].name == *name).copied())
            .filter(|fun| !self.index[*fun].is_test)
            .collect();
        all.sort_unstable();
        all
    }

    /// A type's own impl of a trait's method; the trait's if the impl leaves it to that. `borrowed`: called on a
    /// reference to the type.
    pub fn implementation(&self, method: FunId, adt: AdtId, borrowed: bool) -> Option<FunId> {
        let Owner::Trait(tr) = self.index[method].owner else { return None };
        match self.index[method].receiver {
            None => return None,
            // The impl of the reference, which is another one.
            Some(Receiver::Value) if borrowed => return None,
            Some(_) => {}
        }
        let impls = self.trait_impls.get(&tr)?;
        let own = impls.get(&Head::Adt(adt.0)).or_else(|| impls.get(&Head::Blanket))?.first()?;
        let name = &self.index[method].name;
        let found = self.index[*own].funs.iter().find(|fun| self.index[**fun].name == *name);
        Some(found.copied().unwrap_or(method))
    }
}
