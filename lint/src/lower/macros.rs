//! Macros of which it is known what they do; all others may do anything with what they name.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Expr, Pat, punctuated::Punctuated};

use super::{Lower, Value, scopes::ScopeKind};
use crate::{
    flow::graph::{Const, Exit, ExitKind, Operand, Rvalue, Step, Stmt, Term},
    source::{Span, parse_tokens},
    types::Ty,
};

impl Lower<'_> {
    pub(super) fn macro_call(&mut self, mac: &syn::Macro, want: &Ty) -> Value {
        let span = self.macro_span(mac);
        let name = mac.path.segments.last().map(|s| s.ident.to_string()).unwrap_or_default();
        let unit = (Operand::Const(Const::Unit), Ty::unit());
        match name.as_str() {
            "panic" | "unreachable" | "todo" | "unimplemented" => {
                self.look_at(mac);
                self.end_with(Term::Diverge);
                (Operand::Const(Const::Unknown), Ty::Never)
            }
            "bail" | "return_err" => {
                self.look_at(mac);
                self.return_error(span)
            }
            "ensure" | "ensure_eq" | "ensure_ne" | "assert" | "debug_assert" => {
                let args = expressions(mac.tokens.clone());
                let (holds, fails) = (self.new_block(), self.new_block());
                match args.first() {
                    Some(cond) if !name.contains("_e") && !name.contains("_n") => self.cond(cond, holds, fails),
                    _ => {
                        self.look_at(mac);
                        self.end_into(
                            Term::Branch { cond: Operand::Const(Const::Unknown), yes: holds, no: fails },
                            fails,
                        );
                    }
                }
                self.frame().current = fails;
                if name.starts_with("ensure") {
                    self.return_error(span);
                } else {
                    self.end_with(Term::Diverge);
                }
                self.frame().current = holds;
                unit
            }
            "matches" => self.bool_of(&Expr::Macro(syn::ExprMacro { attrs: Vec::new(), mac: mac.clone() })),
            "vec" => {
                let items = expressions(mac.tokens.clone());
                let item = self.infer.fresh();
                let items = items.iter().map(|e| self.item(e, &item)).collect();
                let ty = self.vec_of(item);
                self.temp_value(Rvalue::Collection(self.lookup.vec(), items), ty, span)
            }
            "dbg" | "black_box" | "identity" => match &expressions(mac.tokens.clone())[..] {
                [one] => self.value(one, want),
                _ => unit,
            },
            "pin" => match &expressions(mac.tokens.clone())[..] {
                // `tokio::pin!(x);` leaves `x` usable as before; `let x = pin!(value);` hands the value on.
                [Expr::Path(_)] => unit,
                [one] => self.value(one, want),
                _ => unit,
            },
            // A generator runs like an `async` block: whoever reads the stream drives it.
            "stream" | "try_stream" | "async_stream" => {
                match parse_tokens(mac.tokens.clone(), syn::Block::parse_within) {
                    Ok(stmts) => {
                        let brace_token = syn::token::Brace { span: *mac.delimiter.span() };
                        let (value, _) = self.async_block(&syn::Block { brace_token, stmts }, true, span);
                        (value, Ty::Unknown)
                    }
                    Err(_) => {
                        let args = self.named_variables(mac.tokens.clone());
                        self.emit_call(crate::flow::graph::Callee::Unknown, args, Ty::Unknown, span)
                    }
                }
            }
            "join" | "try_join" => self.join(mac, name == "try_join", span),
            "select" | "select_biased" => self.select(mac, span),
            "format" | "format_args" | "concat" | "stringify" | "env" | "option_env" | "include_str" | "file"
            | "line" | "json" | "anyhow" | "eyre" | "format_err" | "error_span" | "warn_span" | "info_span"
            | "debug_span" | "trace_span" | "span" => {
                self.look_at(mac);
                (Operand::Const(Const::Unknown), Ty::Unknown)
            }
            "print" | "println" | "eprint" | "eprintln" | "write" | "writeln" | "trace" | "debug" | "info" | "warn"
            | "error" | "log" | "event" | "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne"
            | "counter" | "gauge" | "histogram" => {
                self.look_at(mac);
                if name.starts_with("write") { (Operand::Const(Const::Unknown), Ty::Unknown) } else { unit }
            }
            _ => {
                let args = self.named_variables(mac.tokens.clone());
                self.emit_call(crate::flow::graph::Callee::Unknown, args, Ty::Unknown, span)
            }
        }
    }

    fn vec_of(&mut self, item: Ty) -> Ty {
        let vec = crate::index::TypeRef::Path(crate::index::Path {
            qself: None,
            global: true,
            segments: ["std", "vec", "Vec"]
                .iter()
                .map(|s| crate::index::Segment { name: (*s).into(), args: Vec::new(), bindings: Vec::new() })
                .collect(),
        });
        let scope = self.scope.clone();
        match self.lookup.ty(&vec, &scope) {
            Ty::Adt(id, _) => Ty::Adt(id, [item].into()),
            _ => Ty::Unknown,
        }
    }

    /// Leaves the body with an error.
    fn return_error(&mut self, span: Span) -> Value {
        let ret = self.frame().body.ret;
        let fields = vec![("0".into(), Operand::Const(Const::Unknown))];
        self.assign(ret, Rvalue::Aggregate { adt: None, variant: Some("Err".into()), fields }, span);
        self.leave_body(Exit { kind: ExitKind::Macro, span });
        (Operand::Const(Const::Unknown), Ty::Never)
    }

    /// Evaluates the arguments of a formatting, logging or comparing macro, which looks at them and no more.
    fn look_at(&mut self, mac: &syn::Macro) {
        self.look_at_parts(mac.tokens.clone());
    }

    fn look_at_parts(&mut self, tokens: TokenStream) {
        for part in split_at_commas(tokens) {
            // `json!({ "name": value })`: what is no expression may have some inside.
            let Some(expr) = argument(part.clone()) else {
                for token in part {
                    if let TokenTree::Group(group) = token {
                        self.look_at_parts(group.stream());
                    }
                }
                continue;
            };
            let span = self.expr_span(&expr);
            let (place, _) = self.place(&expr);
            let looked = Operand::Ref { place, mutable: false };
            let unknown = Rvalue::Unknown(vec![looked]);
            let ty = Ty::unit();
            let local = self.local(None, ty, span);
            self.assign(local, unknown, span);
        }
    }

    /// `join!(a, b)`: all are awaited; the values come as a tuple.
    fn join(&mut self, mac: &syn::Macro, fails: bool, span: Span) -> Value {
        let futures: Vec<Value> = expressions(mac.tokens.clone())
            .iter()
            .map(|e| {
                let value = self.value(e, &Ty::Unknown);
                let (place, ty) = self.place_of(value, span);
                (Operand::Place(place), ty)
            })
            .collect();
        let mut fields = Vec::new();
        let mut types = Vec::new();
        self.frame().body.races.push(span);
        for (n, (future, ty)) in futures.into_iter().enumerate() {
            let (value, ty) = self.await_value(future, ty, span);
            let (value, ty) = if fails {
                // An error of one ends the whole; what the others hold by then is lost with the tuple, which is
                // left to the caller's `?`.
                let (place, ty) = self.place_of((value, ty), span);
                let inner = match self.infer.shallow(&ty) {
                    Ty::Adt(_, args) if !args.is_empty() => args[0].clone(),
                    _ => Ty::Unknown,
                };
                (Operand::Place(place.then(Step::Field("0".into()))), inner)
            } else {
                (value, ty)
            };
            fields.push((n.to_string().into(), value));
            types.push(ty);
        }
        let (tuple, ty) =
            self.temp_value(Rvalue::Aggregate { adt: None, variant: None, fields }, Ty::Tuple(types.into()), span);
        if !fails {
            return (tuple, ty);
        }
        let fields = vec![("0".into(), tuple)];
        self.temp_value(Rvalue::Aggregate { adt: None, variant: Some("Ok".into()), fields }, Ty::Unknown, span)
    }

    /// `select! { pat = future => body, .. }`: one future is awaited, the others are dropped unawaited.
    fn select(&mut self, mac: &syn::Macro, span: Span) -> Value {
        let Some(arms) = select_arms(mac.tokens.clone()) else {
            let args = self.named_variables(mac.tokens.clone());
            return self.emit_call(crate::flow::graph::Callee::Unknown, args, Ty::Unknown, span);
        };
        let ty = self.infer.fresh();
        let result = self.result(&ty, span);
        let end = self.new_block();
        // All futures are made before one of them wins.
        let mut futures = Vec::new();
        for arm in &arms {
            let Some((_, future)) = &arm.awaited else { continue };
            let at = self.expr_span(future);
            let (operand, ty) = self.value(future, &Ty::Unknown);
            let owned = matches!(operand, Operand::Place(_));
            let holder = self.local(None, ty.clone(), at);
            self.assign(holder, Rvalue::Use(operand), at);
            futures.push((holder, ty, owned, at));
        }
        let mut winners = futures.clone().into_iter();
        for arm in &arms {
            let (this, next) = (self.new_block(), self.new_block());
            self.end_into(Term::Branch { cond: Operand::Const(Const::Unknown), yes: this, no: next }, this);
            self.enter_block();
            if let (Some((pat, _)), Some((winner, future_ty, _, at))) = (&arm.awaited, winners.next()) {
                self.enter(ScopeKind::Statement);
                for (loser, _, owned, at) in &futures {
                    if *loser != winner && *owned {
                        self.push(Stmt::Drop((*loser).into(), Exit { kind: ExitKind::Cancelled, span: *at }));
                    }
                }
                self.frame().body.races.push(at);
                let value = self.await_value(Operand::Place(winner.into()), future_ty, at);
                let (place, ty) = self.place_of(value, at);
                // A pattern that does not fit disables the arm.
                self.test(pat, &place, &ty, next);
                self.declare(pat, &ty);
                self.bind(pat, &place, &ty);
                self.leave_statement(at);
            }
            let value = self.value(&arm.body, &Ty::Unknown);
            self.set(result, Some(value), &ty, span);
            let close = self.expr_span(&arm.body);
            self.leave_block(Span { start: close.end.saturating_sub(1), ..close });
            self.end_into(Term::Goto(end), next);
        }
        self.end_into(Term::Diverge, end);
        (Operand::Place(result.into()), ty)
    }
}

