//! A claim as code: a function whose body compiles only if the claim is true.
//!
//! Its heart is a function `shape` that gives values of the types that the stub claims; into them goes what the crate
//! has. So `fn status(&self) -> u16` becomes
//!
//! ```text
//! fn claim() {
//!     fn shape() -> (fn(&'static Reply) -> u16,) { loop {} }
//!     let (mut f,) = shape();
//!     f = <Reply>::status;
//! }
//! ```
//!
//! where a pointer to a function takes no other receiver, no other number of arguments, and no other output.
//!
//! [`Mode`] says how strictly that is meant. All lifetimes are `'static`.

use std::fmt::Write as _;

use quote::{ToTokens, quote};
use syn::{GenericParam, Ident, Type, TypeParamBound, WherePredicate, parse_quote, visit_mut::VisitMut};

use super::rewrite::{Infer, Loosen, Point};

/// What the compiler has to agree to.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Types and constants, without bounds.
    pub params: Vec<GenericParam>,
    /// The bounds that the stub has.
    pub needs: Vec<WherePredicate>,
    /// What the stub says nothing of, or nothing but bounds.
    pub open: Vec<Open>,
    /// What has to hold besides.
    pub holds: Vec<Hold>,
    pub code: Code,
}

/// A type that is left to inference.
#[derive(Clone, Debug)]
pub struct Open {
    pub name: Ident,
    pub bounds: Vec<TypeParamBound>,
}

/// A type has to meet bounds, with these associated types.
#[derive(Clone, Debug)]
pub struct Hold {
    pub ty: Type,
    pub bounds: Vec<TypeParamBound>,
    /// Of the last bound.
    pub assoc: Vec<(Ident, Type, Option<Role>)>,
}

/// What goes where.
#[derive(Clone, Debug)]
pub enum Code {
    /// It is enough that the types are there.
    Exists(Vec<Type>),
    /// Two types are the same.
    Same(Type, Type, Option<Role>),
    /// A constant.
    Constant(Callee, Type),
    /// A function.
    Function(Box<Function>),
    /// A field of a struct.
    Field(Type, String, Type),
    /// A variant of an enum: the pattern binds `p0`, `p1`, .. of these types.
    Variant(Type, String, Vec<Type>),
}

/// A function: how it is called, and what it gives.
#[derive(Clone, Debug)]
pub struct Function {
    pub callee: Callee,
    pub is_unsafe: bool,
    pub inputs: Vec<Type>,
    /// Of the future, if it is awaited.
    pub output: Type,
    pub awaited: bool,
    /// What the output is there for.
    pub role: Option<Role>,
}

/// How a function is named.
#[derive(Clone, Debug)]
pub enum Callee {
    /// `::krate::name`
    Free { path: String, args: Vec<Ident> },
    /// `<Type>::name`, `<Type as Trait>::name`
    Member { on: Box<Type>, of: Option<Box<syn::Path>>, name: String, args: Vec<Ident> },
}

/// What a type is there for: of an iterator or stream only the items matter, so another one may stand for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Iterator,
    Stream,
}

impl Role {
    fn path(self) -> &'static str {
        match self {
            Role::Iterator => "::std::iter::Iterator",
            Role::Stream => "::futures_core::Stream",
        }
    }
}

/// How strictly a claim is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mode {
    /// Type parameters are inferred, and the stub's bounds are not asked. Otherwise they are parameters of the claim,
    /// with the bounds that the stub has and all that carry no type. It is for functions whose bounds the stub does
    /// not have in full.
    pub open: bool,
    /// Another iterator or stream may be there, if it has the same items.
    pub alike: bool,
}

/// What any type parameter can be thought to be: nothing of this leads to another type.
const GENEROUS: &str = "'static + Send + Sync + Unpin + Copy + Default + ::std::error::Error + ::std::hash::Hash + Ord \
                        + ::std::panic::UnwindSafe + ::std::panic::RefUnwindSafe";

impl Shape {
    /// Can it be meant less strictly?
    pub fn has_role(&self) -> bool {
        let of_hold = |hold: &Hold| hold.assoc.iter().any(|(.., role)| role.is_some());
        self.holds.iter().any(of_hold)
            || match &self.code {
                Code::Function(function) => function.role.is_some(),
                Code::Same(.., role) => role.is_some(),
                _ => false,
            }
    }

