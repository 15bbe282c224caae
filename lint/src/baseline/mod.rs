//! Findings that are known and not told: a file of them, and which of a run's findings are among them.
//!
//! `file` is how it is written and read.
//!
//! A finding is known by its fingerprint. Where that has changed because a function or a module has another name now,
//! the rule and the words of the line tell, together with the path or the last part of the function's name. Each entry
//! stands for one finding, so a second one of the same words is new.

mod file;
#[cfg(test)]
mod tests;

use std::{
    hash::Hash,
    path::{Component, Path, PathBuf},
};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::{
    diagnostics::{
        Diagnostic,
        fingerprint::{fingerprints, of_line},
    },
    edit::{WriteError, write_atomically},
    error::Error,
    source::Sources,
};

/// A finding that is known. It tells nothing of the code but names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The file of the primary label, from the baseline's folder on, with `/`.
    pub path: String,
    /// The function around it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub function: Option<String>,
    /// The rule's name.
    pub rule: String,
    /// Rule and words of the line, as a hash.
    pub code: String,
    /// See [`fingerprints`].
    pub fingerprint: String,
}

/// A file of known findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    path: PathBuf,
    /// The folder that paths start from, absolute and without symbolic links.
    folder: PathBuf,
    /// As it was read; `None` for one that is not there yet.
    text: Option<String>,
    /// What is known.
    pub entries: Vec<Entry>,
}

/// How the findings of a run stand to a baseline.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The baseline.
    pub baseline: Baseline,
    /// Findings that are in it, as they are now.
    pub known: Vec<Entry>,
    /// Findings that are not.
    pub new: Vec<Entry>,
    /// Entries that no longer occur.
    pub gone: Vec<Entry>,
    /// Entries of which this run can say nothing: of other files, of rules that are off.
    pub elsewhere: Vec<Entry>,
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// When it cannot be read, or is no baseline.
    pub fn read(path: &Path) -> Result<Baseline, Error> {
        let failed = |source| Error::Baseline { path: path.to_path_buf(), source };
        let text = std::fs::read_to_string(path).map_err(failed)?;
        let entries = file::read(path, &text)?;
        Ok(Baseline { text: Some(text), entries, ..Baseline::at(path)? })
    }

    /// The baseline if there is one, else one without entries.
    ///
    /// # Errors
    /// When it is there and cannot be read, or when not even its folder is there.
    pub fn read_or_new(path: &Path) -> Result<Baseline, Error> {
        match Baseline::read(path) {
            Err(Error::Baseline { source, .. }) if source.kind() == std::io::ErrorKind::NotFound => Baseline::at(path),
            read => read,
        }
    }

    fn at(path: &Path) -> Result<Baseline, Error> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = folder.canonicalize().map_err(|source| Error::Output { path: path.to_path_buf(), source })?;
        Ok(Baseline { path: path.to_path_buf(), folder, text: None, entries: Vec::new() })
    }

    /// As it was given.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Is there no file yet?
    pub fn is_new(&self) -> bool {
        self.text.is_none()
    }

    /// Writes it with other entries, if that changes anything.
    ///
    /// # Errors
    /// When the file was changed since it was read, or cannot be written.
    pub fn write(&self, entries: Vec<Entry>) -> Result<(), WriteError> {
        let text = file::write(entries);
        if self.text.as_ref() == Some(&text) {
            return Ok(());
        }
        write_atomically(&self.path, self.text.as_deref(), &text)
    }

    /// The file that an entry speaks of.
    fn file(&self, entry: &Entry) -> PathBuf {
        let mut path = self.folder.clone();
        for part in Path::new(&entry.path).components() {
            match part {
                Component::ParentDir => drop(path.pop()),
                part => path.push(part),
            }
        }
        path
    }

    /// A finding as an entry would have it, `file` being the file of its primary label.
    fn entry(&self, sources: &Sources, diagnostic: &Diagnostic, file: &Path, fingerprint: String) -> Entry {
        Entry {
            path: relative(&self.folder, file),
            function: diagnostic.function.clone(),
            rule: diagnostic.rule.unwrap_or_default().to_owned(),
            code: of_line(sources, diagnostic),
            fingerprint,
        }
    }

    /// Takes the findings that are known out of `diagnostics`. Of the rest, `is_told` says which are worth an entry,
    /// and `in_scope` whether an entry would have been found if it still occurred.
    pub(crate) fn apply<'a>(
        self,
        sources: &Sources,
        diagnostics: &mut Vec<Diagnostic>,
        file: impl Fn(&Diagnostic) -> Option<&'a Path>,
        is_told: impl Fn(&Diagnostic) -> bool,
        in_scope: impl Fn(&Path, &Entry) -> bool,
    ) -> Standing {
        let fingerprints = fingerprints(sources, diagnostics);
        let now = diagnostics.iter().zip(fingerprints);
        let now: Vec<Option<Entry>> =
            now.map(|(it, fingerprint)| Some(self.entry(sources, it, file(it)?, fingerprint))).collect();
        let state = |entry: &Entry| match self.file(entry) {
            file if in_scope(&file, entry) => State::InScope,
            file if file.symlink_metadata().is_err() => State::Lost,
            _ => State::Elsewhere,
        };
        let states: Vec<State> = self.entries.iter().map(state).collect();
        let (found, used) = occurring(&now, &self.entries, &states);
        let mut standing =
            Standing { baseline: self, known: Vec::new(), new: Vec::new(), gone: Vec::new(), elsewhere: Vec::new() };
        for ((entry, state), _) in standing.baseline.entries.iter().zip(states).zip(used).filter(|(_, used)| !used) {
            let list = if state == State::InScope { &mut standing.gone } else { &mut standing.elsewhere };
            list.push(entry.clone());
        }
        let mut each = now.into_iter().zip(found);
        diagnostics.retain(|diagnostic| {
            let (entry, found) = each.next().expect("there is one for each");
            if found {
                standing.known.extend(entry);
            } else {
                standing.new.extend(entry.filter(|_| is_told(diagnostic)));
            }
            !found
        });
        standing
    }
}

