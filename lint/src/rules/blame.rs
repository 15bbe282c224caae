//! Where a problem is told: at the call that obtained the response, or at the helper that loses what it is given.
//!
//! A helper that loses its parameter makes every caller suffer. That is one problem, told once, at the parameter,
//! with all the callers' origins beside it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    flow::{End, Ending, Finding, graph::Exit},
    source::Span,
};

/// A finding, and for a parameter the origins of what its callers give.
#[derive(Clone, Debug)]
pub struct Blamed {
    pub finding: Finding,
    pub callers: Vec<Span>,
}

/// Moves the ends that helpers are to blame for from their callers to them. In the order of the text.
pub fn blame(findings: &BTreeMap<Span, Finding>) -> Vec<Blamed> {
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
                Some(owner) => {
                    callers.entry(*owner).or_default().insert(*span);
                    // For the caller it was handed to somebody who is told.
                    own.ends.insert(End { ending: Ending::HandedOff, exit: None, via: None });
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
