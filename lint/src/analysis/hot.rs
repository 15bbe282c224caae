//! Which functions a response can pass through: almost none, so that the rest need not be parsed.
//!
//! By words in their text: a function is hot if it says a word that is the name of a function which gives a body.
//! Those are the stubs' at first, then also hot functions whose result may hold one. Types decide later; here
//! nothing may be missed.

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashSet;

use crate::{
    flow::graph::Shape,
    index::{Fun, FunId, Name, Path, TypeRef},
    source::Sources,
    types::{Infer, Lookup},
};

/// The functions of the workspace that have to be analysed, in the order of the index.
pub fn functions(lookup: &Lookup, sources: &Sources) -> Vec<FunId> {
    let index = lookup.index;
    let all = || (0..index.funs.len()).map(|n| FunId(n as u32));
    let is_stub = |id: FunId| index[index[id].krate].stub.is_some();
    let mut words: FxHashSet<Name> = FxHashSet::default();
    for id in all().filter(|id| is_stub(*id)) {
        if gives_body(lookup, id) {
            words.insert(index[id].name.clone());
        }
    }
    let mut hot: FxHashSet<FunId> =
        all().filter(|id| !is_stub(*id) && takes_body(lookup, *id) && index[*id].body.is_some()).collect();
    let mut new = words.clone();
    while !new.is_empty() {
        let mut patterns: Vec<&str> = new.iter().map(|word| word.as_str()).collect();
        patterns.sort_unstable();
        let Ok(search) = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&patterns) else { break };
        let mut next = FxHashSet::default();
        for id in all().filter(|id| !is_stub(*id)) {
            let Some(body) = index[id].body else { continue };
            if hot.contains(&id) && !passes_on(&index[id]) {
                continue;
            }
            let text = sources.slice(body);
            let word = |at: aho_corasick::Match| {
                let is_name = |c: Option<u8>| c.is_some_and(|c| c == b'_' || c.is_ascii_alphanumeric());
                let before = at.start().checked_sub(1).map(|n| text.as_bytes()[n]);
                !is_name(before) && !is_name(text.as_bytes().get(at.end()).copied())
            };
            if search.find_iter(text).any(word) {
                hot.insert(id);
                if passes_on(&index[id]) && !words.contains(&index[id].name) {
                    next.insert(index[id].name.clone());
                }
            }
        }
        words.extend(next.iter().cloned());
        new = next;
    }
    let mut hot: Vec<FunId> = hot.into_iter().collect();
    hot.sort_unstable();
    hot
}

fn gives_body(lookup: &Lookup, id: FunId) -> bool {
    let fun = &lookup.index[id];
    // Only where one is born: what hands one on needs no word, the one before it has it.
    let (scope, env) = lookup.body_scope(id);
    let ty = lookup.ty(&fun.ret, &scope);
    fun.body.is_some() && lookup.shape(&ty, &mut Infer::default(), &env).holds_body()
}

fn takes_body(lookup: &Lookup, id: FunId) -> bool {
    let fun = &lookup.index[id];
    if !fun.params.iter().any(|param| names_type(&param.ty)) {
        return false;
    }
    let (scope, env) = lookup.body_scope(id);
    fun.params.iter().any(|param| {
        let ty = lookup.ty(&param.ty, &scope);
        lookup.shape(&ty, &mut Infer::default(), &env) != Shape::Plain
    })
}

/// Could the type be one that holds a body?
fn names_type(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::Path(_) | TypeRef::Tuple(_) | TypeRef::Impl(_))
}

/// Can the result hold a body? Only what cannot by its looks is left out.
fn passes_on(fun: &Fun) -> bool {
    fn plain(ty: &TypeRef) -> bool {
        match ty {
            TypeRef::Tuple(parts) => parts.iter().all(plain),
            TypeRef::Never => true,
            TypeRef::Ref { .. } => true,
            TypeRef::Slice(item) => plain(item),
            TypeRef::Path(Path { segments, qself: None, .. }) => segments.last().is_some_and(|last| {
                let known = matches!(
                    last.name.as_str(),
                    "bool" | "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "isize" | "f32"
                        | "f64" | "String" | "str" | "char" | "Value" | "Bytes" | "Duration" | "PathBuf" | "Url"
                );
                let wraps = matches!(last.name.as_str(), "Result" | "Option" | "Vec" | "Box" | "Arc" | "HashMap");
                known || (wraps && !last.args.is_empty() && last.args.iter().all(plain))
            }),
            _ => false,
        }
    }
    !plain(&fun.ret)
}