/// `matches!(scrutinee, pattern if guard)`
pub(super) fn matches_parts(mac: &syn::Macro) -> Option<(Expr, Pat, Option<Expr>)> {
    let parse = |input: syn::parse::ParseStream| {
        let scrutinee: Expr = input.parse()?;
        input.parse::<syn::Token![,]>()?;
        let pat = Pat::parse_multi_with_leading_vert(input)?;
        let guard = if input.peek(syn::Token![if]) {
            input.parse::<syn::Token![if]>()?;
            Some(input.parse::<Expr>()?)
        } else {
            None
        };
        input.parse::<Option<syn::Token![,]>>()?;
        Ok((scrutinee, pat, guard))
    };
    parse_tokens(mac.tokens.clone(), parse).ok()
}

/// The arguments of a macro that takes expressions, `[x; n]` included.
fn expressions(tokens: TokenStream) -> Vec<Expr> {
    if let Ok(list) = parse_tokens(tokens.clone(), Punctuated::<Expr, syn::Token![,]>::parse_terminated) {
        return list.into_iter().collect();
    }
    let repeat = |input: syn::parse::ParseStream| {
        let value: Expr = input.parse()?;
        input.parse::<syn::Token![;]>()?;
        input.parse::<Expr>()?;
        Ok(value)
    };
    if let Ok(value) = parse_tokens(tokens.clone(), repeat) {
        return vec![value];
    }
    split_at_commas(tokens).into_iter().filter_map(argument).collect()
}

