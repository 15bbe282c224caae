//! Which functions a response can pass through: almost none, so that the rest need not be parsed.
//!
//! By words in their text: a function is hot if it says a word that is the name of a function which gives a body.
//! Those are the stubs' at first, then also hot functions whose result may hold one. A closure that says that it takes
//! one makes its function hot as well. Types decide later; here nothing may be missed.

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::{FxHashMap, FxHashSet};

use super::program::disables;
use crate::{
    flow::graph::Shape,
    index::{AdtId, CrateId, FunId, Name, Owner, Receiver, TypeRef},
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

/// The functions of the workspace that have to be analysed, in the order of the index.
pub fn functions(lookup: &Lookup, sources: &Sources) -> Vec<FunId> {
    let index = lookup.index;
    let all = || (0..index.funs.len()).map(|n| FunId(n as u32));
    let is_stub = |id: FunId| index[index[id].krate].stub.is_some();
    let word = |id: FunId| Word { is_method: index[id].receiver.is_some(), krate: index[id].krate };
    let mut new: FxHashMap<Name, FxHashSet<Word>> = FxHashMap::default();
    for id in all().filter(|id| is_stub(*id) && gives_body(lookup, *id)) {
        new.entry(index[id].name.clone()).or_default().insert(word(id));
    }
    let mut hot: FxHashSet<FunId> =
        all().filter(|id| !is_stub(*id) && index[*id].body.is_some() && takes_body(lookup, *id)).collect();
    hot.extend(with_closures_that_take_one(lookup, sources));
    let mut told: FxHashSet<(Name, Word)> = FxHashSet::default();
    while !new.is_empty() {
        let mut patterns: Vec<&str> = new.keys().map(|word| word.as_str()).collect();
        patterns.sort_unstable();
        let Ok(search) = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&patterns) else { break };
        let mut next: FxHashMap<Name, FxHashSet<Word>> = FxHashMap::default();
        for id in all().filter(|id| !is_stub(*id)) {
            let fun = &index[id];
            let Some(body) = fun.body else { continue };
            let words = |at: usize| &new[patterns[at]];
            if !says(sources.slice(body), &search, words, &lookup.visible[fun.krate.0 as usize]) {
                continue;
            }
            hot.insert(id);
            if gives_body(lookup, id) && told.insert((fun.name.clone(), word(id))) {
                next.entry(fun.name.clone()).or_default().insert(word(id));
            }
        }
        new = next;
    }
    let mut hot: Vec<FunId> = hot.into_iter().collect();
    hot.sort_unstable();
    hot
}

/// The functions that say the name of one in a stub that can switch the reuse of connections off.
pub fn settings(lookup: &Lookup, sources: &Sources) -> Vec<FunId> {
    let index = lookup.index;
    let all = || (0..index.funs.len()).map(|n| FunId(n as u32));
    let mut new: FxHashMap<Name, FxHashSet<Word>> = FxHashMap::default();
    for id in all().filter(|id| disables(index, sources, *id)) {
        let word = Word { is_method: index[id].receiver.is_some(), krate: index[id].krate };
        new.entry(index[id].name.clone()).or_default().insert(word);
    }
    let mut patterns: Vec<&str> = new.keys().map(|word| word.as_str()).collect();
    patterns.sort_unstable();
    let Ok(search) = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&patterns) else {
        return Vec::new();
    };
    let says_one = |id: &FunId| {
        let fun = &index[*id];
        let words = |at: usize| &new[patterns[at]];
        let visible = &lookup.visible[fun.krate.0 as usize];
        index[fun.krate].stub.is_none()
            && fun.body.is_some_and(|body| says(sources.slice(body), &search, words, visible))
    };
    all().filter(says_one).collect()
}

/// Does a text say one of the words that its crate can see?
fn says<'a>(
    text: &str,
    search: &AhoCorasick,
    words: impl Fn(usize) -> &'a FxHashSet<Word>,
    visible: &FxHashSet<CrateId>,
) -> bool {
    search.find_iter(text).any(|at| {
        is_word(text, at.start(), at.end())
            && words(at.pattern().as_usize())
                .iter()
                .any(|word| visible.contains(&word.krate) && called_so(text, at.start(), word.is_method))
    })
}

/// The functions with a closure like `|response: Response| ..`.
fn with_closures_that_take_one(lookup: &Lookup, sources: &Sources) -> Vec<FunId> {
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
        let fun = &index[*id];
        let stub = index[fun.krate].stub.is_some();
        let text = fun.body.filter(|_| !stub).map_or("", |body| sources.slice(body));
        search.find_iter(text).any(|at| is_param(text, at))
    };
    (0..index.funs.len()).map(|n| FunId(n as u32)).filter(takes_one).collect()
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
    let (scope, env) = lookup.body_scope(id);
    let holds = |ty: &Ty| lookup.shape(ty, &mut Infer::default(), &env).holds_body();
    let written = fun.params.iter().filter_map(|param| match &param.ty {
        TypeRef::Ref { mutable: true, to } => Some(&**to),
        _ => None,
    });
    let writes_self =
        matches!(fun.receiver, Some(Receiver::Ref { mutable: true })) && matches!(fun.owner, Owner::Impl(_));
    fun.body.is_some()
        && (holds(&lookup.ty(&fun.ret, &scope))
            || (writes_self && scope.self_ty.as_ref().is_some_and(holds))
            || written.filter(|ty| names_type(ty)).any(|ty| holds(&lookup.ty(ty, &scope))))
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
