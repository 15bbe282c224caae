//! Which places of the user's code are reached again and again: in loops, in closures that are called for each item,
//! and in functions that are called from there.
//!
//! Only turns that go well count: a loop that sends again because of an error, or waits until a server is there, has no
//! connection to use again.
//! Callers are looked for one call deep, by the function's name in their text.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::{hot, program::Program};
use crate::{
    flow::{
        Bodies as _, Finding, Findings, Near, Remark, Remarks,
        graph::{BlockId, Body, Call, Callee, Lowered, Operand, Place, Rvalue, Stmt, Term},
    },
    index::{FunId, Index, Name, Owner},
    source::{Sources, Span},
    types::Lookup,
};

/// Callers of one function beyond which none is looked at: its name is too common.
const MOST_CALLERS: usize = 100;

/// Traits whose methods call a closure for each item.
const FOR_EACH_ITEM: &[&str] = &["Iterator", "StreamExt", "TryStreamExt"];

/// Adds the calls of functions with clients of their own to the remarks, and keeps of those that need a loop the ones
/// that have one.
pub fn complete(
    lookup: &Lookup,
    sources: &Sources,
    program: &Program,
    roots: &[FunId],
    is_wanted: impl Fn(&FunId) -> bool,
    remarks: &mut Remarks,
) {
    let index = lookup.index;
    for root in roots {
        let Some(lowered) = program.fun(*root) else { continue };
        for call in lowered.bodies.iter().flat_map(calls).map(|(_, call)| call) {
            if matches!(call.callee, Callee::Fun(fun) if program.is_one_shot(fun)) {
                let owner = Some(*root);
                let at = crate::flow::Origin { span: call.span, owner, inner: None, is_param: false, left: false };
                remarks.entry((Remark::OneShot, at)).or_default();
            }
        }
    }
    remarks.retain(|(remark, origin), near| {
        if !matches!(remark, Remark::ShortLived | Remark::OneShot) {
            return true;
        }
        let Some((fun, lowered)) = origin.owner.and_then(|fun| Some((fun, program.fun(fun)?))) else { return false };
        let Some((body, block)) = place_of(&lowered, origin.span) else { return false };
        if let Some(around) = loop_around(index, &lowered, body, block) {
            near.insert((Near::Loop, around));
            return true;
        }
        // A client that is asked for each item serves more than one request.
        if *remark == Remark::ShortLived && lowered.bodies.iter().any(|body| takes_items(index, body).next().is_some())
        {
            return false;
        }
        let callers = callers(lookup, sources, fun);
        for caller in callers.iter().filter(|caller| is_wanted(caller)) {
            let Some(lowered) = program.fun(*caller) else { continue };
            for (n, body) in lowered.bodies.iter().enumerate() {
                for (block, call) in calls(body) {
                    if matches!(call.callee, Callee::Fun(called) if called == fun)
                        && let Some(around) = loop_around(index, &lowered, n, block)
                    {
                        near.extend([(Near::Call, call.span), (Near::Loop, around)]);
                    }
                }
            }
        }
        !near.is_empty()
    });
}

/// A body that a loop reads piece by piece is held for what the loop does with each piece: that is how a stream is passed
/// on, and nobody could read it before.
pub fn forget_streams(index: &Index, program: &Program, findings: &mut Findings) {
    let is_begun = |finding: &&mut Finding| finding.held.iter().any(|hold| hold.started);
    for finding in findings.by_origin.values_mut().filter(is_begun) {
        let Some(lowered) = finding.origin.owner.and_then(|fun| program.fun(fun)) else { continue };
        let turns = |span| place_of(&lowered, span).and_then(|(body, block)| loop_around(index, &lowered, body, block));
        let of_origin = turns(finding.origin.span);
        finding.held.retain(|hold| !hold.started || turns(hold.span).is_none_or(|around| Some(around) == of_origin));
    }
}

