//! The modules of a stub: what a path in it means, and under which paths its items are public.
//!
//! A path that leads out of the stub is [`Target::Foreign`]; nothing more is asked of it, rustc knows.

use std::collections::HashMap;

use syn::{Ident, Item, UseTree, Visibility};

use super::{
    stub::{Notes, Stub, line},
    versions::Version,
};

/// The modules of a stub; the first is the root.
pub struct Tree<'a> {
    /// Which version of the crate is looked at; all of them if there is none.
    version: Option<Version>,
    pub modules: Vec<Module<'a>>,
}

/// A module.
pub struct Module<'a> {
    pub parent: Option<usize>,
    /// From the root.
    pub path: Vec<String>,
    pub items: &'a [Item],
    /// Those of the items, by their number; what stands on a module goes for all in it.
    pub notes: Vec<Notes>,
    pub leaves: Vec<Leaf>,
    modules: HashMap<String, usize>,
    names: HashMap<(Space, String), usize>,
}

/// An item: its module, and its number there.
pub type Id = (usize, usize);

/// What a name can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Space {
    Module,
    Type,
    Value,
}

/// One name that a `use` brings in.
pub struct Leaf {
    pub path: Vec<String>,
    /// Begins with `::`.
    pub global: bool,
    /// The name here; none for `*`.
    pub name: Option<String>,
    pub public: bool,
    pub line: usize,
    pub notes: Notes,
}

/// What a path means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Module(usize),
    Item(Id),
    /// Something within an item: a variant.
    Within(Id),
    Foreign,
}

/// A path under which something is public.
pub struct Public {
    pub path: Vec<String>,
    pub target: Target,
    /// Where it says so.
    pub line: usize,
}

impl<'a> Tree<'a> {
    /// Reads the modules of a stub.
    pub fn new(stub: &'a Stub, version: Option<Version>) -> syn::Result<Tree<'a>> {
        let mut tree = Tree { version, modules: Vec::new() };
        tree.module(None, Vec::new(), &stub.items, &stub.notes)?;
        Ok(tree)
    }

    fn module(
        &mut self,
        parent: Option<usize>,
        path: Vec<String>,
        items: &'a [Item],
        outer: &Notes,
    ) -> syn::Result<usize> {
        let at = self.modules.len();
        let mut module = Module {
            parent,
            path,
            items,
            notes: Vec::new(),
            leaves: Vec::new(),
            modules: HashMap::new(),
            names: HashMap::new(),
        };
        for (number, item) in items.iter().enumerate() {
            let mut notes = Notes::read(attrs(item))?;
            notes.inherit(outer);
            if let Item::Use(item) = item {
                let mut leaves = Leaves {
                    template: Leaf {
                        path: Vec::new(),
                        global: item.leading_colon.is_some(),
                        name: None,
                        public: is_public(&item.vis),
                        line: 0,
                        notes: notes.clone(),
                    },
                    found: &mut module.leaves,
                };
                leaves.add(&item.tree, &mut Vec::new());
            }
            if let Some((space, ident)) = named(item) {
                module.names.insert((space, ident.to_string()), number);
            }
            module.notes.push(notes);
        }
        self.modules.push(module);
        for (number, item) in items.iter().enumerate() {
            if let Item::Mod(item) = item
                && let Some((_, inner)) = &item.content
            {
                let name = item.ident.to_string();
                let mut path = self.modules[at].path.clone();
                path.push(name.clone());
                let notes = self.modules[at].notes[number].clone();
                let inside = self.module(Some(at), path, inner, &notes)?;
                self.modules[at].modules.insert(name, inside);
            }
        }
        Ok(at)
    }

    /// Is it there in the version that is looked at?
    pub fn has(&self, notes: &Notes) -> bool {
        let versions = notes.versions.as_ref().zip(self.version);
        versions.is_none_or(|(versions, version)| versions.meets(version))
    }

    /// All items.
    pub fn ids(&self) -> impl Iterator<Item = Id> + use<'_, 'a> {
        let modules = self.modules.iter().enumerate();
        modules.flat_map(|(at, module)| (0..module.items.len()).map(move |number| (at, number)))
    }

    /// What is noted on an item.
    pub fn notes(&self, (module, number): Id) -> &Notes {
        &self.modules[module].notes[number]
    }

    /// The item itself.
    pub fn item(&self, (module, number): Id) -> &'a Item {
        &self.modules[module].items[number]
    }

