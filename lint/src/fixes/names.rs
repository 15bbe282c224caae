//! Where a variable is used for the last time, and by what.
//!
//! Words are looked for in the text, so that those in macros and format strings count. What is taken for a use and is
//! none only makes the last use a later one.

use syn::{Expr, Pat, Stmt, visit::Visit};

use super::site::Site;
use crate::{index::Receiver, source::Span, types::Ty};

/// Does a name stand in a text, as a word of its own?
pub(super) fn occurs(text: &str, name: &str) -> bool {
    places(text, name).next().is_some()
}

/// Where it stands.
fn places<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = usize> + 't {
    let is_part = |c: char| c == '_' || c.is_alphanumeric();
    text.match_indices(name)
        .map(|(at, _)| at)
        .filter(move |at| !text[..*at].ends_with(is_part) && !text[at + name.len()..].starts_with(is_part))
}

/// Is nothing asked of a variable in a text but the status of the response?
pub(super) fn asks_for_the_status_only(text: &str, name: &str) -> bool {
    places(text, name).all(|at| {
        let rest = text[at + name.len()..].trim_start();
        let Some(method) = rest.strip_prefix('.').map(str::trim_start) else { return false };
        method.starts_with("status()") || method.starts_with("error_for_status_ref()")
    })
}

/// The last statement of a block, behind number `first`, in which a variable is used or anything that may borrow from
/// it. `first` itself if there is none; `None` if another variable takes its name before.
pub(super) fn last_use(site: &mut Site, block: &syn::Block, first: Option<usize>, name: &str) -> Option<Option<usize>> {
    let mut names = vec![name.to_owned()];
    let mut last = first;
    let mut shadowed = None;
    for (at, stmt) in block.stmts.iter().enumerate().skip(first.map_or(0, |first| first + 1)) {
        let Some(span) = site.of_stmt(stmt) else { continue };
        let text = site.slice(span);
        if names.iter().any(|name| occurs(text, name)) {
            last = Some(at);
            borrowers(site, stmt, &mut names);
        }
        if shadowed.is_none() && matches!(stmt, Stmt::Local(local) if binds(&local.pat).iter().any(|it| it == name)) {
            shadowed = Some(at);
            names.retain(|it| it != name);
        }
    }
    // What comes behind the last use must still mean this variable.
    shadowed.is_none_or(|shadowed| last < Some(shadowed)).then_some(last)
}

/// Does a variable of this type stay as it is in these statements, as far as can be seen? In macros it does.
pub(super) fn stays(site: &mut Site, stmts: &[Stmt], name: &str, ty: &Ty) -> bool {
    let mut finder = Moves { site, name, ty, is_moved: false };
    stmts.iter().for_each(|stmt| finder.visit_stmt(stmt));
    !finder.is_moved
}

struct Moves<'s, 'a> {
    site: &'s mut Site<'a>,
    name: &'s str,
    ty: &'s Ty,
    is_moved: bool,
}

impl Moves<'_, '_> {
    fn is_it(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Path(path) if path.path.is_ident(self.name))
    }

    /// What moves in all that it names.
    fn captures(&mut self, expr: &Expr) {
        self.is_moved |= occurs(self.site.slice(self.site.of_expr(expr)), self.name);
    }
}

impl<'f> Visit<'f> for Moves<'_, '_> {
    fn visit_expr(&mut self, expr: &'f Expr) {
        match expr {
            _ if self.is_it(expr) => self.is_moved = true,
            Expr::Reference(e) if self.is_it(&e.expr) => {}
            Expr::Field(e) if self.is_it(&e.base) => {}
            Expr::MethodCall(e) if self.is_it(&e.receiver) => {
                let method = self.site.types.method(self.ty, &e.method.to_string());
                let receiver = method.and_then(|method| self.site.lookup.index[method].receiver.as_ref());
                // What may change it may have begun to read.
                self.is_moved |= !matches!(receiver, Some(Receiver::Ref { mutable: false }));
                e.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            Expr::Closure(e) if e.capture.is_some() => self.captures(expr),
            Expr::Async(e) if e.capture.is_some() => self.captures(expr),
            _ => syn::visit::visit_expr(self, expr),
        }
    }

    /// A function of its own.
    fn visit_item(&mut self, _: &'f syn::Item) {}
}

/// The names that may borrow from the variable, up to the statement at `until`, which stands somewhere in the block.
pub(super) fn borrowing(site: &mut Site, stmts: &[Stmt], until: Span, name: &str) -> Vec<String> {
    let mut names = vec![name.to_owned()];
    for stmt in stmts {
        match site.of_stmt(stmt) {
            Some(span) if span.end <= until.start => {}
            _ => break,
        }
        let mentions = site.of_stmt(stmt).is_some_and(|span| names.iter().any(|name| occurs(site.slice(span), name)));
        if mentions {
            borrowers(site, stmt, &mut names);
        }
    }
    names
}

/// Adds the variables that a statement may have made to borrow.
fn borrowers(site: &mut Site, stmt: &Stmt, names: &mut Vec<String>) {
    match stmt {
        Stmt::Local(local) => {
            let Some(init) = &local.init else { return };
            let ty = site.ty(&init.expr);
            if site.types.may_borrow(&ty) {
                names.extend(binds(&local.pat));
            }
        }
        Stmt::Expr(expr, _) => {
            let mut finder = Changed { site, names: names.clone(), found: Vec::new() };
            finder.visit_expr(expr);
            names.append(&mut finder.found);
        }
        Stmt::Macro(_) | Stmt::Item(_) => {}
    }
}

/// All names that a pattern binds.
pub(super) fn binds(pat: &Pat) -> Vec<String> {
    struct Binds(Vec<String>);
    impl<'f> Visit<'f> for Binds {
        fn visit_pat_ident(&mut self, pat: &'f syn::PatIdent) {
            self.0.push(pat.ident.to_string());
            syn::visit::visit_pat_ident(self, pat);
        }
    }
    let mut finder = Binds(Vec::new());
    finder.visit_pat(pat);
    finder.0
}

/// Finds variables to which something is assigned or given that speaks of others: `x = response.headers()`,
/// `list.push(response.url())`.
struct Changed<'s, 'a> {
    site: &'s Site<'a>,
    names: Vec<String>,
    found: Vec<String>,
}

impl Changed<'_, '_> {
    fn add(&mut self, target: &Expr, given: &Expr) {
        let text = self.site.slice(self.site.of_expr(given));
        if let Some(name) = root(target)
            && self.names.iter().any(|name| occurs(text, name))
        {
            self.found.push(name);
        }
    }
}

impl<'f> Visit<'f> for Changed<'_, '_> {
    fn visit_expr_assign(&mut self, expr: &'f syn::ExprAssign) {
        self.add(&expr.left, &expr.right);
        syn::visit::visit_expr_assign(self, expr);
    }

    fn visit_expr_method_call(&mut self, expr: &'f syn::ExprMethodCall) {
        expr.args.iter().for_each(|arg| self.add(&expr.receiver, arg));
        syn::visit::visit_expr_method_call(self, expr);
    }
}

/// `a` of `a.b[c]`
fn root(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
        Expr::Field(field) => root(&field.base),
        Expr::Index(index) => root(&index.expr),
        Expr::Unary(unary) => root(&unary.expr),
        Expr::Paren(paren) => root(&paren.expr),
        _ => None,
    }
}