/// The functions that say the name of a function and have something that could be a loop, if they are not too many.
fn callers(lookup: &Lookup, sources: &Sources, fun: FunId) -> Vec<FunId> {
    let index = lookup.index;
    let called = &index[fun];
    let name = called.name.as_str();
    let found = (0..index.funs.len()).map(|n| FunId(n as u32)).filter(|id| {
        let own = &index[*id];
        let Some(body) = own.body else { return false };
        if *id == fun
            || index[own.krate].stub.is_some()
            || !lookup.visible[own.krate.0 as usize].contains(&called.krate)
        {
            return false;
        }
        let text = sources.slice(body);
        let says = text.match_indices(name).any(|(at, _)| {
            hot::is_word(text, at, at + name.len()) && hot::called_so(text, at, called.receiver.is_some())
        });
        says && ["for ", "while ", "loop", "|"].iter().any(|word| text.contains(word))
    });
    let found: Vec<_> = found.take(MOST_CALLERS + 1).collect();
    if found.len() > MOST_CALLERS { Vec::new() } else { found }
}

fn calls(body: &Body) -> impl Iterator<Item = (BlockId, &Call)> {
    let numbered = (0..).map(BlockId).zip(&body.blocks);
    numbered.flat_map(|(block, steps)| {
        steps.stmts.iter().filter_map(move |stmt| match stmt {
            Stmt::Assign(_, Rvalue::Call(call), _) => Some((block, call)),
            _ => None,
        })
    })
}

/// The body and the block of the call with this place.
fn place_of(lowered: &Lowered, span: Span) -> Option<(usize, BlockId)> {
    let mut all = lowered.bodies.iter().enumerate().flat_map(|(n, body)| calls(body).map(move |found| (n, found)));
    all.find(|(_, (_, call))| call.span == span).map(|(n, (block, _))| (n, block))
}

/// The innermost loop, or the call of a function for each item, in which a block is reached again after all went well.
fn loop_around(index: &Index, lowered: &Lowered, body: usize, block: BlockId) -> Option<Span> {
    let this = &lowered.bodies[body];
    for (n, (head, word)) in this.loops.iter().enumerate().rev() {
        let outer: Vec<BlockId> = this.loops[..n].iter().map(|(head, _)| *head).collect();
        let is_inside =
            *head == block || reaches(*head, block, &outer, &|at| all_next(&this.blocks[at.0 as usize].term));
        if is_inside && reaches(block, *head, &outer, &|at| next_if_well(index, this, at)) {
            return Some(*word);
        }
    }
    // A closure or `async` block stands where it is made.
    lowered.bodies.iter().enumerate().find_map(|(outer, around)| {
        let (block, made) = (0..).map(BlockId).zip(&around.blocks).find_map(|(block, steps)| {
            steps.stmts.iter().find_map(|stmt| match stmt {
                Stmt::Assign(place, Rvalue::Closure { body: made, .. }, _) if *made as usize == body => {
                    Some((block, place.local))
                }
                _ => None,
            })
        })?;
        let for_items = takes_items(index, around).find(|(_, local)| *local == made).map(|(call, _)| call.span);
        for_items.or_else(|| loop_around(index, lowered, outer, block))
    })
}

/// The calls that are given a closure for each item, with the local that holds it.
fn takes_items<'a>(index: &'a Index, body: &'a Body) -> impl Iterator<Item = (&'a Call, crate::flow::graph::Local)> {
    let closures: FxHashSet<_> = body
        .blocks
        .iter()
        .flat_map(|block| &block.stmts)
        .filter_map(|stmt| match stmt {
            Stmt::Assign(place, Rvalue::Closure { .. }, _) => Some(place.local),
            _ => None,
        })
        .collect();
    calls(body).filter(|(_, call)| is_for_each_item(index, call)).flat_map(move |(_, call)| {
        let locals = call.args.iter().filter_map(|arg| match arg {
            Operand::Place(place) => Some(place.local),
            _ => None,
        });
        let found: Vec<_> = locals.filter(|local| closures.contains(local)).map(|local| (call, local)).collect();
        found
    })
}

