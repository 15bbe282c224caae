//! What the words of the stub language do to a state.

use super::{
    graph::{Call, Exit, ExitKind, Intrinsic},
    solve::Solver,
    state::{Ending, Location, State},
    status::StatusSet,
    value::{BodyKey, Origin, Value},
};

impl Solver<'_> {
    pub(super) fn intrinsic(
        &mut self,
        key: BodyKey,
        intrinsic: Intrinsic,
        call: &Call,
        at: Origin,
        mut state: State,
    ) -> Vec<(Value, State)> {
        let args: Vec<Value> = call.args.iter().map(|arg| self.operand(arg, &mut state)).collect();
        // Whoever reads a collection does not read the bodies in it.
        let reads = matches!(
            intrinsic,
            Intrinsic::Drain
                | Intrinsic::ReadSome
                | Intrinsic::Step
                | Intrinsic::Empty
                | Intrinsic::StatusOf
                | Intrinsic::Reads
        );
        let is_opaque = |adt| reads && self.bodies.is_collection(adt);
        let alive = |state: &State, value: &Value| -> Vec<u32> {
            let held = state.held_outside(value, true, &is_opaque);
            held.into_iter().filter(|n| state.obligations[*n as usize].end.is_none()).collect()
        };
        let held = args.first().map_or(Vec::new(), |arg| alive(&state, arg));
        let exit = |kind| Some(Exit { kind, span: call.span });
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
                let (mut chunk, mut end, mut failed) = (state.clone(), state.clone(), state);
                for number in &held {
                    chunk.obligations[*number as usize].started = true;
                }
                self.end_all(&mut end, &held, Ending::Drained, None);
                self.end_all(&mut failed, &held, Ending::Failed, None);
                vec![(Value::variant("Chunk"), chunk), (Value::variant("End"), end), (Value::variant("Failed"), failed)]
            }
            Intrinsic::Discard => {
                self.end_all(&mut state, &held, Ending::Unread, exit(ExitKind::ErrorStatus));
                vec![(Value::Unknown, state)]
            }
            Intrinsic::Cancel => {
                self.end_all(&mut state, &held, Ending::Failed, None);
                vec![(Value::Unknown, state)]
            }
            Intrinsic::Outrun => {
                self.end_all(&mut state, &held, Ending::Cancelled, exit(ExitKind::Cancelled));
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
                    self.share_pools(&mut state, arg);
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
                state.pools.make(at);
                vec![(Value::Pool(at), state)]
            }
            Intrinsic::Positive => vec![(Value::Positive, state)],
            Intrinsic::Reads => vec![(Value::Bool(!held.is_empty()), state)],
            Intrinsic::Skip => {
                self.end_all(&mut state, &held, Ending::Skipped, None);
                args.iter().for_each(|arg| state.keep_pools_of(arg));
                vec![(Value::Unknown, state)]
            }
            // That the user asked for it is noticed at the seam; see `disabled`.
            Intrinsic::Exempt | Intrinsic::Disabled => vec![(Value::Exempt, state)],
            Intrinsic::Says => {
                let [value, Value::Str(text)] = &args[..] else { return vec![(Value::Bool(false), state)] };
                let is_it = |value: &Value| matches!(value, Value::Str(said) if said.eq_ignore_ascii_case(text));
                let says = state.reaches(value, &|_| false, &mut { is_it });
                vec![(Value::Bool(says), state)]
            }
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
        // No other request comes after it on its connection.
        let mut is_last = false;
        let mut pool = None;
        if let Some(via) = via {
            state.reaches(via, &|_| false, &mut |value| {
                match value {
                    Value::Exempt => is_last = true,
                    Value::Str(method) if method == "HEAD" => exempt = true,
                    Value::Pool(origin) => pool = Some(*origin),
                    _ => {}
                }
                false
            });
        }
        if let Some(pool) = pool {
            self.use_pool(&mut state, pool);
        }
        let before = state.obligations.len();
        self.instantiate(&call.shape, at, state)
            .into_iter()
            .map(|(value, mut state)| {
                for obligation in &mut state.obligations[before..] {
                    obligation.by_signature = false;
                    obligation.exempt = exempt || is_last;
                    obligation.pool = pool;
                }
                if state.obligations.len() > before && !is_last {
                    state.pools.served.extend(pool);
                }
                (value, state)
            })
            .collect()
    }
}
