//! Where an expression or pattern begins and ends.
//!
//! `syn` finds that out by printing the whole node into tokens, at each level again; the first and last token tell
//! the same for nothing.

use proc_macro2::Span;
use syn::{Expr, Pat, spanned::Spanned as _};

/// The first and last token of an expression.
pub(crate) fn ends(expr: &Expr) -> (Span, Span) {
    (first(expr), last(expr))
}

fn first(expr: &Expr) -> Span {
    match expr {
        Expr::MethodCall(e) => first(&e.receiver),
        Expr::Field(e) => first(&e.base),
        Expr::Await(e) => first(&e.base),
        Expr::Try(e) => first(&e.expr),
        Expr::Call(e) => first(&e.func),
        Expr::Index(e) => first(&e.expr),
        Expr::Binary(e) => first(&e.left),
        Expr::Assign(e) => first(&e.left),
        Expr::Cast(e) => first(&e.expr),
        Expr::Path(e) => match &e.qself {
            Some(qself) => qself.lt_token.span,
            None => first_of_path(&e.path),
        },
        Expr::Struct(e) => first_of_path(&e.path),
        Expr::Macro(e) => first_of_path(&e.mac.path),
        Expr::Lit(e) => e.lit.span(),
        Expr::Reference(e) => e.and_token.span,
        Expr::Paren(e) => e.paren_token.span.open(),
        Expr::Tuple(e) => e.paren_token.span.open(),
        Expr::Array(e) => e.bracket_token.span.open(),
        Expr::Block(e) => e.block.brace_token.span.open(),
        Expr::Unsafe(e) => e.unsafe_token.span,
        Expr::Async(e) => e.async_token.span,
        Expr::If(e) => e.if_token.span,
        Expr::Match(e) => e.match_token.span,
        Expr::Loop(e) => e.loop_token.span,
        Expr::While(e) => e.while_token.span,
        Expr::ForLoop(e) => e.for_token.span,
        Expr::Return(e) => e.return_token.span,
        Expr::Break(e) => e.break_token.span,
        Expr::Continue(e) => e.continue_token.span,
        Expr::Let(e) => e.let_token.span,
        Expr::Closure(e) => e.inputs_begin.span,
        Expr::Group(e) => first(&e.expr),
        other => other.span(),
    }
}

fn last(expr: &Expr) -> Span {
    match expr {
        Expr::MethodCall(e) => e.paren_token.span.close(),
        Expr::Field(e) => e.member.span(),
        Expr::Await(e) => e.await_token.span,
        Expr::Try(e) => e.question_token.span,
        Expr::Call(e) => e.paren_token.span.close(),
        Expr::Index(e) => e.bracket_token.span.close(),
        Expr::Binary(e) => last(&e.right),
        Expr::Assign(e) => last(&e.right),
        Expr::Path(e) => last_of_path(&e.path),
        Expr::Struct(e) => e.brace_token.span.close(),
        Expr::Macro(e) => e.mac.delimiter.span().close(),
        Expr::Lit(e) => e.lit.span(),
        Expr::Reference(e) => last(&e.expr),
        Expr::Unary(e) => last(&e.expr),
        Expr::Paren(e) => e.paren_token.span.close(),
        Expr::Tuple(e) => e.paren_token.span.close(),
        Expr::Array(e) => e.bracket_token.span.close(),
        Expr::Block(e) => e.block.brace_token.span.close(),
        Expr::Unsafe(e) => e.block.brace_token.span.close(),
        Expr::Async(e) => e.block.brace_token.span.close(),
        Expr::If(e) => match &e.else_branch {
            Some((_, otherwise)) => last(otherwise),
            None => e.then_branch.brace_token.span.close(),
        },
        Expr::Match(e) => e.brace_token.span.close(),
        Expr::Loop(e) => e.body.brace_token.span.close(),
        Expr::While(e) => e.body.brace_token.span.close(),
        Expr::ForLoop(e) => e.body.brace_token.span.close(),
        Expr::Return(e) => e.expr.as_ref().map_or(e.return_token.span, |expr| last(expr)),
        Expr::Break(e) => match (&e.expr, &e.label) {
            (Some(expr), _) => last(expr),
            (None, Some(label)) => label.ident.span(),
            (None, None) => e.break_token.span,
        },
        Expr::Continue(e) => e.label.as_ref().map_or(e.continue_token.span, |label| label.ident.span()),
        Expr::Let(e) => last(&e.expr),
        Expr::Closure(e) => last(&e.body),
        Expr::Group(e) => last(&e.expr),
        other => other.span(),
    }
}

fn first_of_path(path: &syn::Path) -> Span {
    path.segments.first().map_or_else(|| path.span(), |segment| segment.ident.span())
}

fn last_of_path(path: &syn::Path) -> Span {
    match path.segments.last() {
        Some(segment) if segment.arguments.is_none() => segment.ident.span(),
        _ => path.span(),
    }
}

/// The first and last token of a pattern, or near enough to point at it.
pub(super) fn pat_ends(pat: &Pat) -> (Span, Span) {
    match pat {
        Pat::Ident(p) => (p.ident.span(), p.ident.span()),
        Pat::Wild(p) => (p.underscore_token.span, p.underscore_token.span),
        Pat::TupleStruct(p) => (first_of_path(&p.path), p.paren_token.span.close()),
        Pat::Struct(p) => (first_of_path(&p.path), p.brace_token.span.close()),
        Pat::Tuple(p) => (p.paren_token.span.open(), p.paren_token.span.close()),
        Pat::Path(p) => (first_of_path(&p.path), last_of_path(&p.path)),
        Pat::Lit(p) => (p.lit.span(), p.lit.span()),
        Pat::Paren(p) => (p.paren_token.span.open(), p.paren_token.span.close()),
        Pat::Type(p) => pat_ends(&p.pat),
        Pat::Reference(p) => (p.and_token.span, pat_ends(&p.pat).1),
        Pat::Guard(p) => (pat_ends(&p.pat).0, last(&p.guard)),
        other => (other.span(), other.span()),
    }
}
