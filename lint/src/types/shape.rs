//! What a type says about the bodies in its values.

use super::{Infer, Lookup, Subst, Ty};
use crate::{
    flow::graph::Shape,
    index::{AdtId, Owner},
    types::Scope,
};

impl Lookup<'_> {
    /// Is it a stub's `#[body]` type?
    pub fn is_body(&self, adt: AdtId) -> bool {
        self.has_attr(adt, "body")
    }

    /// Is it a stub's `#[response]` type, in which an erased body is a response's?
    pub fn is_response(&self, adt: AdtId) -> bool {
        self.has_attr(adt, "response")
    }

    /// Is it a stub's `#[items]` type, whose field `item` stands for all its elements?
    pub fn is_collection(&self, adt: AdtId) -> bool {
        self.has_attr(adt, "items")
    }

    /// The type of vectors.
    pub fn vec(&self) -> Option<AdtId> {
        self.lang.vec
    }

    fn has_attr(&self, adt: AdtId, attr: &str) -> bool {
        self.index[adt].attrs.iter().any(|(name, _)| name == attr)
    }

    /// Which types are of the kind that `start` says, or hold one through their fields, whatever their arguments are.
    /// Almost none do, so this spares walking through the fields of all the others.
    pub(super) fn holders(&self, start: impl Fn(AdtId) -> bool) -> Vec<bool> {
        let ids = || (0..self.index.adts.len()).map(|n| AdtId(n as u32));
        let mut holds: Vec<bool> = ids().map(&start).collect();
        let fields: Vec<Vec<Ty>> = ids()
            .map(|id| {
                let adt = &self.index[id];
                let scope = Scope { module: adt.module, generics: Subst::default(), self_ty: None, owner: Owner::Free };
                adt.variants.iter().flat_map(|v| &v.fields).map(|(_, ty)| self.ty(ty, &scope)).collect()
            })
            .collect();
        loop {
            let before = holds.iter().filter(|h| **h).count();
            for (n, tys) in fields.iter().enumerate() {
                holds[n] = holds[n] || tys.iter().any(|ty| mentions(ty, &holds));
            }
            if holds.iter().filter(|h| **h).count() == before {
                return holds;
            }
        }
    }

    /// Is it a client, a request or what belongs to them: a type of a stub that knows connections, or of `http`?
    pub(super) fn is_of_client(&self, adt: AdtId) -> bool {
        let stub = self.index[self.index[adt].krate].stub.as_ref();
        stub.is_some_and(|client| client.reuse.is_some() || client.krate == "http")
    }

    /// Can a value of this type say something about a response to come, or is it not known what it is?
    pub fn matters(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Unknown | Ty::Var(_) | Ty::Param(_) | Ty::Assoc(..) => true,
            Ty::Ref(_, to) => self.matters(to),
            Ty::FnPtr(_, ret) => self.matters(ret),
            // Which variant it is may decide what happens next.
            Ty::Adt(id, _) if self.index[*id].is_enum && self.index[self.index[*id].krate].stub.is_some() => true,
            Ty::Future(output) => self.matters(output),
            ty => mentions(ty, &self.clients),
        }
    }

    /// The shape of a type; variables count as unknown.
    pub fn shape(&self, ty: &Ty, infer: &mut Infer, env: &super::Env) -> Shape {
        self.shape_to(ty, infer, env, false, 5)
    }

    fn shape_to(&self, ty: &Ty, infer: &mut Infer, env: &super::Env, in_response: bool, depth: u32) -> Shape {
        if depth == 0 {
            return Shape::Plain;
        }
        match infer.shallow(ty) {
            // A boxed body is a response's only inside of one; requests have them as well.
            Ty::Adt(id, _) if self.is_body(id) && !in_response && self.has_attr(id, "erased") => Shape::Plain,
            Ty::Adt(id, _) if self.is_body(id) => Shape::Body(id),
            ty @ Ty::Adt(..) if !mentions(&infer.deep(&ty), &self.holds) => self.future_shape(&ty, infer, env, depth),
            Ty::Adt(id, args) => {
                let adt = &self.index[id];
                let in_response = in_response || self.is_response(id);
                // A field can only hold a body by its own type or through an argument; most types end here.
                let generics: Subst = adt.generics.params.iter().cloned().zip(args.iter().cloned()).collect();
                let scope = Scope { module: adt.module, generics, self_ty: Some(ty.clone()), owner: Owner::Free };
                let mut holds = false;
                let variants = adt
                    .variants
                    .iter()
                    .map(|variant| {
                        let fields = variant
                            .fields
                            .iter()
                            .map(|(name, field)| {
                                let field = self.ty(field, &scope);
                                let shape = self.shape_to(&field, infer, env, in_response, depth - 1);
                                holds |= shape.holds_body();
                                (name.clone(), shape)
                            })
                            .collect();
                        (variant.name.clone(), fields)
                    })
                    .collect();
                if holds {
                    Shape::Adt { id: Some(id), is_enum: adt.is_enum, variants }
                } else {
                    self.future_shape(ty, infer, env, depth)
                }
            }
            Ty::Tuple(parts) => {
                let fields: Vec<_> = parts
                    .iter()
                    .enumerate()
                    .map(|(n, part)| (n.to_string().into(), self.shape_to(part, infer, env, in_response, depth - 1)))
                    .collect();
                let shape = Shape::Adt { id: None, is_enum: false, variants: vec![("".into(), fields)] };
                if shape.holds_body() { shape } else { Shape::Plain }
            }
            Ty::Future(output) => match self.shape_to(&output, infer, env, false, depth - 1) {
                shape if shape.holds_body() => Shape::Future(Box::new(shape)),
                _ => Shape::Plain,
            },
            Ty::Opaque(_) | Ty::Assoc(..) => self.future_shape(ty, infer, env, depth),
            _ => Shape::Plain,
        }
    }

    /// `Pin<Box<dyn Future<Output = Response>>>`, `impl Future<..>`, a stub's or user's own future.
    fn future_shape(&self, ty: &Ty, infer: &mut Infer, env: &super::Env, depth: u32) -> Shape {
        match self.awaited(ty, infer, env) {
            Ty::Unknown => Shape::Plain,
            output => match self.shape_to(&output, infer, env, false, depth - 1) {
                shape if shape.holds_body() => Shape::Future(Box::new(shape)),
                _ => Shape::Plain,
            },
        }
    }
}

/// Is a type that holds a body named anywhere in this one?
fn mentions(ty: &Ty, holds: &[bool]) -> bool {
    let any = |tys: &[Ty]| tys.iter().any(|ty| mentions(ty, holds));
    match ty {
        Ty::Adt(id, args) => holds.get(id.0 as usize).copied().unwrap_or(false) || any(args),
        Ty::Foreign(_, args) | Ty::Tuple(args) => any(args),
        Ty::Slice(ty) | Ty::Future(ty) | Ty::Assoc(ty, _, _) => mentions(ty, holds),
        Ty::Opaque(bounds) => bounds.iter().any(|b| any(&b.args) || b.assoc.iter().any(|(_, ty)| mentions(ty, holds))),
        _ => false,
    }
}
