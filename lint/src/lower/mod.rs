//! From a function's text to its flow graph: the only part that knows both `syn` and the graph.
//!
//! One pass: types are inferred while the graph is built, since what is called depends on them. Drops are written
//! out where the reference has them: at the end of scopes in reverse order, at the end of statements for
//! temporaries, on every edge that leaves a scope early. What cannot be understood becomes `Unknown`, never
//! "fine". Read `scopes` and `control` for the flow, `call` for what is called, `pattern` and `macros` for the rest.

mod call;
mod closure;
mod control;
mod expr;
mod macros;
mod path;
mod pattern;
mod scopes;
pub(crate) mod spans;
mod stmt;

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::{
    flow::graph::{BlockId, Body, Call, Callee, Local, LocalDecl, Lowered, Operand, Place, Rvalue, Shape, Stmt, Term},
    index::{ConstId, FunId, Name, Owner, Receiver},
    source::{self, FileId, Sources, Span},
    types::{Env, Infer, Lookup, Scope, Ty},
};

/// Lowers a function with all closures inside it. `None` without a body or if it does not parse.
pub fn lower_fun(lookup: &Lookup, sources: &Sources, id: FunId) -> Option<Lowered> {
    let (lower, params) = lower_body(lookup, sources, id, None)?;
    Some(lower.finish(params))
}

/// What the expressions of a function are, for who wants to write code beside them.
pub fn types_in<'a>(lookup: &'a Lookup<'a>, sources: &Sources, id: FunId) -> Option<Types<'a>> {
    let (lower, _) = lower_body(lookup, sources, id, Some(FxHashMap::default()))?;
    let Lower { lookup, infer, env, seen, .. } = lower;
    Some(Types { lookup, infer, env, seen: seen.unwrap_or_default() })
}

/// The types of a function's expressions, by their places. What is inside of most macros has none.
#[derive(Debug)]
pub struct Types<'a> {
    lookup: &'a Lookup<'a>,
    infer: Infer,
    env: Env,
    seen: FxHashMap<Span, Ty>,
}

impl Types<'_> {
    /// The type of the expression there.
    pub fn at(&mut self, span: Span) -> Ty {
        let Some(ty) = self.seen.get(&span) else { return Ty::Unknown };
        let ty = self.lookup.normalise(ty, &mut self.infer, &self.env);
        self.infer.deep(&ty)
    }

    /// May a value of it borrow from something else?
    pub fn may_borrow(&self, ty: &Ty) -> bool {
        let any = |tys: &[Ty]| tys.iter().any(|ty| self.may_borrow(ty));
        match ty {
            Ty::Never | Ty::Prim(_) => false,
            Ty::Adt(id, args) => self.lookup.index[*id].borrows || any(args),
            Ty::Tuple(parts) => any(parts),
            Ty::Slice(item) => self.may_borrow(item),
            _ => true,
        }
    }

    /// What it says about bodies.
    pub fn shape(&mut self, ty: &Ty) -> Shape {
        self.lookup.shape(ty, &mut self.infer, &self.env)
    }

    /// What awaiting it gives; unknown if it is no future.
    pub fn awaited(&mut self, ty: &Ty) -> Ty {
        let output = self.lookup.awaited(ty, &mut self.infer, &self.env);
        self.infer.deep(&output)
    }

    /// The method of that name that is called on it as it is.
    pub fn method(&mut self, ty: &Ty, name: &str) -> Option<FunId> {
        Some(self.lookup.method_on(ty, &name.into(), &mut self.infer, &self.env)?.fun)
    }
}

