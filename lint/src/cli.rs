//! The command line: what may be asked, and how the answer is given.
//!
//! [`run`] neither prints nor exits on its own, so that tests and other programs can call it.

mod explain;
mod fix;
mod output;
mod progress;
mod wishes;

use std::{
    env,
    ffi::OsString,
    io::{self, Write},
    path::PathBuf,
};

use clap::{Parser, ValueEnum};

use self::{
    fix::{Done, Fixing},
    output::Output,
    wishes::Wishes,
};
use crate::{
    diagnostics::{Diagnostic, Severity},
    discover,
    driver::{self, Options, Report},
    error::{Error, Problems, chain},
    render::{self, Format},
    source::Sources,
};

/// Nothing was found.
pub const CLEAN: u8 = 0;
/// Something was found.
pub const FOUND: u8 = 1;
/// The run could not take place: usage, configuration or IO.
pub const FAILED: u8 = 2;

/// What of the streams is a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terminals {
    /// Is the one for findings? They may be coloured when nothing else is said.
    pub out: bool,
    /// Can it show links?
    pub links: bool,
    /// Is the standard error of this process? Long runs then show there how far they are.
    pub err: bool,
}

/// Runs the command that `args` says, program name first, and returns its exit code. `terminal` tells whether `out`
/// is one, and so may be coloured when nothing else is said.
pub fn run(
    args: impl IntoIterator<Item = impl Into<OsString>>,
    out: &mut dyn Write,
    err: &mut dyn Write,
    terminal: bool,
) -> u8 {
    run_on(args, out, err, Terminals { out: terminal, ..Terminals::default() })
}

/// The same, where more is known of the streams.
pub fn run_on(
    args: impl IntoIterator<Item = impl Into<OsString>>,
    out: &mut dyn Write,
    err: &mut dyn Write,
    terminals: Terminals,
) -> u8 {
    let mut args: Vec<OsString> = args.into_iter().map(Into::into).collect();
    // Cargo calls `cargo-undrained undrained ..` for `cargo undrained ..`.
    if args.get(1).is_some_and(|arg| arg == "undrained") {
        args.remove(1);
    }
    let result = match Cli::try_parse_from(args) {
        Ok(Cli::Lint(lint)) => lint.run(out, err, terminals),
        Ok(Cli::Explain { what }) => explain::explain(&what, terminals.out && !no_color(), out).map(|()| CLEAN),
        Ok(Cli::Rules { format }) => explain::list(format, out).map(|()| CLEAN),
        Ok(Cli::Config { paths, wishes }) => wishes.config(&paths).and_then(|config| {
            written(write!(out, "{config}").and_then(|()| out.flush()))?;
            Ok(CLEAN)
        }),
        Err(usage) if usage.use_stderr() => written(write!(err, "{usage}")).map(|()| FAILED),
        Err(help) => written(write!(out, "{help}").and_then(|()| out.flush())).map(|()| CLEAN),
    };
    result.unwrap_or_else(|error| {
        // When even this cannot be told, the exit code still can.
        let _ = match &error {
            Error::Config(problems) => {
                let Problems { sources, diagnostics } = &**problems;
                render::human::write(sources, diagnostics, false, err)
            }
            error => writeln!(err, "error: failed to {}", chain(error)),
        };
        FAILED
    })
}

/// Finds HTTP responses whose bodies are dropped unread, which costs the connection.
#[derive(Debug, Parser)]
#[command(name = "cargo-undrained", bin_name = "cargo undrained", version)]
enum Cli {
    Lint(Lint),
    /// Print what configuration and flags come to, and where each value comes from
    Config {
        /// Files and folders; the workspace around the current folder if there are none
        paths: Vec<PathBuf>,
        #[command(flatten)]
        wishes: Wishes,
    },
    /// Tell what a rule reports and why, or what is known of a client
    Explain {
        /// The name of a rule, as in `unread_body`, or of a client, as in `reqwest`
        #[arg(value_name = "RULE|CLIENT")]
        what: String,
    },
    /// List the rules
    Rules {
        /// How they are shown
        #[arg(long, value_enum, default_value_t = explain::Form::Human)]
        format: explain::Form,
    },
}

