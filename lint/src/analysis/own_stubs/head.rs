//! The head of a stub: `#![client(krate = "..", versions = "..", reuse = "..")]`.

use semver::VersionReq;
use syn::{LitStr, spanned::Spanned as _};

use super::Problems;
use crate::{rules::Cost, suggest};

const KEYS: [&str; 5] = ["krate", "versions", "reuse", "reuse_by_feature", "features"];

pub fn check(file: &syn::File, problems: &mut Problems) {
    let Some(head) = file.attrs.iter().find(|attr| attr.path().is_ident("client")) else {
        let help =
            "begin with a line such as `#![client(krate = \"acme_http\", versions = \">=1, <2\", reuse = \"at_end\")]`";
        problems.add(0..0, "this stub does not say which crate it describes", Some(help.to_owned()));
        return;
    };
    let mut has_name = false;
    let parsed = head.parse_nested_meta(|meta| {
        let key = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
        if !KEYS.contains(&key.as_str()) {
            let help = suggest::did_you_mean(&key, KEYS).unwrap_or_else(|| format!("there are {}", KEYS.join(", ")));
            problems.at(meta.path.span(), format!("there is no key `{key}` in the head of a stub"), Some(help));
        }
        let value: LitStr = meta.value()?.parse()?;
        let text = value.value();
        match key.as_str() {
            "krate" => {
                has_name = true;
                if text.is_empty() || !text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-')) {
                    problems.at(value.span(), format!("`{text}` is not the name of a crate"), None);
                }
            }
            "versions" => {
                if let Err(error) = VersionReq::parse(&text) {
                    let help = "write it as in `Cargo.toml`, such as `>=1, <2`";
                    let message = format!("this is not a requirement of versions: {error}");
                    problems.at(value.span(), message, Some(help.to_owned()));
                }
            }
            "reuse" => family(&value, &text, problems),
            "reuse_by_feature" => text.split(',').for_each(|pair| match pair.split_once(':') {
                Some((_, reuse)) => family(&value, reuse.trim(), problems),
                None => problems.at(value.span(), format!("`{pair}` is not a feature, `:` and a family"), None),
            }),
            _ => {}
        }
        Ok(())
    });
    if let Err(error) = parsed {
        problems.at(error.span(), error.to_string(), None);
    } else if !has_name {
        let help = "name it as code does: `krate = \"acme_http\"`";
        problems.at(head.span(), "this head does not name a crate", Some(help.to_owned()));
    }
}

fn family(value: &LitStr, name: &str, problems: &mut Problems) {
    if !Cost::FAMILIES.contains(&name) {
        let known = || format!("there are {}", Cost::FAMILIES.join(", "));
        let help = suggest::did_you_mean(name, Cost::FAMILIES).unwrap_or_else(known);
        problems.at(value.span(), format!("there is no family `{name}` of clients"), Some(help));
    }
}