fn split_at_commas(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut parts = vec![Vec::new()];
    for token in tokens {
        match &token {
            TokenTree::Punct(p) if p.as_char() == ',' || p.as_char() == ';' => parts.push(Vec::new()),
            _ => parts.last_mut().expect("never empty").push(token),
        }
    }
    parts
}

/// One argument of a formatting or logging macro: `x`, `name = x`, `a.b = %x`, `?x`, `target: x`.
fn argument(tokens: Vec<TokenTree>) -> Option<Expr> {
    let is = |token: &TokenTree, c: char| matches!(token, TokenTree::Punct(p) if p.as_char() == c);
    let mut rest = &tokens[..];
    // A field's name, up to a `=` or `:` that stands alone.
    let named = rest.iter().position(|t| is(t, '=') || is(t, ':'));
    if let Some(at) = named
        && at > 0
        && rest[..at].iter().all(|t| matches!(t, TokenTree::Ident(_) | TokenTree::Literal(_)) || is(t, '.'))
        && rest.get(at + 1).is_some_and(|t| !is(t, '=') && !is(t, ':'))
    {
        rest = &rest[at + 1..];
    }
    if let [sigil, value @ ..] = rest
        && (is(sigil, '%') || is(sigil, '?'))
    {
        rest = value;
    }
    parse_tokens(rest.iter().cloned().collect(), syn::parse::Parse::parse).ok()
}

struct SelectArm {
    /// `None` for `else` and `complete`.
    awaited: Option<(Pat, Expr)>,
    body: Expr,
}

fn select_arms(tokens: TokenStream) -> Option<Vec<SelectArm>> {
    let parse = |input: syn::parse::ParseStream| {
        let mut arms = Vec::new();
        if input.peek(syn::Ident) && input.fork().parse::<syn::Ident>()? == "biased" && input.peek2(syn::Token![;]) {
            input.parse::<syn::Ident>()?;
            input.parse::<syn::Token![;]>()?;
        }
        while !input.is_empty() {
            let bare = input.peek(syn::Token![else]) || (input.peek(syn::Ident) && input.peek2(syn::Token![=>]));
            let awaited = if bare {
                input.parse::<TokenTree>()?;
                None
            } else {
                let pat = Pat::parse_multi(input)?;
                input.parse::<syn::Token![=]>()?;
                let future: Expr = input.parse()?;
                if input.peek(syn::Token![,]) {
                    input.parse::<syn::Token![,]>()?;
                    input.parse::<syn::Token![if]>()?;
                    input.parse::<Expr>()?;
                }
                Some((pat, future))
            };
            input.parse::<syn::Token![=>]>()?;
            let body: Expr = if input.peek(syn::token::Brace) {
                let block: syn::Block = input.parse()?;
                Expr::Block(syn::ExprBlock { attrs: Vec::new(), label: None, block })
            } else {
                input.parse()?
            };
            input.parse::<Option<syn::Token![,]>>()?;
            arms.push(SelectArm { awaited, body });
        }
        Ok(arms)
    };
    parse_tokens(tokens, parse).ok()
}
