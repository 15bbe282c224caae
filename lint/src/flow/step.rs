//! One block on one state: statements, calls, branches.

use std::rc::Rc;

use super::{
    graph::{Block, BlockId, Body, Const, ExitKind, Operand, Rvalue, Stmt, Term},
    solve::Solver,
    state::{Ending, Location, State},
    status::StatusSet,
    value::{BodyKey, Origin, Value},
};
use crate::{index::AdtId, source::Span};

/// Elements of one array that are followed, each in a state of its own.
const MOST_ITEMS: usize = 4;

type Next = Vec<(BlockId, State)>;

impl Solver<'_> {
    /// Where a block leads from a state, and the states in which it returns.
    pub(super) fn block(&mut self, key: BodyKey, body: &Body, block: BlockId, state: State) -> (Next, Vec<State>) {
        let Block { stmts, term } = &body.blocks[block.0 as usize];
        let mut states = vec![state];
        let mut after = Vec::new();
        for stmt in stmts {
            for state in states.drain(..) {
                self.stmt(key, stmt, state, &mut after);
            }
            std::mem::swap(&mut states, &mut after);
        }
        let mut next = Vec::new();
        let mut returned = Vec::new();
        for state in states {
            match term {
                Term::Goto(to) => next.push((*to, state)),
                Term::Variant { place, variant, other, yes, no } => {
                    let mut location = state.locate(place);
                    state.follow(&mut location);
                    match state.peek(&location) {
                        Value::Struct { variant: Some(found), .. } => {
                            next.push((if found == variant { *yes } else { *no }, state));
                        }
                        value => {
                            let is_unknown = *value == Value::Unknown;
                            let mut refined = state.clone();
                            let mut rest = state;
                            // Only what nobody else can write is remembered.
                            if location.behind.is_none() && is_unknown {
                                refined.set(&location, Value::variant(variant.clone()));
                                if let Some(other) = other {
                                    rest.set(&location, Value::variant(other.clone()));
                                }
                            }
                            next.push((*yes, refined));
                            next.push((*no, rest));
                        }
                    }
                }
                Term::Try { place, go_on, leave } => {
                    let location = state.locate(place);
                    match state.peek(&location) {
                        Value::Struct { variant: Some(name), .. } => {
                            let fine = matches!(name.as_str(), "Ok" | "Some" | "Continue");
                            let mut state = state;
                            if !fine {
                                state.pools.served.clear();
                            }
                            next.push((if fine { *go_on } else { *leave }, state));
                        }
                        _ => {
                            next.push((*go_on, state.clone()));
                            let mut failed = state;
                            failed.pools.served.clear();
                            next.push((*leave, failed));
                        }
                    }
                }
                Term::Branch { cond, yes, no } => {
                    let mut state = state;
                    match self.operand(cond, &mut state) {
                        Value::Bool(true) => next.push((*yes, state)),
                        Value::Bool(false) => next.push((*no, state)),
                        Value::StatusTest { of, yes: if_yes, no: if_no } => {
                            for (to, set) in [(*yes, if_yes), (*no, if_no)] {
                                let mut state = state.clone();
                                let status = &mut state.obligations[of as usize].status;
                                *status = status.and(set);
                                if !status.is_empty() {
                                    next.push((to, state));
                                }
                            }
                        }
                        _ => {
                            let (mut holds, mut fails) = (state.clone(), state);
                            if let Operand::Place(place) = cond
                                && place.path.is_empty()
                            {
                                holds.cells.set(place.local.0, Value::Bool(true));
                                fails.cells.set(place.local.0, Value::Bool(false));
                            }
                            next.push((*yes, holds));
                            next.push((*no, fails));
                        }
                    }
                }
                Term::Return => returned.push(state),
                Term::Diverge => {}
            }
        }
        (next, returned)
    }

    fn stmt(&mut self, key: BodyKey, stmt: &Stmt, mut state: State, after: &mut Vec<State>) {
        match stmt {
            Stmt::Drop(place, exit) => {
                let location = state.locate(place);
                let value = state.get(&location);
                // An error ends a whole batch; what is said is said of the one that failed.
                let is_batch = |adt| exit.kind == ExitKind::Question && self.bodies.is_collection(adt);
                let held = state.held_outside(&value, false, &is_batch);
                self.end_all(&mut state, &held, Ending::Unread, Some(*exit));
                self.skip(&mut state, &value);
                if value != Value::Unknown {
                    state.set(&location, Value::Unknown);
                }
                after.push(state);
            }
            Stmt::Assign(place, rvalue, span) => {
                self.notice_holds(key, rvalue, *span, &state);
                for (value, mut state) in self.rvalue(key, rvalue, *span, state) {
                    let location = state.locate(place);
                    if state.leads_away(place) {
                        // Whoever is behind an unknown reference has it now.
                        self.give_away(&mut state, &value);
                    } else {
                        self.store(&mut state, &location, value);
                    }
                    after.push(state);
                }
            }
        }
    }

    fn store(&mut self, state: &mut State, location: &Location, value: Value) {
        state.set(location, value.clone());
        // What is put where it cannot be followed is its new owner's.
        if state.get(location) != value {
            self.hand_off(state, &value);
            self.share_pools(state, &value);
        }
    }

    fn rvalue(&mut self, key: BodyKey, rvalue: &Rvalue, span: Span, mut state: State) -> Vec<(Value, State)> {
        let value = match rvalue {
            Rvalue::Use(operand) => match operand {
                Operand::Const(Const::Item(id)) => return self.constant(*id, state),
                operand => self.operand(operand, &mut state),
            },
            Rvalue::Bind(place) => {
                let location = state.locate(place);
                match (state.get(&location), location.behind) {
                    (value @ (Value::Ref { .. } | Value::Unknown), _) => value,
                    (_, Some(mutable)) => Value::Ref { cell: location.cell, path: location.path, mutable },
                    _ => state.take(&location),
                }
            }
            Rvalue::Aggregate { adt, variant, fields } => {
                let fields = fields.iter().map(|(name, op)| (name.clone(), self.operand(op, &mut state))).collect();
                Value::structure(*adt, variant.clone(), fields)
            }
            Rvalue::Collection(adt, items) => {
                let items: Vec<Value> = items.iter().map(|item| self.operand(item, &mut state)).collect();
                return self.collection(*adt, &items, state);
            }
            Rvalue::Closure { body, captures } => {
                let captures: Vec<Value> = captures.iter().map(|op| self.operand(op, &mut state)).collect();
                let body = match key {
                    BodyKey::Fun(fun, _) => BodyKey::Fun(fun, *body),
                    BodyKey::Const(id, _) => BodyKey::Const(id, *body),
                };
                Value::Closure { body, captures: Rc::new(captures), at: None }
            }
            Rvalue::Call(call) => return self.call(key, call, state),
            Rvalue::Await { future, shape } => {
                let future = self.operand(future, &mut state);
                let at = Origin { span, owner: key.owner(), inner: None, is_param: false, left: false };
                return self.await_value(future, shape, at, state);
            }
            Rvalue::Eq(a, b) => {
                let (a, b) = (self.looked_at(a, &mut state), self.looked_at(b, &mut state));
                equal(a, b)
            }
            Rvalue::Not(operand) => match self.operand(operand, &mut state) {
                Value::Bool(b) => Value::Bool(!b),
                Value::StatusTest { of, yes, no } => Value::StatusTest { of, yes: no, no: yes },
                _ => Value::Unknown,
            },
            Rvalue::Unknown(operands) => {
                for operand in operands {
                    let value = self.operand(operand, &mut state);
                    self.give_away(&mut state, &value);
                }
                Value::Unknown
            }
        };
        vec![(value, state)]
    }

    /// A collection in which one element is followed: any of those that can matter.
    fn collection(&mut self, adt: Option<AdtId>, items: &[Value], state: State) -> Vec<(Value, State)> {
        let mut states = Vec::new();
        let of_use = |n: &usize| self.is_of_use(&state, &items[*n]);
        for followed in (0..items.len()).filter(of_use).take(MOST_ITEMS).collect::<Vec<_>>() {
            let mut state = state.clone();
            for (_, other) in items.iter().enumerate().filter(|(n, _)| *n != followed) {
                self.skip(&mut state, other);
            }
            let fields = vec![("0".into(), items[followed].clone())];
            let item = Value::structure(None, Some("Some".into()), fields);
            states.push((Value::structure(adt, None, vec![("item".into(), item)]), state));
        }
        if states.is_empty() {
            let empty = vec![("item".into(), Value::variant("None"))];
            let value = if items.is_empty() { Value::structure(adt, None, empty) } else { Value::Unknown };
            states.push((value, state));
        }
        states
    }

    pub(super) fn operand(&mut self, operand: &Operand, state: &mut State) -> Value {
        match operand {
            Operand::Place(place) => {
                let location = state.locate(place);
                state.take(&location)
            }
            Operand::Ref { place, mutable } => {
                let location = state.locate(place);
                match state.peek(&location) {
                    // References are not stacked, and one to something unknown says no more than the thing itself.
                    value @ (Value::Ref { .. } | Value::Unknown) => value.clone(),
                    _ => Value::Ref {
                        cell: location.cell,
                        path: location.path,
                        mutable: *mutable && location.behind.unwrap_or(true),
                    },
                }
            }
            Operand::Const(known) => match known {
                Const::Bool(b) => Value::Bool(*b),
                Const::Int(n) => Value::Int(*n),
                Const::Str(s) => Value::Str(s.clone()),
                Const::Fun(fun) => Value::Fun(*fun),
                Const::Ctor(adt, n) => Value::Ctor(*adt, *n),
                Const::Item(id) => {
                    // As an operand among others only a constant with one value is of use.
                    match &self.constant(*id, State::default())[..] {
                        [(value, _)] => value.clone(),
                        _ => Value::Unknown,
                    }
                }
                Const::Unit | Const::Unknown => Value::Unknown,
            },
        }
    }

    /// The value that an operand is or refers to.
    pub(super) fn looked_at(&mut self, operand: &Operand, state: &mut State) -> Value {
        match self.operand(operand, state) {
            Value::Ref { cell, path, .. } => {
                let mut location = Location { cell, path, behind: None };
                state.follow(&mut location);
                state.get(&location)
            }
            value => value,
        }
    }

    fn constant(&mut self, id: crate::index::ConstId, state: State) -> Vec<(Value, State)> {
        let Some(lowered) = self.bodies.constant(id) else { return vec![(Value::Unknown, state)] };
        let span = lowered.bodies[0].locals[0].span;
        let at = Origin { span, owner: None, inner: None, is_param: false, left: false };
        let key = BodyKey::Const(id, 0);
        if self.can_enter(key, &lowered, 0) {
            let values = self.call_body(key, &lowered, Vec::new(), at, state.clone());
            if values.len() == 1 {
                return values;
            }
        }
        vec![(Value::Unknown, state)]
    }
}