    /// The function in two lines: the signature of `shape`, and the rest.
    pub fn emit(&self, name: &str, mode: Mode) -> [String; 2] {
        let mut shape = self.clone();
        if mode.open {
            shape.point();
            shape.loosen();
        }
        let generous = if mode.open { "Sized" } else { GENEROUS };
        let (mut params, mut args) = (String::new(), String::new());
        for param in &shape.params {
            let (declared, arg) = match param {
                GenericParam::Const(param) => (param.to_token_stream().to_string(), param.ident.to_string()),
                GenericParam::Type(param) => (format!("{}: {generous}", param.ident), param.ident.to_string()),
                GenericParam::Lifetime(_) => continue,
            };
            let _ = write!(params, "{declared}, ");
            args += if mode.open { "_, " } else { &arg };
            args += if mode.open { "" } else { ", " };
        }
        let needs = if mode.open { String::new() } else { shape.needs.iter().map(comma).collect() };
        let outer = if mode.open { "" } else { params.as_str() };
        let mut inner = params.clone();
        for Open { name, bounds } in &shape.open {
            let _ = write!(inner, "{name}: {}, ", quote!(#(#bounds)+*));
            args += "_, ";
        }
        let mut holds = String::new();
        for (at, hold) in shape.holds.iter().enumerate() {
            let (ty, bounds) = (hold.ty.to_token_stream(), hold.bounds(mode));
            if mode.open && !shape.is_closed(&hold.ty) {
                let _ = write!(holds, "{ty}: {bounds}, ");
            } else {
                // With `T` itself in the clause, `T::Item` would go round in a circle.
                let _ = write!(inner, "__H{at}: ?Sized + {bounds}, ");
                let _ = write!(args, "{ty}, ");
            }
        }
        let (types, body) = shape.body(mode, &self.names(), &mut inner, &mut args);
        [
            format!(
                "fn {name}<{outer}>() where {needs} {{ fn shape<{inner}>() -> ({types}) where {needs} {holds} {{ loop {{}} }}"
            ),
            format!("let shape = shape::<{args}>; {body} }}"),
        ]
    }

    /// The types that `shape` gives, and what is done with them.
    fn body(&self, mode: Mode, names: &[String], inner: &mut String, args: &mut String) -> (String, String) {
        match &self.code {
            Code::Exists(types) => (types.iter().map(marker).collect(), "shape();".to_owned()),
            Code::Same(a, b, role) => {
                let body = match role.filter(|_| mode.alike) {
                    Some(role) => format!("let (a, b,) = shape(); {} alike(a, b);", alike(role)),
                    None => "let (mut a, b,) = shape(); a = b;".to_owned(),
                };
                (marker(a) + &marker(b), body)
            }
            Code::Constant(callee, ty) => {
                (comma(ty), format!("let (mut f,) = shape(); f = {};", callee.text(names, mode)))
            }
            Code::Function(function) => {
                let Function { callee, is_unsafe, inputs, output, awaited, role } = &**function;
                let (callee, arguments) = (callee.text(names, mode), inputs.len());
                let callee = if *awaited { format!("crate::__awaited::of_{arguments}({callee})") } else { callee };
                let inputs: String = inputs.iter().map(comma).collect();
                let pointer = format!("{}fn({inputs})", if *is_unsafe { "unsafe " } else { "" });
                match role.filter(|_| mode.alike) {
                    None => {
                        let output = output.to_token_stream();
                        (format!("{pointer} -> {output},"), format!("let (mut f,) = shape(); f = {callee};"))
                    }
                    Some(role) => {
                        *inner += "__R, ";
                        *args += "_, ";
                        let body = "let (mut f, out,) = shape(); f = ";
                        (
                            format!("{pointer} -> __R, {}", marker(output)),
                            format!(
                                "{body}{callee}; {} alike(out, crate::__awaited::output_{arguments}(f));",
                                alike(role)
                            ),
                        )
                    }
                }
            }
            Code::Field(ty, name, field) => {
                (reference(ty) + &reference(field), format!("let (x, mut f,) = shape(); f = &x.{name};"))
            }
            Code::Variant(ty, pattern, fields) => {
                let types = reference(ty) + &fields.iter().map(reference).collect::<String>();
                let bound: String = (0..fields.len()).map(|at| format!("mut f{at}, ")).collect();
                let body: String = (0..fields.len()).map(|at| format!("f{at} = p{at}; ")).collect();
                (types, format!("let (x, {bound}) = shape(); if let {pattern} = x {{ {body} }}"))
            }
        }
    }

    fn names(&self) -> Vec<String> {
        let name = |param: &GenericParam| match param {
            GenericParam::Type(param) => param.ident.to_string(),
            GenericParam::Const(param) => param.ident.to_string(),
            GenericParam::Lifetime(_) => String::new(),
        };
        let open = self.open.iter().map(|open| open.name.to_string());
        self.params.iter().map(name).chain(open).collect()
    }

    /// Is a type the same whatever the parameters are?
    fn is_closed(&self, ty: &Type) -> bool {
        let mut ty = ty.clone();
        let before = ty.clone();
        Infer { params: self.names() }.visit_type_mut(&mut ty);
        ty == before
    }

    /// A closure is a pointer to a function, so that what it takes and gives is asked although bounds are not.
    fn point(&mut self) {
        let mut pointers = Vec::new();
        for need in &self.needs {
            if let WherePredicate::Type(need) = need
                && let Type::Path(param) = &need.bounded_ty
                && let Some(name) = param.path.get_ident()
                && let Some(TypeParamBound::Trait(bound)) = need.bounds.first()
                && let Some(segment) = bound.path.segments.last()
                && let syn::PathArguments::Parenthesized(arguments) = &segment.arguments
                && segment.ident == "Fn"
            {
                let (inputs, output) = (&arguments.inputs, &arguments.output);
                pointers.push((name.clone(), parse_quote!(fn(#inputs) #output)));
            }
        }
        let is_pointer = |param: &GenericParam| matches!(param, GenericParam::Type(param) if pointers.iter().any(|(name, _)| *name == param.ident));
        self.params.retain(|param| !is_pointer(param));
        self.rewrite(&mut Point { pointers });
    }

    /// Without bounds there are no associated types: those are left open, too.
    fn loosen(&mut self) {
        let mut loosen = Loosen { params: self.names(), open: Vec::new() };
        self.rewrite(&mut loosen);
        self.open.extend(loosen.open);
    }

    /// Rewrites all types but the one on which a function is called.
    fn rewrite(&mut self, visitor: &mut impl VisitMut) {
        for hold in &mut self.holds {
            visitor.visit_type_mut(&mut hold.ty);
            hold.bounds.iter_mut().for_each(|bound| visitor.visit_type_param_bound_mut(bound));
            hold.assoc.iter_mut().for_each(|(_, ty, _)| visitor.visit_type_mut(ty));
        }
        let bounds = self.open.iter_mut().flat_map(|open| &mut open.bounds);
        bounds.for_each(|bound| visitor.visit_type_param_bound_mut(bound));
        let types: Vec<&mut Type> = match &mut self.code {
            Code::Exists(types) => types.iter_mut().collect(),
            Code::Same(a, b, _) | Code::Field(a, _, b) => vec![a, b],
            Code::Constant(_, ty) => vec![ty],
            Code::Function(function) => function.inputs.iter_mut().chain([&mut function.output]).collect(),
            Code::Variant(ty, _, fields) => fields.iter_mut().chain([ty]).collect(),
        };
        types.into_iter().for_each(|ty| visitor.visit_type_mut(ty));
    }
}

impl Callee {
    /// What stands in its place; `names` are all type parameters.
    fn text(&self, names: &[String], mode: Mode) -> String {
        let mut infer = Infer { params: if mode.open { names.to_vec() } else { Vec::new() } };
        let (Callee::Free { args, .. } | Callee::Member { args, .. }) = self;
        let mut args: Vec<Type> = args.iter().map(|name| parse_quote!(#name)).collect();
        args.iter_mut().for_each(|arg| infer.visit_type_mut(arg));
        let turbofish = if args.is_empty() { quote!() } else { quote!(::<#(#args),*>) };
        match self {
            Callee::Free { path, .. } => format!("{path}{turbofish}"),
            Callee::Member { on, of, name, .. } => {
                let (mut on, mut of) = (on.clone(), of.clone());
                if mode.open {
                    infer.visit_type_mut(&mut on);
                    of.iter_mut().for_each(|of| infer.visit_path_mut(of));
                }
                let of = of.map(|of| quote!(as #of));
                format!("<{} {}>::{name}{turbofish}", on.to_token_stream(), of.to_token_stream())
            }
        }
    }
}

impl Hold {
    /// `Iterator<Item = T>`
    fn bounds(&self, mode: Mode) -> String {
        let mut bounds = self.bounds.clone();
        let assoc = self.assoc.iter().map(|(name, ty, role)| match role.filter(|_| mode.alike) {
            None => quote!(#name = #ty),
            Some(role) => {
                let of: syn::Path = syn::parse_str(role.path()).expect("a path");
                quote!(#name: #of<Item = <#ty as #of>::Item>)
            }
        });
        if !self.assoc.is_empty()
            && let Some(TypeParamBound::Trait(bound)) = bounds.last_mut()
            && let Some(last) = bound.path.segments.last_mut()
        {
            let ident = &last.ident;
            *last = match &last.arguments {
                syn::PathArguments::AngleBracketed(arguments) => {
                    let arguments = &arguments.args;
                    parse_quote!(#ident<#arguments, #(#assoc),*>)
                }
                _ => parse_quote!(#ident<#(#assoc),*>),
            };
        }
        quote!(#(#bounds)+*).to_string()
    }
}

fn comma(node: &impl ToTokens) -> String {
    format!("{}, ", node.to_token_stream())
}

/// A value for any type, even for one that has no size.
fn marker(ty: &Type) -> String {
    format!("::std::marker::PhantomData<{}>, ", ty.to_token_stream())
}

fn reference(ty: &Type) -> String {
    format!("&'static {}, ", ty.to_token_stream())
}

/// A function that takes two iterators with the same items.
fn alike(role: Role) -> String {
    let path = role.path();
    format!(
        "fn alike<A: {path}, B: {path}<Item = A::Item>>(_: ::std::marker::PhantomData<A>, \
         _: ::std::marker::PhantomData<B>) {{}}"
    )
}
