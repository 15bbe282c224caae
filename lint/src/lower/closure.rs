//! Closures and `async` blocks: bodies of their own that see the variables around them.

use std::rc::Rc;

use super::{Lower, Value, expr::name_of};
use crate::{
    flow::graph::{Body, Callee, Const, Exit, ExitKind, Local, Operand, Place, Rvalue, Step, Stmt, Term},
    index::Name,
    source::Span,
    types::Ty,
};

/// A variable of the surrounding body that a closure uses.
pub(super) struct Capture {
    /// In the body around it.
    outer: Place,
    /// In the closure.
    pub inner: Local,
    /// Is `inner` a reference to it, which uses look through?
    through: bool,
}

impl Lower<'_> {
    /// The place and type of a variable, captured from outside if need be.
    pub(super) fn lookup_variable(&mut self, name: &Name) -> Option<(Place, Ty)> {
        self.variable_in(self.frames.len() - 1, name)
    }

    fn variable_in(&mut self, depth: usize, name: &Name) -> Option<(Place, Ty)> {
        let frame = &self.frames[depth];
        if let Some((_, local)) = frame.names.iter().rev().find(|(n, _)| n == name) {
            return Some(((*local).into(), frame.types[local.0 as usize].clone()));
        }
        let (outer, ty) = self.variable_in(depth.checked_sub(1)?, name)?;
        let frame = &mut self.frames[depth];
        let capture = match frame.captures.iter().find(|c| c.outer == outer) {
            Some(capture) => capture,
            None => {
                let inner = Local(u32::try_from(frame.body.locals.len()).expect("fewer than 2^32 locals"));
                let span = frame.body.locals[0].span;
                let shape = crate::flow::graph::Shape::Plain;
                frame.body.locals.push(crate::flow::graph::LocalDecl { name: Some(name.clone()), shape, span });
                frame.types.push(ty.clone());
                // Moved in, it dies with the body; borrowed, uses look through the reference. A captured reference
                // is simply copied.
                let through = !frame.by_move && !matches!(self.infer.shallow(&ty), Ty::Ref(..));
                if frame.by_move
                    && let Some(root) = frame.scopes.first_mut()
                {
                    root.locals.insert(0, inner);
                }
                frame.captures.push(Capture { outer, inner, through });
                &frame.captures[frame.captures.len() - 1]
            }
        };
        let place = Place::from(capture.inner);
        Some((if capture.through { place.then(Step::Deref) } else { place }, ty))
    }

    pub(super) fn closure(&mut self, e: &syn::ExprClosure, want: &Ty, span: Span) -> Value {
        let (wants, want_ret) = match self.infer.shallow(want) {
            Ty::FnPtr(params, ret) if params.len() == e.inputs.len() => (params.to_vec(), (*ret).clone()),
            _ => (e.inputs.iter().map(|_| self.infer.fresh()).collect(), self.infer.fresh()),
        };
        let ret = match &e.output {
            syn::ReturnType::Type(_, ty) => self.written(ty),
            syn::ReturnType::Default if e.asyncness.is_some() => self.infer.fresh(),
            syn::ReturnType::Default => want_ret.clone(),
        };
        self.open_frame(ret.clone(), e.asyncness.is_some(), e.capture.is_some());
        self.enter_block();
        let mut params = Vec::new();
        for (pat, want) in e.inputs.iter().zip(&wants) {
            let (pat, ty) = match pat {
                syn::Pat::Type(typed) => {
                    let ty = self.written(&typed.ty);
                    self.infer.unify(want, &ty);
                    (&*typed.pat, ty)
                }
                pat => (pat, want.clone()),
            };
            params.push(self.parameter(pat, ty));
        }
        let value = self.value(&e.body, &ret);
        self.give(Some(value), &ret);
        let end = Span { start: span.end.saturating_sub(1), ..span };
        self.leave_block(end);
        let (body, captures) = self.close_closure(params);
        let ret = if e.asyncness.is_some() { Ty::Future(Rc::new(ret)) } else { ret };
        self.infer.unify(&want_ret, &ret);
        self.temp_value(Rvalue::Closure { body, captures }, Ty::FnPtr(wants.into(), Rc::new(ret)), span)
    }

    pub(super) fn async_block(&mut self, block: &syn::Block, by_move: bool, span: Span) -> Value {
        let ret = self.infer.fresh();
        let (body, captures) = self.nested(block, ret.clone(), true, by_move);
        self.temp_value(Rvalue::Closure { body, captures }, Ty::Future(Rc::new(ret)), span)
    }

    /// A block with exits of its own that runs right here.
    pub(super) fn called_at_once(&mut self, block: &syn::Block, ret: Ty, span: Span) -> Value {
        let (body, captures) = self.nested(block, ret.clone(), false, false);
        let (operand, _) = self.temp_value(Rvalue::Closure { body, captures }, Ty::Unknown, span);
        self.emit_call(Callee::Value(operand), Vec::new(), ret, span)
    }

    fn nested(&mut self, block: &syn::Block, ret: Ty, is_async: bool, by_move: bool) -> (u32, Vec<Operand>) {
        self.open_frame(ret.clone(), is_async, by_move);
        self.enter_block();
        self.enter_body();
        let tail = self.statements(block, &ret);
        self.give(Some(tail.unwrap_or((Operand::Const(Const::Unit), Ty::unit()))), &ret);
        let end = self.end_of(block);
        self.leave_body_block(end);
        self.leave_block(end);
        self.close_closure(Vec::new())
    }

    fn close_closure(&mut self, params: Vec<Local>) -> (u32, Vec<Operand>) {
        let frame = self.close_frame(params);
        let mut captures = Vec::new();
        for capture in &frame.captures {
            let body = &mut self.finished[frame.slot as usize];
            let by_value = !capture.through || moves_out(body, capture.inner);
            if capture.through && by_value {
                // It is the closure's own now, and dies with it if it was not moved on.
                let span = body.locals[capture.inner.0 as usize].span;
                let exit = Exit { kind: ExitKind::Scope, span };
                for block in body.blocks.iter_mut().filter(|block| matches!(block.term, Term::Return)) {
                    block.stmts.push(Stmt::Drop(capture.inner.into(), exit));
                }
            }
            captures.push(match by_value {
                true => Operand::Place(capture.outer.clone()),
                false => Operand::Ref { place: capture.outer.clone(), mutable: true },
            });
        }
        (frame.slot, captures)
    }

    /// The types of the closure or function that a parameter asks for: `F: FnOnce(A) -> B`.
    pub(super) fn wanted_fn(&mut self, param: &Ty, bounds: &[(Ty, crate::types::Bound)]) -> Ty {
        let param = self.infer.shallow(param);
        let from = |bound: &crate::types::Bound| {
            let is_fn = bound.name.trim_start_matches("Async").starts_with("Fn");
            let output = bound.assoc.iter().find(|(n, _)| n == "Output").map(|(_, ty)| ty.clone());
            match bound.args.first() {
                Some(Ty::Tuple(params)) if is_fn => {
                    Some((params.clone(), output.unwrap_or(Ty::unit()), bound.name.starts_with("Async")))
                }
                _ => None,
            }
        };
        let found = match &param {
            Ty::FnPtr(..) => return param,
            Ty::Opaque(own) => own.iter().find_map(from),
            // Also `Box<dyn Fn(A) -> B>` and the like.
            Ty::Adt(_, args) => args.iter().find_map(|arg| match self.infer.shallow(arg) {
                Ty::Opaque(own) => own.iter().find_map(from),
                _ => None,
            }),
            _ => bounds.iter().filter(|(ty, _)| self.infer.shallow(ty) == param).find_map(|(_, bound)| from(bound)),
        };
        match found {
            Some((params, output, is_async)) => {
                let output = if is_async { Ty::Future(Rc::new(output)) } else { output };
                let output = self.lookup.normalise(&output, &mut self.infer, &self.env);
                let params = params.iter().map(|ty| self.lookup.normalise(ty, &mut self.infer, &self.env)).collect();
                Ty::FnPtr(params, Rc::new(output))
            }
            None => Ty::Unknown,
        }
    }

    /// Is it an expression whose type comes from what is expected of it?
    pub(super) fn is_closure(expr: &syn::Expr) -> bool {
        match expr {
            syn::Expr::Closure(_) => true,
            syn::Expr::Paren(e) => Self::is_closure(&e.expr),
            // `Box::new(|x| ..)`
            syn::Expr::Call(e) => e.args.len() == 1 && e.args.iter().all(Self::is_closure),
            _ => false,
        }
    }

    /// The variables that tokens name: what a macro that cannot be understood may do anything with.
    pub(super) fn named_variables(&mut self, tokens: proc_macro2::TokenStream) -> Vec<Operand> {
        let mut all = Vec::new();
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Ident(ident) => {
                    if let Some((place, _)) = self.lookup_variable(&name_of(&ident)) {
                        all.push(Operand::Ref { place, mutable: true });
                    }
                }
                proc_macro2::TokenTree::Group(group) => all.extend(self.named_variables(group.stream())),
                _ => {}
            }
        }
        all
    }
}

/// Does the body use a captured variable by value? Then it is captured by value, `move` or not. Copies count too:
/// they do no harm, since what can be copied holds no body.
fn moves_out(body: &Body, captured: Local) -> bool {
    let whole = |operand: &Operand| matches!(operand, Operand::Place(place) if place.local == captured && place.path == [Step::Deref]);
    let all = |operands: &[Operand]| operands.iter().any(whole);
    body.blocks.iter().flat_map(|block| &block.stmts).any(|stmt| match stmt {
        Stmt::Assign(_, rvalue, _) => match rvalue {
            Rvalue::Use(operand) | Rvalue::Await { future: operand, .. } => whole(operand),
            Rvalue::Bind(place) => place.local == captured,
            Rvalue::Aggregate { fields, .. } => fields.iter().any(|(_, operand)| whole(operand)),
            Rvalue::Collection(_, items) | Rvalue::Closure { captures: items, .. } => all(items),
            Rvalue::Call(call) => all(&call.args) || matches!(&call.callee, Callee::Value(operand) if whole(operand)),
            Rvalue::Unknown(_) | Rvalue::Eq(..) | Rvalue::Not(_) => false,
        },
        Stmt::Drop(..) => false,
    })
}
