//! Associated types: what dereferencing, awaiting and iterating give.

use std::rc::Rc;

use super::{
    Bound, DEPTH, Env, Infer, Lookup, Scope, Ty,
    lookup::{FIT, Head},
};
use crate::index::{FunId, Name, Owner, TraitId};

/// How deep associated types may lead to others: an adapter around another takes about four levels.
const NESTED: u32 = 24;

impl Lookup<'_> {
    /// `*ty`, by reference, smart pointer or the user's own `Deref`.
    pub fn deref(&self, ty: &Ty, infer: &mut Infer, env: &Env) -> Option<Ty> {
        match infer.shallow(ty) {
            Ty::Ref(_, to) => Some(infer.shallow(&to)),
            ty @ Ty::Adt(..) => {
                let target = self.project(&ty, Some(self.lang.deref?), &"Target".into(), infer, env, FIT)?;
                Some(infer.shallow(&target))
            }
            _ => None,
        }
    }

    /// `<ty as tr>::name`
    pub fn project(
        &self,
        ty: &Ty,
        tr: Option<TraitId>,
        name: &Name,
        infer: &mut Infer,
        env: &Env,
        depth: u32,
    ) -> Option<Ty> {
        if depth == 0 {
            return None;
        }
        let ty = infer.shallow(ty);
        let from_bounds =
            |bounds: &[&Bound]| bounds.iter().flat_map(|b| &b.assoc).find(|(n, _)| n == name).map(|(_, ty)| ty.clone());
        match &ty {
            Ty::Unknown | Ty::Never | Ty::Var(_) => return None,
            Ty::Future(output) if name == "Output" => return Some((**output).clone()),
            Ty::FnPtr(_, ret) if name == "Output" => return Some((**ret).clone()),
            Ty::Slice(item) if name == "Item" => return Some((**item).clone()),
            Ty::Opaque(bounds) => {
                if let Some(found) = from_bounds(&bounds.iter().collect::<Vec<_>>()) {
                    return Some(found);
                }
            }
            Ty::Param(_) | Ty::Assoc(..) => {
                let bounds: Vec<&Bound> = env.bounds.iter().filter(|(t, _)| *t == ty).map(|(_, b)| b).collect();
                if let Some(found) = from_bounds(&bounds) {
                    return Some(found);
                }
                let required = self.required(&ty, env);
                if let Some(found) = from_bounds(&required.iter().collect::<Vec<_>>()) {
                    return Some(self.normalise_to(&found, infer, env, depth - 1));
                }
            }
            Ty::Ref(_, to) if matches!(**to, Ty::Slice(_)) && name == "Item" => {
                let Ty::Slice(item) = &**to else { return None };
                return Some(Ty::Ref(false, item.clone()));
            }
            _ => {}
        }
        let near = [self.head(&ty), Some(Head::Blanket)].into_iter().flatten();
        let near = near.filter_map(|head| self.assoc.get(&(name.clone(), head))).flatten();
        for id in near {
            if tr.is_some() && self.impl_traits[id.0 as usize] != tr {
                continue;
            }
            let item = &self.index[*id];
            if let Some(scope) = self.fits(*id, &ty, infer, env, depth - 1) {
                let (_, found) = item.assoc.iter().find(|(n, _)| n == name)?;
                let found = self.ty_open(found, &scope, infer);
                return Some(self.normalise_to(&found, infer, env, depth - 1));
            }
        }
        // `&mut S` streams, iterates and awaits as `S` does.
        if let Ty::Ref(_, to) = &ty {
            return self.project(to, tr, name, infer, env, depth - 1);
        }
        None
    }

    /// What a trait requires of an associated type: `type Future: Future<Output = ..>`.
    pub(super) fn required(&self, ty: &Ty, env: &Env) -> Vec<Bound> {
        let Ty::Assoc(base, tr, assoc) = ty else { return Vec::new() };
        let of_base = env.bounds.iter().filter(|(ty, bound)| *ty == **base && (tr.is_none() || bound.tr == *tr));
        let found = of_base.map(|(_, bound)| bound).find_map(|bound| {
            let item = &self.index[bound.tr?];
            let (_, required, _) = item.assoc.iter().find(|(own, ..)| own == assoc)?;
            let generics = item.generics.params.iter().cloned().zip(bound.args.iter().cloned()).collect();
            let this = Some((**base).clone());
            let scope = Scope { module: item.module, generics, self_ty: this, owner: Owner::Free };
            Some(required.iter().map(|path| self.bound(path, &scope, DEPTH, &mut None)).collect())
        });
        found.unwrap_or_default()
    }

    /// The type with every associated type looked up that can be.
    pub fn normalise(&self, ty: &Ty, infer: &mut Infer, env: &Env) -> Ty {
        self.normalise_to(ty, infer, env, NESTED)
    }

    fn normalise_to(&self, ty: &Ty, infer: &mut Infer, env: &Env, depth: u32) -> Ty {
        if depth == 0 {
            return ty.clone();
        }
        let mut one = |ty: &Ty| self.normalise_to(ty, infer, env, depth - 1);
        match ty {
            Ty::Assoc(base, tr, name) => {
                let base = one(base);
                match self.project(&base, *tr, name, infer, env, depth - 1) {
                    Some(found) => self.normalise_to(&found, infer, env, depth - 1),
                    None => Ty::Assoc(Rc::new(base), *tr, name.clone()),
                }
            }
            Ty::Adt(id, args) => Ty::Adt(*id, args.iter().map(one).collect()),
            Ty::Tuple(parts) => Ty::Tuple(parts.iter().map(one).collect()),
            Ty::Ref(mutable, to) => Ty::Ref(*mutable, Rc::new(one(to))),
            Ty::Future(output) => Ty::Future(Rc::new(one(output))),
            Ty::FnPtr(params, ret) => {
                let params = params.iter().map(&mut one).collect();
                Ty::FnPtr(params, Rc::new(one(ret)))
            }
            Ty::Opaque(bounds) => {
                let bounds: Vec<Bound> = bounds
                    .iter()
                    .map(|b| Bound { assoc: b.assoc.iter().map(|(n, t)| (n.clone(), one(t))).collect(), ..b.clone() })
                    .collect();
                Ty::Opaque(bounds.into())
            }
            Ty::Var(_) => match infer.shallow(ty) {
                Ty::Var(var) => Ty::Var(var),
                known => self.normalise_to(&known, infer, env, depth - 1),
            },
            other => other.clone(),
        }
    }

    /// What awaiting a value of this type gives.
    pub fn awaited(&self, ty: &Ty, infer: &mut Infer, env: &Env) -> Ty {
        let name = "Output".into();
        let found = self
            .project(ty, self.lang.future, &name, infer, env, NESTED)
            .or_else(|| self.project(ty, self.lang.into_future, &name, infer, env, NESTED));
        found.map_or(Ty::Unknown, |ty| self.normalise(&ty, infer, env))
    }

    /// What a `for` loop over a value of this type gives each time.
    pub fn iterated(&self, ty: &Ty, infer: &mut Infer, env: &Env) -> Ty {
        let found = self.project(ty, self.lang.into_iterator, &"Item".into(), infer, env, NESTED);
        found.map_or(Ty::Unknown, |ty| self.normalise(&ty, infer, env))
    }

    /// The function `Future::resolve` that a stub gives for awaiting its type.
    pub fn resolver(&self, ty: &Ty, infer: &mut Infer, env: &Env) -> Option<FunId> {
        let method = self.method_on(ty, &"resolve".into(), infer, env)?;
        let item = &self.index[method.fun];
        (self.index[item.krate].stub.is_some() && matches!(item.owner, Owner::Impl(_))).then_some(method.fun)
    }
}
