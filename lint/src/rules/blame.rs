//! Where a problem is told: at the call that obtained the response, or at the helper that loses what it is given.
//!
//! A helper that loses its parameter makes every caller suffer. That is one problem, told once, at the parameter,
//! with all the callers' origins beside it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    flow::{End, Ending, Finding, Origin, graph::Exit},
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
/// A helper with a generic parameter has no finding of its own; if several callers suffer, it gets one.
/// `parameter` tells where the helper around an exit takes what it loses.
pub(crate) fn blame(findings: &BTreeMap<Span, Finding>, parameter: impl Fn(Exit) -> Option<Origin>) -> Vec<Blamed> {
    let mut findings = findings.clone();
    let mut sufferers: BTreeMap<Exit, Vec<Finding>> = BTreeMap::new();
    for finding in findings.values().filter(|finding| !finding.origin.is_param) {
        for exit in lost(finding).filter(|end| end.via.is_some()).filter_map(|end| end.exit) {
            sufferers.entry(exit).or_default().push(finding.clone());
        }
    }
    for (exit, suffering) in sufferers.into_iter().filter(|(_, suffering)| suffering.len() > 1) {
        let Some(origin) = parameter(exit) else { continue };
        let helper = findings.entry(origin.span).or_insert_with(|| {
            // What else becomes of it is not known.
            let unknown = End { ending: Ending::Unknown, exit: None, via: None };
            Finding { origin, ends: [unknown].into(), ..suffering[0].clone() }
        });
        let here = suffering.iter().flat_map(lost).filter(|end| end.exit == Some(exit));
        helper.ends.extend(here.map(|end| End { via: None, ..*end }));
    }
    let findings = &findings;
    // The exits at which a parameter is lost, by the parameter.
    let mut owners: BTreeMap<Exit, Span> = BTreeMap::new();
    for (span, finding) in findings.iter().filter(|(_, finding)| finding.origin.is_param) {
        owners.extend(lost(finding).filter(|end| end.via.is_none()).filter_map(|end| Some((end.exit?, *span))));
    }
    let mut callers: BTreeMap<Span, BTreeSet<Span>> = BTreeMap::new();
    let mut rest: Vec<Finding> = Vec::new();
    for (span, finding) in findings {
        let owner = |end: &End| {
            let is_lost = matches!(end.ending, Ending::Unread | Ending::PartlyRead);
            end.exit.filter(|_| is_lost).and_then(|exit| owners.get(&exit)).filter(|owner| *owner != span)
        };
        let mut own = finding.clone();
        own.ends.clear();
        for end in &finding.ends {
            match owner(end) {
                // Told there, so not here.
                Some(owner) => {
                    callers.entry(*owner).or_default().insert(*span);
                }
                None => {
                    own.ends.insert(*end);
                }
            }
        }
        rest.push(own);
    }
    let told = |finding: &Finding| callers.get(&finding.origin.span).into_iter().flatten().copied().collect();
    rest.into_iter().map(|finding| Blamed { callers: told(&finding), finding }).collect()
}

fn lost(finding: &Finding) -> impl Iterator<Item = &End> {
    finding.ends.iter().filter(|end| matches!(end.ending, Ending::Unread | Ending::PartlyRead))
}
