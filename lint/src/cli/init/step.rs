//! One file and what becomes of it.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::super::output;
use crate::{discover::read, error::Error};

/// One file and what becomes of it.
pub struct Step {
    path: PathBuf,
    what: What,
}

pub enum What {
    /// It is not there.
    Create(String),
    /// It says something else, and may be replaced.
    Replace(String),
    /// It gets something more, which is said in words.
    Change(String, &'static str),
    /// It is there as it should be.
    Same,
    /// It stays as it is, for this reason.
    Keep(String),
    /// Others use it as well: where in it what has to be added, by hand.
    Add(&'static str, String),
}

impl Step {
    pub fn new(path: PathBuf, what: What) -> Step {
        Step { path, what }
    }

    /// A file that is there for this tool alone.
    pub fn own(path: PathBuf, text: String, force: bool) -> Result<Step, Error> {
        let what = match found(&path)? {
            None => What::Create(text),
            Some(found) if found == text => What::Same,
            Some(_) if force => What::Replace(text),
            Some(_) => What::Keep("it says something else; `--force` replaces it".to_owned()),
        };
        Ok(Step { path, what })
    }

    /// A file that other tools use as well: it is written if it is not there. `mark` is in it when nothing has to be
    /// added.
    pub fn shared(path: PathBuf, text: String, place: &'static str, entry: String, mark: &str) -> Result<Step, Error> {
        match found(&path)? {
            None => Ok(Step { path, what: What::Create(text) }),
            Some(_) => Step::add(path, place, entry, mark),
        }
    }

    /// Something that is to be added by hand.
    pub fn add(path: PathBuf, place: &'static str, entry: String, mark: &str) -> Result<Step, Error> {
        let is_there = found(&path)?.is_some_and(|text| text.contains(mark));
        let what = if is_there { What::Same } else { What::Add(place, entry) };
        Ok(Step { path, what })
    }

    pub fn carry_out(&self) -> Result<(), Error> {
        let write = |text: &str, put: fn(&Path, &str) -> io::Result<()>| {
            let folder = self.path.parent().map_or(Ok(()), fs::create_dir_all);
            let done = folder.and_then(|()| put(&self.path, text));
            done.map_err(|source| Error::Output { path: shown(&self.path), source })
        };
        match &self.what {
            What::Create(text) => write(text, |path, text| output::create(path, |out| out.write_all(text.as_bytes()))),
            What::Replace(text) | What::Change(text, _) => {
                write(text, |path, text| output::replace(path, |out| out.write_all(text.as_bytes())))
            }
            What::Same | What::Keep(_) | What::Add(..) => Ok(()),
        }
    }

    /// What became of it, or, before that, what would.
    pub fn tell(&self, before: bool, out: &mut dyn Write) -> io::Result<()> {
        let path = shown(&self.path);
        let path = path.display();
        let text = match &self.what {
            What::Same => return writeln!(out, "unchanged {path}"),
            What::Keep(reason) => return writeln!(out, "kept      {path}: {reason}"),
            What::Add(place, entry) => {
                return writeln!(out, "add to    {path}, {place}:\n\n{}", indented(entry));
            }
            What::Create(text) if before => {
                writeln!(out, "create    {path}:\n")?;
                text
            }
            What::Replace(text) if before => {
                writeln!(out, "replace   {path}:\n")?;
                text
            }
            // All of the user's file would hide the one line that is new.
            What::Change(_, what) if before => return writeln!(out, "change    {path}: {what}"),
            What::Create(_) => return writeln!(out, "created   {path}"),
            What::Replace(_) => return writeln!(out, "replaced  {path}"),
            What::Change(_, what) => return writeln!(out, "changed   {path}: {what}"),
        };
        writeln!(out, "{}", indented(text))
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }).collect()
}

/// The text of a file, if it is there.
pub fn found(path: &Path) -> Result<Option<String>, Error> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::Read { path: shown(path), source }),
    }
}

/// Relative to the current folder where possible.
pub fn shown(path: &Path) -> PathBuf {
    read::shown(read::here().as_deref(), path)
}
