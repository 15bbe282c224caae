//! What takes its time: requests and sleeps, and which statements of a graph lead to one.
//!
//! Told from the graphs alone, without states: what a callee may do on any of its paths, its own callees included.
//! So it is asked only for statements during which a response waits to be read; see `held`.

use std::{collections::BTreeSet, rc::Rc};

use super::{
    graph::{Body, Call, Callee, Intrinsic, Local, Lowered, Operand, Place, Rvalue, Shape, Step, Stmt},
    solve::Solver,
};
use crate::{
    index::{AdtId, FunId},
    source::Span,
};

/// Calls inside calls, and values made of values, beyond which nothing is looked for.
const MAX_DEPTH: u8 = 6;
/// Implementors of a method beyond which none of them is looked at.
const MAX_OTHERS: usize = 8;

/// Something that takes its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Pause {
    /// A request whose response has such a body.
    Request(AdtId),
    Sleep,
}

pub(super) type Pauses = Rc<BTreeSet<Pause>>;

impl Solver<'_> {
    /// What a statement may wait for, and the call that leads to it. A future waits when it is awaited.
    pub(super) fn pauses_at(&mut self, lowered: &Lowered, body: &Body, rvalue: &Rvalue) -> Option<(Pauses, Span)> {
        let found = match rvalue {
            Rvalue::Call(call) if !self.gives_future(call) => {
                let pauses = self.pauses_of_call(call, MAX_DEPTH);
                // `sleep(..).await`: what is awaited is shown, if it is made on the spot.
                let span = match (call.args.first(), pauses.contains(&Pause::Sleep)) {
                    (Some(Operand::Place(made)), true) => match body.assigned(made.local) {
                        Some(Rvalue::Call(inner)) => inner.span,
                        _ => call.span,
                    },
                    _ => call.span,
                };
                Some((pauses, span))
            }
            Rvalue::Await { future, .. } => self.pauses_of_future(lowered, body, future, MAX_DEPTH),
            _ => None,
        };
        found.filter(|(pauses, _)| !pauses.is_empty())
    }

    /// The same for a future, by what it was made of: a call of an `async fn`, perhaps inside of other calls.
    fn pauses_of_future(
        &mut self,
        lowered: &Lowered,
        body: &Body,
        future: &Operand,
        depth: u8,
    ) -> Option<(Pauses, Span)> {
        let (Operand::Place(place) | Operand::Ref { place, .. }) = future else { return None };
        let depth = depth.checked_sub(1)?;
        match body.assigned(place.local)? {
            Rvalue::Call(call) if self.runs_apart(call) => None,
            Rvalue::Call(call) => {
                let own = self.pauses_of_call(call, depth);
                if !own.is_empty() {
                    return Some((own, call.span));
                }
                call.args.iter().find_map(|arg| self.pauses_of_future(lowered, body, arg, depth))
            }
            Rvalue::Closure { body: inner, .. } => {
                let inner = &lowered.bodies[*inner as usize];
                let mut rvalues = inner.rvalues();
                rvalues.find_map(|rvalue| self.pauses_at(lowered, inner, rvalue))
            }
            Rvalue::Use(inner) => self.pauses_of_future(lowered, body, inner, depth),
            Rvalue::Bind(place) => self.pauses_of_future(lowered, body, &Operand::Place(place.clone()), depth),
            _ => None,
        }
    }

    fn pauses_of_call(&mut self, call: &Call, depth: u8) -> Pauses {
        match &call.callee {
            Callee::Intrinsic(Intrinsic::Respond) => {
                let mut bodies = BTreeSet::new();
                bodies_in(&call.shape, &mut bodies);
                Rc::new(bodies.into_iter().map(Pause::Request).collect())
            }
            Callee::Fun(fun) => self.pauses_of(*fun, depth),
            Callee::Method { others, .. } if others.len() <= MAX_OTHERS => {
                let all = others.iter().map(|fun| self.pauses_of(*fun, depth));
                Rc::new(all.collect::<Vec<_>>().iter().flat_map(|pauses| pauses.iter().copied()).collect())
            }
            _ => Rc::default(),
        }
    }

    /// What a function may wait for, whatever it is given.
    fn pauses_of(&mut self, fun: FunId, depth: u8) -> Pauses {
        if let Some(known) = self.watch.pauses.get(&(fun, depth)) {
            return known.clone();
        }
        let mut found = BTreeSet::new();
        if self.bodies.sleeps(fun) {
            found.insert(Pause::Sleep);
        } else if depth > 0
            && !self.bodies.runs_apart(fun)
            && !self.bodies.is_one_shot(fun)
            && let Some(lowered) = self.bodies.fun(fun)
        {
            let mut bodies = vec![0];
            while let Some(n) = bodies.pop() {
                let body = &lowered.bodies[n];
                for rvalue in body.rvalues() {
                    match rvalue {
                        Rvalue::Call(call) => found.extend(self.pauses_of_call(call, depth - 1).iter()),
                        Rvalue::Closure { body: inner, .. } if !self.goes_apart(body, rvalue) => {
                            bodies.push(*inner as usize);
                        }
                        _ => {}
                    }
                }
            }
        }
        let found = Rc::new(found);
        self.watch.pauses.insert((fun, depth), found.clone());
        found
    }

    fn gives_future(&self, call: &Call) -> bool {
        let is_async = |fun| self.bodies.fun(fun).is_some_and(|lowered| lowered.bodies[0].is_async);
        match &call.callee {
            Callee::Fun(fun) | Callee::Method { fun, .. } => is_async(*fun),
            _ => false,
        }
    }

    fn runs_apart(&self, call: &Call) -> bool {
        matches!(&call.callee, Callee::Fun(fun) | Callee::Method { fun, .. } if self.bodies.runs_apart(*fun))
    }

    /// Is a closure or `async` block given to a call that runs it apart?
    fn goes_apart(&self, body: &Body, closure: &Rvalue) -> bool {
        let holder =
            body.assignments().find(|(_, rvalue)| std::ptr::eq(*rvalue, closure)).map(|(place, _)| place.local);
        body.rvalues().any(|rvalue| match rvalue {
            Rvalue::Call(call) if self.runs_apart(call) => {
                call.args.iter().any(|arg| matches!(arg, Operand::Place(place) if Some(place.local) == holder))
            }
            _ => false,
        })
    }
}

