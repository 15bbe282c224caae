//! From the items of a stub to claims.

use std::collections::{BTreeMap, HashMap, HashSet};

use quote::{ToTokens, quote};
use syn::{
    Attribute, FnArg, GenericParam, Ident, ImplItem, Item, ReceiverKind, ReturnType, Safety, Signature, TraitItem,
    Type, parse_quote, spanned::Spanned,
};

use super::{
    claims::{Claim, Form, target},
    program::{foreign, is_type},
    shape::{Callee, Code, Function, Hold, Open, Role, Shape},
    stub::{Notes, Stub, line},
    tree::{Id, Public, Target, Tree, is_public},
    writer::Writer,
};

/// Collects the claims of a stub.
pub struct Collector<'a> {
    stub: &'a Stub,
    tree: &'a Tree<'a>,
    /// Items that are the stub's own.
    own: &'a HashSet<Id>,
    /// All others.
    paths: &'a BTreeMap<Id, Vec<String>>,
    roles: &'a HashMap<Id, Role>,
    pub list: Vec<Claim>,
    pub unchecked: BTreeMap<usize, (usize, String)>,
    pub elsewhere: usize,
}

impl<'a> Collector<'a> {
    pub fn new(
        stub: &'a Stub,
        tree: &'a Tree<'a>,
        own: &'a HashSet<Id>,
        paths: &'a BTreeMap<Id, Vec<String>>,
        roles: &'a HashMap<Id, Role>,
    ) -> Collector<'a> {
        Collector { stub, tree, own, paths, roles, list: Vec::new(), unchecked: BTreeMap::new(), elsewhere: 0 }
    }

    /// The paths, and what is imported from other crates.
    pub fn names(&mut self, public: &[Public]) {
        let mut seen = HashSet::new();
        for Public { path, target, line } in public {
            let is_claim = match target {
                // A function is claimed under its first path in any case.
                Target::Item(id) if !is_type(self.tree.item(*id)) && self.paths.get(id) == Some(path) => false,
                Target::Item(id) | Target::Within(id) => !self.own.contains(id),
                Target::Foreign => true,
                Target::Module(_) => false,
            };
            if is_claim && seen.insert(path) {
                let text = format!("{}::{}", self.stub.krate, path.join("::"));
                self.push(*line, text, 0, Form::Name(path.clone()));
            }
        }
        for (at, module) in self.tree.modules.iter().enumerate() {
            for number in foreign(self.tree, at) {
                let leaf = &module.leaves[number];
                self.push(leaf.line, format!("use {}", leaf.path.join("::")), at, Form::Import(number));
            }
        }
    }

    /// The claims of an item and of all that is in it.
    pub fn item(&mut self, id: Id) -> syn::Result<()> {
        let (notes, item, path) = (self.tree.notes(id), self.tree.item(id), self.paths.get(&id));
        if let Some(reason) = &notes.unchecked {
            if !notes.inherited {
                self.unchecked.insert(line_of(item), (members(item), reason.clone()));
            }
            return Ok(());
        }
        if !self.tree.has(notes) {
            self.elsewhere += members(item);
            return Ok(());
        }
        match (item, path) {
            // That there is none is nothing that a program could ask the compiler.
            (Item::Impl(item), _) if item.modifiers.polarity.is_some() => {}
            (Item::Impl(item), _) => self.implementation(id, item)?,
            (Item::Fn(item), Some(path)) => {
                let path = self.absolute(path);
                self.function(self.writer(id.0), &item.sig, notes, |args| Callee::Free { path, args });
            }
            (Item::Const(item), Some(path)) => {
                let mut writer = self.writer(id.0);
                let callee = Callee::Free { path: self.absolute(path), args: Vec::new() };
                let code = Code::Constant(callee, writer.ty(&item.ty));
                self.shape(writer, line_of_ident(&item.ident), format!("const {}", item.ident), None, code);
            }
            (Item::Type(item), Some(_)) => {
                let (mut writer, real) = self.declared(id, &item.ident, &item.generics);
                let code = Code::Same(writer.ty(&item.ty), real, self.role(id.0, &item.ty));
                let text = format!("type {} = {}", item.ident, self.text(&item.ty));
                self.shape(writer, line_of_ident(&item.ident), text, None, code);
            }
            (Item::Struct(item), Some(_)) => self.structure(id, item)?,
            (Item::Enum(item), Some(path)) => self.enumeration(id, item, path)?,
            (Item::Trait(item), Some(_)) => self.definition(id, item)?,
            _ => {}
        }
        Ok(())
    }

    fn structure(&mut self, id: Id, item: &'a syn::ItemStruct) -> syn::Result<()> {
        let (writer, ty) = self.declared(id, &item.ident, &item.generics);
        let code = Code::Exists(vec![ty.clone()]);
        self.shape(writer, line_of_ident(&item.ident), format!("struct {}", item.ident), None, code);
        for (number, field) in item.fields.iter().enumerate().filter(|(_, field)| is_public(&field.vis)) {
            let at = line(field.ty.span());
            if self.admit(&field.attrs, at)?.is_some() {
                let name = field.ident.as_ref().map_or_else(|| number.to_string(), ToString::to_string);
                let (mut writer, ty) = self.declared(id, &item.ident, &item.generics);
                let text = format!("{}.{name}", item.ident);
                let code = Code::Field(ty, name, writer.ty(&field.ty));
                self.shape(writer, at, text, None, code);
            }
        }
        Ok(())
    }

    fn enumeration(&mut self, id: Id, item: &'a syn::ItemEnum, path: &[String]) -> syn::Result<()> {
        let (writer, ty) = self.declared(id, &item.ident, &item.generics);
        let code = Code::Exists(vec![ty]);
        self.shape(writer, line_of_ident(&item.ident), format!("enum {}", item.ident), None, code);
        for variant in &item.variants {
            let at = line_of_ident(&variant.ident);
            if self.admit(&variant.attrs, at)?.is_none() {
                continue;
            }
            let (mut writer, ty) = self.declared(id, &item.ident, &item.generics);
            let types = variant.fields.iter().map(|field| writer.ty(&field.ty)).collect();
            let name = |field: &syn::Field| field.ident.as_ref().map_or_else(String::new, |name| format!("{name}: "));
            let bound = variant.fields.iter().enumerate().map(|(at, field)| format!("{}p{at}, ", name(field)));
            let bound: String = bound.collect();
            let fields = match &variant.fields {
                syn::Fields::Unit => String::new(),
                syn::Fields::Unnamed(_) => format!("({bound})"),
                syn::Fields::Named(_) => format!(" {{ {bound}.. }}"),
            };
            let pattern = format!("{}::{}{fields}", self.absolute(path), variant.ident);
            let text = format!("{}::{}", item.ident, variant.ident);
            self.shape(writer, at, text, None, Code::Variant(ty, pattern, types));
        }
        Ok(())
    }

    /// A trait: claims about any type that has it.
    fn definition(&mut self, id: Id, item: &'a syn::ItemTrait) -> syn::Result<()> {
        let this: Type = parse_quote!(This);
        let new = |collector: &Self| {
            let (mut writer, of) = collector.declared(id, &item.ident, &item.generics);
            let of: syn::Path = parse_quote!(#of);
            let assoc = item.items.iter().filter_map(|member| match member {
                TraitItem::Type(member) => Some(member.ident.to_string()),
                _ => None,
            });
            writer.of = Some((of.clone(), assoc.collect()));
            writer.this = Some(this.clone());
            writer.params.insert(0, GenericParam::Type(parse_quote!(This)));
            writer.needs.insert(0, parse_quote!(This: #of));
            (writer, of)
        };
        let (mut writer, _) = new(self);
        let bounds = writer.bounds(&item.supertraits);
        let hold = (!bounds.is_empty()).then(|| Hold { ty: this.clone(), bounds, assoc: Vec::new() });
        let text = format!("trait {}", item.ident);
        self.shape(writer, line_of_ident(&item.ident), text, hold, Code::Exists(Vec::new()));
        for member in &item.items {
            match member {
                TraitItem::Fn(member) => {
                    let is_own = is_word(&item.ident, &member.sig.ident);
                    let Some(notes) = self.admit(&member.attrs, line_of_ident(&member.sig.ident))? else { continue };
                    if !is_own {
                        let (writer, of) = new(self);
                        let (on, of) = (Box::new(this.clone()), Some(Box::new(of)));
                        let name = member.sig.ident.to_string();
                        self.function(writer, &member.sig, &notes, |args| Callee::Member { on, of, name, args });
                    }
                }
                TraitItem::Type(member) => {
                    let (name, at) = (&member.ident, line_of_ident(&member.ident));
                    if self.admit(&member.attrs, at)?.is_some() {
                        let (mut writer, of) = new(self);
                        let ty: Type = parse_quote!(<This as #of>::#name);
                        let bounds = writer.bounds(&member.bounds);
                        let code = Code::Exists(vec![ty.clone()]);
                        let hold = (!bounds.is_empty()).then(|| Hold { ty, bounds, assoc: Vec::new() });
                        self.shape(writer, at, format!("type {}::{name}", item.ident), hold, code);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn implementation(&mut self, id: Id, item: &'a syn::ItemImpl) -> syn::Result<()> {
        let of = item.trait_.as_ref().map(|(path, _)| path);
        let new = |collector: &Self| {
            let mut writer = collector.writer(id.0);
            writer.generics(&item.generics);
            let this = writer.ty(&item.self_ty);
            let assoc = item.items.iter().filter_map(|member| match member {
                ImplItem::Type(member) => Some(member.ident.to_string()),
                _ => None,
            });
            writer.this = Some(this.clone());
            let of = of.map(|of| writer.path(of));
            writer.of = of.clone().map(|of| (of, assoc.collect()));
            (writer, this, of)
        };
        let (mut writer, this, written) = new(self);
        let is_own = matches!(target(self.tree, id.0, &item.self_ty), Target::Item(id) if self.own.contains(&id));
        if is_own || of.is_some_and(|of| writer.is_own(of)) {
            return Ok(());
        }
        if let (Some(of), Some(written)) = (of, written) {
            let mut assoc = Vec::new();
            for member in &item.items {
                if let ImplItem::Type(member) = member {
                    assoc.push((member.ident.clone(), writer.ty(&member.ty), self.role(id.0, &member.ty)));
                }
            }
            let text = format!("impl {} for {}", self.text(of), self.text(&item.self_ty));
            let hold = Hold { ty: this, bounds: vec![parse_quote!(#written)], assoc };
            self.shape(writer, line_of_impl(item), text, Some(hold), Code::Exists(Vec::new()));
        }
        let of_name = of.and_then(|of| of.segments.last()).map(|last| &last.ident);
        for member in &item.items {
            match member {
                ImplItem::Fn(member) => {
                    let name = member.sig.ident.to_string();
                    let is_own = match of_name {
                        Some(of) => is_word(of, &member.sig.ident),
                        None => !is_public(&member.vis),
                    };
                    let Some(notes) = self.admit(&member.attrs, line_of_ident(&member.sig.ident))? else { continue };
                    if !is_own {
                        let (writer, on, of) = new(self);
                        let (on, of) = (Box::new(on), of.map(Box::new));
                        self.function(writer, &member.sig, &notes, |args| Callee::Member { on, of, name, args });
                    }
                }
                ImplItem::Const(member) if of.is_some() || is_public(&member.vis) => {
                    let at = line_of_ident(&member.ident);
                    if self.admit(&member.attrs, at)?.is_some() {
                        let (mut writer, on, of) = new(self);
                        let text = format!("const {}::{}", self.text(&item.self_ty), member.ident);
                        let (on, of) = (Box::new(on), of.map(Box::new));
                        let callee = Callee::Member { on, of, name: member.ident.to_string(), args: Vec::new() };
                        let code = Code::Constant(callee, writer.ty(&member.ty));
                        self.shape(writer, at, text, None, code);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Name, receiver, arguments, output, and whether it is awaited.
    fn function(
        &mut self,
        mut writer: Writer<'a>,
        signature: &Signature,
        notes: &Notes,
        callee: impl FnOnce(Vec<Ident>) -> Callee,
    ) {
        let at = line_of_ident(&signature.ident);
        let outer = writer.params.len();
        writer.generics(&signature.generics);
        // Who says `value: V` and no more of `V` says nothing.
        let any: Vec<_> = anything(signature).collect();
        let args = writer.params[outer..].iter().map(name_of).filter(|_| any.is_empty()).collect();
        let callee = callee(args);
        writer.params.retain(|param| !any.contains(&name_of(param)));
        writer.open.extend(any.into_iter().map(|name| Open { name, bounds: Vec::new() }));
        let inputs = signature.inputs.iter().map(|input| match input {
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
        let inputs = inputs.collect();
        let (output, role) = match (&notes.unchecked_output, &signature.output) {
            (Some(reason), _) => {
                self.unchecked.insert(at, (1, reason.clone()));
                (writer.leave_open(Vec::new()), None)
            }
            (None, ReturnType::Type(_, ty)) => (writer.ty(ty), self.role(writer.module(), ty)),
            (None, ReturnType::Default) => (parse_quote!(()), None),
        };
        let is_unsafe = matches!(signature.safety, Safety::Unsafe(_));
        let awaited = signature.asyncness.is_some() && notes.unchecked_output.is_none();
        let function = Function { callee, is_unsafe, inputs, output, awaited, role };
        self.shape(writer, at, self.text(signature), None, Code::Function(Box::new(function)));
    }

    /// The notes of a member that is to be claimed. If it is not, its notes say why.
    fn admit(&mut self, attrs: &[Attribute], line: usize) -> syn::Result<Option<Notes>> {
        let notes = Notes::read(attrs)?;
        if let Some(reason) = &notes.unchecked {
            self.unchecked.insert(line, (1, reason.clone()));
            return Ok(None);
        }
        if !self.tree.has(&notes) {
            self.elsewhere += 1;
            return Ok(None);
        }
        Ok(Some(notes))
    }

    fn push(&mut self, line: usize, text: String, module: usize, form: Form) {
        self.list.push(Claim { line, text, module, named: Vec::new(), form });
    }

    fn shape(&mut self, writer: Writer<'a>, line: usize, text: String, hold: Option<Hold>, code: Code) {
        let module = writer.module();
        let Writer { params, needs, open, named, .. } = writer;
        let shape = Shape { params, needs, open, holds: hold.into_iter().collect(), code };
        self.list.push(Claim { line, text, module, named, form: Form::Shape(Box::new(shape)) });
    }

    fn writer(&self, module: usize) -> Writer<'a> {
        Writer::new(self.tree, self.own, module)
    }

    /// For what is said of a type or trait of the stub: a writer, and the type with its own parameters.
    fn declared(&self, id: Id, ident: &Ident, generics: &syn::Generics) -> (Writer<'a>, Type) {
        let mut writer = self.writer(id.0);
        writer.named.push(id);
        writer.generics(generics);
        let params = generics.params.iter().map(|param| match param {
            GenericParam::Lifetime(_) => quote!('static),
            GenericParam::Type(param) => param.ident.to_token_stream(),
            GenericParam::Const(param) => param.ident.to_token_stream(),
        });
        let ty = if generics.params.is_empty() { parse_quote!(#ident) } else { parse_quote!(#ident<#(#params),*>) };
        (writer, ty)
    }

    /// What a type is there for.
    fn role(&self, module: usize, ty: &Type) -> Option<Role> {
        match target(self.tree, module, ty) {
            Target::Item(id) => self.roles.get(&id).copied(),
            _ => None,
        }
    }

    /// A path of the crate.
    fn absolute(&self, path: &[String]) -> String {
        format!("::{}::{}", self.stub.krate, path.join("::"))
    }

    fn text(&self, node: &impl Spanned) -> String {
        self.stub.text_of(node.span())
    }
}

/// Type parameters that are the type of one argument and stand nowhere else.
fn anything(signature: &Signature) -> impl Iterator<Item = Ident> {
    let words = |tokens: proc_macro2::TokenStream| -> Vec<String> {
        let text = tokens.to_string();
        text.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_owned).collect()
    };
    let all = words(signature.to_token_stream());
    let unbound = signature.generics.type_params().filter(|param| param.bounds.is_empty());
    unbound.map(|param| param.ident.clone()).filter(move |name| {
        let is_it = |input: &FnArg| match input {
            FnArg::Typed(input) => matches!(&*input.ty, Type::Path(path) if path.path.is_ident(name)),
            FnArg::Receiver(_) => false,
        };
        // Where it is declared, and where it is used.
        signature.inputs.iter().any(is_it) && all.iter().filter(|word| *name == word.as_str()).count() == 2
    })
}

/// A method that no crate has: the stubs say with it what a future does, and what a stream gives.
fn is_word(of: &Ident, method: &Ident) -> bool {
    (of == "Future" && method == "resolve") || (of == "Stream" && method == "pull")
}

/// How many items that can be claimed are in an item, itself included.
fn members(item: &Item) -> usize {
    match item {
        Item::Impl(item) => {
            let functions = item.items.iter().filter(|member| matches!(member, ImplItem::Fn(_))).count();
            functions + usize::from(item.trait_.is_some())
        }
        Item::Mod(item) => item.content.iter().flat_map(|(_, items)| items).map(members).sum(),
        _ => 1,
    }
}

fn name_of(param: &GenericParam) -> Ident {
    match param {
        GenericParam::Type(param) => param.ident.clone(),
        GenericParam::Const(param) => param.ident.clone(),
        GenericParam::Lifetime(param) => param.lifetime.ident.clone(),
    }
}

fn line_of_ident(ident: &Ident) -> usize {
    line(ident.span())
}

fn line_of_impl(item: &syn::ItemImpl) -> usize {
    line(item.impl_token.span)
}

/// Where an item stands, without its attributes.
fn line_of(item: &Item) -> usize {
    match item {
        Item::Const(item) => line_of_ident(&item.ident),
        Item::Enum(item) => line_of_ident(&item.ident),
        Item::Fn(item) => line_of_ident(&item.sig.ident),
        Item::Impl(item) => line_of_impl(item),
        Item::Mod(item) => line_of_ident(&item.ident),
        Item::Struct(item) => line_of_ident(&item.ident),
        Item::Trait(item) => line_of_ident(&item.ident),
        Item::Type(item) => line_of_ident(&item.ident),
        Item::Use(item) => line(item.use_token.span),
        other => line(other.span()),
    }
}
