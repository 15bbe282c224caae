//! `cargo xtask mutate`: does anything notice when a stub lies?
//!
//! Each word that a function of a stub says of bodies is taken out in turn, each function that only looks at a body
//! drains it instead, and each that hands one on loses sight of it. With every such mutant the fixtures and the ways of
//! the clients are linted as text; if the findings are the same as without it, it survives.
//! Nothing is written and nothing is built.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    ops::Range,
    path::{Path, PathBuf},
    process,
};

use quote::ToTokens as _;
use syn::{Attribute, Block, FnArg, ImplItemFn, Item, ItemFn, ItemImpl, ReceiverKind, Signature, TraitItemFn, Type};
use syn::{spanned::Spanned as _, visit::Visit};
use undrained_lint::driver::{self, Options};

use crate::root;

#[path = "../../tests/tests/ui/fixture.rs"]
mod fixture;

/// Those whose ways are run against a server.
const CLIENTS: [&str; 9] =
    ["awc", "hyper", "hyper_util", "isahc", "reqwest", "reqwest_middleware", "surf", "ureq", "ureq_2"];

/// The words that say what becomes of a body.
const WORDS: [&str; 10] =
    ["cancel", "discard", "drain", "empty", "escape", "read_some", "refuse", "respond", "step", "upgrade"];

/// Tries the stubs of `crates`, by the names of their files, or all of the clients that can be run.
pub fn run(crates: &[String]) -> u8 {
    let names: Vec<&str> =
        if crates.is_empty() { CLIENTS.to_vec() } else { crates.iter().map(String::as_str).collect() };
    let folder = env::temp_dir().join(format!("undrained-mutate-{}", process::id()));
    let outcome = Corpus::write(&folder).and_then(|corpus| {
        let scores = names.iter().map(|name| try_all(&name.replace('-', "_"), &corpus));
        scores.collect::<Result<Vec<_>, String>>()
    });
    // What stays behind of a temporary folder does no harm.
    let _ = fs::remove_dir_all(&folder);
    match outcome {
        Ok(scores) => {
            println!();
            for (name, (noticed, all)) in names.iter().zip(&scores) {
                println!("{name:<20}{noticed:>4} of {all} noticed");
            }
            u8::from(scores.iter().any(|(noticed, all)| noticed < all))
        }
        Err(error) => {
            eprintln!("error: {error}");
            2
        }
    }
}

/// How many mutants of a stub were noticed, and how many there are.
fn try_all(name: &str, corpus: &Corpus) -> Result<(usize, usize), String> {
    let stub = format!("clients/{name}.rs");
    let path = root().join("lint").join(&stub);
    let text = fs::read_to_string(&path).map_err(|error| format!("failed to read {}: {error}", path.display()))?;
    let mutants = mutants(&text).map_err(|error| format!("failed to parse {}: {error}", path.display()))?;
    let krate = text.split('"').nth(1).unwrap_or(name);
    let runs = corpus.about(krate);
    let expected = runs.iter().map(|run| findings(run, &[])).collect::<Result<Vec<_>, String>>()?;
    let mut noticed = 0;
    for mutant in &mutants {
        let mut changed = text.clone();
        changed.replace_range(mutant.range.clone(), &mutant.instead);
        let stubs = [(stub.clone(), changed)];
        let mut is_noticed = false;
        for (run, expected) in runs.iter().zip(&expected) {
            is_noticed = is_noticed || findings(run, &stubs)? != *expected;
        }
        if !is_noticed {
            let line = text[..mutant.range.start].lines().count();
            println!("lint/{stub}:{line}: {} in `{}` is not noticed", mutant.what, mutant.function);
        } else {
            noticed += 1;
        }
    }
    Ok((noticed, mutants.len()))
}

// ------------------------------------------------------------------------------------------ what is linted

/// Everything that says what it expects of the lint: the fixtures as packages, and what is a package already.
struct Corpus {
    fixtures: Vec<(PathBuf, String, fixture::Wishes)>,
}

