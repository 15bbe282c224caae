//! Tables over the finished index: by name, by trait, by type, by place.

use rustc_hash::FxHashMap;

use super::{AdtId, Crate, FunId, ImplId, Index, ModId, Name, Ns, Owner, Resolved, TraitId, TypeRef};
use crate::source::FileId;

/// How many aliases may stand between an `impl` and its type.
const ALIASES: usize = 8;

/// What is asked for often.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// The module of the standard library's stub whose names are known everywhere.
    pub prelude: Option<ModId>,
    methods: FxHashMap<Name, Vec<FunId>>,
    by_trait: FxHashMap<TraitId, Vec<ImplId>>,
    inherent: FxHashMap<AdtId, Vec<ImplId>>,
    by_type: FxHashMap<AdtId, Vec<ImplId>>,
}

impl Tables {
    /// Needs all items, and the imports resolved.
    pub fn new(index: &Index) -> Tables {
        let mut tables = Tables { prelude: index.tables.prelude, ..Tables::default() };
        for (at, fun) in index.funs.iter().enumerate() {
            if fun.owner != Owner::Free {
                tables.methods.entry(fun.name.clone()).or_default().push(FunId(at as u32));
            }
        }
        for (at, item) in index.impls.iter().enumerate() {
            let id = ImplId(at as u32);
            let adt = index.adt_of(item.module, &item.self_ty);
            if let Some(adt) = adt {
                tables.by_type.entry(adt).or_default().push(id);
            }
            match &item.trait_ref {
                Some(path) => {
                    let names: Vec<_> = path.segments.iter().map(|segment| segment.name.clone()).collect();
                    let found = index.resolve(item.module, &names, path.global, Ns::Type);
                    if let Some(Resolved::Trait(id_of_trait)) = found.map(|found| found.target) {
                        tables.by_trait.entry(id_of_trait).or_default().push(id);
                    }
                }
                None => {
                    if let Some(adt) = adt {
                        tables.inherent.entry(adt).or_default().push(id);
                    }
                }
            }
        }
        tables
    }
}

impl Index {
    /// All functions of this name that belong to an `impl` or a trait.
    pub fn methods_named(&self, name: &str) -> &[FunId] {
        self.tables.methods.get(name).map_or(&[], Vec::as_slice)
    }

    /// All `impl`s of a trait.
    pub fn impls_of(&self, id: TraitId) -> &[ImplId] {
        self.tables.by_trait.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The `impl`s without a trait whose type is this one, whatever its arguments.
    pub fn inherent_impls(&self, adt: AdtId) -> &[ImplId] {
        self.tables.inherent.get(&adt).map_or(&[], Vec::as_slice)
    }

    /// All `impl`s whose type is this one, whatever its arguments. Not those for references to it, and not blanket ones.
    pub fn impls_on(&self, adt: AdtId) -> &[ImplId] {
        self.tables.by_type.get(&adt).map_or(&[], Vec::as_slice)
    }

    /// All functions of a file, in the order of the text.
    pub fn funs_in(&self, file: FileId) -> Vec<FunId> {
        let mut funs: Vec<_> = (0..self.funs.len()).map(|at| FunId(at as u32)).collect();
        funs.retain(|id| self[*id].span.file == file);
        funs.sort_by_key(|id| self[*id].span);
        funs
    }

    /// The function around a place, the innermost one.
    pub fn fun_at(&self, file: FileId, offset: u32) -> Option<FunId> {
        let around = |id: &FunId| (self[*id].span.start..self[*id].span.end).contains(&offset);
        self.funs_in(file).into_iter().rfind(around)
    }

    /// The path of a function for people: `krate::module::Type::name`.
    pub fn fun_path(&self, id: FunId) -> String {
        let fun = &self[id];
        let mut path = self.module_path(fun.module);
        let owner = match fun.owner {
            Owner::Free => None,
            Owner::Trait(id) => Some(self[id].name.clone()),
            Owner::Impl(id) => Some(self.type_name(id)),
        };
        for name in owner.iter().chain([&fun.name]) {
            path.push_str("::");
            path.push_str(name);
        }
        path
    }

    /// The path of a module: `krate::module`. Function bodies leave no trace in it.
    pub fn module_path(&self, id: ModId) -> String {
        let mut names = Vec::new();
        let mut next = Some(id);
        while let Some(id) = next {
            names.push(&self[id].name);
            next = self[id].parent;
        }
        let mut path = self.krate(id).name.to_string();
        for name in names.into_iter().rev().filter(|name| !name.is_empty()) {
            path.push_str("::");
            path.push_str(name);
        }
        path
    }

    /// The crate of a module.
    pub fn krate(&self, module: ModId) -> &Crate {
        &self[self[module].krate]
    }

    /// The module itself, or the one around a function body.
    pub(super) fn module(&self, mut id: ModId) -> ModId {
        while let (true, Some(parent)) = (self[id].body, self[id].parent) {
            id = parent;
        }
        id
    }

    /// Is `inner` this module, or somewhere in it?
    pub(super) fn is_within(&self, inner: ModId, outer: ModId) -> bool {
        let mut next = Some(inner);
        while let Some(id) = next {
            if id == outer {
                return true;
            }
            next = self[id].parent;
        }
        false
    }

    fn type_name(&self, id: ImplId) -> Name {
        let mut ty = &self[id].self_ty;
        while let TypeRef::Ref { to, .. } | TypeRef::Slice(to) = ty {
            ty = to;
        }
        match ty {
            TypeRef::Path(path) => path.segments.last().map(|segment| segment.name.clone()),
            TypeRef::Dyn(bounds) => bounds.first().and_then(|path| Some(path.segments.last()?.name.clone())),
            _ => None,
        }
        .unwrap_or_else(|| "_".into())
    }

    fn adt_of(&self, module: ModId, ty: &TypeRef) -> Option<AdtId> {
        let (mut module, mut ty) = (module, ty);
        for _ in 0..ALIASES {
            let TypeRef::Path(path) = ty else { return None };
            let names: Vec<_> = path.segments.iter().map(|segment| segment.name.clone()).collect();
            let found = self.resolve(module, &names, path.global, Ns::Type)?;
            match found.target {
                Resolved::Adt(adt) if found.rest == 0 => return Some(adt),
                Resolved::Alias(alias) => (module, ty) = (self[alias].module, &self[alias].ty),
                _ => return None,
            }
        }
        None
    }
}
