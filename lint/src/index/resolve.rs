//! What a path leads to.
//!
//! Names are looked up as the reference says: what a module declares, what it imports by name, what it imports by
//! glob, the crates, the prelude, the primitive types. Visibility is only looked at where it changes the answer:
//! a glob does not see the private imports of a module elsewhere. Named imports are resolved once, when the index
//! is built; a path then costs a hash look-up a segment. Import cycles and endless chains end in "unknown".

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{AdtId, Extern, Found, Index, ModId, Module, Name, Ns, Resolved, Use, UseKind};

/// How many modules and imports one path may touch before it is given up.
const FUEL: u32 = 10_000;

/// The imports of a module, sorted out.
#[derive(Debug, Default)]
pub(super) struct Imports {
    /// Places in [`Module::uses`], by the name that is brought in. Empty once `known` is there.
    pending: FxHashMap<Name, Vec<usize>>,
    known: FxHashMap<Name, Import>,
    globs: Vec<Glob>,
}

#[derive(Debug, Default)]
struct Import {
    ty: Option<Resolved>,
    value: Option<Resolved>,
    public: bool,
}

#[derive(Debug)]
struct Glob {
    at: usize,
    public: bool,
    /// Absent while imports are being resolved, and if it leads nowhere.
    target: Option<Resolved>,
}

impl Imports {
    fn new(uses: &[Use]) -> Imports {
        let mut imports = Imports::default();
        for (at, item) in uses.iter().enumerate() {
            match &item.kind {
                UseKind::Name(name) if name == "_" => {}
                UseKind::Name(name) => imports.pending.entry(name.clone()).or_default().push(at),
                UseKind::Glob => imports.globs.push(Glob { at, public: item.public, target: None }),
            }
        }
        imports
    }
}

/// Resolves all imports: globs first, since names may come through them.
pub(super) fn imports(index: &mut Index) {
    for module in &mut index.modules {
        module.imports = Imports::new(&module.uses);
    }
    let globs: Vec<Vec<_>> = index
        .modules
        .par_iter()
        .enumerate()
        .map(|(at, module)| {
            let id = ModId(at as u32);
            module.imports.globs.iter().map(|glob| Search::new(index).import(id, glob.at, Ns::Type, true)).collect()
        })
        .collect();
    for (module, targets) in index.modules.iter_mut().zip(globs) {
        for (glob, target) in module.imports.globs.iter_mut().zip(targets) {
            glob.target = target;
        }
    }
    let known: Vec<FxHashMap<_, _>> = index
        .modules
        .par_iter()
        .enumerate()
        .map(|(at, module)| {
            let id = ModId(at as u32);
            module.imports.pending.iter().map(|(name, uses)| (name.clone(), known(index, id, module, uses))).collect()
        })
        .collect();
    for (module, known) in index.modules.iter_mut().zip(known) {
        module.imports.known = known;
        module.imports.pending = FxHashMap::default();
    }
}

fn known(index: &Index, id: ModId, module: &Module, uses: &[usize]) -> Import {
    let known = |ns| Search::new(index).known(id, uses.iter().copied(), ns);
    Import { ty: known(Ns::Type), value: known(Ns::Value), public: uses.iter().any(|at| module.uses[*at].public) }
}

impl Index {
    /// What `path` means in a module, `crate`, `self` and `super` included. Not `Self`, and not generic parameters:
    /// those belong to items, which `types` knows.
    ///
    /// The last segment is looked for in `ns` first and then in the other. A path that leads out of what was read is
    /// [`Resolved::Foreign`]; one that leads nowhere is `None`.
    pub fn resolve(&self, from: ModId, path: &[Name], global: bool, ns: Ns) -> Option<Found> {
        Search::new(self).path(from, path, global, ns, false)
    }
}

/// The look-up of one path, with all that it entails.
struct Search<'a> {
    index: &'a Index,
    /// The imports that are being resolved; to ask for one of them again is a cycle.
    trail: Vec<(ModId, usize)>,
    fuel: u32,
}

impl<'a> Search<'a> {
    fn new(index: &'a Index) -> Self {
        Search { index, trail: Vec::new(), fuel: FUEL }
    }

