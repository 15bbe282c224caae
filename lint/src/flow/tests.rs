//! What states and findings promise about themselves: the same knowledge looks the same, and findings come together
//! in any order.

use std::collections::BTreeSet;

use super::{
    End, Ending, Finding, Findings, Origin,
    graph::{Exit, ExitKind},
    state::{Cells, Location, State},
    value::Value,
};
use crate::{
    index::{AdtId, FunId, Name},
    source::{FileId, Span},
};

fn span(start: u32) -> Span {
    Span { file: FileId(0), start, end: start + 1 }
}

fn origin(start: u32) -> Origin {
    Origin { span: span(start), owner: None, inner: None, is_param: false, left: false }
}

fn end(at: u32) -> End {
    let exit = Some(Exit { kind: ExitKind::Scope, span: span(at + 10) });
    End { ending: Ending::Unread, exit, via: None, into: None }
}

fn finding(at: u32, inner: Option<u32>, ending: Ending) -> Findings {
    let exit = (ending == Ending::Unread).then_some(Exit { kind: ExitKind::Scope, span: span(at + 10) });
    let finding = Finding {
        origin: Origin { inner: inner.map(span), ..origin(at) },
        adt: AdtId(0),
        ends: BTreeSet::from([End { ending, exit, via: None, into: None }]),
        by_signature: ending == Ending::Unknown,
        harmless: inner.map(end).into_iter().collect(),
        sure: inner.map(end).into_iter().collect(),
        held: Default::default(),
    };
    Findings {
        by_origin: [(span(at), finding)].into(),
        remarks: Default::default(),
        given_up: inner.map(FunId).into_iter().collect(),
    }
}

/// Findings that have something, nothing, or all in common.
fn some_findings() -> Vec<fn() -> Findings> {
    vec![
        Findings::default,
        || finding(0, None, Ending::Unread),
        || finding(0, Some(1), Ending::Drained),
        || finding(0, Some(2), Ending::Unknown),
        || finding(3, Some(1), Ending::Unread),
        || finding(3, None, Ending::HandedOff).merge(finding(0, None, Ending::Unread)),
    ]
}

fn in_words(findings: Findings) -> String {
    format!("{findings:?}")
}

#[test]
fn findings_come_together_in_any_order() {
    for a in some_findings() {
        assert_eq!(in_words(a().merge(a())), in_words(a()));
        assert_eq!(in_words(a().merge(Findings::default())), in_words(a()));
        for b in some_findings() {
            assert_eq!(in_words(a().merge(b())), in_words(b().merge(a())));
            for c in some_findings() {
                assert_eq!(in_words(a().merge(b()).merge(c())), in_words(a().merge(b().merge(c()))));
            }
        }
    }
}

/// One of each kind of value that matters here.
fn some_values() -> Vec<Value> {
    let field = |name: &str, value| vec![(Name::from(name), value)];
    vec![
        Value::Unknown,
        Value::Body(0),
        Value::Bool(true),
        Value::structure(None, Some("Some".into()), field("0", Value::Body(1))),
        Value::structure(None, Some("None".into()), Vec::new()),
        Value::structure(None, None, field("first", Value::Int(1))),
        Value::Ref { cell: 7, path: vec!["first".into()], mutable: true },
    ]
}

#[test]
fn cells_do_not_remember_how_they_were_written() {
    let values = some_values();
    for first in &values {
        for second in &values {
            let mut cells = Cells::default();
            cells.set(3, first.clone());
            cells.set(1, second.clone());
            let mut other = Cells::default();
            other.set(1, first.clone());
            other.set(2, first.clone());
            other.set(1, second.clone());
            other.set(3, first.clone());
            other.set(2, Value::Unknown);
            assert_eq!(cells, other);
            assert_eq!((cells.get(1), cells.get(2), cells.get(3)), (second, &Value::Unknown, first));
            assert!(cells.iter().all(|(_, value)| *value != Value::Unknown));
            let mut mapped = cells.clone();
            mapped.map(|value| value);
            assert_eq!(mapped, cells);
            cells.map(|_| Value::Unknown);
            assert_eq!(cells, Cells::default());
        }
    }
}

#[test]
fn structures_that_say_the_same_look_the_same() {
    let fields = |names: [&str; 3]| {
        let value = |name: &str| if name == "unknown" { Value::Unknown } else { Value::Str(name.into()) };
        names.map(|name| (Name::from(name), value(name))).to_vec()
    };
    let known = Value::structure(None, None, fields(["first", "second", "unknown"]));
    assert_eq!(known, Value::structure(None, None, fields(["unknown", "second", "first"])));
    assert_eq!(known.clone().map(&mut |value| value), known);
    assert_eq!(Value::structure(None, None, vec![("unknown".into(), Value::Unknown)]), Value::Unknown);
    assert_ne!(Value::structure(None, Some("None".into()), Vec::new()), Value::Unknown);
}

#[test]
fn what_is_written_is_read_and_what_is_taken_is_gone() {
    let at = |path: &[&str]| Location { cell: 1, path: path.iter().map(|name| (*name).into()).collect(), behind: None };
    for value in some_values().into_iter().filter(Value::holds) {
        for path in [&[][..], &["first"], &["second"], &["second", "0"]] {
            let mut state = State::default();
            state.set(&at(&[]), Value::structure(None, None, vec![("first".into(), Value::Int(1))]));
            state.set(&at(path), value.clone());
            assert_eq!(state.get(&at(path)), value, "{path:?}");
            if path.first() == Some(&"second") {
                assert_eq!(state.get(&at(&["first"])), Value::Int(1), "{path:?}");
            }
            assert_eq!(state.take(&at(path)), value, "{path:?}");
            assert!(!state.get(&at(&[])).holds(), "{path:?}: {state:?}");
            assert_eq!(state.take(&at(path)), Value::Unknown, "{path:?}");
        }
    }
}

#[test]
fn what_holds_nothing_is_copied() {
    for value in some_values().into_iter().filter(|value| !value.holds()) {
        let mut state = State::default();
        let at = Location { cell: 4, path: Vec::new(), behind: None };
        state.set(&at, value.clone());
        assert_eq!(state.take(&at), value);
        assert_eq!(state.get(&at), value);
    }
}
