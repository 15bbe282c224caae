//! The function around a finding, and how text is written into it.
//!
//! Only code that stands as it is in the text is found: what is inside of a macro is not.

use syn::{Expr, Pat, Stmt, visit::Visit};

use crate::{
    edit::Edit,
    index::{Fun, FunId},
    lower::{self, Types},
    source::{self, Sources, Span},
    types::{Lookup, Ty},
};

/// A function whose text may be changed.
pub(super) struct Site<'a> {
    pub lookup: &'a Lookup<'a>,
    pub id: FunId,
    pub types: Types<'a>,
    /// Of the whole file.
    pub text: &'a str,
}

/// A statement, and the block in which it stands.
#[derive(Clone, Copy)]
pub(super) struct Level<'f> {
    pub block: &'f syn::Block,
    pub at: usize,
    /// May code in this block await?
    pub is_async: bool,
}

impl<'f> Level<'f> {
    pub fn stmt(&self) -> &'f Stmt {
        &self.block.stmts[self.at]
    }
}

impl<'a> Site<'a> {
    /// The site, and the function's syntax. Spans hold until another text is parsed on this thread.
    pub fn new(lookup: &'a Lookup<'a>, sources: &'a Sources, id: FunId) -> Option<(Self, syn::ImplItemFn)> {
        let span = lookup.index[id].span;
        let types = lower::types_in(lookup, sources, id)?;
        let parsed = source::parse_fun(sources.slice(span)).ok()?;
        Some((Site { lookup, id, types, text: sources.text(span.file) }, parsed))
    }

    pub fn fun(&self) -> &'a Fun {
        &self.lookup.index[self.id]
    }

    /// The statements around a place, the outermost first.
    pub fn levels<'f>(&self, parsed: &'f syn::ImplItemFn, place: u32) -> Vec<Level<'f>> {
        let is_async = parsed.sig.asyncness.is_some();
        let mut finder = Finder { site: self, place, is_async, levels: Vec::new() };
        finder.visit_block(&parsed.block);
        finder.levels
    }

    fn span(&self, first: proc_macro2::Span, last: proc_macro2::Span) -> Span {
        let base = self.fun().span;
        let at = |offset: usize| base.start + u32::try_from(offset).expect("files are smaller than 4 GB");
        Span { file: base.file, start: at(source::range(first).start), end: at(source::range(last).end) }
    }

    pub fn of_expr(&self, expr: &Expr) -> Span {
        let (first, last) = lower::spans::ends(expr);
        self.with_colons(self.span(first, last))
    }

    /// `::reqwest::get(url)` begins at its colons, which the first token of a path leaves out.
    fn with_colons(&self, span: Span) -> Span {
        let colons = if self.text[..span.range().start].ends_with("::") { 2 } else { 0 };
        Span { start: span.start - colons, ..span }
    }

    pub fn of_ident(&self, ident: &proc_macro2::Ident) -> Span {
        self.span(ident.span(), ident.span())
    }

    pub fn of_wild(&self, wild: &syn::PatWild) -> Span {
        self.span(wild.underscore_token.span, wild.underscore_token.span)
    }

    pub fn of_block(&self, block: &syn::Block) -> Span {
        self.span(block.brace_token.span.open(), block.brace_token.span.close())
    }

    /// With its semicolon. `None` for items and macros, which hold no code that is looked at.
    pub fn of_stmt(&self, stmt: &Stmt) -> Option<Span> {
        match stmt {
            Stmt::Local(local) => Some(self.span(local.let_token.span, local.semi_token.span)),
            Stmt::Expr(expr, None) => Some(self.of_expr(expr)),
            Stmt::Expr(expr, Some(semi)) => Some(self.of_expr(expr).to(self.span(semi.span, semi.span))),
            Stmt::Macro(mac) => {
                let first = mac.mac.path.segments.first()?.ident.span();
                let last = mac.semi_token.map_or(mac.mac.delimiter.span().close(), |semi| semi.span);
                Some(self.with_colons(self.span(first, last)))
            }
            Stmt::Item(_) => None,
        }
    }

    pub fn slice(&self, span: Span) -> &'a str {
        &self.text[span.range()]
    }

    pub fn ty(&mut self, expr: &Expr) -> Ty {
        let (first, last) = lower::spans::ends(expr);
        self.types.at(self.span(first, last))
    }

    /// A name for a new variable that the function does not know yet.
    pub fn fresh<'n>(&self, names: &[&'n str]) -> Option<&'n str> {
        let text = self.slice(self.fun().span);
        names.iter().copied().find(|name| !super::names::occurs(text, name))
    }

    /// Puts a line before a statement.
    pub fn line_before(&self, stmt: Span, line: &str) -> Edit {
        let (indent, newline) = self.layout(stmt.start);
        Edit { span: Span { end: stmt.start, ..stmt }, text: format!("{line}{newline}{indent}") }
    }

    /// Puts a line behind a statement, and behind the comment that follows it.
    pub fn line_after(&self, stmt: Span, line: &str) -> Edit {
        let (indent, newline) = self.layout(stmt.start);
        let rest = self.text[stmt.range().end..].split(['\r', '\n']).next().unwrap_or_default();
        let is_last = rest.trim().is_empty() || rest.trim_start().starts_with("//");
        let (skipped, text) = match is_last {
            true => (rest.len(), format!("{newline}{indent}{line}")),
            false => (0, format!(" {line}")),
        };
        let at = stmt.end + u32::try_from(skipped).expect("files are smaller than 4 GB");
        Edit { span: Span { start: at, end: at, ..stmt }, text }
    }

    /// The indentation of the line of a place, and what ends lines there.
    pub fn layout(&self, at: u32) -> (&'a str, &'static str) {
        let start = self.text[..at as usize].rfind('\n').map_or(0, |newline| newline + 1);
        let line = self.text[start..].trim_start_matches('\u{feff}');
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        let end = self.text[at as usize..].find('\n').map(|end| at as usize + end);
        let is_windows = end.is_some_and(|end| self.text[..end].ends_with('\r'));
        (indent, if is_windows { "\r\n" } else { "\n" })
    }
}