    /// `strict`: the last segment in `ns` only, and nothing is assumed of what a stub does not mention.
    fn path(&mut self, from: ModId, path: &[Name], global: bool, ns: Ns, strict: bool) -> Option<Found> {
        let (mut at, mut next) = self.start(from, path, global, ns, strict)?;
        while let Some(name) = path.get(next) {
            let is_last = next + 1 == path.len();
            at = match at {
                Resolved::Mod(module) => {
                    let found = match (is_last, strict) {
                        (false, _) => self.member(module, name, Ns::Type),
                        (true, true) => self.member(module, name, ns),
                        (true, false) => {
                            self.member(module, name, ns).or_else(|| self.member(module, name, ns.other()))
                        }
                    };
                    match found {
                        Some(found) => found,
                        // Stubs are not complete: what one does not mention is there, but unknown.
                        None if !strict && self.index.krate(module).stub.is_some() => {
                            return Some(foreign(&self.absolute(module), &path[next..]));
                        }
                        None => return None,
                    }
                }
                Resolved::Adt(adt) => match self.variant(adt, name) {
                    Some(variant) => variant,
                    None => return Some(Found { target: at, rest: path.len() - next }),
                },
                Resolved::Foreign(krate) => return Some(foreign(&krate, &path[next..])),
                _ => return Some(Found { target: at, rest: path.len() - next }),
            };
            next += 1;
        }
        Some(Found { target: at, rest: 0 })
    }

    /// Where a path begins, and how many segments that took.
    fn start(&mut self, from: ModId, path: &[Name], global: bool, ns: Ns, strict: bool) -> Option<(Resolved, usize)> {
        let index = self.index;
        let first = path.first()?;
        let krate = index.krate(from);
        if global {
            // Before 2018, `::a` was `crate::a`; but there are crates too.
            return match self.krate(from, first) {
                Some(found) => Some((found, 1)),
                None => (krate.edition < 2018).then_some((Resolved::Mod(krate.root), 0)),
            };
        }
        match first.as_str() {
            "crate" => return Some((Resolved::Mod(krate.root), 1)),
            "self" | "super" => {
                let mut module = index.module(from);
                let mut taken = usize::from(first == "self");
                while path.get(taken).is_some_and(|name| name == "super") {
                    module = index.module(index[module].parent?);
                    taken += 1;
                }
                return Some((Resolved::Mod(module), taken));
            }
            _ => {}
        }
        let found = match (path.len(), strict) {
            (1, true) => self.scope(from, first, ns),
            (1, false) => self.scope(from, first, ns).or_else(|| self.scope(from, first, ns.other())),
            _ => self.scope(from, first, Ns::Type),
        };
        // Before 2018, the paths of imports began at the root.
        let found = found.or_else(|| (krate.edition < 2018).then(|| self.member(krate.root, first, ns))?);
        // Stubs may name crates that nobody has described.
        let unknown = || (krate.stub.is_some() && path.len() > 1).then(|| Resolved::Foreign(first.clone()));
        Some((found.or_else(unknown)?, 1))
    }

    /// What a name means without a path in front of it.
    fn scope(&mut self, from: ModId, name: &Name, ns: Ns) -> Option<Resolved> {
        let mut module = from;
        loop {
            if let Some(found) = self.member(module, name, ns) {
                return Some(found);
            }
            match self.index[module] {
                Module { body: true, parent: Some(parent), .. } => module = parent,
                _ => break,
            }
        }
        if ns == Ns::Type
            && let Some(found) = self.krate(from, name)
        {
            return Some(found);
        }
        if let Some(prelude) = self.index.prelude
            && let Some(found) = self.member(prelude, name, ns)
        {
            return Some(found);
        }
        (ns == Ns::Type && is_primitive(name)).then(|| Resolved::Prim(name.clone()))
    }

    /// A crate by the name that it has here.
    fn krate(&self, from: ModId, name: &Name) -> Option<Resolved> {
        Some(match self.index.krate(from).deps.get(name)? {
            Extern::Crate(krate) => Resolved::Mod(self.index[*krate].root),
            Extern::Foreign(name) => Resolved::Foreign(name.clone()),
        })
    }

    /// What a module has under a name, its imports included.
    fn member(&mut self, module: ModId, name: &Name, ns: Ns) -> Option<Resolved> {
        self.own(module, name, ns, false).or_else(|| self.through_globs(module, name, ns))
    }

