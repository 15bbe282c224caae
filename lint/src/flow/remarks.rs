//! What a run noticed besides the ends of bodies: habits that keep connections from being used again.
//!
//! A [`Remark`] is a fact about one place, with the places that belong to it. What is said of it, and whether, is for
//! the rules.

use std::collections::{BTreeMap, BTreeSet};

use super::value::Origin;
use crate::source::Span;

/// What was noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Remark {
    /// A pool served a request, and died in the function that made it. With the loop in which that happens.
    ShortLived,
    /// A function is called that makes a client of its own. With the loop in which that happens.
    OneShot,
    /// A setting keeps the connections from being used again.
    ReuseDisabled,
    /// The same setting leaves them alone, on another path.
    ReuseKept,
}

/// What stands near the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Near {
    /// A loop around it.
    Loop,
    /// A call of the function that it stands in, and the loop around that.
    Call,
}

/// All remarks, in the order of the text.
pub type Remarks = BTreeMap<(Remark, Origin), BTreeSet<(Near, Span)>>;

/// What is switched off on some paths only is somebody's choice, and is forgotten.
pub fn forget_choices(remarks: &mut Remarks) {
    let kept: BTreeSet<Origin> =
        remarks.keys().filter(|(remark, _)| *remark == Remark::ReuseKept).map(|(_, origin)| *origin).collect();
    remarks.retain(|(remark, origin), _| match remark {
        Remark::ReuseDisabled => !kept.contains(origin),
        Remark::ReuseKept => false,
        _ => true,
    });
}

/// What both noticed.
pub fn merge(into: &mut Remarks, other: Remarks) {
    for (what, near) in other {
        into.entry(what).or_default().extend(near);
    }
}
