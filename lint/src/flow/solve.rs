//! Runs bodies on states until nothing new comes.

use std::{rc::Rc, sync::Arc};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    findings::Findings,
    graph::{BlockId, Body, Exit, Lowered, Shape},
    held::Watch,
    live::Live,
    memory::{Memory, Outcome},
    state::{Obligation, State},
    value::{BodyKey, Origin, Value, own},
};
use crate::{
    index::{AdtId, ConstId, FunId},
    source::Span,
};

/// States of one block beyond which facts that are not about bodies are forgotten.
const FORGET_AT: usize = 24;
/// Outcomes of one function beyond which their details are left out.
const MANY: usize = 8;
/// States of one block beyond which no more are looked at.
const STOP_AT: usize = 128;

/// What the user says a function does to bodies, where that cannot be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contract {
    /// It drains those that it is given.
    Drains,
    /// Those that it returns owe nothing.
    Handled,
}

/// Where the graphs come from.
pub trait Bodies {
    /// A function's graphs, if it has a body that can be read.
    fn fun(&self, id: FunId) -> Option<Arc<Lowered>>;
    /// A constant's graph, if its value can matter.
    fn constant(&self, id: ConstId) -> Option<Arc<Lowered>>;
    /// Is it a stub's?
    fn is_stub(&self, id: FunId) -> bool;
    /// Does the place lie in a stub, which is nothing to show?
    fn is_in_stub(&self, span: Span) -> bool;
    /// The variant's name, and the names of its fields, for a tuple constructor.
    fn ctor(&self, id: AdtId, variant: u32) -> Option<crate::index::Name>;
    /// What the user says of a function.
    fn contract(&self, id: FunId) -> Option<Contract>;
    /// The type's own impl of a trait's method, for the type itself or a reference to it.
    fn implementation(&self, method: FunId, id: AdtId, borrowed: bool) -> Option<FunId>;
    /// Are values of the type collections, in which reading the whole does not read the elements?
    fn is_collection(&self, id: AdtId) -> bool;
    /// May a value of the type be anything, so that a parameter of it owes nothing?
    fn is_erased(&self, id: AdtId) -> bool;
    /// Does it make a client of its own for each call, so that there is no pool to lose a connection from?
    fn is_one_shot(&self, id: FunId) -> bool;
    /// May it keep the connections of a client from being used again?
    fn disables(&self, id: FunId) -> bool;
    /// Does it wait for nothing but time?
    fn sleeps(&self, id: FunId) -> bool;
    /// Does what it is given run apart from its caller, in a task or a thread?
    fn runs_apart(&self, id: FunId) -> bool;
    /// Is a value of the type something that still runs apart?
    fn is_apart(&self, id: AdtId) -> bool;
    /// May a bare value of the type be somebody else's, such as a server's request body?
    fn is_shared(&self, id: AdtId) -> bool;
}

/// The analysis of one thread.
pub struct Solver<'a> {
    pub(super) bodies: &'a dyn Bodies,
    pub findings: Findings,
    pub(super) memory: Memory,
    ran: FxHashSet<BodyKey>,
    /// The user's call of the stub that is run, as an exit.
    pub(super) site: Option<Exit>,
    /// Is the next call one of a function that is held in a variable?
    pub(super) by_value: bool,
    /// The function whose states are written down, and in which blocks it had which.
    watched: Option<FunId>,
    pub(super) seen: Vec<(BodyKey, BlockId, State)>,
    live: FxHashMap<BodyKey, Rc<Live>>,
    pub(super) watch: Watch,
}

impl<'a> Solver<'a> {
    pub fn new(bodies: &'a dyn Bodies) -> Self {
        Solver {
            bodies,
            findings: Findings::default(),
            memory: Memory::default(),
            ran: FxHashSet::default(),
            site: None,
            by_value: false,
            watched: None,
            seen: Vec::new(),
            live: FxHashMap::default(),
            watch: Watch::default(),
        }
    }

    /// Analyses one function, and remembers for [`dump`](super::dump) what was known in each of its blocks.
    pub fn watch(&mut self, fun: FunId) {
        self.watched = Some(fun);
        self.root(fun);
    }

    /// Analyses a function of the user's: whatever its callers give it.
    pub fn root(&mut self, fun: FunId) {
        let Some(lowered) = self.bodies.fun(fun) else { return };
        if self.bodies.contract(fun) == Some(Contract::Drains) {
            return;
        }
        self.memory.begin();
        self.watch.root = Some(fun);
        self.run_root(BodyKey::Fun(fun, 0), &lowered.bodies[0]);
        // Closures and `async` blocks that nobody was seen to call are somebody's all the same.
        for (n, body) in lowered.bodies.iter().enumerate().skip(1) {
            let key = BodyKey::Fun(fun, u32::try_from(n).expect("fewer than 2^32 closures"));
            if (body.gives_body() || body.takes_body()) && !self.ran.contains(&key) {
                self.run_root(key, body);
            }
        }
        if self.memory.is_exhausted() {
            self.findings.given_up.insert(fun);
        }
    }

