//! Expressions and statements.

use std::rc::Rc;

use syn::Expr;

use super::{Lower, Value};
use crate::{
    flow::graph::{Const, Exit, ExitKind, Operand, Place, Rvalue, Step, Stmt, Term},
    index::{AdtId, Name, Owner},
    source::Span,
    types::{Scope, Subst, Ty},
};

impl Lower<'_> {
    /// The value of an expression, with the type that is expected of it as a hint.
    pub(super) fn value(&mut self, expr: &Expr, want: &Ty) -> Value {
        let span = self.expr_span(expr);
        let value = self.value_at(expr, want, span);
        if let Some(seen) = &mut self.seen {
            seen.insert(span, value.1.clone());
        }
        value
    }

    fn value_at(&mut self, expr: &Expr, want: &Ty, span: Span) -> Value {
        match expr {
            Expr::Paren(e) => self.value(&e.expr, want),
            Expr::Group(e) => self.value(&e.expr, want),
            Expr::Path(e) => self.path_value(e, span),
            Expr::Field(_) | Expr::Index(_) => {
                let (place, ty) = self.place(expr);
                (Operand::Place(place), ty)
            }
            Expr::Unary(e) => match e.op {
                syn::UnOp::Deref(_) => {
                    let (place, ty) = self.place(expr);
                    (Operand::Place(place), ty)
                }
                syn::UnOp::Not(_) => {
                    let (operand, ty) = self.value(&e.expr, want);
                    self.temp_value(Rvalue::Not(operand), ty, span)
                }
                _ => {
                    let (operand, ty) = self.value(&e.expr, want);
                    self.temp_value(Rvalue::Unknown(vec![operand]), ty, span)
                }
            },
            Expr::Lit(e) => literal(&e.lit),
            Expr::Reference(e) => {
                let (place, ty) = self.place(&e.expr);
                let mutable = e.mutability.is_some();
                (Operand::Ref { place, mutable }, Ty::Ref(mutable, Rc::new(ty)))
            }
            Expr::RawAddr(e) => {
                let (place, ty) = self.place(&e.expr);
                (Operand::Ref { place, mutable: true }, Ty::Ref(true, Rc::new(ty)))
            }
            Expr::Tuple(e) => self.tuple(e, want, span),
            Expr::Array(e) => {
                let item = match self.infer.shallow(want) {
                    Ty::Slice(item) => (*item).clone(),
                    _ => self.infer.fresh(),
                };
                let items = e.elems.iter().map(|e| self.item(e, &item)).collect();
                self.temp_value(Rvalue::Collection(self.lookup.vec(), items), Ty::Slice(Rc::new(item)), span)
            }
            Expr::Repeat(e) => {
                let (operand, ty) = self.value(&e.expr, &Ty::Unknown);
                self.temp_value(Rvalue::Collection(self.lookup.vec(), vec![operand]), Ty::Slice(Rc::new(ty)), span)
            }
            Expr::Struct(e) => self.struct_literal(e, span),
            Expr::Call(e) => self.call(e, want, span),
            Expr::MethodCall(e) => self.method_call(e, want),
            Expr::Macro(e) => self.macro_call(&e.mac, want),
            Expr::Await(e) => {
                let (operand, ty) = self.value(&e.base, &Ty::Unknown);
                self.await_value(operand, ty, self.span(e.await_token.span))
            }
            Expr::Try(e) => self.question(e, want),
            Expr::Closure(e) => self.closure(e, want, span),
            Expr::Async(e) => self.async_block(&e.block, e.capture.is_some(), span),
            Expr::Block(e) => match &e.label {
                Some(label) => self.labelled_block(&e.block, &label.name, want),
                None => self.block(&e.block, want),
            },
            Expr::Unsafe(e) => self.block(&e.block, want),
            Expr::Const(e) => self.block(&e.block, want),
            Expr::If(e) => self.if_(e, want, span),
            Expr::Match(e) => self.match_(e, want, span),
            Expr::Loop(e) => self.loop_(e, want, span),
            Expr::While(e) => self.while_(e, span),
            Expr::ForLoop(e) => self.for_(e),
            Expr::Return(e) => self.return_(e.expr.as_deref(), self.span(e.return_token.span)),
            Expr::Break(e) => self.break_(e, span),
            Expr::Continue(e) => self.continue_(e, span),
            Expr::Assign(e) => self.assignment(e, span),
            Expr::Binary(e) => self.binary(e, span),
            Expr::Let(_) => self.bool_of(expr),
            Expr::Cast(e) => {
                let (operand, _) = self.value(&e.expr, &Ty::Unknown);
                let ty = self.written(&e.ty);
                (operand, ty)
            }
            Expr::Range(e) => {
                let ends = [&e.start, &e.end].into_iter().flatten();
                let ends = ends.map(|e| self.value(e, &Ty::Unknown).0).collect();
                self.temp_value(Rvalue::Unknown(ends), Ty::Unknown, span)
            }
            Expr::TryBlock(e) => {
                // `?` inside ends the block only; taking it for a closure that is called at once says just that.
                let ret = self.infer.fresh();
                self.called_at_once(&e.block, ret, span)
            }
            Expr::Yield(e) => {
                let given = e.expr.iter().map(|e| self.value(e, &Ty::Unknown).0).collect();
                self.temp_value(Rvalue::Unknown(given), Ty::Unknown, span)
            }
            _ => (Operand::Const(Const::Unknown), Ty::Unknown),
        }
    }

    /// An element, argument or field: unified with what is expected of it.
    pub(super) fn item(&mut self, expr: &Expr, want: &Ty) -> Operand {
        let (operand, ty) = self.value(expr, want);
        self.coerce(want, &ty);
        operand
    }

    /// Unifies where the compiler would also take a reference off or a pointer apart.
    pub(super) fn coerce(&mut self, want: &Ty, ty: &Ty) {
        let both = (self.infer.shallow(want), self.infer.shallow(ty));
        match &both {
            (Ty::Ref(_, want), Ty::Ref(_, ty)) => {
                let (mut want, mut ty) = (self.infer.shallow(want), self.infer.shallow(ty));
                while let (Ty::Ref(_, inner), false) = (&ty, matches!(want, Ty::Ref(..) | Ty::Var(_))) {
                    ty = self.infer.shallow(&inner.clone());
                }
                while let (Ty::Ref(_, inner), false) = (&want, matches!(ty, Ty::Ref(..) | Ty::Var(_))) {
                    want = self.infer.shallow(&inner.clone());
                }
                self.infer.unify(&want, &ty);
            }
            (want, ty) => {
                self.infer.unify(want, ty);
            }
        }
    }

    /// The place that an expression names; a value gets a temporary.
    pub(super) fn place(&mut self, expr: &Expr) -> (Place, Ty) {
        let span = self.expr_span(expr);
        match expr {
            Expr::Paren(e) => self.place(&e.expr),
            Expr::Group(e) => self.place(&e.expr),
            Expr::Field(e) => {
                let (place, ty) = self.place(&e.base);
                let name: Name = match &e.member {
                    syn::Member::Named(ident) => name_of(ident),
                    syn::Member::Unnamed(index) => index.index.to_string().into(),
                };
                let (field, steps) = self.field_of(&ty, &name);
                let (place, _) = self.dereferenced(place, self.infer.shallow(&ty), steps);
                (place.then(Step::Field(name)), field)
            }
            Expr::Unary(e) if matches!(e.op, syn::UnOp::Deref(_)) => {
                let (place, ty) = self.place(&e.expr);
                let ty = self.infer.shallow(&ty);
                match self.lookup.deref(&ty, &mut self.infer, &self.env) {
                    Some(_) => self.dereferenced(place, ty, 1),
                    None => (place.then(Step::Deref), Ty::Unknown),
                }
            }
            Expr::Index(e) => {
                let (place, ty) = self.place(&e.expr);
                let (index, _) = self.value(&e.index, &Ty::Unknown);
                if let Some(found) = self.element(&place, &ty) {
                    return found;
                }
                let item = self.indexed(&ty);
                let looked = Operand::Ref { place, mutable: false };
                (self.temp(Rvalue::Unknown(vec![looked, index]), item.clone(), span).into(), item)
            }
            _ => {
                let value = self.value(expr, &Ty::Unknown);
                self.place_of(value, span)
            }
        }
    }

    /// The element that stands for all of a collection.
    fn element(&mut self, place: &Place, ty: &Ty) -> Option<(Place, Ty)> {
        let mut ty = self.infer.shallow(ty);
        for _ in 0..6 {
            let item = match &ty {
                Ty::Slice(item) => Some((**item).clone()),
                Ty::Adt(id, args) if self.lookup.is_collection(*id) => args.last().cloned(),
                _ => None,
            };
            if let Some(item) = item {
                // A field's step follows references by itself.
                return Some((place.clone().then(Step::Field("item".into())).then(Step::Field("0".into())), item));
            }
            match &ty {
                Ty::Ref(_, to) => ty = self.infer.shallow(&to.clone()),
                _ => return None,
            }
        }
        None
    }

    fn indexed(&mut self, ty: &Ty) -> Ty {
        let mut ty = self.infer.shallow(ty);
        for _ in 0..6 {
            if let Ty::Slice(item) = &ty {
                return (**item).clone();
            }
            let item = match &ty {
                // `Vec<T>` and `HashMap<K, V>`: the last argument is what an index gives.
                Ty::Adt(_, args) if !args.is_empty() => return args[args.len() - 1].clone(),
                _ => self.lookup.deref(&ty, &mut self.infer, &self.env),
            };
            match item {
                Some(inner) => ty = inner,
                None => break,
            }
        }
        Ty::Unknown
    }

    /// The type of a field, through references and smart pointers.
    pub(super) fn field_ty(&mut self, ty: &Ty, name: &Name) -> Ty {
        self.field_of(ty, name).0
    }

    /// The same, and how often the value is dereferenced for it.
    fn field_of(&mut self, ty: &Ty, name: &Name) -> (Ty, usize) {
        let mut ty = self.infer.shallow(ty);
        for steps in 0..8 {
            match &ty {
                Ty::Tuple(parts) => {
                    let part = name.parse::<usize>().ok().and_then(|n| parts.get(n).cloned());
                    return (part.unwrap_or(Ty::Unknown), steps);
                }
                Ty::Adt(id, args) => {
                    if let Some(field) = self.adt_field(*id, args, None, name) {
                        return (field, steps);
                    }
                }
                _ => {}
            }
            match self.lookup.deref(&ty, &mut self.infer, &self.env) {
                Some(inner) => ty = inner,
                None => break,
            }
        }
        (Ty::Unknown, 0)
    }

    /// The type of a field of a variant, or of the first variant that has it.
    pub(super) fn adt_field(&mut self, id: AdtId, args: &[Ty], variant: Option<usize>, name: &Name) -> Option<Ty> {
        let adt = &self.lookup.index[id];
        let mut variants = adt.variants.iter().enumerate().filter(|(n, _)| variant.is_none_or(|v| v == *n));
        let (_, field) = variants.find_map(|(_, v)| v.fields.iter().find(|(n, _)| n == name))?;
        let generics: Subst = adt.generics.params.iter().cloned().zip(args.iter().cloned()).collect();
        let self_ty = Some(Ty::Adt(id, args.into()));
        let scope = Scope { module: adt.module, generics, self_ty, owner: Owner::Free };
        let ty = self.lookup.ty(field, &scope);
        Some(self.lookup.normalise(&ty, &mut self.infer, &self.env))
    }

    fn tuple(&mut self, e: &syn::ExprTuple, want: &Ty, span: Span) -> Value {
        let wants: Vec<Ty> = match self.infer.shallow(want) {
            Ty::Tuple(parts) if parts.len() == e.elems.len() => parts.to_vec(),
            _ => e.elems.iter().map(|_| Ty::Unknown).collect(),
        };
        let mut fields = Vec::new();
        let mut types = Vec::new();
        for (n, (e, want)) in e.elems.iter().zip(&wants).enumerate() {
            let (operand, ty) = self.value(e, want);
            fields.push((n.to_string().into(), operand));
            types.push(ty);
        }
        if fields.is_empty() {
            return (Operand::Const(Const::Unit), Ty::unit());
        }
        self.temp_value(Rvalue::Aggregate { adt: None, variant: None, fields }, Ty::Tuple(types.into()), span)
    }

    fn struct_literal(&mut self, e: &syn::ExprStruct, span: Span) -> Value {
        let (ty, variant) = self.struct_path(&e.path);
        let mut fields = Vec::new();
        for field in &e.fields {
            let name: Name = match &field.member {
                syn::Member::Named(ident) => name_of(ident),
                syn::Member::Unnamed(index) => index.index.to_string().into(),
            };
            let want = match &ty {
                Ty::Adt(id, args) => self.adt_field(*id, &args.clone(), variant, &name).unwrap_or(Ty::Unknown),
                _ => Ty::Unknown,
            };
            fields.push((name, self.item(&field.expr, &want)));
        }
        if let Some(rest) = &e.rest {
            let (place, _) = self.place(rest);
            if let Ty::Adt(id, _) = &ty {
                let adt = &self.lookup.index[*id];
                let names = adt.variants.iter().flat_map(|v| &v.fields).map(|(n, _)| n);
                let left: Vec<Name> = names.filter(|n| fields.iter().all(|(f, _)| f != *n)).cloned().collect();
                for name in left {
                    fields.push((name.clone(), Operand::Place(place.clone().then(Step::Field(name)))));
                }
            }
        }
        let variant = match (&ty, variant) {
            (Ty::Adt(id, _), Some(n)) if self.lookup.index[*id].is_enum => {
                Some(self.lookup.index[*id].variants[n].name.clone())
            }
            (Ty::Unknown, _) => e.path.segments.last().map(|s| name_of(&s.ident)),
            _ => None,
        };
        let adt = match &ty {
            Ty::Adt(id, _) => Some(*id),
            _ => None,
        };
        self.temp_value(Rvalue::Aggregate { adt, variant, fields }, ty, span)
    }

    fn assignment(&mut self, e: &syn::ExprAssign, span: Span) -> Value {
        let unit = (Operand::Const(Const::Unit), Ty::unit());
        if let Expr::Infer(_) = &*e.left {
            let value = self.value(&e.right, &Ty::Unknown);
            if !matches!(value.0, Operand::Place(_)) {
                self.place_of(value, span);
            }
            return unit;
        }
        if let Expr::Tuple(_) | Expr::Struct(_) | Expr::Call(_) | Expr::Array(_) = &*e.left {
            // A destructuring assignment: what is taken out is no longer followed.
            let (operand, _) = self.value(&e.right, &Ty::Unknown);
            self.temp(Rvalue::Unknown(vec![operand]), Ty::Unknown, span);
            return unit;
        }
        if let Expr::Index(left) = &*e.left {
            // Which element that is, and what was there before, is not known.
            self.place(&left.expr);
            self.value(&left.index, &Ty::Unknown);
            let (operand, _) = self.value(&e.right, &Ty::Unknown);
            self.temp(Rvalue::Unknown(vec![operand]), Ty::Unknown, span);
            return unit;
        }
        let declared = match &*e.left {
            Expr::Path(path) => self.declared(path),
            _ => None,
        };
        let want = declared.map_or(Ty::Unknown, |local| self.ty_of(local));
        let (operand, ty) = self.value(&e.right, &want);
        let new = self.local(None, ty.clone(), span);
        self.assign(new, Rvalue::Use(operand), span);
        let (place, old) = self.place(&e.left);
        self.infer.unify(&old, &ty);
        self.push(Stmt::Drop(place.clone(), Exit { kind: ExitKind::Overwritten, span }));
        self.assign(place, Rvalue::Use(Operand::Place(new.into())), span);
        unit
    }

    fn binary(&mut self, e: &syn::ExprBinary, span: Span) -> Value {
        use syn::BinOp;
        match e.op {
            BinOp::And(_) | BinOp::Or(_) => self.bool_of(&Expr::Binary(e.clone())),
            BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Gt(_) => {
                let (left, left_ty) = self.place(&e.left);
                let (right, right_ty) = self.place(&e.right);
                self.coerce(&left_ty, &right_ty);
                let look = |place| Operand::Ref { place, mutable: false };
                let equal = Rvalue::Eq(look(left.clone()), look(right.clone()));
                let bool_ty = Ty::prim("bool");
                match e.op {
                    BinOp::Eq(_) => self.temp_value(equal, bool_ty, span),
                    // `n > 0` of a count is `n != 0`; other comparisons are not known.
                    BinOp::Gt(_) if !is_zero(&e.right) => {
                        self.temp_value(Rvalue::Unknown(vec![look(left), look(right)]), bool_ty, span)
                    }
                    _ => {
                        let (equal, ty) = self.temp_value(equal, bool_ty, span);
                        self.temp_value(Rvalue::Not(equal), ty, span)
                    }
                }
            }
            _ => {
                let (left, left_ty) = self.place(&e.left);
                let (right, _) = self.place(&e.right);
                let look = |place| Operand::Ref { place, mutable: false };
                let ty = match e.op {
                    BinOp::Lt(_) | BinOp::Le(_) | BinOp::Ge(_) => Ty::prim("bool"),
                    BinOp::AddAssign(_) | BinOp::SubAssign(_) | BinOp::MulAssign(_) | BinOp::DivAssign(_) => {
                        self.assign(left.clone(), Rvalue::Use(Operand::Const(Const::Unknown)), span);
                        return (Operand::Const(Const::Unit), Ty::unit());
                    }
                    _ => left_ty,
                };
                self.temp_value(Rvalue::Unknown(vec![look(left), look(right)]), ty, span)
            }
        }
    }

    /// A condition as a value: `true` and `false` on their own paths, so that a later test of it is understood.
    pub(super) fn bool_of(&mut self, expr: &Expr) -> Value {
        let span = self.expr_span(expr);
        let result = self.local(None, Ty::prim("bool"), span);
        let (yes, no, end) = (self.new_block(), self.new_block(), self.new_block());
        let names = self.frame().names.len();
        self.cond(expr, yes, no);
        for (block, value) in [(yes, true), (no, false)] {
            self.frame().current = block;
            self.assign(result, Rvalue::Use(Operand::Const(Const::Bool(value))), span);
            self.end_into(Term::Goto(end), end);
        }
        self.frame().names.truncate(names);
        self.frame().current = end;
        (Operand::Place(result.into()), Ty::prim("bool"))
    }

    /// The type that `syn` read, in the scope at hand.
    pub(super) fn written(&mut self, ty: &syn::Type) -> Ty {
        let ty = crate::index::type_ref(ty);
        let (lookup, scope) = (self.lookup, self.scope.clone());
        let ty = lookup.ty_open(&ty, &scope, &mut self.infer);
        self.lookup.normalise(&ty, &mut self.infer, &self.env)
    }
}

/// The name of an identifier, without `r#`.
pub(super) fn name_of(ident: &syn::Ident) -> Name {
    let text = ident.to_string();
    Name::new(text.strip_prefix("r#").unwrap_or(&text))
}

fn is_zero(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(n), .. }) if n.base10_digits() == "0")
}

/// The value of a literal.
pub(super) fn literal(lit: &syn::Lit) -> Value {
    match lit {
        syn::Lit::Bool(b) => (Operand::Const(Const::Bool(b.value)), Ty::prim("bool")),
        syn::Lit::Int(n) => {
            let known = n.base10_parse().map_or(Const::Unknown, Const::Int);
            (Operand::Const(known), if n.suffix().is_empty() { Ty::Unknown } else { Ty::prim(n.suffix()) })
        }
        syn::Lit::Str(s) => (Operand::Const(Const::Str(s.value().into())), Ty::Ref(false, Rc::new(Ty::prim("str")))),
        _ => (Operand::Const(Const::Unknown), Ty::Unknown),
    }
}