/// What can be said of an entry that is not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// It no longer occurs.
    InScope,
    /// Nobody looked for it, but its file is not there any more.
    Lost,
    /// It may still occur.
    Elsewhere,
}

/// Which of the findings have an entry that stands for them, and which entries stand for one.
fn occurring(now: &[Option<Entry>], entries: &[Entry], states: &[State]) -> (Vec<bool>, Vec<bool>) {
    let mut pairs = Pairs { now, entries, states, found: vec![false; now.len()], used: vec![false; entries.len()] };
    pairs.add(|_| true, |entry| Some(&entry.fingerprint));
    // The function has another name, or one of several that are alike is gone. What may still occur where nobody
    // looked is not what was found here.
    pairs.add(|state| state == State::InScope, |entry| Some((&entry.rule, &entry.code, &entry.path)));
    // The module or the file has another name, or the function was moved.
    pairs.add(
        |state| state != State::Elsewhere,
        |entry| Some((&entry.rule, &entry.code, name(entry.function.as_ref()?))),
    );
    (pairs.found, pairs.used)
}

struct Pairs<'a> {
    now: &'a [Option<Entry>],
    entries: &'a [Entry],
    states: &'a [State],
    found: Vec<bool>,
    used: Vec<bool>,
}

impl<'a> Pairs<'a> {
    /// Pairs what has no partner yet and the same key, in the order in which both stand.
    fn add<K: Eq + Hash>(&mut self, may_be_used: impl Fn(State) -> bool, key: impl Fn(&'a Entry) -> Option<K>) {
        let mut free: FxHashMap<K, Vec<usize>> = FxHashMap::default();
        let is_free = |n: &usize| !self.used[*n] && may_be_used(self.states[*n]);
        for n in (0..self.entries.len()).rev().filter(is_free) {
            if let Some(key) = key(&self.entries[n]) {
                free.entry(key).or_default().push(n);
            }
        }
        for (found, entry) in self.found.iter_mut().zip(self.now).filter(|(found, _)| !**found) {
            let partner = entry.as_ref().and_then(&key).and_then(|key| free.get_mut(&key)?.pop());
            if let Some(n) = partner {
                (*found, self.used[n]) = (true, true);
            }
        }
    }
}

/// The last part of a function's path.
fn name(function: &str) -> &str {
    function.rsplit_once("::").map_or(function, |(_, name)| name)
}

/// The way from a folder to a file, both absolute, with `/`.
fn relative(folder: &Path, file: &Path) -> String {
    let common = folder.components().zip(file.components()).take_while(|(a, b)| a == b).count();
    let up = folder.components().skip(common).map(|_| "..".into());
    let down = file.components().skip(common).map(|part| part.as_os_str().to_string_lossy());
    up.chain(down).collect::<Vec<_>>().join("/")
}

impl Standing {
    /// What is to be said of entries that no longer occur.
    pub fn note(&self) -> Option<Diagnostic> {
        let count = self.gone.len();
        let path = self.baseline.path.display();
        let message = match count {
            0 => return None,
            1 => format!("a finding in the baseline `{path}` no longer occurs"),
            count => format!("{count} findings in the baseline `{path}` no longer occur"),
        };
        let mut note = Diagnostic::note(message);
        let place = |entry: &Entry| match &entry.function {
            Some(function) => format!("`{}` in `{function}`, {}", entry.rule, entry.path),
            None => format!("`{}` in {}", entry.rule, entry.path),
        };
        note.notes.extend(self.gone.iter().take(SHOWN).map(place));
        note.notes.extend((count > SHOWN).then(|| format!("and {} more", count - SHOWN)));
        note.helps.push(format!("take them out with `--write-baseline {path}`"));
        Some(note)
    }

    /// What the baseline is to hold from now on: what is gone goes, and only with `growth` new findings come.
    pub fn entries(&self, growth: bool) -> Vec<Entry> {
        let new = self.new.iter().filter(|_| growth);
        self.known.iter().chain(&self.elsewhere).chain(new).cloned().collect()
    }
}

/// How many entries that are gone are named: more would be a wall of text, and the file says it, too.
const SHOWN: usize = 10;
