//! Paths for people.

use super::{AdtId, Crate, FunId, ImplId, Index, ModId, Name, Owner, TypeRef};

impl Index {
    /// What becomes of a connection when a body of this type is dropped unread, where a function got it; `None` if the
    /// type's crate has no connections.
    pub fn reuse(&self, adt: AdtId, fun: Option<FunId>) -> Option<&str> {
        let client = self[adt].krate;
        let own = fun.and_then(|fun| self[self[fun].krate].reuse.get(&client));
        own.or(self[client].stub.as_ref()?.reuse.as_ref()).map(|reuse| reuse.as_str())
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
}