    /// What a path in some module means.
    pub fn resolve(&self, module: usize, global: bool, path: &[String], space: Space) -> Target {
        if global { Target::Foreign } else { self.follow(module, path, space, 0) }
    }

    /// A path that leads out of the stub, as it would be without imports.
    pub fn full(&self, module: usize, path: &[String]) -> Vec<String> {
        let leaf = self.modules[module].leaves.iter().find(|leaf| leaf.name == path.first().cloned());
        leaf.map_or_else(|| path.to_vec(), |leaf| leaf.path.iter().chain(&path[1..]).cloned().collect())
    }

    fn follow(&self, module: usize, path: &[String], space: Space, depth: usize) -> Target {
        let Some((first, rest)) = path.split_first() else { return Target::Module(module) };
        // Imports may go round in a circle.
        if depth > 32 {
            return Target::Foreign;
        }
        match first.as_str() {
            "crate" => self.follow_in(0, rest, space, depth),
            "self" => self.follow_in(module, rest, space, depth),
            "super" => match self.modules[module].parent {
                Some(parent) if rest.first().is_some_and(|next| next == "super") => {
                    self.follow(parent, rest, space, depth + 1)
                }
                Some(parent) => self.follow_in(parent, rest, space, depth),
                None => Target::Foreign,
            },
            _ => self.follow_in(module, path, space, depth),
        }
    }

    /// The same, but the path begins with a name of the module.
    fn follow_in(&self, module: usize, path: &[String], space: Space, depth: usize) -> Target {
        let Some((first, rest)) = path.split_first() else { return Target::Module(module) };
        if rest.is_empty() {
            return self.lookup(module, first, space, depth);
        }
        match self.lookup(module, first, Space::Module, depth) {
            Target::Module(inside) => self.follow_in(inside, rest, space, depth + 1),
            _ => match self.lookup(module, first, Space::Type, depth) {
                Target::Item(item) => Target::Within(item),
                other => other,
            },
        }
    }

    fn lookup(&self, at: usize, name: &str, space: Space, depth: usize) -> Target {
        let module = &self.modules[at];
        if space == Space::Module
            && let Some(inside) = module.modules.get(name)
        {
            return Target::Module(*inside);
        }
        if let Some(number) = module.names.get(&(space, name.to_owned())) {
            return Target::Item((at, *number));
        }
        let (named, globs): (Vec<_>, Vec<_>) = module.leaves.iter().partition(|leaf| leaf.name.is_some());
        for leaf in named.into_iter().filter(|leaf| leaf.name.as_deref() == Some(name) && !leaf.global) {
            // `use http;` and `use http::http` do not speak of themselves.
            if leaf.path == [name] {
                continue;
            }
            let target = self.follow(at, &leaf.path, space, depth + 1);
            if target != Target::Foreign {
                return target;
            }
        }
        for leaf in globs.into_iter().filter(|leaf| !leaf.global) {
            if let Target::Module(inside) = self.follow(at, &leaf.path, Space::Module, depth + 1)
                && inside != at
                && depth < 8
            {
                let target = self.lookup(inside, name, space, depth + 1);
                if target != Target::Foreign {
                    return target;
                }
            }
        }
        Target::Foreign
    }

    /// Everything that is public in the version that is looked at, the shortest paths first.
    pub fn public(&self) -> Vec<Public> {
        let mut found = Vec::new();
        self.walk(0, &mut Vec::new(), &mut found);
        found.sort_by_key(|public| public.path.len());
        found
    }