fn is_for_each_item(index: &Index, call: &Call) -> bool {
    let (Callee::Fun(fun) | Callee::Method { fun, .. }) = &call.callee else { return false };
    let fun = &index[*fun];
    let owner = match fun.owner {
        Owner::Trait(id) => Some(index[id].name.as_str()),
        Owner::Impl(id) => {
            let path = index[id].trait_ref.as_ref();
            path.and_then(|path| path.segments.last()).map(|segment| segment.name.as_str())
        }
        Owner::Free => None,
    };
    index[fun.krate].stub.is_some() && owner.is_some_and(|owner| FOR_EACH_ITEM.contains(&owner))
}

/// Does a way of at least one step lead from one block to another?
fn reaches(from: BlockId, to: BlockId, without: &[BlockId], next: &impl Fn(BlockId) -> Vec<BlockId>) -> bool {
    let mut seen: BTreeSet<BlockId> = BTreeSet::new();
    let mut work = vec![from];
    while let Some(block) = work.pop() {
        for next in next(block) {
            if next == to {
                return true;
            }
            if !without.contains(&next) && seen.insert(next) {
                work.push(next);
            }
        }
    }
    false
}

fn all_next(term: &Term) -> Vec<BlockId> {
    match term {
        Term::Goto(next) => vec![*next],
        Term::Variant { yes, no, .. } | Term::Branch { yes, no, .. } => vec![*yes, *no],
        Term::Try { go_on, leave, .. } => vec![*go_on, *leave],
        Term::Return | Term::Diverge => Vec::new(),
    }
}

/// The same, without the ways of errors.
fn next_if_well(index: &Index, body: &Body, block: BlockId) -> Vec<BlockId> {
    let block = &body.blocks[block.0 as usize];
    match &block.term {
        Term::Try { go_on, .. } => vec![*go_on],
        Term::Variant { variant, yes, .. } if variant == "Ok" => vec![*yes],
        Term::Variant { variant, no, .. } if variant == "Err" => vec![*no],
        Term::Branch { cond: Operand::Place(cond), yes, no } => match goes_well(index, body, cond) {
            Some(true) => vec![*yes],
            Some(false) => vec![*no],
            None => all_next(&block.term),
        },
        term => all_next(term),
    }
}

/// Does a condition say that a request went well, or that it did not? Told by the last words in it: `is_err()`,
/// `is_success()`, `status() == ..`.
fn goes_well(index: &Index, body: &Body, cond: &Place) -> Option<bool> {
    match assigned(body, cond)? {
        Rvalue::Not(Operand::Place(inner)) => goes_well(index, body, inner).map(|well| !well),
        Rvalue::Eq(left, right) => (is_status(index, body, left) || is_status(index, body, right)).then_some(true),
        rvalue => match called(index, rvalue)?.as_str() {
            "is_ok" | "is_success" => Some(true),
            "is_err" | "is_client_error" | "is_server_error" => Some(false),
            _ => None,
        },
    }
}

fn is_status(index: &Index, body: &Body, operand: &Operand) -> bool {
    let (Operand::Place(place) | Operand::Ref { place, .. }) = operand else { return false };
    let mut rvalue = assigned(body, place);
    // A variable, and what it was made of.
    for _ in 0..3 {
        let (Some(Rvalue::Use(Operand::Place(from))) | Some(Rvalue::Bind(from))) = rvalue else { break };
        rvalue = assigned(body, from);
    }
    rvalue.and_then(|rvalue| called(index, rvalue)).is_some_and(|name| name == "status")
}

/// What a place is first made of.
fn assigned<'a>(body: &'a Body, place: &Place) -> Option<&'a Rvalue> {
    body.blocks.iter().flat_map(|block| &block.stmts).find_map(|stmt| match stmt {
        Stmt::Assign(to, rvalue, _) if to == place => Some(rvalue),
        _ => None,
    })
}

fn called<'a>(index: &'a Index, rvalue: &Rvalue) -> Option<&'a Name> {
    match rvalue {
        Rvalue::Call(Call { callee: Callee::Fun(fun), .. }) => Some(&index[*fun].name),
        _ => None,
    }
}