    /// What a module declares or imports by name.
    fn own(&mut self, module: ModId, name: &Name, ns: Ns, only_public: bool) -> Option<Resolved> {
        self.fuel = self.fuel.checked_sub(1)?;
        let item = &self.index[module];
        let declared = match ns {
            Ns::Type => item.types.get(name),
            Ns::Value => item.values.get(name),
        };
        if let Some(declared) = declared {
            return Some(declared.clone());
        }
        if let Some(import) = item.imports.known.get(name) {
            let found = match ns {
                Ns::Type => &import.ty,
                Ns::Value => &import.value,
            };
            return if only_public && !import.public { None } else { found.clone() };
        }
        let uses = item.imports.pending.get(name)?;
        let uses = uses.iter().filter(|at| !only_public || item.uses[**at].public);
        self.known(module, uses.copied(), ns)
    }

    /// What some `use`s of the same name bring in.
    fn known(&mut self, module: ModId, uses: impl Iterator<Item = usize> + Clone, ns: Ns) -> Option<Resolved> {
        let mut best = |ns, strict| {
            let found = uses.clone().filter_map(|at| self.import(module, at, ns, strict));
            // Two of one name, under opposite `cfg`s as a rule: the one that was read says more.
            found.min_by_key(|found| matches!(found, Resolved::Foreign(_)))
        };
        match best(ns, true) {
            // What a stub does not mention may be anything; take it for a type.
            None if ns == Ns::Type && best(Ns::Value, true).is_none() => best(Ns::Type, false),
            found => found,
        }
    }

    /// What the modules that a module imports whole have under a name, and those that they re-export whole.
    fn through_globs(&mut self, module: ModId, name: &Name, ns: Ns) -> Option<Resolved> {
        let index = self.index;
        if index[module].imports.globs.is_empty() {
            return None;
        }
        let mut seen = vec![module];
        let mut next = 0;
        while let Some(&from) = seen.get(next) {
            next += 1;
            for glob in &index[from].imports.globs {
                // Of a module further on, only what it re-exports; unless `module` stands within it and sees all.
                if from != module && !glob.public && !index.is_within(module, from) {
                    continue;
                }
                let target = match &glob.target {
                    Some(target) => Some(target.clone()),
                    None => self.import(from, glob.at, Ns::Type, true),
                };
                match target {
                    Some(Resolved::Mod(target)) if !seen.contains(&target) => {
                        seen.push(target);
                        let only_public = !index.is_within(from, target);
                        if let Some(found) = self.own(target, name, ns, only_public) {
                            return Some(found);
                        }
                    }
                    Some(Resolved::Adt(adt)) => {
                        if let Some(found) = self.variant(adt, name) {
                            return Some(found);
                        }
                    }
                    _ => {}
                }
            }
        }
        None
    }

    /// What one `use` brings in.
    fn import(&mut self, module: ModId, at: usize, ns: Ns, strict: bool) -> Option<Resolved> {
        if self.trail.contains(&(module, at)) {
            return None;
        }
        self.fuel = self.fuel.checked_sub(1)?;
        let index = self.index;
        let item = &index[module].uses[at];
        self.trail.push((module, at));
        let found = self.path(module, &item.path, item.global, ns, strict);
        self.trail.pop();
        found.filter(|found| found.rest == 0).map(|found| found.target)
    }

    fn variant(&self, adt: AdtId, name: &Name) -> Option<Resolved> {
        let item = &self.index[adt];
        if !item.is_enum {
            return None;
        }
        let at = item.variants.iter().position(|variant| variant.name == *name)?;
        Some(Resolved::Variant(adt, at as u32))
    }

    /// `krate::module`, as one would write it from elsewhere.
    fn absolute(&self, module: ModId) -> Name {
        let mut path = self.index.module_path(module);
        let krate = self.index.krate(module);
        // A stub is named like its crate, not like its file.
        if let Some(client) = &krate.stub {
            path.replace_range(..krate.name.len(), &client.krate);
        }
        path.into()
    }
}

impl Ns {
    fn other(self) -> Ns {
        match self {
            Ns::Type => Ns::Value,
            Ns::Value => Ns::Type,
        }
    }
}

fn foreign(start: &Name, rest: &[Name]) -> Found {
    let mut path = start.to_string();
    for name in rest {
        path.push_str("::");
        path.push_str(name);
    }
    Found { target: Resolved::Foreign(path.into()), rest: 0 }
}

fn is_primitive(name: &str) -> bool {
    matches!(
        name,
        "bool"
            | "char"
            | "str"
            | "u8"
            | "u16"
            | "u32"
            | "u64"
            | "u128"
            | "usize"
            | "i8"
            | "i16"
            | "i32"
            | "i64"
            | "i128"
            | "isize"
            | "f16"
            | "f32"
            | "f64"
            | "f128"
    )
}
