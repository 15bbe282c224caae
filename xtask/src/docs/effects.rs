//! Which words are in the functions of a stub, and in the functions of the same stub that they call.
//!
//! This is not the analyser: no path is told from another, and of a call only those are followed whose callee a name
//! tells. It is enough to say for people what a function is there for.

use std::collections::{BTreeSet, HashSet};

use syn::{
    Block, Expr, FnArg, ImplItem, Item, Member, Pat, ReturnType, Signature, TraitItem, Type, UnOp,
    visit::{self, Visit},
};

use crate::stubs::{
    claims::target,
    stub::Notes,
    tree::{Id, Space, Target, Tree, is_public},
    versions::Requirement,
};

/// A function of a stub.
pub struct Function<'a> {
    pub signature: &'a Signature,
    block: Option<&'a Block>,
    module: usize,
    pub owner: Owner<'a>,
    /// May users call it, if they can name its owner?
    pub is_public: bool,
    /// The versions that have it, if not all have.
    pub versions: Option<Requirement>,
    /// Its own `#[reuse = ".."]`.
    pub reuse: Option<String>,
}

/// Where a function is defined.
pub enum Owner<'a> {
    Module(Id),
    Trait(Id),
    /// What the type is, the type, and the trait if there is one.
    Impl(Target, &'a Type, Option<&'a syn::Path>),
}

/// What a function does.
#[derive(Default)]
pub struct Effects {
    /// The words that are in it: `drain`.
    words: BTreeSet<String>,
    /// It gives what it is called on to somebody else.
    pub moves: bool,
    /// It puts something else in the place of what it is called on.
    pub replaces: bool,
}

impl Effects {
    pub fn has(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.words.contains(*word))
    }
}

/// All functions of a stub, those that are its own included.
pub struct Functions<'a> {
    tree: &'a Tree<'a>,
    pub all: Vec<Function<'a>>,
}

