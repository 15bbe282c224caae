//! What the guard says of the ways of a client, beside what the server counts.

use std::{
    fs,
    sync::{Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use undrained::{BodyEnded, Closing, Fate, Verdict};

use super::{COLUMNS, PATIENCE, PAUSES, Run, Session, WITH_BODY, Way, each_cell, file, session};

/// Runs all ways of a client, made with [`Session::guard`], and compares what the guard says with what the server saw in
/// the same session. `knows_losses`: does the guard see the connections of this client, or only where they come from?
///
/// # Panics
/// When the guard says something that is not so, or nothing where it should.
pub fn check_guard(package: &str, client: &str, knows_losses: bool, run: &Run<'_>) {
    let text = fs::read_to_string(file(package, client)).expect("the ways of a client");
    let ways = Way::all(&text);
    let differences = Mutex::new(String::new());
    each_cell(&ways, &|number, column, expected| {
        let way = &ways[number];
        if way.unguarded.is_some() {
            return;
        }
        let pause = (expected != '-').then_some(PAUSES[1]);
        let (letter, session) = session(way, column, pause, &|session| run(session, number));
        if let Err(why) = agree(way, column, letter, knows_losses, &session) {
            let what = format!("\n{client}: {} in column {}, seen {letter}: {why}", way.name, COLUMNS[column].0);
            *differences.lock().unwrap_or_else(PoisonError::into_inner) += &what;
        }
    });
    let differences = differences.into_inner().unwrap_or_else(PoisonError::into_inner);
    assert!(differences.is_empty(), "the guard and the server do not agree:{differences}");
}

fn agree(way: &Way<'_>, column: usize, letter: char, knows_losses: bool, session: &Session) -> Result<(), String> {
    let may_be_an_error = way.status.starts_with(['4', '5']);
    let bodies = bodies(session, may_be_an_error);
    let first = match &bodies[..] {
        [first, _] => first,
        // The client made an error of the status, and nobody ever had the body in hands. If there was one, the guard
        // saw the client close the connection.
        [_] if may_be_an_error && was_closed_by_client(session) == (letter == '-') => return Ok(()),
        bodies => return Err(format!("{} bodies: {bodies:#?}", bodies.len())),
    };
    let fates: &[Fate] = match (letter, knows_losses) {
        ('+', _) => &[Fate::Survived],
        ('-', true) => &[Fate::Lost],
        ('-', false) => &[Fate::Lost, Fate::Unknown],
        _ => return Err("the second request has failed".to_owned()),
    };
    let is_blamed = matches!(first.verdict, Verdict::Unread | Verdict::PartlyRead);
    let said = format!("{:?}, {:?}", first.verdict, first.fate);
    if is_blamed != first.fate.is_some() || first.fate.is_some_and(|fate| !fates.contains(&fate)) {
        return Err(said);
    }
    let fits = match first.verdict {
        Verdict::Unread | Verdict::PartlyRead => WITH_BODY.contains(&column),
        Verdict::Drained => letter == '+' || column == WITH_BODY.end || way.is_never_used_again(),
        Verdict::Exempt => !WITH_BODY.contains(&column) || way.is_never_used_again(),
        Verdict::Failed => letter == '-',
    };
    if fits { Ok(()) } else { Err(said) }
}

/// What became of the bodies that came from the server. There are two, or one if the first `may_be_an_error`; for others
/// a long while is enough.
fn bodies(session: &Session, may_be_an_error: bool) -> Vec<BodyEnded> {
    let address = session.server.uri().authority().expect("an absolute address").to_string();
    let start = Instant::now();
    loop {
        let mut bodies = session.collector.bodies();
        bodies.retain(|body| body.response.origin.to_string().ends_with(&address));
        let is_settled = may_be_an_error && !session.collector.closed().is_empty();
        if bodies.len() >= 2 || is_settled && !bodies.is_empty() || start.elapsed() > PATIENCE {
            return bodies;
        }
        thread::sleep(Duration::from_millis(5));
    }
}

fn was_closed_by_client(session: &Session) -> bool {
    session.collector.closed().iter().any(|closed| closed.closing == Closing::Client)
}
