//! What is known at one point of a body: values in cells, and the obligations that are alive.
//!
//! A [`State`] is one disjunct: every value in it is definite or unknown. Cells are the locals of the body, then
//! the places outside of it that references lead to. States are copied at each branch, so what values consist of is
//! shared between the copies.

use std::rc::Rc;

use super::{
    graph::{Exit, ExitKind, Shape, Step},
    pools::Pools,
    status::StatusSet,
};
use crate::{
    index::{AdtId, FunId, Name},
    source::Span,
};

/// How many structs deep an outline goes: `Err(Error::Status(..))` and `Ok(Some(..))` are two.
const OUTLINE_DEPTH: usize = 2;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Value {
    /// Nothing is known, or nothing is there: moved out, not yet assigned. It holds no obligation that is followed.
    Unknown,
    /// A body: the number of its obligation.
    Body(u32),
    /// A struct, tuple or variant. Fields that are not listed are unknown.
    Struct {
        adt: Option<AdtId>,
        variant: Option<Name>,
        fields: Rc<Vec<(Name, Value)>>,
    },
    /// A reference. It never leads to another reference.
    Ref {
        cell: u32,
        path: Vec<Name>,
        mutable: bool,
    },
    /// A closure, or an `async` block that was not awaited. With `at`, the function around it returned it from that
    /// call.
    Closure {
        body: BodyKey,
        captures: Rc<Vec<Value>>,
        at: Option<Origin>,
    },
    /// An `async fn` that was called and not awaited.
    Pending {
        fun: FunId,
        args: Rc<Vec<Value>>,
        at: Origin,
    },
    /// A future of which only the output's type is known.
    Promise {
        shape: Shape,
        at: Origin,
    },
    Fun(FunId),
    Ctor(AdtId, u32),
    Bool(bool),
    Int(i128),
    /// A number that is not zero.
    Positive,
    Str(Name),
    Status(u16),
    StatusOf(u32),
    /// True says one thing about an obligation's status, false another.
    StatusTest {
        of: u32,
        yes: StatusSet,
        no: StatusSet,
    },
    /// A client's connection pool, by the place where the client was made.
    Pool(Origin),
    /// A client whose bodies owe nothing.
    Exempt,
}

/// A body among those of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BodyKey {
    Fun(FunId, u32),
    Const(crate::index::ConstId, u32),
}

impl BodyKey {
    /// The function whose text it stands in.
    pub fn owner(self) -> Option<FunId> {
        match self {
            BodyKey::Fun(fun, _) => Some(fun),
            BodyKey::Const(..) => None,
        }
    }
}

/// Where something came into being.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Origin {
    pub span: Span,
    /// The function in whose text `span` stands.
    pub owner: Option<FunId>,
    /// For a value that a function of the user's returned: where that function got it.
    pub inner: Option<Span>,
    /// Is it a parameter, whose true origin is not seen?
    pub is_param: bool,
    /// Of a call: is it of a closure that outlived the function around it? What comes out is then the caller's.
    pub left: bool,
}

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

impl Value {
    /// A struct, tuple or variant. What is unknown in it is left out, and what says nothing is unknown: the same
    /// knowledge then looks the same, and is met again.
    pub fn structure(adt: Option<AdtId>, variant: Option<Name>, mut fields: Vec<(Name, Value)>) -> Value {
        fields.retain(|(_, value)| *value != Value::Unknown);
        if variant.is_none() && fields.is_empty() {
            // Its type alone is no knowledge about this value.
            return Value::Unknown;
        }
        fields.sort();
        Value::Struct { adt, variant, fields: Rc::new(fields) }
    }

    /// A variant of an enum with nothing in it that is known.
    pub fn variant(name: impl Into<Name>) -> Value {
        Value::Struct { adt: None, variant: Some(name.into()), fields: Rc::default() }
    }

    /// Does it hold an obligation itself, not through references?
    pub fn holds(&self) -> bool {
        match self {
            Value::Body(_) => true,
            Value::Struct { fields, .. } => fields.iter().any(|(_, v)| v.holds()),
            Value::Closure { captures, .. } => captures.iter().any(Value::holds),
            Value::Pending { args, .. } => args.iter().any(Value::holds),
            _ => false,
        }
    }

    /// Calls `f` with each value inside, itself included.
    pub fn walk(&self, f: &mut impl FnMut(&Value)) {
        self.walk_outside(&|_| false, f);
    }

