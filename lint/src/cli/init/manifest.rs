//! What is added to manifests and to Cargo's configuration. All else in them stays as it is, comments and spaces
//! included.

use std::path::{Path, PathBuf};

use globset::GlobBuilder;
use toml_edit::{Array, DocumentMut, Item, Table, Value, value};

use super::{
    Place,
    step::{Step, What, found, shown},
};
use crate::error::Error;

const MEMBER: &str = "xtask";

/// With optimisation: it is built once and run often.
const ALIAS: &str = "run --quiet --release --package xtask --";

/// Does the manifest have a table for this tool? A file beside it would be a second configuration.
pub fn has_configuration(place: &Place) -> Result<bool, Error> {
    let document = parsed(&manifest(place))?;
    let has = |table: &str| document.get(table).and_then(|it| it.get("metadata")?.get("undrained")).is_some();
    Ok(has("workspace") || has("package"))
}

/// Makes the package for chores a member of the workspace.
pub fn member(place: &Place) -> Result<Step, Error> {
    let path = manifest(place);
    let document = parsed(&path)?;
    let refused = |reason: &str| Error::Change { path: shown(&path), reason: reason.to_owned() };
    let what = match with_member(document).map_err(refused)? {
        None => What::Same,
        Some(text) => What::Change(text, "`xtask` is a member of the workspace"),
    };
    Ok(Step::new(path, what))
}

/// Lets `cargo xtask` run it.
pub fn alias(place: &Place) -> Result<Step, Error> {
    let path = place.root.join(".cargo/config.toml");
    let older = place.root.join(".cargo/config");
    let entry = || format!("[alias]\nxtask = \"{ALIAS}\"\n");
    if older.is_file() {
        return Step::add(older, "beside other aliases", entry(), "xtask =");
    }
    if !path.exists() {
        return Ok(Step::new(path, What::Create(entry())));
    }
    let document = parsed(&path)?;
    let refused = |reason: &str| Error::Change { path: shown(&path), reason: reason.to_owned() };
    let what = match with_alias(document).map_err(refused)? {
        None => What::Same,
        Some(text) => What::Change(text, "`cargo xtask` runs it"),
    };
    Ok(Step::new(path, what))
}

fn manifest(place: &Place) -> PathBuf {
    place.root.join("Cargo.toml")
}

fn parsed(path: &Path) -> Result<DocumentMut, Error> {
    let text = found(path)?.unwrap_or_default();
    text.parse().map_err(|error: toml_edit::TomlError| {
        let line = text[..error.span().map_or(0, |span| span.start)].matches('\n').count() + 1;
        Error::Change { path: shown(path), reason: format!("line {line}: {}", error.message()) }
    })
}

/// The manifest with one more member; none if it is one.
fn with_member(mut document: DocumentMut) -> Result<Option<String>, &'static str> {
    let workspace = document.entry("workspace").or_insert_with(|| Item::Table(Table::new()));
    let workspace = workspace.as_table_mut().ok_or("`workspace` is not a table of its own")?;
    let is_excluded = workspace.get("exclude").and_then(Item::as_array).is_some_and(names_it);
    if is_excluded {
        return Err("it excludes `xtask` from the workspace");
    }
    let members = workspace.entry("members").or_insert_with(|| value(Array::new()));
    let members = members.as_array_mut().ok_or("`members` is not a list")?;
    if names_it(members) {
        return Ok(None);
    }
    push(members, MEMBER);
    Ok(Some(document.to_string()))
}

/// The configuration with the alias; none if it has one of that name.
fn with_alias(mut document: DocumentMut) -> Result<Option<String>, &'static str> {
    let aliases = document.entry("alias").or_insert_with(|| Item::Table(Table::new()));
    let aliases = aliases.as_table_like_mut().ok_or("`alias` is not a table")?;
    if aliases.contains_key("xtask") {
        return Ok(None);
    }
    aliases.insert("xtask", value(ALIAS));
    Ok(Some(document.to_string()))
}

/// Does one of the paths or globs fit?
fn names_it(paths: &Array) -> bool {
    paths.iter().filter_map(Value::as_str).any(|path| {
        let glob =
            GlobBuilder::new(path.trim_start_matches("./").trim_end_matches('/')).literal_separator(true).build();
        glob.is_ok_and(|glob| glob.compile_matcher().is_match(MEMBER))
    })
}

