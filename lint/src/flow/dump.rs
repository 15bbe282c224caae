//! The text form of a graph, for people and for snapshot tests.

use std::fmt::{self, Write as _};

use super::graph::{BlockId, Body, Call, Callee, Const, Lowered, Operand, Place, Rvalue, Step, Stmt, Term};
use crate::index::{FunId, Index};

/// The graphs of a function, one line a step.
pub fn dump(index: &Index, lowered: &Lowered) -> String {
    let mut out = String::new();
    for (n, body) in lowered.bodies.iter().enumerate() {
        let printer = Printer { index, body };
        // Writing into a string cannot fail.
        let _ = printer.body(n, &mut out);
    }
    out
}

struct Printer<'a> {
    index: &'a Index,
    body: &'a Body,
}

impl Printer<'_> {
    fn body(&self, number: usize, out: &mut String) -> fmt::Result {
        let kind = if self.body.is_async { "async body" } else { "body" };
        let params: Vec<String> = self.body.params.iter().map(|p| self.place(&(*p).into())).collect();
        writeln!(out, "{kind} {number}({})", params.join(", "))?;
        for (n, block) in self.body.blocks.iter().enumerate() {
            if n > 0 && !self.reached(BlockId(n as u32)) {
                continue;
            }
            writeln!(out, "  b{n}:")?;
            for stmt in &block.stmts {
                match stmt {
                    Stmt::Assign(place, rvalue, _) => {
                        writeln!(out, "    {} = {}", self.place(place), self.rvalue(rvalue))?
                    }
                    Stmt::Drop(place, exit) => writeln!(out, "    drop {} // {:?}", self.place(place), exit.kind)?,
                }
            }
            match &block.term {
                Term::Goto(to) => writeln!(out, "    goto b{}", to.0)?,
                Term::Variant { place, variant, yes, no, .. } => {
                    writeln!(out, "    if {} is {variant} b{} else b{}", self.place(place), yes.0, no.0)?;
                }
                Term::Try { place, go_on, leave } => {
                    writeln!(out, "    try {} b{} else b{}", self.place(place), go_on.0, leave.0)?;
                }
                Term::Branch { cond, yes, no } => {
                    writeln!(out, "    if {} b{} else b{}", self.operand(cond), yes.0, no.0)?;
                }
                Term::Return => writeln!(out, "    return {}", self.place(&self.body.ret.into()))?,
                Term::Diverge => writeln!(out, "    diverge")?,
            }
        }
        Ok(())
    }

    fn reached(&self, block: BlockId) -> bool {
        self.body.blocks.iter().any(|from| match &from.term {
            Term::Goto(to) => *to == block,
            Term::Variant { yes, no, .. } | Term::Branch { yes, no, .. } => *yes == block || *no == block,
            Term::Try { go_on, leave, .. } => *go_on == block || *leave == block,
            Term::Return | Term::Diverge => false,
        })
    }

    fn place(&self, place: &Place) -> String {
        let mut text = match &self.body.locals[place.local.0 as usize].name {
            Some(name) => format!("{name}_{}", place.local.0),
            None => format!("_{}", place.local.0),
        };
        for step in &place.path {
            match step {
                Step::Field(name) => {
                    text.push('.');
                    text.push_str(name);
                }
                Step::Deref => text = format!("(*{text})"),
            }
        }
        text
    }

    fn operand(&self, operand: &Operand) -> String {
        match operand {
            Operand::Place(place) => self.place(place),
            Operand::Ref { place, mutable: true } => format!("&mut {}", self.place(place)),
            Operand::Ref { place, mutable: false } => format!("&{}", self.place(place)),
            Operand::Const(known) => match known {
                Const::Unknown => "?".to_owned(),
                Const::Unit => "()".to_owned(),
                Const::Bool(b) => b.to_string(),
                Const::Int(n) => n.to_string(),
                Const::Str(s) => format!("{s:?}"),
                Const::Item(id) => self.index[*id].name.to_string(),
                Const::Fun(id) => self.fun(*id),
                Const::Ctor(id, n) => self.index[*id].variants[*n as usize].name.to_string(),
            },
        }
    }

    fn operands<'a>(&self, operands: impl IntoIterator<Item = &'a Operand>) -> String {
        operands.into_iter().map(|op| self.operand(op)).collect::<Vec<_>>().join(", ")
    }

    fn fun(&self, id: FunId) -> String {
        self.index.fun_path(id)
    }

    fn rvalue(&self, rvalue: &Rvalue) -> String {
        match rvalue {
            Rvalue::Use(operand) => self.operand(operand),
            Rvalue::Bind(place) => format!("bind {}", self.place(place)),
            Rvalue::Aggregate { variant, fields, .. } => {
                let fields: Vec<String> = fields.iter().map(|(n, op)| format!("{n}: {}", self.operand(op))).collect();
                format!("{} {{ {} }}", variant.as_deref().unwrap_or("struct"), fields.join(", "))
            }
            Rvalue::Collection(items) => format!("[{}]", self.operands(items)),
            Rvalue::Call(Call { callee, args, shape, .. }) => {
                let callee = match callee {
                    Callee::Fun(id) => self.fun(*id),
                    Callee::Method { fun, others } if *others == [*fun] => self.fun(*fun),
                    Callee::Method { others, .. } => others.iter().map(|id| self.fun(*id)).collect::<Vec<_>>().join(" | "),
                    Callee::Value(operand) => format!("({})", self.operand(operand)),
                    Callee::Intrinsic(intrinsic) => format!("{intrinsic:?}!"),
                    Callee::Unknown => "?".to_owned(),
                };
                let gives = if shape.holds_body() { " // gives a body" } else { "" };
                format!("{callee}({}){gives}", self.operands(args))
            }
            Rvalue::Await { future, .. } => format!("await {}", self.operand(future)),
            Rvalue::Closure { body, captures } => format!("closure {body} [{}]", self.operands(captures)),
            Rvalue::Eq(a, b) => format!("{} == {}", self.operand(a), self.operand(b)),
            Rvalue::Not(operand) => format!("!{}", self.operand(operand)),
            Rvalue::Unknown(operands) => format!("?({})", self.operands(operands)),
        }
    }
}
