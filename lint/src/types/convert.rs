//! From types as written to [`Ty`].

use std::rc::Rc;

use super::{Bound, DEPTH, Infer, Lookup, Subst, Ty};
use crate::index::{Generics, ModId, Name, Ns, Owner, Path, Resolved, TypeRef};

/// Where a type is written: what its names mean.
#[derive(Clone, Debug)]
pub struct Scope {
    pub module: ModId,
    /// Generic parameters: rigid inside their function, variables at its uses.
    pub generics: Subst,
    /// What `Self` is.
    pub self_ty: Option<Ty>,
    /// Whose associated types `Self::Item` may mean.
    pub owner: Owner,
}

impl Scope {
    /// A scope without generic parameters.
    pub fn plain(module: ModId) -> Self {
        Scope { module, generics: Subst::default(), self_ty: None, owner: Owner::Free }
    }
}

impl Lookup<'_> {
    /// The type that `ty` means in `scope`. Left-out arguments are unknown.
    pub fn ty(&self, ty: &TypeRef, scope: &Scope) -> Ty {
        self.ty_to(ty, scope, DEPTH, &mut None)
    }

    /// The same, where `_` and left-out arguments become variables.
    pub fn ty_open(&self, ty: &TypeRef, scope: &Scope, infer: &mut Infer) -> Ty {
        self.ty_to(ty, scope, DEPTH, &mut Some(infer))
    }

    pub(super) fn ty_to(&self, ty: &TypeRef, scope: &Scope, depth: u32, infer: &mut Option<&mut Infer>) -> Ty {
        if depth == 0 {
            return Ty::Unknown;
        }
        match ty {
            TypeRef::Path(path) => self.path_ty(path, scope, depth, infer),
            TypeRef::Ref { mutable, to } => Ty::Ref(*mutable, Rc::new(self.ty_to(to, scope, depth - 1, infer))),
            TypeRef::Tuple(parts) => Ty::Tuple(self.list(parts, scope, depth, infer)),
            TypeRef::Slice(item) => Ty::Slice(Rc::new(self.ty_to(item, scope, depth - 1, infer))),
            TypeRef::Fn { params, ret } => {
                Ty::FnPtr(self.list(params, scope, depth, infer), Rc::new(self.ty_to(ret, scope, depth - 1, infer)))
            }
            TypeRef::Impl(bounds) | TypeRef::Dyn(bounds) => {
                Ty::Opaque(bounds.iter().map(|bound| self.bound(bound, scope, depth - 1, infer)).collect())
            }
            TypeRef::Never => Ty::Never,
            TypeRef::Infer => infer.as_mut().map_or(Ty::Unknown, |infer| infer.fresh()),
            TypeRef::Unknown => Ty::Unknown,
        }
    }

    fn list(&self, tys: &[TypeRef], scope: &Scope, depth: u32, infer: &mut Option<&mut Infer>) -> Rc<[Ty]> {
        tys.iter().map(|ty| self.ty_to(ty, scope, depth - 1, infer)).collect()
    }

    /// A bound: which trait, with which arguments and associated types.
    pub(super) fn bound(&self, path: &Path, scope: &Scope, depth: u32, infer: &mut Option<&mut Infer>) -> Bound {
        let names: Vec<Name> = path.segments.iter().map(|s| s.name.clone()).collect();
        let tr = match self.index.resolve(scope.module, &names, path.global, Ns::Type) {
            Some(found) if found.rest == 0 => match found.target {
                Resolved::Trait(id) => Some(id),
                _ => None,
            },
            _ => None,
        };
        let Some(last) = path.segments.last() else {
            return Bound { name: Name::default(), tr, args: Rc::from([]), assoc: Vec::new() };
        };
        Bound {
            name: last.name.clone(),
            tr,
            args: if depth == 0 { Rc::from([]) } else { self.list(&last.args, scope, depth, infer) },
            assoc: last
                .bindings
                .iter()
                .map(|(name, ty)| (name.clone(), self.ty_to(ty, scope, depth.saturating_sub(1), infer)))
                .collect(),
        }
    }

    fn path_ty(&self, path: &Path, scope: &Scope, depth: u32, infer: &mut Option<&mut Infer>) -> Ty {
        if let Some((qself, trait_len)) = &path.qself {
            let base = self.ty_to(qself, scope, depth - 1, infer);
            let names: Vec<Name> = path.segments.iter().map(|s| s.name.clone()).collect();
            let tr = match self.index.resolve(scope.module, &names[..*trait_len], path.global, Ns::Type) {
                Some(found) => match found.target {
                    Resolved::Trait(id) => Some(id),
                    _ => None,
                },
                None => None,
            };
            let Some(name) = names.get(*trait_len) else { return base };
            return Ty::Assoc(Rc::new(base), tr, name.clone());
        }
        let Some(first) = path.segments.first() else { return Ty::Unknown };
        let rest_names = |from: usize| path.segments[from..].iter().map(|s| s.name.clone()).collect::<Vec<_>>();
        if !path.global {
            let base =
                if first.name == "Self" { scope.self_ty.clone() } else { scope.generics.get(&first.name).cloned() };
            if let Some(base) = base {
                return self.assoc_path(base, &rest_names(1), scope, depth);
            }
        }
        let names = rest_names(0);
        let Some(found) = self.index.resolve(scope.module, &names, path.global, Ns::Type) else {
            return Ty::Unknown;
        };
        let used = names.len() - found.rest;
        let mut args: Vec<Ty> =
            path.segments[used - 1].args.iter().map(|ty| self.ty_to(ty, scope, depth - 1, infer)).collect();
        let base = match &found.target {
            Resolved::Adt(id) => {
                self.fill(&mut args, &self.index[*id].generics, infer);
                Ty::Adt(*id, args.into())
            }
            Resolved::Variant(id, _) => {
                self.fill(&mut args, &self.index[*id].generics, infer);
                Ty::Adt(*id, args.into())
            }
            Resolved::Alias(id) => {
                let alias = &self.index[*id];
                self.fill(&mut args, &alias.generics, infer);
                let inner = Scope {
                    module: alias.module,
                    generics: alias.generics.params.iter().cloned().zip(args).collect(),
                    self_ty: None,
                    owner: Owner::Free,
                };
                self.ty_to(&alias.ty, &inner, depth - 1, infer)
            }
            Resolved::Prim(name) => Ty::Prim(name.clone()),
            Resolved::Foreign(path) => {
                self.foreign_result(path, &args).unwrap_or_else(|| Ty::Foreign(path.clone(), args.into()))
            }
            // The old spelling of `dyn Trait`.
            Resolved::Trait(id) => {
                let name = self.index[*id].name.clone();
                Ty::Opaque(Rc::from([Bound { name, tr: Some(*id), args: args.into(), assoc: Vec::new() }]))
            }
            Resolved::Mod(_) | Resolved::Fun(_) | Resolved::Const(_) => Ty::Unknown,
        };
        self.assoc_path(base, &names[used..], scope, depth)
    }

    /// `Base::Item`, `Base::Item::Inner`
    fn assoc_path(&self, base: Ty, names: &[Name], scope: &Scope, depth: u32) -> Ty {
        let mut ty = base;
        for name in names {
            // Inside an impl `Self::Item` is written down right there.
            if let (Owner::Impl(id), true) = (scope.owner, scope.self_ty.as_ref() == Some(&ty)) {
                let item = self.index[id].assoc.iter().find(|(n, _)| n == name);
                if let Some((_, item)) = item {
                    ty = self.ty_to(item, scope, depth - 1, &mut None);
                    continue;
                }
            }
            ty = Ty::Assoc(Rc::new(ty), None, name.clone());
        }
        ty
    }

    fn fill(&self, args: &mut Vec<Ty>, generics: &Generics, infer: &mut Option<&mut Infer>) {
        args.truncate(generics.params.len());
        while args.len() < generics.params.len() {
            args.push(infer.as_mut().map_or(Ty::Unknown, |infer| infer.fresh()));
        }
    }
}
