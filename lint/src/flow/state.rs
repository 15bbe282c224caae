//! What is known at one point of a body: values in cells, and the obligations that are alive.
//!
//! A [`State`] is one disjunct: every value in it is definite or unknown. Cells are the locals of the body, then
//! the places outside of it that references lead to.

use super::{
    graph::{Exit, ExitKind, Step},
    pools::Pools,
    status::StatusSet,
    value::{Origin, Value},
};
use crate::{
    index::{AdtId, FunId, Name},
    source::Span,
};

/// An obligation: a body that must reach its end or be handed off.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Obligation {
    /// `None` for one that the caller gave; only the caller knows.
    pub origin: Option<Origin>,
    /// The stub's type.
    pub adt: AdtId,
    /// Was reading begun?
    pub started: bool,
    /// Owes nothing: HEAD, HTTP/2 only, no pool.
    pub exempt: bool,
    /// Was it made because of a signature, not a call that was seen?
    pub by_signature: bool,
    /// Did the client's own test of its status make an error of it?
    pub refused: bool,
    pub status: StatusSet,
    /// The pool it came from, if that was made in sight.
    pub pool: Option<Origin>,
    /// Was another request sent through that pool while this one was unread?
    pub is_held: bool,
    pub end: Option<End>,
}

/// How an obligation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct End {
    pub ending: Ending,
    /// Where its holder died, if it did.
    pub exit: Option<Exit>,
    /// The call into a helper of the user's in which that happened.
    pub via: Option<Span>,
    /// The helper, and which of its parameters (the receiver counts) had it.
    pub into: Option<(FunId, u8)>,
}

impl End {
    /// Did the client itself drop the body because of an error status?
    pub fn is_error_status(&self) -> bool {
        self.ending == Ending::Unread && self.exit.is_some_and(|exit| exit.kind == ExitKind::ErrorStatus)
    }
}

/// The endings of an obligation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ending {
    /// Read to its end.
    Drained,
    /// Given to somebody who is now in charge.
    HandedOff,
    /// The body itself failed.
    Failed,
    /// The future that had it lost a race.
    Cancelled,
    /// Owed nothing: no body, no pool, or an upgrade.
    Exempt,
    /// Given to something that cannot be seen.
    Unknown,
    /// No longer followed, since another element of the same collection is.
    Skipped,
    PartlyRead,
    Unread,
}

/// One disjunct.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct State {
    pub cells: Cells,
    pub obligations: Vec<Obligation>,
    pub pools: Pools,
}

/// The cells of which something is known, in order: most are not, and states are copied often.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Cells(Vec<(u32, Value)>);

impl Cells {
    /// The value of a cell.
    pub fn get(&self, cell: u32) -> &Value {
        match self.0.binary_search_by_key(&cell, |(cell, _)| *cell) {
            Ok(at) => &self.0[at].1,
            Err(_) => &Value::Unknown,
        }
    }

    /// Overwrites a cell.
    pub fn set(&mut self, cell: u32, value: Value) {
        match (self.0.binary_search_by_key(&cell, |(cell, _)| *cell), value) {
            (Ok(at), Value::Unknown) => {
                self.0.remove(at);
            }
            (Ok(at), value) => self.0[at].1 = value,
            (Err(_), Value::Unknown) => {}
            (Err(at), value) => self.0.insert(at, (cell, value)),
        }
    }

    /// The cells of which something is known.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Value)> {
        self.0.iter().map(|(cell, value)| (*cell, value))
    }

    /// Forgets the others.
    pub fn retain(&mut self, keep: impl Fn(u32) -> bool) {
        self.0.retain(|(cell, _)| keep(*cell));
    }

    /// Replaces all values.
    pub fn map(&mut self, mut f: impl FnMut(Value) -> Value) {
        for (_, value) in &mut self.0 {
            *value = f(std::mem::replace(value, Value::Unknown));
        }
        self.0.retain(|(_, value)| *value != Value::Unknown);
    }
}

/// A place with all references followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    pub cell: u32,
    pub path: Vec<Name>,
    /// Does it lie behind a reference, and may that be written?
    pub behind: Option<bool>,
}