/// Adds to a list in the way in which it is written: on a line of its own if the last one has one.
fn push(list: &mut Array, member: &str) {
    let text = |raw: Option<&toml_edit::RawString>| raw.and_then(|raw| raw.as_str()).unwrap_or_default().to_owned();
    let mut prefix = String::new();
    let mut suffix = String::new();
    if let Some(last) = list.iter_mut().last() {
        let before = text(last.decor().prefix());
        prefix = before.rfind('\n').map_or(" ".to_owned(), |line| before[line..].to_owned());
        // Without a comma at the end, what stands behind the last one is its own.
        suffix = text(last.decor().suffix());
        last.decor_mut().set_suffix("");
    }
    // A comment behind the last comma stays there.
    let trailing = text(Some(list.trailing()));
    if let Some(line) = trailing.rfind('\n').filter(|_| trailing.contains('#')) {
        prefix = format!("{}{prefix}", &trailing[..line]);
        list.set_trailing(&trailing[line..]);
    }
    let mut value = Value::from(member);
    value.decor_mut().set_prefix(prefix);
    value.decor_mut().set_suffix(suffix);
    list.push_formatted(value);
}

#[cfg(test)]
mod tests {
    use super::{ALIAS, with_alias, with_member};

    #[track_caller]
    fn check(before: &str, after: &str) {
        let changed = with_member(before.parse().expect("TOML")).expect("it can be changed");
        assert_eq!(changed.as_deref().unwrap_or("the same"), after);
    }

    #[test]
    fn a_member_is_added_in_the_way_of_the_list() {
        check("[workspace]\nmembers = [\"a\"] # all\n", "[workspace]\nmembers = [\"a\", \"xtask\"] # all\n");
        check("[workspace]\nmembers = []\n", "[workspace]\nmembers = [\"xtask\"]\n");
        check(
            "[workspace]\nmembers = [\n    # one\n    \"a\",\n    \"b\", # two\n]\n",
            "[workspace]\nmembers = [\n    # one\n    \"a\",\n    \"b\", # two\n    \"xtask\",\n]\n",
        );
        check(
            "[workspace]\nmembers = [\n  \"a\",\n  \"b\"\n]\n",
            "[workspace]\nmembers = [\n  \"a\",\n  \"b\",\n  \"xtask\"\n]\n",
        );
    }

    #[test]
    fn a_package_becomes_a_workspace() {
        check("[package]\nname = \"a\"\n", "[package]\nname = \"a\"\n\n[workspace]\nmembers = [\"xtask\"]\n");
        check("[workspace]\n", "[workspace]\nmembers = [\"xtask\"]\n");
    }

    #[test]
    fn a_member_stays_one() {
        for list in ["\"xtask\"", "\"./xtask/\"", "\"*\"", "\"{a,xtask}\"", "\"x*\""] {
            check(&format!("[workspace]\nmembers = [{list}]\n"), "the same");
        }
    }

    #[test]
    fn what_cannot_be_changed_is_said() {
        let check = |text: &str, why| {
            assert_eq!(with_member(text.parse().expect("TOML")), Err(why));
        };
        check("workspace = 1", "`workspace` is not a table of its own");
        check("[workspace]\nmembers = 1", "`members` is not a list");
        check("[workspace]\nexclude = [\"xtask\"]", "it excludes `xtask` from the workspace");
    }

    #[test]
    fn an_alias_is_added_and_never_replaced() {
        let alias = |text: &str| with_alias(text.parse().expect("TOML")).expect("it can be changed");
        let added = format!("xtask = \"{ALIAS}\"\n");
        assert_eq!(alias("[build]\njobs = 2\n").expect("one is new"), format!("[build]\njobs = 2\n\n[alias]\n{added}"));
        assert_eq!(
            alias("[alias]\nb = \"build\" # b\n").expect("one is new"),
            format!("[alias]\nb = \"build\" # b\n{added}")
        );
        assert_eq!(alias("[alias]\nxtask = \"run\"\n"), None);
        assert_eq!(alias("alias = { xtask = \"run\" }\n"), None);
    }
}
