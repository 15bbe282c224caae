//! SARIF: the part of its schema that the lint uses, and what must hold beyond it.
//!
//! The schema allows no other properties than its own, so neither does this: a misspelled one fails.

use serde_json::{Value, json};

use super::{CODE, EARLY, LOST, ODD, package, read, run, write};

/// Is it SARIF 2.1.0, as far as its schema can tell?
pub fn check(log: &Value) {
    object(log, &["version", "runs"], &["$schema"]);
    assert_eq!(log["version"], "2.1.0");
    for run in list(&log["runs"]) {
        object(run, &["tool"], &["columnKind", "invocations", "results"]);
        assert!(["utf16CodeUnits", "unicodeCodePoints"].contains(&text(&run["columnKind"])));
        object(&run["tool"], &["driver"], &[]);
        let driver = &run["tool"]["driver"];
        object(driver, &["name"], &["semanticVersion", "informationUri", "rules"]);
        list(&driver["rules"]).iter().for_each(descriptor);
        list(&run["invocations"]).iter().for_each(invocation);
        list(&run["results"]).iter().for_each(|result| finding(result, list(&driver["rules"])));
    }
}

fn descriptor(rule: &Value) {
    object(rule, &["id"], &["shortDescription", "help", "helpUri", "defaultConfiguration"]);
    object(&rule["shortDescription"], &["text"], &["markdown"]);
    object(&rule["help"], &["text"], &["markdown"]);
    assert!(text(&rule["helpUri"]).starts_with("https://"));
    object(&rule["defaultConfiguration"], &[], &["enabled", "level"]);
    assert!(rule["defaultConfiguration"]["enabled"].is_boolean());
    level(&rule["defaultConfiguration"]["level"]);
}

fn invocation(invocation: &Value) {
    let notifications = ["toolConfigurationNotifications", "toolExecutionNotifications"];
    object(invocation, &["executionSuccessful"], &notifications);
    assert!(invocation["executionSuccessful"].is_boolean());
    for notification in notifications.iter().flat_map(|name| list(&invocation[*name])) {
        object(notification, &["message"], &["level", "locations"]);
        message(&notification["message"]);
        level(&notification["level"]);
        list(&notification["locations"]).iter().for_each(location);
    }
}

fn finding(result: &Value, rules: &[Value]) {
    let optional =
        ["ruleId", "ruleIndex", "level", "locations", "relatedLocations", "partialFingerprints", "properties", "fixes"];
    object(result, &["message"], &optional);
    message(&result["message"]);
    level(&result["level"]);
    assert_eq!(rules[number(&result["ruleIndex"])]["id"], result["ruleId"]);
    list(&result["locations"]).iter().chain(list(&result["relatedLocations"])).for_each(location);
    let prints = result["partialFingerprints"].as_object().expect("an object");
    assert!(prints.values().all(Value::is_string) && !prints.is_empty());
    assert!(result["properties"].is_object());
    if let Some(fixes) = result.get("fixes") {
        list(fixes).iter().for_each(fix);
    }
}

fn fix(fix: &Value) {
    object(fix, &["artifactChanges"], &["description", "properties"]);
    if let Some(text) = fix.get("description") {
        message(text);
    }
    for change in list(&fix["artifactChanges"]) {
        object(change, &["artifactLocation", "replacements"], &[]);
        object(&change["artifactLocation"], &["uri"], &[]);
        for replacement in list(&change["replacements"]) {
            object(replacement, &["deletedRegion"], &["insertedContent"]);
            self::region(&replacement["deletedRegion"]);
            if let Some(content) = replacement.get("insertedContent") {
                object(content, &["text"], &[]);
                text(&content["text"]);
            }
        }
    }
}

fn location(location: &Value) {
    object(location, &["physicalLocation"], &["id", "logicalLocations", "message"]);
    if let Some(text) = location.get("message") {
        message(text);
    }
    if let Some(logical) = location.get("logicalLocations") {
        list(logical).iter().for_each(|it| object(it, &["fullyQualifiedName", "kind"], &[]));
    }
    let physical = &location["physicalLocation"];
    object(physical, &["artifactLocation", "region"], &[]);
    object(&physical["artifactLocation"], &["uri"], &[]);
    let uri = text(&physical["artifactLocation"]["uri"]);
    assert!(uri.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte)), "{uri}");
    region(&physical["region"]);
}

fn region(region: &Value) {
    object(region, &["startLine", "startColumn", "endLine", "endColumn"], &[]);
    let at = |line: &str, column: &str| (number(&region[line]), number(&region[column]));
    let (start, end) = (at("startLine", "startColumn"), at("endLine", "endColumn"));
    assert!((1, 1) <= start && start <= end && start.1 >= 1 && end.1 >= 1, "{region}");
}

