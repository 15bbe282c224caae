//! Responses that no variable holds: `client.get(url).send().await?;`, `let status = client.get(uri).await?.status();`.

use syn::{Expr, Pat, Stmt};

use super::{Draft, Level, drain::Drain, is_postfix, may_stand, names::binds, site::Site, variable};
use crate::{
    edit::Edit,
    index::{AdtId, Receiver},
    rules::Verdict,
    source::Span,
    types::Ty,
};

/// The value of a statement is thrown away, and with it the response.
pub(super) fn discarded(site: &mut Site, level: &Level, expr: &Expr, verdict: &Verdict) -> Option<Draft> {
    let span = site.of_stmt(level.stmt())?;
    if let Some(given) = given_to_drop(expr) {
        // Somebody meant it to go at once.
        return replaced(site, level, given, verdict.adt).map(|text| of_one(span, text, false));
    }
    replaced(site, level, expr, verdict.adt).map(|text| of_one(span, text, true))
}

fn of_one(span: Span, text: String, is_sure: bool) -> Draft {
    Draft { edits: vec![Edit { span, text }], is_sure }
}

/// A statement that drains the value of an expression.
fn replaced(site: &mut Site, level: &Level, expr: &Expr, body: AdtId) -> Option<String> {
    let (ty, text) = (site.ty(expr), site.slice(site.of_expr(expr)));
    if let Some(drain) = Drain::of(site, body, &ty) {
        let is_held = matches!(expr, Expr::Path(_)) && drain.needs_mut;
        return (may_stand(level, &drain) && is_postfix(expr) && !is_held).then(|| drain.of_expr(text));
    }
    // `let _ = client.get(url).send().await;`
    let Ty::Adt(id, args) = &ty else { return None };
    let adt = &site.lookup.index[*id];
    let variant = adt.variants.iter().find(|variant| matches!(variant.name.as_str(), "Ok" | "Some"))?;
    if !adt.is_enum || site.lookup.index[adt.krate].stub.as_ref().is_none_or(|stub| stub.krate != "std") {
        return None;
    }
    let drain = Drain::of(site, body, args.first()?)?;
    let name = site.fresh(&["response", "reply", "answer"])?;
    let (indent, newline) = site.layout(site.of_stmt(level.stmt())?.start);
    let binding = if drain.needs_mut { format!("mut {name}") } else { name.to_owned() };
    may_stand(level, &drain).then(|| {
        let drain = drain.of_value(name);
        format!("if let {}({binding}) = {text} {{{newline}{indent}    {drain}{newline}{indent}}}", variant.name)
    })
}

/// `let _ = response.bytes();`: a read of a client's that somebody forgot to await. It dies in the statement at `end`.
pub(super) fn forgotten_await(site: &mut Site, parsed: &syn::ImplItemFn, end: Span) -> Option<Draft> {
    let levels = site.levels(parsed, end.start);
    let level = levels.last()?;
    let expr = match level.stmt() {
        Stmt::Local(local) if matches!(local.pat, Pat::Wild(_)) => &*local.init.as_ref()?.expr,
        Stmt::Expr(expr, Some(_)) => expr,
        _ => return None,
    };
    let Expr::MethodCall(call) = expr else { return None };
    let receiver = site.ty(&call.receiver);
    let method = site.types.method(&receiver, &call.method.to_string())?;
    let index = site.lookup.index;
    let ty = site.ty(expr);
    let is_read = index[index[method].krate].stub.is_some() && site.types.awaited(&ty) != Ty::Unknown;
    let text = format!("let _ = {}.await;", site.slice(site.of_expr(expr)));
    let span = site.of_stmt(level.stmt())?;
    (level.is_async && is_read && span.start == end.start).then(|| of_one(span, text, true))
}

/// `x` of `drop(x)`.
pub(super) fn given_to_drop(expr: &Expr) -> Option<&Expr> {
    let Expr::Call(call) = expr else { return None };
    let Expr::Path(callee) = &*call.func else { return None };
    let is_drop = callee.path.segments.last().is_some_and(|last| last.ident == "drop");
    call.args.first().filter(|_| is_drop && call.args.len() == 1)
}