/// The name that a pattern binds, if it does nothing else, and whether it may be changed.
pub(super) fn plain_name(pat: &Pat) -> Option<(&proc_macro2::Ident, bool)> {
    match pat {
        Pat::Ident(pat) if pat.by_ref.is_none() && pat.subpat.is_none() => Some((&pat.ident, pat.mutability.is_some())),
        Pat::Type(pat) => plain_name(&pat.pat),
        _ => None,
    }
}

struct Finder<'s, 'a, 'f> {
    site: &'s Site<'a>,
    place: u32,
    is_async: bool,
    levels: Vec<Level<'f>>,
}

impl<'f> Visit<'f> for Finder<'_, '_, 'f> {
    fn visit_block(&mut self, block: &'f syn::Block) {
        let is_around = |span: Option<Span>| span.is_some_and(|span| (span.start..span.end).contains(&self.place));
        if !is_around(Some(self.site.of_block(block))) {
            return;
        }
        let Some(at) = block.stmts.iter().position(|stmt| is_around(self.site.of_stmt(stmt))) else { return };
        self.levels.push(Level { block, at, is_async: self.is_async });
        self.visit_stmt(&block.stmts[at]);
    }

    fn visit_expr_async(&mut self, expr: &'f syn::ExprAsync) {
        self.within(true, |this| this.visit_block(&expr.block));
    }

    fn visit_expr_closure(&mut self, expr: &'f syn::ExprClosure) {
        self.within(expr.asyncness.is_some(), |this| this.visit_expr(&expr.body));
    }

    fn visit_expr_const(&mut self, _: &'f syn::ExprConst) {}

    /// A function of its own.
    fn visit_item(&mut self, _: &'f syn::Item) {}
}

impl Finder<'_, '_, '_> {
    fn within(&mut self, is_async: bool, visit: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.is_async, is_async);
        visit(self);
        self.is_async = before;
    }
}
