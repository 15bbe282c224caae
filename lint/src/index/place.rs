//! Every item at its place: ids, names, owners, flags.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::{
    Adt, AdtId, Alias, AliasId, Const, ConstId, CrateId, Fun, FunId, Impl, ImplId, ModId, Module, Name, Ns, Owner,
    Resolved, Trait, TraitId, Variant, build::Builder, resolve::Imports, tree::Place,
};
use crate::outline::{Flags, ModDecl, Node, NodeKind, TypeDecl};

/// Where items are put.
#[derive(Clone)]
pub(super) struct Scope {
    pub krate: CrateId,
    pub module: ModId,
    pub owner: Owner,
    /// Of a trait, or of an `impl` of one.
    pub is_public: bool,
    pub flags: Flags,
    pub place: Place,
}

impl Builder {
    /// Puts items into a module.
    pub fn items(&mut self, scope: &Scope, nodes: Vec<Node>) {
        for Node { flags, kind } in nodes {
            match kind {
                NodeKind::Mod(decl) => self.submodule(scope, flags, decl),
                NodeKind::Uses(uses) => self.index.modules[scope.module.0 as usize].uses.extend(uses),
                NodeKind::Fun(fun, inner) => {
                    self.fun(scope, flags, *fun, inner);
                }
                NodeKind::Const(item, inner) => {
                    self.constant(scope, flags, *item, inner);
                }
                NodeKind::Adt(item) => self.adt(scope, flags, *item),
                NodeKind::Type(item) => self.alias(scope, flags, *item),
                NodeKind::Trait(item, members) => self.definition(scope, flags, *item, members),
                NodeKind::Impl(item, members) => self.implementation(scope, flags, *item, members),
            }
        }
    }

    /// A new module, or the scope of a body.
    pub fn module(&mut self, krate: CrateId, parent: Option<ModId>, name: Name, body: bool) -> ModId {
        self.index.modules.push(Module {
            krate,
            parent,
            name,
            body,
            types: FxHashMap::default(),
            values: FxHashMap::default(),
            uses: Vec::new(),
            imports: Imports::default(),
        });
        ModId(id(self.index.modules.len() - 1))
    }

    /// A new module within a scope.
    pub fn module_in(&mut self, scope: &Scope, name: &str, flags: Flags, place: Place) -> Scope {
        let module = self.module(scope.krate, Some(scope.module), name.into(), false);
        Scope { module, owner: Owner::Free, is_public: false, flags, place, ..*scope }
    }

