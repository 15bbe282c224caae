//! Scopes: which locals die where.

use super::Lower;
use crate::{
    flow::graph::{BlockId, Call, Callee, Exit, ExitKind, Local, Operand, Place, Rvalue, Shape, Stmt, Term},
    index::Name,
    source::Span,
    types::Ty,
};

/// What a scope is for.
pub(super) enum ScopeKind {
    /// `{ .. }`
    Block,
    /// The temporaries of a statement. Names declared inside outlive it.
    Statement,
    /// A loop or labelled block: where `break` and `continue` go.
    Loop { label: Option<Name>, on_break: BlockId, on_continue: Option<BlockId>, result: Local },
}

/// An open scope.
pub(super) struct DropScope {
    pub kind: ScopeKind,
    /// In the order of declaration.
    pub locals: Vec<Local>,
    /// How many names were in scope before.
    names: usize,
    /// Is its value being worked out, with temporaries that outlive it?
    gives_value: bool,
}

impl Lower<'_> {
    pub(super) fn enter(&mut self, kind: ScopeKind) {
        let frame = self.frame();
        let names = frame.names.len();
        frame.scopes.push(DropScope { kind, locals: Vec::new(), names, gives_value: false });
    }

    pub(super) fn enter_block(&mut self) {
        self.enter(ScopeKind::Block);
    }

    /// The local dies with the innermost scope.
    pub(super) fn own(&mut self, local: Local) {
        if let Some(scope) = self.frame().scopes.iter_mut().rev().find(|scope| !scope.gives_value) {
            scope.locals.push(local);
        }
    }

    /// Around the block of a branch or a loop, which ends the lives of the temporaries in its last expression. Since
    /// edition 2024 each block does, before its variables die.
    pub(super) fn enter_branch(&mut self) {
        if self.old_temporaries {
            self.enter(ScopeKind::Statement);
        }
    }

    /// The end of such a block.
    pub(super) fn leave_branch(&mut self, at: Span) {
        if self.old_temporaries {
            self.leave_block(at);
        }
    }

    /// Between the parameters of a function and its block, which is like that of a branch.
    pub(super) fn enter_body(&mut self) {
        if self.old_temporaries {
            self.enter_branch();
            self.enter_block();
        }
    }

    /// The end of such a block.
    pub(super) fn leave_body_block(&mut self, at: Span) {
        if self.old_temporaries {
            self.leave_block(at);
            self.leave_branch(at);
        }
    }

    /// Begins with the last expression of a block.
    pub(super) fn begin_value(&mut self) {
        if self.old_temporaries
            && let Some(scope) = self.frame().scopes.last_mut()
        {
            scope.gives_value = true;
        }
    }

    /// That was all of it.
    pub(super) fn end_value(&mut self) {
        if let Some(scope) = self.frame().scopes.last_mut() {
            scope.gives_value = false;
        }
    }

    /// Declares a variable in the innermost scope that is not a statement's.
    pub(super) fn variable(&mut self, name: Name, ty: Ty, span: Span) -> Local {
        let local = self.local(Some(name.clone()), ty, span);
        let frame = self.frame();
        let scope = frame.scopes.iter_mut().rev().find(|s| !matches!(s.kind, ScopeKind::Statement));
        if let Some(scope) = scope {
            scope.locals.push(local);
        }
        frame.names.push((name, local));
        local
    }

    /// Would leaving the innermost scope drop nothing?
    pub(super) fn innermost_is_empty(&mut self) -> bool {
        self.frame().scopes.last().is_none_or(|scope| scope.locals.is_empty())
    }

    /// Writes the drops of the innermost scope, without leaving it.
    pub(super) fn drop_innermost(&mut self, exit: Exit) {
        let depth = self.frame().scopes.len() - 1;
        self.drop_down_to(depth, exit);
    }

    /// Writes the drops of all scopes from the innermost down to number `depth`.
    pub(super) fn drop_down_to(&mut self, depth: usize, exit: Exit) {
        let frame = self.frame();
        let dying: Vec<Local> =
            frame.scopes[depth..].iter().rev().flat_map(|s| s.locals.iter().rev().copied()).collect();
        for local in dying {
            let ty = self.ty_of(local);
            if ty.may_hold() {
                if let Some(fun) = self.lookup.drop_impl(&ty, &self.infer) {
                    let place = Place::from(local);
                    let args = vec![Operand::Ref { place, mutable: true }];
                    let span = exit.span;
                    let callee = Callee::Fun(fun);
                    let unused = self.local(None, Ty::unit(), span);
                    let call = Call { callee, args, shape: Shape::Plain, matters: false, receiver: None, span };
                    self.assign(unused, Rvalue::Call(call), span);
                }
                self.push(Stmt::Drop(Place::from(local), exit));
            }
        }
    }

    /// Leaves the innermost scope without writing drops: they were written on each edge.
    pub(super) fn forget_scope(&mut self) {
        let frame = self.frame();
        let scope = frame.scopes.pop().expect("scopes are left as often as entered");
        if !matches!(scope.kind, ScopeKind::Statement) {
            frame.names.truncate(scope.names);
        }
    }

    /// The end of a block: `at` is its closing brace.
    pub(super) fn leave_block(&mut self, at: Span) {
        self.drop_innermost(Exit { kind: ExitKind::Scope, span: at });
        self.forget_scope();
    }

    /// The end of a statement: its temporaries die.
    pub(super) fn leave_statement(&mut self, at: Span) {
        self.drop_innermost(Exit { kind: ExitKind::Statement, span: at });
        self.forget_scope();
    }

    /// Leaves the body at once: `return`, `?`, `bail!`. The result was assigned before.
    pub(super) fn leave_body(&mut self, exit: Exit) {
        self.drop_down_to(0, exit);
        self.end_with(Term::Return);
    }

    /// The number of the loop or labelled block that `break` or `continue` means.
    pub(super) fn loop_scope(&mut self, label: Option<&Name>, for_continue: bool) -> Option<usize> {
        self.frame().scopes.iter().rposition(|scope| match &scope.kind {
            ScopeKind::Loop { label: this, on_continue, .. } => match label {
                Some(label) => this.as_ref() == Some(label),
                // A labelled block is left by its label only.
                None => on_continue.is_some() || (this.is_none() && !for_continue),
            },
            _ => false,
        })
    }
}
