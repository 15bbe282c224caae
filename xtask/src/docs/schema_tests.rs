//! The schema accepts what the guides show, and refuses what is no configuration.
//!
//! A validator for all of JSON Schema would be larger than the lint. The one in here knows the words that the schema
//! is made of, and fails at any other.

use std::fs;

use serde_json::{Value, json};
use undrained_lint::config;

use crate::root;

/// Why a value is not what a schema wants.
fn refusal(root: &Value, schema: &Value, value: &Value) -> Option<String> {
    let schema = match schema {
        Value::Bool(accepted) => return (!accepted).then(|| format!("{value} may not be there")),
        schema => schema.as_object().expect("a schema is an object"),
    };
    schema.iter().find_map(|(word, wanted)| match word.as_str() {
        "$schema" | "title" | "description" | "default" | "definitions" => None,
        "$ref" => {
            let path = wanted.as_str().and_then(|it| it.strip_prefix('#')).expect("a place in the schema");
            refusal(root, root.pointer(path).expect("it is there"), value)
        }
        "allOf" => wanted.as_array()?.iter().find_map(|it| refusal(root, it, value)),
        "anyOf" | "oneOf" => {
            let refusals: Option<Vec<String>> = wanted.as_array()?.iter().map(|it| refusal(root, it, value)).collect();
            refusals.map(|refusals| refusals.join(", and "))
        }
        "enum" => (!wanted.as_array()?.contains(value)).then(|| format!("{value} is none of {wanted}")),
        "const" => (wanted != value).then(|| format!("{value} is not {wanted}")),
        "type" => {
            let types = wanted.as_array().map_or(vec![wanted], |types| types.iter().collect());
            let found = match value {
                Value::Null => "null",
                Value::Bool(_) => "boolean",
                Value::Number(_) => "number",
                Value::String(_) => "string",
                Value::Array(_) => "array",
                Value::Object(_) => "object",
            };
            (!types.contains(&&json!(found))).then(|| format!("{value} is not a {wanted}"))
        }
        "items" => value.as_array()?.iter().find_map(|it| refusal(root, wanted, it)),
        "required" => {
            let is_missing = |name: &&Value| value.get(name.as_str().unwrap_or_default()).is_none();
            wanted.as_array()?.iter().find(is_missing).map(|name| format!("{name} is missing"))
        }
        "properties" => value.as_object()?.iter().find_map(|(key, it)| refusal(root, wanted.get(key)?, it)),
        "additionalProperties" => {
            let is_new = |key: &&String| schema.get("properties").is_none_or(|known| known.get(key).is_none());
            let mut new = value.as_object()?.keys().filter(is_new);
            new.find_map(|key| refusal(root, wanted, &value[key]).map(|why| format!("{key}: {why}")))
        }
        other => panic!("what does `{other}` mean?"),
    })
}

fn check(text: &str) -> Option<String> {
    let table: toml::Table = text.parse().expect("it is TOML");
    let value = serde_json::to_value(table).expect("it is data");
    let within = |name: &str| value.pointer(&format!("/{name}/metadata/undrained"));
    let value = within("workspace").or(within("package")).unwrap_or(&value);
    let schema = config::schema();
    refusal(&schema, &schema, value)
}

#[test]
fn what_the_guides_show_is_accepted() {
    let mut count = 0;
    for page in ["README.md", "docs/configuration.md", "docs/living-with-findings.md", "docs/stubs.md"] {
        let text = fs::read_to_string(root().join(page)).expect("the page is there");
        for block in text.split("```").skip(1).step_by(2).filter_map(|block| block.strip_prefix("toml\n")) {
            count += 1;
            assert_eq!(check(block), None, "{page}:\n{block}");
        }
    }
    assert!(count >= 4, "{count} examples were found");
}

#[test]
fn every_key_is_known() {
    let all = "exclude = ['a']\nstubs = ['b']\nbaseline = 'c'\nmin-confidence = 'low'\ntests = true\nlevels = { all = 'deny' }\n\
               paths = [{ glob = 'a', levels = { unread_body = 'allow', pedantic = 'warn' } }]\n";
    assert_eq!(check(all), None);
    assert_eq!(check(""), None);
}

#[test]
fn what_is_no_configuration_is_refused() {
    for text in [
        "exlude = []",
        "exclude = 'a'",
        "exclude = [1]",
        "baseline = 3",
        "tests = 'yes'",
        "min-confidence = 'total'",
        "levels = { all = 'forbid' }",
        "levels = { unread_bodi = 'warn' }",
        "paths = [{ glob = 'a' }]",
        "paths = [{ levels = {} }]",
        "paths = [{ glob = 'a', levels = {}, tests = true }]",
    ] {
        assert!(check(text).is_some(), "{text}");
    }
}