    /// Makes a name known, unless another item has it for good.
    pub fn declare(&mut self, scope: &Scope, ns: Ns, name: &str, target: Resolved, flags: Flags) {
        let key = (scope.module, ns, Name::from(name));
        let is_weak = (flags.test && !scope.flags.test) || (flags.wasm && !scope.flags.wasm);
        let module = &mut self.index.modules[scope.module.0 as usize];
        let names = match ns {
            Ns::Type => &mut module.types,
            Ns::Value => &mut module.values,
        };
        match names.entry(key.2.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(target);
                if is_weak {
                    self.weak.insert(key);
                }
            }
            Entry::Occupied(mut entry) => {
                if !is_weak && self.weak.remove(&key) {
                    entry.insert(target);
                }
            }
        }
    }

    fn submodule(&mut self, scope: &Scope, flags: Flags, decl: ModDecl) {
        let flags = scope.flags.or(flags);
        let (place, file) = match &decl.items {
            Some(_) => (scope.place.within(&decl), None),
            None => match self.files.find(&scope.place, &decl) {
                Some((file, place)) => (place, Some(file)),
                // Generated, or not Rust that anybody wrote.
                None => (scope.place.within(&decl), None),
            },
        };
        let inside = self.module_in(scope, &decl.name, flags, place);
        self.declare(scope, Ns::Type, &decl.name, Resolved::Mod(inside.module), flags);
        if let Some(file) = file {
            self.file(&inside, &file);
        }
        if let Some(nodes) = decl.items {
            self.items(&inside, nodes);
        }
    }

    fn fun(&mut self, scope: &Scope, flags: Flags, mut fun: Fun, inner: Vec<Node>) -> FunId {
        let flags = scope.flags.or(flags);
        fun.krate = scope.krate;
        fun.module = scope.module;
        fun.owner = scope.owner;
        fun.is_pub |= scope.is_public;
        fun.is_test = flags.test;
        fun.is_wasm = flags.wasm;
        fun.body_module = self.body(scope, flags, inner);
        let found = FunId(id(self.index.funs.len()));
        if scope.owner == Owner::Free {
            self.declare(scope, Ns::Value, &fun.name, Resolved::Fun(found), flags);
        }
        self.index.funs.push(fun);
        found
    }

    /// The scope of the items in a body, if there are any.
    fn body(&mut self, scope: &Scope, flags: Flags, inner: Vec<Node>) -> Option<ModId> {
        if inner.is_empty() {
            return None;
        }
        let module = self.module(scope.krate, Some(scope.module), Name::default(), true);
        let scope = Scope { module, owner: Owner::Free, is_public: false, flags, ..scope.clone() };
        self.items(&scope, inner);
        Some(module)
    }

    fn constant(&mut self, scope: &Scope, flags: Flags, mut item: Const, inner: Vec<Node>) -> ConstId {
        let flags = scope.flags.or(flags);
        self.body(scope, flags, inner);
        item.module = scope.module;
        item.owner = scope.owner;
        let found = ConstId(id(self.index.consts.len()));
        if scope.owner == Owner::Free && item.name != "_" {
            self.declare(scope, Ns::Value, &item.name, Resolved::Const(found), flags);
        }
        self.index.consts.push(item);
        found
    }

    fn adt(&mut self, scope: &Scope, flags: Flags, mut item: Adt) {
        let found = AdtId(id(self.index.adts.len()));
        self.declare(scope, Ns::Type, &item.name, Resolved::Adt(found), flags);
        let is_constructor = |variant: &Variant| variant.is_tuple || variant.fields.is_empty();
        if !item.is_enum && item.variants.iter().all(is_constructor) {
            self.declare(scope, Ns::Value, &item.name, Resolved::Adt(found), flags);
        }
        item.krate = scope.krate;
        item.module = scope.module;
        self.index.adts.push(item);
    }

    /// A `type` that is not associated and has a type.
    fn alias(&mut self, scope: &Scope, flags: Flags, item: TypeDecl) {
        let Some(ty) = item.ty else { return };
        let found = AliasId(id(self.index.aliases.len()));
        self.declare(scope, Ns::Type, &item.name, Resolved::Alias(found), flags);
        self.index.aliases.push(Alias { module: scope.module, generics: item.generics, ty });
    }

    fn definition(&mut self, scope: &Scope, flags: Flags, mut item: Trait, members: Vec<Node>) {
        let found = TraitId(id(self.index.traits.len()));
        self.declare(scope, Ns::Type, &item.name, Resolved::Trait(found), flags);
        item.module = scope.module;
        // Its place must be taken before that of a trait in a body within it.
        self.index.traits.push(item);
        let members = self.members(scope, flags, Owner::Trait(found), true, members);
        let item = &mut self.index.traits[found.0 as usize];
        item.funs = members.funs;
        item.assoc = members.types.into_iter().map(|ty| (ty.name, ty.bounds, ty.ty)).collect();
    }

    fn implementation(&mut self, scope: &Scope, flags: Flags, mut item: Impl, members: Vec<Node>) {
        let found = ImplId(id(self.index.impls.len()));
        let of_trait = item.trait_ref.is_some();
        item.module = scope.module;
        self.index.impls.push(item);
        let members = self.members(scope, flags, Owner::Impl(found), of_trait, members);
        let item = &mut self.index.impls[found.0 as usize];
        item.funs = members.funs;
        item.consts = members.consts;
        item.assoc = members.types.into_iter().filter_map(|ty| Some((ty.name, ty.ty?))).collect();
    }

    fn members(&mut self, scope: &Scope, flags: Flags, owner: Owner, is_public: bool, nodes: Vec<Node>) -> Members {
        let scope = Scope { owner, is_public, flags: scope.flags.or(flags), ..scope.clone() };
        let mut members = Members::default();
        for Node { flags, kind } in nodes {
            match kind {
                NodeKind::Fun(fun, inner) => members.funs.push(self.fun(&scope, flags, *fun, inner)),
                NodeKind::Const(item, inner) => members.consts.push(self.constant(&scope, flags, *item, inner)),
                NodeKind::Type(ty) => members.types.push(*ty),
                // Nothing else can be a member.
                _ => {}
            }
        }
        members
    }
}

#[derive(Default)]
struct Members {
    funs: Vec<FunId>,
    consts: Vec<ConstId>,
    types: Vec<TypeDecl>,
}

/// The next id. There are fewer items than bytes, and bytes are counted in 32 bits.
pub(super) fn id(at: usize) -> u32 {
    u32::try_from(at).expect("fewer than 2^32 items")
}