/// A function up to its last statement, and its parameters.
fn lower_body<'a>(
    lookup: &'a Lookup<'a>,
    sources: &Sources,
    id: FunId,
    seen: Option<FxHashMap<Span, Ty>>,
) -> Option<(Lower<'a>, Vec<Local>)> {
    let fun = &lookup.index[id];
    fun.body?;
    let parsed = source::parse_fun(sources.slice(fun.span)).ok()?;
    let (scope, env) = lookup.body_scope(id);
    let ret_ty = lookup.ty(&fun.ret, &scope);
    let mut lower = Lower::new(lookup, fun.span, scope, env, lookup.index[fun.krate].stub.is_some());
    lower.seen = seen;
    lower.open_frame(ret_ty, fun.is_async, false);
    let end = lower.end_of(&parsed.block);
    lower.enter_block();
    let mut params = Vec::new();
    if let Some(receiver) = &fun.receiver {
        let this = lower.scope.self_ty.clone().unwrap_or(Ty::Unknown);
        let ty = match receiver {
            Receiver::Value => this,
            Receiver::Ref { mutable } => Ty::Ref(*mutable, Rc::new(this)),
            Receiver::Typed(ty) => lookup.ty(ty, &lower.scope),
        };
        params.push(lower.variable("self".into(), ty, fun.name_span));
    }
    let mut decls = fun.params.iter();
    for input in &parsed.sig.inputs {
        let syn::FnArg::Typed(input) = input else { continue };
        let Some(decl) = decls.next() else { break };
        let ty = lookup.ty(&decl.ty, &lower.scope);
        params.push(lower.parameter(&input.pat, ty));
    }
    let want = lower.frame().ret_ty.clone();
    lower.enter_body();
    let tail = lower.statements(&parsed.block, &want);
    lower.give(tail, &want);
    lower.leave_body_block(end);
    lower.leave_block(end);
    Some((lower, params))
}

/// Lowers the initialiser of a constant as if it were a function without parameters.
pub fn lower_const(lookup: &Lookup, sources: &Sources, id: ConstId) -> Option<Lowered> {
    let item = &lookup.index[id];
    let span = item.value?;
    let parsed = source::parse_expr(sources.slice(span)).ok()?;
    let mut scope = Scope::plain(item.module);
    if let Owner::Impl(id) = item.owner {
        let owner = &lookup.index[id];
        scope = lookup.rigid_scope(owner.module, &owner.generics, item.owner);
        scope.self_ty = Some(lookup.ty(&owner.self_ty, &scope));
    }
    let ret_ty = lookup.ty(&item.ty, &scope);
    let stub = lookup.index[lookup.index[item.module].krate].stub.is_some();
    let mut lower = Lower::new(lookup, span, scope, Env::default(), stub);
    lower.open_frame(ret_ty.clone(), false, false);
    lower.enter_block();
    let tail = lower.value(&parsed, &ret_ty);
    lower.give(Some(tail), &ret_ty);
    lower.leave_block(span);
    Some(lower.finish(Vec::new()))
}

/// An operand with its type.
type Value = (Operand, Ty);

/// The state of lowering one function.
struct Lower<'a> {
    lookup: &'a Lookup<'a>,
    file: FileId,
    /// Where the parsed text begins in the file.
    base: u32,
    infer: Infer,
    env: Env,
    scope: Scope,
    /// Is it a stub's function, in which intrinsics have their meaning?
    stub: bool,
    /// Do temporaries live as long as they did before edition 2024?
    old_temporaries: bool,
    /// The function, then the closures that are open, inside out.
    frames: Vec<Frame>,
    finished: Vec<Body>,
    /// Calls and awaits whose shape is known when all types are: body, block, statement, type.
    pending: Vec<(u32, BlockId, usize, Ty)>,
    /// The types of all expressions by their places, if somebody asks for them.
    seen: Option<FxHashMap<Span, Ty>>,
}

/// One body under construction.
struct Frame {
    /// Its place in the result.
    slot: u32,
    body: Body,
    types: Vec<Ty>,
    current: BlockId,
    scopes: Vec<scopes::DropScope>,
    /// Names in scope, the newest last.
    names: Vec<(Name, Local)>,
    ret_ty: Ty,
    /// `move`: what it uses is moved in, not borrowed.
    by_move: bool,
    captures: Vec<closure::Capture>,
}

