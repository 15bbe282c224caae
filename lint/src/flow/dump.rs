//! The text form of a graph and of what is known in it, for people and for snapshot tests.

use std::fmt::{self, Write as _};

use super::{
    graph::{BlockId, Body, Call, Callee, Const, Lowered, Operand, Place, Rvalue, Step, Stmt, Term},
    solve::Solver,
    state::{Obligation, State},
    value::{BodyKey, Value},
};
use crate::index::{FunId, Index};

/// The graphs of a function, one line a step, and at the beginning of each block the states that a solver who watched
/// the function has seen there.
pub fn dump(index: &Index, lowered: &Lowered, solver: &Solver) -> String {
    let mut out = String::new();
    for (n, body) in lowered.bodies.iter().enumerate() {
        let of_body = |key: &BodyKey| matches!(key, BodyKey::Fun(_, m) | BodyKey::Const(_, m) if *m as usize == n);
        let states = solver.seen.iter().filter(|(key, ..)| of_body(key)).map(|(_, block, state)| (*block, state));
        let printer = Printer { index, body, states: states.collect() };
        // Writing into a string cannot fail.
        let _ = printer.body(n, &mut out);
    }
    out
}

struct Printer<'a> {
    index: &'a Index,
    body: &'a Body,
    states: Vec<(BlockId, &'a State)>,
}

impl Printer<'_> {
    /// A line like `    // x = Ok { 0: body 0 }; body 0 is unread`.
    fn state(&self, state: &State) -> String {
        let cells = state.cells.iter().map(|(cell, value)| format!("{} = {}", self.cell(cell), self.value(value)));
        let bodies = state.obligations.iter().enumerate().map(|(n, body)| format!("body {n} is {}", words(body)));
        cells.chain(bodies).collect::<Vec<_>>().join("; ")
    }

    fn cell(&self, cell: u32) -> String {
        match self.body.locals.get(cell as usize) {
            Some(_) => self.place(&super::graph::Local(cell).into()),
            // A place of a caller's.
            None => format!("outer {}", cell as usize - self.body.locals.len()),
        }
    }

    fn value(&self, value: &Value) -> String {
        let list = |values: &[Value]| values.iter().map(|v| self.value(v)).collect::<Vec<_>>().join(", ");
        match value {
            Value::Unknown => "?".to_owned(),
            Value::Body(n) => format!("body {n}"),
            Value::Struct { adt, variant, fields } => {
                let fields: Vec<String> = fields.iter().map(|(n, v)| format!("{n}: {}", self.value(v))).collect();
                let name = match (variant, adt) {
                    (Some(variant), _) => variant.as_str(),
                    (None, Some(adt)) => &self.index[*adt].name,
                    (None, None) => "struct",
                };
                if fields.is_empty() { name.to_owned() } else { format!("{name} {{ {} }}", fields.join(", ")) }
            }
            Value::Ref { cell, path, mutable } => {
                let path: String = path.iter().map(|step| format!(".{step}")).collect();
                format!("&{}{}{path}", if *mutable { "mut " } else { "" }, self.cell(*cell))
            }
            Value::Closure { body: BodyKey::Fun(_, n) | BodyKey::Const(_, n), captures, .. } => {
                format!("closure {n} [{}]", list(captures))
            }
            Value::Pending { fun, args, .. } => format!("future of {}({})", self.fun(*fun), list(args)),
            Value::Promise { .. } => "future".to_owned(),
            Value::Fun(fun) => self.fun(*fun),
            Value::Ctor(adt, n) => self.index[*adt].variants[*n as usize].name.to_string(),
            Value::Bool(b) => b.to_string(),
            Value::Int(n) => n.to_string(),
            Value::Positive => "more than 0".to_owned(),
            Value::Str(text) => format!("{text:?}"),
            Value::Status(code) => format!("status {code}"),
            Value::StatusOf(n) => format!("status of body {n}"),
            Value::StatusTest { of, .. } => format!("test of the status of body {of}"),
            Value::Pool(_) => "pool".to_owned(),
            Value::Exempt => "owes nothing".to_owned(),
        }
    }

    fn body(&self, number: usize, out: &mut String) -> fmt::Result {
        let kind = if self.body.is_async { "async body" } else { "body" };
        let params: Vec<String> = self.body.params.iter().map(|p| self.place(&(*p).into())).collect();
        writeln!(out, "{kind} {number}({})", params.join(", "))?;
        for (n, block) in self.body.blocks.iter().enumerate() {
            if n > 0 && !self.reached(BlockId(n as u32)) {
                continue;
            }
            writeln!(out, "  b{n}:")?;
            let here = self.states.iter().filter(|(block, _)| block.0 as usize == n);
            for known in here.map(|(_, state)| self.state(state)).filter(|known| !known.is_empty()) {
                writeln!(out, "    // {known}")?;
            }
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
            Rvalue::Collection(_, items) => format!("[{}]", self.operands(items)),
            Rvalue::Call(Call { callee, args, shape, .. }) => {
                let callee = match callee {
                    Callee::Fun(id) => self.fun(*id),
                    Callee::Method { fun, others } if *others == [*fun] => self.fun(*fun),
                    Callee::Method { others, .. } => {
                        others.iter().map(|id| self.fun(*id)).collect::<Vec<_>>().join(" | ")
                    }
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

/// How far a body has got.
fn words(body: &Obligation) -> String {
    let how = match (&body.end, body.started) {
        (Some(end), _) => format!("{:?}", end.ending),
        (None, true) => "begun".to_owned(),
        (None, false) => "unread".to_owned(),
    };
    if body.exempt { format!("{how}, owes nothing") } else { how }
}
