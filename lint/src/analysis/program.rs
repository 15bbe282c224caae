//! The graphs of all functions, made when they are first asked for.

use std::{
    ops::Range,
    sync::{Arc, PoisonError, RwLock},
};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::{
    flow::{Bodies, Contract, graph::Lowered},
    index::{AdtId, ConstId, FunId, Index, Name},
    lower,
    source::{FileId, Sources, Span, forget_spans},
    types::Lookup,
};

/// The graphs, shared by all threads.
pub struct Program<'a> {
    lookup: &'a Lookup<'a>,
    sources: &'a Sources,
    code: Range<FileId>,
    contracts: FxHashMap<FunId, Contract>,
    funs: Graphs<FunId>,
    consts: Graphs<ConstId>,
}

impl<'a> Program<'a> {
    /// What is not in `code` is in a stub.
    pub fn new(
        lookup: &'a Lookup<'a>,
        sources: &'a Sources,
        code: Range<FileId>,
        contracts: FxHashMap<FunId, Contract>,
    ) -> Self {
        Program { lookup, sources, code, contracts, funs: Graphs::default(), consts: Graphs::default() }
    }

    /// Lowers functions on all threads of the pool. Those that are of use are kept.
    pub fn prepare(&self, funs: &[FunId], is_of_use: impl Fn(&Lowered) -> bool + Sync) -> Prepared {
        let (lookup, sources) = (self.lookup, self.sources);
        let lower = |id: &FunId| {
            let lowered = lower::lower_fun(lookup, sources, *id);
            forget_spans();
            // Most are of no use after all, and go at once: together they would be larger than all the rest.
            match lowered {
                None => Some((*id, true)),
                Some(lowered) if is_of_use(&lowered) => {
                    self.funs.insert(*id, Some(Arc::new(lowered)));
                    Some((*id, false))
                }
                Some(_) => None,
            }
        };
        let lowered: Vec<(FunId, bool)> = funs.par_iter().filter_map(lower).collect();
        let (refused, roots): (Vec<_>, Vec<_>) = lowered.into_iter().partition(|(_, refused)| *refused);
        let ids = |list: Vec<(FunId, bool)>| list.into_iter().map(|(id, _)| id).collect();
        Prepared { roots: ids(roots), refused: ids(refused) }
    }
}

/// Graphs that were made, by whose they are. Two threads may make the same one at a time; they make the same.
#[derive(Debug)]
struct Graphs<K>(RwLock<FxHashMap<K, Option<Arc<Lowered>>>>);

impl<K> Default for Graphs<K> {
    fn default() -> Self {
        Graphs(RwLock::default())
    }
}

impl<K: Eq + std::hash::Hash> Graphs<K> {
    fn get(&self, key: K) -> Option<Option<Arc<Lowered>>> {
        // A map is whole between two calls, whatever a thread died of.
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned()
    }

    fn insert(&self, key: K, graph: Option<Arc<Lowered>>) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(key, graph);
    }
}

/// Does a stub's function say the word that switches reuse off?
pub(super) fn disables(index: &Index, sources: &Sources, id: FunId) -> bool {
    let fun = &index[id];
    index[fun.krate].stub.is_some() && fun.body.is_some_and(|body| sources.slice(body).contains("disabled()"))
}

/// What became of the hot functions.
#[derive(Debug, Default)]
pub struct Prepared {
    /// Those that are of use.
    pub roots: Vec<FunId>,
    /// Those that do not parse.
    pub refused: Vec<FunId>,
}

impl Bodies for Program<'_> {
    fn fun(&self, id: FunId) -> Option<Arc<Lowered>> {
        if let Some(known) = self.funs.get(id) {
            return known;
        }
        // What a stub knows by its types only.
        if self.lookup.index[id].attrs.iter().any(|(name, _)| name == "opaque") {
            return None;
        }
        let lowered = lower::lower_fun(self.lookup, self.sources, id).map(Arc::new);
        // All places are offsets by now; what the lexer remembers of the text can go.
        forget_spans();
        self.funs.insert(id, lowered.clone());
        lowered
    }

    fn constant(&self, id: ConstId) -> Option<Arc<Lowered>> {
        let item = &self.lookup.index[id];
        let krate = self.lookup.index[item.module].krate;
        // A stub's constants, and names that the user gave them. Anything that calls something is not a value that
        // can be told from others.
        let text = self.sources.slice(item.value?);
        if self.lookup.index[krate].stub.is_none() && text.contains(['(', '{', '!']) {
            return None;
        }
        if let Some(known) = self.consts.get(id) {
            return known;
        }
        let lowered = lower::lower_const(self.lookup, self.sources, id).map(Arc::new);
        forget_spans();
        self.consts.insert(id, lowered.clone());
        lowered
    }

    fn is_stub(&self, id: FunId) -> bool {
        let index = self.lookup.index;
        index[index[id].krate].stub.is_some()
    }

    fn ctor(&self, id: AdtId, variant: u32) -> Option<Name> {
        let adt = &self.lookup.index[id];
        adt.is_enum.then(|| adt.variants[variant as usize].name.clone())
    }

    fn is_in_stub(&self, span: Span) -> bool {
        !self.code.contains(&span.file)
    }

    fn contract(&self, id: FunId) -> Option<Contract> {
        self.contracts.get(&id).copied()
    }

    fn implementation(&self, method: FunId, id: AdtId, borrowed: bool) -> Option<FunId> {
        self.lookup.implementation(method, id, borrowed)
    }

    fn is_collection(&self, id: AdtId) -> bool {
        self.lookup.is_collection(id)
    }

    fn is_one_shot(&self, id: FunId) -> bool {
        self.lookup.index[id].attrs.iter().any(|(name, value)| name == "reuse" && value == "none")
    }

    fn disables(&self, id: FunId) -> bool {
        disables(self.lookup.index, self.sources, id)
    }

    fn sleeps(&self, id: FunId) -> bool {
        self.lookup.index[id].attrs.iter().any(|(name, _)| name == "sleeps")
    }

    fn runs_apart(&self, id: FunId) -> bool {
        self.lookup.index[id].attrs.iter().any(|(name, _)| name == "apart")
    }

    fn is_apart(&self, id: AdtId) -> bool {
        self.lookup.index[id].attrs.iter().any(|(name, _)| name == "apart")
    }

    fn is_shared(&self, id: AdtId) -> bool {
        self.lookup.index[id].attrs.iter().any(|(name, _)| name == "shared")
    }

    fn is_erased(&self, id: AdtId) -> bool {
        self.lookup.index[id].attrs.iter().any(|(name, _)| name == "erased")
    }
}
