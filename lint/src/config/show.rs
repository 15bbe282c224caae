//! The effective configuration as text, which is a configuration itself: read back, it says the same.

use std::fmt;

use super::{Config, Level, Provenance, Selector, Setting};
use crate::rules::ALL;

impl fmt::Display for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        list(f, "exclude", self.exclude.iter().map(|glob| (quoted(glob.value.text()), self.origin(&glob.from))))?;
        let stub = |stub: &Setting<crate::discover::config::Text>| {
            let path = stub.value.path.strip_prefix(&self.root).unwrap_or(&stub.value.path);
            (quoted(&path.to_string_lossy()), self.origin(&stub.from))
        };
        list(f, "stubs", self.stubs.iter().map(stub))?;
        if let Some(baseline) = &self.baseline {
            let path = baseline.value.strip_prefix(&self.root).unwrap_or(&baseline.value);
            line(f, "baseline", &quoted(&path.to_string_lossy()), &self.origin(&baseline.from))?;
        }
        line(f, "min-confidence", &quoted(self.min_confidence.value.name()), &self.origin(&self.min_confidence.from))?;
        line(f, "tests", &self.tests.value.to_string(), &self.origin(&self.tests.from))?;
        writeln!(f, "\n[levels]")?;
        for rule in ALL {
            let choice = self.levels.elsewhere(rule);
            let level = choice.map_or(Level::default_of(rule), |choice| choice.value.level);
            let origin = self.origin(choice.map_or(&Provenance::Default, |choice| &choice.from));
            line(f, rule.name, &quoted(level.name()), &group(choice.map(|it| it.value.what), origin))?;
        }
        self.paths(f)
    }
}

impl Config {
    fn paths(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (glob, choices) in self.levels.for_files() {
            writeln!(f, "\n[[paths]]\nglob = {}\n[paths.levels]", quoted(glob.text()))?;
            for (rule, choice) in choices {
                let origin = group(Some(choice.value.what), self.origin(&choice.from));
                line(f, rule.name, &quoted(choice.value.level.name()), &origin)?;
            }
        }
        Ok(())
    }

    fn origin(&self, from: &Provenance) -> String {
        match from {
            Provenance::Default => "default".to_owned(),
            Provenance::File(span) => {
                let (line, _) = self.sources.line_column(*span);
                format!("{}:{line}", self.sources.path(span.file).display())
            }
            Provenance::Flag(words) => words.clone(),
        }
    }
}

/// With the group by which a rule was chosen, if it was not by its name.
fn group(what: Option<Selector>, origin: String) -> String {
    match what {
        None | Some(Selector::Rule(_)) => origin,
        Some(group) => format!("{origin}, as one of `{}`", group.name()),
    }
}

fn line(f: &mut fmt::Formatter<'_>, key: &str, value: &str, origin: &str) -> fmt::Result {
    writeln!(f, "{:<32} # {origin}", format!("{key} = {value}"))
}

fn list(f: &mut fmt::Formatter<'_>, key: &str, values: impl Iterator<Item = (String, String)>) -> fmt::Result {
    let mut values = values.peekable();
    if values.peek().is_none() {
        return line(f, key, "[]", "default");
    }
    writeln!(f, "{key} = [")?;
    for (value, origin) in values {
        writeln!(f, "{:<32} # {origin}", format!("    {value},"))?;
    }
    writeln!(f, "]")
}

/// As TOML writes a string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
