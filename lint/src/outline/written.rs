//! From `syn`'s types, paths and generics to ours, which are owned and say only what matters here.

use syn::{
    FnArg, GenericArgument, GenericParam, Pat, PathArguments, ReceiverKind, ReturnType, Type, TypeParamBound,
    WherePredicate, punctuated::Punctuated,
};

use super::{Generics, Name, Path, Receiver, Segment, TypeRef};

/// An identifier, without `r#`.
pub(super) fn name(ident: &proc_macro2::Ident) -> Name {
    let text = ident.to_string();
    Name::new(text.strip_prefix("r#").unwrap_or(&text))
}

/// A type as written.
pub fn type_ref(ty: &Type) -> TypeRef {
    Writer::default().ty(ty)
}

/// A path as written.
pub fn path_ref(qself: Option<&syn::QSelf>, path: &syn::Path) -> Path {
    Writer::default().path(qself, path)
}

/// The bounds of an associated type or a trait.
pub(super) fn bounds<'a>(bounds: impl IntoIterator<Item = &'a TypeParamBound>) -> Vec<Path> {
    Writer::default().bounds(bounds)
}

/// The parameters of an item that is no function.
pub(super) fn generics(generics: &syn::Generics) -> Generics {
    Writer::default().generics(generics)
}

/// A signature, with each `impl Trait` argument turned into a parameter.
pub(super) struct Signature {
    pub generics: Generics,
    pub receiver: Option<Receiver>,
    /// The pattern and the type.
    pub params: Vec<(Pat, TypeRef)>,
    pub ret: TypeRef,
}

pub(super) fn signature(signature: syn::Signature) -> Signature {
    let mut generics = generics(&signature.generics);
    let mut receiver = None;
    let mut params = Vec::new();
    let mut writer = Writer { arguments: Some(Vec::new()) };
    for input in signature.inputs {
        match input {
            FnArg::Receiver(written) => receiver = Some(self::receiver(&written.kind)),
            FnArg::Typed(param) => {
                let ty = writer.ty(&param.ty);
                params.push((*param.pat, ty));
            }
        }
    }
    for (at, bounds) in writer.arguments.into_iter().flatten().enumerate() {
        let param = argument(at);
        generics.bounds.push((plain(param.clone()), bounds));
        generics.params.push(param);
    }
    Signature { generics, receiver, params, ret: Writer::default().output(&signature.output) }
}

fn receiver(kind: &ReceiverKind) -> Receiver {
    match kind {
        ReceiverKind::Value => Receiver::Value,
        ReceiverKind::Reference(_, _, mutable) => Receiver::Ref { mutable: mutable.is_some() },
        ReceiverKind::Typed(_, ty) => match type_ref(ty) {
            // `self: Self` and `self: &mut Self` are what they look like.
            ty if is_self(&ty) => Receiver::Value,
            TypeRef::Ref { mutable, to } if is_self(&to) => Receiver::Ref { mutable },
            ty => Receiver::Typed(ty),
        },
        _ => Receiver::Typed(TypeRef::Unknown),
    }
}

fn is_self(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::Path(path) if matches!(path.segments.as_slice(), [only] if only.name == "Self"))
}

/// The name of the parameter that stands for the n-th `impl Trait` argument.
fn argument(at: usize) -> Name {
    smol_str::format_smolstr!("impl#{at}")
}

/// A path of one segment as a type.
fn plain(name: Name) -> TypeRef {
    TypeRef::Path(Path { qself: None, global: false, segments: vec![segment(name)] })
}

fn segment(name: Name) -> Segment {
    Segment { name, args: Vec::new(), bindings: Vec::new() }
}

#[derive(Default)]
struct Writer {
    /// In argument position: the bounds of the `impl Trait`s met so far.
    arguments: Option<Vec<Vec<Path>>>,
}

