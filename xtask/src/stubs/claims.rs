//! What a stub claims about its crate, one claim for each public item, method, field and variant.
//!
//! Private items, private fields and `Future::resolve` are the stub's own and claim nothing. A public item is claimed
//! under each of its public paths; one that has none is the stub's own as well.

use std::collections::{BTreeMap, HashMap, HashSet};

use syn::{FnArg, ImplItem, Item, ReceiverKind, ReturnType, Safety, Signature, TraitItem, Type, parse_quote};

use super::{
    shape::{Callee, Code, Function, Hold, Role, Shape},
    stub::{Notes, Stub, line},
    tree::{Id, Public, Space, Target, Tree, is_public},
    writer::Writer,
};

/// What a stub claims about one version of its crate.
pub struct Claims<'a> {
    pub tree: Tree<'a>,
    pub list: Vec<Claim>,
    /// Line and reason, of each note that says so.
    pub unchecked: BTreeMap<usize, String>,
    /// How many items are there in other versions only.
    pub elsewhere: usize,
    /// The path of each type and trait that the crate has.
    pub paths: HashMap<Id, Vec<String>>,
    /// Response and body types.
    pub bodies: Vec<Body>,
}

/// A claim.
#[derive(Clone, Debug)]
pub struct Claim {
    pub line: usize,
    /// As it stands there.
    pub text: String,
    pub module: usize,
    /// The types and traits of the stub without which it makes no sense.
    pub named: Vec<Id>,
    pub form: Form,
}

/// How it is put to the compiler.
#[derive(Clone, Debug)]
pub enum Form {
    /// There is something at this path of the crate.
    Name(Vec<String>),
    /// There is something at this path of another crate.
    Import,
    Shape(Box<Shape>),
    /// Not a claim, but a question: does the type at this path have this method? How many type parameters it has.
    Method { path: Vec<String>, params: usize, name: String },
}

/// A response or body type, and the methods that the stub knows of it.
pub struct Body {
    pub path: Vec<String>,
    pub line: usize,
    pub params: usize,
    pub known: HashSet<String>,
}

impl<'a> Claims<'a> {
    /// Collects them.
    pub fn of(stub: &'a Stub, tree: Tree<'a>) -> syn::Result<Claims<'a>> {
        let public = tree.public();
        let mut paths = HashMap::new();
        for Public { path, target, .. } in &public {
            if let Target::Item(id) = target {
                paths.entry(*id).or_insert_with(|| path.clone());
            }
        }
        let mut own = HashSet::new();
        for (at, module) in tree.modules.iter().enumerate() {
            for (number, notes) in module.notes.iter().enumerate() {
                let id = (at, number);
                if notes.unchecked.is_some() || !tree.has(notes) || !paths.contains_key(&id) {
                    own.insert(id);
                    paths.remove(&id);
                }
            }
        }
        let roles = roles(&tree);
        let mut collector =
            Collector { stub, tree: &tree, own: &own, roles: &roles, list: Vec::new(), unchecked: BTreeMap::new() };
        let mut elsewhere = 0;
        collector.names(&public, &paths);
        let mut bodies = Vec::new();
        for (at, module) in tree.modules.iter().enumerate() {
            for number in 0..module.items.len() {
                let id = (at, number);
                let notes = &module.notes[number];
                if !tree.has(notes) {
                    elsewhere += 1;
                    continue;
                }
                elsewhere += collector.item(id, paths.get(&id))?;
                if notes.is_body
                    && let (Some(path), Item::Struct(item)) = (paths.get(&id), tree.item(id))
                {
                    let known = methods(&tree, id).chain(notes.ignored.iter().cloned()).collect();
                    let params = item.generics.type_params().count();
                    bodies.push(Body { path: path.clone(), line: line(item.ident.span()), params, known });
                }
            }
        }
        let Collector { mut list, unchecked, .. } = collector;
        list.sort_by_key(|claim| claim.line);
        Ok(Claims { list, unchecked, elsewhere, paths, bodies, tree })
    }
}

/// The methods that the stub has for a type of its own.
fn methods<'a>(tree: &'a Tree<'a>, id: Id) -> impl Iterator<Item = String> + 'a {
    tree.modules.iter().enumerate().flat_map(move |(at, module)| {
        let impls = module.items.iter().filter_map(|item| if let Item::Impl(item) = item { Some(item) } else { None });
        let ours = impls.filter(move |item| {
            target(tree, at, &item.self_ty) == Target::Item(id)
        });
        ours.flat_map(|item| &item.items).filter_map(|member| match member {
            ImplItem::Fn(member) => Some(member.sig.ident.to_string()),
            _ => None,
        })
    })
}

