//! From a signature as the stub has it to the types that a claim is made of.
//!
//! `Self` is written out, lifetimes become `'static`, and what is the stub's own is left open. Names stay as they
//! are: the program that is compiled has the modules and the imports of the stub.

use std::collections::HashSet;

use proc_macro2::Span;
use syn::{
    GenericParam, Generics, Ident, Lifetime, PathArguments, Type, TypeParamBound, WherePredicate, parse_quote,
    punctuated::Punctuated,
    visit_mut::{self, VisitMut},
};

use super::{
    shape::Open,
    tree::{Id, Space, Target, Tree},
};

/// Writes the types of one claim.
pub struct Writer<'a> {
    tree: &'a Tree<'a>,
    /// Items that the crate does not have, or not in this way.
    own: &'a HashSet<Id>,
    module: usize,
    /// What `Self` is.
    pub this: Option<Type>,
    /// The trait that is implemented or defined, and its associated types.
    pub of: Option<(syn::Path, Vec<String>)>,
    pub params: Vec<GenericParam>,
    pub needs: Vec<WherePredicate>,
    pub open: Vec<Open>,
    /// Items of the stub that are named.
    pub named: Vec<Id>,
    /// `impl Trait` is a type parameter here.
    is_argument: bool,
    /// Within `Fn(..)` and `fn(..)`, where a lifetime that is left out is another one at each call.
    calls: usize,
    bound: Vec<Ident>,
}

