//! The lies: small changes of a stub, each of which makes one function say something else of bodies.

use std::{collections::BTreeSet, ops::Range};

use quote::ToTokens as _;
use syn::{
    Attribute, Block, FnArg, ImplItemFn, Item, ItemFn, ItemImpl, ReceiverKind, Signature, TraitItemFn, Type,
    spanned::Spanned as _, visit::Visit,
};

/// The words that say what becomes of a body.
const WORDS: [&str; 10] =
    ["cancel", "discard", "drain", "empty", "escape", "read_some", "refuse", "respond", "step", "upgrade"];

/// A change of a stub.
pub struct Mutant {
    pub range: Range<usize>,
    pub instead: String,
    pub what: String,
    /// With its modules and its type, as `client::Builder::build`, or `error::Error as From<Response>::from`.
    pub function: String,
}

/// All changes of a stub, in the order of the text.
pub fn mutants(text: &str) -> syn::Result<Vec<Mutant>> {
    let file = syn::parse_file(text)?;
    let mut finder = Finder { holders: holders(&file.items), ..Finder::default() };
    finder.visit_file(&file);
    // A mutant inside of another one comes later; none changes more than one place.
    finder.mutants.sort_by_key(|mutant| mutant.range.start);
    Ok(finder.mutants)
}

/// The types that are or hold a body, by name.
fn holders(items: &[Item]) -> BTreeSet<String> {
    struct Structs(Vec<(String, bool, String)>);
    impl Visit<'_> for Structs {
        fn visit_item_struct(&mut self, item: &syn::ItemStruct) {
            let is_body = item.attrs.iter().any(|attr: &Attribute| attr.path().is_ident("body"));
            self.0.push((item.ident.to_string(), is_body, item.fields.to_token_stream().to_string()));
        }

        fn visit_item_enum(&mut self, item: &syn::ItemEnum) {
            self.0.push((item.ident.to_string(), false, item.variants.to_token_stream().to_string()));
        }
    }
    let mut structs = Structs(Vec::new());
    items.iter().for_each(|item| structs.visit_item(item));
    let mut holders: BTreeSet<String> =
        structs.0.iter().filter(|(_, is_body, _)| *is_body).map(|(name, ..)| name.clone()).collect();
    loop {
        let before = holders.len();
        let more = structs.0.iter().filter(|(_, _, fields)| mentions(fields, &holders));
        let more: Vec<String> = more.map(|(name, ..)| name.clone()).collect();
        holders.extend(more);
        if holders.len() == before {
            return holders;
        }
    }
}

/// Is one of the names a word of this code?
fn mentions(code: &str, names: &BTreeSet<String>) -> bool {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| names.contains(word))
}

#[derive(Default)]
struct Finder {
    holders: BTreeSet<String>,
    modules: Vec<String>,
    /// The `impl` or trait around.
    owner: String,
    owner_holds: bool,
    function: String,
    words: usize,
    mutants: Vec<Mutant>,
}

impl Finder {
    fn function(&mut self, signature: &Signature, block: &Block) {
        let mut path = self.modules.clone();
        path.extend((!self.owner.is_empty()).then(|| self.owner.clone()));
        path.push(signature.ident.to_string());
        self.function = path.join("::");
        self.words = 0;
        self.visit_block(block);
        let takes = signature.inputs.iter().any(|input| match input {
            FnArg::Receiver(_) => self.owner_holds,
            FnArg::Typed(input) => mentions(&input.ty.to_token_stream().to_string(), &self.holders),
        });
        if !takes || self.words > 0 {
            return;
        }
        let code = block.to_token_stream().to_string();
        let range = block.span().byte_range();
        let receiver = signature.receiver();
        let mut add = |instead: &str, what: &str| {
            let function = self.function.clone();
            self.mutants.push(Mutant { range: range.clone(), instead: instead.into(), what: what.into(), function });
        };
        if code == "{ any () }" || code == "{ }" {
            if receiver.is_some() {
                add("{ drain(self); any() }", "a drain instead of a look");
            }
        } else if receiver.is_none_or(|receiver| !matches!(receiver.kind, ReceiverKind::Reference(_, _, None))) {
            add("{ any() }", "nothing instead of what is handed on");
        }
    }
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.modules.push(item.ident.to_string());
        syn::visit::visit_item_mod(self, item);
        self.modules.pop();
    }

    fn visit_item_impl(&mut self, item: &'ast ItemImpl) {
        let owner = item.self_ty.to_token_stream().to_string();
        self.owner_holds = mentions(&owner, &self.holders);
        self.owner = short(&item.self_ty);
        if let Some(path) = item.trait_.as_ref().and_then(|(path, ..)| path.segments.last()) {
            self.owner += &format!(" as {}", path.to_token_stream().to_string().replace(' ', ""));
        }
        syn::visit::visit_item_impl(self, item);
        self.owner.clear();
        self.owner_holds = false;
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.owner = item.ident.to_string();
        syn::visit::visit_item_trait(self, item);
        self.owner.clear();
    }

    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.sig, block);
        }
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let syn::Expr::Path(path) = &*call.func
            && let Some(word) = path.path.get_ident()
        {
            let word = word.to_string();
            // An answer to HEAD owes nothing, so that it makes no difference whether there is one.
            let is_head = word == "respond" && call.args.to_token_stream().to_string().contains("HEAD");
            let instead = match word.as_str() {
                "exempt" | "disabled" => Some("any()"),
                "pool" => Some("exempt()"),
                word if WORDS.contains(&word) && !is_head => Some("any()"),
                _ => None,
            };
            if let Some(instead) = instead {
                self.words += 1;
                let range = call.span().byte_range();
                let what = format!("`{instead}` instead of `{word}`");
                let function = self.function.clone();
                self.mutants.push(Mutant { range, instead: instead.to_owned(), what, function });
            }
        }
        syn::visit::visit_expr_call(self, call);
    }
}

/// The name of a type without its module and parameters.
fn short(ty: &Type) -> String {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default(),
        Type::Reference(reference) => short(&reference.elem),
        other => other.to_token_stream().to_string(),
    }
}
