//! How a value is drained, in its client's own words.

use super::{names::occurs, site::Site};
use crate::{
    flow::graph::Shape,
    index::{AdtId, FunId, Name, Owner, Receiver},
    types::Ty,
};

/// A way to drain the values of one type.
pub(super) struct Drain {
    /// `{}.bytes().await`: `{}` is the value.
    pattern: String,
    /// Does it need a variable that may be changed?
    pub needs_mut: bool,
}

impl Drain {
    /// How to drain a value of this type, if it owns a body of that one and its drain can be written at the site.
    pub fn of(site: &mut Site, body: AdtId, ty: &Ty) -> Option<Drain> {
        let index = site.lookup.index;
        let template = &index[body].attrs.iter().find(|(name, _)| name == "fix")?.1;
        let pattern = template.strip_prefix("let _ = ")?.strip_suffix(';')?;
        let shape = site.types.shape(ty);
        let is_one = match &shape {
            Shape::Body(of) => *of == body,
            Shape::Adt { id: Some(id), .. } => site.lookup.is_response(*id),
            _ => return None,
        };
        let needs_mut = match pattern.strip_prefix("{}.") {
            Some(rest) => {
                let (method, _) = rest.split_once('(')?;
                let method = site.types.method(ty, method)?;
                match index[method].receiver {
                    _ if !is_one || !is_in_scope(site, method) => return None,
                    Some(Receiver::Value) => false,
                    Some(Receiver::Ref { mutable }) => mutable,
                    _ => return None,
                }
            }
            None => {
                let (function, _) = pattern.split_once('(')?;
                let path: Vec<&str> = function.split("::").collect();
                let (krate, name) = (path.first()?, path.last()?);
                let owner = site.fun().krate;
                // `http_body_util::BodyExt::collect({})` takes whatever implements the trait.
                let of = path.get(path.len().checked_sub(2)?)?;
                let method = site.types.method(ty, name);
                let is_taken = method.and_then(|method| owner_of(site, method)).is_some_and(|it| it == *of);
                if !index[owner].deps.contains_key(*krate) || !(is_one || is_taken) {
                    return None;
                }
                false
            }
        };
        Some(Drain { pattern: pattern.to_owned(), needs_mut })
    }

    /// Must it stand where code can await?
    pub fn awaits(&self) -> bool {
        self.pattern.ends_with(".await")
    }

    /// As a statement.
    pub fn of_value(&self, value: &str) -> String {
        format!("let _ = {};", self.pattern.replace("{}", value))
    }

    /// As a statement, with calls on lines of their own where the value has such as well.
    pub fn of_expr(&self, value: &str) -> String {
        let last = value.rfind('\n').map(|at| &value[at + 1..]);
        match (last.filter(|line| line.trim_start().starts_with('.')), self.pattern.strip_prefix("{}.")) {
            (Some(line), Some(calls)) => {
                let indent = &line[..line.len() - line.trim_start().len()];
                let newline = if value.contains("\r\n") { "\r\n" } else { "\n" };
                let calls = calls.replace(").", &format!("){newline}{indent}."));
                format!("let _ = {value}{newline}{indent}.{calls};")
            }
            _ => self.of_value(value),
        }
    }
}

/// May a method be called? That of a trait only where the trait was imported.
fn is_in_scope(site: &Site, method: FunId) -> bool {
    owner_of(site, method).is_none_or(|name| occurs(site.text, &name) || site.text.contains("prelude::*"))
}

/// The trait that a method is of.
fn owner_of(site: &Site, method: FunId) -> Option<Name> {
    let index = site.lookup.index;
    match index[method].owner {
        Owner::Free => None,
        Owner::Trait(id) => Some(index[id].name.clone()),
        Owner::Impl(id) => Some(index[id].trait_ref.as_ref()?.segments.last()?.name.clone()),
    }
}
