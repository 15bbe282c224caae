//! `explain` and `rules`, as a user meets them.

use std::process::{Command, Output};

use undrained_lint::{driver, rules};

fn undrained(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cargo-undrained")).args(args).output().expect("the program starts")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn each_rule_and_each_client_is_explained() {
    for name in rules::ALL.iter().map(|rule| rule.name).chain(driver::clients()) {
        let output = undrained(&["explain", name]);
        assert_eq!(output.status.code(), Some(0), "{name}");
        assert!(out(&output).lines().count() > 5, "{name}: {}", out(&output));
    }
    let text = out(&undrained(&["explain", "unread_body"]));
    assert!(text.starts_with("unread_body (warn by default)\n\nWhat it does\nReports a response"), "{text}");
    assert!(text.contains("    async fn notify("), "{text}");
}

#[test]
fn names_are_known_however_they_are_written() {
    let text = out(&undrained(&["explain", "unread_body"]));
    for name in ["undrained::unread_body", "unread-body", "undrained/unread_body"] {
        assert_eq!(out(&undrained(&["explain", name])), text, "{name}");
    }
    let text = out(&undrained(&["explain", "reqwest-middleware"]));
    assert!(text.starts_with("reqwest-middleware "), "{text}");
    // Two stubs for two versions.
    let text = out(&undrained(&["explain", "hyper"]));
    assert!(text.contains("\nhyper >=") || text.matches("hyper >=").count() == 2, "{text}");
}

#[test]
fn what_is_not_known_is_an_error_with_a_suggestion() {
    let output = undrained(&["explain", "unread_bodi"]);
    let expected = "error: failed to explain `unread_bodi`, there is no rule and no client of that name: did you mean `unread_body`?\n";
    assert_eq!(String::from_utf8_lossy(&output.stderr), expected);
    assert_eq!(output.status.code(), Some(2));
    let output = undrained(&["explain", "?"]);
    let expected = "error: failed to explain `?`, there is no rule and no client of that name\n";
    assert_eq!(String::from_utf8_lossy(&output.stderr), expected);
}

#[test]
fn rules_are_listed() {
    let table = out(&undrained(&["rules"]));
    assert_eq!(table.lines().count(), rules::ALL.len());
    assert!(table.starts_with("unread_body           warn   a response whose body is read on no path\n"), "{table}");
    let json: serde_json::Value = serde_json::from_str(&out(&undrained(&["rules", "--format", "json"]))).expect("JSON");
    for (rule, entry) in rules::ALL.iter().zip(json.as_array().expect("a list")) {
        assert_eq!(entry["name"], rule.name);
        assert_eq!(entry["level"], if rule.pedantic { "allow" } else { "warn" });
        assert!(entry["url"].as_str().is_some_and(|url| url.ends_with(&format!("docs/rules.md#{}", rule.name))));
    }
}
