//! What the ways of the clients measured, as a table. Each letter of it stands in a way, and a test holds it true.

use std::{collections::BTreeMap, fs};

use crate::root;

/// The ways that most clients have, and what is said of them.
const WAYS: [(&str, &str); 6] = [
    ("drop_at_once", "dropped unread"),
    ("one_piece", "one piece read"),
    ("all_bytes_but_not_the_end", "all read but the end"),
    ("error_status", "dropped for its status"),
    ("what_is_not_json", "JSON that does not parse"),
    ("sent_on", "sent on in a request"),
];

const INTRODUCTION: &str = "
## What was measured

";

/// How the tables are to be read.
pub const LETTERS: &str = "\
Each client was asked for a response, did one thing with its body, and sent a second request; a server counted the connections.
The four letters stand for 200 bytes that came with the head, 200 bytes that came 50 ms later, 64 KiB, and a chunk whose end came 50 ms later: `+` the connection was used again, `-` it was lost, `!` the next request failed on it, `?` this is a race.
";

const ALL: &str = "\
Whoever reads to the end keeps the connection in each of them, and so does everybody where there is no body.

These are the ways that most clients have; [`tests/clients/ways/`](../tests/clients/ways/) and [`tests/heavy/ways/`](../tests/heavy/ways/) have all of them.

";

/// The section, from the files of the ways.
pub fn section() -> Result<String, String> {
    Ok([INTRODUCTION, LETTERS, ALL, &table(&WAYS.map(|(way, _)| way))?].concat())
}

/// What was measured of these ways, of the clients that have one of them.
pub fn table(ways: &[&str]) -> Result<String, String> {
    let ways: Vec<&(&str, &str)> = WAYS.iter().filter(|(way, _)| ways.contains(way)).collect();
    let mut rows = Vec::new();
    for folder in ["tests/clients/ways", "tests/heavy/ways"] {
        let failed = |error| format!("failed to read {folder}: {error}");
        for entry in fs::read_dir(root().join(folder)).map_err(failed)? {
            let text = fs::read_to_string(entry.map_err(failed)?.path()).map_err(failed)?;
            let letters = letters(&text);
            // The module that lists them has none.
            let title = text.lines().next().and_then(|line| line.strip_prefix("//! Ways of ")?.strip_suffix('.'));
            if let (Some(title), true) = (title, ways.iter().any(|(way, _)| letters.contains_key(way))) {
                let cell =
                    |(way, _): &&(&str, &str)| letters.get(way).map_or(String::new(), |cell| format!("`{cell}`"));
                rows.push(format!("| {title} | {} |\n", ways.iter().map(cell).collect::<Vec<_>>().join(" | ")));
            }
        }
    }
    rows.sort();
    let said: Vec<&str> = ways.iter().map(|(_, said)| *said).collect();
    let head = format!("| client | {} |\n|---|{}\n", said.join(" | "), "---|".repeat(ways.len()));
    Ok(head + &rows.concat())
}

/// The letters of each way where there is a body: `//@ reuse: +++ +--- -` has them in the middle.
fn letters(text: &str) -> BTreeMap<&str, &str> {
    let mut letters = BTreeMap::new();
    let mut last = None;
    for line in text.lines() {
        if let Some(reuse) = line.strip_prefix("//@ reuse: ") {
            last = reuse.split_whitespace().nth(1);
        } else if let Some((_, name)) = line.split_once("fn ")
            && let (Some((name, _)), Some(found)) = (name.split_once('('), last.take())
        {
            letters.insert(name, found);
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn letters_are_those_of_the_body() {
        let text = "//@ status: 500\n//@ reuse: .++ +--- -\npub fn one(ask: &mut Ask) {\n    fn inner() {}\n}\n\n\
                    //@ reuse: +++ ++++ -\npub async fn other(ask: &mut Ask) {\n";
        assert_eq!(letters(text).into_iter().collect::<Vec<_>>(), [("one", "+---"), ("other", "++++")]);
    }
}
