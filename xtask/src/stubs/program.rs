//! The program that is compiled: the modules and imports of the stub, with the crate's items in place of the stub's,
//! and in each module the claims that stand there. One line for each, so that an error leads back.

use std::collections::{HashMap, HashSet};

use syn::Item;

use super::{
    claims::{Claim, Claims, Form},
    shape::Mode,
    tree::{Leaf, Space, Target, Tree},
};

/// How far a claim has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is put to the compiler in this way.
    Asked(Mode),
    /// It is true, so that others may build on it.
    True,
    /// It is not.
    Refuted,
}

/// The text, and whose each line is.
#[derive(Default)]
pub struct Program {
    pub text: String,
    /// The number of a claim, for each line.
    pub lines: Vec<Option<usize>>,
    /// The lines in which types are declared that the crate may not allow.
    pub heads: HashSet<usize>,
}

/// Writes the claims that are asked.
pub fn write(krate: &str, claims: &Claims, states: &[State]) -> Program {
    let mut program = Program::default();
    program.line("#![allow(warnings)]", None);
    program.awaited();
    let names = claims.list.iter().enumerate().filter_map(|(at, claim)| match &claim.form {
        Form::Name(path) => Some((path.as_slice(), at)),
        _ => None,
    });
    let mut writer = Writer { krate, claims, names: names.collect(), states, program };
    writer.traits();
    writer.module(0);
    writer.questions();
    writer.program
}

/// The leaves by which a module imports from other crates, in the version that is looked at.
pub fn foreign<'a>(tree: &'a Tree<'a>, at: usize) -> impl Iterator<Item = usize> + 'a {
    let leaves = tree.modules[at].leaves.iter().enumerate();
    let leaves = leaves.filter(|(_, leaf)| tree.has(&leaf.notes) && leaf.notes.unchecked.is_none());
    let is_foreign = move |leaf: &Leaf| {
        let foreign = |space| tree.resolve(at, leaf.global, &leaf.path, space) == Target::Foreign;
        [Space::Module, Space::Type, Space::Value].into_iter().all(foreign)
    };
    leaves.filter(move |(_, leaf)| is_foreign(leaf)).map(|(number, _)| number)
}

impl Program {
    fn line(&mut self, text: &str, claim: Option<usize>) {
        self.text += text;
        self.text.push('\n');
        self.lines.push(claim);
    }

    /// From a pointer to a function that gives a future to one that gives what it is awaited for.
    fn awaited(&mut self) {
        self.line("mod __awaited {", None);
        for arguments in 0..=12 {
            let types: String = (0..arguments).map(|at| format!("A{at}, ")).collect();
            let pointer = format!("fn({types}) -> F");
            self.line(
                &format!(
                    "pub fn of_{arguments}<{types} F: ::std::future::IntoFuture>(_: {pointer}) -> fn({types}) -> F::Output {{ loop {{}} }} \
                     pub fn output_{arguments}<{types} F>(_: {pointer}) -> ::std::marker::PhantomData<F> {{ loop {{}} }}"
                ),
                None,
            );
        }
        self.line("}", None);
    }
}

struct Writer<'a> {
    krate: &'a str,
    claims: &'a Claims<'a>,
    /// The claims that something is at a path.
    names: HashMap<&'a [String], usize>,
    states: &'a [State],
    program: Program,
}

