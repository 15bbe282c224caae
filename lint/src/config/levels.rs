//! Which rules are told, where, and how loudly.
//!
//! Of all choices that speak of a rule and a file the last one counts. They are kept in the order of their rank: the
//! table `levels` of the configuration, then its `[[paths]]`, then flags.

use std::{fmt, path::Path, str::FromStr};

use serde::Deserialize;

use super::{Provenance, Setting};
use crate::{
    discover::Glob,
    rules::{ALL, Rule},
    suggest,
};

/// How loudly a rule is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Not at all.
    Allow,
    /// As a warning.
    Warn,
    /// As an error.
    Deny,
}

impl Level {
    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Level::Allow => "allow",
            Level::Warn => "warn",
            Level::Deny => "deny",
        }
    }

    /// That of a rule of which nothing is said.
    pub fn default_of(rule: &Rule) -> Level {
        if rule.pedantic { Level::Allow } else { Level::Warn }
    }
}

/// What a level is chosen for. The order is that of their rank within one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Selector {
    /// Every rule.
    All,
    /// The rules that are on unless something else is said.
    Default,
    /// Those that are not.
    Pedantic,
    /// One rule, by its name.
    Rule(&'static str),
}

impl Selector {
    /// The groups, each with what is in it.
    pub const GROUPS: [(Selector, &'static str); 3] = [
        (Selector::All, "Every rule."),
        (Selector::Default, "The rules that are on by default."),
        (Selector::Pedantic, "The rules that are off by default."),
    ];

    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Selector::All => "all",
            Selector::Default => "default",
            Selector::Pedantic => "pedantic",
            Selector::Rule(name) => name,
        }
    }

    fn covers(self, rule: &Rule) -> bool {
        match self {
            Selector::All => true,
            Selector::Default => !rule.pedantic,
            Selector::Pedantic => rule.pedantic,
            Selector::Rule(name) => rule.name == name,
        }
    }
}

impl FromStr for Selector {
    type Err = UnknownSelector;

    fn from_str(name: &str) -> Result<Selector, UnknownSelector> {
        let groups = Selector::GROUPS.iter().map(|(group, _)| *group);
        let mut known = groups.chain(ALL.iter().map(|rule| Selector::Rule(rule.name)));
        known.find(|selector| selector.name() == name).ok_or_else(|| UnknownSelector(name.to_owned()))
    }
}

/// A name that is neither a rule's nor a group's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownSelector(String);

impl UnknownSelector {
    /// What was wrong.
    pub(super) fn message(&self) -> String {
        format!("there is no rule or group `{}`", self.0)
    }

    /// What may have been meant.
    pub(super) fn help(&self) -> String {
        let groups = Selector::GROUPS.iter().map(|(group, _)| group.name());
        let known: Vec<_> = groups.chain(ALL.iter().map(|rule| rule.name)).collect();
        suggest::did_you_mean(&self.0, known.iter().copied())
            .unwrap_or_else(|| format!("there are {}", known.join(", ")))
    }
}

impl fmt::Display for UnknownSelector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.message(), self.help())
    }
}

impl std::error::Error for UnknownSelector {}

/// One choice of a level.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The files that it is about; all if there is none.
    pub within: Option<Glob>,
    /// The rules that it is about.
    pub what: Selector,
    /// Their level.
    pub level: Level,
}

/// All choices, the strongest last.
#[derive(Clone, Debug, Default)]
pub struct Levels(Vec<Setting<Choice>>);

impl Levels {
    /// All rules are told, also those that are off by default.
    pub fn pedantic() -> Levels {
        let mut levels = Levels::default();
        levels.set(Choice { within: None, what: Selector::Pedantic, level: Level::Warn }, Provenance::Default);
        levels
    }

    /// Makes a choice that is stronger than those before.
    pub fn set(&mut self, choice: Choice, from: Provenance) {
        self.0.push(Setting { value: choice, from });
    }

    /// The level of a rule in a file, by its absolute path.
    pub fn of(&self, rule: &Rule, file: &Path) -> Level {
        self.last(rule, |glob| glob.fits(file)).map_or(Level::default_of(rule), |choice| choice.value.level)
    }

    /// The level of a rule where no choice for some files alone counts, and who made it so.
    pub(super) fn elsewhere(&self, rule: &Rule) -> Option<&Setting<Choice>> {
        self.last(rule, |_| false)
    }