/// Report each place where a response can die with its body unread.
///
/// Exit code: 0 when nothing was found, 1 when something was, 2 when the run could not take place.
#[derive(Debug, clap::Args)]
struct Lint {
    /// Files and folders; the workspace around the current folder if there are none
    paths: Vec<PathBuf>,
    #[command(flatten)]
    wishes: Wishes,
    #[command(flatten)]
    fixing: Fixing,
    /// How findings are shown
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Write a report to a file as well; may be given several times
    #[arg(long, value_name = "FORMAT=PATH")]
    output: Vec<Output>,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
    /// Show findings only: no notes about the run, no summary
    #[arg(long)]
    quiet: bool,
    /// Count the findings of each rule at the end
    #[arg(long)]
    statistics: bool,
    /// Let the exit code be 0 when something was found
    #[arg(long)]
    exit_zero: bool,
    /// Let it be 0 when there are no errors and no more warnings than this
    #[arg(long, value_name = "N")]
    max_warnings: Option<usize>,
    /// Print the flow graphs of functions with this name, and what is known in each block
    #[arg(long, num_args = 2, value_names = ["flow", "FUNCTION"], hide = true)]
    dump: Option<Vec<String>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

impl Lint {
    fn run(self, out: &mut dyn Write, err: &mut dyn Write, terminals: Terminals) -> Result<u8, Error> {
        let done = match self.lint(out, terminals) {
            Err(Error::Config(problems)) => {
                let Problems { sources, diagnostics } = &*problems;
                written(match self.format {
                    Format::Human => render::human::write(sources, diagnostics, false, err),
                    // What reads the findings can show this as well.
                    format => format.write(sources, diagnostics, false, out).and_then(|()| out.flush()),
                })?;
                self.save(sources, diagnostics)?;
                return Ok(FAILED);
            }
            done => done?,
        };
        let (mut report, fixed) = match done {
            Done::Fixed(report, fixed) => (report, fixed),
            Done::Shown(something) => return Ok(if something { FOUND } else { CLEAN }),
        };
        if self.quiet {
            report.diagnostics.retain(is_finding);
        }
        written(self.write(&report, &fixed, out, err, terminals))?;
        self.save(&report.sources, &report.diagnostics)?;
        Ok(if self.is_bearable(&report.diagnostics) { CLEAN } else { FOUND })
    }

    /// Is what was found no reason to fail?
    fn is_bearable(&self, diagnostics: &[Diagnostic]) -> bool {
        let count = |severity| diagnostics.iter().filter(|it| it.severity == severity).count();
        let most = self.max_warnings.unwrap_or(0);
        self.exit_zero || (count(Severity::Error) == 0 && count(Severity::Warning) <= most)
    }

    /// Writes the files that were asked for.
    fn save(&self, sources: &Sources, diagnostics: &[Diagnostic]) -> Result<(), Error> {
        self.output.iter().try_for_each(|output| output.save(sources, diagnostics))
    }

    /// Lints, and fixes what is to be fixed.
    fn lint(&self, out: &mut dyn Write, terminals: Terminals) -> Result<Done, Error> {
        let config = self.wishes.config(&self.paths)?;
        let options = Options { dump_flow: self.wanted_dump()?, ..config.options() };
        let paths = if self.paths.is_empty() { vec![discover::around(&here()?)] } else { self.paths.clone() };
        let bar = (terminals.err && !self.quiet).then(|| progress::Bar::of(options.progress.clone()));
        if self.fixing.is_wanted() {
            return self.fixing.run(&paths, &options, bar, out);
        }
        Ok(Done::Fixed(driver::lint(&paths, &options)?, String::new()))
    }

    fn wanted_dump(&self) -> Result<Option<String>, Error> {
        match self.dump.as_deref() {
            None => Ok(None),
            Some([what, name]) if what == "flow" => Ok(Some(name.clone())),
            Some(other) => Err(Error::Dump(other.join(" "))),
        }
    }

    fn write(
        &self,
        report: &Report,
        fixed: &str,
        out: &mut dyn Write,
        err: &mut dyn Write,
        terminals: Terminals,
    ) -> io::Result<()> {
        let Report { sources, diagnostics, .. } = report;
        out.write_all(report.flow.as_bytes())?;
        let color = self.colored(terminals.out);
        match self.format {
            Format::Human if color && terminals.links => render::human::write_linked(sources, diagnostics, out)?,
            format => format.write(sources, diagnostics, color, out)?,
        }
        out.flush()?;
        if self.statistics {
            write!(err, "{}", render::human::statistics(diagnostics))?;
        }
        if !self.quiet {
            if !fixed.is_empty() {
                writeln!(err, "{fixed}")?;
            }
            writeln!(err, "{}", render::human::summary(diagnostics, report.files))?;
        }
        Ok(())
    }

    fn colored(&self, terminal: bool) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && !no_color(),
        }
    }
}

/// <https://no-color.org>
fn no_color() -> bool {
    env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

fn here() -> Result<PathBuf, Error> {
    env::current_dir().map_err(Error::CurrentDir)
}

/// Is it about the code, and not about the run?
fn is_finding(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity > Severity::Note
}

/// A closed pipe is no failure: whoever read along, such as `head`, has seen enough.
fn written(result: io::Result<()>) -> Result<(), Error> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result.map_err(Error::Write),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Cli;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }
}
