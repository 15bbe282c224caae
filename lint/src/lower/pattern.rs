//! Patterns: first all tests, then all bindings, so that nothing is moved out of a value that does not fit.

use std::rc::Rc;

use syn::Pat;

use super::{
    Lower,
    expr::{literal, name_of},
};
use crate::{
    flow::graph::{BlockId, Const, Operand, Place, Rvalue, Step, Term},
    index::{Name, Resolved},
    types::Ty,
};

impl Lower<'_> {
    /// A function's parameter: its local, taken apart by the pattern.
    pub(super) fn parameter(&mut self, pat: &Pat, ty: Ty) -> crate::flow::graph::Local {
        let span = self.pat_span(pat);
        match pat {
            Pat::Ident(ident) if ident.subpat.is_none() => self.variable(name_of(&ident.ident), ty, span),
            _ => {
                let local = self.local(None, ty.clone(), span);
                self.own(local);
                self.declare(pat, &ty);
                self.bind(pat, &local.into(), &ty);
                local
            }
        }
    }

    /// Goes on if the value at `place` fits, else to `fail`.
    pub(super) fn test(&mut self, pat: &Pat, place: &Place, ty: &Ty, fail: BlockId) {
        let span = self.pat_span(pat);
        match pat {
            Pat::Paren(p) => return self.test(&p.pat, place, ty, fail),
            Pat::Type(p) => return self.test(&p.pat, place, ty, fail),
            Pat::Or(p) => {
                let fits = self.new_block();
                for case in &p.cases {
                    let next = self.new_block();
                    self.test(case, place, ty, next);
                    self.end_into(Term::Goto(fits), next);
                }
                return self.end_into(Term::Goto(fail), fits);
            }
            Pat::Lit(lit) => return self.test_equal(literal(&lit.lit).0, place, fail, span),
            Pat::Range(_) | Pat::Slice(_) | Pat::Macro(_) | Pat::Const(_) => {
                let fits = self.new_block();
                self.end_into(Term::Branch { cond: Operand::Const(Const::Unknown), yes: fits, no: fail }, fits);
            }
            Pat::Path(path) => {
                let target = self.resolve_pattern(&path.path);
                let last = path.path.segments.last().map(|s| name_of(&s.ident));
                return self.test_path(target, last, place, fail, span);
            }
            Pat::Ident(ident) => {
                if let Some(target) = self.constant(pat) {
                    return self.test_path(Some(target), Some(name_of(&ident.ident)), place, fail, span);
                }
            }
            Pat::TupleStruct(p) => {
                let target = self.resolve_pattern(&p.path);
                let last = p.path.segments.last().map(|s| name_of(&s.ident));
                self.test_variant(target, last, place, fail);
            }
            Pat::Struct(p) => {
                let target = self.resolve_pattern(&p.path);
                let last = p.path.segments.last().map(|s| name_of(&s.ident));
                self.test_variant(target, last, place, fail);
            }
            _ => {}
        }
        for (sub, place, ty) in self.parts(pat, place, ty) {
            self.test(sub, &place, &ty, fail);
        }
    }

    fn test_path(
        &mut self,
        target: Option<Resolved>,
        last: Option<Name>,
        place: &Place,
        fail: BlockId,
        span: crate::source::Span,
    ) {
        match target {
            Some(Resolved::Const(id)) => self.test_equal(Operand::Const(Const::Item(id)), place, fail, span),
            target => self.test_variant(target, last, place, fail),
        }
    }

    fn test_equal(&mut self, known: Operand, place: &Place, fail: BlockId, span: crate::source::Span) {
        let looked = Operand::Ref { place: place.clone(), mutable: false };
        let (cond, _) = self.temp_value(Rvalue::Eq(looked, known), Ty::prim("bool"), span);
        let fits = self.new_block();
        self.end_into(Term::Branch { cond, yes: fits, no: fail }, fits);
    }

    /// Structs always fit; a path that leads nowhere is taken for a variant, by its name.
    fn test_variant(&mut self, target: Option<Resolved>, last: Option<Name>, place: &Place, fail: BlockId) {
        if let Some(Resolved::Adt(id)) = &target
            && !self.lookup.index[*id].is_enum
        {
            return;
        }
        let Some(variant) = last else { return };
        let other = self.only_other(target.as_ref());
        let yes = self.new_block();
        self.end_into(Term::Variant { place: place.clone(), variant, other, yes, no: fail }, yes);
    }

    /// Declares the variables of a pattern.
    pub(super) fn declare(&mut self, pat: &Pat, ty: &Ty) {
        match pat {
            Pat::Ident(ident) if self.constant(pat).is_none() => {
                let by_ref = ident.by_ref.is_some() && !matches!(ty, Ty::Ref(..));
                let own = if by_ref { Ty::Ref(true, Rc::new(ty.clone())) } else { ty.clone() };
                let span = self.pat_span(pat);
                self.variable(name_of(&ident.ident), own, span);
            }
            Pat::Or(p) => return p.cases.first().map_or((), |case| self.declare(case, ty)),
            Pat::Paren(p) => return self.declare(&p.pat, ty),
            Pat::Type(p) => {
                let written = self.written(&p.ty);
                return self.declare(&p.pat, &written);
            }
            _ => {}
        }
        for (sub, _, ty) in self.parts(pat, &Place::from(crate::flow::graph::Local(0)), ty) {
            self.declare(sub, &ty);
        }
    }

    /// Moves or borrows the parts of the value at `place` into the variables that were declared.
    pub(super) fn bind(&mut self, pat: &Pat, place: &Place, ty: &Ty) {
        let span = self.pat_span(pat);
        match pat {
            Pat::Ident(ident) if self.constant(pat).is_none() => {
                let name = name_of(&ident.ident);
                let Some(local) = self.frame().names.iter().rev().find(|(n, _)| *n == name).map(|(_, l)| *l) else {
                    return;
                };
                let rvalue = if ident.by_ref.is_some() {
                    Rvalue::Use(Operand::Ref { place: place.clone(), mutable: true })
                } else {
                    Rvalue::Bind(place.clone())
                };
                self.assign(local, rvalue, span);
            }
            Pat::Or(p) if p.cases.len() > 1 => {
                let end = self.new_block();
                for case in &p.cases {
                    let next = self.new_block();
                    self.test(case, place, ty, next);
                    self.bind(case, place, ty);
                    self.end_into(Term::Goto(end), next);
                }
                return self.end_into(Term::Diverge, end);
            }
            Pat::Or(p) => return p.cases.first().map_or((), |case| self.bind(case, place, ty)),
            Pat::Paren(p) => return self.bind(&p.pat, place, ty),
            Pat::Type(p) => return self.bind(&p.pat, place, ty),
            // Which variable the followed element goes to is not known: it is not followed any further.
            Pat::Slice(_) if !matches!(self.infer.shallow(ty), Ty::Ref(..)) => {
                let given = Rvalue::Unknown(vec![Operand::Place(place.clone())]);
                self.temp(given, Ty::unit(), span);
            }
            _ => {}
        }
        for (sub, place, ty) in self.parts(pat, place, ty) {
            self.bind(sub, &place, &ty);
        }
    }

    /// The patterns one level down, with their places and types.
    fn parts<'p>(&mut self, pat: &'p Pat, place: &Place, ty: &Ty) -> Vec<(&'p Pat, Place, Ty)> {
        let shallow = self.infer.shallow(ty);
        let field = |name: &Name| place.clone().then(Step::Field(name.clone()));
        let mut all = Vec::new();
        match pat {
            Pat::Ident(p) => {
                if let Some((_, sub)) = &p.subpat {
                    all.push((&**sub, place.clone(), shallow));
                }
            }
            Pat::Reference(p) => {
                let inner = self.lookup.deref(&shallow, &mut self.infer, &self.env).unwrap_or(Ty::Unknown);
                all.push((&*p.pat, place.clone().then(Step::Deref), inner));
            }
            Pat::Tuple(p) => {
                for (name, sub) in numbered(&p.elems, self.width(&shallow)) {
                    let ty = self.part_ty(&shallow, None, &name);
                    all.push((sub, field(&name), ty));
                }
            }
            Pat::TupleStruct(p) => {
                let target = self.resolve_pattern(&p.path);
                let (owner, variant) = self.variant_ty(&shallow, target);
                let width = match (&owner.peel(), variant) {
                    (Ty::Adt(id, _), Some(n)) => Some(self.lookup.index[*id].variants[n].fields.len()),
                    _ => None,
                };
                for (name, sub) in numbered(&p.elems, width) {
                    let ty = self.part_ty(&owner, variant, &name);
                    all.push((sub, field(&name), ty));
                }
            }
            Pat::Struct(p) => {
                let target = self.resolve_pattern(&p.path);
                let (owner, variant) = self.variant_ty(&shallow, target);
                for sub in &p.fields {
                    let name: Name = match &sub.member {
                        syn::Member::Named(ident) => name_of(ident),
                        syn::Member::Unnamed(index) => index.index.to_string().into(),
                    };
                    let ty = self.part_ty(&owner, variant, &name);
                    all.push((&*sub.pat, field(&name), ty));
                }
            }
            Pat::Slice(p) => {
                let item = match shallow.peel() {
                    Ty::Slice(item) => (**item).clone(),
                    Ty::Adt(_, args) => args.first().cloned().unwrap_or(Ty::Unknown),
                    _ => Ty::Unknown,
                };
                // Elements are not told apart, so what is bound here is not followed.
                all.extend(p.elems.iter().map(|sub| (sub, field(&"[]".into()), item.clone())));
            }
            _ => {}
        }
        all
    }

    fn width(&self, ty: &Ty) -> Option<usize> {
        match ty.peel() {
            Ty::Tuple(parts) => Some(parts.len()),
            _ => None,
        }
    }

    /// The type of a part; what is matched through a reference is bound by reference.
    fn part_ty(&mut self, ty: &Ty, variant: Option<usize>, name: &Name) -> Ty {
        let peeled = self.infer.shallow(ty.peel());
        let found = match &peeled {
            Ty::Adt(id, args) => self.adt_field(*id, &args.clone(), variant, name).unwrap_or(Ty::Unknown),
            _ => self.field_ty(&peeled, name),
        };
        match ty {
            Ty::Ref(mutable, _) if !matches!(found, Ty::Ref(..)) => Ty::Ref(*mutable, Rc::new(found)),
            _ => found,
        }
    }

    /// The matched type and the variant's number. A value of unknown type gets the pattern's type.
    fn variant_ty(&mut self, ty: &Ty, target: Option<Resolved>) -> (Ty, Option<usize>) {
        let (id, variant) = match target {
            Some(Resolved::Variant(id, n)) => (id, n as usize),
            Some(Resolved::Adt(id)) => (id, 0),
            _ => return (ty.clone(), None),
        };
        let peeled = self.infer.shallow(ty.peel());
        match peeled {
            Ty::Adt(found, _) if found == id => (ty.clone(), Some(variant)),
            Ty::Var(_) => {
                let args = self.lookup.index[id].generics.params.iter().map(|_| self.infer.fresh()).collect();
                let new = Ty::Adt(id, args);
                self.infer.unify(&peeled, &new);
                (new, Some(variant))
            }
            _ => {
                let args = self.lookup.index[id].generics.params.iter().map(|_| Ty::Unknown).collect();
                (Ty::Adt(id, args), Some(variant))
            }
        }
    }
}

/// The elements of a tuple pattern with the names of their fields, `..` left out.
fn numbered(elems: &syn::punctuated::Punctuated<Pat, syn::Token![,]>, width: Option<usize>) -> Vec<(Name, &Pat)> {
    let count = elems.len();
    let rest = elems.iter().position(|pat| matches!(pat, Pat::Rest(_)));
    let mut all = Vec::new();
    for (n, pat) in elems.iter().enumerate() {
        let at = match rest {
            Some(rest) if n == rest => continue,
            // Behind `..` only the width tells the number; without it the part is one that nobody has.
            Some(rest) if n > rest => width.map_or(usize::MAX, |w| w.saturating_sub(count - n)),
            _ => n,
        };
        all.push((at.to_string().into(), pat));
    }
    all
}
