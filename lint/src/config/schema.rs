//! The JSON schema of the configuration, for editors.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema};
use serde_json::{Map, Value, json};

use super::{Level, Selector, file::File};
use crate::rules::ALL;

/// The schema of `undrained.toml`.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft07().into_generator();
    generator.into_root_schema_for::<File>().to_value()
}

/// A table of levels. Each rule and group is a property of its own, so that an editor can offer them.
pub(super) struct Levels;

impl JsonSchema for Levels {
    fn schema_name() -> Cow<'static, str> {
        "Levels".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let level = generator.subschema_for::<Level>();
        let groups = Selector::GROUPS.iter().map(|(group, what)| (group.name(), (*what).to_owned()));
        let rules = ALL.iter().map(|rule| (rule.name, first_sentence(&rule.docs())));
        let property = |(name, description): (&str, String)| {
            (name.to_owned(), json!({ "description": description, "allOf": [level] }))
        };
        let properties: Map<String, Value> = groups.chain(rules).map(property).collect();
        json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
    }
}

/// What a rule does, in one sentence.
fn first_sentence(docs: &str) -> String {
    let text = docs.split("## What it does\n").nth(1).unwrap_or_default().replace('\n', " ");
    text.split_inclusive(". ").next().unwrap_or_default().trim().to_owned()
}
