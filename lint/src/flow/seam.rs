//! The border between a caller and a callee: which part of a state crosses it, and under which numbers.

use super::{
    graph::{Body, Exit, ExitKind, Lowered},
    memory::Outcome,
    solve::Solver,
    state::{End, Obligation, State},
    value::{BodyKey, Origin, Value},
};
use crate::index::FunId;

/// Calls inside calls beyond which a callee counts as one that cannot be seen.
const MAX_DEPTH: usize = 32;

impl Solver<'_> {
    /// Can a body be run with so many arguments, here and now?
    pub(super) fn can_enter(&self, key: BodyKey, lowered: &Lowered, args: usize) -> bool {
        self.memory.depth < MAX_DEPTH && args == body_of(key, lowered).params.len()
    }

    /// Calls a body: runs it on what it can reach, and puts the outcomes back into the caller's state.
    pub(super) fn call_body(
        &mut self,
        key: BodyKey,
        lowered: &Lowered,
        args: Vec<Value>,
        at: Origin,
        state: State,
    ) -> Vec<(Value, State)> {
        let body = body_of(key, lowered);
        let mut import = Import { base: body.local_count(), cells: Vec::new(), given: Vec::new() };
        let mut entry = State::default();
        // Which parameter has an obligation, for those who want to know whom it was given to.
        let mut holders: Vec<(u32, u8)> = Vec::new();
        for (n, arg) in (0..).zip(&args) {
            holders.extend(state.held(arg, true).into_iter().map(|number| (number, n)));
        }
        let may_disable = self.may_disable(key, &args, at, &state);
        for (param, arg) in body.params.iter().zip(args) {
            entry.cells.set(param.0, import.value(arg));
        }
        let mut next = 0;
        while let Some(&cell) = import.cells.get(next) {
            next += 1;
            let value = import.value(state.cells.get(cell).clone());
            let outside = import.cell(cell);
            entry.cells.set(outside, value);
        }
        entry.obligations = import
            .given
            .iter()
            .map(|n| Obligation {
                origin: None,
                pool: None,
                is_held: false,
                by_signature: false,
                ..state.obligations[*n as usize].clone()
            })
            .collect();
        let is_stub = key.owner().is_some_and(|fun| self.bodies.is_stub(fun));
        let kind = if std::mem::take(&mut self.by_value) { ExitKind::Callback } else { ExitKind::Callee };
        let here = Exit { kind, span: at.span };
        let site = is_stub.then(|| self.site.unwrap_or(here));
        let outer = std::mem::replace(&mut self.site, site);
        let outcomes = self.run(key, body, entry);
        self.site = outer;
        if may_disable {
            self.notice_disabled(at, &outcomes);
        }
        let seam = Seam { key, is_stub, at, here, holders };
        outcomes.iter().map(|outcome| self.put_back(outcome, &import, &seam, state.clone())).collect()
    }

    fn put_back(&mut self, outcome: &Outcome, import: &Import, seam: &Seam, mut state: State) -> (Value, State) {
        self.merge_pools(&mut state, &outcome.pools, |pool| seam.move_out(pool));
        let mut numbers = Vec::new();
        let mut given = import.given.iter();
        for obligation in &outcome.obligations {
            match obligation.origin {
                None => {
                    // Those that were given stand first, in order.
                    let number = *given.next().expect("a callee keeps what it was given");
                    let own = &mut state.obligations[number as usize];
                    own.started = obligation.started;
                    own.exempt = obligation.exempt;
                    own.refused = obligation.refused;
                    own.status = obligation.status;
                    numbers.push(number);
                }
                Some(origin) => {
                    numbers.push(u32::try_from(state.obligations.len()).expect("fewer than 2^32 obligations"));
                    let pool = obligation.pool.map(|pool| seam.move_out(pool));
                    // What the client makes an error of in here, it does for its caller at the call.
                    let discarded = obligation.end.filter(|_| self.is_of_stub(origin));
                    let origin = Some(seam.move_out(origin));
                    let end = obligation.end.filter(|_| discarded.is_none());
                    state.obligations.push(Obligation { origin, pool, end, ..obligation.clone() });
                    if let (Some(end), Some(number)) = (discarded, numbers.last()) {
                        let exit = end.exit.map(|exit| Exit { span: seam.at.span, ..exit });
                        self.end(&mut state, *number, End { exit, ..end });
                    }
                }
            }
        }
        let export = |value: Value| {
            if value.is_constant() {
                return value;
            }
            value.map(&mut |value| match value {
                Value::Body(n) => Value::Body(numbers[n as usize]),
                Value::StatusOf(n) => Value::StatusOf(numbers[n as usize]),
                Value::StatusTest { of, yes, no } => Value::StatusTest { of: numbers[of as usize], yes, no },
                Value::Ref { cell, path, mutable } => match cell.checked_sub(import.base) {
                    Some(n) => Value::Ref { cell: import.cells[n as usize], path, mutable },
                    // A reference into a body that is gone: the compiler allows none.
                    None => Value::Unknown,
                },
                Value::Pool(origin) => Value::Pool(seam.move_out(origin)),
                Value::Promise { shape, at } => Value::Promise { shape, at: seam.move_out(at) },
                Value::Pending { fun, args, at } => Value::Pending { fun, args, at: seam.move_out(at) },
                Value::Closure { body, captures, at } => {
                    let left = seam.key == BodyKey::Fun(body.owner().unwrap_or(FunId(u32::MAX)), 0);
                    let at = at.map(|at| seam.move_out(at)).or(left.then_some(seam.at));
                    Value::Closure { body, captures, at }
                }
                other => other,
            })
        };
        for (cell, outside) in import.cells.iter().zip(import.base..) {
            state.cells.set(*cell, export(outcome.outside.get(outside).clone()));
        }
        let ret = export(outcome.ret.clone());
        for (n, obligation) in outcome.obligations.iter().enumerate() {
            if let (None, Some(end)) = (obligation.origin, obligation.end) {
                let end = match seam.is_stub {
                    true => End { exit: end.exit.map(|exit| self.shown(exit, seam.here)), ..end },
                    false => seam.end(end, numbers[n]),
                };
                self.end(&mut state, numbers[n], end);
            }
        }
        (ret, state)
    }
}

