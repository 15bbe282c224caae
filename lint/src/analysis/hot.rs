//! Which functions a response can pass through: almost none, so that the rest need not be parsed.
//!
//! By words in their text: a function is hot if it says a word that is the name of a function which gives a body.
//! Those are the stubs' at first, then also hot functions whose result may hold one. A closure that says that it takes
//! one makes its function hot as well. Types decide later; here nothing may be missed.

use aho_corasick::{AhoCorasick, MatchKind};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::program::disables;
use crate::{
    flow::graph::Shape,
    index::{AdtId, CrateId, FunId, Index, Name, Owner, Receiver, TypeRef},
    source::Sources,
    types::{Infer, Lookup, Ty},
};

/// A word to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Word {
    /// Is it called with a dot?
    is_method: bool,
    /// The crate of the function: who cannot see that cannot call it.
    krate: CrateId,
}

/// Names of functions, and who they may be.
type Names = FxHashMap<Name, FxHashSet<Word>>;

/// The functions of the workspace that have to be analysed, in the order of the index.
pub fn functions(lookup: &Lookup, sources: &Sources) -> Vec<FunId> {
    let index = lookup.index;
    let (stubs, own) = with_bodies(index);
    let said = names_said(index, sources, &stubs, &own);
    let is_giving = |id: &FunId| said.contains(index[*id].name.as_str()) && gives_body(lookup, *id);
    let giving: Vec<FunId> = stubs.par_iter().copied().filter(is_giving).collect();
    let mut new = names(index, giving);
    let mut hot: FxHashSet<FunId> = own.par_iter().copied().filter(|id| takes_body(lookup, *id)).collect();
    hot.extend(with_closures_that_take_one(lookup, sources, &own));
    let mut told: FxHashSet<(Name, Word)> = FxHashSet::default();
    while !new.is_empty() {
        let Some(search) = Search::new(&new) else { break };
        let found: Vec<(FunId, bool)> = own
            .par_iter()
            .copied()
            .filter(|id| search.fits(lookup, sources, *id))
            .map(|id| (id, gives_body(lookup, id)))
            .collect();
        hot.extend(found.iter().map(|(id, _)| *id));
        let giving = found.iter().filter(|(_, gives)| *gives).map(|(id, _)| *id);
        new = names(index, giving.filter(|id| told.insert((index[*id].name.clone(), Word::of(index, *id)))));
    }
    let mut hot: Vec<FunId> = hot.into_iter().collect();
    hot.sort_unstable();
    hot
}

/// The functions that say the name of one in a stub that can switch the reuse of connections off.
pub fn settings(lookup: &Lookup, sources: &Sources) -> Vec<FunId> {
    let (stubs, own) = with_bodies(lookup.index);
    let named = names(lookup.index, stubs.into_iter().filter(|id| disables(lookup.index, sources, *id)));
    let Some(search) = Search::new(&named) else { return Vec::new() };
    own.into_par_iter().filter(|id| search.fits(lookup, sources, *id)).collect()
}

/// The functions that have one: those of stubs, and the user's.
fn with_bodies(index: &Index) -> (Vec<FunId>, Vec<FunId>) {
    let all = (0..index.funs.len()).map(|n| FunId(n as u32)).filter(|id| index[*id].body.is_some());
    all.partition(|id| index[index[*id].krate].stub.is_some())
}

/// The names of `stubs` that are words in `own`: of the others nobody has to know what they give.
fn names_said<'a>(index: &'a Index, sources: &Sources, stubs: &[FunId], own: &[FunId]) -> FxHashSet<&'a str> {
    let names: FxHashSet<&str> = stubs.iter().map(|id| index[*id].name.as_str()).collect();
    let said_in = |mut said: FxHashSet<&'a str>, id: &FunId| {
        let text = index[*id].body.map_or("", |body| sources.slice(body));
        said.extend(text.split(|c: char| c != '_' && !c.is_ascii_alphanumeric()).filter_map(|word| names.get(word)));
        said
    };
    own.par_iter().fold(FxHashSet::default, said_in).reduce(FxHashSet::default, |mut all, more| {
        all.extend(more);
        all
    })
}

fn names(index: &Index, funs: impl IntoIterator<Item = FunId>) -> Names {
    let mut names = Names::default();
    for id in funs {
        names.entry(index[id].name.clone()).or_default().insert(Word::of(index, id));
    }
    names
}

impl Word {
    fn of(index: &Index, id: FunId) -> Word {
        Word { is_method: index[id].receiver.is_some(), krate: index[id].krate }
    }
}

/// A search for names in texts.
struct Search<'a> {
    automaton: AhoCorasick,
    /// By the number of the pattern.
    words: Vec<&'a FxHashSet<Word>>,
}