impl Writer<'_> {
    /// The claim that something is at a path, if it has not been refuted.
    fn name(&self, path: &[String]) -> Option<usize> {
        self.names.get(path).copied().filter(|at| self.states[*at] != State::Refuted)
    }

    /// Methods that the stub gives to a type itself may be those of a trait.
    fn traits(&mut self) {
        self.program.line("mod __traits {", None);
        for (id, path) in &self.claims.paths {
            if matches!(self.claims.tree.item(*id), Item::Trait(_))
                && let Some(claim) = self.name(path)
            {
                let text = format!("pub use ::{}::{} as _;", self.krate, path.join("::"));
                self.program.line(&text, Some(claim));
            }
        }
        self.program.line("}", None);
    }

    fn module(&mut self, at: usize) {
        let tree = &self.claims.tree;
        let module = &tree.modules[at];
        self.program.line("use crate::__traits::*;", None);
        for (number, leaf) in module.leaves.iter().enumerate() {
            if tree.has(&leaf.notes) {
                self.leaf(at, number, leaf);
            }
        }
        for number in 0..module.items.len() {
            if let Some(path) = self.claims.paths.get(&(at, number))
                && let Some(claim) = self.name(path)
                && let Some(name) = name_of(tree.item((at, number)))
            {
                let text = format!("pub use ::{}::{} as {name};", self.krate, path.join("::"));
                self.program.line(&text, Some(claim));
            }
        }
        for (number, claim) in self.claims.list.iter().enumerate() {
            let State::Asked(mode) = self.states[number] else { continue };
            match &claim.form {
                Form::Shape(shape) if claim.module == at => {
                    let [head, body] = shape.emit(&format!("__c{number}"), mode);
                    self.program.heads.insert(self.program.lines.len());
                    self.program.line(&head, Some(number));
                    self.program.line(&body, Some(number));
                }
                Form::Name(path) if at == 0 => {
                    self.program.line(&format!("use ::{}::{} as _;", self.krate, path.join("::")), Some(number));
                }
                _ => {}
            }
        }
        for (inside, module) in tree.modules.iter().enumerate() {
            if module.parent == Some(at) {
                let name = module.path.last().map_or("", String::as_str);
                self.program.line(&format!("pub mod {name} {{"), None);
                self.module(inside);
                self.program.line("}", None);
            }
        }
    }

    /// What is imported, if it has a type: functions and variants are not named by signatures.
    fn leaf(&mut self, at: usize, number: usize, leaf: &Leaf) {
        let tree = &self.claims.tree;
        let resolve = |space| tree.resolve(at, leaf.global, &leaf.path, space);
        let target = [Space::Module, Space::Type].map(resolve).into_iter().find(|target| *target != Target::Foreign);
        let (path, claim) = match target {
            Some(Target::Module(inside)) => (path_of(&tree.modules[inside].path), None),
            Some(Target::Item(id)) => {
                let is_there = self.claims.paths.get(&id).is_some_and(|path| self.name(path).is_some());
                let name = name_of(tree.item(id)).filter(|_| is_there);
                let Some(name) = name else { return };
                (format!("{}::{name}", path_of(&tree.modules[id.0].path)), None)
            }
            Some(_) => return,
            None => {
                let Some(claim) = self.import(at, number) else { return };
                (format!("{}{}", if leaf.global { "::" } else { "" }, leaf.path.join("::")), Some(claim))
            }
        };
        let vis = if leaf.public { "pub " } else { "" };
        let text = match &leaf.name {
            Some(name) => format!("{vis}use {path} as {name};"),
            None => format!("{vis}use {path}::*;"),
        };
        self.program.line(&text, claim);
    }

    /// The claim that something is imported from another crate, if it has not been refuted.
    fn import(&self, at: usize, number: usize) -> Option<usize> {
        let is_this = |claim: &Claim| claim.module == at && matches!(claim.form, Form::Import(leaf) if leaf == number);
        self.claims.list.iter().position(is_this).filter(|at| self.states[*at] != State::Refuted)
    }

    /// Apart from the rest, so that no trait is in scope.
    fn questions(&mut self) {
        self.program.line("mod __questions {", None);
        for (number, claim) in self.claims.list.iter().enumerate() {
            if let Form::Method { path, params, name } = &claim.form
                && matches!(self.states[number], State::Asked(_))
            {
                let path = path.join("::");
                let params = if *params > 0 { format!("<{}>", "_, ".repeat(*params)) } else { String::new() };
                let text = format!("fn __c{number}() {{ let f = <::{}::{path}{params}>::{name}; }}", self.krate);
                self.program.line(&text, Some(number));
            }
        }
        self.program.line("}", None);
    }
}

fn path_of(module: &[String]) -> String {
    std::iter::once("crate").chain(module.iter().map(String::as_str)).collect::<Vec<_>>().join("::")
}

/// A struct, an enum, a trait, or another name for a type.
pub fn is_type(item: &Item) -> bool {
    name_of(item).is_some()
}

fn name_of(item: &Item) -> Option<String> {
    Some(match item {
        Item::Struct(item) => item.ident.to_string(),
        Item::Enum(item) => item.ident.to_string(),
        Item::Trait(item) => item.ident.to_string(),
        Item::Type(item) => item.ident.to_string(),
        _ => return None,
    })
}
