//! Responses that a variable holds until it goes out of scope: they are drained behind its last use.

use syn::{Expr, Pat, Stmt};

use super::{
    Draft, Level,
    drain::Drain,
    may_stand,
    names::{asks_for_the_status_only, last_use, occurs, stays},
    passing::given_to_drop,
    site::{Site, plain_name},
};
use crate::{edit::Edit, rules::Verdict, source::Span, types::Ty};

/// A variable in the function.
struct Held<'f> {
    name: &'f proc_macro2::Ident,
    is_mut: bool,
    ty: Ty,
    drain: Drain,
    block: &'f syn::Block,
    /// The statement that declares it; `None` for a parameter.
    declared: Option<usize>,
}

/// `let response = client.get(url).send().await?;`
pub(super) fn local(
    site: &mut Site,
    level: &Level,
    local: &syn::Local,
    verdict: &Verdict,
    ends: &[Span],
) -> Option<Draft> {
    let init = &local.init.as_ref()?.expr;
    let ty = site.ty(init);
    if let (Pat::Tuple(pat), Ty::Tuple(parts)) = (&local.pat, &ty) {
        return part(site, level, pat, parts, verdict, ends);
    }
    let (name, is_mut) = plain_name(&local.pat)?;
    let drain = Drain::of(site, verdict.adt, &ty)?;
    let held = Held { name, is_mut, ty, drain, block: level.block, declared: Some(level.at) };
    behind_last_use(site, &held, level, ends)
}

/// `async fn look(response: Response)`
pub(super) fn parameter(site: &mut Site, parsed: &syn::ImplItemFn, verdict: &Verdict, ends: &[Span]) -> Option<Draft> {
    let fun = site.fun();
    let number = fun.params.iter().position(|param| param.span == verdict.origin.span)?;
    let (scope, _) = site.lookup.body_scope(site.id);
    let ty = site.lookup.ty(&fun.params[number].ty, &scope);
    let mut inputs = parsed.sig.inputs.iter().filter_map(|input| match input {
        syn::FnArg::Typed(input) => Some(&*input.pat),
        syn::FnArg::Receiver(_) => None,
    });
    let (name, is_mut) = plain_name(inputs.nth(number)?)?;
    let drain = Drain::of(site, verdict.adt, &ty)?;
    let level = Level { block: &parsed.block, at: 0, is_async: parsed.sig.asyncness.is_some() };
    let held = Held { name, is_mut, ty, drain, block: &parsed.block, declared: None };
    // Its callers might rather read it themselves.
    Some(Draft { is_sure: false, ..behind_last_use(site, &held, &level, ends)? })
}

/// `let (head, _) = response.into_parts();`
fn part(
    site: &mut Site,
    level: &Level,
    pat: &syn::PatTuple,
    parts: &[Ty],
    verdict: &Verdict,
    ends: &[Span],
) -> Option<Draft> {
    if pat.elems.len() != parts.len() {
        return None;
    }
    let drains = parts.iter().map(|ty| Drain::of(site, verdict.adt, ty)).collect::<Vec<_>>();
    let parts = pat.elems.iter().zip(parts).zip(drains);
    let (element, ty, drain) =
        parts.into_iter().find_map(|((element, ty), drain)| Some((element, ty.clone(), drain?)))?;
    // The head is what was wanted, so that `HEAD` may be what is meant.
    let is_sure = false;
    if let Pat::Wild(wild) = element {
        let name = site.fresh(&["body", "unread_body", "rest"])?;
        let binding = if drain.needs_mut { format!("mut {name}") } else { name.to_owned() };
        let stmt = site.of_stmt(level.stmt())?;
        let edits =
            vec![Edit { span: site.of_wild(wild), text: binding }, site.line_after(stmt, &drain.of_value(name))];
        return may_stand(level, &drain).then_some(Draft { edits, is_sure });
    }
    let (name, is_mut) = plain_name(element)?;
    let held = Held { name, is_mut, ty, drain, block: level.block, declared: Some(level.at) };
    Some(Draft { is_sure, ..behind_last_use(site, &held, level, ends)? })
}

