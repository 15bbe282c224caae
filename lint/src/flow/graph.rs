//! The flow graph of one function body.
//!
//! A small MIR: locals, blocks, statements, and drops made explicit, since in Rust the drop is the bug. It knows
//! neither `syn` nor types: what a type means for bodies is a [`Shape`]. The graph is owned and `Send`.
//! `lower` builds it, `solve` walks it, `dump` prints it.

use crate::{
    index::{AdtId, ConstId, FunId, Name},
    source::Span,
};

/// A function with the closures and `async` blocks inside it.
#[derive(Debug, Default)]
pub struct Lowered {
    /// The function itself, then its closures and `async` blocks in the order in which they were met.
    pub bodies: Vec<Body>,
}

impl Lowered {
    /// Does a body come into being in it, as far as types tell? If not, nothing can be lost here that was not given.
    pub fn gives_body(&self) -> bool {
        self.bodies.iter().any(Body::gives_body)
    }

    /// Can a body be lost in it: does one come into being, or is one given?
    pub fn has_bodies(&self) -> bool {
        self.gives_body() || self.bodies.iter().any(Body::takes_body)
    }
}

impl Body {
    /// Is one given to it, as far as types tell?
    pub fn takes_body(&self) -> bool {
        self.params[self.captured..].iter().any(|param| self.locals[param.0 as usize].shape.holds_body())
    }

    /// The functions that it names as what is called.
    pub fn called(&self) -> impl Iterator<Item = FunId> {
        self.blocks.iter().flat_map(|block| &block.stmts).filter_map(|stmt| match stmt {
            Stmt::Assign(_, Rvalue::Call(Call { callee: Callee::Fun(fun), .. }), _) => Some(*fun),
            _ => None,
        })
    }

    /// How many locals there are.
    pub fn local_count(&self) -> u32 {
        u32::try_from(self.locals.len()).expect("fewer than 2^32 locals")
    }

    /// The same for one body. What a closure inside gives is the closure's.
    pub fn gives_body(&self) -> bool {
        self.blocks.iter().flat_map(|block| &block.stmts).any(|stmt| match stmt {
            Stmt::Assign(_, Rvalue::Call(Call { shape, .. }) | Rvalue::Await { shape, .. }, _) => shape.holds_body(),
            _ => false,
        })
    }
}

/// One body: of a function, a constant, a closure or an `async` block.
#[derive(Debug, Default)]
pub struct Body {
    /// Captured places first (closures only), then the receiver and the parameters.
    pub params: Vec<Local>,
    /// How many of them are captured.
    pub captured: usize,
    pub locals: Vec<LocalDecl>,
    pub blocks: Vec<Block>,
    /// The blocks at which a loop's turns begin, outer loops first, and the words `for`, `while` and `loop`.
    pub loops: Vec<(BlockId, Span)>,
    /// The local that holds the result at [`Term::Return`].
    pub ret: Local,
    /// Calling it gives a future; the body runs when that is awaited.
    pub is_async: bool,
    /// Where futures are awaited beside others, as in `join!` and `select!`.
    pub races: Vec<Span>,
}

/// A variable or temporary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Local(pub u32);

/// What is known of a local.
#[derive(Debug)]
pub struct LocalDecl {
    /// `None` for temporaries.
    pub name: Option<Name>,
    pub shape: Shape,
    pub span: Span,
}

/// A block of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct BlockId(pub u32);

/// Statements without branches, and where they lead.
#[derive(Debug)]
pub struct Block {
    pub stmts: Vec<Stmt>,
    pub term: Term,
}

/// A step.
#[derive(Debug)]
pub enum Stmt {
    Assign(Place, Rvalue, Span),
    /// The holder dies here. A no-op for whatever was moved out before.
    Drop(Place, Exit),
}

/// A local, or something inside it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    pub local: Local,
    pub path: Vec<Step>,
}

impl From<Local> for Place {
    fn from(local: Local) -> Self {
        Place { local, path: Vec::new() }
    }
}

impl Place {
    /// The same place, one step further.
    pub fn then(mut self, step: Step) -> Self {
        self.path.push(step);
        self
    }
}

/// One step into a place. References on the way are followed without being written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A field by name or number, of whatever variant is there.
    Field(Name),
    Deref,
}

/// An input of an [`Rvalue`].
#[derive(Clone, Debug)]
pub enum Operand {
    /// Moves what holds a body, copies what does not: values decide, so no types are needed here.
    Place(Place),
    /// `&place`, `&mut place`
    Ref {
        place: Place,
        mutable: bool,
    },
    Const(Const),
}

/// A constant that the analysis can tell from others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Const {
    Unknown,
    Unit,
    Bool(bool),
    Int(i128),
    Str(Name),
    /// A `const` item.
    Item(ConstId),
    /// A function as a value.
    Fun(FunId),
    /// A tuple struct or variant as a function.
    Ctor(AdtId, u32),
}

/// What is assigned.
#[derive(Debug)]
pub enum Rvalue {
    Use(Operand),
    /// Binds a pattern's variable: moves, or borrows if the place lies behind a reference.
    Bind(Place),
    /// A struct, tuple or variant with its fields.
    Aggregate {
        adt: Option<AdtId>,
        variant: Option<Name>,
        fields: Vec<(Name, Operand)>,
    },
    /// An array or `vec!`: one element stands for all of them, whichever of these it is. With the type of collections.
    Collection(Option<AdtId>, Vec<Operand>),
    Call(Call),
    Await {
        future: Operand,
        shape: Shape,
    },
    /// A closure or `async` block: its place in [`Lowered::bodies`], and what it captures.
    Closure {
        body: u32,
        captures: Vec<Operand>,
    },
    /// `==` between two values; `!=` is `Not` of it.
    Eq(Operand, Operand),
    Not(Operand),
    /// A binary operation, cast, or macro about whose result nothing is known; the operands are looked at.
    Unknown(Vec<Operand>),
}