impl<'a> Writer<'a> {
    pub fn new(tree: &'a Tree<'a>, own: &'a HashSet<Id>, module: usize) -> Writer<'a> {
        Writer {
            tree,
            own,
            module,
            this: None,
            of: None,
            params: Vec::new(),
            needs: Vec::new(),
            open: Vec::new(),
            named: Vec::new(),
            is_argument: false,
            calls: 0,
            bound: Vec::new(),
        }
    }

    /// Where the claim stands.
    pub fn module(&self) -> usize {
        self.module
    }

    /// Takes type parameters and their bounds in.
    pub fn generics(&mut self, generics: &Generics) {
        for param in &generics.params {
            match param {
                GenericParam::Type(param) => {
                    let ident = &param.ident;
                    self.params.push(GenericParam::Type(parse_quote!(#ident)));
                }
                GenericParam::Const(param) => {
                    let (ident, ty) = (&param.ident, &param.ty);
                    self.params.push(GenericParam::Const(parse_quote!(const #ident: #ty)));
                }
                GenericParam::Lifetime(_) => {}
            }
        }
        for param in generics.type_params() {
            let ident = &param.ident;
            self.need(&parse_quote!(#ident), &param.bounds);
        }
        for predicate in generics.where_clause.iter().flat_map(|clause| &clause.predicates) {
            if let WherePredicate::Type(predicate) = predicate {
                self.bound(predicate.lifetimes.as_ref(), |writer| {
                    let before = writer.needs.len();
                    writer.need(&predicate.bounded_ty, &predicate.bounds);
                    for need in &mut writer.needs[before..] {
                        if let WherePredicate::Type(need) = need {
                            need.lifetimes.clone_from(&predicate.lifetimes);
                        }
                    }
                });
            }
        }
    }

    /// A bound of the stub. One that speaks of what is the stub's own says nothing.
    pub fn need(&mut self, ty: &Type, bounds: &Punctuated<TypeParamBound, syn::Token![+]>) {
        let before = self.open.len();
        let (ty, mut bounds) = (self.ty(ty), self.bounds(bounds));
        if self.open.len() > before {
            self.open.truncate(before);
            return;
        }
        // How often a closure may be called is not modelled, so let it be callable always.
        for bound in &mut bounds {
            if let TypeParamBound::Trait(bound) = bound
                && let Some(last) = bound.path.segments.last_mut()
                && matches!(last.arguments, PathArguments::Parenthesized(_))
                && (last.ident == "FnOnce" || last.ident == "FnMut")
            {
                last.ident = Ident::new("Fn", Span::call_site());
            }
        }
        if !bounds.is_empty() {
            self.needs.push(parse_quote!(#ty: #(#bounds)+*));
        }
    }

    /// Bounds without those that carry no type, and without traits that are the stub's own.
    pub fn bounds(&mut self, bounds: &Punctuated<TypeParamBound, syn::Token![+]>) -> Vec<TypeParamBound> {
        let mut written = Vec::new();
        for bound in bounds {
            if let TypeParamBound::Trait(of) = bound
                && of.maybe.is_none()
                && !self.is_own(&of.path)
            {
                let mut bound = bound.clone();
                self.visit_type_param_bound_mut(&mut bound);
                written.push(bound);
            }
        }
        written
    }

    /// A type.
    pub fn ty(&mut self, ty: &Type) -> Type {
        let mut ty = ty.clone();
        self.visit_type_mut(&mut ty);
        ty
    }

    /// The type of an argument.
    pub fn argument(&mut self, ty: &Type) -> Type {
        self.is_argument = true;
        let ty = self.ty(ty);
        self.is_argument = false;
        ty
    }

    /// A path with arguments, such as a trait's.
    pub fn path(&mut self, path: &syn::Path) -> syn::Path {
        let mut path = path.clone();
        self.visit_path_mut(&mut path);
        path
    }

    /// Is it the stub's own?
    pub fn is_own(&self, path: &syn::Path) -> bool {
        self.item(path).is_some_and(|id| self.own.contains(&id))
    }

    /// The item of the stub that a path means.
    fn item(&self, path: &syn::Path) -> Option<Id> {
        let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        match self.tree.resolve(self.module, path.leading_colon.is_some(), &names, Space::Type) {
            Target::Item(id) => Some(id),
            _ => None,
        }
    }

    /// A type of which only these bounds are known.
    pub fn leave_open(&mut self, bounds: Vec<TypeParamBound>) -> Type {
        let name = Ident::new(&format!("__O{}", self.open.len()), Span::call_site());
        let ty = parse_quote!(#name);
        self.open.push(Open { name, bounds });
        ty
    }

    /// With the lifetimes of a `for<..>`.
    fn bound(&mut self, lifetimes: Option<&syn::BoundLifetimes>, run: impl FnOnce(&mut Self)) {
        let before = self.bound.len();
        for param in lifetimes.iter().flat_map(|lifetimes| &lifetimes.lifetimes) {
            if let GenericParam::Lifetime(param) = param {
                self.bound.push(param.lifetime.ident.clone());
            }
        }
        run(self);
        self.bound.truncate(before);
    }

    fn impl_trait(&mut self, bounds: &Punctuated<TypeParamBound, syn::Token![+]>) -> Type {
        if !self.is_argument {
            let bounds = self.bounds(bounds);
            return self.leave_open(bounds);
        }
        let name = Ident::new(&format!("__A{}", self.params.len()), Span::call_site());
        self.params.push(GenericParam::Type(parse_quote!(#name)));
        let ty = parse_quote!(#name);
        self.is_argument = false;
        self.need(&ty, bounds);
        self.is_argument = true;
        ty
    }

    /// `Self`, `Self::Item`
    fn this(&self, path: &syn::Path) -> Option<Type> {
        let this = self.this.as_ref().filter(|_| path.segments[0].ident == "Self")?;
        let rest: Vec<_> = path.segments.iter().skip(1).collect();
        let Some(first) = rest.first() else { return Some(this.clone()) };
        let of = self.of.as_ref().filter(|(_, names)| names.contains(&first.ident.to_string()));
        Some(match of {
            Some((of, _)) => parse_quote!(<#this as #of>::#(#rest)::*),
            None => parse_quote!(<#this>::#(#rest)::*),
        })
    }
}

impl VisitMut for Writer<'_> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        match ty {
            Type::ImplTrait(written) => {
                let bounds = written.bounds.clone();
                *ty = self.impl_trait(&bounds);
                return;
            }
            Type::Path(path) if path.qself.is_none() => {
                if let Some(this) = self.this(&path.path) {
                    *ty = this;
                    return;
                }
                if self.is_own(&path.path) {
                    *ty = self.leave_open(Vec::new());
                    return;
                }
            }
            Type::Reference(reference) if reference.lifetime.is_none() && self.calls == 0 => {
                reference.lifetime = Some(Lifetime::new("'static", Span::call_site()));
            }
            _ => {}
        }
        visit_mut::visit_type_mut(self, ty);
    }

    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        self.named.extend(self.item(path));
        visit_mut::visit_path_mut(self, path);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        let is_of_call = self.calls > 0 && lifetime.ident == "_";
        if !is_of_call && !self.bound.contains(&lifetime.ident) {
            lifetime.ident = Ident::new("static", Span::call_site());
        }
    }

    fn visit_parenthesized_generic_arguments_mut(&mut self, written: &mut syn::ParenthesizedGenericArguments) {
        self.calls += 1;
        visit_mut::visit_parenthesized_generic_arguments_mut(self, written);
        self.calls -= 1;
    }

    fn visit_type_fn_ptr_mut(&mut self, pointer: &mut syn::TypeFnPtr) {
        self.calls += 1;
        let lifetimes = pointer.lifetimes.clone();
        self.bound(lifetimes.as_ref(), |writer| {
            pointer.inputs.iter_mut().for_each(|input| writer.visit_type_mut(&mut input.ty));
            writer.visit_return_type_mut(&mut pointer.output);
        });
        self.calls -= 1;
    }

    fn visit_trait_bound_mut(&mut self, bound: &mut syn::TraitBound) {
        let lifetimes = bound.lifetimes.clone();
        self.bound(lifetimes.as_ref(), |writer| writer.visit_path_mut(&mut bound.path));
    }
}
