//! The ends of one origin's obligations, sorted.

use crate::{
    flow::{End, Ending, Origin, graph::ExitKind},
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
    /// Where the client itself drops it because of an error status.
    pub error_status: Vec<End>,
    /// Is it read or handed off on some path?
    pub has_good_end: bool,
    /// Was it given to something that cannot be seen?
    pub has_unknown_end: bool,
}

impl Verdict {
    /// Sorts the ends of a finding.
    pub fn of(blamed: &Blamed) -> Self {
        let finding = &blamed.finding;
        let is_error_status = |end: &End| end.exit.is_some_and(|exit| exit.kind == ExitKind::ErrorStatus);
        let with = |ending: Ending| finding.ends.iter().filter(move |end| end.ending == ending).copied();
        let has = |ending: Ending| with(ending).next().is_some();
        Verdict {
            origin: finding.origin,
            adt: finding.adt,
            callers: blamed.callers.clone(),
            by_signature: finding.by_signature,
            // Where reading had begun on one path to an exit, the exit is told for that.
            unread: with(Ending::Unread)
                .filter(|end| !is_error_status(end))
                .filter(|end| with(Ending::PartlyRead).all(|partly| partly.exit != end.exit))
                .collect(),
            partly: with(Ending::PartlyRead).collect(),
            error_status: with(Ending::Unread).filter(is_error_status).collect(),
            has_good_end: has(Ending::Drained) || has(Ending::HandedOff),
            has_unknown_end: has(Ending::Unknown),
        }
    }

    /// Is there a path on which it does not die unread?
    pub fn survives_somewhere(&self) -> bool {
        self.has_good_end || self.has_unknown_end || !self.partly.is_empty()
    }
}
