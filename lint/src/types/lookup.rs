//! Whether a type implements a trait, and what there is to find of it.
//!
//! By unification with the impls that were read, inherent before trait, concrete before blanket. Traits need not
//! be in scope: a name that is not imported would not compile.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Bound, DEPTH, Infer, Scope, Ty};
use crate::index::{
    AdtId, ConstId, CrateId, Extern, FunId, ImplId, Index, ModId, Name, Ns, Owner, Path, Resolved, TraitId,
};

/// How deep impls may require other impls: adapters around adapters take two levels each.
pub(super) const FIT: u32 = 24;

/// Traits that are mostly derived.
const DERIVED: [[&str; 2]; 5] =
    [["clone", "Clone"], ["default", "Default"], ["fmt", "Debug"], ["fmt", "Display"], ["error", "Error"]];

/// What is known of the function at hand.
#[derive(Clone, Debug, Default)]
pub struct Env {
    /// Its generic parameters: `T: Bound`.
    pub bounds: Vec<(Ty, Bound)>,
    /// Its crate, which sees only what it depends on.
    pub krate: Option<CrateId>,
}

/// The outermost constructor of a type, to find impls by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Head {
    Adt(u32),
    Foreign(Name),
    Prim(Name),
    Ref,
    Tuple,
    Slice,
    FnPtr,
    Opaque,
    Blanket,
}

/// The traits that the language itself uses, as far as the standard library's stub has them.
#[derive(Debug, Default)]
pub(super) struct Lang {
    pub deref: Option<TraitId>,
    pub future: Option<TraitId>,
    pub into_future: Option<TraitId>,
    pub into_iterator: Option<TraitId>,
    /// Those that are mostly derived, which leaves no impl to be read.
    pub derived: Vec<TraitId>,
    pub result: Option<AdtId>,
    pub vec: Option<AdtId>,
}

/// The index, prepared for questions about types.
#[derive(Debug)]
pub struct Lookup<'a> {
    pub index: &'a Index,
    pub(super) methods: FxHashMap<(Name, Head), Vec<FunId>>,
    pub(super) trait_methods: FxHashMap<Name, Vec<FunId>>,
    pub(super) impl_traits: Vec<Option<TraitId>>,
    pub(super) trait_impls: FxHashMap<TraitId, FxHashMap<Head, Vec<ImplId>>>,
    /// Types that say that they do not implement a trait.
    denied: FxHashSet<(TraitId, Head)>,
    pub(super) assoc: FxHashMap<(Name, Head), Vec<ImplId>>,
    consts: FxHashMap<(AdtId, Name), ConstId>,
    /// By type: may a value hold a body, whatever its arguments are?
    pub(super) holds: Vec<bool>,
    /// By type: is it a client, a request, or does it hold one?
    pub(super) clients: Vec<bool>,
    /// For each crate, the crates whose functions it can call: its dependencies, and theirs within the workspace, whose
    /// types it may be handed.
    pub visible: Vec<FxHashSet<CrateId>>,
    pub(super) lang: Lang,
}

impl<'a> Lookup<'a> {
    /// Prepares an index.
    pub fn new(index: &'a Index) -> Self {
        let mut this = Lookup {
            index,
            methods: FxHashMap::default(),
            trait_methods: FxHashMap::default(),
            impl_traits: Vec::new(),
            trait_impls: FxHashMap::default(),
            denied: FxHashSet::default(),
            assoc: FxHashMap::default(),
            consts: FxHashMap::default(),
            holds: Vec::new(),
            clients: Vec::new(),
            visible: visible(index),
            lang: Lang::default(),
        };
        this.holds = this.holders(|id| this.is_body(id));
        this.clients = this.holders(|id| this.is_of_client(id));
        this.lang = Lang {
            deref: this.std_trait(&["ops", "Deref"]),
            future: this.std_trait(&["future", "Future"]),
            into_future: this.std_trait(&["future", "IntoFuture"]),
            into_iterator: this.std_trait(&["iter", "IntoIterator"]),
            derived: DERIVED.iter().filter_map(|path| this.std_trait(path)).collect(),
            result: this.std_adt(&["result", "Result"]),
            vec: this.std_adt(&["vec", "Vec"]),
        };
        for (n, item) in index.impls.iter().enumerate() {
            let id = ImplId(u32::try_from(n).expect("fewer than 2^32 impls"));
            let scope = this.rigid_scope(item.module, &item.generics, Owner::Impl(id));
            let self_ty = this.ty(&item.self_ty, &scope);
            let tr = item.trait_ref.as_ref().and_then(|path| this.trait_of(path, item.module));
            this.impl_traits.push(tr);
            // An impl for a type that is not known must not be taken for one for every type.
            let Some(head) = this.head(&self_ty) else { continue };
            if item.is_negative {
                this.denied.extend(tr.map(|tr| (tr, head)));
                continue;
            }
            if let Ty::Adt(adt, _) = self_ty {
                this.consts.extend(item.consts.iter().map(|id| ((adt, index[*id].name.clone()), *id)));
            }
            for fun in &item.funs {
                this.methods.entry((index[*fun].name.clone(), head.clone())).or_default().push(*fun);
            }
            if let Some(tr) = tr {
                this.trait_impls.entry(tr).or_default().entry(head.clone()).or_default().push(id);
            }
            for (name, _) in &item.assoc {
                this.assoc.entry((name.clone(), head.clone())).or_default().push(id);
            }
        }
        for item in &index.traits {
            for fun in &item.funs {
                this.trait_methods.entry(index[*fun].name.clone()).or_default().push(*fun);
            }
        }
        this
    }