/// The types that are iterators or streams.
fn roles(tree: &Tree) -> HashMap<Id, Role> {
    let mut roles = HashMap::new();
    for (at, module) in tree.modules.iter().enumerate() {
        for item in module.items {
            let Item::Impl(item) = item else { continue };
            let of = item.trait_.as_ref().and_then(|(path, _)| path.segments.last()).map(|last| last.ident.to_string());
            let role = match of.as_deref() {
                Some("Iterator") => Role::Iterator,
                Some("Stream") => Role::Stream,
                _ => continue,
            };
            if let Target::Item(id) = target(tree, at, &item.self_ty) {
                roles.insert(id, role);
            }
        }
    }
    roles
}

/// What a type is, if it is a path.
fn target(tree: &Tree, module: usize, ty: &Type) -> Target {
    let Type::Path(path) = ty else { return Target::Foreign };
    let names: Vec<_> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    tree.resolve(module, path.path.leading_colon.is_some(), &names, Space::Type)
}

struct Collector<'a> {
    stub: &'a Stub,
    tree: &'a Tree<'a>,
    own: &'a HashSet<Id>,
    roles: &'a HashMap<Id, Role>,
    list: Vec<Claim>,
    unchecked: BTreeMap<usize, String>,
}

impl<'a> Collector<'a> {
    fn push(&mut self, line: usize, text: String, module: usize, form: Form) {
        self.list.push(Claim { line, text, module, named: Vec::new(), form });
    }

    /// The paths, and what is imported from elsewhere.
    fn names(&mut self, public: &[Public], paths: &HashMap<Id, Vec<String>>) {
        let mut seen = HashSet::new();
        for Public { path, target, line } in public {
            let is_claim = match target {
                Target::Item(id) if !super::program::is_type(self.tree.item(*id)) && paths.get(id) == Some(path) => {
                    // The function itself is claimed under this path.
                    false
                }
                Target::Item(id) | Target::Within(id) => !self.own.contains(id),
                Target::Foreign => true,
                Target::Module(_) => false,
            };
            if is_claim && seen.insert(path) {
                let form = Form::Name(path.clone());
                self.push(*line, format!("{}::{}", self.stub.krate, path.join("::")), 0, form);
            }
        }
        for (at, module) in self.tree.modules.iter().enumerate() {
            for leaf in &module.leaves {
                if let Some(reason) = &leaf.notes.unchecked {
                    self.unchecked.insert(leaf.line, reason.clone());
                }
            }
            for leaf in self.foreign(at) {
                self.push(leaf.line, format!("use {}", leaf.path.join("::")), at, Form::Import);
            }
        }
    }