fn bodies_in(shape: &Shape, found: &mut BTreeSet<AdtId>) {
    match shape {
        Shape::Plain => {}
        Shape::Body(adt) => {
            found.insert(*adt);
        }
        Shape::Adt { variants, .. } => {
            variants.iter().flat_map(|(_, fields)| fields).for_each(|(_, shape)| bodies_in(shape, found));
        }
        Shape::Future(output) => bodies_in(output, found),
    }
}

impl Body {
    fn assignments(&self) -> impl Iterator<Item = (&Place, &Rvalue)> {
        self.blocks.iter().flat_map(|block| &block.stmts).filter_map(|stmt| match stmt {
            Stmt::Assign(place, rvalue, _) => Some((place, rvalue)),
            Stmt::Drop(..) => None,
        })
    }

    fn rvalues(&self) -> impl Iterator<Item = &Rvalue> {
        self.assignments().map(|(_, rvalue)| rvalue)
    }

    /// What a local is made of, if that is written in one place.
    fn assigned(&self, local: Local) -> Option<&Rvalue> {
        let mut all = self.assignments().filter(|(place, _)| place.local == local && place.path.is_empty());
        all.next().filter(|_| all.next().is_none()).map(|(_, rvalue)| rvalue)
    }

    /// Where the first argument of the call with this span comes from: for a request the client, or whoever has it.
    pub(super) fn root_of(&self, span: Span) -> Option<Place> {
        self.assignments().find_map(|(_, rvalue)| match rvalue {
            Rvalue::Call(call) if call.span == span => self.root(call.args.first()?),
            _ => None,
        })
    }

    fn root(&self, operand: &Operand) -> Option<Place> {
        let (Operand::Place(place) | Operand::Ref { place, .. }) = operand else { return None };
        let mut place = place.clone();
        for _ in 0..32 {
            let (from, whole) = match self.assigned(place.local) {
                Some(Rvalue::Use(Operand::Place(from) | Operand::Ref { place: from, .. }) | Rvalue::Bind(from)) => {
                    (from, true)
                }
                Some(Rvalue::Await { future: Operand::Place(from) | Operand::Ref { place: from, .. }, .. }) => {
                    (from, false)
                }
                Some(Rvalue::Call(call)) => match call.args.first() {
                    Some(Operand::Place(from) | Operand::Ref { place: from, .. }) => (from, false),
                    _ => break,
                },
                _ => break,
            };
            let rest = if whole { std::mem::take(&mut place.path) } else { Vec::new() };
            place = from.clone();
            place.path.extend(rest);
        }
        place.path.retain(|step| *step != Step::Deref);
        Some(place)
    }
}
