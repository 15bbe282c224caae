//! What is done to the types of a claim that is meant less strictly.

use proc_macro2::Span;
use syn::{
    Ident, Type, parse_quote,
    visit_mut::{self, VisitMut},
};

use super::shape::Open;

/// Replaces type parameters that are closures.
pub struct Point {
    pub pointers: Vec<(Ident, Type)>,
}

impl VisitMut for Point {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        let pointer = match ty {
            Type::Path(path) => self.pointers.iter().find(|(name, _)| path.path.is_ident(name)),
            _ => None,
        };
        match pointer {
            Some((_, pointer)) => *ty = pointer.clone(),
            None => visit_mut::visit_type_mut(self, ty),
        }
    }
}

/// Replaces what begins with a type parameter and goes on.
pub struct Loosen {
    pub params: Vec<String>,
    pub open: Vec<Open>,
}

impl VisitMut for Loosen {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        if let Type::Path(path) = ty {
            let is_param = path.path.segments.first().is_some_and(|it| self.params.contains(&it.ident.to_string()));
            if path.qself.is_some() || (is_param && path.path.segments.len() > 1) {
                let name = Ident::new(&format!("__P{}", self.open.len()), Span::call_site());
                *ty = parse_quote!(#name);
                self.open.push(Open { name, bounds: Vec::new() });
                return;
            }
        }
        visit_mut::visit_type_mut(self, ty);
    }
}

/// Replaces type parameters with `_`.
pub struct Infer {
    pub params: Vec<String>,
}

impl VisitMut for Infer {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        let is_param = match ty {
            Type::Path(path) => {
                path.qself.is_some()
                    || path.path.segments.first().is_some_and(|it| self.params.contains(&it.ident.to_string()))
            }
            _ => false,
        };
        if is_param {
            *ty = parse_quote!(_);
        } else {
            visit_mut::visit_type_mut(self, ty);
        }
    }

    fn visit_type_array_mut(&mut self, array: &mut syn::TypeArray) {
        self.visit_type_mut(&mut array.elem);
        array.len = parse_quote!(_);
    }
}
