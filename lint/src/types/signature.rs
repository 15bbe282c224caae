//! The types of a function: inside its own body, and at one use.

use std::rc::Rc;

use super::{Bound, DEPTH, Env, Infer, Lookup, Method, Scope, Ty};
use crate::index::{FunId, Generics, ModId, Owner};

/// A function's types at one use.
#[derive(Clone, Debug)]
pub struct Signature {
    /// Without the receiver.
    pub params: Vec<Ty>,
    pub ret: Ty,
    pub bounds: Vec<(Ty, Bound)>,
}

impl Lookup<'_> {
    /// A scope in which generic parameters stand for themselves.
    pub fn rigid_scope(&self, module: ModId, generics: &Generics, owner: Owner) -> Scope {
        let generics = generics.params.iter().map(|name| (name.clone(), Ty::Param(name.clone()))).collect();
        Scope { module, generics, self_ty: None, owner }
    }

    /// The scope of a function's own body: its and its owner's parameters are rigid.
    pub fn body_scope(&self, fun: FunId) -> (Scope, Env) {
        let item = &self.index[fun];
        let mut scope = self.rigid_scope(item.body_module.unwrap_or(item.module), &item.generics, item.owner);
        let mut env = Env { bounds: Vec::new(), krate: Some(item.krate) };
        match item.owner {
            Owner::Free => {}
            Owner::Impl(id) => {
                let owner = &self.index[id];
                let outer = self.rigid_scope(owner.module, &owner.generics, item.owner);
                scope.generics.extend(outer.generics.clone());
                scope.self_ty = Some(self.ty(&owner.self_ty, &outer));
                self.bounds_of(&owner.generics, &scope, &mut env.bounds);
            }
            Owner::Trait(id) => {
                let owner = &self.index[id];
                scope.generics.extend(self.rigid_scope(owner.module, &owner.generics, item.owner).generics);
                let this = Ty::Param("Self".into());
                scope.self_ty = Some(this.clone());
                let args = owner.generics.params.iter().map(|p| Ty::Param(p.clone())).collect();
                env.bounds.push((this, Bound { name: owner.name.clone(), tr: Some(id), args, assoc: Vec::new() }));
                self.bounds_of(&owner.generics, &scope, &mut env.bounds);
            }
        }
        self.bounds_of(&item.generics, &scope, &mut env.bounds);
        (scope, env)
    }

    fn bounds_of(&self, generics: &Generics, scope: &Scope, all: &mut Vec<(Ty, Bound)>) {
        for (ty, bounds) in &generics.bounds {
            let ty = self.ty(ty, scope);
            all.extend(bounds.iter().map(|b| (ty.clone(), self.bound(b, scope, DEPTH, &mut None))));
        }
    }

    /// The types of a function at one use, with its own parameters as variables.
    pub fn signature(&self, method: &Method, explicit: &[Ty], infer: &mut Infer) -> Signature {
        let item = &self.index[method.fun];
        let mut generics = method.subst.clone();
        // `impl Trait` arguments cannot be given explicitly, so they stand behind those that can.
        for (n, name) in item.generics.params.iter().enumerate() {
            let ty = explicit.get(n).filter(|ty| **ty != Ty::Unknown).cloned();
            generics.insert(name.clone(), ty.unwrap_or_else(|| infer.fresh()));
        }
        let scope = Scope { module: item.module, generics, self_ty: Some(method.self_ty.clone()), owner: item.owner };
        let params = item.params.iter().map(|p| self.ty_open(&p.ty, &scope, infer)).collect();
        let ret = self.ty_open(&item.ret, &scope, infer);
        let mut bounds = Vec::new();
        self.bounds_of(&item.generics, &scope, &mut bounds);
        match item.owner {
            Owner::Impl(id) => self.bounds_of(&self.index[id].generics, &scope, &mut bounds),
            Owner::Trait(id) => self.bounds_of(&self.index[id].generics, &scope, &mut bounds),
            Owner::Free => {}
        }
        Signature { params, ret: if item.is_async { Ty::Future(Rc::new(ret)) } else { ret }, bounds }
    }
}