    fn std_adt(&self, path: &[&str]) -> Option<AdtId> {
        match self.std_item(path)? {
            Resolved::Adt(id) => Some(id),
            _ => None,
        }
    }

    fn std_item(&self, path: &[&str]) -> Option<Resolved> {
        let std = self.index.crates.iter().find(|c| c.stub.is_some() && c.name == "std")?;
        let names: Vec<Name> = path.iter().map(Name::new).collect();
        Some(self.index.resolve(std.root, &names, false, Ns::Type)?.target)
    }

    fn std_trait(&self, path: &[&str]) -> Option<TraitId> {
        match self.std_item(path)? {
            Resolved::Trait(id) => Some(id),
            _ => None,
        }
    }

    /// A crate's own `Result<T>` is an alias of the one that everybody knows; nobody names anything else like that.
    pub(super) fn foreign_result(&self, path: &Name, args: &[Ty]) -> Option<Ty> {
        let is_result = path.rsplit("::").next() == Some("Result");
        let (value, error) = (args.first()?, args.get(1).cloned().unwrap_or(Ty::Unknown));
        is_result.then_some(Ty::Adt(self.lang.result?, [value.clone(), error].into()))
    }

    pub(super) fn trait_of(&self, path: &Path, module: ModId) -> Option<TraitId> {
        let names: Vec<Name> = path.segments.iter().map(|s| s.name.clone()).collect();
        match self.index.resolve(module, &names, path.global, Ns::Type)? {
            found if found.rest == 0 => match found.target {
                Resolved::Trait(id) => Some(id),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn head(&self, ty: &Ty) -> Option<Head> {
        Some(match ty {
            Ty::Adt(id, _) => Head::Adt(id.0),
            Ty::Foreign(path, _) => Head::Foreign(path.clone()),
            Ty::Prim(name) => Head::Prim(name.clone()),
            Ty::Ref(..) => Head::Ref,
            Ty::Tuple(_) => Head::Tuple,
            Ty::Slice(_) => Head::Slice,
            Ty::FnPtr(..) => Head::FnPtr,
            Ty::Opaque(_) | Ty::Future(_) => Head::Opaque,
            Ty::Param(_) => Head::Blanket,
            Ty::Unknown | Ty::Never | Ty::Assoc(..) | Ty::Var(_) => return None,
        })
    }

    /// An impl with its parameters as variables: what `Self` is, and the scope for the rest.
    fn open_impl(&self, id: ImplId, infer: &mut Infer) -> Scope {
        let item = &self.index[id];
        let generics = item.generics.params.iter().map(|name| (name.clone(), infer.fresh())).collect();
        let mut scope = Scope { module: item.module, generics, self_ty: None, owner: Owner::Impl(id) };
        scope.self_ty = Some(self.ty_open(&item.self_ty, &scope, infer));
        scope
    }

    /// Does the impl fit the type? Then its scope, with the parameters that this fixes.
    pub(super) fn fits(&self, id: ImplId, ty: &Ty, infer: &mut Infer, env: &Env, depth: u32) -> Option<Scope> {
        if depth == 0 {
            return None;
        }
        infer.attempt(|infer| {
            let scope = self.open_impl(id, infer);
            let self_ty = scope.self_ty.clone()?;
            if !infer.unify_exact(&self_ty, ty) {
                return None;
            }
            let item = &self.index[id];
            for (bounded, bounds) in &item.generics.bounds {
                let bounded = self.ty(bounded, &scope);
                let bounded = infer.shallow(&bounded);
                for path in bounds {
                    let bound = self.bound(path, &scope, DEPTH, &mut None);
                    // What a part of the type can do that was not read is its own crate's to know.
                    if let Some(tr) = bound.tr
                        && (bounded == *ty || !matches!(bounded, Ty::Foreign(..)))
                        && !self.implements(&bounded, tr, infer, env, depth - 1)
                    {
                        return None;
                    }
                    for (name, expected) in &bound.assoc {
                        if let Some(found) = self.project(&bounded, bound.tr, name, infer, env, depth - 1)
                            && !infer.unify(expected, &found)
                        {
                            return None;
                        }
                    }
                }
            }
            Some(scope)
        })
    }

    /// Does the type implement the trait, as far as can be told? Yes for what is not known.
    pub fn implements(&self, ty: &Ty, tr: TraitId, infer: &mut Infer, env: &Env, depth: u32) -> bool {
        if depth == 0 {
            return false;
        }
        let ty = infer.shallow(ty);
        match &ty {
            Ty::Unknown | Ty::Never | Ty::Var(_) | Ty::Assoc(..) => return true,
            Ty::Future(_) if Some(tr) == self.lang.future || Some(tr) == self.lang.into_future => return true,
            Ty::Opaque(bounds) if bounds.iter().any(|b| self.leads_to(b, tr)) => return true,
            Ty::Param(_) if env.bounds.iter().any(|(t, b)| *t == ty && self.leads_to(b, tr)) => return true,
            Ty::FnPtr(..) if self.index[tr].name.contains("Fn") => return true,
            Ty::Adt(..) | Ty::Foreign(..) | Ty::Tuple(_) if self.lang.derived.contains(&tr) => {
                return self.head(&ty).is_none_or(|head| !self.denied.contains(&(tr, head)));
            }
            _ => {}
        }
        // Marker traits and the like, of which no impl was read, do not tell types apart.
        let Some(impls) = self.trait_impls.get(&tr) else {
            return self.index[tr].funs.is_empty() && self.index[tr].assoc.is_empty();
        };
        let Some(head) = self.head(&ty) else { return true };
        let near = [impls.get(&head), impls.get(&Head::Blanket)];
        near.into_iter().flatten().flatten().any(|id| self.fits(*id, &ty, infer, env, depth - 1).is_some())
    }

    /// Is the bound this trait, or one that requires it?
    pub(super) fn leads_to(&self, bound: &Bound, tr: TraitId) -> bool {
        bound.tr.is_some_and(|start| self.supertraits(start).contains(&tr))
    }

    /// The trait and all that it requires.
    pub(super) fn supertraits(&self, start: TraitId) -> Vec<TraitId> {
        let mut all = vec![start];
        let mut next = 0;
        while let Some(&id) = all.get(next) {
            next += 1;
            let item = &self.index[id];
            for path in &item.supertraits {
                if let Some(found) = self.trait_of(path, item.module)
                    && !all.contains(&found)
                    && all.len() < 32
                {
                    all.push(found);
                }
            }
        }
        all
    }

    /// The arguments of the trait in the type's impl of it, if there is just one: the `A` of `FromIterator<A>`.
    pub fn trait_args(&self, ty: &Ty, tr: TraitId, infer: &mut Infer, env: &Env) -> Option<Vec<Ty>> {
        let impls = self.trait_impls.get(&tr)?.get(&self.head(&infer.shallow(ty))?)?;
        let [only] = &impls[..] else { return None };
        let path = self.index[*only].trait_ref.as_ref()?;
        let scope = self.fits(*only, ty, infer, env, FIT)?;
        let args = path.segments.last()?.args.iter();
        Some(args.map(|arg| self.ty_open(arg, &scope, infer)).collect())
    }

    /// An associated constant of a type.
    pub fn const_of(&self, adt: AdtId, name: &Name) -> Option<ConstId> {
        self.consts.get(&(adt, name.clone())).copied()
    }
}

/// For each crate, the crates whose functions it can call: its dependencies, and theirs within the workspace, whose
/// clients it may be handed.
fn visible(index: &Index) -> Vec<FxHashSet<CrateId>> {
    let direct = |id: CrateId| {
        index[id].deps.values().filter_map(|dep| match dep {
            Extern::Crate(id) => Some(*id),
            Extern::Foreign(_) => None,
        })
    };
    (0..index.crates.len())
        .map(|n| {
            let start = CrateId(n as u32);
            let mut seen = FxHashSet::from_iter([start]);
            let mut work = vec![start];
            while let Some(id) = work.pop() {
                if index[id].stub.is_none() {
                    work.extend(direct(id).filter(|dep| seen.insert(*dep)));
                }
            }
            seen
        })
        .collect()
}