fn message(message: &Value) {
    object(message, &["text"], &[]);
    assert!(!text(&message["text"]).is_empty());
}

fn level(level: &Value) {
    assert!(["none", "note", "warning", "error"].contains(&text(level)), "{level}");
}

/// An object that has all of the first names, and no others than these and the second.
#[track_caller]
fn object(value: &Value, required: &[&str], optional: &[&str]) {
    let object = value.as_object().unwrap_or_else(|| panic!("an object: {value}"));
    required.iter().for_each(|name| assert!(object.contains_key(*name), "`{name}` is missing: {value}"));
    let is_known = |name: &String| required.contains(&name.as_str()) || optional.contains(&name.as_str());
    object.keys().for_each(|name| assert!(is_known(name), "`{name}` is not known: {value}"));
}

#[track_caller]
fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("a list: {value}"))
}

#[track_caller]
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("a text: {value}"))
}

#[track_caller]
fn number(value: &Value) -> usize {
    value.as_u64().and_then(|number| usize::try_from(number).ok()).unwrap_or_else(|| panic!("a number: {value}"))
}

#[test]
fn sarif_is_what_its_schema_wants() {
    let log = read("sarif");
    check(&log);
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let [lost, early] = list(&run["results"]) else { panic!("two: {log}") };
    assert_eq!((text(&lost["ruleId"]), text(&lost["level"])), ("unread_body", "warning"));
    assert_eq!((text(&early["ruleId"]), text(&early["level"])), ("unread_on_exit", "error"));
    assert!(text(&lost["message"]["text"]).starts_with(&format!("{LOST}\n[")), "{lost}");
    assert!(
        text(&early["message"]["text"]).starts_with(&format!("{EARLY}\n[this return drops it unread](1)\nnote: ")),
        "{early}"
    );
    assert_eq!(
        lost["locations"],
        json!([{
            "physicalLocation": {
                "artifactLocation": {"uri": "src/lib.rs"},
                "region": {"startLine": 4, "startColumn": 35, "endLine": 4, "endColumn": 41},
            },
            "logicalLocations": [{"fullyQualifiedName": "app::lost", "kind": "function"}],
            "message": {"text": "response obtained here"},
        }])
    );
    assert_eq!(
        early["relatedLocations"],
        json!([{
            "id": 1,
            "physicalLocation": {
                "artifactLocation": {"uri": "src/%C3%B6%2C%20100%25.rs"},
                "region": {"startLine": 4, "startColumn": 9, "endLine": 4, "endColumn": 15},
            },
            "message": {"text": "this return drops it unread"},
        }])
    );
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], true);
    let [note] = list(&invocation["toolExecutionNotifications"]) else { panic!("one: {invocation}") };
    assert!(text(&note["message"]["text"]).starts_with("skipped `src/bytes.rs`"));
}

#[test]
fn every_rule_has_help() {
    let log = read("sarif");
    let rules = list(&log["runs"][0]["tool"]["driver"]["rules"]);
    assert_eq!(rules.len(), undrained_lint::rules::ALL.len());
    for rule in rules {
        assert!(text(&rule["shortDescription"]["text"]).starts_with("Reports "), "{rule}");
        assert!(text(&rule["help"]["markdown"]).contains("## Use instead\n"), "{rule}");
    }
}

#[test]
fn fingerprints_survive_when_lines_and_files_move() {
    let prints = |folder: &std::path::Path| -> Vec<String> {
        let log: Value = serde_json::from_str(&run(folder, "sarif")).expect("it is JSON");
        let results = list(&log["runs"][0]["results"]);
        results.iter().map(|it| text(&it["partialFingerprints"]["undrained/v1"]).to_owned()).collect()
    };
    let before = package();
    let after = package();
    std::fs::remove_file(after.path().join("src/ö, 100%.rs")).expect("it is there");
    write(&after, "src/odd.rs", &format!("//! Moved.\n\n{}", ODD.replace("    let", "\tlet")));
    write(&after, "src/lib.rs", &format!("pub mod odd;\npub fn new() {{}}\n\n{CODE}"));
    assert_eq!(prints(before.path()), prints(after.path()));
    // From another folder the paths are others.
    assert_eq!(prints(before.path()), prints(&before.path().join("src")));
    write(&after, "src/odd.rs", &ODD.replace("\"a\"", "\"b\""));
    let changed = prints(after.path());
    assert_eq!(prints(before.path())[0], changed[0]);
    assert_ne!(prints(before.path())[1], changed[1]);
}
