//! From what is written to a [`Config`]: names become rules, globs and paths what they stand for.
//!
//! All that is wrong is told, and not only the first of it; but what is no TOML, or has other keys, is told alone.

use std::ops::Range;

use toml::Spanned;

use super::{
    Choice, Config, Provenance, Selector, Setting,
    file::{self, File, Mistake},
};
use crate::{
    diagnostics::{Diagnostic, Label},
    discover::{
        self, Glob,
        config::{Places, Text},
    },
    error::{Error, Problems},
    source::{FileId, Span},
};

/// Reads the configuration at some places; the default if there is none.
pub(super) fn read(places: Places) -> Result<Config, Error> {
    let config = Config { root: places.root, ..Config::default() };
    let mut reader = Reader { config, text: FileId(0), has_one: false, problems: Vec::new() };
    reader.text(places.file, file::read);
    reader.text(places.manifest, file::read_manifest);
    let Reader { config, problems, .. } = reader;
    if problems.is_empty() {
        Ok(config)
    } else {
        Err(Error::Config(Box::new(Problems { sources: config.sources, diagnostics: problems })))
    }
}

/// A configuration that is being read.
struct Reader {
    config: Config,
    /// The text that it is read from.
    text: FileId,
    /// Was a table found?
    has_one: bool,
    problems: Vec<Diagnostic>,
}

impl Reader {
    fn text(&mut self, text: Option<Text>, tables: fn(&str) -> Result<Vec<Spanned<File>>, Mistake>) {
        let Some(Text { shown, text, .. }) = text else { return };
        self.text = self.config.sources.add(shown, text.as_str());
        match tables(&text) {
            Ok(tables) => tables.into_iter().for_each(|table| self.table(table)),
            Err(Mistake { at, message, help }) => self.problem(at, message, help),
        }
    }

    fn table(&mut self, table: Spanned<File>) {
        if self.has_one {
            let message = "the configuration stands in two places";
            let help = format!("keep only one of `{}` and the tables of the manifest", discover::config::FILE);
            self.problem(table.span(), message.to_owned(), Some(help));
        } else {
            self.has_one = true;
            self.file(table.into_inner());
        }
    }

    fn file(&mut self, file: File) {
        self.levels(None, file.levels);
        for table in file.paths {
            if let Some(glob) = self.glob(&table.glob) {
                self.levels(Some(&glob), table.levels);
            }
        }
        for glob in &file.exclude {
            let from = self.provenance(glob.span());
            let value = self.glob(glob);
            self.config.exclude.extend(value.map(|value| Setting { value, from }));
        }
        for path in &file.stubs {
            self.stubs(path);
        }
        if let Some(path) = file.baseline {
            let from = self.provenance(path.span());
            if path.get_ref().is_empty() {
                self.problem(path.span(), "an empty path leads nowhere".to_owned(), None);
            }
            self.config.baseline = Some(Setting { value: self.config.root.join(path.into_inner()), from });
        }
        if let Some(value) = file.min_confidence {
            let from = self.provenance(value.span());
            self.config.min_confidence = Setting { value: value.into_inner(), from };
        }
        if let Some(value) = file.tests {
            let from = self.provenance(value.span());
            self.config.tests = Setting { value: value.into_inner(), from };
        }
    }

    /// One table of levels. It has no order, so what says less is the weaker.
    fn levels(&mut self, within: Option<&Glob>, table: file::Levels) {
        let mut choices = Vec::new();
        for (name, level) in table {
            match name.get_ref().parse::<Selector>() {
                Ok(what) => {
                    choices.push((what, *level.get_ref(), self.provenance(name.span().start..level.span().end)))
                }
                Err(unknown) => self.problem(name.span(), unknown.message(), Some(unknown.help())),
            }
        }
        choices.sort_by_key(|(what, ..)| *what);
        for (what, level, from) in choices {
            self.config.levels.set(Choice { within: within.cloned(), what, level }, from);
        }
    }

    fn glob(&mut self, text: &Spanned<String>) -> Option<Glob> {
        let glob = Glob::new(&self.config.root, text.get_ref());
        glob.map_err(|reason| self.problem(text.span(), reason, None)).ok()
    }

    /// The stubs that a path or glob leads to.
    fn stubs(&mut self, written: &Spanned<String>) {
        let text = written.get_ref();
        let paths = if text.contains(discover::config::GLOB_CHARACTERS) {
            self.glob(written).map_or(Vec::new(), |glob| {
                let found = discover::config::files(&glob);
                if found.is_empty() {
                    self.problem(written.span(), "no file fits this".to_owned(), None);
                }
                found
            })
        } else {
            vec![self.config.root.join(text)]
        };
        for path in paths {
            let from = self.provenance(written.span());
            match discover::config::read(&path) {
                // Named by two globs, it is the same stub.
                Ok(value) if self.config.stubs.iter().any(|stub| stub.value.path == value.path) => {}
                Ok(value) => self.config.stubs.push(Setting { value, from }),
                Err(Error::Read { path, source }) => {
                    let message = format!("`{}` cannot be read: {source}", path.display());
                    self.problem(written.span(), message, None);
                }
                Err(error) => self.problem(written.span(), error.to_string(), None),
            }
        }
    }

    fn provenance(&self, at: Range<usize>) -> Provenance {
        Provenance::File(self.span(at))
    }

    fn span(&self, at: Range<usize>) -> Span {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file: self.text, start: offset(at.start), end: offset(at.end) }
    }

    fn problem(&mut self, at: Range<usize>, message: String, help: Option<String>) {
        let primary = Label { span: self.span(at), text: String::new() };
        self.problems.push(Diagnostic::problem(message, primary, help));
    }
}