    fn foreign(&self, at: usize) -> Vec<&'a super::tree::Leaf> {
        super::program::foreign(self.tree, at).collect()
    }

    /// The claims of an item. How many of its members are there in other versions only.
    fn item(&mut self, id: Id, path: Option<&Vec<String>>) -> syn::Result<usize> {
        let notes = self.tree.notes(id);
        let item = self.tree.item(id);
        if let Some(reason) = &notes.unchecked {
            self.unchecked.insert(line(first_span(item)), reason.clone());
            return Ok(0);
        }
        match item {
            Item::Fn(item) => {
                if let Some(path) = path {
                    let writer = self.writer(id.0);
                    let path = self.absolute(path);
                    self.function(writer, &item.sig, notes, |_| Callee::Free(path));
                }
                Ok(0)
            }
            Item::Const(item) if path.is_some() => {
                let mut writer = self.writer(id.0);
                let ty = writer.ty(&item.ty);
                let callee = Callee::Free(self.absolute(path.map_or(&[], Vec::as_slice)));
                self.shape(writer, line(item.ident.span()), format!("const {}", item.ident), Code::Constant(callee, ty));
                Ok(0)
            }
            Item::Struct(item) if path.is_some() => self.structure(id, item),
            Item::Enum(item) if path.is_some() => self.enumeration(id, item, path.cloned().unwrap_or_default()),
            Item::Type(item) if path.is_some() => {
                let mut writer = self.writer(id.0);
                writer.named.push(id);
                writer.generics(&item.generics);
                let real = named(&item.ident, &item.generics);
                let written = writer.ty(&item.ty);
                let text = format!("type {} = {}", item.ident, self.text(&item.ty));
                let code = Code::Same(written, real, self.role(id.0, &item.ty));
                self.shape(writer, line(item.ident.span()), text, code);
                Ok(0)
            }
            Item::Trait(item) if path.is_some() => self.definition(id, item),
            Item::Impl(item) => self.implementation(id, item),
            _ => Ok(0),
        }
    }

    fn writer(&self, module: usize) -> Writer<'a> {
        Writer::new(self.tree, self.own, module)
    }

    /// A path of the crate.
    fn absolute(&self, path: &[String]) -> String {
        format!("::{}::{}", self.stub.krate, path.join("::"))
    }

    /// What a type is there for, as the stub has it.
    fn role(&self, module: usize, ty: &Type) -> Option<Role> {
        match target(self.tree, module, ty) {
            Target::Item(id) => self.roles.get(&id).copied(),
            _ => None,
        }
    }

    fn shape(&mut self, writer: Writer<'a>, line: usize, text: String, code: Code) {
        self.shape_that_holds(writer, line, text, None, code);
    }

    fn shape_that_holds(&mut self, writer: Writer<'a>, line: usize, text: String, hold: Option<Hold>, code: Code) {
        let module = writer.module();
        let Writer { params, needs, open, named, .. } = writer;
        let shape = Shape { params, needs, open, holds: hold.into_iter().collect(), code };
        self.list.push(Claim { line, text, module, named, form: Form::Shape(Box::new(shape)) });
    }

    /// Is a member to be claimed? If not, either its note says why, or it is counted.
    fn admits(&mut self, notes: &Notes, line: usize, elsewhere: &mut usize) -> bool {
        if let Some(reason) = &notes.unchecked {
            self.unchecked.insert(line, reason.clone());
            return false;
        }
        let has = self.tree.has(notes);
        *elsewhere += usize::from(!has);
        has
    }

    fn structure(&mut self, id: Id, item: &'a syn::ItemStruct) -> syn::Result<usize> {
        let mut elsewhere = 0;
        let mut writer = self.writer(id.0);
        writer.named.push(id);
        writer.generics(&item.generics);
        let ty = named(&item.ident, &item.generics);
        let at = line(item.ident.span());
        self.shape(writer, at, format!("struct {}", item.ident), Code::Exists(vec![ty.clone()]));
        for (number, field) in item.fields.iter().enumerate().filter(|(_, field)| is_public(&field.vis)) {
            let at = line(syn::spanned::Spanned::span(&field.ty));
            if !self.admits(&Notes::read(&field.attrs)?, at, &mut elsewhere) {
                continue;
            }
            let name = field.ident.as_ref().map_or_else(|| number.to_string(), ToString::to_string);
            let mut writer = self.writer(id.0);
            writer.named.push(id);
            writer.generics(&item.generics);
            let field = writer.ty(&field.ty);
            let text = format!("{}.{name}", item.ident);
            self.shape(writer, at, text, Code::Field(ty.clone(), name, field));
        }
        Ok(elsewhere)
    }

    fn enumeration(&mut self, id: Id, item: &'a syn::ItemEnum, path: Vec<String>) -> syn::Result<usize> {
        let mut elsewhere = 0;
        let mut writer = self.writer(id.0);
        writer.named.push(id);
        writer.generics(&item.generics);
        let ty = named(&item.ident, &item.generics);
        let at = line(item.ident.span());
        self.shape(writer, at, format!("enum {}", item.ident), Code::Exists(vec![ty.clone()]));
        for variant in &item.variants {
            let at = line(variant.ident.span());
            if !self.admits(&Notes::read(&variant.attrs)?, at, &mut elsewhere) {
                continue;
            }
            let mut writer = self.writer(id.0);
            writer.named.push(id);
            writer.generics(&item.generics);
            let mut types = Vec::new();
            let mut bind = |(number, field): (usize, &syn::Field)| {
                types.push(writer.ty(&field.ty));
                let name = field.ident.as_ref().map_or_else(String::new, |name| format!("{name}: "));
                format!("{name}p{number}")
            };
            let bound: Vec<_> = variant.fields.iter().enumerate().map(&mut bind).collect();
            let fields = match &variant.fields {
                syn::Fields::Unit => String::new(),
                syn::Fields::Unnamed(_) => format!("({})", bound.join(", ")),
                syn::Fields::Named(_) => format!(" {{ {}, .. }}", bound.join(", ")),
            };
            let pattern = format!("{}::{}{fields}", self.absolute(&path), variant.ident);
            let text = format!("{}::{}", item.ident, variant.ident);
            self.shape(writer, at, text, Code::Variant(ty.clone(), pattern, types));
        }
        Ok(elsewhere)
    }

    fn definition(&mut self, id: Id, item: &'a syn::ItemTrait) -> syn::Result<usize> {
        let mut elsewhere = 0;
        let this: Type = parse_quote!(This);
        let new = |collector: &Self| {
            let mut writer = collector.writer(id.0);
            writer.this = Some(this.clone());
            writer.named.push(id);
            writer.params.push(syn::GenericParam::Type(parse_quote!(This)));
            writer.generics(&item.generics);
            let of = named(&item.ident, &item.generics);
            let of: syn::Path = parse_quote!(#of);
            let assoc = item.items.iter().filter_map(|member| match member {
                TraitItem::Type(member) => Some(member.ident.to_string()),
                _ => None,
            });
            writer.of = Some((of.clone(), assoc.collect()));
            writer.needs.insert(0, parse_quote!(This: #of));
            (writer, of)
        };
        let (mut writer, _) = new(self);
        let supertraits = writer.bounds(&item.supertraits);
        let hold = Hold { ty: this.clone(), bounds: supertraits, assoc: Vec::new() };
        let hold = (!hold.bounds.is_empty()).then_some(hold);
        let (at, text) = (line(item.ident.span()), format!("trait {}", item.ident));
        self.shape_that_holds(writer, at, text, hold, Code::Exists(Vec::new()));
        for member in &item.items {
            match member {
                TraitItem::Fn(member) => {
                    let notes = Notes::read(&member.attrs)?;
                    let is_own = item.ident == "Future" && member.sig.ident == "resolve";
                    if is_own || !self.admits(&notes, line(member.sig.ident.span()), &mut elsewhere) {
                        continue;
                    }
                    let (writer, of) = new(self);
                    let (this, name) = (this.clone(), member.sig.ident.to_string());
                    self.function(writer, &member.sig, &notes, |generics| Callee::Member {
                        on: this,
                        of: Some(of),
                        name,
                        generics,
                    });
                }
                TraitItem::Type(member) => {
                    let at = line(member.ident.span());
                    if !self.admits(&Notes::read(&member.attrs)?, at, &mut elsewhere) {
                        continue;
                    }
                    let (mut writer, of) = new(self);
                    let name = &member.ident;
                    let ty: Type = parse_quote!(<This as #of>::#name);
                    let bounds = writer.bounds(&member.bounds);
                    let code = Code::Exists(vec![ty.clone()]);
                    let hold = (!bounds.is_empty()).then(|| Hold { ty, bounds, assoc: Vec::new() });
                    self.shape_that_holds(writer, at, format!("type {}::{name}", item.ident), hold, code);
                }
                _ => {}
            }
        }
        Ok(elsewhere)
    }

    fn implementation(&mut self, id: Id, item: &'a syn::ItemImpl) -> syn::Result<usize> {
        let mut elsewhere = 0;
        let of = item.trait_.as_ref().map(|(path, _)| path);
        let new = |collector: &Self| {
            let mut writer = collector.writer(id.0);
            writer.generics(&item.generics);
            let this = writer.ty(&item.self_ty);
            writer.this = Some(this.clone());
            let of = of.map(|of| {
                let assoc = item.items.iter().filter_map(|member| match member {
                    ImplItem::Type(member) => Some(member.ident.to_string()),
                    _ => None,
                });
                let of = writer.path(of);
                writer.of = Some((of.clone(), assoc.collect()));
                of
            });
            (writer, this, of)
        };
        let (mut writer, this, written_of) = new(self);
        let is_own = |ty: &Type| matches!(ty, Type::Path(path) if writer.open.iter().any(|open| path.path.is_ident(&open.name)));
        if is_own(&this) || of.is_some_and(|of| writer.is_own(of)) {
            return Ok(0);
        }
        if let (Some(of), Some(written)) = (of, written_of) {
            let mut assoc = Vec::new();
            for member in &item.items {
                if let ImplItem::Type(member) = member {
                    let ty = writer.ty(&member.ty);
                    assoc.push((member.ident.clone(), ty, self.role(id.0, &member.ty)));
                }
            }
            let text = format!("impl {} for {}", self.text(of), self.text(&item.self_ty));
            let hold = Hold { ty: this, bounds: vec![parse_quote!(#written)], assoc };
            self.shape_that_holds(writer, line(item.impl_token.span), text, Some(hold), Code::Exists(Vec::new()));
        }
        let is_future = of.and_then(|of| of.segments.last()).is_some_and(|last| last.ident == "Future");
        for member in &item.items {
            match member {
                ImplItem::Fn(member) => {
                    let notes = Notes::read(&member.attrs)?;
                    let name = member.sig.ident.to_string();
                    let is_own = (of.is_none() && !is_public(&member.vis)) || (is_future && name == "resolve");
                    if is_own || !self.admits(&notes, line(member.sig.ident.span()), &mut elsewhere) {
                        continue;
                    }
                    let (writer, on, of) = new(self);
                    self.function(writer, &member.sig, &notes, |generics| Callee::Member { on, of, name, generics });
                }
                ImplItem::Const(member) if of.is_some() || is_public(&member.vis) => {
                    let at = line(member.ident.span());
                    if !self.admits(&Notes::read(&member.attrs)?, at, &mut elsewhere) {
                        continue;
                    }
                    let (mut writer, on, of) = new(self);
                    let ty = writer.ty(&member.ty);
                    let callee = Callee::Member { on, of, name: member.ident.to_string(), generics: Vec::new() };
                    let text = format!("const {}::{}", self.text(&item.self_ty), member.ident);
                    self.shape(writer, at, text, Code::Constant(callee, ty));
                }
                _ => {}
            }
        }
        Ok(elsewhere)
    }

    /// Name, receiver, arguments, output, and whether it is awaited.
    fn function(
        &mut self,
        mut writer: Writer<'a>,
        signature: &Signature,
        notes: &Notes,
        callee: impl FnOnce(Vec<syn::Ident>) -> Callee,
    ) {
        let outer = writer.params.len();
        writer.generics(&signature.generics);
        let generics = writer.params[outer..].iter().map(name_of).collect();
        let at = line(signature.ident.span());
        let mut inputs = Vec::new();
        for input in &signature.inputs {
            inputs.push(match input {
                FnArg::Typed(input) => writer.argument(&input.ty),
                FnArg::Receiver(receiver) => {
                    let this = writer.this.clone().unwrap_or_else(|| parse_quote!(Self));
                    match &receiver.kind {
                        ReceiverKind::Reference(_, _, Some(_)) => parse_quote!(&'static mut #this),
                        ReceiverKind::Reference(..) => parse_quote!(&'static #this),
                        ReceiverKind::Typed(_, ty) => writer.ty(ty),
                        _ => this,
                    }
                }
            });
        }
        let mut awaited = signature.asyncness.is_some();
        let mut role = None;
        let output = match &signature.output {
            ReturnType::Type(_, ty) => {
                role = self.role(writer.module(), ty);
                writer.ty(ty)
            }
            ReturnType::Default => parse_quote!(()),
        };
        let output = match &notes.unchecked_output {
            Some(reason) => {
                self.unchecked.insert(at, reason.clone());
                awaited = false;
                writer.leave_open(Vec::new())
            }
            None => output,
        };
        let is_unsafe = matches!(signature.safety, Safety::Unsafe(_));
        let function = Function { callee: callee(generics), is_unsafe, inputs, output, awaited, role };
        let text = self.text(signature);
        self.shape(writer, at, text, Code::Function(Box::new(function)));
    }

    fn text(&self, node: &impl syn::spanned::Spanned) -> String {
        self.stub.text_of(node.span())
    }
}

/// A type of the stub with its own parameters.
fn named(ident: &syn::Ident, generics: &syn::Generics) -> Type {
    let params: Vec<syn::GenericArgument> = generics
        .params
        .iter()
        .map(|param| match param {
            syn::GenericParam::Lifetime(_) => parse_quote!('static),
            other => {
                let name = name_of(other);
                parse_quote!(#name)
            }
        })
        .collect();
    if params.is_empty() { parse_quote!(#ident) } else { parse_quote!(#ident<#(#params),*>) }
}

fn name_of(param: &syn::GenericParam) -> syn::Ident {
    match param {
        syn::GenericParam::Type(param) => param.ident.clone(),
        syn::GenericParam::Const(param) => param.ident.clone(),
        syn::GenericParam::Lifetime(param) => param.lifetime.ident.clone(),
    }
}

fn first_span(item: &Item) -> proc_macro2::Span {
    match item {
        Item::Const(item) => item.ident.span(),
        Item::Enum(item) => item.ident.span(),
        Item::Fn(item) => item.sig.ident.span(),
        Item::Impl(item) => item.impl_token.span,
        Item::Mod(item) => item.ident.span(),
        Item::Static(item) => item.ident.span(),
        Item::Struct(item) => item.ident.span(),
        Item::Trait(item) => item.ident.span(),
        Item::Type(item) => item.ident.span(),
        other => syn::spanned::Spanned::span(other),
    }
}
