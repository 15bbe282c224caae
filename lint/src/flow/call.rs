//! Calls: what is followed, what cannot be seen, and what awaiting a future runs.

use std::{rc::Rc, sync::Arc};

use super::{
    graph::{Call, Callee, Lowered, Receiver, Shape},
    solve::{Contract, Solver},
    state::{Ending, Location, State},
    value::{BodyKey, Origin, Value, own},
};
use crate::index::FunId;

impl Solver<'_> {
    pub(super) fn call(&mut self, key: BodyKey, call: &Call, mut state: State) -> Vec<(Value, State)> {
        let at = Origin { span: call.span, owner: key.owner(), inner: None, is_param: false, left: false };
        if let Callee::Intrinsic(intrinsic) = call.callee {
            return self.intrinsic(key, intrinsic, call, at, state);
        }
        let callee = match &call.callee {
            Callee::Value(operand) => Some(self.looked_at(operand, &mut state)),
            _ => None,
        };
        let mut args: Vec<Value> = call.args.iter().map(|arg| self.operand(arg, &mut state)).collect();
        if let (Some(value), Some(receiver)) = (args.first_mut(), &call.receiver) {
            identify(value, receiver, &mut state);
        }
        // What the standard library makes of a known variant is known as well.
        let is_stub = matches!(call.callee, Callee::Fun(fun) if self.bodies.is_stub(fun));
        let is_collection = |adt| self.bodies.is_collection(adt);
        let is_known = |value: &Value| {
            state.reaches(value, &is_collection, &mut |v| matches!(v, Value::Struct { variant: Some(_), .. }))
        };
        let followed = call.matters
            || (is_stub && args.iter().any(is_known))
            || call.shape.holds_body()
            || callee.iter().chain(&args).any(|value| self.is_of_use(&state, value));
        if !followed {
            return vec![(Value::Unknown, state)];
        }
        match (&call.callee, callee) {
            (Callee::Fun(fun), _) => self.call_fun(*fun, args, &call.shape, at, state),
            (Callee::Method { fun, others }, _) => {
                let borrowed = matches!(args.first(), Some(Value::Ref { .. }));
                let receiver = args.first().and_then(|value| state.type_of(value));
                if let Some(own) = receiver.and_then(|adt| self.bodies.implementation(*fun, adt, borrowed)) {
                    return self.call_fun(own, args, &call.shape, at, state);
                }
                // More implementors than one would read: known by the signature.
                if others.len() > 8 {
                    return self.call_unknown(args, &call.shape, at, state);
                }
                others
                    .iter()
                    .flat_map(|fun| self.call_fun(*fun, args.clone(), &call.shape, at, state.clone()))
                    .collect()
            }
            (_, Some(callee)) => {
                self.by_value = true;
                let outcomes = self.call_value(callee, args, &call.shape, at, state);
                self.by_value = false;
                outcomes
            }
            _ => self.call_unknown(args, &call.shape, at, state),
        }
    }

    /// Can a call do something with this value: is there a body in it, a test of one's status, or code that makes or takes one?
    pub(super) fn is_of_use(&self, state: &State, value: &Value) -> bool {
        let mut code = Vec::new();
        let direct = state.reaches(value, &|_| false, &mut |v| match v {
            Value::Body(_) | Value::Pool(_) | Value::StatusOf(_) | Value::StatusTest { .. } | Value::Promise { .. } => {
                true
            }
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
        let is_about_bodies = |key| {
            let lowered = self.lowered(key);
            lowered.is_some_and(|(lowered, n)| lowered.gives_body() || lowered.bodies[n].takes_body())
        };
        direct || code.into_iter().any(is_about_bodies)
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
            return vec![(Value::Pending { fun, args: Rc::new(args), at }, state)];
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
        let contract = match key {
            BodyKey::Fun(fun, 0) => self.bodies.contract(fun),
            _ => None,
        };
        if contract == Some(Contract::Drains) {
            let mut state = state;
            for arg in &args {
                let held = state.held(arg, true);
                self.end_all(&mut state, &held, Ending::Drained, None);
            }
            return self.instantiate(shape, at, state);
        }
        if !self.can_enter(key, lowered, args.len()) {
            return self.call_unknown(args, shape, at, state);
        }
        let mut outcomes = self.call_body(key, lowered, args, at, state);
        if contract == Some(Contract::Handled) {
            for (value, state) in &mut outcomes {
                for number in state.held(value, true) {
                    state.obligations[number as usize].exempt = true;
                }
            }
        }
        outcomes
    }

    /// The graphs among which a body is, and its number there.
    pub(super) fn lowered(&self, key: BodyKey) -> Option<(Arc<Lowered>, usize)> {
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
                let fields = args.into_iter().enumerate().map(|(n, value)| (n.to_string().into(), value)).collect();
                vec![(Value::structure(Some(adt), self.bodies.ctor(adt, n), fields), state)]
            }
            Value::Closure { body, captures, at: from } => {
                let all: Vec<Value> = own(captures).into_iter().chain(args).collect();
                match self.lowered(body) {
                    // Called, it gives a future, which is the same closure with its arguments.
                    Some((lowered, n)) if lowered.bodies[n].is_async => {
                        vec![(Value::Closure { body, captures: Rc::new(all), at: from }, state)]
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
                let inner = fields[0].1.clone();
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
    pub(super) fn give_away(&mut self, state: &mut State, value: &Value) {
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

    pub(super) fn await_value(
        &mut self,
        future: Value,
        shape: &Shape,
        at: Origin,
        mut state: State,
    ) -> Vec<(Value, State)> {
        match future {
            Value::Pending { fun, args, at } => match self.bodies.fun(fun) {
                Some(lowered) => self.enter(BodyKey::Fun(fun, 0), &lowered, own(args), shape, at, state),
                None => self.call_unknown(own(args), shape, at, state),
            },
            Value::Closure { body, captures, at: from } => match self.lowered(body) {
                Some((lowered, _)) => {
                    let at = Origin { left: from.is_some(), ..from.unwrap_or(at) };
                    self.enter(body, &lowered, own(captures), shape, at, state)
                }
                None => self.call_unknown(own(captures), shape, at, state),
            },
            Value::Promise { shape, at } => self.instantiate(&shape, at, state),
            Value::Ref { cell, path, .. } => {
                let location = Location { cell, path, behind: None };
                let inner = state.get(&location);
                if let Value::Ref { .. } = inner {
                    return vec![(Value::Unknown, state)];
                }
                // Once polled to its end a future is spent.
                state.set(&location, Value::Unknown);
                self.await_value(inner, shape, at, state)
            }
            // `Pin<Box<..>>` and other wrappers around one future.
            Value::Struct { fields, variant: None, .. } => {
                let mut futures = own(fields).into_iter().map(|(_, value)| value).filter(|value| {
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
}

/// Says what an unknown receiver is. One behind a reference tells so where it stands if it is a wrapper: its impl asks
/// what is wrapped.
fn identify(value: &mut Value, receiver: &Receiver, state: &mut State) {
    match value {
        Value::Unknown => *value = Value::of_type(receiver),
        Value::Ref { cell, path, .. } if !receiver.fields.is_empty() => {
            let location = Location { cell: *cell, path: path.clone(), behind: None };
            if state.get(&location) == Value::Unknown {
                state.set(&location, Value::of_type(receiver));
            }
        }
        _ => {}
    }
}