impl Writer {
    fn ty(&mut self, ty: &Type) -> TypeRef {
        match ty {
            Type::Path(ty) => TypeRef::Path(self.path(ty.qself.as_ref(), &ty.path)),
            Type::Reference(ty) => TypeRef::Ref { mutable: ty.mutability.is_some(), to: Box::new(self.ty(&ty.elem)) },
            Type::Ptr(ty) => TypeRef::Ref {
                mutable: matches!(ty.mutability, syn::PointerMutability::Mut(_)),
                to: Box::new(self.ty(&ty.elem)),
            },
            Type::Tuple(ty) => TypeRef::Tuple(each(&ty.elems, |ty| self.ty(ty))),
            Type::Slice(ty) => TypeRef::Slice(Box::new(self.ty(&ty.elem))),
            Type::Array(ty) => TypeRef::Slice(Box::new(self.ty(&ty.elem))),
            Type::FnPtr(ty) => TypeRef::Fn {
                params: each(&ty.inputs, |param| self.ty(&param.ty)),
                ret: Box::new(self.output(&ty.output)),
            },
            Type::ImplTrait(ty) => {
                let bounds = self.bounds(&ty.bounds);
                match &mut self.arguments {
                    Some(arguments) => {
                        arguments.push(bounds);
                        plain(argument(arguments.len() - 1))
                    }
                    None => TypeRef::Impl(bounds),
                }
            }
            Type::TraitObject(ty) => TypeRef::Dyn(self.bounds(&ty.bounds)),
            Type::Paren(ty) => self.ty(&ty.elem),
            Type::Group(ty) => self.ty(&ty.elem),
            Type::Never(_) => TypeRef::Never,
            Type::Infer(_) => TypeRef::Infer,
            _ => TypeRef::Unknown,
        }
    }

    fn output(&mut self, output: &ReturnType) -> TypeRef {
        match output {
            ReturnType::Default => TypeRef::Tuple(Vec::new()),
            ReturnType::Type(_, ty) => self.ty(ty),
        }
    }

    fn path(&mut self, qself: Option<&syn::QSelf>, path: &syn::Path) -> Path {
        Path {
            qself: qself.map(|qself| (Box::new(self.ty(&qself.ty)), qself.position)),
            global: path.leading_colon.is_some(),
            segments: each(&path.segments, |segment| self.segment(segment)),
        }
    }

    fn segment(&mut self, written: &syn::PathSegment) -> Segment {
        let mut segment = segment(name(&written.ident));
        match &written.arguments {
            PathArguments::None => {}
            PathArguments::AngleBracketed(arguments) => {
                segment.args.reserve_exact(arguments.args.len());
                for argument in &arguments.args {
                    match argument {
                        GenericArgument::Type(ty) => segment.args.push(self.ty(ty)),
                        GenericArgument::AssocType(binding) => {
                            segment.bindings.reserve_exact(1);
                            segment.bindings.push((name(&binding.ident), self.ty(&binding.ty)));
                        }
                        GenericArgument::Constraint(constraint) => {
                            let bounds = self.bounds(&constraint.bounds);
                            segment.bindings.push((name(&constraint.ident), TypeRef::Impl(bounds)));
                        }
                        _ => {}
                    }
                }
            }
            PathArguments::Parenthesized(arguments) => {
                segment.args = vec![TypeRef::Tuple(each(&arguments.inputs, |param| self.ty(&param.ty)))];
                segment.bindings = vec![(Name::new_static("Output"), self.output(&arguments.output))];
            }
        }
        segment
    }

    fn bounds<'a>(&mut self, bounds: impl IntoIterator<Item = &'a TypeParamBound>) -> Vec<Path> {
        let mut paths = Vec::new();
        for bound in bounds {
            if let TypeParamBound::Trait(bound) = bound
                && bound.maybe.is_none()
            {
                paths.reserve_exact(1);
                paths.push(self.path(None, &bound.path));
            }
        }
        paths
    }

    fn generics(&mut self, written: &syn::Generics) -> Generics {
        let mut generics = Generics::default();
        for param in &written.params {
            let GenericParam::Type(param) = param else { continue };
            let name = name(&param.ident);
            self.bound(&mut generics, plain(name.clone()), &param.bounds);
            generics.params.push(name);
        }
        for predicate in written.where_clause.iter().flat_map(|clause| &clause.predicates) {
            if let WherePredicate::Type(predicate) = predicate {
                let ty = self.ty(&predicate.bounded_ty);
                self.bound(&mut generics, ty, &predicate.bounds);
            }
        }
        generics
    }

    fn bound<'a>(
        &mut self,
        generics: &mut Generics,
        ty: TypeRef,
        bounds: impl IntoIterator<Item = &'a TypeParamBound>,
    ) {
        let bounds = self.bounds(bounds);
        if !bounds.is_empty() {
            generics.bounds.push((ty, bounds));
        }
    }
}

/// Maps a list to one of exactly that length: there are very many of these, and most are of one.
pub(super) fn each<T, P, U>(list: &Punctuated<T, P>, map: impl FnMut(&T) -> U) -> Vec<U> {
    let mut mapped = Vec::with_capacity(list.len());
    mapped.extend(list.iter().map(map));
    mapped
}

/// The name that a pattern binds, if it is nothing but a name.
pub(super) fn plain_name(pat: &Pat) -> Option<&proc_macro2::Ident> {
    match pat {
        Pat::Ident(pat) if pat.subpat.is_none() => Some(&pat.ident),
        _ => None,
    }
}
