//! What is known of one value.
//!
//! Values are copied with the states that they are part of, so what they consist of is shared between the copies.

use std::rc::Rc;

use super::{
    graph::{Receiver, Shape},
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

    /// A value of which only the type is known.
    pub(super) fn of_type(Receiver { adt, fields }: &Receiver) -> Value {
        let fields = fields.iter().map(|(name, field)| (name.clone(), Value::of_type(field))).collect();
        Value::Struct { adt: Some(*adt), variant: None, fields: Rc::new(fields) }
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
    pub(super) fn walk_outside(&self, is_opaque: &impl Fn(AdtId) -> bool, f: &mut impl FnMut(&Value)) {
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

    pub(super) fn at(&self, path: &[Name]) -> &Value {
        match (self, path) {
            (value, []) => value,
            (Value::Struct { fields, .. }, [name, rest @ ..]) => {
                fields.iter().find(|(n, _)| n == name).map_or(&Value::Unknown, |(_, v)| v.at(rest))
            }
            _ => &Value::Unknown,
        }
    }

    pub(super) fn put(&mut self, path: &[Name], value: Value) {
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
