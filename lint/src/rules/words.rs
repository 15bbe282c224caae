//! The sentences that rules share. They claim what is known of the client's family and no more.

use super::{Context, Verdict};
use crate::{
    diagnostics::Label,
    flow::{End, graph::ExitKind},
};

/// What an unread body costs with a family of clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// After "which", or "a body that is dropped unread".
    pub what: &'static str,
    /// After the name of the client.
    pub because: &'static str,
}

impl Cost {
    /// The families, as stubs name them.
    pub(crate) const FAMILIES: [&str; 6] = ["one_read", "at_end", "with_head", "race", "dirty", "none"];

    /// That of a `reuse` family, as stubs name it.
    pub fn of(reuse: Option<&str>) -> Cost {
        let (what, because) = match reuse {
            Some("none") => ("costs nothing", "keeps no connection that could be used again"),
            Some("at_end") => (
                "costs the connection",
                "keeps a connection only when the end of the body was read, which comes after its last byte: otherwise \
                 the connection is closed, and the next request pays for a new one",
            ),
            Some("with_head") => (
                MAYBE,
                "keeps a connection only when the body was read, or came whole with the head: otherwise the connection \
                 is closed, and the next request pays for a new one",
            ),
            Some("race") => (
                MAYBE,
                "reads ahead, and keeps a connection when it has met the end of the body by the time that it is \
                 dropped: of a small body it may have, of a large or late one it has not, and the next request pays for \
                 a new connection",
            ),
            Some("dirty") => (
                "may make the next request on its connection fail",
                "gives the connection back with the rest of the body still on it: unless all of it came with the head, \
                 the next request takes that rest for its response",
            ),
            _ => (
                MAYBE,
                "reads once more when a body is dropped: if that does not reach the end, because the rest is late or \
                 large, the connection is closed, and the next request pays for a new one",
            ),
        };
        Cost { what, because }
    }
}

const MAYBE: &str = "may cost the connection";

/// The family of the client.
pub(super) fn reuse<'a>(cx: &Context<'a>, verdict: &Verdict) -> Option<&'a str> {
    cx.index.reuse(verdict.adt, verdict.origin.owner)
}

/// What losing the body does to the connection: after "which".
pub(super) fn cost(cx: &Context, verdict: &Verdict) -> &'static str {
    Cost::of(reuse(cx, verdict)).what
}

/// Why it matters for this client.
pub(super) fn why(cx: &Context, verdict: &Verdict) -> String {
    of_client(cx, verdict, Cost::of(reuse(cx, verdict)).because)
}

/// A sentence about the client.
pub(super) fn of_client(cx: &Context, verdict: &Verdict, because: &str) -> String {
    let stub = cx.index[cx.index[verdict.adt].krate].stub.as_ref().filter(|client| client.reuse.is_some());
    let client = stub.map_or("hyper, like the clients on it,", |client| &client.krate);
    format!("{client} {because}")
}

/// The drain in the client's own words.
pub(super) fn drain(cx: &Context, verdict: &Verdict) -> Option<String> {
    let attrs = &cx.index[verdict.adt].attrs;
    let fix = attrs.iter().find(|(name, _)| name == "fix").map(|(_, fix)| fix)?;
    Some(format!("`{}`", fix.replace("{}", "response")))
}

/// "read the body first: ..", or the same without an example.
pub(super) fn drain_help(cx: &Context, verdict: &Verdict, when: &str) -> String {
    match drain(cx, verdict) {
        Some(drain) => format!("read the body {when}, for example with {drain}"),
        None => format!("read the body {when}"),
    }
}

/// The labels of exits, with the calls on the way to them. No more than `MOST` of them: the rest is a number.
pub(super) fn exits(ends: &[End], what: &str) -> Vec<Label> {
    let mut labels = Vec::new();
    for end in ends.iter().take(MOST) {
        let Some(exit) = end.exit else { continue };
        if let Some(via) = end.via {
            labels.push(Label { span: via, text: "given to this function".to_owned() });
        }
        let text = match exit.kind {
            ExitKind::Scope => format!("goes out of scope here, {what}"),
            ExitKind::Statement => format!("dropped at the end of this statement, {what}"),
            ExitKind::Question => format!("this `?` may return early and drop it {what}"),
            ExitKind::Return => format!("this return drops it {what}"),
            ExitKind::Macro => format!("this may return early and drop it {what}"),
            ExitKind::Break => format!("this break drops it {what}"),
            ExitKind::Continue => format!("this continue drops it {what}"),
            ExitKind::Overwritten => format!("overwritten here, {what}"),
            ExitKind::ErrorStatus => format!("dropped here for an error status, {what}"),
            ExitKind::Cancelled => format!("cancelled here, {what}"),
            ExitKind::Callee | ExitKind::Callback => format!("dropped by this call, {what}"),
        };
        labels.push(Label { span: exit.span, text });
    }
    tell_rest(&mut labels, ends.len());
    // Several states can leave by one exit.
    let mut seen = Vec::new();
    labels.retain(|label| {
        let new = !seen.contains(label);
        seen.push(label.clone());
        new
    });
    labels
}

/// No more than `MOST` labels.
pub(super) fn at_most(mut labels: Vec<Label>) -> Vec<Label> {
    let all = labels.len();
    labels.truncate(MOST);
    tell_rest(&mut labels, all);
    labels
}

/// The last label tells how many there are without one.
fn tell_rest(labels: &mut [Label], all: usize) {
    if let (Some(last), more @ 1..) = (labels.last_mut(), all.saturating_sub(MOST)) {
        last.text.push_str(&format!("; {more} more like this"));
    }
}

const MOST: usize = 6;

/// "one path", "3 paths"
pub(super) fn paths(count: usize) -> String {
    match count {
        1 => "one path".to_owned(),
        n => format!("{n} paths"),
    }
}
