//! What became of obligations, and of each origin's together.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use super::{
    graph::{Exit, ExitKind},
    held::Hold,
    remarks::{self, Remarks},
    solve::Solver,
    state::{End, Ending, State},
    value::{Origin, Value},
};
use crate::{
    index::{AdtId, FunId},
    source::Span,
};

/// What became of the obligations of one origin, on all paths of all runs.
#[derive(Clone, Debug)]
pub struct Finding {
    pub origin: Origin,
    pub adt: AdtId,
    pub ends: BTreeSet<End>,
    /// Losses of pools that nobody used any more.
    pub harmless: BTreeSet<End>,
    /// Losses of pools of which it was seen that they were used again.
    pub sure: BTreeSet<End>,
    /// What happened while one of them was alive and not read to its end.
    pub held: BTreeSet<Hold>,
    /// Was one of them made because of a signature only?
    pub by_signature: bool,
}

/// What the runs found out.
#[derive(Debug, Default)]
pub struct Findings {
    /// By origin, in the order of the text.
    pub by_origin: BTreeMap<Span, Finding>,
    /// What was noticed besides.
    pub remarks: Remarks,
    /// Functions that were given up, being too large.
    pub given_up: BTreeSet<FunId>,
}

impl Findings {
    /// What both found out, in whatever order.
    pub fn merge(mut self, other: Findings) -> Findings {
        for (span, finding) in other.by_origin {
            match self.by_origin.entry(span) {
                Entry::Vacant(entry) => {
                    entry.insert(finding);
                }
                Entry::Occupied(mut entry) => {
                    let own = entry.get_mut();
                    own.origin = own.origin.min(finding.origin);
                    own.adt = own.adt.min(finding.adt);
                    own.ends.extend(finding.ends);
                    own.harmless.extend(finding.harmless);
                    own.sure.extend(finding.sure);
                    own.held.extend(finding.held);
                    own.by_signature |= finding.by_signature;
                }
            }
        }
        remarks::merge(&mut self.remarks, other.remarks);
        self.given_up.extend(other.given_up);
        self
    }
}

impl Solver<'_> {
    /// An obligation ends. Of one that the caller gave, only the caller knows the origin: it is told.
    pub(super) fn end(&mut self, state: &mut State, number: u32, end: End) {
        let obligation = &mut state.obligations[number as usize];
        if obligation.end.is_some() {
            return;
        }
        if end.ending == Ending::Skipped {
            obligation.end = Some(end);
            return;
        }
        let exit = match (end.exit, self.site) {
            // What is nobody else's and ends in a stub's text ends at the call of the stub.
            (Some(exit), Some(site)) if obligation.origin.is_some() => Some(self.shown(exit, site)),
            (exit, _) => exit,
        };
        let end = End { exit, ..end };
        let bodyless = obligation.exempt || obligation.status.is_bodyless();
        let end = match end.ending {
            Ending::Unread | Ending::PartlyRead | Ending::Cancelled if bodyless => {
                End { ending: Ending::Exempt, exit: None, via: None, into: None }
            }
            // A race that is lost is a matter of its own; it is neither a read nor a loss here.
            Ending::Unread if end.exit.is_some_and(|exit| exit.kind == ExitKind::Cancelled) => {
                End { ending: Ending::Cancelled, ..end }
            }
            Ending::Unread if obligation.refused => {
                let exit = end.exit.map(|exit| Exit { kind: ExitKind::ErrorStatus, ..exit });
                End { exit, ..end }
            }
            Ending::Unread if obligation.started => End { ending: Ending::PartlyRead, ..end },
            _ => end,
        };
        let end = match obligation.pool {
            // Whether anybody would have used the connection is not asked here: it is taken for gone with its client.
            Some(pool) if end.ending == Ending::Cancelled && !state.pools.shared.contains(&pool) => {
                End { ending: Ending::Failed, exit: None, via: None, into: None }
            }
            _ => end,
        };
        obligation.end = Some(end);
        let Some(origin) = obligation.origin else { return };
        let obligation = obligation.clone();
        match end.ending {
            Ending::Unread | Ending::PartlyRead => self.lose(&mut state.pools, &obligation, origin, end),
            _ => {
                self.finding(origin, obligation.adt, obligation.by_signature).ends.insert(end);
            }
        }
    }

    /// What is known of the obligations of this origin.
    pub(super) fn finding(&mut self, origin: Origin, adt: AdtId, by_signature: bool) -> &mut Finding {
        let finding = self.findings.by_origin.entry(origin.span).or_insert_with(|| Finding {
            origin,
            adt,
            ends: BTreeSet::new(),
            harmless: BTreeSet::new(),
            sure: BTreeSet::new(),
            held: BTreeSet::new(),
            by_signature: false,
        });
        // Which one came first must not depend on the order of the runs.
        finding.origin = finding.origin.min(origin);
        finding.adt = finding.adt.min(adt);
        finding.by_signature |= by_signature;
        finding
    }

    /// A stub's text is nothing to show: what ends there ends at the call.
    pub(super) fn shown(&self, exit: Exit, site: Exit) -> Exit {
        match exit.kind {
            _ if !self.bodies.is_in_stub(exit.span) => exit,
            ExitKind::ErrorStatus => Exit { span: site.span, ..exit },
            _ => site,
        }
    }

    pub(super) fn end_all(&mut self, state: &mut State, numbers: &[u32], ending: Ending, exit: Option<Exit>) {
        for number in numbers {
            self.end(state, *number, End { ending, exit, via: None, into: None });
        }
    }

    /// One of many of which another one is followed: nothing is said about this one.
    pub(super) fn skip(&mut self, state: &mut State, value: &Value) {
        let held = state.held(value, false);
        self.end_all(state, &held, Ending::Skipped, None);
    }

    /// The value goes to somebody who is now in charge of it.
    pub(super) fn hand_off(&mut self, state: &mut State, value: &Value) {
        let held = state.held(value, false);
        self.end_all(state, &held, Ending::HandedOff, None);
    }

    /// What no cell holds any more was put somewhere that is not followed.
    pub(super) fn hand_off_lost(&mut self, state: &mut State) {
        let mut held = vec![false; state.obligations.len()];
        for (_, cell) in state.cells.iter() {
            cell.walk(&mut |value| {
                if let Value::Body(n) = value {
                    held[*n as usize] = true;
                }
            });
        }
        for (n, _) in held.iter().enumerate().filter(|(_, held)| !**held) {
            let number = u32::try_from(n).expect("fewer than 2^32 obligations");
            if state.obligations[n].origin.is_some() {
                self.end(state, number, End { ending: Ending::HandedOff, exit: None, via: None, into: None });
            }
        }
    }

    /// Was it made in the text of a stub?
    pub(super) fn is_of_stub(&self, origin: Origin) -> bool {
        origin.owner.is_some_and(|fun| self.bodies.is_stub(fun))
    }
}
