//! The flags that say something else than the configuration, and their order.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use super::here;
use crate::{
    config::{Choice, Config, Level, Provenance, Selector, Setting},
    diagnostics::Confidence,
    discover::Glob,
    error::Error,
};

/// What a command line says of how to lint.
#[derive(Debug, clap::Args)]
pub(super) struct Wishes {
    #[command(flatten)]
    levels: LevelFlags,
    /// Look at test code too: `#[cfg(test)]`, tests, benches, examples
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL")]
    tests: Option<bool>,
    /// Leave out findings that are less sure [default: medium]
    #[arg(long, value_enum, value_name = "CONFIDENCE")]
    min_confidence: Option<Confidence>,
    /// Tell nothing in these files and folders, unless they are asked for by name
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<String>,
    /// Do not tell the findings in this file, which `--write-baseline` makes
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Tell what is in a baseline, too
    #[arg(long, conflicts_with = "baseline")]
    no_baseline: bool,
    /// Take this configuration, not that at the root of the workspace
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Wishes {
    /// The configuration around a path, with the flags on top.
    pub fn config(&self, path: &Path) -> Result<Config, Error> {
        let mut config = match &self.config {
            Some(file) => Config::in_file(file)?,
            None => Config::around(path)?,
        };
        for (what, level, flag) in &self.levels.0 {
            config.levels.set(Choice { within: None, what: *what, level: *level }, Provenance::Flag(flag.clone()));
        }
        if let Some(value) = self.tests {
            let flag = if value { "--tests" } else { "--tests=false" };
            config.tests = Setting { value, from: Provenance::Flag(flag.to_owned()) };
        }
        if let Some(value) = self.min_confidence {
            config.min_confidence = Setting { value, from: Provenance::Flag("--min-confidence".to_owned()) };
        }
        if self.no_baseline {
            config.baseline = None;
        }
        if let Some(file) = &self.baseline {
            let value = plain_here()?.join(file);
            config.baseline = Some(Setting { value, from: Provenance::Flag("--baseline".to_owned()) });
        }
        for glob in &self.exclude {
            let here = plain_here()?;
            let value = Glob::new(&here, glob).map_err(|reason| Error::Glob { glob: glob.clone(), reason })?;
            config.exclude.push(Setting { value, from: Provenance::Flag("--exclude".to_owned()) });
        }
        Ok(config)
    }
}

/// Is this path, as it was named, in what is excluded?
pub(super) fn is_excluded(path: &Path, config: &Config) -> bool {
    path.canonicalize().is_ok_and(|path| config.exclude.iter().any(|glob| glob.value.fits(&path)))
}

/// The current folder without symbolic links.
fn plain_here() -> Result<PathBuf, Error> {
    here()?.canonicalize().map_err(Error::CurrentDir)
}

/// `-A`, `-W` and `-D` in the order in which they stand: the last one counts.
#[derive(Debug)]
struct LevelFlags(Vec<(Selector, Level, String)>);

/// Name, letter, level and help of each flag.
const FLAGS: [(&str, char, Level, &str); 3] = [
    ("allow", 'A', Level::Allow, "Do not tell a rule, or a group of rules: all, default, pedantic"),
    ("warn", 'W', Level::Warn, "Tell a rule or a group as a warning"),
    ("deny", 'D', Level::Deny, "Tell a rule or a group as an error"),
];

const PEDANTIC: &str = "pedantic";

impl Args for LevelFlags {
    fn augment_args(command: Command) -> Command {
        let flag = |(name, letter, _, help): (&'static str, char, Level, &'static str)| {
            let arg = Arg::new(name).long(name).short(letter).value_name("RULE").help(help);
            arg.action(ArgAction::Append).value_parser(|name: &str| name.parse::<Selector>())
        };
        let pedantic = Arg::new(PEDANTIC).long(PEDANTIC).action(ArgAction::SetTrue);
        command.args(FLAGS.map(flag)).arg(pedantic.help("The same as `--warn pedantic`"))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for LevelFlags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut flags = Vec::new();
        for (name, letter, level, _) in FLAGS {
            let indices = matches.indices_of(name).into_iter().flatten();
            let values = matches.get_many::<Selector>(name).into_iter().flatten();
            flags
                .extend(indices.zip(values).map(|(at, what)| (at, *what, level, format!("-{letter} {}", what.name()))));
        }
        if matches.get_flag(PEDANTIC) {
            let at = matches.index_of(PEDANTIC).unwrap_or_default();
            flags.push((at, Selector::Pedantic, Level::Warn, format!("--{PEDANTIC}")));
        }
        flags.sort_by_key(|(at, ..)| *at);
        Ok(LevelFlags(flags.into_iter().map(|(_, what, level, flag)| (what, level, flag)).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