/// The response is asked something and dies with the statement: it gets a variable, and is drained when it was asked.
pub(super) fn split(site: &mut Site, level: &Level, verdict: &Verdict, ends: &[Span]) -> Option<Draft> {
    let stmt = site.of_stmt(level.stmt())?;
    let value = match level.stmt() {
        Stmt::Local(local) => &local.init.as_ref()?.expr,
        Stmt::Expr(expr, _) => expr,
        _ => return None,
    };
    let (holder, asked, drain) = holder(site, value, verdict)?;
    if !only_looks(site, holder, asked) {
        return None;
    }
    let (holder, whole) = (site.of_expr(holder), site.of_expr(asked));
    let is_left_early = ends.iter().any(|end| (holder.end..whole.end).contains(&end.start));
    if !may_stand(level, &drain) || is_left_early {
        return None;
    }
    let name = site.fresh(&["response", "reply", "answer"])?;
    let binding = if drain.needs_mut { format!("mut {name}") } else { name.to_owned() };
    let question = site.slice(Span { start: holder.end, ..whole }).trim_start();
    let is_sure = question.starts_with(".status()");
    let (indent, newline) = site.layout(stmt.start);
    let (held, drain) = (format!("let {binding} = {};", site.slice(holder)), drain.of_value(name));
    if let Stmt::Local(local) = level.stmt() {
        if binds(&local.pat).iter().any(|bound| bound == name) || site.of_expr(value) != whole {
            return None;
        }
        let rest = Span { end: whole.end - u32::try_from(question.len()).expect("a part of the text"), ..holder };
        let edits = vec![
            site.line_before(stmt, &held),
            Edit { span: rest, text: name.to_owned() },
            site.line_after(stmt, &drain),
        ];
        return Some(Draft { edits, is_sure });
    }
    let ty = site.ty(asked);
    if site.types.may_borrow(&ty) {
        return None;
    }
    let result = variable::name_of_result(site, asked)?;
    let lines = [held, format!("let {result} = {name}{question};"), drain].join(&format!("{newline}{indent}"));
    let edits = vec![site.line_before(stmt, &lines), Edit { span: whole, text: result.to_owned() }];
    Some(Draft { edits, is_sure })
}

/// Among what is evaluated first: the response, the longest chain of calls on it, and how to drain it.
fn holder<'f>(site: &mut Site, value: &'f Expr, verdict: &Verdict) -> Option<(&'f Expr, &'f Expr, Drain)> {
    let mut chain = value;
    let mut expr = value;
    loop {
        let ty = site.ty(expr);
        let span = site.of_expr(expr);
        let is_around = span.start <= verdict.origin.span.start && verdict.origin.span.end <= span.end;
        if !is_around {
            return None;
        }
        if let Some(drain) = Drain::of(site, verdict.adt, &ty) {
            return (!std::ptr::eq(expr, chain) && is_postfix(expr)).then_some((expr, chain, drain));
        }
        expr = match expr {
            Expr::MethodCall(call) => &call.receiver,
            Expr::Field(field) => &field.base,
            other => {
                chain = first(other)?;
                chain
            }
        };
    }
}

/// Is the first call of a chain on a value one that leaves the value where it is?
fn only_looks(site: &mut Site, value: &Expr, chain: &Expr) -> bool {
    let mut expr = chain;
    loop {
        match expr {
            Expr::MethodCall(call) if std::ptr::eq(&*call.receiver, value) => {
                let ty = site.ty(value);
                let method = site.types.method(&ty, &call.method.to_string());
                let receiver = method.and_then(|method| site.lookup.index[method].receiver.as_ref());
                return matches!(receiver, Some(Receiver::Ref { .. }));
            }
            Expr::MethodCall(call) => expr = &call.receiver,
            Expr::Field(field) => expr = &field.base,
            _ => return false,
        }
    }
}

/// The part of an expression that is evaluated before all others.
fn first(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Paren(e) => Some(&e.expr),
        Expr::Unary(e) => Some(&e.expr),
        Expr::Binary(e) => Some(&e.left),
        Expr::If(e) => Some(&e.cond),
        Expr::Match(e) => Some(&e.expr),
        Expr::Return(e) => e.expr.as_deref(),
        Expr::Call(e) if matches!(*e.func, Expr::Path(_)) => e.args.first(),
        _ => None,
    }
}
