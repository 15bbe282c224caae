//! The names in a stub: each must be a word of the language, or something that a stub has.
//!
//! Methods that are called on values are not looked at, and of `Type::name` only whether any type has it: what a value
//! is would have to be inferred. Nor are the insides of macros.

use proc_macro2::Span;
use rustc_hash::FxHashSet;
use syn::{
    Expr, ExprCall, ExprPath, ExprStruct, File, Generics, Ident, ImplItemFn, Item, ItemFn, ItemImpl, ItemMod,
    ItemTrait, Pat, PatStruct, PatTupleStruct, Path, Signature, TraitItemFn, TypePath, UseTree,
    spanned::Spanned as _,
    visit::{self, Visit},
};

use super::Problems;
use crate::{
    flow::graph::Intrinsic,
    index::{CrateId, Index, ModId, Name, Ns, Resolved},
    suggest,
};

pub fn check(index: &Index, krate: CrateId, file: &File, problems: &mut Problems) {
    let mut checker = Checker {
        index,
        associated: associated(index),
        module: index[krate].root,
        generics: Vec::new(),
        locals: Vec::new(),
        told: FxHashSet::default(),
        problems,
    };
    checker.visit_file(file);
}

struct Checker<'a> {
    index: &'a Index,
    associated: FxHashSet<&'a Name>,
    /// The module that is being looked at.
    module: ModId,
    /// The type parameters of all that is around.
    generics: Vec<String>,
    /// The variables of all functions and closures around, wherever they are in scope.
    locals: Vec<String>,
    /// What was told already: an import that leads nowhere is told once, not wherever its name stands.
    told: FxHashSet<Name>,
    problems: &'a mut Problems,
}

/// The names of functions, constants and types that stubs have in an `impl` or a trait.
fn associated(index: &Index) -> FxHashSet<&Name> {
    let is_stub = |module: ModId| index.krate(module).stub.is_some();
    let funs = index.funs.iter().filter(|fun| is_stub(fun.module)).map(|fun| &fun.name);
    let consts = index.consts.iter().filter(|item| is_stub(item.module)).map(|item| &item.name);
    let traits = index.traits.iter().filter(|item| is_stub(item.module));
    let impls = index.impls.iter().filter(|item| is_stub(item.module));
    let types = traits.flat_map(|item| item.assoc.iter().map(|(name, ..)| name));
    funs.chain(consts).chain(types).chain(impls.flat_map(|item| item.assoc.iter().map(|(name, ..)| name))).collect()
}

impl<'a> Checker<'a> {
    /// Looks at something in which more names are known.
    fn within(&mut self, generics: Option<&Generics>, look: impl FnOnce(&mut Self)) {
        let (outer_generics, outer_locals) = (self.generics.len(), self.locals.len());
        let params = generics.into_iter().flat_map(|generics| &generics.params);
        self.generics.extend(params.filter_map(|param| match param {
            syn::GenericParam::Type(param) => Some(param.ident.to_string()),
            syn::GenericParam::Const(param) => Some(param.ident.to_string()),
            syn::GenericParam::Lifetime(_) => None,
        }));
        look(self);
        self.generics.truncate(outer_generics);
        self.locals.truncate(outer_locals);
    }

    fn function(&mut self, signature: &Signature, look: impl FnOnce(&mut Self), variables: Variables) {
        self.within(Some(&signature.generics), |this| {
            this.locals.extend(variables.0);
            look(this);
        });
    }

    /// Does a path lead to something that was read? If not, that is told.
    fn path(&mut self, path: &Path, ns: Ns) {
        let names: Vec<Name> = path.segments.iter().map(|segment| plain(&segment.ident).into()).collect();
        let Some(first) = names.first() else { return };
        let is_known = first == "Self" || self.generics.iter().any(|name| name == first);
        // What `step` gives is an enum that no stub has.
        if is_known || (first == "Step" && names.len() == 2) {
            return;
        }
        let global = path.leading_colon.is_some();
        let found = self.index.resolve(self.module, &names, global, ns);
        let rest = found.as_ref().map_or(0, |found| found.rest);
        match found.map(|found| found.target) {
            Some(Resolved::Foreign(path_of)) => self.unknown(path.span(), path_of),
            Some(_) if names[names.len() - rest..].iter().all(|name| self.associated.contains(name)) => {}
            _ => self.unknown(path.span(), names.join("::").into()),
        }
    }

    fn unknown(&mut self, at: Span, path: Name) {
        let last = path.rsplit("::").next().unwrap_or(&path);
        let help = format!(
            "check its path; a bound that carries no type can be left out, and what is of no matter can be declared here, \
             such as `struct {last};`"
        );
        if self.told.insert(path.clone()) {
            self.problems.at(at, format!("no stub has `{path}`"), Some(help));
        }
    }

    /// A plain name that is called: a variable, a function, or a word.
    fn call(&mut self, ident: &Ident) {
        let name = plain(ident);
        let is_local = self.locals.contains(&name) || self.generics.contains(&name) || name == "Self";
        let found = self.index.resolve(self.module, &[name.as_str().into()], false, Ns::Value);
        let is_found = found.is_some_and(|found| !matches!(found.target, Resolved::Foreign(_)));
        if is_local || is_found || Intrinsic::named(&name).is_some() {
            return;
        }
        let words = Intrinsic::WORDS.iter().map(|(word, _)| *word);
        let help = suggest::did_you_mean(&name, words.clone())
            .unwrap_or_else(|| format!("the words are {}", words.collect::<Vec<_>>().join(", ")));
        self.problems.at(ident.span(), format!("there is neither a word nor a function `{name}`"), Some(help));
    }