fn copy_file(from: &Path, to: &Path) -> Result<(), String> {
    let parent = to.parent().unwrap_or(to);
    let copied = fs::create_dir_all(parent).and_then(|()| fs::copy(from, to));
    copied.map(|_| ()).map_err(|error| format!("failed to copy {}: {error}", from.display()))
}

/// Paths that are linted together.
struct Run {
    paths: Vec<PathBuf>,
    options: Options,
}

impl Corpus {
    fn write(folder: &Path) -> Result<Corpus, String> {
        fs::create_dir_all(folder).map_err(|error| format!("failed to make {}: {error}", folder.display()))?;
        let mut fixtures = Vec::new();
        for (number, fixture) in fixture::fixtures(&root().join("tests/ui")).iter().enumerate() {
            let folder = folder.join(number.to_string());
            fixture.write(&folder, &mut BTreeMap::new());
            let text = fixture.files.iter().map(|(_, text)| text.as_str()).collect();
            fixtures.push((folder, text, fixture.wishes()));
        }
        // Packages of their own, without the rest of the workspace.
        for package in ["tests/clients", "tests/heavy"] {
            let copy = folder.join(package);
            for part in ["Cargo.toml", "tests/agreement.rs", "ways/mod.rs"] {
                copy_file(&root().join(package).join(part), &copy.join(part))?;
            }
            let ways = root().join(package).join("ways");
            for entry in fs::read_dir(&ways).map_err(|error| format!("failed to list {}: {error}", ways.display()))? {
                let path = entry.map_err(|error| format!("failed to list {}: {error}", ways.display()))?.path();
                let name = path.file_name().unwrap_or_default();
                copy_file(&path, &copy.join("ways").join(name))?;
                let text =
                    fs::read_to_string(&path).map_err(|error| format!("failed to read {}: {error}", path.display()))?;
                let wishes = fixture::Wishes { pedantic: true, tests: true };
                fixtures.push((copy.join("ways").join(name), text, wishes));
            }
        }
        Ok(Corpus { fixtures })
    }

    /// What names a crate.
    fn about(&self, krate: &str) -> Vec<Run> {
        let mut runs = Vec::new();
        let wishes: BTreeSet<fixture::Wishes> = self.fixtures.iter().map(|(.., wishes)| *wishes).collect();
        // The ways first: they notice most.
        for wishes in wishes.into_iter().rev() {
            let about = |(_, text, its): &&(PathBuf, String, _)| *its == wishes && text.contains(krate);
            let paths = self.fixtures.iter().filter(about).map(|(folder, ..)| folder.clone()).collect();
            let options = Options { levels: wishes.levels(), tests: wishes.tests, ..Options::default() };
            runs.push(Run { paths, options });
        }
        runs.retain(|run| !run.paths.is_empty());
        runs
    }
}

/// The rules that are reported, and where.
fn findings(run: &Run, stubs: &[(String, String)]) -> Result<BTreeSet<(PathBuf, u32, &'static str)>, String> {
    let options = Options { instead: stubs.to_vec(), ..run.options.clone() };
    let report = driver::lint(&run.paths, &options).map_err(|error| format!("failed to lint: {error}"))?;
    let found = report.diagnostics.iter().filter_map(|diagnostic| {
        let span = diagnostic.primary.as_ref()?.span;
        Some((report.sources.path(span.file).to_path_buf(), span.start, diagnostic.rule?))
    });
    Ok(found.collect())
}

// ------------------------------------------------------------------------------------------ mutants

/// A change of a stub.
struct Mutant {
    range: Range<usize>,
    instead: String,
    what: String,
    function: String,
}

fn mutants(text: &str) -> syn::Result<Vec<Mutant>> {
    let file = syn::parse_file(text)?;
    let mut finder = Finder { holders: holders(&file.items), ..Finder::default() };
    finder.visit_file(&file);
    // A mutant inside of another one comes later; none changes more than one place.
    finder.mutants.sort_by_key(|mutant| mutant.range.start);
    Ok(finder.mutants)
}

