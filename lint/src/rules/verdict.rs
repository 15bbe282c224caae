//! The ends of one origin's obligations, sorted.

use std::collections::BTreeSet;

use crate::{
    flow::{End, Ending, Hold, Origin},
    index::AdtId,
    rules::Blamed,
    source::Span,
};

/// What became of the bodies of one origin.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    pub origin: Origin,
    /// The stub's type of body.
    pub adt: AdtId,
    /// For a parameter, where its callers got what they give.
    pub callers: Vec<Span>,
    /// Is the origin known by a signature only?
    pub by_signature: bool,
    /// Exits on which nothing was read.
    pub unread: Vec<End>,
    /// Exits on which reading had begun.
    pub partly: Vec<End>,
    /// Where the future that has it loses a race.
    pub cancelled: Vec<End>,
    /// Where the client itself drops it because of an error status.
    pub error_status: Vec<End>,
    /// What it was held for while it was not read to its end.
    pub held: Vec<Hold>,
    /// Is it read or handed off on some path?
    pub has_good_end: bool,
    /// Was it given to something that cannot be seen?
    pub has_unknown_end: bool,
    /// Ends that were seen with a client that was not used again, and never with one that was: they cost something
    /// only if somebody else hands in the client.
    doubtful: BTreeSet<End>,
}

impl Verdict {
    /// Sorts the ends of a finding.
    pub fn of(blamed: &Blamed) -> Self {
        let finding = &blamed.finding;
        let with = |ending: Ending| finding.ends.iter().filter(move |end| end.ending == ending).copied();
        let has = |ending: Ending| with(ending).next().is_some();
        let doubtful: BTreeSet<End> = finding.harmless.difference(&finding.sure).copied().collect();
        let without_doubt = |ends: Vec<End>| match ends.iter().all(|end| doubtful.contains(end)) {
            true => ends,
            false => ends.into_iter().filter(|end| !doubtful.contains(end)).collect(),
        };
        Verdict {
            origin: finding.origin,
            adt: finding.adt,
            callers: blamed.callers.clone(),
            by_signature: finding.by_signature,
            // Where reading had begun on one path to an exit, the exit is told for that.
            unread: without_doubt(
                with(Ending::Unread)
                    .filter(|end| !end.is_error_status())
                    .filter(|end| with(Ending::PartlyRead).all(|partly| partly.exit != end.exit))
                    .collect(),
            ),
            partly: without_doubt(with(Ending::PartlyRead).collect()),
            error_status: with(Ending::Unread).filter(End::is_error_status).collect(),
            // In a helper it is told there.
            cancelled: with(Ending::Cancelled).filter(|end| end.via.is_none()).collect(),
            held: finding.held.iter().copied().collect(),
            has_good_end: has(Ending::Drained) || has(Ending::HandedOff),
            has_unknown_end: has(Ending::Unknown),
            doubtful,
        }
    }

    /// Does each of these ends cost something only if somebody else hands in the client?
    pub fn is_doubtful(&self, ends: &[End]) -> bool {
        !ends.is_empty() && ends.iter().all(|end| self.doubtful.contains(end))
    }

    /// Is there a path on which it does not die unread?
    pub fn survives_somewhere(&self) -> bool {
        self.has_good_end || self.has_unknown_end || !self.partly.is_empty()
    }
}
