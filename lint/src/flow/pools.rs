//! Connection pools that were made in sight.
//!
//! A lost connection costs something only if another request would have used it. What is lost from a pool that was
//! made in sight counts when the pool serves a request later, or when it outlives what can be seen; until then it
//! waits here. So a client that is made for one request, or whose owner returns on an error, has nothing to lose.
//! A response that is still unread while another request is sent cannot give its connection to that one: its loss
//! counts.

use std::collections::BTreeSet;

use super::{
    remarks::Remark,
    solve::Solver,
    state::{End, Obligation, State},
    value::{Origin, Value},
};
use crate::index::AdtId;

/// What one path knows of its pools, by the places where they were made.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Pools {
    /// Those that were made here.
    pub made: BTreeSet<Origin>,
    /// Those that served a request.
    pub used: BTreeSet<Origin>,
    /// Those that served a request which was answered, as long as no error ends more than the request.
    pub served: BTreeSet<Origin>,
    /// Those that were alive at the beginning of a loop's turn: they serve more than one.
    pub lasting: BTreeSet<Origin>,
    /// Those that outlive what can be seen.
    pub shared: BTreeSet<Origin>,
    /// What was lost and does not count yet.
    pub lost: BTreeSet<Loss>,
}

/// A body that was dropped before its end, and the pool that its connection belonged to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Loss {
    pub pool: Origin,
    pub origin: Origin,
    pub adt: AdtId,
    pub by_signature: bool,
    pub end: End,
}

impl Pools {
    /// A pool is made. If it is made again, in a loop, it is another one.
    pub fn make(&mut self, pool: Origin) {
        self.made.insert(pool);
        self.used.remove(&pool);
        self.served.remove(&pool);
        self.shared.remove(&pool);
        self.lost.retain(|loss| loss.pool != pool);
    }
}

impl State {
    /// The pools that something in a cell has.
    pub(super) fn pools_within(&self) -> BTreeSet<Origin> {
        let mut found = BTreeSet::new();
        for (_, cell) in self.cells.iter() {
            cell.walk(&mut |value| {
                if let Value::Pool(pool) = value {
                    found.insert(*pool);
                }
            });
        }
        // A body keeps its connection, and with that its pool, alive.
        found.extend(self.obligations.iter().filter(|body| body.end.is_none()).filter_map(|body| body.pool));
        found
    }

    /// The pools in a value live on beside one that is followed.
    pub(super) fn keep_pools_of(&mut self, value: &Value) {
        let mut found = BTreeSet::new();
        self.reaches(value, &|_| false, &mut |inner| {
            if let Value::Pool(pool) = inner {
                found.insert(*pool);
            }
            false
        });
        self.pools.lasting.extend(found);
    }

    /// A turn of a loop begins: the pools that are there now serve this turn and the next.
    pub(super) fn keep_pools(&mut self) {
        let lasting = self.pools_within();
        self.pools.lasting.extend(lasting);
    }
}

impl Solver<'_> {
    /// A body was dropped too early: it counts now, or waits for another request.
    pub(super) fn lose(&mut self, pools: &mut Pools, obligation: &Obligation, origin: Origin, end: End) {
        let (adt, by_signature) = (obligation.adt, obligation.by_signature);
        let Some(pool) = obligation.pool else {
            self.finding(origin, adt, by_signature).ends.insert(end);
            return;
        };
        let loss = Loss { pool, origin, adt, by_signature, end };
        if obligation.is_held || pools.shared.contains(&pool) {
            self.counts(&loss);
        } else {
            pools.lost.insert(loss);
        }
    }

    /// A request goes through the pool.
    pub(super) fn use_pool(&mut self, state: &mut State, pool: Origin) {
        self.count(&mut state.pools, pool);
        state.pools.used.insert(pool);
        for held in state.obligations.iter_mut().filter(|body| body.end.is_none() && body.pool == Some(pool)) {
            held.is_held = true;
        }
    }

    /// Pools in the value live on, so what is lost of them matters.
    pub(super) fn share_pools(&mut self, state: &mut State, value: &Value) {
        let mut found = BTreeSet::new();
        state.reaches(value, &|_| false, &mut |v| {
            if let Value::Pool(origin) = v {
                found.insert(*origin);
            }
            false
        });
        for pool in found {
            self.share_pool(&mut state.pools, pool);
        }
    }

    fn share_pool(&mut self, pools: &mut Pools, pool: Origin) {
        self.count(pools, pool);
        pools.shared.insert(pool);
    }

    /// What was lost of the pool so far counts.
    fn count(&mut self, pools: &mut Pools, pool: Origin) {
        pools.lost.retain(|loss| {
            if loss.pool == pool {
                self.counts(loss);
            }
            loss.pool != pool
        });
    }

    /// After a call: what the callee did to pools. `of_caller` tells how the caller knows one of them.
    pub(super) fn merge_pools(&mut self, state: &mut State, callee: &Pools, of_caller: impl Fn(Origin) -> Origin) {
        for pool in &callee.made {
            let pool = of_caller(*pool);
            if state.pools.served.contains(&pool) && !state.pools_within().contains(&pool) {
                self.pool_dies(&state.pools, pool);
            }
            state.pools.make(pool);
        }
        for pool in &callee.used {
            self.use_pool(state, of_caller(*pool));
        }
        state.pools.served.extend(callee.served.iter().map(|pool| of_caller(*pool)));
        state.pools.lasting.extend(callee.lasting.iter().map(|pool| of_caller(*pool)));
        for pool in &callee.shared {
            self.share_pool(&mut state.pools, of_caller(*pool));
        }
        for loss in &callee.lost {
            let loss = Loss { pool: of_caller(loss.pool), ..loss.clone() };
            if state.pools.shared.contains(&loss.pool) {
                self.counts(&loss);
            } else {
                state.pools.lost.insert(loss);
            }
        }
    }

    /// Pools that nobody has any more are gone, with all that was lost of them.
    pub(super) fn end_pools(&mut self, state: &mut State, given: &BTreeSet<Origin>, is_error: bool) {
        let known = state.pools_within();
        // An error ends more than it should.
        if !is_error {
            for pool in state.pools.made.iter().filter(|pool| !known.contains(pool) && !given.contains(pool)) {
                self.pool_dies(&state.pools, *pool);
            }
        }
        let is_known = |pool: &Origin| known.contains(pool) || given.contains(pool);
        let Pools { made, used, served, lasting, shared, lost } = &mut state.pools;
        made.retain(is_known);
        used.retain(is_known);
        served.retain(is_known);
        lasting.retain(is_known);
        shared.retain(is_known);
        lost.retain(|loss| {
            let keep = is_known(&loss.pool);
            if !keep {
                self.finding(loss.origin, loss.adt, loss.by_signature).harmless.insert(loss.end);
            }
            keep
        });
    }

    /// A pool is made anew, or its function ends well, and nobody has it any more.
    fn pool_dies(&mut self, pools: &Pools, pool: Origin) {
        let is_short_lived =
            pools.served.contains(&pool) && !pools.lasting.contains(&pool) && !pools.shared.contains(&pool);
        if is_short_lived && !self.bodies.is_in_stub(pool.span) {
            self.findings.remarks.entry((Remark::ShortLived, pool)).or_default();
        }
    }

    /// It was lost to another request.
    fn counts(&mut self, loss: &Loss) {
        let finding = self.finding(loss.origin, loss.adt, loss.by_signature);
        finding.ends.insert(loss.end);
        finding.sure.insert(loss.end);
    }
}