    /// The leaves of a `use`.
    fn imports(&mut self, tree: &UseTree, path: &mut Vec<Name>, global: bool) {
        let (last, at) = match tree {
            UseTree::Path(tree) => {
                path.push(plain(&tree.ident).into());
                self.imports(&tree.tree, path, global);
                path.pop();
                return;
            }
            UseTree::Group(tree) => return tree.items.iter().for_each(|tree| self.imports(tree, path, global)),
            UseTree::Glob(tree) => (None, tree.span()),
            UseTree::Name(tree) if tree.ident == "self" => (None, tree.span()),
            UseTree::Name(tree) => (Some(&tree.ident), tree.span()),
            UseTree::Rename(tree) => (Some(&tree.ident), tree.span()),
        };
        let names: Vec<Name> = path.iter().cloned().chain(last.map(|ident| plain(ident).into())).collect();
        match self.index.resolve(self.module, &names, global, Ns::Type).map(|found| (found.target, found.rest)) {
            Some((Resolved::Foreign(path_of), _)) => self.unknown(at, path_of),
            Some((_, 0)) => {}
            _ => self.unknown(at, names.join("::").into()),
        }
    }
}

impl<'ast> Visit<'ast> for Checker<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            Item::Use(item) => self.imports(&item.tree, &mut Vec::new(), item.leading_colon.is_some()),
            Item::Struct(inner) => self.within(Some(&inner.generics), |this| visit::visit_item(this, item)),
            Item::Enum(inner) => self.within(Some(&inner.generics), |this| visit::visit_item(this, item)),
            Item::Type(inner) => self.within(Some(&inner.generics), |this| visit::visit_item(this, item)),
            _ => visit::visit_item(self, item),
        }
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let name: Name = plain(&item.ident).into();
        let Some(Resolved::Mod(inside)) = self.index[self.module].types.get(&name) else { return };
        let outer = std::mem::replace(&mut self.module, *inside);
        visit::visit_item_mod(self, item);
        self.module = outer;
    }

    fn visit_item_impl(&mut self, item: &'ast ItemImpl) {
        self.within(Some(&item.generics), |this| {
            if let Some((path, _)) = &item.trait_ {
                this.path(path, Ns::Type);
            }
            visit::visit_item_impl(this, item);
        });
    }

    fn visit_item_trait(&mut self, item: &'ast ItemTrait) {
        self.within(Some(&item.generics), |this| visit::visit_item_trait(this, item));
    }

    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        let variables = Variables::of(|variables| variables.visit_item_fn(item));
        self.function(&item.sig, |this| visit::visit_item_fn(this, item), variables);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        let variables = Variables::of(|variables| variables.visit_impl_item_fn(item));
        self.function(&item.sig, |this| visit::visit_impl_item_fn(this, item), variables);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast TraitItemFn) {
        let variables = Variables::of(|variables| variables.visit_trait_item_fn(item));
        self.function(&item.sig, |this| visit::visit_trait_item_fn(this, item), variables);
    }

    fn visit_impl_item_type(&mut self, item: &'ast syn::ImplItemType) {
        self.within(Some(&item.generics), |this| visit::visit_impl_item_type(this, item));
    }

    fn visit_trait_item_type(&mut self, item: &'ast syn::TraitItemType) {
        self.within(Some(&item.generics), |this| visit::visit_trait_item_type(this, item));
    }

    fn visit_type_path(&mut self, ty: &'ast TypePath) {
        if ty.qself.is_none() {
            self.path(&ty.path, Ns::Type);
        }
        visit::visit_type_path(self, ty);
    }

    fn visit_trait_bound(&mut self, bound: &'ast syn::TraitBound) {
        self.path(&bound.path, Ns::Type);
        visit::visit_trait_bound(self, bound);
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        match &*call.func {
            Expr::Path(path) if path.qself.is_none() && path.path.get_ident().is_some() => {
                path.path.get_ident().into_iter().for_each(|ident| self.call(ident));
                call.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            _ => visit::visit_expr_call(self, call),
        }
    }

    fn visit_expr_path(&mut self, expr: &'ast ExprPath) {
        let is_local =
            expr.path.get_ident().is_some_and(|ident| ident == "self" || self.locals.contains(&plain(ident)));
        if expr.qself.is_none() && !is_local {
            self.path(&expr.path, Ns::Value);
        }
        visit::visit_expr_path(self, expr);
    }

    fn visit_expr_struct(&mut self, expr: &'ast ExprStruct) {
        self.path(&expr.path, Ns::Type);
        visit::visit_expr_struct(self, expr);
    }

    fn visit_pat_struct(&mut self, pat: &'ast PatStruct) {
        self.path(&pat.path, Ns::Type);
        visit::visit_pat_struct(self, pat);
    }

    fn visit_pat_tuple_struct(&mut self, pat: &'ast PatTupleStruct) {
        self.path(&pat.path, Ns::Value);
        visit::visit_pat_tuple_struct(self, pat);
    }
}

/// The names that patterns in a function bind.
struct Variables(Vec<String>);

impl Variables {
    fn of(look: impl FnOnce(&mut Variables)) -> Variables {
        let mut variables = Variables(Vec::new());
        look(&mut variables);
        variables
    }
}

impl<'ast> Visit<'ast> for Variables {
    fn visit_pat(&mut self, pat: &'ast Pat) {
        if let Pat::Ident(pat) = pat {
            self.0.push(plain(&pat.ident));
        }
        visit::visit_pat(self, pat);
    }
}

/// Without `r#`.
fn plain(ident: &Ident) -> String {
    let name = ident.to_string();
    name.strip_prefix("r#").map_or(name.clone(), str::to_owned)
}