/// A call.
#[derive(Debug)]
pub struct Call {
    pub callee: Callee,
    /// The receiver first.
    pub args: Vec<Operand>,
    /// What the call's type says about bodies in its result.
    pub shape: Shape,
    /// Can the result be of use later: a request, a client, a status, or of unknown type? If not, and if nothing of
    /// use goes in, the call need not be followed.
    pub matters: bool,
    /// The receiver's type, where it may decide which impl is called.
    pub receiver: Option<Receiver>,
    /// From the method's or function's name on: the place that is shown as origin.
    pub span: Span,
}

/// What a receiver's type says of it where its value says nothing: what it is, and what a wrapper has in the fields
/// whose types are its parameters.
#[derive(Debug)]
pub struct Receiver {
    pub adt: AdtId,
    pub fields: Vec<(Name, Receiver)>,
}

/// What is called.
#[derive(Debug)]
pub enum Callee {
    Fun(FunId),
    /// A trait's method on something of which only the trait is known: the receiver's impl if the value tells what it
    /// is, else any of `others`.
    Method {
        fun: FunId,
        others: Vec<FunId>,
    },
    /// A closure or function held in a place.
    Value(Operand),
    Intrinsic(Intrinsic),
    /// Something that cannot be seen.
    Unknown,
}

/// The words of the stub language; see `docs/stubs.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intrinsic {
    Any,
    Respond,
    Drain,
    ReadSome,
    Step,
    Discard,
    Refuse,
    Cancel,
    Outrun,
    Empty,
    Positive,
    Upgrade,
    Escape,
    StatusOf,
    Status,
    StatusIn,
    Pool,
    Exempt,
    Disabled,
    Says,
    Skip,
    Reads,
}

impl Intrinsic {
    /// By their names in stubs.
    pub const WORDS: [(&str, Intrinsic); 22] = [
        ("any", Self::Any),
        ("respond", Self::Respond),
        ("drain", Self::Drain),
        ("read_some", Self::ReadSome),
        ("step", Self::Step),
        ("discard", Self::Discard),
        ("refuse", Self::Refuse),
        ("cancel", Self::Cancel),
        ("outrun", Self::Outrun),
        ("empty", Self::Empty),
        ("positive", Self::Positive),
        ("upgrade", Self::Upgrade),
        ("escape", Self::Escape),
        ("status_of", Self::StatusOf),
        ("status", Self::Status),
        ("status_in", Self::StatusIn),
        ("pool", Self::Pool),
        ("exempt", Self::Exempt),
        ("disabled", Self::Disabled),
        ("says", Self::Says),
        ("skip", Self::Skip),
        ("reads", Self::Reads),
    ];

    /// By its name in stubs.
    pub fn named(name: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(word, _)| *word == name).map(|(_, intrinsic)| *intrinsic)
    }
}

/// How a block ends.
#[derive(Debug)]
pub enum Term {
    Goto(BlockId),
    /// Is the enum at `place` this variant? With `other` there is only one alternative.
    Variant {
        place: Place,
        variant: Name,
        other: Option<Name>,
        yes: BlockId,
        no: BlockId,
    },
    /// `?`: `Ok`, `Some` and `Continue` go on.
    Try {
        place: Place,
        go_on: BlockId,
        leave: BlockId,
    },
    Branch {
        cond: Operand,
        yes: BlockId,
        no: BlockId,
    },
    Return,
    /// Panics, never returns, or cannot be reached.
    Diverge,
}

/// Where and why a holder dies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Exit {
    pub kind: ExitKind,
    pub span: Span,
}

/// Why a holder dies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ExitKind {
    /// The end of the block that declared it.
    Scope,
    /// A temporary, at the end of its statement.
    Statement,
    /// `?`
    Question,
    /// `return`
    Return,
    /// A macro that returns, such as `bail!`.
    Macro,
    /// `break`
    Break,
    /// `continue`, or the end of a loop's body.
    Continue,
    /// Another value was assigned.
    Overwritten,
    /// It was the client's own test of the status that failed.
    ErrorStatus,
    /// It was in a call's argument that the callee does not keep.
    Callee,
    /// The same, where the caller was handed what it calls.
    Callback,
    /// A future that lost a race is dropped with all that it holds.
    Cancelled,
}

/// What a type says about the bodies in its values.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shape {
    /// Holds none, or nothing is known.
    Plain,
    /// Is one: the stub's type.
    Body(AdtId),
    /// A struct or tuple (one variant) or an enum, with the fields that hold bodies.
    Adt { id: Option<AdtId>, is_enum: bool, variants: Vec<(Name, Vec<(Name, Shape)>)> },
    /// A future whose output is this.
    Future(Box<Shape>),
}

impl Shape {
    /// Is there a body in it, or in what it gives when awaited?
    pub fn holds_body(&self) -> bool {
        match self {
            Shape::Plain => false,
            Shape::Body(_) => true,
            Shape::Adt { variants, .. } => variants.iter().flat_map(|(_, fields)| fields).any(|(_, s)| s.holds_body()),
            Shape::Future(output) => output.holds_body(),
        }
    }
}