    fn walk(&self, at: usize, prefix: &mut Vec<String>, found: &mut Vec<Public>) {
        // A module that shows a module around it.
        if prefix.len() > 6 {
            return;
        }
        let module = &self.modules[at];
        for (number, item) in module.items.iter().enumerate() {
            let is_admitted = self.has(&module.notes[number]) && module.notes[number].unchecked.is_none();
            if !is_admitted || !visibility(item).is_some_and(is_public) {
                continue;
            }
            if let Some((_, ident)) = named(item) {
                prefix.push(ident.to_string());
                let target = Target::Item((at, number));
                found.push(Public { path: prefix.clone(), target, line: line(ident.span()) });
                prefix.pop();
            } else if let Item::Mod(item) = item
                && let Some(inside) = module.modules.get(&item.ident.to_string())
            {
                prefix.push(item.ident.to_string());
                self.walk(*inside, prefix, found);
                prefix.pop();
            }
        }
        for leaf in module.leaves.iter().filter(|leaf| leaf.public && self.has(&leaf.notes)) {
            if leaf.notes.unchecked.is_some() || leaf.name.as_deref() == Some("_") {
                continue;
            }
            let targets = [Space::Module, Space::Type, Space::Value]
                .map(|space| self.resolve(at, leaf.global, &leaf.path, space))
                .into_iter()
                .filter(|target| *target != Target::Foreign);
            let mut targets: Vec<_> = targets.collect();
            if targets.is_empty() {
                targets.push(Target::Foreign);
            }
            let Some(name) = &leaf.name else {
                if let Target::Module(inside) = targets[0] {
                    self.walk(inside, prefix, found);
                }
                continue;
            };
            prefix.push(name.clone());
            for target in targets {
                match target {
                    Target::Module(inside) => self.walk(inside, prefix, found),
                    _ => found.push(Public { path: prefix.clone(), target, line: leaf.line }),
                }
            }
            prefix.pop();
        }
    }
}

/// The leaves of a `use` tree.
struct Leaves<'a> {
    template: Leaf,
    found: &'a mut Vec<Leaf>,
}

impl Leaves<'_> {
    fn add(&mut self, tree: &UseTree, path: &mut Vec<String>) {
        match tree {
            UseTree::Path(tree) => {
                path.push(tree.ident.to_string());
                self.add(&tree.tree, path);
                path.pop();
            }
            UseTree::Name(tree) => self.leaf(path, &tree.ident, None),
            UseTree::Rename(tree) => self.leaf(path, &tree.ident, Some(tree.rename.to_string())),
            UseTree::Glob(tree) => {
                let at = line(tree.star_token.spans[0]);
                self.push(path.clone(), None, at);
            }
            UseTree::Group(tree) => tree.items.iter().for_each(|tree| self.add(tree, path)),
        }
    }

    fn leaf(&mut self, prefix: &[String], ident: &Ident, rename: Option<String>) {
        let mut path = prefix.to_vec();
        // `use a::{self}` is `use a`.
        if path.is_empty() || ident != "self" {
            path.push(ident.to_string());
        }
        let name = rename.or_else(|| path.last().cloned());
        self.push(path, name, line(ident.span()));
    }

    fn push(&mut self, path: Vec<String>, name: Option<String>, line: usize) {
        let Leaf { global, public, ref notes, .. } = self.template;
        self.found.push(Leaf { path, global, name, public, line, notes: notes.clone() });
    }
}

/// Plain `pub`: anything less is the stub's own.
pub fn is_public(vis: &Visibility) -> bool {
    matches!(vis, Visibility::Public(_))
}

fn visibility(item: &Item) -> Option<&Visibility> {
    Some(match item {
        Item::Const(item) => &item.vis,
        Item::Enum(item) => &item.vis,
        Item::Fn(item) => &item.vis,
        Item::Mod(item) => &item.vis,
        Item::Static(item) => &item.vis,
        Item::Struct(item) => &item.vis,
        Item::Trait(item) => &item.vis,
        Item::Type(item) => &item.vis,
        _ => return None,
    })
}

/// An item that has a name, other than a module.
fn named(item: &Item) -> Option<(Space, &Ident)> {
    Some(match item {
        Item::Const(item) => (Space::Value, &item.ident),
        Item::Fn(item) => (Space::Value, &item.sig.ident),
        Item::Static(item) => (Space::Value, &item.ident),
        Item::Enum(item) => (Space::Type, &item.ident),
        Item::Struct(item) => (Space::Type, &item.ident),
        Item::Trait(item) => (Space::Type, &item.ident),
        Item::Type(item) => (Space::Type, &item.ident),
        _ => return None,
    })
}

/// The attributes of an item.
fn attrs(item: &Item) -> &[syn::Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
