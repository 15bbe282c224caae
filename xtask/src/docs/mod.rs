//! `cargo xtask docs`: what is written from the code and not by hand.
//!
//! `docs/clients.md` is a page for people about what the stubs say. Nothing in it is written by hand but the headings:
//! what a function does is told by the words in it ([`effects`]), what a drop costs by the sentences of the lint, and
//! what was measured by the ways of the clients ([`measured`]).
//! `docs/rules.md` has what the rules say of themselves ([`rules`]).
//! `docs/undrained.schema.json` tells editors what a configuration can be; the types that read one make it.

mod effects;
mod measured;
mod rules;
#[cfg(test)]
mod schema_tests;
#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
};

use syn::{FnArg, Item, spanned::Spanned};
use undrained_lint::{config, rules::Cost};

use self::effects::{Function, Functions, Owner};
use crate::{
    root,
    stubs::{
        self,
        claims::target,
        stub::Stub,
        tree::{Id, Public, Space, Target, Tree},
    },
};

const CLIENTS: &str = "docs/clients.md";
const RULES: &str = "docs/rules.md";
const SCHEMA: &str = "docs/undrained.schema.json";

/// Writes them all. With `check` it only looks: 1 if one is not as it should be.
pub fn run(check: bool) -> u8 {
    let failed = |problem: String| {
        eprintln!("error: {problem}");
        2
    };
    let clients = match stubs::stubs().and_then(|stubs| page(&stubs, &measured::section()?)) {
        Ok(text) => text,
        Err(problem) => return failed(problem),
    };
    let rules = match rules::page() {
        Ok(text) => text,
        Err(problem) => return failed(problem),
    };
    let mut code = 0;
    for (name, text) in [(CLIENTS, clients), (RULES, rules), (SCHEMA, schema())] {
        let file = root().join(name);
        if !check {
            if let Err(error) = fs::write(&file, text) {
                return failed(format!("failed to write `{name}`: {error}"));
            }
        } else if !fs::read_to_string(&file).is_ok_and(|old| old == text) {
            eprintln!("error: `{name}` is not what the code says; `cargo xtask docs` writes it anew");
            code = 1;
        }
    }
    code
}

/// The schema as text, with the keys in one order on all machines.
fn schema() -> String {
    format!("{:#}\n", config::schema())
}

const INTRODUCTION: &str = "\
# Clients

What the lint knows of each client: what gives a response, what reads it, and what it costs to drop one unread.
Paths begin behind the name of the crate, those of methods behind the type that the heading names.

`cargo xtask docs` writes this page from [the stubs](../lint/clients/), whose language [`stubs.md`](stubs.md) explains, and from what the tests measured.

| client | an unread body |
|---|---|
";

const OTHERS: &str = "
## Other crates

They have no connections of their own, and read the bodies of others.
";

/// The page, with the section of what was measured.
fn page(stubs: &[Stub], measured: &str) -> Result<String, String> {
    let mut readers = BTreeSet::new();
    let mut trees = Vec::new();
    for stub in stubs {
        let failed = |error| format!("failed to read {}: {error}", stub.path);
        trees.push((stub, Tree::new(stub, None).map_err(failed)?));
    }
    let mut known = Vec::new();
    for (stub, tree) in &trees {
        let functions = Functions::of(tree).map_err(|error| format!("failed to read {}: {error}", stub.path))?;
        for function in &functions.all {
            if let (Owner::Trait(id), true) = (&function.owner, functions.effects(function).has(&["step", "drain"]))
                && let Item::Trait(item) = tree.item(*id)
            {
                readers.insert(item.ident.to_string());
            }
        }
        known.push(Client::new(stub, tree, functions));
    }
    known.sort_by_key(|client| (client.stub.package.clone(), client.stub.versions.lowest()));
    let mut text = INTRODUCTION.to_owned();
    let (clients, others): (Vec<_>, Vec<_>) = known.iter().partition(|client| client.stub.reuse.is_some());
    for client in &clients {
        let title = client.title();
        let kept: String = title.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_')).collect();
        let what = Cost::of(client.stub.reuse.as_deref()).what;
        let _ = writeln!(text, "| [{title}](#{}) | {what} |", kept.to_lowercase().replace(' ', "-"));
    }
    text += measured;
    text += "\n## Each client\n";
    clients.iter().for_each(|client| client.write(&mut text, &readers));
    text += OTHERS;
    others.iter().filter(|client| client.reads()).for_each(|client| client.write(&mut text, &readers));
    Ok(text)
}

/// What a function is there for, in the order in which it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    Responds,
    RespondsForFree,
    Exempts,
    Drains,
    Reads,
    JudgesStatus,
    Frees,
    HandsOn,
    Drops,
    Looks,
}

