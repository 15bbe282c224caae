//! Asks the compiler, and understands its answers.
//!
//! All claims are compiled at once. An error in one says that it is wrong, or that it was put in the wrong way: then
//! it is put in another way and compiled again. A claim that lacks nothing but a type that could be inferred is true.

use std::{collections::HashSet, fmt::Write as _, fs, process::Stdio};

use serde_json::Value;

use super::{
    claims::{Claims, Form},
    package::Package,
    program::{self, Program, State},
    shape::Mode,
    tree::Id,
};

/// What became of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is true if it is meant in this way.
    True(Mode),
    /// It is wrong, and this is what the compiler says.
    Wrong(String),
    /// It speaks of something that is not there, which another claim tells.
    Unasked,
}

/// An error, and the claim in whose line it is.
#[derive(Debug)]
struct Fault {
    claim: Option<usize>,
    /// In the declaration of the types, not in their use.
    in_head: bool,
    code: String,
    message: String,
    /// The whole of it, for a person.
    told: String,
}

/// Judges all claims.
pub fn judge(krate: &str, package: &Package, claims: &Claims) -> Result<Vec<Verdict>, String> {
    let mut states = vec![State::Asked(Mode::default()); claims.list.len()];
    let mut verdicts = vec![Verdict::Unasked; claims.list.len()];
    // What could not be imported from elsewhere.
    let mut missing: Vec<String> = Vec::new();
    for _ in 0..10 {
        if !states.iter().any(|state| matches!(state, State::Asked(_))) {
            return Ok(verdicts);
        }
        let faults = compile(krate, package, claims, &states)?;
        let is_name = |at: usize| matches!(claims.list[at].form, Form::Name(_) | Form::Import(_));
        let refutes_name = faults.iter().filter_map(|fault| fault.claim).any(is_name);
        for at in 0..states.len() {
            let State::Asked(mode) = states[at] else { continue };
            let own: Vec<_> = faults.iter().filter(|fault| fault.claim == Some(at)).collect();
            let (verdict, state) = match decide(&claims.list[at].form, &own, mode, &missing) {
                // What does not exist has every type: the rest has to be compiled without it.
                Answer::True if refutes_name && !is_name(at) => continue,
                Answer::True => (Verdict::True(mode), State::True),
                Answer::Otherwise(mode) => {
                    states[at] = State::Asked(mode);
                    continue;
                }
                Answer::Wrong(told) => (Verdict::Wrong(told), State::Refuted),
                Answer::Unasked => (Verdict::Unasked, State::Refuted),
            };
            verdicts[at] = verdict;
            states[at] = state;
        }
        missing.extend(claims.list.iter().zip(&states).filter_map(|(claim, state)| match (&claim.form, state) {
            (Form::Import(_), State::Refuted) => claim.text.rsplit("::").next().map(str::to_owned),
            _ => None,
        }));
        if refutes_name {
            leave_out(claims, &mut states, &mut verdicts);
        }
    }
    Err("the compiler does not come to an end".to_owned())
}

/// Leaves out what speaks of something that is not there.
fn leave_out(claims: &Claims, states: &mut [State], verdicts: &mut [Verdict]) {
    let refuted: HashSet<_> = claims
        .list
        .iter()
        .zip(&*states)
        .filter_map(|(claim, state)| match (&claim.form, state) {
            (Form::Name(path), State::Refuted) => Some(path),
            _ => None,
        })
        .collect();
    for (at, claim) in claims.list.iter().enumerate() {
        let is_gone = |id: &Id| claims.paths.get(id).is_some_and(|path| refuted.contains(path));
        if claim.named.iter().any(is_gone) {
            states[at] = State::Refuted;
            verdicts[at] = Verdict::Unasked;
        }
    }
}

enum Answer {
    True,
    /// It has to be meant less strictly.
    Otherwise(Mode),
    Wrong(String),
    /// It speaks of what could not be imported.
    Unasked,
}