fn behind_last_use(site: &mut Site, held: &Held, level: &Level, ends: &[Span]) -> Option<Draft> {
    if !may_stand(level, &held.drain) {
        return None;
    }
    let name = held.name.to_string();
    let last = last_use(site, held.block, held.declared, &name)?;
    let uses = match last {
        // `drop(response);` goes.
        Some(last) if is_dropped(&held.block.stmts[last], held.name) => ..last,
        Some(last) => ..last + 1,
        None => ..0,
    };
    let from = held.declared.map_or(0, |declared| declared + 1);
    let uses = held.block.stmts[uses].get(from..).unwrap_or_default();
    if !stays(site, uses, &name, &held.ty) {
        return None;
    }
    let drain = held.drain.of_value(&name);
    let mut edits: Vec<Edit> = mutability(site, held).into_iter().collect();
    // Up to where nothing may be lost, and the `return` that gives what was computed before.
    let mut leaves = None;
    let boundary = match last {
        None => {
            let first = site.of_stmt(held.block.stmts.first()?)?;
            edits.push(site.line_before(first, &drain));
            first.start
        }
        Some(last) => {
            let stmt = &held.block.stmts[last];
            let span = site.of_stmt(stmt)?;
            // A macro at the end may be a value, or leave.
            let is_open = |stmt: &Stmt| matches!(stmt, Stmt::Macro(mac) if mac.semi_token.is_none());
            if is_open(stmt) || matches!(stmt, Stmt::Expr(Expr::Macro(_), None)) {
                return None;
            }
            match given(held.block, last).filter(|given| site.ty(given) != Ty::unit()) {
                _ if is_dropped(stmt, held.name) => {
                    edits.push(Edit { span, text: drain });
                    span.start
                }
                Some(given) if held.declared != Some(last) => {
                    edits.extend(before_leaving(site, span, given, &drain)?);
                    leaves = Some(span.start);
                    site.of_expr(given).end
                }
                _ => {
                    edits.push(site.line_after(span, &drain));
                    span.end
                }
            }
        }
    };
    if ends.iter().any(|end| end.start < boundary && Some(end.start) != leaves) {
        return None;
    }
    let block = site.of_block(held.block);
    let from = held.declared.and_then(|at| site.of_stmt(&held.block.stmts[at])).map_or(block.start, |span| span.end);
    let is_sure = asks_for_the_status_only(site.slice(Span { start: from, ..block }), &name);
    Some(Draft { edits, is_sure })
}

/// `drop(response);`
fn is_dropped(stmt: &Stmt, name: &proc_macro2::Ident) -> bool {
    let Stmt::Expr(expr, Some(_)) = stmt else { return false };
    given_to_drop(expr).is_some_and(|given| matches!(given, Expr::Path(path) if path.path.is_ident(name)))
}

/// The `mut` that a drain needs.
fn mutability(site: &Site, held: &Held) -> Option<Edit> {
    let span = site.of_ident(held.name);
    (held.drain.needs_mut && !held.is_mut)
        .then(|| Edit { span: Span { end: span.start, ..span }, text: "mut ".to_owned() })
}

/// What a statement gives to who is outside of the block: the value at its end, or that of a `return`.
pub(super) fn given(block: &syn::Block, at: usize) -> Option<&Expr> {
    match &block.stmts[at] {
        Stmt::Expr(Expr::Return(e), _) => e.expr.as_deref(),
        Stmt::Expr(Expr::Break(_) | Expr::Continue(_), _) => None,
        Stmt::Expr(expr, None) if at + 1 == block.stmts.len() => Some(expr),
        _ => None,
    }
}

/// The value is computed first, then the body drained, then the block left.
pub(super) fn before_leaving(site: &mut Site, stmt: Span, given: &Expr, drain: &str) -> Option<Vec<Edit>> {
    let value = inner(given);
    let span = site.of_expr(value);
    let name = name_of_result(site, value)?;
    let (indent, newline) = site.layout(stmt.start);
    let lines = format!("let {name} = {};{newline}{indent}{drain}", site.slice(span));
    Some(vec![site.line_before(stmt, &lines), Edit { span, text: name.to_owned() }])
}

/// `x` of `Ok(x)`, `Some(x)` and `Err(x)`.
fn inner(expr: &Expr) -> &Expr {
    let Expr::Call(call) = expr else { return expr };
    let Expr::Path(callee) = &*call.func else { return expr };
    let is_wrapper = callee.path.get_ident().is_some_and(|name| name == "Ok" || name == "Some" || name == "Err");
    call.args.first().filter(|_| is_wrapper && call.args.len() == 1).unwrap_or(expr)
}

/// How to name what an expression gives: after its last call, if that is a good name.
pub(super) fn name_of_result(site: &Site, expr: &Expr) -> Option<String> {
    if let Expr::MethodCall(call) = expr {
        let method = call.method.to_string();
        let is_name = method == "status" || method.starts_with("is_");
        // The function knows it as a method already.
        if is_name && !occurs(&site.slice(site.fun().span).replace(&format!(".{method}("), ""), &method) {
            return Some(method);
        }
    }
    site.fresh(&["result", "outcome", "value"]).map(str::to_owned)
}