impl Use {
    fn in_words(self) -> &'static str {
        match self {
            Use::Responds => "Gives a response",
            Use::RespondsForFree => "Gives a response that costs nothing",
            Use::Exempts => "Nothing may be owed after",
            Use::Drains => "Reads to the end",
            Use::Reads => "Reads a part",
            Use::JudgesStatus => "Makes an error of the status",
            Use::Frees => "Ends what is owed",
            Use::HandsOn => "Hands the body on",
            Use::Drops => "Drops the body",
            Use::Looks => "Only looks",
        }
    }
}

/// What is said of a name, and before it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    /// In code.
    path: String,
    /// `into`, `from`
    before: &'static str,
    /// `(awaited)`
    after: String,
}

type Lists = BTreeMap<Use, BTreeSet<Name>>;

/// What is told of one stub.
struct Client<'a> {
    stub: &'a Stub,
    tree: &'a Tree<'a>,
    /// The public path of each item that has one.
    paths: BTreeMap<Id, String>,
    /// Of functions that are no methods of bodies.
    lists: Lists,
    /// The methods of each response or body type.
    bodies: BTreeMap<Id, Lists>,
}

impl<'a> Client<'a> {
    fn new(stub: &'a Stub, tree: &'a Tree<'a>, functions: Functions<'a>) -> Client<'a> {
        let mut paths = BTreeMap::new();
        for Public { path, target, .. } in tree.public() {
            if let Target::Item(id) = target {
                paths.entry(id).or_insert_with(|| path.join("::"));
            }
        }
        let bodies = tree.ids().filter(|id| tree.notes(*id).is_body && paths.contains_key(id));
        let bodies = bodies.map(|id| (id, Lists::new())).collect();
        let mut client = Client { stub, tree, paths, lists: Lists::new(), bodies };
        for function in functions.all.iter().filter(|function| function.is_public) {
            client.add(&functions, function);
        }
        client
    }

    fn add(&mut self, functions: &Functions, function: &Function) {
        let Some(mut name) = self.name(function) else { return };
        let effects = functions.effects(function);
        let body = self.body(functions, function);
        let is_method = matches!(function.signature.inputs.first(), Some(FnArg::Receiver(_)));
        let what = if effects.has(&["respond"]) {
            let is_free = function.reuse.as_deref() == Some("none");
            if is_free { Use::RespondsForFree } else { Use::Responds }
        } else if effects.has(&["drain"]) {
            Use::Drains
        } else if effects.has(&["discard", "refuse"]) {
            Use::JudgesStatus
        } else if effects.has(&["step", "read_some"]) {
            Use::Reads
        } else if effects.has(&["upgrade"]) {
            Use::Frees
        } else if effects.has(&["exempt", "disabled"]) {
            Use::Exempts
        } else if body.is_none() || (!is_method && !effects.moves) {
            return;
        } else if effects.moves {
            Use::HandsOn
        } else if effects.replaces {
            Use::Drops
        } else {
            Use::Looks
        };
        if let Some(versions) = &function.versions {
            let _ = write!(name.after, " ({})", versions.in_words());
        }
        if let Some(path) = body.and_then(|id| self.paths.get(&id))
            && let Some(method) = name.path.strip_prefix(path.as_str()).and_then(|rest| rest.strip_prefix("::"))
        {
            name.path = method.to_owned();
        }
        let lists = body.and_then(|id| self.bodies.get_mut(&id)).unwrap_or(&mut self.lists);
        lists.entry(what).or_default().insert(name);
    }

    /// The response or body type that a function is a method of, or converts.
    fn body(&self, functions: &Functions, function: &Function) -> Option<Id> {
        let from = match function.signature.inputs.first() {
            Some(FnArg::Typed(input)) if function.signature.ident == "from" => {
                match target(self.tree, functions.module(function), &input.ty) {
                    Target::Item(id) => Some(id),
                    _ => None,
                }
            }
            _ => None,
        };
        from.filter(|id| self.bodies.contains_key(id))
            .or_else(|| functions.owner(function).filter(|id| self.bodies.contains_key(id)))
    }

    /// How users call a function.
    fn name(&self, function: &Function) -> Option<Name> {
        let name = &function.signature.ident;
        let code = |path: String| Name { path, before: "", after: String::new() };
        let text = |ty: &syn::Type| self.stub.text_of(ty.span());
        let owner = match &function.owner {
            Owner::Module(id) => return Some(code(self.paths.get(id)?.clone())),
            Owner::Trait(id) => self.paths.get(id)?,
            Owner::Impl(this, ty, Some(of)) if of.segments.last()?.ident == "From" => {
                let Some(FnArg::Typed(input)) = function.signature.inputs.first() else { return None };
                let is_body = matches!(this, Target::Item(id) if self.bodies.contains_key(id));
                let (before, path) = if is_body { ("from ", text(&input.ty)) } else { ("into ", text(ty)) };
                return Some(Name { before, ..code(path) });
            }
            Owner::Impl(Target::Item(id), _, of) => {
                let path = self.paths.get(id)?;
                if of.is_some_and(|of| of.segments.last().is_some_and(|last| last.ident == "Future")) {
                    return Some(Name { after: " (awaited)".to_owned(), ..code(path.clone()) });
                }
                path
            }
            // An extension of foreign types.
            Owner::Impl(_, _, of) => {
                let of = (*of)?.segments.last()?.ident.to_string();
                self.paths.values().find(|path| path.rsplit("::").next() == Some(&of))?
            }
        };
        Some(code(format!("{owner}::{name}")))
    }

    /// The crate and its versions.
    fn title(&self) -> String {
        format!("{} {}", self.stub.package, self.stub.versions.span()).trim_end().to_owned()
    }

    /// Does it read the bodies of others?
    fn reads(&self) -> bool {
        [Use::Drains, Use::Reads].iter().any(|what| self.lists.contains_key(what))
    }

    fn write(&self, text: &mut String, readers: &BTreeSet<String>) {
        let Stub { package, path, reuse, reuse_by_feature, words, .. } = self.stub;
        let _ = writeln!(text, "\n### {}\n", self.title());
        for paragraph in words {
            let _ = writeln!(text, "{}\n", sentences(paragraph));
        }
        let _ = writeln!(text, "The stub is [`{0}`](../{path}).", path.rsplit('/').next().unwrap_or_default());
        if let Some(reuse) = reuse {
            let cost = |reuse: &str| {
                let Cost { what, because } = Cost::of(Some(reuse));
                format!("**{what}** ([`{reuse}`](stubs.md#the-head)): {package} {because}.")
            };
            let _ = writeln!(text, "\nA body that is dropped unread {}", cost(reuse));
            for (feature, reuse) in reuse_by_feature {
                let Cost { what, .. } = Cost::of(Some(reuse));
                let _ = writeln!(text, "With the feature `{feature}` it {what} ([`{reuse}`](stubs.md#the-head)).");
            }
        }
        lists(text, &self.lists);
        let mut bodies: Vec<_> = self.bodies.iter().map(|(id, lists)| (&self.paths[id], id, lists)).collect();
        bodies.sort();
        for (path, id, methods) in bodies {
            let _ = writeln!(text, "\n#### {package}: `{path}`");
            lists(text, methods);
            self.ending(text, *id, methods.is_empty(), readers);
        }
    }

    /// Through which traits a body is read, and how to drain it.
    fn ending(&self, text: &mut String, id: Id, is_first: bool, readers: &BTreeSet<String>) {
        let mut traits = BTreeSet::new();
        for of in self.tree.ids() {
            if let Item::Impl(item) = self.tree.item(of)
                && let Some((path, _)) = &item.trait_
                && target(self.tree, of.0, &item.self_ty) == Target::Item(id)
                && let Some(last) = path.segments.last().map(|segment| segment.ident.to_string())
                && readers.contains(&last)
            {
                let names = path.segments.iter().map(|segment| segment.ident.to_string()).collect::<Vec<_>>();
                let own = match self.tree.resolve(of.0, false, &names, Space::Type) {
                    Target::Item(id) => self.paths.get(&id).cloned(),
                    _ => None,
                };
                traits.insert(format!("`{}`", own.unwrap_or_else(|| self.tree.full(of.0, &names).join("::"))));
            }
        }
        let fix = match self.tree.item(id) {
            Item::Struct(item) => item.attrs.iter().find(|attr| attr.path().is_ident("fix")).and_then(effects::text),
            _ => None,
        };
        if is_first && (!traits.is_empty() || fix.is_some()) {
            text.push('\n');
        }
        if !traits.is_empty() {
            let _ = writeln!(text, "- Read through: {}", traits.into_iter().collect::<Vec<_>>().join(", "));
        }
        if let Some(fix) = fix {
            let _ = writeln!(text, "- To drain it: `{}`", fix.replace("{}", "response"));
        }
    }
}

fn lists(text: &mut String, lists: &Lists) {
    for (number, (what, names)) in lists.iter().enumerate() {
        let gap = if number == 0 { "\n" } else { "" };
        let names = names.iter().map(|Name { path, before, after }| format!("{before}`{path}`{after}"));
        let names = names.collect::<Vec<_>>().join(", ");
        let _ = writeln!(text, "{gap}- {}: {names}", what.in_words());
    }
}

/// One sentence a line.
fn sentences(paragraph: &str) -> String {
    let mut text = String::new();
    let mut rest = paragraph;
    while let Some(at) = rest.find(". ") {
        let (sentence, after) = rest.split_at(at + 2);
        let is_end = after.starts_with(|c: char| c.is_uppercase() || c == '`');
        text += if is_end { sentence.trim_end() } else { sentence };
        if is_end {
            text.push('\n');
        }
        rest = after;
    }
    text + rest
}