    fn run_root(&mut self, key: BodyKey, body: &Body) {
        let mut entries = vec![State::default()];
        for (n, param) in body.params.iter().enumerate() {
            let decl = &body.locals[param.0 as usize];
            let at = Origin { span: decl.span, owner: key.owner(), inner: None, is_param: true, left: false };
            let shape = match &decl.shape {
                Shape::Body(adt) if self.bodies.is_shared(*adt) => &Shape::Plain,
                // What a closure captured is its function's to judge.
                _ if n < body.captured || self.is_erased(&decl.shape) => &Shape::Plain,
                shape => shape,
            };
            entries = entries
                .into_iter()
                .flat_map(|state| self.instantiate(shape, at, state))
                .map(|(value, mut state)| {
                    state.cells.set(param.0, value);
                    state
                })
                .collect();
            entries.truncate(STOP_AT);
        }
        for entry in entries {
            for outcome in self.solve(key, body, entry) {
                let state = State { cells: outcome.outside, obligations: outcome.obligations, pools: outcome.pools };
                self.leave_root(key, body, outcome.ret, state);
            }
        }
    }

    /// What a root returns is its unseen caller's: futures in it are awaited, all else is handed off.
    fn leave_root(&mut self, key: BodyKey, body: &Body, ret: Value, state: State) {
        let span = body.locals[body.ret.0 as usize].span;
        let at = Origin { span, owner: key.owner(), inner: None, is_param: false, left: false };
        for mut state in self.use_up(ret, at, state, 4) {
            for (_, cell) in state.cells.clone().iter() {
                self.hand_off(&mut state, cell);
            }
        }
    }

    /// A future may give a future, in a result, in a box; nobody nests them deeper than `depth`.
    fn use_up(&mut self, value: Value, at: Origin, mut state: State, depth: u32) -> Vec<State> {
        if depth > 0 && self.is_future(&value) {
            let given = self.await_value(value, &Shape::Plain, at, state);
            return given.into_iter().flat_map(|(value, state)| self.use_up(value, at, state, depth - 1)).collect();
        }
        match value {
            Value::Struct { fields, .. } if depth > 0 => {
                let mut states = vec![state];
                for (_, field) in own(fields) {
                    states = states
                        .into_iter()
                        .flat_map(|state| self.use_up(field.clone(), at, state, depth - 1))
                        .take(STOP_AT)
                        .collect();
                }
                states
            }
            value => {
                self.hand_off(&mut state, &value);
                self.share_pools(&mut state, &value);
                vec![state]
            }
        }
    }

    fn is_future(&self, value: &Value) -> bool {
        match value {
            Value::Pending { .. } | Value::Promise { .. } => true,
            Value::Closure { body, .. } => self.lowered(*body).is_some_and(|(lowered, n)| lowered.bodies[n].is_async),
            Value::Struct { variant: None, fields, .. } => match &fields[..] {
                [(_, inner)] => self.is_future(inner),
                _ => false,
            },
            _ => false,
        }
    }

    fn is_erased(&self, shape: &Shape) -> bool {
        match shape {
            Shape::Plain => false,
            Shape::Body(adt) => self.bodies.is_erased(*adt),
            Shape::Future(output) => self.is_erased(output),
            Shape::Adt { variants, .. } => {
                variants.iter().flat_map(|(_, fields)| fields).any(|(_, s)| self.is_erased(s))
            }
        }
    }

    /// The values that a type allows, each in a state of its own; every body in them is new.
    pub(super) fn instantiate(&mut self, shape: &Shape, at: Origin, mut state: State) -> Vec<(Value, State)> {
        match shape {
            Shape::Plain => vec![(Value::Unknown, state)],
            Shape::Future(output) => vec![(Value::Promise { shape: (**output).clone(), at }, state)],
            Shape::Body(adt) => {
                let number = u32::try_from(state.obligations.len()).expect("fewer than 2^32 obligations");
                state.obligations.push(Obligation {
                    origin: Some(at),
                    adt: *adt,
                    started: false,
                    exempt: false,
                    by_signature: true,
                    refused: false,
                    status: super::status::StatusSet::ALL,
                    pool: None,
                    is_held: false,
                    end: None,
                });
                vec![(Value::Body(number), state)]
            }
            Shape::Adt { id, is_enum, variants } => {
                let mut all = Vec::new();
                for (name, fields) in variants {
                    let mut partial = vec![(Vec::new(), state.clone())];
                    for (field, shape) in fields {
                        partial = partial
                            .into_iter()
                            .flat_map(|(done, state)| {
                                self.instantiate(shape, at, state).into_iter().map(move |(value, state)| {
                                    let mut done: Vec<_> = done.clone();
                                    if value != Value::Unknown {
                                        done.push((field.clone(), value));
                                    }
                                    (done, state)
                                })
                            })
                            .collect();
                        partial.truncate(8);
                    }
                    let variant = is_enum.then(|| name.clone());
                    all.extend(
                        partial
                            .into_iter()
                            .map(|(fields, state)| (Value::structure(*id, variant.clone(), fields), state)),
                    );
                }
                all.truncate(16);
                all
            }
        }
    }