impl State {
    /// Follows a place.
    pub fn locate(&self, place: &super::graph::Place) -> Location {
        let mut location = Location { cell: place.local.0, path: Vec::new(), behind: None };
        for step in &place.path {
            self.follow(&mut location);
            if let Step::Field(name) = step {
                location.path.push(name.clone());
            }
        }
        location
    }

    /// Is the place behind a reference or pointer of which it is not known where it leads?
    pub fn leads_away(&self, place: &super::graph::Place) -> bool {
        let mut location = Location { cell: place.local.0, path: Vec::new(), behind: None };
        for step in &place.path {
            self.follow(&mut location);
            match step {
                Step::Field(name) => location.path.push(name.clone()),
                Step::Deref if location.behind.is_none() && *self.peek(&location) == Value::Unknown => return true,
                Step::Deref => {}
            }
        }
        false
    }

    /// If a reference is there, goes to where it leads.
    pub fn follow(&self, location: &mut Location) {
        if let Value::Ref { cell, path, mutable } = self.peek(location) {
            let behind = Some(*mutable && location.behind.unwrap_or(true));
            *location = Location { cell: *cell, path: path.clone(), behind };
        }
    }

    /// The value at a location.
    pub fn peek(&self, location: &Location) -> &Value {
        self.cells.get(location.cell).at(&location.path)
    }

    /// The same, to keep.
    pub fn get(&self, location: &Location) -> Value {
        self.peek(location).clone()
    }

    /// Overwrites the value at a location.
    pub fn set(&mut self, location: &Location, value: Value) {
        if location.path.is_empty() {
            return self.cells.set(location.cell, value);
        }
        let mut cell = self.cells.get(location.cell).clone();
        cell.put(&location.path, value);
        self.cells.set(location.cell, cell);
    }

    /// Takes what holds an obligation, copies what does not.
    pub fn take(&mut self, location: &Location) -> Value {
        let value = self.get(location);
        if value.holds() {
            self.set(location, Value::Unknown);
        }
        value
    }

    /// The obligations in a value. With `through`, also those that its references lead to.
    pub fn held(&self, value: &Value, through: bool) -> Vec<u32> {
        self.held_outside(value, through, &|_| false)
    }

    /// The same, without looking into values of some types.
    pub fn held_outside(&self, value: &Value, through: bool, is_opaque: &impl Fn(AdtId) -> bool) -> Vec<u32> {
        let mut found = Vec::new();
        let mut seen: Vec<(u32, Vec<Name>)> = Vec::new();
        let mut look = |value: &Value, next: &mut Vec<(u32, Vec<Name>)>| {
            value.walk_outside(is_opaque, &mut |v| match v {
                Value::Body(n) if !found.contains(n) => found.push(*n),
                Value::Ref { cell, path, .. } if through => next.push((*cell, path.clone())),
                _ => {}
            });
        };
        let mut work = Vec::new();
        look(value, &mut work);
        while let Some(target) = work.pop() {
            if !seen.contains(&target) {
                look(self.cells.get(target.0).at(&target.1), &mut work);
                seen.push(target);
            }
        }
        found
    }

    /// The type of the value, or of what it refers to.
    pub fn type_of(&self, value: &Value) -> Option<AdtId> {
        match value {
            Value::Struct { adt, .. } => *adt,
            Value::Ref { cell, path, .. } => match self.cells.get(*cell).at(path) {
                Value::Struct { adt, .. } => *adt,
                _ => None,
            },
            _ => None,
        }
    }

    /// Does something that can be reached from the value fit?
    /// Values of some types are not looked into.
    pub fn reaches(
        &self,
        value: &Value,
        is_opaque: &impl Fn(AdtId) -> bool,
        test: &mut impl FnMut(&Value) -> bool,
    ) -> bool {
        let mut any = false;
        let mut seen: Vec<u32> = Vec::new();
        let mut work = vec![value];
        while let Some(value) = work.pop() {
            let mut next = Vec::new();
            value.walk_outside(is_opaque, &mut |v| {
                any |= test(v);
                if let Value::Ref { cell, path, .. } = v
                    && !seen.contains(cell)
                {
                    seen.push(*cell);
                    next.push((*cell, path.clone()));
                }
            });
            work.extend(next.iter().map(|(cell, path)| self.cells.get(*cell).at(path)));
        }
        any
    }
}