fn equal(a: Value, b: Value) -> Value {
    match (a, b) {
        (Value::StatusOf(of), Value::Status(code)) | (Value::Status(code), Value::StatusOf(of)) => {
            let (yes, no) = StatusSet::tested(code, code);
            Value::StatusTest { of, yes, no }
        }
        (Value::StatusOf(of), Value::Int(code)) | (Value::Int(code), Value::StatusOf(of)) => {
            let (yes, no) = StatusSet::tested(u16::try_from(code).unwrap_or(0), u16::try_from(code).unwrap_or(0));
            Value::StatusTest { of, yes, no }
        }
        (Value::Status(a), Value::Status(b)) => Value::Bool(a == b),
        (
            Value::Struct { variant: Some(a), fields: of_a, .. },
            Value::Struct { variant: Some(b), fields: of_b, .. },
        ) => match (&of_a[..], &of_b[..]) {
            _ if a != b => Value::Bool(false),
            ([], []) => Value::Bool(true),
            ([(_, a)], [(_, b)]) => equal(a.clone(), b.clone()),
            _ => Value::Unknown,
        },
        (Value::Int(a), Value::Int(b)) => Value::Bool(a == b),
        (Value::Positive, Value::Int(0)) | (Value::Int(0), Value::Positive) => Value::Bool(false),
        (Value::Str(a), Value::Str(b)) => Value::Bool(a == b),
        (Value::Bool(a), Value::Bool(b)) => Value::Bool(a == b),
        (Value::StatusTest { of, yes, no }, Value::Bool(b)) | (Value::Bool(b), Value::StatusTest { of, yes, no }) => {
            if b {
                Value::StatusTest { of, yes, no }
            } else {
                Value::StatusTest { of, yes: no, no: yes }
            }
        }
        _ => Value::Unknown,
    }
}
