//! Blocks and statements.

use std::rc::Rc;

use syn::{Expr, Stmt as SynStmt};

use super::{Lower, Value, expr::name_of, scopes::ScopeKind};
use crate::{
    flow::graph::{Const, Exit, ExitKind, Local, Operand, Rvalue, Term},
    source::Span,
    types::Ty,
};

impl Lower<'_> {
    /// A block with its own scope; its value lands in a temporary outside of it.
    pub(super) fn block(&mut self, block: &syn::Block, want: &Ty) -> Value {
        let span = self.block_span(block);
        let ty = self.infer.fresh();
        let result = self.result(&ty, span);
        self.enter_block();
        let tail = self.statements(block, want);
        self.set(result, tail, &ty, span);
        let end = self.end_of(block);
        self.leave_block(end);
        (Operand::Place(result.into()), ty)
    }

    /// A temporary that several paths assign.
    pub(super) fn result(&mut self, ty: &Ty, span: Span) -> Local {
        let local = self.local(None, ty.clone(), span);
        self.own(local);
        local
    }

    /// Assigns one path's value to a common result.
    pub(super) fn set(&mut self, result: Local, value: Option<Value>, ty: &Ty, span: Span) {
        match value {
            Some((operand, found)) => {
                self.infer.unify(ty, &found);
                self.assign(result, Rvalue::Use(operand), span);
            }
            None => {
                self.infer.unify(ty, &Ty::unit());
                self.assign(result, Rvalue::Use(Operand::Const(Const::Unit)), span);
            }
        }
    }

    /// The statements of a block; the value of its tail, if it has one.
    pub(super) fn statements(&mut self, block: &syn::Block, want: &Ty) -> Option<Value> {
        let last = block.stmts.len().checked_sub(1);
        let mut diverges = false;
        for (n, stmt) in block.stmts.iter().enumerate() {
            match stmt {
                SynStmt::Local(local) => self.let_(local),
                SynStmt::Item(_) => {}
                SynStmt::Expr(expr, None) if Some(n) == last => {
                    self.begin_value();
                    let value = self.value(expr, want);
                    self.end_value();
                    return Some(value);
                }
                SynStmt::Expr(expr, _) => {
                    let span = self.expr_span(expr);
                    self.enter(ScopeKind::Statement);
                    let (operand, ty) = self.value(expr, &Ty::Unknown);
                    diverges = ty == Ty::Never;
                    // `x;` moves out of x and drops.
                    if let (Operand::Place(_), Expr::Path(_)) = (&operand, expr) {
                        self.temp(Rvalue::Use(operand), ty, span);
                    }
                    self.leave_statement(span);
                }
                SynStmt::Macro(mac) => {
                    if Some(n) == last && mac.semi_token.is_none() {
                        self.begin_value();
                        let value = self.macro_call(&mac.mac, want);
                        self.end_value();
                        return Some(value);
                    }
                    let span = self.macro_span(&mac.mac);
                    self.enter(ScopeKind::Statement);
                    diverges = self.macro_call(&mac.mac, &Ty::Unknown).1 == Ty::Never;
                    self.leave_statement(span);
                }
            }
        }
        diverges.then_some((Operand::Const(Const::Unknown), Ty::Never))
    }

    fn let_(&mut self, local: &syn::Local) {
        let span = self.between((local.let_token.span, local.semi_token.span));
        let (pat, declared) = match &local.pat {
            syn::Pat::Type(typed) => (&*typed.pat, Some(self.written(&typed.ty))),
            pat => (pat, None),
        };
        let Some(init) = &local.init else {
            let ty = declared.unwrap_or_else(|| self.infer.fresh());
            self.declare(pat, &ty);
            return;
        };
        let want = declared.clone().unwrap_or(Ty::Unknown);
        // `let x = &temporary();` keeps the temporary alive as long as `x`.
        let extended = extends(&init.expr) || binds_by_reference(pat);
        if !extended {
            self.enter(ScopeKind::Statement);
        }
        if let (syn::Pat::Ident(ident), None, None) = (pat, &init.diverge, self.constant(pat)) {
            let (operand, ty) = match (&ident.by_ref, self.value(&init.expr, &want)) {
                (Some(_), value) => {
                    let (place, ty) = self.place_of(value, span);
                    (Operand::Ref { place, mutable: true }, Ty::Ref(true, Rc::new(ty)))
                }
                (None, value) => value,
            };
            self.coerce(&want, &ty);
            let local = self.variable(name_of(&ident.ident), declared.unwrap_or(ty), span);
            self.assign(local, Rvalue::Use(operand), span);
        } else {
            let (place, ty) = match (&*init.expr, pat) {
                // `let _ = place;` does not move.
                (Expr::Path(_) | Expr::Field(_), _) => self.place(&init.expr),
                _ => {
                    let value = self.value(&init.expr, &want);
                    self.place_of(value, span)
                }
            };
            self.coerce(&want, &ty);
            let ty = declared.unwrap_or(ty);
            match &init.diverge {
                None => {
                    self.declare(pat, &ty);
                    self.bind(pat, &place, &ty);
                }
                Some((_, otherwise)) => {
                    let fail = self.new_block();
                    self.test(pat, &place, &ty, fail);
                    self.declare(pat, &ty);
                    self.bind(pat, &place, &ty);
                    let go_on = self.new_block();
                    self.end_into(Term::Goto(go_on), fail);
                    // What did not fit dies first.
                    if !extended {
                        self.drop_innermost(Exit { kind: ExitKind::Statement, span });
                    }
                    self.value(otherwise, &Ty::Never);
                    self.end_into(Term::Diverge, go_on);
                }
            }
        }
        if !extended {
            self.leave_statement(span);
        }
    }
}

