//! Responses that wait to be read while something else takes its time.
//!
//! Their connections serve nobody else meanwhile. Each statement that may lead to a request or a sleep (`pause`) is
//! compared with the bodies that are alive before it. What is handed to the statement is its own to read, and what is
//! awaited beside others is meant to overlap.

use rustc_hash::FxHashMap;

use super::{
    graph::{Body, Operand, Place, Rvalue, Step},
    live::operands,
    pause::{Pause, Pauses},
    solve::Solver,
    state::{Obligation, State},
    value::BodyKey,
};
use crate::{index::FunId, source::Span};

/// A response waited for this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hold {
    pub during: During,
    /// The call.
    pub span: Span,
    /// Was reading begun?
    pub started: bool,
}

/// What happens while a response waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum During {
    /// A request, through the same client as far as that can be told.
    Request,
    Sleep,
}

/// Whether anybody wants to know, whose function is analysed, and what is known of functions by then.
#[derive(Debug, Default)]
pub(super) struct Watch {
    is_on: bool,
    pub root: Option<FunId>,
    pub pauses: FxHashMap<(FunId, u8), Pauses>,
}

impl Solver<'_> {
    /// Notices what only the rules that are off by default ask for: responses that are held, which costs a look at all
    /// that is called meanwhile, and settings.
    pub fn watch_habits(&mut self) {
        self.watch.is_on = true;
    }

    pub(super) fn watches(&self) -> bool {
        self.watch.is_on
    }

    /// A statement is about to run.
    pub(super) fn notice_holds(&mut self, key: BodyKey, rvalue: &Rvalue, span: Span, state: &State) {
        let is_of_stub = self.site.is_some();
        let waits = |body: &Obligation| {
            body.end.is_none() && body.origin.is_some() && !body.exempt && !body.status.is_bodyless()
        };
        if !self.watches() || is_of_stub || !state.obligations.iter().any(waits) {
            return;
        }
        let Some((lowered, n)) = self.lowered(key) else { return };
        let body = &lowered.bodies[n];
        if body.races.contains(&span) {
            return;
        }
        let Some((pauses, at)) = self.pauses_at(&lowered, body, rvalue) else { return };
        for number in self.held_beside(rvalue, state) {
            let held = state.obligations[number as usize].clone();
            let Some(origin) = held.origin.filter(|origin| waits(&held) && !self.bodies.is_in_stub(origin.span)) else {
                continue;
            };
            // Who made a client for this alone lets nobody wait.
            let is_shared = held.pool.is_none_or(|pool| state.pools.shared.contains(&pool));
            let during = if pauses.contains(&Pause::Request(held.adt)) && may_be_same(body, origin.span, at) {
                During::Request
            } else if pauses.contains(&Pause::Sleep) && is_shared {
                During::Sleep
            } else {
                continue;
            };
            let hold = Hold { during, span: at, started: held.started };
            self.finding(origin, held.adt, held.by_signature).held.insert(hold);
        }
    }

    /// The bodies that cells hold themselves, without what a task has and what the statement is given.
    fn held_beside(&self, rvalue: &Rvalue, state: &State) -> Vec<u32> {
        let mut given = Vec::new();
        operands(rvalue, &mut |operand| {
            if let Operand::Place(place) | Operand::Ref { place, .. } = operand {
                given.extend(state.held(&state.get(&state.locate(place)), true));
            }
        });
        let is_apart = |adt| self.bodies.is_apart(adt);
        let mut held = Vec::new();
        for (_, value) in state.cells.iter() {
            held.extend(state.held_outside(value, false, &is_apart));
        }
        held.sort_unstable();
        held.dedup();
        held.retain(|number| !given.contains(number));
        held
    }
}

/// May two calls go to the same client, by the places that it comes from?
fn may_be_same(body: &Body, one: Span, other: Span) -> bool {
    let (Some(one), Some(other)) = (body.root_of(one), body.root_of(other)) else { return false };
    let leads_to = |a: &Place, b: &Place| -> bool { a.local == b.local && b.path.starts_with(&a.path as &[Step]) };
    leads_to(&one, &other) || leads_to(&other, &one)
}
