//! Which locals are still wanted at the start of a block. What is not is forgotten, so that paths which differ only
//! in it become one state.

use super::{
    graph::{BlockId, Body, Callee, Local, Operand, Place, Rvalue, Stmt, Term},
    state::State,
    value::Value,
};

/// For each block, the locals that it or a later one reads.
#[derive(Debug)]
pub(super) struct Live {
    at: Vec<Vec<bool>>,
}

impl Live {
    pub fn of(body: &Body) -> Self {
        let mut at = vec![vec![false; body.locals.len()]; body.blocks.len()];
        loop {
            let mut changed = false;
            for (n, block) in body.blocks.iter().enumerate().rev() {
                let mut live = vec![false; body.locals.len()];
                for next in successors(&block.term) {
                    for (to, from) in live.iter_mut().zip(&at[next.0 as usize]) {
                        *to |= from;
                    }
                }
                match &block.term {
                    Term::Variant { place, .. } | Term::Try { place, .. } => read(place, &mut live),
                    Term::Branch { cond, .. } => read_operand(cond, &mut live),
                    Term::Return => live[body.ret.0 as usize] = true,
                    Term::Goto(_) | Term::Diverge => {}
                }
                for stmt in block.stmts.iter().rev() {
                    // A drop is no use: what must not be forgotten is kept because it holds a body.
                    let Stmt::Assign(place, rvalue, _) = stmt else { continue };
                    match &place.path[..] {
                        [] => live[place.local.0 as usize] = false,
                        _ => read(place, &mut live),
                    }
                    operands(rvalue, &mut |operand| read_operand(operand, &mut live));
                    if let Rvalue::Bind(place) = rvalue {
                        read(place, &mut live);
                    }
                }
                if live != at[n] {
                    at[n] = live;
                    changed = true;
                }
            }
            if !changed {
                return Live { at };
            }
        }
    }

    /// Forgets the body's own cells that nothing reads and that hold no body, directly or through a reference.
    pub fn forget(&self, state: &mut State, block: BlockId, locals: u32) {
        let live = &self.at[block.0 as usize];
        let is_wanted = |(cell, value): &(u32, &Value)| *cell >= locals || live[*cell as usize] || value.holds();
        let mut wanted: Vec<u32> = state.cells.iter().filter(is_wanted).map(|(cell, _)| cell).collect();
        let mut next = 0;
        while let Some(&cell) = wanted.get(next) {
            next += 1;
            state.cells.get(cell).walk(&mut |value| {
                if let Value::Ref { cell, .. } = value
                    && !wanted.contains(cell)
                {
                    wanted.push(*cell);
                }
            });
        }
        state.cells.retain(|cell| wanted.contains(&cell));
    }
}

fn successors(term: &Term) -> Vec<BlockId> {
    match term {
        Term::Goto(next) => vec![*next],
        Term::Variant { yes, no, .. } | Term::Branch { yes, no, .. } => vec![*yes, *no],
        Term::Try { go_on, leave, .. } => vec![*go_on, *leave],
        Term::Return | Term::Diverge => Vec::new(),
    }
}

fn read(place: &Place, live: &mut [bool]) {
    let Local(n) = place.local;
    live[n as usize] = true;
}

fn read_operand(operand: &Operand, live: &mut [bool]) {
    match operand {
        Operand::Place(place) | Operand::Ref { place, .. } => read(place, live),
        Operand::Const(_) => {}
    }
}

/// Calls `f` with each input.
pub(super) fn operands<'a>(rvalue: &'a Rvalue, f: &mut impl FnMut(&'a Operand)) {
    match rvalue {
        Rvalue::Use(op) | Rvalue::Not(op) | Rvalue::Await { future: op, .. } => f(op),
        Rvalue::Aggregate { fields, .. } => fields.iter().for_each(|(_, op)| f(op)),
        Rvalue::Collection(_, ops) | Rvalue::Unknown(ops) | Rvalue::Closure { captures: ops, .. } => {
            ops.iter().for_each(f)
        }
        Rvalue::Call(call) => {
            call.args.iter().for_each(&mut *f);
            if let Callee::Value(op) = &call.callee {
                f(op);
            }
        }
        Rvalue::Eq(a, b) => {
            f(a);
            f(b);
        }
        Rvalue::Bind(_) => {}
    }
}