fn body_of(key: BodyKey, lowered: &Lowered) -> &Body {
    let (BodyKey::Fun(_, n) | BodyKey::Const(_, n)) = key;
    &lowered.bodies[n as usize]
}

/// How a caller's cells and obligations are numbered in the callee.
struct Import {
    base: u32,
    cells: Vec<u32>,
    given: Vec<u32>,
}

impl Import {
    fn value(&mut self, value: Value) -> Value {
        if value.is_constant() {
            return value;
        }
        value.map(&mut |value| match value {
            Value::Body(n) => Value::Body(self.number(n)),
            Value::StatusOf(n) => Value::StatusOf(self.number(n)),
            Value::StatusTest { of, yes, no } => Value::StatusTest { of: self.number(of), yes, no },
            Value::Ref { cell, path, mutable } => Value::Ref { cell: self.cell(cell), path, mutable },
            other => other,
        })
    }

    fn number(&mut self, number: u32) -> u32 {
        position(&mut self.given, number)
    }

    fn cell(&mut self, cell: u32) -> u32 {
        self.base + position(&mut self.cells, cell)
    }
}

fn position(list: &mut Vec<u32>, item: u32) -> u32 {
    let at = list.iter().position(|i| *i == item).unwrap_or_else(|| {
        list.push(item);
        list.len() - 1
    });
    u32::try_from(at).expect("fewer than 2^32 entries")
}

/// The border between a callee and its caller.
struct Seam {
    key: BodyKey,
    is_stub: bool,
    at: Origin,
    /// The call as an exit.
    here: Exit,
    /// Which obligation came in by which parameter.
    holders: Vec<(u32, u8)>,
}

impl Seam {
    /// What came into being in a function counts, for its caller, as made by the call. Closures are part of the
    /// function that they stand in.
    fn move_out(&self, origin: Origin) -> Origin {
        match self.key {
            BodyKey::Fun(fun, n) if origin.owner == Some(fun) && (n == 0 || self.at.left) => {
                let inner = if self.is_stub { None } else { Some(origin.inner.unwrap_or(origin.span)) };
                Origin { inner, is_param: false, left: false, ..self.at }
            }
            _ => origin,
        }
    }

    /// What ends in a helper is shown there, with the way to it.
    fn end(&self, end: End, number: u32) -> End {
        match self.key {
            BodyKey::Fun(fun, 0) if end.exit.is_some() => {
                let holder = self.holders.iter().find(|(held, _)| *held == number).map(|(_, param)| (fun, *param));
                End { via: Some(self.at.span), into: end.into.or(holder), ..end }
            }
            _ => end,
        }
    }
}
