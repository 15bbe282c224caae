//! Branches, loops and early exits.

use std::rc::Rc;

use syn::Expr;

use super::{Lower, Value, expr::name_of, scopes::ScopeKind};
use crate::{
    flow::graph::{BlockId, Callee, Const, Exit, ExitKind, Operand, Place, Rvalue, Step, Term},
    index::{Name, Resolved},
    source::Span,
    types::Ty,
};

impl Lower<'_> {
    /// Tests a condition; goes on in `yes` or `no`. What it binds is in scope afterwards.
    pub(super) fn cond(&mut self, expr: &Expr, yes: BlockId, no: BlockId) {
        match expr {
            Expr::Paren(e) => self.cond(&e.expr, yes, no),
            Expr::Group(e) => self.cond(&e.expr, yes, no),
            Expr::Unary(e) if matches!(e.op, syn::UnOp::Not(_)) => self.cond(&e.expr, no, yes),
            Expr::Binary(e) if matches!(e.op, syn::BinOp::And(_)) => {
                let both = self.new_block();
                self.cond(&e.left, both, no);
                self.frame().current = both;
                self.cond(&e.right, yes, no);
            }
            Expr::Binary(e) if matches!(e.op, syn::BinOp::Or(_)) => {
                let second = self.new_block();
                self.cond(&e.left, yes, second);
                self.frame().current = second;
                self.cond(&e.right, yes, no);
            }
            Expr::Let(e) => {
                let (place, ty) = self.place(&e.expr);
                self.test(&e.pat, &place, &ty, no);
                self.declare(&e.pat, &ty);
                self.bind(&e.pat, &place, &ty);
                self.end_into(Term::Goto(yes), yes);
            }
            Expr::Macro(e) if e.mac.path.is_ident("matches") => match super::macros::matches_parts(&e.mac) {
                Some((scrutinee, pat, guard)) => {
                    let (place, ty) = self.place(&scrutinee);
                    self.test(&pat, &place, &ty, no);
                    match guard {
                        Some(guard) => {
                            self.borrow_names(&pat, &place, &ty);
                            self.cond(&guard, yes, no);
                        }
                        None => self.end_into(Term::Goto(yes), yes),
                    }
                }
                None => self.end_into(Term::Branch { cond: Operand::Const(Const::Unknown), yes, no }, yes),
            },
            _ => {
                // Its temporaries die before anything depends on it.
                self.enter(ScopeKind::Statement);
                let (cond, ty) = self.value(expr, &Ty::prim("bool"));
                if ty == Ty::Never {
                    self.end_into(Term::Diverge, yes);
                } else if self.innermost_is_empty() {
                    self.end_into(Term::Branch { cond, yes, no }, yes);
                } else {
                    let exit = Exit { kind: ExitKind::Statement, span: self.expr_span(expr) };
                    let (holds, fails) = (self.new_block(), self.new_block());
                    self.end_into(Term::Branch { cond, yes: holds, no: fails }, holds);
                    self.drop_innermost(exit);
                    self.end_into(Term::Goto(yes), fails);
                    self.drop_innermost(exit);
                    self.end_into(Term::Goto(no), yes);
                }
                self.forget_scope();
            }
        }
    }

    pub(super) fn if_(&mut self, e: &syn::ExprIf, want: &Ty, span: Span) -> Value {
        let ty = self.infer.fresh();
        let result = self.result(&ty, span);
        let (yes, no, end) = (self.new_block(), self.new_block(), self.new_block());
        let names = self.frame().names.len();
        self.enter_block();
        self.cond(&e.cond, yes, no);
        self.frame().current = yes;
        let close = self.end_of(&e.then_branch);
        self.enter_branch();
        let value = self.block(&e.then_branch, want);
        self.set(result, e.else_branch.as_ref().map(|_| value), &ty, span);
        self.leave_branch(close);
        self.drop_innermost(Exit { kind: ExitKind::Scope, span: close });
        self.end_into(Term::Goto(end), no);
        self.frame().names.truncate(names);
        // The condition's temporaries and bindings die on this edge too: before the other branch, or, until edition
        // 2024, after it.
        let Some((token, otherwise)) = &e.else_branch else {
            self.leave_block(close);
            self.set(result, None, &ty, span);
            self.end_into(Term::Goto(end), end);
            return (Operand::Place(result.into()), ty);
        };
        if !self.old_temporaries {
            let at = self.span(token.span);
            self.leave_block(at);
        }
        self.enter_branch();
        let value = self.value(otherwise, want);
        self.set(result, Some(value), &ty, span);
        let close = self.last_of(otherwise);
        self.leave_branch(close);
        if self.old_temporaries {
            self.leave_block(close);
        }
        self.end_into(Term::Goto(end), end);
        (Operand::Place(result.into()), ty)
    }

    pub(super) fn match_(&mut self, e: &syn::ExprMatch, want: &Ty, span: Span) -> Value {
        let (place, scrutinee) = self.place(&e.expr);
        let ty = self.infer.fresh();
        let result = self.result(&ty, span);
        let end = self.new_block();
        for arm in &e.arms {
            let next = self.new_block();
            let close = self.last_of(&arm.body);
            let (pat, guard) = match &arm.pat {
                syn::Pat::Guard(guarded) => (&*guarded.pat, Some(&guarded.guard)),
                pat => (pat, None),
            };
            self.enter_block();
            self.test(pat, &place, &scrutinee, next);
            if let Some(guard) = guard {
                let names = self.frame().names.len();
                self.borrow_names(pat, &place, &scrutinee);
                let (yes, no) = (self.new_block(), self.new_block());
                self.enter(ScopeKind::Statement);
                self.cond(guard, yes, no);
                let exit = Exit { kind: ExitKind::Statement, span: self.expr_span(guard) };
                self.frame().current = no;
                self.drop_innermost(exit);
                self.end_into(Term::Goto(next), yes);
                self.drop_innermost(exit);
                self.forget_scope();
                self.frame().names.truncate(names);
            }
            self.declare(pat, &scrutinee);
            self.bind(pat, &place, &scrutinee);
            let value = self.value(&arm.body, want);
            self.set(result, Some(value), &ty, span);
            self.leave_block(close);
            self.end_into(Term::Goto(end), next);
        }
        // No arm fits: cannot be, since the compiler checked it.
        self.end_into(Term::Diverge, end);
        (Operand::Place(result.into()), ty)
    }

    pub(super) fn loop_(&mut self, e: &syn::ExprLoop, want: &Ty, span: Span) -> Value {
        let ty = match self.infer.shallow(want) {
            Ty::Unknown => self.infer.fresh(),
            known => known,
        };
        let result = self.result(&ty, span);
        let (head, end) = (self.new_block(), self.new_block());
        self.begin_loop(head, e.loop_token.span);
        self.end_into(Term::Goto(head), head);
        let label = e.label.as_ref().map(|l| label_of(&l.name));
        self.enter(ScopeKind::Loop { label, on_break: end, on_continue: Some(head), result });
        self.loop_body(&e.body, head);
        self.frame().current = end;
        (Operand::Place(result.into()), ty)
    }

    fn begin_loop(&mut self, head: BlockId, word: proc_macro2::Span) {
        let at = self.span(word);
        self.frame().body.loops.push((head, at));
    }

    /// The body of a loop, back to its head; then the loop's scope is left.
    fn loop_body(&mut self, body: &syn::Block, head: BlockId) {
        let at = self.end_of(body);
        self.enter_branch();
        self.enter_block();
        let tail = self.statements(body, &Ty::Unknown);
        if let Some(value) = tail {
            self.place_of(value, at);
        }
        self.leave_block(at);
        self.leave_branch(at);
        self.drop_innermost(Exit { kind: ExitKind::Scope, span: at });
        self.end_with(Term::Goto(head));
        self.forget_scope();
    }

    pub(super) fn while_(&mut self, e: &syn::ExprWhile, span: Span) -> Value {
        let result = self.local(None, Ty::unit(), span);
        let (head, body, leave, end) = (self.new_block(), self.new_block(), self.new_block(), self.new_block());
        self.begin_loop(head, e.while_token.span);
        self.end_into(Term::Goto(head), head);
        let label = e.label.as_ref().map(|l| label_of(&l.name));
        self.enter(ScopeKind::Loop { label, on_break: end, on_continue: Some(head), result });
        self.cond(&e.cond, body, leave);
        self.frame().current = leave;
        self.drop_innermost(Exit { kind: ExitKind::Scope, span: self.end_of(&e.body) });
        self.end_into(Term::Goto(end), body);
        self.loop_body(&e.body, head);
        self.frame().current = end;
        (Operand::Const(Const::Unit), Ty::unit())
    }

    /// `for pat in iter { .. }` is `into_iter` once and `next` each time, as the reference has it.
    pub(super) fn for_(&mut self, e: &syn::ExprForLoop) -> Value {
        let span = self.expr_span(&e.expr);
        self.enter_block();
        let value = self.value(&e.expr, &Ty::Unknown);
        let item = self.lookup.iterated(&value.1, &mut self.infer, &self.env);
        let (iter, iter_ty) = self.plain_call("into_iter", value, span);
        let holder = self.result(&iter_ty, span);
        self.assign(holder, Rvalue::Use(iter), span);
        let result = self.local(None, Ty::unit(), span);
        let (head, body, end) = (self.new_block(), self.new_block(), self.new_block());
        self.begin_loop(head, e.for_token.span);
        self.end_into(Term::Goto(head), head);
        let label = e.label.as_ref().map(|l| label_of(&l.name));
        self.enter(ScopeKind::Loop { label, on_break: end, on_continue: Some(head), result });
        let looked = (Operand::Ref { place: holder.into(), mutable: true }, iter_ty);
        let value = self.plain_call("next", looked, span);
        let (place, _) = self.place_of(value, span);
        let variant = Term::Variant {
            place: place.clone(),
            variant: "Some".into(),
            other: Some("None".into()),
            yes: body,
            no: end,
        };
        self.end_into(variant, body);
        let place = place.then(Step::Field("0".into()));
        self.declare(&e.pat, &item);
        self.bind(&e.pat, &place, &item);
        self.loop_body(&e.body, head);
        self.frame().current = end;
        self.leave_block(self.end_of(&e.body));
        (Operand::Const(Const::Unit), Ty::unit())
    }

    /// A method without arguments; a value of unknown type, or one without the method, is given away.
    fn plain_call(&mut self, name: &str, (operand, ty): Value, span: Span) -> Value {
        let Some((method, _)) = self.lookup.method(&ty, &name.into(), &mut self.infer, &self.env) else {
            return self.emit_call(Callee::Unknown, vec![operand], Ty::Unknown, span);
        };
        let signature = self.lookup.signature(&method, &[], &mut self.infer);
        self.finish_call(&method, vec![operand], signature, span)
    }

    pub(super) fn labelled_block(&mut self, block: &syn::Block, label: &syn::Lifetime, want: &Ty) -> Value {
        let span = self.block_span(block);
        let ty = self.infer.fresh();
        let result = self.result(&ty, span);
        let end = self.new_block();
        self.enter(ScopeKind::Loop { label: Some(label_of(label)), on_break: end, on_continue: None, result });
        let tail = self.statements(block, want);
        self.set(result, tail, &ty, span);
        self.leave_block(self.end_of(block));
        self.end_into(Term::Goto(end), end);
        (Operand::Place(result.into()), ty)
    }

    pub(super) fn break_(&mut self, e: &syn::ExprBreak, span: Span) -> Value {
        let never = (Operand::Const(Const::Unknown), Ty::Never);
        let label = e.label.as_ref().map(label_of);
        let Some(depth) = self.loop_scope(label.as_ref(), false) else {
            self.end_with(Term::Diverge);
            return never;
        };
        let ScopeKind::Loop { on_break, result, .. } = self.frame().scopes[depth].kind else { return never };
        if let Some(value) = &e.expr {
            let ty = self.ty_of(result);
            let value = self.value(value, &ty);
            self.set(result, Some(value), &ty, span);
        }
        self.drop_down_to(depth, Exit { kind: ExitKind::Break, span });
        self.end_with(Term::Goto(on_break));
        never
    }

    pub(super) fn continue_(&mut self, e: &syn::ExprContinue, span: Span) -> Value {
        let label = e.label.as_ref().map(label_of);
        if let Some(depth) = self.loop_scope(label.as_ref(), true)
            && let ScopeKind::Loop { on_continue: Some(head), .. } = self.frame().scopes[depth].kind
        {
            self.drop_down_to(depth, Exit { kind: ExitKind::Continue, span });
            self.end_with(Term::Goto(head));
        } else {
            self.end_with(Term::Diverge);
        }
        (Operand::Const(Const::Unknown), Ty::Never)
    }

    pub(super) fn return_(&mut self, value: Option<&Expr>, at: Span) -> Value {
        let want = self.frame().ret_ty.clone();
        let value = value.map(|e| self.value(e, &want));
        self.give(value, &want);
        self.leave_body(Exit { kind: ExitKind::Return, span: at });
        (Operand::Const(Const::Unknown), Ty::Never)
    }

    /// `e?`
    pub(super) fn question(&mut self, e: &syn::ExprTry, want: &Ty) -> Value {
        let at = self.span(e.question_token.span);
        let value = self.value(&e.expr, &Ty::Unknown);
        let (place, ty) = self.place_of(value, at);
        let inner = match self.infer.shallow(&ty) {
            Ty::Adt(_, args) if !args.is_empty() => args[0].clone(),
            _ => Ty::Unknown,
        };
        self.infer.unify(want, &inner);
        self.propagate(&place, at);
        (Operand::Place(place.then(Step::Field("0".into()))), inner)
    }

    /// Leaves the body if the place holds an `Err` or `None`.
    pub(super) fn propagate(&mut self, place: &Place, at: Span) {
        let (go_on, leave) = (self.new_block(), self.new_block());
        self.end_into(Term::Try { place: place.clone(), go_on, leave }, leave);
        let ret = self.frame().body.ret;
        self.assign(ret, Rvalue::Use(Operand::Place(place.clone())), at);
        self.leave_body(Exit { kind: ExitKind::Question, span: at });
        self.frame().current = go_on;
    }

    /// `operand.await`
    pub(super) fn await_value(&mut self, operand: Operand, ty: Ty, span: Span) -> Value {
        let ty = self.infer.shallow(&ty);
        let output = self.lookup.awaited(&ty, &mut self.infer, &self.env);
        if let Some(fun) = self.lookup.resolver(&ty, &mut self.infer, &self.env) {
            return self.emit_call(Callee::Fun(fun), vec![operand], output, span);
        }
        self.temp_value(Rvalue::Await { future: operand, shape: crate::flow::graph::Shape::Plain }, output, span)
    }

    /// Names bound by a pattern as references, as a guard sees them.
    pub(super) fn borrow_names(&mut self, pat: &syn::Pat, place: &Place, ty: &Ty) {
        let looked = self.local(None, Ty::Ref(false, Rc::new(ty.clone())), self.pat_span(pat));
        let operand = Operand::Ref { place: place.clone(), mutable: false };
        self.assign(looked, Rvalue::Use(operand), self.pat_span(pat));
        self.declare(pat, ty);
        self.bind(pat, &Place::from(looked).then(Step::Deref), ty);
    }

    /// The other variant of an enum that has two.
    pub(super) fn only_other(&self, target: Option<&Resolved>) -> Option<Name> {
        let Some(Resolved::Variant(id, n)) = target else { return None };
        match &self.lookup.index[*id].variants[..] {
            [_, second] if *n == 0 => Some(second.name.clone()),
            [first, _] => Some(first.name.clone()),
            _ => None,
        }
    }
}

pub(super) fn label_of(label: &syn::Lifetime) -> Name {
    name_of(&label.ident)
}
