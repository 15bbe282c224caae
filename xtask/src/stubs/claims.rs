//! What a stub claims about its crate: one claim for each public path, item, method, field and variant.
//!
//! Private items, private fields, `Future::resolve` and `Stream::pull` are the stub's own and claim nothing. A public
//! item is claimed under each of its public paths; one that has none is the stub's own as well. How an item becomes a
//! claim is in [`collector`](super::collector).

use std::collections::{BTreeMap, HashMap, HashSet};

use syn::{ImplItem, Item, Type};

use super::{
    collector::Collector,
    shape::{Role, Shape},
    stub::{Stub, line},
    tree::{Id, Public, Space, Target, Tree},
};

/// What a stub claims about one version of its crate.
pub struct Claims<'a> {
    pub tree: Tree<'a>,
    pub list: Vec<Claim>,
    /// What is not checked, by line: how many items, and why.
    pub unchecked: BTreeMap<usize, (usize, String)>,
    /// How many items are there in other versions only.
    pub elsewhere: usize,
    /// The path of each item that the crate has.
    pub paths: BTreeMap<Id, Vec<String>>,
    /// Response and body types.
    pub bodies: Vec<Body>,
}

/// A claim.
#[derive(Clone, Debug)]
pub struct Claim {
    pub line: usize,
    /// As it stands there.
    pub text: String,
    pub module: usize,
    /// The types and traits of the stub without which it makes no sense.
    pub named: Vec<Id>,
    pub form: Form,
}

/// How it is put to the compiler.
#[derive(Clone, Debug)]
pub enum Form {
    /// There is something at this path of the crate.
    Name(Vec<String>),
    /// What this leaf of the module imports from another crate is there.
    Import(usize),
    Shape(Box<Shape>),
    /// Not a claim, but a question: does the type at this path, with so many type parameters, have this method?
    Method {
        path: Vec<String>,
        params: usize,
        name: String,
    },
}

/// A response or body type, and the methods that the stub knows of it.
pub struct Body {
    pub path: Vec<String>,
    pub line: usize,
    pub params: usize,
    pub known: HashSet<String>,
}

impl<'a> Claims<'a> {
    /// Collects them.
    pub fn of(stub: &'a Stub, tree: Tree<'a>) -> syn::Result<Claims<'a>> {
        let public = tree.public();
        let mut paths = BTreeMap::new();
        for Public { path, target, .. } in &public {
            if let Target::Item(id) = target {
                paths.entry(*id).or_insert_with(|| path.clone());
            }
        }
        let mut own = HashSet::new();
        for id in tree.ids() {
            let notes = tree.notes(id);
            if notes.unchecked.is_some() || !tree.has(notes) || !paths.contains_key(&id) {
                own.insert(id);
                paths.remove(&id);
            }
        }
        let roles = roles(&tree);
        let mut collector = Collector::new(stub, &tree, &own, &paths, &roles);
        collector.names(&public);
        for id in tree.ids() {
            collector.item(id)?;
        }
        let Collector { mut list, unchecked, elsewhere, .. } = collector;
        list.sort_by_key(|claim| claim.line);
        let bodies = bodies(&tree, &paths);
        Ok(Claims { list, unchecked, elsewhere, paths, bodies, tree })
    }
}

/// The types that are marked as responses or bodies, and the methods that the stub has for them.
fn bodies(tree: &Tree, paths: &BTreeMap<Id, Vec<String>>) -> Vec<Body> {
    let mut bodies = Vec::new();
    for id in tree.ids().filter(|id| tree.notes(*id).is_body) {
        let (Some(path), Item::Struct(item)) = (paths.get(&id), tree.item(id)) else { continue };
        let mut known: HashSet<_> = tree.notes(id).ignored.iter().cloned().collect();
        for (_, item) in impls(tree).filter(|(module, item)| target(tree, *module, &item.self_ty) == Target::Item(id)) {
            known.extend(item.items.iter().filter_map(|member| match member {
                ImplItem::Fn(member) => Some(member.sig.ident.to_string()),
                _ => None,
            }));
        }
        let params = item.generics.type_params().count();
        bodies.push(Body { path: path.clone(), line: line(item.ident.span()), params, known });
    }
    bodies
}

/// The types that are iterators or streams.
fn roles(tree: &Tree) -> HashMap<Id, Role> {
    let mut roles = HashMap::new();
    for (module, item) in impls(tree) {
        let of = item.trait_.as_ref().and_then(|(path, _)| path.segments.last()).map(|last| last.ident.to_string());
        let role = match of.as_deref() {
            Some("Iterator") => Role::Iterator,
            Some("Stream") => Role::Stream,
            _ => continue,
        };
        if let Target::Item(id) = target(tree, module, &item.self_ty) {
            roles.insert(id, role);
        }
    }
    roles
}

/// All `impl` blocks, and where they stand.
fn impls<'a>(tree: &'a Tree<'a>) -> impl Iterator<Item = (usize, &'a syn::ItemImpl)> {
    tree.ids().filter_map(|id| match tree.item(id) {
        Item::Impl(item) => Some((id.0, item)),
        _ => None,
    })
}

/// What a type is, if it is a path.
pub fn target(tree: &Tree, module: usize, ty: &Type) -> Target {
    let Type::Path(path) = ty else { return Target::Foreign };
    let names: Vec<_> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    tree.resolve(module, path.path.leading_colon.is_some(), &names, Space::Type)
}
