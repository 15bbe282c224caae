//! The program that is compiled: the modules and imports of the stub, with the crate's items in place of the stub's,
//! and in each module the claims that stand there. One line for each, so that an error leads back.

use std::collections::HashSet;

use super::{
    claims::{Claims, Form},
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
    let mut writer = Writer { krate, claims, states, program };
    writer.traits();
    writer.module(0);
    writer.questions();
    writer.program
}

/// What a module imports from other crates, in the version that is looked at.
pub fn foreign<'a>(tree: &'a Tree<'a>, at: usize) -> impl Iterator<Item = &'a Leaf> {
    let leaves = tree.modules[at].leaves.iter().filter(|leaf| tree.has(&leaf.notes) && leaf.notes.unchecked.is_none());
    leaves.filter(move |leaf| {
        let foreign = |space| tree.resolve(at, leaf.global, &leaf.path, space) == Target::Foreign;
        [Space::Module, Space::Type, Space::Value].into_iter().all(foreign)
    })
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
        for arguments in 0..=8 {
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
    states: &'a [State],
    program: Program,
}

impl Writer<'_> {
    /// The claim that something is at a path, if it has not been refuted.
    fn name(&self, path: &[String]) -> Option<usize> {
        let is_name = |form: &Form| matches!(form, Form::Name(name) if name == path);
        self.claims.list.iter().position(|claim| is_name(&claim.form)).filter(|at| self.states[*at] != State::Refuted)
    }

    /// Methods that the stub gives to a type itself may be those of a trait.
    fn traits(&mut self) {
        self.program.line("mod __traits {", None);
        for (id, path) in &self.claims.paths {
            if matches!(self.claims.tree.item(*id), syn::Item::Trait(_))
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
        for leaf in &module.leaves {
            if tree.has(&leaf.notes) {
                self.leaf(at, leaf);
            }
        }
        for number in 0..module.items.len() {
            if let Some(path) = self.claims.paths.get(&(at, number))
                && is_type(tree.item((at, number)))
                && let Some(claim) = self.name(path)
                && let Some(name) = name_in(tree.item((at, number)))
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

    fn leaf(&mut self, at: usize, leaf: &Leaf) {
        let tree = &self.claims.tree;
        let target = [Space::Module, Space::Type]
            .map(|space| tree.resolve(at, leaf.global, &leaf.path, space))
            .into_iter()
            .find(|target| *target != Target::Foreign);
        let vis = if leaf.public { "pub " } else { "" };
        let path = match target {
            Some(Target::Module(inside)) => path_of(&tree.modules[inside].path),
            Some(Target::Item(id)) => {
                let is_there = self.claims.paths.get(&id).is_some_and(|path| self.name(path).is_some());
                if !is_there || !is_type(tree.item(id)) {
                    return;
                }
                let name = name_in(tree.item(id)).unwrap_or_default();
                format!("{}::{name}", path_of(&tree.modules[id.0].path))
            }
            _ => {
                // Functions and variants are not named by types.
                let is_foreign = tree.resolve(at, leaf.global, &leaf.path, Space::Value) == Target::Foreign;
                if is_foreign && target.is_none() {
                    self.import(at, leaf);
                }
                return;
            }
        };
        let text = match &leaf.name {
            Some(name) => format!("{vis}use {path} as {name};"),
            None => format!("{vis}use {path}::*;"),
        };
        self.program.line(&text, None);
    }

    fn import(&mut self, at: usize, leaf: &Leaf) {
        let text = format!("use {}", leaf.path.join("::"));
        let is_this = |claim: &super::claims::Claim| {
            matches!(claim.form, Form::Import) && claim.module == at && claim.line == leaf.line && claim.text == text
        };
        let Some(claim) = self.claims.list.iter().position(is_this).filter(|at| self.states[*at] != State::Refuted) else {
            return;
        };
        let path = format!("{}{}", if leaf.global { "::" } else { "" }, leaf.path.join("::"));
        let vis = if leaf.public { "pub " } else { "" };
        let text = match &leaf.name {
            Some(name) => format!("{vis}use {path} as {name};"),
            None => format!("{vis}use {path}::*;"),
        };
        self.program.line(&text, Some(claim));
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

pub fn is_type(item: &syn::Item) -> bool {
    matches!(item, syn::Item::Struct(_) | syn::Item::Enum(_) | syn::Item::Trait(_) | syn::Item::Type(_))
}

fn name_in(item: &syn::Item) -> Option<String> {
    Some(match item {
        syn::Item::Struct(item) => item.ident.to_string(),
        syn::Item::Enum(item) => item.ident.to_string(),
        syn::Item::Trait(item) => item.ident.to_string(),
        syn::Item::Type(item) => item.ident.to_string(),
        _ => return None,
    })
}