/// What the errors in one claim mean.
fn decide(form: &Form, faults: &[&Fault], mode: Mode, missing: &[String]) -> Answer {
    let (has_params, has_role) = match form {
        Form::Shape(shape) => (!shape.params.is_empty() || !shape.open.is_empty(), shape.has_role()),
        _ => (false, false),
    };
    let mut answer = Answer::True;
    for fault in faults {
        match fault.code.as_str() {
            // Only a type is missing that the claim leaves open: all else was found to be in order.
            "E0282" | "E0283" | "E0284" | "E0790" => {}
            // It is there, though not for everybody.
            "E0658" => {}
            // Lifetimes.
            "E0309" | "E0310" | "E0311" | "E0478" | "E0491" | "E0521" => {}
            "" if fault.message.contains("lifetime") => {}
            "E0405" | "E0412" | "E0425" | "E0433" if missing.iter().any(|name| fault.names(name)) => {
                return Answer::Unasked;
            }
            // A bound that the stub does not have: on a method, or on a type that it declares.
            "E0220" | "E0221" | "E0223" | "E0275" | "E0277" | "E0599" if has_params && !mode.open => {
                return Answer::Otherwise(Mode { open: true, ..mode });
            }
            "E0277" if fault.in_head && mode.open => {}
            "E0271" | "E0308" if has_role && !mode.alike => {
                return Answer::Otherwise(Mode { alike: true, ..mode });
            }
            // What follows from a bound that the stub does not have is not known.
            "E0271" if has_params && !mode.open => return Answer::Otherwise(Mode { open: true, ..mode }),
            _ => {
                if !matches!(answer, Answer::Wrong(_)) {
                    answer = Answer::Wrong(fault.told.clone());
                }
            }
        }
    }
    answer
}

impl Fault {
    fn names(&self, name: &str) -> bool {
        self.message.contains(&format!("`{name}`"))
    }
}

/// Compiles the claims that are asked, and gives the errors.
fn compile(krate: &str, package: &Package, claims: &Claims, states: &[State]) -> Result<Vec<Fault>, String> {
    let program = program::write(krate, claims, states);
    let file = package.folder.join("src/lib.rs");
    fs::write(&file, &program.text).map_err(|error| format!("failed to write `{}`: {error}", file.display()))?;
    // What `cargo check` does, and types are told in full.
    let mut cargo = package.cargo("rustc");
    cargo.args(["--profile", "check", "--message-format", "json", "--", "--diagnostic-width", "1000"]);
    let output = cargo.stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("failed to start cargo: {error}"))?;
    let mut faults = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        let is_ours = message["target"]["name"] == "claims" && message["reason"] == "compiler-message";
        if is_ours && message["message"]["level"] == "error" {
            faults.extend(fault(&message["message"], &program));
        }
    }
    match faults.iter().find(|fault| fault.claim.is_none()) {
        Some(fault) => Err(format!("the program itself is wrong: {}", fault.told)),
        // A dependency that does not compile, or a compiler that fails: of the claims nothing is known.
        None if faults.is_empty() && !output.status.success() => {
            Err(String::from_utf8_lossy(&output.stderr).into_owned())
        }
        None => Ok(faults),
    }
}

fn fault(message: &Value, program: &Program) -> Option<Fault> {
    let text = message["message"].as_str().unwrap_or_default();
    let spans = message["spans"].as_array()?;
    // The sum of all: `aborting due to 2 previous errors`.
    if spans.is_empty() && text.starts_with("aborting") {
        return None;
    }
    let is_ours = |span: &&Value| span["file_name"] == "src/lib.rs";
    let is_primary = |span: &&Value| span["is_primary"] == true;
    let primary = spans.iter().filter(is_ours).find(is_primary).or_else(|| spans.iter().find(is_ours));
    let line = primary.and_then(|span| span["line_start"].as_u64()).and_then(|line| usize::try_from(line).ok());
    let line = line.map(|line| line.wrapping_sub(1));
    let claim = line.and_then(|line| program.lines.get(line).copied().flatten());
    let in_head = line.is_some_and(|line| program.heads.contains(&line));
    let mut told = text.replace(" in the current scope", "");
    let children = message["children"].as_array().map_or(&[][..], Vec::as_slice);
    let notes = children.iter().filter_map(|child| child["message"].as_str());
    // Expected is what the stub says, found is what the crate has. Which item that is, is known.
    if let Some(note) = notes.filter(|note| note.starts_with("expected")).find(|note| note.contains("found")) {
        for line in note.lines() {
            let line = line.trim();
            let line = line.split_once(" {").map_or(line.to_owned(), |(line, _)| format!("{line}`"));
            let _ = write!(told, "\n    {line}");
        }
    } else if told == "mismatched types" {
        told.extend(primary.and_then(|span| span["label"].as_str()).map(|label| format!(": {label}")));
    }
    let code = message["code"]["code"].as_str().unwrap_or_default().to_owned();
    Some(Fault { claim, in_head, code, message: text.to_owned(), told })
}