    /// The same, without those inside of some types.
    fn walk_outside(&self, is_opaque: &impl Fn(AdtId) -> bool, f: &mut impl FnMut(&Value)) {
        f(self);
        match self {
            Value::Struct { adt: Some(adt), .. } if is_opaque(*adt) => {}
            Value::Struct { fields, .. } => fields.iter().for_each(|(_, v)| v.walk_outside(is_opaque, f)),
            Value::Closure { captures: inner, .. } | Value::Pending { args: inner, .. } => {
                inner.iter().for_each(|v| v.walk_outside(is_opaque, f));
            }
            _ => {}
        }
    }

    /// Does it mean the same everywhere, whatever cells, bodies and calls are numbered or named?
    pub fn is_constant(&self) -> bool {
        let mut constant = true;
        self.walk(&mut |value| {
            constant &= matches!(
                value,
                Value::Unknown
                    | Value::Struct { .. }
                    | Value::Fun(_)
                    | Value::Ctor(..)
                    | Value::Bool(_)
                    | Value::Int(_)
                    | Value::Positive
                    | Value::Str(_)
                    | Value::Status(_)
                    | Value::Exempt
            );
        });
        constant
    }

    /// Without the details of an error that hold nothing: callers tell errors apart by their kinds, while each describes
    /// all that led to it, so that there are as many as there are ways to it.
    pub fn without_details(self) -> Value {
        match &self {
            Value::Struct { variant: Some(name), .. } if name == "Err" => self.outline(),
            _ => self,
        }
    }

    /// Without what is only said, and holds nothing, further inside than anybody looks.
    pub fn outline(self) -> Value {
        self.cut(OUTLINE_DEPTH)
    }

    fn cut(self, depth: usize) -> Value {
        match self {
            Value::Struct { .. } if depth == 0 && self.is_constant() => Value::Unknown,
            Value::Struct { adt, variant, fields } if !fields.is_empty() => {
                let cut = |(name, value): (Name, Value)| (name, value.cut(depth.saturating_sub(1)));
                Value::structure(adt, variant, own(fields).into_iter().map(cut).collect())
            }
            other => other,
        }
    }

    /// Replaces values inside, innermost first.
    pub fn map(self, f: &mut impl FnMut(Value) -> Value) -> Value {
        let value = match self {
            Value::Struct { adt, variant, fields } if !fields.is_empty() => {
                Value::structure(adt, variant, own(fields).into_iter().map(|(n, v)| (n, v.map(f))).collect())
            }
            Value::Closure { body, captures, at } => Value::Closure { body, captures: mapped(captures, f), at },
            Value::Pending { fun, args, at } => Value::Pending { fun, args: mapped(args, f), at },
            other => other,
        };
        f(value)
    }

    fn at(&self, path: &[Name]) -> &Value {
        match (self, path) {
            (value, []) => value,
            (Value::Struct { fields, .. }, [name, rest @ ..]) => {
                fields.iter().find(|(n, _)| n == name).map_or(&Value::Unknown, |(_, v)| v.at(rest))
            }
            _ => &Value::Unknown,
        }
    }

    fn put(&mut self, path: &[Name], value: Value) {
        let [name, rest @ ..] = path else {
            *self = value;
            return;
        };
        if !matches!(self, Value::Struct { .. }) {
            // Writing "unknown" into what is unknown says nothing; a body may not be overwritten by it.
            if !value.holds() || matches!(self, Value::Body(_)) {
                return;
            }
            *self = Value::Struct { adt: None, variant: None, fields: Rc::default() };
        }
        let Value::Struct { fields, .. } = self else { return };
        let fields = Rc::make_mut(fields);
        match fields.iter_mut().find(|(n, _)| n == name) {
            Some((_, inner)) => inner.put(rest, value),
            None => {
                let mut inner = Value::Unknown;
                inner.put(rest, value);
                fields.push((name.clone(), inner));
                fields.sort();
            }
        }
    }
}

/// The content, without a copy if nobody else has it.
pub fn own<T: Clone>(shared: Rc<T>) -> T {
    Rc::unwrap_or_clone(shared)
}

fn mapped(values: Rc<Vec<Value>>, f: &mut impl FnMut(Value) -> Value) -> Rc<Vec<Value>> {
    Rc::new(own(values).into_iter().map(|value| value.map(f)).collect())
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