    /// Can a rule be told in any file?
    pub(crate) fn is_on_somewhere(&self, rule: &Rule) -> bool {
        let about = self.0.iter().filter(|choice| choice.value.what.covers(rule));
        about.map(|choice| choice.value.level).chain([Level::default_of(rule)]).any(|level| level > Level::Allow)
    }

    /// The choices for some files alone: each glob with the choices that count there by rule, weakest glob first.
    /// Without those that a later choice for all files has made void.
    pub(super) fn for_files(&self) -> impl Iterator<Item = (&Glob, Vec<(&'static Rule, &Setting<Choice>)>)> {
        let glob = |choice: &Setting<Choice>| choice.value.within.as_ref().map(|glob| glob.text().to_owned());
        let mut end = 0;
        self.0.chunk_by(move |a, b| glob(a) == glob(b)).filter_map(move |table| {
            end += table.len();
            let later = &self.0[end..];
            let is_void = |rule: &Rule| later.iter().any(|it| it.value.within.is_none() && it.value.what.covers(rule));
            let last = |rule: &'static Rule| Some((rule, table.iter().rfind(|it| it.value.what.covers(rule))?));
            let counting: Vec<_> = ALL.iter().filter(|rule| !is_void(rule)).filter_map(last).collect();
            (!counting.is_empty()).then_some((table.first()?.value.within.as_ref()?, counting))
        })
    }

    fn last(&self, rule: &Rule, fits: impl Fn(&Glob) -> bool) -> Option<&Setting<Choice>> {
        self.0
            .iter()
            .rfind(|Setting { value: choice, .. }| choice.what.covers(rule) && choice.within.as_ref().is_none_or(&fits))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// The levels of a default and of a pedantic rule in `/work/a.rs` and in `/work/tests/a.rs`.
    fn levels(choices: &[(Option<&str>, &str, Level)]) -> [[Level; 2]; 2] {
        let mut levels = Levels::default();
        for (within, what, level) in choices {
            let within = within.map(|text| Glob::new(Path::new("/work"), text).expect("a glob"));
            let what = what.parse().expect("a rule or group");
            levels.set(Choice { within, what, level: *level }, Provenance::Default);
        }
        let rule = |name: &str| ALL.iter().find(|rule| rule.name == name).expect("a rule");
        let files = [Path::new("/work/a.rs"), Path::new("/work/tests/a.rs")];
        ["unread_body", "cancelled_read"].map(|name| files.map(|file| levels.of(rule(name), file)))
    }

    use Level::{Allow, Deny, Warn};

    #[test]
    fn pedantic_rules_are_off_by_default() {
        assert_eq!(levels(&[]), [[Warn; 2], [Allow; 2]]);
        assert_eq!(levels(&[(None, "pedantic", Warn)]), [[Warn; 2], [Warn; 2]]);
    }

    #[test]
    fn groups_cover_what_they_are_called() {
        assert_eq!(levels(&[(None, "all", Deny)]), [[Deny; 2], [Deny; 2]]);
        assert_eq!(levels(&[(None, "default", Deny)]), [[Deny; 2], [Allow; 2]]);
        assert_eq!(levels(&[(None, "unread_body", Allow)]), [[Allow; 2], [Allow; 2]]);
    }

    #[test]
    fn the_last_choice_that_fits_counts() {
        let tests = (Some("tests"), "all", Allow);
        assert_eq!(levels(&[(None, "all", Deny), tests]), [[Deny, Allow], [Deny, Allow]]);
        assert_eq!(levels(&[tests, (None, "all", Deny)]), [[Deny; 2], [Deny; 2]]);
    }

    #[test]
    fn a_rule_that_some_file_turns_on_is_on_somewhere() {
        let rule = ALL.iter().find(|rule| rule.pedantic).expect("a rule");
        let mut levels = Levels::default();
        assert!(!levels.is_on_somewhere(rule));
        let within = Glob::new(Path::new("/work"), "src").ok();
        levels.set(Choice { within, what: Selector::Pedantic, level: Level::Deny }, Provenance::Default);
        assert!(levels.is_on_somewhere(rule));
    }

    #[test]
    fn an_unknown_name_is_told_with_what_may_be_meant() {
        let text = |name: &str| name.parse::<Selector>().expect_err("no such rule").to_string();
        assert_eq!(text("unread-body"), "there is no rule or group `unread-body`, did you mean `unread_body`?");
        assert!(
            text("xyz").starts_with("there is no rule or group `xyz`, there are all, default, pedantic, unread_body")
        );
    }
}
