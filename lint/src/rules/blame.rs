//! Where a problem is told: at the call that obtained the response, or at the helper that loses what it is given.
//!
//! A helper that loses its parameter makes every caller suffer. That is one problem, told once, at the parameter,
//! with all the callers' origins beside it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    flow::{
        End, Ending, Finding, Origin,
        graph::{Exit, ExitKind},
    },
    index::FunId,
    source::Span,
};

/// A finding, and for a parameter the origins of what its callers give.
#[derive(Clone, Debug)]
pub(crate) struct Blamed {
    pub finding: Finding,
    pub callers: Vec<Span>,
}

/// Moves the ends that helpers are to blame for from their callers to them. In the order of the text.
///
/// A helper with a generic parameter has no finding of its own; if several callers suffer, it gets one. `parameter`
/// tells where a function takes its parameter of that number.
pub(crate) fn blame(
    findings: &BTreeMap<Span, Finding>,
    parameter: impl Fn((FunId, u8)) -> Option<Origin>,
) -> Vec<Blamed> {
    let mut all = findings.clone();
    // The exits at which a parameter is lost, by the parameter.
    let mut owners: BTreeMap<Exit, Span> = BTreeMap::new();
    for (span, finding) in findings.iter().filter(|(_, finding)| finding.origin.is_param) {
        owners.extend(lost(finding).filter(|end| end.via.is_none()).filter_map(|end| Some((end.exit?, *span))));
    }
    for ((into, exit), suffering) in sufferers(findings) {
        if owners.contains_key(&exit) || suffering.len() < 2 {
            continue;
        }
        let Some(origin) = parameter(into) else { continue };
        owners.insert(exit, origin.span);
        let helper = all.entry(origin.span).or_insert_with(|| {
            let mut ends = BTreeSet::new();
            // Where a caller's body survives, it may be the helper that reads it.
            if suffering.iter().any(|finding| finding.ends.iter().any(survives)) {
                ends.insert(End { ending: Ending::Unknown, exit: None, via: None, into: None });
            }
            Finding { origin, ends, ..suffering[0].clone() }
        });
        let here = suffering.iter().flat_map(|finding| lost(finding)).filter(|end| end.exit == Some(exit));
        helper.ends.extend(here.map(|end| End { via: None, into: None, ..*end }));
    }
    // What a helper does while it has its parameter is told there.
    let params = findings.values().filter(|finding| finding.origin.is_param);
    let told_there: BTreeSet<Span> = params.flat_map(|finding| &finding.held).map(|hold| hold.span).collect();
    for finding in all.values_mut().filter(|finding| !finding.origin.is_param) {
        finding.held.retain(|hold| !told_there.contains(&hold.span));
    }
    let mut callers: BTreeMap<Span, BTreeSet<Span>> = BTreeMap::new();
    for (span, finding) in &mut all {
        finding.ends.retain(|end| {
            let is_lost = matches!(end.ending, Ending::Unread | Ending::PartlyRead);
            let owner = end.exit.filter(|_| is_lost).and_then(|exit| owners.get(&exit));
            match owner.filter(|owner| *owner != span) {
                // Told there, so not here.
                Some(owner) => {
                    callers.entry(*owner).or_default().insert(*span);
                    false
                }
                None => true,
            }
        });
    }
    let told = |finding: &Finding| callers.get(&finding.origin.span).into_iter().flatten().copied().collect();
    all.into_values().map(|finding| Blamed { callers: told(&finding), finding }).collect()
}

/// The findings that a helper's exit makes, by the helper's parameter and the exit.
fn sufferers(findings: &BTreeMap<Span, Finding>) -> BTreeMap<((FunId, u8), Exit), Vec<&Finding>> {
    let mut all: BTreeMap<_, Vec<&Finding>> = BTreeMap::new();
    for finding in findings.values().filter(|finding| !finding.origin.is_param) {
        // Who calls what it was handed is not to blame for what that does.
        let by_itself = |exit: &Exit| exit.kind != ExitKind::Callback;
        let keys: BTreeSet<_> =
            lost(finding).filter_map(|end| Some((end.into?, end.exit.filter(by_itself)?))).collect();
        for key in keys {
            all.entry(key).or_default().push(finding);
        }
    }
    all
}

fn lost(finding: &Finding) -> impl Iterator<Item = &End> {
    finding.ends.iter().filter(|end| matches!(end.ending, Ending::Unread | Ending::PartlyRead))
}

fn survives(end: &End) -> bool {
    matches!(end.ending, Ending::Drained | Ending::HandedOff | Ending::Unknown)
}