/// The types that are or hold a body, by name.
fn holders(items: &[Item]) -> BTreeSet<String> {
    struct Structs(Vec<(String, bool, String)>);
    impl Visit<'_> for Structs {
        fn visit_item_struct(&mut self, item: &syn::ItemStruct) {
            let is_body = item.attrs.iter().any(|attr: &Attribute| attr.path().is_ident("body"));
            self.0.push((item.ident.to_string(), is_body, item.fields.to_token_stream().to_string()));
        }

        fn visit_item_enum(&mut self, item: &syn::ItemEnum) {
            self.0.push((item.ident.to_string(), false, item.variants.to_token_stream().to_string()));
        }
    }
    let mut structs = Structs(Vec::new());
    items.iter().for_each(|item| structs.visit_item(item));
    let mut holders: BTreeSet<String> =
        structs.0.iter().filter(|(_, is_body, _)| *is_body).map(|(name, ..)| name.clone()).collect();
    loop {
        let before = holders.len();
        let more = structs.0.iter().filter(|(_, _, fields)| mentions(fields, &holders));
        let more: Vec<String> = more.map(|(name, ..)| name.clone()).collect();
        holders.extend(more);
        if holders.len() == before {
            return holders;
        }
    }
}

/// Is one of the names a word of this code?
fn mentions(code: &str, names: &BTreeSet<String>) -> bool {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| names.contains(word))
}

#[derive(Default)]
struct Finder {
    holders: BTreeSet<String>,
    /// Of the `impl` or trait around.
    owner: String,
    owner_holds: bool,
    function: String,
    words: usize,
    mutants: Vec<Mutant>,
}

impl Finder {
    fn function(&mut self, signature: &Signature, block: &Block) {
        self.function = match self.owner.as_str() {
            "" => signature.ident.to_string(),
            owner => format!("{owner}::{}", signature.ident),
        };
        self.words = 0;
        self.visit_block(block);
        let takes = signature.inputs.iter().any(|input| match input {
            FnArg::Receiver(_) => self.owner_holds,
            FnArg::Typed(input) => mentions(&input.ty.to_token_stream().to_string(), &self.holders),
        });
        if !takes || self.words > 0 {
            return;
        }
        let code = block.to_token_stream().to_string();
        let range = block.span().byte_range();
        let receiver = signature.receiver();
        let mut add = |instead: &str, what: &str| {
            let function = self.function.clone();
            self.mutants.push(Mutant { range: range.clone(), instead: instead.into(), what: what.into(), function });
        };
        if code == "{ any () }" || code == "{ }" {
            if receiver.is_some() {
                add("{ drain(self); any() }", "a drain instead of a look");
            }
        } else if receiver.is_none_or(|receiver| !matches!(receiver.kind, ReceiverKind::Reference(_, _, None))) {
            add("{ any() }", "nothing instead of what is handed on");
        }
    }
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_item_impl(&mut self, item: &'ast ItemImpl) {
        let owner = item.self_ty.to_token_stream().to_string();
        self.owner_holds = mentions(&owner, &self.holders);
        self.owner = short(&item.self_ty);
        syn::visit::visit_item_impl(self, item);
        self.owner.clear();
        self.owner_holds = false;
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.owner = item.ident.to_string();
        syn::visit::visit_item_trait(self, item);
        self.owner.clear();
    }

    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.sig, block);
        }
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let syn::Expr::Path(path) = &*call.func
            && let Some(word) = path.path.get_ident()
        {
            let word = word.to_string();
            // An answer to HEAD owes nothing, so that it makes no difference whether there is one.
            let is_head = word == "respond" && call.args.to_token_stream().to_string().contains("HEAD");
            let instead = match word.as_str() {
                "exempt" | "disabled" => Some("any()"),
                word if WORDS.contains(&word) && !is_head => Some("any()"),
                _ => None,
            };
            if let Some(instead) = instead {
                self.words += 1;
                let range = call.span().byte_range();
                let what = format!("`{instead}` instead of `{word}`");
                let function = self.function.clone();
                self.mutants.push(Mutant { range, instead: instead.to_owned(), what, function });
            }
        }
        syn::visit::visit_expr_call(self, call);
    }
}

/// The name of a type without its module and parameters.
fn short(ty: &Type) -> String {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default(),
        Type::Reference(reference) => short(&reference.elem),
        other => other.to_token_stream().to_string(),
    }
}
