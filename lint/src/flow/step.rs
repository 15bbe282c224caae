//! One block on one state: statements, calls, branches.

use std::rc::Rc;

use super::{
    graph::{Block, BlockId, Body, Call, Callee, Const, Intrinsic, Lowered, Operand, Rvalue, Shape, Stmt, Term},
    solve::Solver,
    state::{BodyKey, Ending, Location, Origin, State, Value},
    status::StatusSet,
};
use crate::{index::FunId, source::Span};

type Next = Vec<(BlockId, State)>;

impl Solver<'_> {
    /// Where a block leads from a state, and the states in which it returns.
    pub(super) fn block(&mut self, key: BodyKey, body: &Body, block: BlockId, state: State) -> (Next, Vec<State>) {
        let Block { stmts, term } = &body.blocks[block.0 as usize];
        let mut states = vec![state];
        for stmt in stmts {
            states = states.into_iter().flat_map(|state| self.stmt(key, stmt, state)).collect();
        }
        let mut next = Vec::new();
        let mut returned = Vec::new();
        for state in states {
            match term {
                Term::Goto(to) => next.push((*to, state)),
                Term::Variant { place, variant, other, yes, no } => {
                    let mut location = state.locate(place);
                    state.follow(&mut location);
                    match state.get(&location) {
                        Value::Struct { variant: Some(found), .. } => {
                            next.push((if found == *variant { *yes } else { *no }, state));
                        }
                        value => {
                            let mut refined = state.clone();
                            let mut rest = state;
                            // Only what nobody else can write is remembered.
                            if location.behind.is_none() && value == Value::Unknown {
                                let known = |name: &crate::index::Name| Value::Struct {
                                    variant: Some(name.clone()),
                                    fields: Vec::new(),
                                };
                                refined.set(&location, known(variant));
                                if let Some(other) = other {
                                    rest.set(&location, known(other));
                                }
                            }
                            next.push((*yes, refined));
                            next.push((*no, rest));
                        }
                    }
                }
                Term::Try { place, go_on, leave } => {
                    let location = state.locate(place);
                    match state.get(&location) {
                        Value::Struct { variant: Some(name), .. } => {
                            let fine = matches!(name.as_str(), "Ok" | "Some" | "Continue");
                            next.push((if fine { *go_on } else { *leave }, state));
                        }
                        _ => {
                            next.push((*go_on, state.clone()));
                            next.push((*leave, state));
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
                                holds.cells[place.local.0 as usize] = Value::Bool(true);
                                fails.cells[place.local.0 as usize] = Value::Bool(false);
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

    fn stmt(&mut self, key: BodyKey, stmt: &Stmt, mut state: State) -> Vec<State> {
        match stmt {
            Stmt::Drop(place, exit) => {
                let location = state.locate(place);
                let value = state.get(&location);
                let held = state.held(&value, false);
                self.end_all(&mut state, &held, Ending::Unread, Some(*exit));
                if !matches!(value, Value::Unknown | Value::Gone) {
                    state.set(&location, Value::Gone);
                }
                vec![state]
            }
            Stmt::Assign(place, rvalue, span) => self
                .rvalue(key, rvalue, *span, state)
                .into_iter()
                .map(|(value, mut state)| {
                    let location = state.locate(place);
                    if state.leads_away(place) {
                        // Whoever is behind an unknown reference has it now.
                        self.give_away(&mut state, &value);
                    } else {
                        self.store(&mut state, &location, value);
                    }
                    state
                })
                .collect(),
        }
    }

    fn store(&mut self, state: &mut State, location: &Location, value: Value) {
        if !location.path.is_empty() || location.behind.is_some() {
            // Stored away in something that may live on.
            self.share_pools(state, &value);
        }
        if location.path.is_empty() {
            state.set(location, value);
            return;
        }
        state.set(location, value.clone());
        // A body put where it cannot be followed is its new owner's.
        if value.holds() && state.get(location) != value {
            self.hand_off(state, &value);
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
            Rvalue::Aggregate { variant, fields } => {
                let mut fields: Vec<_> =
                    fields.iter().map(|(name, op)| (name.clone(), self.operand(op, &mut state))).collect();
                fields.sort();
                Value::Struct { variant: variant.clone(), fields }
            }
            Rvalue::Collection(items) => {
                for item in items {
                    let value = self.operand(item, &mut state);
                    self.give_away(&mut state, &value);
                }
                Value::Unknown
            }
            Rvalue::Closure { body, captures } => {
                let captures = captures.iter().map(|op| self.operand(op, &mut state)).collect();
                let body = match key {
                    BodyKey::Fun(fun, _) => BodyKey::Fun(fun, *body),
                    BodyKey::Const(id, _) => BodyKey::Const(id, *body),
                };
                Value::Closure { body, captures, at: None }
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

    fn operand(&mut self, operand: &Operand, state: &mut State) -> Value {
        match operand {
            Operand::Place(place) => {
                let location = state.locate(place);
                state.take(&location)
            }
            Operand::Ref { place, mutable } => {
                let location = state.locate(place);
                match state.get(&location) {
                    // References are not stacked, and one to something unknown says no more than the thing itself.
                    value @ (Value::Ref { .. } | Value::Unknown) => value,
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
    fn looked_at(&mut self, operand: &Operand, state: &mut State) -> Value {
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
        let result = self.call_body(BodyKey::Const(id, 0), &lowered, Vec::new(), at, state.clone());
        match result {
            Some(values) if values.len() == 1 => values,
            _ => vec![(Value::Unknown, state)],
        }
    }

    fn call(&mut self, key: BodyKey, call: &Call, mut state: State) -> Vec<(Value, State)> {
        let at = Origin { span: call.span, owner: key.owner(), inner: None, is_param: false, left: false };
        if let Callee::Intrinsic(intrinsic) = call.callee {
            return self.intrinsic(key, intrinsic, call, at, state);
        }
        let callee = match &call.callee {
            Callee::Value(operand) => Some(self.looked_at(operand, &mut state)),
            _ => None,
        };
        let args: Vec<Value> = call.args.iter().map(|arg| self.operand(arg, &mut state)).collect();
        let is_stub = matches!(call.callee, Callee::Fun(fun) if self.bodies.is_stub(fun));
        let followed = call.matters
            || is_stub
            || call.shape.holds_body()
            || callee.iter().chain(&args).any(|value| self.is_of_use(&state, value));
        if !followed {
            return vec![(Value::Unknown, state)];
        }
        match (&call.callee, callee) {
            (Callee::Fun(fun), _) => self.call_fun(*fun, args, &call.shape, at, state),
            (Callee::AnyOf(funs), _) => {
                // More implementors than one would read: known by the signature.
                if funs.len() > 8 {
                    return self.call_unknown(args, &call.shape, at, state);
                }
                funs.iter().flat_map(|fun| self.call_fun(*fun, args.clone(), &call.shape, at, state.clone())).collect()
            }
            (_, Some(callee)) => self.call_value(callee, args, &call.shape, at, state),
            _ => self.call_unknown(args, &call.shape, at, state),
        }
    }

    /// Can a call do something with this value: is there a body in it, a test of one's status, or code that makes one?
    fn is_of_use(&self, state: &State, value: &Value) -> bool {
        let mut code = Vec::new();
        let direct = state.reaches(value, &mut |v| match v {
            Value::Body(_) | Value::Pool(_) | Value::StatusOf(_) | Value::StatusTest { .. } | Value::Promise { .. } => true,
            Value::Closure { body, .. } => {
                code.push(*body);
                false
            }
            Value::Pending { fun, .. } | Value::Fun(fun) => {
                code.push(BodyKey::Fun(*fun, 0));
                false
            }
            _ => false,
        });
        direct || code.into_iter().any(|key| self.lowered(key).is_some_and(|(lowered, _)| lowered.gives_body()))
    }

    fn call_fun(
        &mut self,
        fun: FunId,
        args: Vec<Value>,
        shape: &Shape,
        at: Origin,
        state: State,
    ) -> Vec<(Value, State)> {
        let Some(lowered) = self.bodies.fun(fun) else { return self.call_unknown(args, shape, at, state) };
        if lowered.bodies[0].is_async {
            return vec![(Value::Pending { fun, args, at }, state)];
        }
        self.enter(BodyKey::Fun(fun, 0), &lowered, args, shape, at, state)
    }

    fn enter(
        &mut self,
        key: BodyKey,
        lowered: &Lowered,
        args: Vec<Value>,
        shape: &Shape,
        at: Origin,
        state: State,
    ) -> Vec<(Value, State)> {
        match self.call_body(key, lowered, args.clone(), at, state.clone()) {
            Some(outcomes) => outcomes,
            None => self.call_unknown(args, shape, at, state),
        }
    }

    /// The graphs among which a body is, and its number there.
    pub(super) fn lowered(&self, key: BodyKey) -> Option<(Rc<Lowered>, usize)> {
        match key {
            BodyKey::Fun(fun, n) => Some((self.bodies.fun(fun)?, n as usize)),
            BodyKey::Const(id, n) => Some((self.bodies.constant(id)?, n as usize)),
        }
    }

    fn call_value(
        &mut self,
        callee: Value,
        args: Vec<Value>,
        shape: &Shape,
        at: Origin,
        state: State,
    ) -> Vec<(Value, State)> {
        match callee {
            Value::Fun(fun) => self.call_fun(fun, args, shape, at, state),
            Value::Ctor(adt, n) => {
                let mut fields: Vec<_> =
                    args.into_iter().enumerate().map(|(n, value)| (n.to_string().into(), value)).collect();
                fields.sort();
                vec![(Value::Struct { variant: self.bodies.ctor(adt, n), fields }, state)]
            }
            Value::Closure { body, captures, at: from } => {
                let all: Vec<Value> = captures.into_iter().chain(args).collect();
                match self.lowered(body) {
                    // Called, it gives a future, which is the same closure with its arguments.
                    Some((lowered, n)) if lowered.bodies[n].is_async => {
                        vec![(Value::Closure { body, captures: all, at: from }, state)]
                    }
                    Some((lowered, _)) => {
                        let at = Origin { left: from.is_some(), ..from.unwrap_or(at) };
                        self.enter(body, &lowered, all, shape, at, state)
                    }
                    None => self.call_unknown(all, shape, at, state),
                }
            }
            // `Box<dyn Fn()>` and the like.
            Value::Struct { fields, .. } if fields.len() == 1 => {
                let inner = fields.into_iter().map(|(_, v)| v).next().unwrap_or(Value::Unknown);
                self.call_value(inner, args, shape, at, state)
            }
            _ => self.call_unknown(args, shape, at, state),
        }
    }

    /// Something that cannot be seen: what it is given is its own, what it gives is what its type says.
    fn call_unknown(&mut self, args: Vec<Value>, shape: &Shape, at: Origin, mut state: State) -> Vec<(Value, State)> {
        for arg in &args {
            self.give_away(&mut state, arg);
        }
        self.instantiate(shape, at, state)
    }

    /// By value it is handed off, by `&mut` it is unknown from here on, by `&` nothing happens to it.
    fn give_away(&mut self, state: &mut State, value: &Value) {
        self.hand_off(state, value);
        self.share_pools(state, value);
        let mut reached = Vec::new();
        value.walk(&mut |v| {
            if let Value::Ref { mutable: true, .. } = v {
                reached.push(v.clone());
            }
        });
        for reference in reached {
            let held = state.held(&reference, true);
            self.end_all(state, &held, Ending::Unknown, None);
        }
    }

    pub(super) fn await_value(&mut self, future: Value, shape: &Shape, at: Origin, mut state: State) -> Vec<(Value, State)> {
        match future {
            Value::Pending { fun, args, at } => match self.bodies.fun(fun) {
                Some(lowered) => self.enter(BodyKey::Fun(fun, 0), &lowered, args, shape, at, state),
                None => self.call_unknown(args, shape, at, state),
            },
            Value::Closure { body, captures, at: from } => match self.lowered(body) {
                Some((lowered, _)) => {
                    let at = Origin { left: from.is_some(), ..from.unwrap_or(at) };
                    self.enter(body, &lowered, captures, shape, at, state)
                }
                None => self.call_unknown(captures, shape, at, state),
            },
            Value::Promise { shape, at } => self.instantiate(&shape, at, state),
            Value::Ref { cell, path, .. } => {
                let location = Location { cell, path, behind: None };
                let inner = state.get(&location);
                if let Value::Ref { .. } = inner {
                    return vec![(Value::Unknown, state)];
                }
                // Once polled to its end a future is spent.
                state.set(&location, Value::Gone);
                self.await_value(inner, shape, at, state)
            }
            // `Pin<Box<..>>` and other wrappers around one future.
            Value::Struct { fields, variant: None } => {
                let mut futures = fields.into_iter().map(|(_, value)| value).filter(|value| {
                    matches!(
                        value,
                        Value::Pending { .. }
                            | Value::Closure { .. }
                            | Value::Promise { .. }
                            | Value::Struct { .. }
                            | Value::Ref { .. }
                    )
                });
                match (futures.next(), futures.next()) {
                    (Some(one), None) => self.await_value(one, shape, at, state),
                    _ => vec![(Value::Unknown, state)],
                }
            }
            _ => vec![(Value::Unknown, state)],
        }
    }

    fn intrinsic(
        &mut self,
        key: BodyKey,
        intrinsic: Intrinsic,
        call: &Call,
        at: Origin,
        mut state: State,
    ) -> Vec<(Value, State)> {
        let args: Vec<Value> = call.args.iter().map(|arg| self.operand(arg, &mut state)).collect();
        let alive = |state: &State, value: &Value| -> Vec<u32> {
            let held = state.held(value, true);
            held.into_iter().filter(|n| state.obligations[*n as usize].end.is_none()).collect()
        };
        let held = args.first().map_or(Vec::new(), |arg| alive(&state, arg));
        let exit = |kind| Some(super::graph::Exit { kind, span: call.span });
        match intrinsic {
            Intrinsic::Any => vec![(Value::Unknown, state)],
            Intrinsic::Respond => self.respond(key, args.first(), call, at, state),
            Intrinsic::Drain => {
                self.end_all(&mut state, &held, Ending::Drained, None);
                vec![(Value::Unknown, state)]
            }
            Intrinsic::ReadSome => {
                for number in held {
                    state.obligations[number as usize].started = true;
                }
                vec![(Value::Unknown, state)]
            }
            Intrinsic::Step => {
                if held.is_empty() {
                    return vec![(Value::Unknown, state)];
                }
                let variant = |name: &str| Value::Struct { variant: Some(name.into()), fields: Vec::new() };
                let (mut chunk, mut end, mut failed) = (state.clone(), state.clone(), state);
                for number in &held {
                    chunk.obligations[*number as usize].started = true;
                }
                self.end_all(&mut end, &held, Ending::Drained, None);
                self.end_all(&mut failed, &held, Ending::Failed, None);
                vec![(variant("Chunk"), chunk), (variant("End"), end), (variant("Failed"), failed)]
            }
            Intrinsic::Discard => {
                self.end_all(&mut state, &held, Ending::Unread, exit(super::graph::ExitKind::ErrorStatus));
                vec![(Value::Unknown, state)]
            }
            Intrinsic::Cancel => {
                self.end_all(&mut state, &held, Ending::Failed, None);
                vec![(Value::Unknown, state)]
            }
            Intrinsic::Empty => {
                for number in held {
                    state.obligations[number as usize].exempt = true;
                }
                vec![(Value::Unknown, state)]
            }
            Intrinsic::Refuse => {
                for number in held {
                    state.obligations[number as usize].refused = true;
                }
                vec![(Value::Unknown, state)]
            }
            Intrinsic::Upgrade => {
                self.end_all(&mut state, &held, Ending::Exempt, None);
                vec![(Value::Unknown, state)]
            }
            Intrinsic::Escape => {
                self.end_all(&mut state, &held, Ending::HandedOff, None);
                for arg in &args {
                    self.share_pools(&state, arg);
                }
                vec![(Value::Unknown, state)]
            }
            Intrinsic::StatusOf => {
                let value = held.first().map_or(Value::Unknown, |n| Value::StatusOf(*n));
                vec![(value, state)]
            }
            Intrinsic::Status => {
                let value = match args.first() {
                    Some(Value::Int(code)) => u16::try_from(*code).map_or(Value::Unknown, Value::Status),
                    _ => Value::Unknown,
                };
                vec![(value, state)]
            }
            Intrinsic::StatusIn => {
                let [status, Value::Int(low), Value::Int(high)] = &args[..] else {
                    return vec![(Value::Unknown, state)];
                };
                let (low, high) = (u16::try_from(*low).unwrap_or(0), u16::try_from(*high).unwrap_or(u16::MAX));
                let status = match status {
                    Value::Ref { cell, path, .. } => {
                        state.get(&Location { cell: *cell, path: path.clone(), behind: None })
                    }
                    status => status.clone(),
                };
                let value = match status {
                    Value::StatusOf(of) => {
                        let (yes, no) = StatusSet::tested(low, high);
                        Value::StatusTest { of, yes, no }
                    }
                    Value::Status(code) => Value::Bool((low..=high).contains(&code)),
                    _ => Value::Unknown,
                };
                vec![(value, state)]
            }
            Intrinsic::Pool => {
                // A pool that is made again, in a loop, was not used yet.
                state.used.retain(|used| *used != at);
                vec![(Value::Pool(at), state)]
            }
            Intrinsic::Positive => vec![(Value::Positive, state)],
            Intrinsic::Exempt => vec![(Value::Exempt, state)],
        }
    }

    /// A response is born. What can be reached from the request says whether it owes anything.
    fn respond(
        &mut self,
        key: BodyKey,
        via: Option<&Value>,
        call: &Call,
        at: Origin,
        mut state: State,
    ) -> Vec<(Value, State)> {
        let mut exempt = key.owner().is_some_and(|fun| self.bodies.is_one_shot(fun));
        let mut pool = None;
        if let Some(via) = via {
            state.reaches(via, &mut |value| {
                match value {
                    Value::Exempt => exempt = true,
                    Value::Str(method) if method == "HEAD" => exempt = true,
                    Value::Pool(origin) => pool = Some(*origin),
                    _ => {}
                }
                false
            });
        }
        if let Some(pool) = pool {
            if state.used.contains(&pool) {
                self.shared_pools.insert(pool);
            } else {
                state.used.push(pool);
                state.used.sort();
            }
        }
        let before = state.obligations.len();
        self.instantiate(&call.shape, at, state)
            .into_iter()
            .map(|(value, mut state)| {
                for obligation in &mut state.obligations[before..] {
                    obligation.by_signature = false;
                    obligation.exempt = exempt;
                    obligation.pool = pool;
                }
                (value, state)
            })
            .collect()
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
            Value::Struct { variant: Some(a), fields: of_a },
            Value::Struct { variant: Some(b), fields: of_b },
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
            if b { Value::StatusTest { of, yes, no } } else { Value::StatusTest { of, yes: no, no: yes } }
        }
        _ => Value::Unknown,
    }
}