/// Is there a reference to a temporary in the value, so that the temporary lives as long as the variable?
fn extends(expr: &Expr) -> bool {
    match expr {
        Expr::Reference(_) => true,
        Expr::Paren(e) => extends(&e.expr),
        Expr::Group(e) => extends(&e.expr),
        Expr::Cast(e) => extends(&e.expr),
        Expr::Tuple(e) => e.elems.iter().any(extends),
        Expr::Array(e) => e.elems.iter().any(extends),
        Expr::Struct(e) => e.fields.iter().any(|field| extends(&field.expr)),
        Expr::Block(e) => matches!(e.block.stmts.last(), Some(SynStmt::Expr(tail, None)) if extends(tail)),
        Expr::If(e) => {
            matches!(e.then_branch.stmts.last(), Some(SynStmt::Expr(tail, None)) if extends(tail))
                || e.else_branch.as_ref().is_some_and(|(_, otherwise)| extends(otherwise))
        }
        Expr::Match(e) => e.arms.iter().any(|arm| extends(&arm.body)),
        // `Some(&temporary())`
        Expr::Call(e) => {
            let is_ctor = |path: &syn::ExprPath| {
                path.path.segments.last().is_some_and(|last| last.ident.to_string().starts_with(char::is_uppercase))
            };
            matches!(&*e.func, Expr::Path(path) if is_ctor(path)) && e.args.iter().any(extends)
        }
        _ => false,
    }
}

/// `let ref x = temporary();` does the same.
fn binds_by_reference(pat: &syn::Pat) -> bool {
    match pat {
        syn::Pat::Ident(p) => p.by_ref.is_some(),
        syn::Pat::Paren(p) => binds_by_reference(&p.pat),
        syn::Pat::Type(p) => binds_by_reference(&p.pat),
        syn::Pat::Tuple(p) => p.elems.iter().any(binds_by_reference),
        syn::Pat::TupleStruct(p) => p.elems.iter().any(binds_by_reference),
        syn::Pat::Struct(p) => p.fields.iter().any(|field| binds_by_reference(&field.pat)),
        _ => false,
    }
}