impl<'a> Search<'a> {
    fn new(names: &'a Names) -> Option<Search<'a>> {
        let mut sorted: Vec<(&Name, &FxHashSet<Word>)> = names.iter().collect();
        sorted.sort_unstable_by_key(|(name, _)| *name);
        let (patterns, words): (Vec<&str>, _) = sorted.into_iter().map(|(name, words)| (name.as_str(), words)).unzip();
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&patterns).ok()?;
        Some(Search { automaton, words })
    }

    /// Does the function say one of the names, and could it mean one that its crate can see?
    fn fits(&self, lookup: &Lookup, sources: &Sources, id: FunId) -> bool {
        let fun = &lookup.index[id];
        let visible = &lookup.visible[fun.krate.0 as usize];
        let text = fun.body.map_or("", |body| sources.slice(body));
        self.automaton.find_iter(text).any(|at| {
            let could_be = |word: &Word| visible.contains(&word.krate) && called_so(text, at.start(), word.is_method);
            is_word(text, at.start(), at.end()) && self.words[at.pattern().as_usize()].iter().any(could_be)
        })
    }
}

/// The functions with a closure like `|response: Response| ..`.
fn with_closures_that_take_one(lookup: &Lookup, sources: &Sources, own: &[FunId]) -> Vec<FunId> {
    let index = lookup.index;
    let of_client = |n: &usize| lookup.is_body(AdtId(*n as u32)) || lookup.is_response(AdtId(*n as u32));
    let mut names: Vec<&str> = (0..index.adts.len()).filter(of_client).map(|n| index.adts[n].name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let Ok(search) = AhoCorasick::new(&names) else { return Vec::new() };
    // `response: Response`, `response: reqwest::Response`
    let is_param = |text: &str, at: aho_corasick::Match| {
        let before_path = text[..at.start()].trim_end_matches(|c: char| c == '_' || c == ':' || c.is_alphanumeric());
        let after = text[at.end()..].trim_start();
        is_word(text, at.start(), at.end())
            && before_path.trim_end().ends_with(':')
            && after.starts_with(['|', ',', '<'])
    };
    let takes_one = |id: &FunId| {
        let text = index[*id].body.map_or("", |body| sources.slice(body));
        search.find_iter(text).any(|at| is_param(text, at))
    };
    own.par_iter().copied().filter(takes_one).collect()
}

/// Do these bytes stand alone as a word?
pub(super) fn is_word(text: &str, start: usize, end: usize) -> bool {
    let is_name = |c: Option<u8>| c.is_some_and(|c| c == b'_' || c.is_ascii_alphanumeric());
    let before = start.checked_sub(1).map(|n| text.as_bytes()[n]);
    !is_name(before) && !is_name(text.as_bytes().get(end).copied())
}

/// Could a method, or else a free function, be named like this? `x.word` is a method, `word` is not, `X::word` either.
pub(super) fn called_so(text: &str, start: usize, is_method: bool) -> bool {
    let before = text[..start].trim_end();
    before.ends_with("::") || before.ends_with('.') == is_method
}

/// Does the type of the result say that there may be a body in it, or that of something that it may write to? A generic
/// result does not: what it is made of is named where it is called.
fn gives_body(lookup: &Lookup, id: FunId) -> bool {
    let fun = &lookup.index[id];
    let written = fun.params.iter().filter_map(|param| match &param.ty {
        TypeRef::Ref { mutable: true, to } if names_type(to) => Some(&**to),
        _ => None,
    });
    let given: Vec<&TypeRef> =
        written.chain(Some(&fun.ret).filter(|ret| **ret != TypeRef::Tuple(Vec::new()))).collect();
    let writes_self =
        matches!(fun.receiver, Some(Receiver::Ref { mutable: true })) && matches!(fun.owner, Owner::Impl(_));
    if !writes_self && given.is_empty() {
        return false;
    }
    let (scope, env) = lookup.body_scope(id);
    let holds = |ty: &Ty| lookup.shape(ty, &mut Infer::default(), &env).holds_body();
    given.into_iter().any(|ty| holds(&lookup.ty(ty, &scope)))
        || writes_self && scope.self_ty.as_ref().is_some_and(holds)
}

fn takes_body(lookup: &Lookup, id: FunId) -> bool {
    let fun = &lookup.index[id];
    let by_value = matches!(fun.receiver, Some(Receiver::Value)) && matches!(fun.owner, Owner::Impl(_));
    if !by_value && !fun.params.iter().any(|param| names_type(&param.ty)) {
        return false;
    }
    let (scope, env) = lookup.body_scope(id);
    if let (true, Some(this)) = (by_value, &scope.self_ty)
        && lookup.shape(this, &mut Infer::default(), &env) != Shape::Plain
    {
        return true;
    }
    fun.params.iter().any(|param| {
        let ty = lookup.ty(&param.ty, &scope);
        lookup.shape(&ty, &mut Infer::default(), &env) != Shape::Plain
    })
}

/// Could the type be one that holds a body?
fn names_type(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::Path(_) | TypeRef::Tuple(_) | TypeRef::Impl(_))
}