impl<'a> Lower<'a> {
    fn new(lookup: &'a Lookup<'a>, text: Span, scope: Scope, env: Env, stub: bool) -> Self {
        Lower {
            lookup,
            file: text.file,
            base: text.start,
            infer: Infer::default(),
            env,
            old_temporaries: lookup.index[lookup.index[scope.module].krate].edition < 2024,
            scope,
            stub,
            frames: Vec::new(),
            finished: Vec::new(),
            pending: Vec::new(),
            seen: None,
        }
    }

    fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("a frame is open while lowering")
    }

    /// Begins a body. Its first local holds the result.
    fn open_frame(&mut self, ret_ty: Ty, is_async: bool, by_move: bool) {
        let slot = u32::try_from(self.finished.len()).expect("fewer than 2^32 closures");
        self.finished.push(Body::default());
        let mut body = Body { is_async, ..Body::default() };
        body.blocks.push(crate::flow::graph::Block { stmts: Vec::new(), term: Term::Diverge });
        let span = Span { file: self.file, start: self.base, end: self.base };
        body.locals.push(LocalDecl { name: None, shape: Shape::Plain, span });
        self.frames.push(Frame {
            slot,
            body,
            types: vec![ret_ty.clone()],
            current: BlockId(0),
            scopes: Vec::new(),
            names: Vec::new(),
            ret_ty,
            by_move,
            captures: Vec::new(),
        });
    }

    /// Ends a body after its outermost scope was left: the result stands in its first local.
    fn close_frame(&mut self, params: Vec<Local>) -> Frame {
        self.end_with(Term::Return);
        let mut frame = self.frames.pop().expect("a frame is open while lowering");
        frame.body.captured = frame.captures.len();
        let captured = frame.captures.iter().map(|c| c.inner);
        frame.body.params = captured.chain(params).collect();
        for param in frame.body.params.clone() {
            let ty = frame.types[param.0 as usize].clone();
            frame.body.locals[param.0 as usize].shape = self.lookup.shape(&ty, &mut self.infer, &self.env);
        }
        let body = std::mem::take(&mut frame.body);
        self.finished[frame.slot as usize] = body;
        frame
    }

    fn finish(mut self, params: Vec<Local>) -> Lowered {
        self.close_frame(params);
        for (slot, block, stmt, ty) in std::mem::take(&mut self.pending) {
            let ty = self.lookup.normalise(&ty, &mut self.infer, &self.env);
            let known = self.lookup.shape(&ty, &mut self.infer, &self.env);
            let of_use = self.lookup.matters(&self.infer.deep(&ty));
            let stmt = &mut self.finished[slot as usize].blocks[block.0 as usize].stmts[stmt];
            match stmt {
                Stmt::Assign(_, Rvalue::Call(Call { callee, shape, matters, .. }), _) => {
                    *shape = known;
                    *matters = of_use;
                    if let Callee::Fun(fun) | Callee::Method { fun, .. } = callee
                        && let Some(name) = self.lookup.result_decides(*fun)
                        && let Some(found) = self.lookup.method_on(&ty, &name, &mut self.infer, &self.env)
                    {
                        *callee = Callee::Fun(found.fun);
                    }
                }
                Stmt::Assign(_, Rvalue::Await { shape, .. }, _) => *shape = known,
                _ => {}
            }
        }
        Lowered { bodies: self.finished }
    }

    fn span(&self, span: proc_macro2::Span) -> Span {
        let range = source::range(span);
        let at = |offset: usize| self.base + u32::try_from(offset).unwrap_or(u32::MAX - self.base);
        Span { file: self.file, start: at(range.start), end: at(range.end) }
    }

    fn between(&self, (first, last): (proc_macro2::Span, proc_macro2::Span)) -> Span {
        self.span(first).to(self.span(last))
    }

    fn expr_span(&self, expr: &syn::Expr) -> Span {
        self.between(spans::ends(expr))
    }

    /// The last byte of an expression: the closing brace, if it is a block.
    fn last_of(&self, expr: &syn::Expr) -> Span {
        let whole = self.expr_span(expr);
        Span { start: whole.end.saturating_sub(1).max(whole.start), ..whole }
    }

    fn pat_span(&self, pat: &syn::Pat) -> Span {
        self.between(spans::pat_ends(pat))
    }

    fn block_span(&self, block: &syn::Block) -> Span {
        self.between((block.brace_token.span.open(), block.brace_token.span.close()))
    }

    fn macro_span(&self, mac: &syn::Macro) -> Span {
        let first = mac.path.segments.first().map_or(mac.bang_token.span, |segment| segment.ident.span());
        self.between((first, mac.delimiter.span().close()))
    }

    /// The closing brace of a block.
    fn end_of(&self, block: &syn::Block) -> Span {
        self.span(block.brace_token.span.close())
    }

    /// A local without a place in any scope.
    fn local(&mut self, name: Option<Name>, ty: Ty, span: Span) -> Local {
        let frame = self.frame();
        let local = Local(u32::try_from(frame.body.locals.len()).expect("fewer than 2^32 locals"));
        frame.body.locals.push(LocalDecl { name, shape: Shape::Plain, span });
        frame.types.push(ty);
        local
    }

    fn ty_of(&self, local: Local) -> Ty {
        self.frames.last().expect("a frame is open while lowering").types[local.0 as usize].clone()
    }

    fn new_block(&mut self) -> BlockId {
        let blocks = &mut self.frame().body.blocks;
        blocks.push(crate::flow::graph::Block { stmts: Vec::new(), term: Term::Diverge });
        BlockId(u32::try_from(blocks.len() - 1).expect("fewer than 2^32 blocks"))
    }

    fn push(&mut self, stmt: Stmt) {
        let frame = self.frame();
        let current = frame.current;
        frame.body.blocks[current.0 as usize].stmts.push(stmt);
    }

    /// Ends the current block and goes on in a new one, which nothing reaches unless somebody links it.
    fn end_with(&mut self, term: Term) {
        let next = self.new_block();
        let frame = self.frame();
        let current = frame.current;
        frame.body.blocks[current.0 as usize].term = term;
        frame.current = next;
    }

    /// Ends the current block and goes on in `next`.
    fn end_into(&mut self, term: Term, next: BlockId) {
        let frame = self.frame();
        let current = frame.current;
        frame.body.blocks[current.0 as usize].term = term;
        frame.current = next;
    }

    fn assign(&mut self, place: impl Into<Place>, rvalue: Rvalue, span: Span) {
        self.push(Stmt::Assign(place.into(), rvalue, span));
    }

    /// Evaluates into a temporary of the innermost scope.
    fn temp(&mut self, rvalue: Rvalue, ty: Ty, span: Span) -> Local {
        let local = self.local(None, ty.clone(), span);
        if ty.may_hold() {
            self.own(local);
        }
        if matches!(rvalue, Rvalue::Call(_) | Rvalue::Await { .. }) {
            let frame = self.frame();
            let (slot, block) = (frame.slot, frame.current);
            let stmt = frame.body.blocks[block.0 as usize].stmts.len();
            self.pending.push((slot, block, stmt, ty));
        }
        self.assign(local, rvalue, span);
        local
    }

    fn temp_value(&mut self, rvalue: Rvalue, ty: Ty, span: Span) -> Value {
        let local = self.temp(rvalue, ty.clone(), span);
        (Operand::Place(local.into()), ty)
    }

    /// The operand's place, made if it has none.
    fn place_of(&mut self, (operand, ty): Value, span: Span) -> (Place, Ty) {
        match operand {
            Operand::Place(place) => (place, ty),
            other => (self.temp(Rvalue::Use(other), ty.clone(), span).into(), ty),
        }
    }

    /// Puts a value into the result.
    fn give(&mut self, value: Option<Value>, want: &Ty) {
        if let Some((operand, ty)) = value {
            self.infer.unify(want, &ty);
            let (ret, span) = (self.frame().body.ret, Span { file: self.file, start: self.base, end: self.base });
            self.assign(ret, Rvalue::Use(operand), span);
        }
    }
}
