//! Calls: which function it is, and what its types say about its arguments and result.

use std::rc::Rc;

use syn::{Expr, punctuated::Punctuated};

use super::{Lower, Value, expr::name_of, path::Target};
use crate::{
    flow::graph::{self, Call, Callee, Intrinsic, Operand, Place, Rvalue, Shape, Step},
    index::{FunId, Name, Owner, Receiver, TypeRef},
    source::Span,
    types::{Bound, Method, Signature, Ty},
};

type Args = Punctuated<Expr, syn::Token![,]>;

/// How many wrappers are looked into: a pool of connections with a timeout and retries is three.
const WRAPPERS: usize = 3;

impl Lower<'_> {
    /// Emits a call; its value lands in a temporary.
    pub(super) fn emit_call(&mut self, callee: Callee, args: Vec<Operand>, ty: Ty, span: Span) -> Value {
        self.emit_call_on(None, callee, args, ty, span)
    }

    fn emit_call_on(
        &mut self,
        receiver: Option<graph::Receiver>,
        callee: Callee,
        args: Vec<Operand>,
        ty: Ty,
        span: Span,
    ) -> Value {
        self.temp_value(
            Rvalue::Call(Call { callee, args, shape: Shape::Plain, matters: true, receiver, span }),
            ty,
            span,
        )
    }

    pub(super) fn call(&mut self, e: &syn::ExprCall, want: &Ty, span: Span) -> Value {
        let Expr::Path(path) = strip(&e.func) else {
            let (callee, ty) = self.value(&e.func, &Ty::Unknown);
            return self.call_value(callee, &ty, &e.args, span);
        };
        let target = self.target(path);
        if self.stub
            && matches!(target, Target::Unknown)
            && let Some(intrinsic) = path.path.get_ident().and_then(|i| Intrinsic::named(&i.to_string()))
        {
            return self.intrinsic(intrinsic, &e.args, want, span);
        }
        match target {
            Target::Variable(place, ty) => self.call_value(Operand::Place(place), &ty, &e.args, span),
            Target::Fun(method) => {
                if let (Some(only), true) = (e.args.first(), self.is_conversion(&method) && e.args.len() == 1) {
                    let (operand, ty) = self.value(only, &Ty::Unknown);
                    if self.is_same_adt(&method.self_ty, &ty) {
                        return (operand, ty);
                    }
                    let name = self.lookup.index[method.fun].name.clone();
                    let this = method.self_ty.clone();
                    let fitting = self.lookup.taking(&this, &name, &ty, &mut self.infer, &self.env);
                    let method = fitting.unwrap_or(method);
                    let signature = self.lookup.signature(&method, &[], &mut self.infer);
                    self.hint(&signature.ret, want);
                    if let [param] = &signature.params[..] {
                        self.coerce(param, &ty);
                    }
                    return self.finish_call(&method, vec![operand], signature, span);
                }
                let explicit = self.turbofish(path.path.segments.last().map(|s| &s.arguments));
                let signature = self.lookup.signature(&method, &explicit, &mut self.infer);
                self.hint(&signature.ret, want);
                let receiver = self.lookup.index[method.fun].receiver.clone();
                let mut wants = signature.params.clone();
                if let Some(receiver) = receiver {
                    let this = method.self_ty.clone();
                    wants.insert(
                        0,
                        match receiver {
                            Receiver::Ref { mutable } => Ty::Ref(mutable, Rc::new(this)),
                            _ => this,
                        },
                    );
                }
                let args = self.arguments(&e.args, &wants, &signature);
                self.finish_call(&method, args, signature, span)
            }
            Target::Ctor(id, n, ty) => {
                let adt = &self.lookup.index[id];
                let variant = adt.is_enum.then(|| adt.variants[n as usize].name.clone());
                let names: Vec<Name> = (0..e.args.len()).map(|n| n.to_string().into()).collect();
                self.hint(&ty, want);
                let wants = self.fields_of(&ty, n as usize, &names);
                let mut fields = Vec::new();
                for ((name, arg), want) in
                    names.into_iter().zip(&e.args).zip(wants.iter().chain(std::iter::repeat(&Ty::Unknown)))
                {
                    fields.push((name, self.item(arg, want)));
                }
                self.temp_value(Rvalue::Aggregate { adt: Some(id), variant, fields }, ty, span)
            }
            Target::Const(_) | Target::Unknown => {
                let args = e.args.iter().map(|arg| self.value(arg, &Ty::Unknown).0).collect();
                self.emit_call(Callee::Unknown, args, Ty::Unknown, span)
            }
        }
    }

    /// `T::from(x)` and `T::try_from(x)`: a type has as many of them as it has sources.
    fn is_conversion(&self, method: &Method) -> bool {
        let fun = &self.lookup.index[method.fun];
        matches!(fun.name.as_str(), "from" | "try_from") && fun.receiver.is_none()
    }

    /// Is one converted into itself?
    fn is_same_adt(&self, a: &Ty, b: &Ty) -> bool {
        matches!((self.infer.shallow(a), self.infer.shallow(b)), (Ty::Adt(a, _), Ty::Adt(b, _)) if a == b)
    }

    /// What is expected of a result helps to type what goes in, but must not hide what comes out.
    fn hint(&mut self, ret: &Ty, want: &Ty) {
        let (ret, want) = (self.infer.shallow(ret), self.infer.shallow(want));
        if !matches!(want, Ty::Unknown | Ty::Never | Ty::Opaque(_)) && !matches!(ret, Ty::Assoc(..)) {
            self.infer.attempt(|infer| infer.unify(&ret, &want).then_some(()));
        }
    }

    /// Calls a closure or function held in a variable or field.
    fn call_value(&mut self, callee: Operand, ty: &Ty, args: &Args, span: Span) -> Value {
        let mut ty = self.infer.shallow(ty.peel());
        // `Arc<dyn Fn(A) -> B>`
        while let (Ty::Adt(..), Some(inner)) = (&ty, self.lookup.deref(&ty, &mut self.infer, &self.env)) {
            ty = inner;
        }
        let env = self.env.clone();
        let (wants, ret) = match self.wanted_fn(&ty, &env.bounds) {
            Ty::FnPtr(params, ret) => (params.to_vec(), (*ret).clone()),
            _ => (Vec::new(), Ty::Unknown),
        };
        let wants = wants.iter().chain(std::iter::repeat(&Ty::Unknown));
        let args = args.iter().zip(wants).map(|(arg, want)| self.item(arg, want)).collect();
        let ret = self.lookup.normalise(&ret, &mut self.infer, &self.env);
        self.emit_call(Callee::Value(callee), args, ret, span)
    }

    fn intrinsic(&mut self, intrinsic: Intrinsic, args: &Args, want: &Ty, span: Span) -> Value {
        let args: Vec<Operand> = args
            .iter()
            .map(|arg| {
                // An intrinsic acts on what is in a variable; only a moved-out value is taken along.
                let (place, _) = self.place(arg);
                match intrinsic {
                    Intrinsic::StatusIn | Intrinsic::Status | Intrinsic::Says => Operand::Place(place),
                    _ => Operand::Ref { place, mutable: true },
                }
            })
            .collect();
        let ty = match intrinsic {
            Intrinsic::Respond => self.frame().ret_ty.clone(),
            Intrinsic::Any => want.clone(),
            Intrinsic::StatusIn | Intrinsic::Reads | Intrinsic::Says => Ty::prim("bool"),
            _ => self.infer.fresh(),
        };
        self.emit_call(Callee::Intrinsic(intrinsic), args, ty, span)
    }

    fn turbofish(&mut self, arguments: Option<&syn::PathArguments>) -> Vec<Ty> {
        let Some(syn::PathArguments::AngleBracketed(args)) = arguments else { return Vec::new() };
        self.explicit(args)
    }

    fn explicit(&mut self, args: &syn::AngleBracketedGenericArguments) -> Vec<Ty> {
        args.args
            .iter()
            .filter_map(|arg| match arg {
                syn::GenericArgument::Type(ty) => Some(self.written(ty)),
                _ => None,
            })
            .collect()
    }

    /// The arguments of a call. Closures come last, when the types of the others are known.
    fn arguments(&mut self, args: &Args, wants: &[Ty], signature: &Signature) -> Vec<Operand> {
        let mut operands: Vec<Option<Operand>> = args.iter().map(|_| None).collect();
        for closures in [false, true] {
            if closures {
                self.settle(&signature.bounds);
            }
            for (n, arg) in args.iter().enumerate() {
                if Self::is_closure(arg) != closures {
                    continue;
                }
                let want = wants.get(n).cloned().unwrap_or(Ty::Unknown);
                let hint = match self.wanted_fn(&want, &signature.bounds) {
                    Ty::Unknown => want.clone(),
                    known => known,
                };
                let (operand, ty) = self.value(arg, &hint);
                self.coerce(&want, &ty);
                if let (Ty::FnPtr(..), Ty::FnPtr(..)) = (&hint, &self.infer.shallow(&ty)) {
                    self.infer.unify(&hint, &ty);
                }
                operands[n] = Some(operand);
            }
        }
        self.settle(&signature.bounds);
        operands.into_iter().flatten().collect()
    }

    /// Uses what is required of type parameters (`Fut: Future<Output = T>`) to learn what they are.
    fn settle(&mut self, bounds: &[(Ty, Bound)]) {
        for _ in 0..2 {
            for (ty, bound) in bounds {
                let ty = self.lookup.normalise(ty, &mut self.infer, &self.env);
                if let (Some(tr), false) = (bound.tr, bound.args.is_empty())
                    && let Some(found) = self.lookup.trait_args(&ty, tr, &mut self.infer, &self.env)
                {
                    for (expected, found) in bound.args.iter().zip(found) {
                        let expected = self.lookup.normalise(expected, &mut self.infer, &self.env);
                        self.infer.unify(&expected, &found);
                    }
                }
                for (name, expected) in &bound.assoc {
                    if let Some(found) = self.lookup.project(&ty, bound.tr, name, &mut self.infer, &self.env, 6) {
                        let found = self.lookup.normalise(&found, &mut self.infer, &self.env);
                        self.infer.unify(expected, &found);
                    }
                }
            }
        }
    }

    pub(super) fn finish_call(
        &mut self,
        method: &Method,
        args: Vec<Operand>,
        signature: Signature,
        span: Span,
    ) -> Value {
        let ret = self.lookup.normalise(&signature.ret, &mut self.infer, &self.env);
        let item = &self.lookup.index[method.fun];
        let receiver = item.receiver.as_ref().and_then(|_| self.receiver(&method.self_ty, WRAPPERS));
        if !matches!(item.owner, Owner::Trait(_)) {
            // What it wraps may have impls of its own that it calls.
            let wrapper = receiver.filter(|receiver| !receiver.fields.is_empty());
            return self.emit_call_on(wrapper, Callee::Fun(method.fun), args, ret, span);
        }
        // The trait's own body calls other methods of the trait, so it has to know whom it works for.
        let callee = if method.open { self.open_method(method.fun) } else { Callee::Fun(method.fun) };
        self.emit_call_on(receiver, callee, args, ret, span)
    }

    /// What is known of a receiver by its type; wrappers in wrappers so many deep.
    fn receiver(&mut self, ty: &Ty, depth: usize) -> Option<graph::Receiver> {
        let ty = self.infer.shallow(ty);
        let Ty::Adt(id, args) = ty.peel() else { return None };
        let adt = &self.lookup.index[*id];
        let mut fields = Vec::new();
        if depth > 0 && !adt.is_enum && args.len() == adt.generics.params.len() {
            for (name, ty) in adt.variants.iter().flat_map(|variant| &variant.fields) {
                let wrapped = adt.generics.params.iter().position(|param| ty.is_param(param));
                let inner = wrapped.and_then(|n| self.receiver(&args[n], depth - 1));
                fields.extend(inner.map(|inner| (name.clone(), inner)));
            }
            fields.sort_by(|(a, _), (b, _)| a.cmp(b));
        }
        Some(graph::Receiver { adt: *id, fields })
    }

    /// A trait's method on something of which only the trait is known.
    fn open_method(&self, fun: FunId) -> Callee {
        let item = &self.lookup.index[fun];
        if self.lookup.index[item.krate].stub.is_some() {
            return Callee::Method { fun, others: vec![fun] };
        }
        let mut others: Vec<FunId> = self.lookup.implementations(fun);
        if item.body.is_some() {
            others.push(fun);
        }
        if others.is_empty() {
            // A trait that nobody implements here: known by its signature.
            others.push(fun);
        }
        Callee::Method { fun, others }
    }

    /// A place with so many dereferences written out: nothing for a reference, a call for everything else.
    pub(super) fn dereferenced(&mut self, mut place: Place, mut ty: Ty, steps: usize) -> (Place, Ty) {
        for _ in 0..steps {
            let Some(target) = self.lookup.deref(&ty, &mut self.infer, &self.env) else { break };
            let deref = self.lookup.method_on(&ty, &"deref".into(), &mut self.infer, &self.env);
            match (&ty, deref) {
                (Ty::Adt(..), Some(method)) => {
                    let span = self.frame().body.locals[0].span;
                    let args = vec![Operand::Ref { place, mutable: true }];
                    let ty = Ty::Ref(true, Rc::new(target.clone()));
                    let (operand, ty) = self.emit_call(Callee::Fun(method.fun), args, ty, span);
                    place = self.place_of((operand, ty), span).0.then(Step::Deref);
                }
                _ => place = place.then(Step::Deref),
            }
            ty = target;
        }
        (place, ty)
    }

    pub(super) fn method_call(&mut self, e: &syn::ExprMethodCall, want: &Ty) -> Value {
        let (place, ty) = self.place(&e.receiver);
        let ty = self.lookup.normalise(&ty, &mut self.infer, &self.env);
        let name = name_of(&e.method);
        let span = self.span(e.method.span()).to(self.span(e.paren_token.span.close()));
        // A field that holds a closure is called as `(self.f)(..)`, so this is always a method.
        let method = self.lookup.method(&ty, &name, &mut self.infer, &self.env);
        let Some((method, steps)) = method else {
            let args = e.args.iter().map(|arg| self.value(arg, &Ty::Unknown).0);
            let args: Vec<Operand> = std::iter::once(Operand::Ref { place, mutable: true }).chain(args).collect();
            return self.emit_call(Callee::Unknown, args, Ty::Unknown, span);
        };
        let (place, ty) = self.dereferenced(place, ty, steps);
        if self.lookup.is_into(method.fun) && self.is_same_adt(want, &ty) {
            return (Operand::Place(place), ty);
        }
        // `x.into()` where the target is known is `Target::from(x)`.
        if self.lookup.is_into(method.fun)
            && let Some(from) = self.lookup.taking(want, &"from".into(), &ty, &mut self.infer, &self.env)
        {
            let signature = self.lookup.signature(&from, &[], &mut self.infer);
            return self.finish_call(&from, vec![Operand::Place(place)], signature, span);
        }
        let explicit = e.turbofish.as_ref().map_or(Vec::new(), |args| self.explicit(args));
        let signature = self.lookup.signature(&method, &explicit, &mut self.infer);
        self.hint(&signature.ret, want);
        let receiver = match &self.lookup.index[method.fun].receiver {
            Some(Receiver::Ref { mutable }) => Operand::Ref { place, mutable: *mutable },
            // `self: Pin<&mut Self>`
            Some(Receiver::Typed(ty)) if borrows(ty) => Operand::Ref { place, mutable: true },
            _ => Operand::Place(place),
        };
        let wants = signature.params.clone();
        let mut args = self.arguments(&e.args, &wants, &signature);
        args.insert(0, receiver);
        self.finish_call(&method, args, signature, span)
    }
}

/// Is there a reference in the type of a receiver?
fn borrows(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Ref { .. } => true,
        TypeRef::Path(path) => path.segments.iter().flat_map(|segment| &segment.args).any(borrows),
        _ => false,
    }
}

/// Without parentheses.
fn strip(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(e) => strip(&e.expr),
        Expr::Group(e) => strip(&e.expr),
        other => other,
    }
}