impl<'a> Functions<'a> {
    pub fn of(tree: &'a Tree<'a>) -> syn::Result<Functions<'a>> {
        let mut all = Vec::new();
        for id in tree.ids() {
            let outer = tree.notes(id);
            let mut push = |attrs: &[syn::Attribute], signature, block, owner, is_public| -> syn::Result<()> {
                let mut notes = Notes::read(attrs)?;
                notes.inherit(outer);
                let reuse = attrs.iter().find(|attr| attr.path().is_ident("reuse")).and_then(text);
                let versions = notes.versions;
                all.push(Function { signature, block, module: id.0, owner, is_public, versions, reuse });
                Ok(())
            };
            match tree.item(id) {
                Item::Fn(item) => {
                    push(&item.attrs, &item.sig, Some(&*item.block), Owner::Module(id), is_public(&item.vis))?;
                }
                Item::Trait(item) => {
                    for member in &item.items {
                        if let TraitItem::Fn(member) = member {
                            push(&member.attrs, &member.sig, member.default.as_ref(), Owner::Trait(id), true)?;
                        }
                    }
                }
                Item::Impl(item) => {
                    let of = item.trait_.as_ref().map(|(path, _)| path);
                    let ty = target(tree, id.0, &item.self_ty);
                    for member in &item.items {
                        if let ImplItem::Fn(member) = member {
                            let is_public = of.is_some() || is_public(&member.vis);
                            let owner = Owner::Impl(ty, &item.self_ty, of);
                            push(&member.attrs, &member.sig, Some(&member.block), owner, is_public)?;
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(Functions { tree, all })
    }

    /// What a function does, and the future that it gives.
    pub fn effects(&self, function: &Function) -> Effects {
        let mut effects = Effects::default();
        self.add(function, &mut effects, &mut HashSet::new());
        effects
    }

    fn add(&self, function: &Function, effects: &mut Effects, seen: &mut HashSet<*const Signature>) {
        if !seen.insert(function.signature) {
            return;
        }
        if let ReturnType::Type(_, ty) = &function.signature.output
            && let Some(future) = self.type_of(function, ty)
            // A future that is only changed says so once, for itself.
            && self.owner(function) != Some(future)
        {
            self.method(future, "resolve", effects, seen);
        }
        let Some(block) = function.block else { return };
        let mut body = Body { own: own_names(function.signature), calls: Vec::new(), effects };
        body.visit_block(block);
        for call in body.calls {
            match call {
                Call::Path(path) => self.path(function, &path, effects, seen),
                Call::Method(None, name) => {
                    if let Some(owner) = self.owner(function) {
                        self.method(owner, &name, effects, seen);
                    }
                }
                Call::Method(Some(field), name) => {
                    if let Some(ty) = self.field(function, &field) {
                        self.method(ty, &name, effects, seen);
                    }
                }
            }
        }
    }

    fn path(&self, from: &Function, path: &[String], effects: &mut Effects, seen: &mut HashSet<*const Signature>) {
        let [outer @ .., last] = path else { return };
        if outer == ["Self"] {
            if let Some(owner) = self.owner(from) {
                self.method(owner, last, effects, seen);
            }
            return;
        }
        match self.tree.resolve(from.module, false, path, Space::Value) {
            Target::Item(id) => {
                let callee = self.all.iter().find(|callee| matches!(callee.owner, Owner::Module(own) if own == id));
                if let Some(callee) = callee {
                    self.inside(callee, effects, seen);
                }
            }
            Target::Within(id) => self.method(id, last, effects, seen),
            _ if outer.is_empty() => {
                effects.words.insert(last.clone());
            }
            _ => {}
        }
    }

    fn method(&self, owner: Id, name: &str, effects: &mut Effects, seen: &mut HashSet<*const Signature>) {
        let is_it = |callee: &&Function| callee.signature.ident == name && self.owner(callee) == Some(owner);
        if let Some(callee) = self.all.iter().find(is_it) {
            self.inside(callee, effects, seen);
        }
    }

    /// What becomes of the callee's own `self` is not the caller's.
    fn inside(&self, callee: &Function, effects: &mut Effects, seen: &mut HashSet<*const Signature>) {
        let mut inner = Effects::default();
        self.add(callee, &mut inner, seen);
        effects.words.extend(inner.words);
    }

    /// The module in which it stands.
    pub fn module(&self, function: &Function) -> usize {
        function.module
    }

    /// The type or trait that a method belongs to, if it is the stub's.
    pub fn owner(&self, function: &Function) -> Option<Id> {
        match function.owner {
            Owner::Trait(id) | Owner::Impl(Target::Item(id), ..) => Some(id),
            _ => None,
        }
    }

    /// The type of a field of what a function is a method of.
    fn field(&self, function: &Function, name: &str) -> Option<Id> {
        let id = self.owner(function)?;
        let Item::Struct(item) = self.tree.item(id) else { return None };
        let is_it = |field: &&syn::Field| field.ident.as_ref().is_some_and(|ident| ident == name);
        self.item(id.0, &item.fields.iter().find(is_it)?.ty)
    }

    fn type_of(&self, function: &Function, ty: &Type) -> Option<Id> {
        let is_self = matches!(ty, Type::Path(path) if path.path.is_ident("Self"));
        if is_self { self.owner(function) } else { self.item(function.module, ty) }
    }

    fn item(&self, module: usize, ty: &Type) -> Option<Id> {
        let ty = if let Type::Reference(reference) = ty { &*reference.elem } else { ty };
        match target(self.tree, module, ty) {
            Target::Item(id) => Some(id),
            _ => None,
        }
    }
}

/// `a` of `a.b.c`
fn place(mut expr: &Expr) -> &Expr {
    while let Expr::Field(field) = expr {
        expr = &field.base;
    }
    expr
}

/// What a function is called on: `self`, or for a conversion its argument.
fn own_names(signature: &Signature) -> Vec<String> {
    let own = signature.inputs.first().map(|input| match input {
        FnArg::Receiver(_) => "self".to_owned(),
        FnArg::Typed(input) => match &*input.pat {
            Pat::Ident(pat) => pat.ident.to_string(),
            _ => String::new(),
        },
    });
    own.into_iter().collect()
}

/// The text after `=`.
pub fn text(attr: &syn::Attribute) -> Option<String> {
    match &attr.meta.require_name_value().ok()?.value {
        Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

/// A call that may be of the same stub.
enum Call {
    Path(Vec<String>),
    /// On `self`, or on a field of it.
    Method(Option<String>, String),
}

struct Body<'e> {
    /// The names of what it is called on.
    own: Vec<String>,
    calls: Vec<Call>,
    effects: &'e mut Effects,
}

impl Body<'_> {
    fn is_own(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Path(path) => path.path.get_ident().is_some_and(|ident| self.own.iter().any(|name| ident == name)),
            Expr::Unary(expr) if matches!(expr.op, UnOp::Deref(_)) => self.is_own(&expr.expr),
            _ => false,
        }
    }
}

impl<'ast> Visit<'ast> for Body<'_> {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            _ if self.is_own(expr) => self.effects.moves = true,
            Expr::Call(call) => {
                let mut path = Vec::new();
                if let Expr::Path(callee) = &*call.func {
                    path = callee.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
                }
                // A word that is given it only says something of it.
                let is_word = path.len() == 1 && path[0].starts_with(|c: char| c.is_lowercase());
                self.calls.push(Call::Path(path));
                for arg in &call.args {
                    if !is_word || !self.is_own(arg) {
                        self.visit_expr(arg);
                    }
                }
            }
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                match &*call.receiver {
                    receiver if self.is_own(receiver) => self.calls.push(Call::Method(None, name)),
                    Expr::Field(field) if self.is_own(&field.base) => {
                        if let Member::Named(field) = &field.member {
                            self.calls.push(Call::Method(Some(field.to_string()), name));
                        }
                    }
                    receiver => self.visit_expr(receiver),
                }
                call.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            Expr::Reference(reference) if self.is_own(place(&reference.expr)) => {}
            Expr::Assign(assign) if self.is_own(&assign.left) => {
                self.effects.replaces = true;
                self.visit_expr(&assign.right);
            }
            _ => visit::visit_expr(self, expr),
        }
    }
}