    /// Runs a body on one state.
    pub(super) fn solve(&mut self, key: BodyKey, body: &Body, entry: State) -> Vec<Outcome> {
        self.ran.insert(key);
        let live = self.live.entry(key).or_insert_with(|| Rc::new(Live::of(body))).clone();
        let mut seen: Vec<FxHashSet<State>> = body.blocks.iter().map(|_| FxHashSet::default()).collect();
        let given = entry.pools_within();
        let mut work = vec![(BlockId(0), entry)];
        let mut outcomes: Vec<Outcome> = Vec::new();
        while let Some((block, mut state)) = work.pop() {
            if !self.memory.step() {
                break;
            }
            live.forget(&mut state, block, body.local_count());
            if body.loops.iter().any(|(head, _)| *head == block) {
                state.keep_pools();
            }
            compact(&mut state, |ended| self.is_of_stub(ended));
            let seen = &mut seen[block.0 as usize];
            if seen.len() >= FORGET_AT {
                forget(&mut state);
            }
            if seen.len() >= STOP_AT || !seen.insert(state.clone()) {
                continue;
            }
            if self.watched.is_some() && self.watched == key.owner() {
                self.seen.push((key, block, state.clone()));
            }
            let (next, returned) = self.block(key, body, block, state);
            work.extend(next);
            for mut state in returned {
                state.cells.retain(|cell| cell >= body.local_count() || cell == body.ret.0);
                self.hand_off_lost(&mut state);
                compact(&mut state, |ended| self.is_of_stub(ended));
                let ret = state.cells.get(body.ret.0).clone().without_details();
                let is_error = matches!(&ret, Value::Struct { variant: Some(name), .. } if name == "Err");
                self.end_pools(&mut state, &given, is_error);
                state.cells.set(body.ret.0, Value::Unknown);
                let State { cells: outside, obligations, pools } = state;
                let outcome = Outcome { ret, outside, obligations, pools };
                if !outcomes.contains(&outcome) && outcomes.len() < STOP_AT {
                    outcomes.push(outcome);
                }
            }
        }
        if outcomes.len() > MANY { outlines(outcomes) } else { outcomes }
    }
}

/// Outcomes that differ in their outlines at least: what a struct consists of makes one for each combination.
fn outlines(outcomes: Vec<Outcome>) -> Vec<Outcome> {
    let mut few: Vec<Outcome> = Vec::new();
    for mut outcome in outcomes {
        outcome.ret = outcome.ret.outline();
        outcome.outside.map(Value::outline);
        if !few.contains(&outcome) {
            few.push(outcome);
        }
    }
    few
}

/// Forgets what is not about bodies, so that states become few.
fn forget(state: &mut State) {
    state.cells.map(|value| match value {
        Value::Ref { .. } | Value::Closure { .. } => value,
        value if value.holds() => value,
        _ => Value::Unknown,
    });
    // Whether a client lives on is forgotten as well.
    state.pools.served.clear();
}

/// Removes obligations that ended and belong to nobody else. What the client of a stub has made an error of, that
/// stub's caller is still to be told.
fn compact(state: &mut State, is_of_stub: impl Fn(Origin) -> bool) {
    let is_kept = |obligation: &Obligation| match (obligation.origin, obligation.end) {
        (Some(origin), Some(end)) => end.is_error_status() && is_of_stub(origin),
        _ => true,
    };
    if state.obligations.iter().all(is_kept) {
        return;
    }
    let mut numbers = Vec::new();
    let mut kept = 0;
    for obligation in &state.obligations {
        let keep = is_kept(obligation);
        numbers.push(keep.then_some(kept));
        kept += u32::from(keep);
    }
    state.obligations.retain(is_kept);
    let renumber = |value| match value {
        Value::Body(n) => numbers[n as usize].map_or(Value::Unknown, Value::Body),
        Value::StatusOf(n) => numbers[n as usize].map_or(Value::Unknown, Value::StatusOf),
        Value::StatusTest { of, yes, no } => match numbers[of as usize] {
            Some(of) => Value::StatusTest { of, yes, no },
            None => Value::Unknown,
        },
        other => other,
    };
    state.cells.map(|value| value.map(&mut { renumber }));
}
