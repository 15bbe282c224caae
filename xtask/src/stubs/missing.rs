//! The other direction: public methods that the crate has and a stub does not mention.
//!
//! The sources of the crate say what its types of that name have; whether it is this type, and for everybody, the
//! compiler says. Methods that macros write, and those of traits, are not seen.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use syn::{ImplItem, Item, Type};

use super::{
    claims::{Body, Claim, Form},
    tree::is_public,
};

/// The methods in the sources of a crate, by the name of the type.
#[derive(Default)]
pub struct Sources {
    methods: BTreeMap<String, BTreeSet<String>>,
    /// What could not be parsed.
    pub unread: Vec<PathBuf>,
}

impl Sources {
    /// Reads all sources in a folder.
    pub fn read(folder: &Path) -> Sources {
        let mut sources = Sources::default();
        sources.folder(folder);
        sources
    }

    fn folder(&mut self, folder: &Path) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                self.folder(&path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap_or_default();
                match syn::parse_file(&text) {
                    Ok(file) => self.items(&file.items),
                    Err(_) => self.unread.push(path),
                }
            }
        }
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Mod(item) => {
                    if let Some((_, inner)) = &item.content {
                        self.items(inner);
                    }
                }
                // `cfg_client! { .. }`
                Item::Macro(item) => {
                    if let Ok(file) = syn::parse2::<syn::File>(item.mac.tokens.clone()) {
                        self.items(&file.items);
                    }
                }
                Item::Impl(item) if item.trait_.is_none() => {
                    let Type::Path(path) = &*item.self_ty else { continue };
                    let Some(last) = path.path.segments.last() else { continue };
                    let methods = item.items.iter().filter_map(|member| match member {
                        ImplItem::Fn(member) if is_public(&member.vis) => Some(member.sig.ident.to_string()),
                        _ => None,
                    });
                    self.methods.entry(last.ident.to_string()).or_default().extend(methods);
                }
                _ => {}
            }
        }
    }

    /// For each method that a stub does not mention, the question whether its type has it.
    pub fn questions(&self, bodies: &[Body]) -> Vec<Claim> {
        let mut questions = Vec::new();
        for body in bodies {
            let Some(methods) = body.path.last().and_then(|name| self.methods.get(name)) else { continue };
            for name in methods.iter().filter(|name| !body.known.contains(*name)) {
                questions.push(Claim {
                    line: body.line,
                    text: format!("{}::{name}", body.path.join("::")),
                    module: 0,
                    named: Vec::new(),
                    form: Form::Method { path: body.path.clone(), params: body.params, name: name.clone() },
                });
            }
        }
        questions
    }
}
