//! What a path in an expression or pattern leads to.

use std::rc::Rc;

use super::{Lower, Value, expr::name_of};
use crate::{
    flow::graph::{Const, Local, Operand, Rvalue},
    index::{AdtId, ConstId, Name, Ns, Resolved},
    source::Span,
    types::{Method, Ty},
};

/// What a path leads to.
pub(super) enum Target {
    Variable(crate::flow::graph::Place, Ty),
    Fun(Method),
    /// A tuple struct or variant, with the type it makes.
    Ctor(AdtId, u32, Ty),
    Const(ConstId),
    Unknown,
}

impl Lower<'_> {
    /// The local that a plain name means in this body.
    pub(super) fn declared(&mut self, path: &syn::ExprPath) -> Option<Local> {
        let ident = path.path.get_ident()?;
        let name = name_of(ident);
        self.frame().names.iter().rev().find(|(n, _)| *n == name).map(|(_, local)| *local)
    }

    pub(super) fn target(&mut self, path: &syn::ExprPath) -> Target {
        if path.qself.is_none()
            && let Some(ident) = path.path.get_ident()
            && let Some((place, ty)) = self.lookup_variable(&name_of(ident))
        {
            return Target::Variable(place, ty);
        }
        let names: Vec<Name> = path.path.segments.iter().map(|s| name_of(&s.ident)).collect();
        let Some((last, prefix)) = names.split_last() else { return Target::Unknown };
        let written = crate::index::path_ref(path.qself.as_ref(), &path.path);
        let is_self = prefix.is_empty() && last == "Self";
        let generic = prefix.len() == 1 && (prefix[0] == "Self" || self.scope.generics.contains_key(&prefix[0]));
        if path.qself.is_some() || generic {
            return self.associated(written, last);
        }
        if is_self {
            return match self.scope.self_ty.clone() {
                Some(ty @ Ty::Adt(..)) => {
                    let Ty::Adt(id, _) = &ty else { return Target::Unknown };
                    Target::Ctor(*id, 0, ty)
                }
                _ => Target::Unknown,
            };
        }
        let global = path.path.leading_colon.is_some();
        let Some(found) = self.lookup.index.resolve(self.scope.module, &names, global, Ns::Value) else {
            return Target::Unknown;
        };
        match (found.target, found.rest) {
            (Resolved::Fun(fun), 0) => {
                let self_ty = self.infer.fresh();
                Target::Fun(Method { fun, subst: Default::default(), self_ty, open: false })
            }
            (Resolved::Const(id), 0) => Target::Const(id),
            (Resolved::Variant(id, n), 0) => Target::Ctor(id, n, self.open_adt(id)),
            (Resolved::Adt(id), 0) => Target::Ctor(id, 0, self.open_adt(id)),
            (Resolved::Alias(_), 0) => match self.open_written(&written) {
                ty @ Ty::Adt(..) => {
                    let Ty::Adt(id, _) = &ty else { return Target::Unknown };
                    Target::Ctor(*id, 0, ty)
                }
                _ => Target::Unknown,
            },
            (Resolved::Trait(tr), 1) => {
                let fun = self.lookup.index[tr].funs.iter().find(|f| self.lookup.index[**f].name == *last);
                let Some(fun) = fun.copied() else { return Target::Unknown };
                let names = &self.lookup.index[tr].generics.params;
                let subst = names.iter().map(|n| (n.clone(), self.infer.fresh())).collect();
                Target::Fun(Method { fun, subst, self_ty: self.infer.fresh(), open: true })
            }
            (Resolved::Adt(_) | Resolved::Alias(_) | Resolved::Prim(_), 1) => self.associated(written, last),
            _ => Target::Unknown,
        }
    }

    /// `Type::name`, `<T as Trait>::name`, `Self::name`, `T::name`
    fn associated(&mut self, mut path: crate::index::Path, last: &Name) -> Target {
        path.segments.pop();
        let mut tr = None;
        let base = match path.qself.take() {
            Some((ty, len)) => {
                if len > 0 {
                    let names: Vec<Name> =
                        path.segments[..len.min(path.segments.len())].iter().map(|s| s.name.clone()).collect();
                    tr = self.lookup.index.resolve(self.scope.module, &names, path.global, Ns::Type);
                }
                let scope = self.scope.clone();
                self.lookup.ty_open(&ty, &scope, &mut self.infer)
            }
            None => self.open_written(&path),
        };
        // `Self::Variant(..)` and `Alias::Variant(..)`
        if let Ty::Adt(id, _) = &base
            && let Some(n) = self.lookup.index[*id].variants.iter().position(|v| v.name == *last)
            && self.lookup.index[*id].is_enum
        {
            return Target::Ctor(*id, u32::try_from(n).unwrap_or(0), base);
        }
        if let Some(method) = self.lookup.method_on(&base, last, &mut self.infer, &self.env) {
            return Target::Fun(method);
        }
        if let Some(Resolved::Trait(tr)) = tr.map(|f| f.target)
            && let Some(fun) = self.lookup.index[tr].funs.iter().find(|f| self.lookup.index[**f].name == *last)
        {
            let names = &self.lookup.index[tr].generics.params;
            let subst = names.iter().map(|n| (n.clone(), self.infer.fresh())).collect();
            return Target::Fun(Method { fun: *fun, subst, self_ty: base, open: true });
        }
        if let Ty::Adt(id, _) = &base {
            return self.associated_const(*id, last).map_or(Target::Unknown, Target::Const);
        }
        Target::Unknown
    }

    fn associated_const(&self, id: AdtId, name: &Name) -> Option<ConstId> {
        self.lookup.const_of(id, name)
    }

    fn open_written(&mut self, path: &crate::index::Path) -> Ty {
        let scope = self.scope.clone();
        let ty = self.lookup.ty_open(&crate::index::TypeRef::Path(path.clone()), &scope, &mut self.infer);
        self.lookup.normalise(&ty, &mut self.infer, &self.env)
    }

    fn open_adt(&mut self, id: AdtId) -> Ty {
        Ty::Adt(id, self.lookup.index[id].generics.params.iter().map(|_| self.infer.fresh()).collect())
    }

    /// A path as a value.
    pub(super) fn path_value(&mut self, path: &syn::ExprPath, span: Span) -> Value {
        match self.target(path) {
            Target::Variable(place, ty) => (Operand::Place(place), ty),
            Target::Fun(method) => {
                let signature = self.lookup.signature(&method, &[], &mut self.infer);
                let receiver = self.lookup.index[method.fun].receiver.is_some().then(|| method.self_ty.clone());
                let params = receiver.into_iter().chain(signature.params).collect();
                (Operand::Const(Const::Fun(method.fun)), Ty::FnPtr(params, Rc::new(signature.ret)))
            }
            Target::Ctor(id, n, ty) => {
                let variant = &self.lookup.index[id].variants[n as usize];
                if variant.fields.is_empty() {
                    let name = self.lookup.index[id].is_enum.then(|| variant.name.clone());
                    return self.temp_value(
                        Rvalue::Aggregate { adt: Some(id), variant: name, fields: Vec::new() },
                        ty,
                        span,
                    );
                }
                let names: Vec<Name> = variant.fields.iter().map(|(n, _)| n.clone()).collect();
                let params = self.fields_of(&ty, n as usize, &names);
                (Operand::Const(Const::Ctor(id, n)), Ty::FnPtr(params.into(), Rc::new(ty)))
            }
            Target::Const(id) => {
                let item = &self.lookup.index[id];
                let mut scope = crate::types::Scope::plain(item.module);
                if let crate::index::Owner::Impl(owner) = item.owner {
                    let owner = &self.lookup.index[owner];
                    let outer = self.lookup.rigid_scope(owner.module, &owner.generics, item.owner);
                    scope.self_ty = Some(self.lookup.ty(&owner.self_ty, &outer));
                }
                (Operand::Const(Const::Item(id)), self.lookup.ty(&item.ty, &scope))
            }
            Target::Unknown => (Operand::Const(Const::Unknown), Ty::Unknown),
        }
    }

    pub(super) fn fields_of(&mut self, ty: &Ty, variant: usize, names: &[Name]) -> Vec<Ty> {
        let Ty::Adt(id, args) = ty else { return Vec::new() };
        let args = args.clone();
        names.iter().map(|name| self.adt_field(*id, &args, Some(variant), name).unwrap_or(Ty::Unknown)).collect()
    }

    /// The type and variant of a struct literal.
    pub(super) fn struct_path(&mut self, path: &syn::Path) -> (Ty, Option<usize>) {
        let path = syn::ExprPath { attrs: Vec::new(), qself: None, path: path.clone() };
        match self.target(&path) {
            Target::Ctor(_, n, ty) => (ty, Some(n as usize)),
            _ => {
                // A struct with named fields is a type, not a value.
                let written = crate::index::path_ref(None, &path.path);
                match self.open_written(&written) {
                    ty @ Ty::Adt(..) => match self.resolve_pattern(&path.path) {
                        Some(Resolved::Variant(_, n)) => (ty, Some(n as usize)),
                        _ => (ty, Some(0)),
                    },
                    _ => (Ty::Unknown, None),
                }
            }
        }
    }

    /// What the path of a pattern leads to: a variant, struct or constant.
    pub(super) fn resolve_pattern(&mut self, path: &syn::Path) -> Option<Resolved> {
        let names: Vec<Name> = path.segments.iter().map(|s| name_of(&s.ident)).collect();
        let (last, prefix) = names.split_last()?;
        if names[0] == "Self" {
            let Some(Ty::Adt(id, _)) = self.scope.self_ty else { return None };
            if prefix.is_empty() {
                return Some(Resolved::Adt(id));
            }
            let n = self.lookup.index[id].variants.iter().position(|v| v.name == *last);
            return match n {
                Some(n) => Some(Resolved::Variant(id, u32::try_from(n).ok()?)),
                None => self.lookup.const_of(id, last).map(Resolved::Const),
            };
        }
        let global = path.leading_colon.is_some();
        let index = self.lookup.index;
        for ns in [Ns::Value, Ns::Type] {
            let Some(found) = index.resolve(self.scope.module, &names, global, ns) else { continue };
            match (&found.target, found.rest) {
                (Resolved::Variant(..) | Resolved::Adt(_) | Resolved::Const(_), 0) => return Some(found.target),
                (Resolved::Adt(id), 1) => {
                    let n = index[*id].variants.iter().position(|v| v.name == *last);
                    return match n {
                        Some(n) if index[*id].is_enum => Some(Resolved::Variant(*id, u32::try_from(n).ok()?)),
                        _ => self.lookup.const_of(*id, last).map(Resolved::Const),
                    };
                }
                (Resolved::Alias(_), rest) if rest <= 1 => {
                    let mut written = crate::index::path_ref(None, path);
                    written.segments.truncate(names.len() - rest);
                    let Ty::Adt(id, _) = self.open_written(&written) else { continue };
                    if rest == 0 {
                        return Some(Resolved::Adt(id));
                    }
                    let n = index[id].variants.iter().position(|v| v.name == *last)?;
                    return Some(Resolved::Variant(id, u32::try_from(n).ok()?));
                }
                _ => {}
            }
        }
        None
    }

    /// What a plain name in a pattern means if it is not a new variable.
    pub(super) fn constant(&mut self, pat: &syn::Pat) -> Option<Resolved> {
        let syn::Pat::Ident(ident) = pat else { return None };
        let name = name_of(&ident.ident);
        if ident.by_ref.is_some()
            || ident.mutability.is_some()
            || ident.subpat.is_some()
            || !name.starts_with(char::is_uppercase)
        {
            return None;
        }
        self.resolve_pattern(&syn::Path::from(ident.ident.clone()))
    }
}
