//! The command line: what may be asked, and how the answer is given.
//!
//! [`run`] neither prints nor exits on its own, so that tests and other programs can call it.

mod explain;
mod fix;
mod init;
mod known;
mod output;
mod progress;
mod selection;
mod shell;
mod then;
mod wishes;

use std::{
    env,
    ffi::OsString,
    io::{self, Write},
    path::PathBuf,
};

use clap::{CommandFactory, Parser, ValueEnum};

use self::{
    fix::{Done, Fixing},
    known::Known,
    output::Output,
    selection::Selection,
    wishes::Wishes,
};
use crate::{
    config::Config,
    diagnostics::{Diagnostic, Severity},
    driver::{Options, Report, files},
    error::{Error, Problems, chain},
    render::{self, Format, human::Screen},
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
    /// How many columns does it have?
    pub width: Option<usize>,
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
    let mut then = None;
    let result = match Cli::try_parse_from(args) {
        Ok(Cli::Lint(mut lint)) => {
            then = lint.then.take();
            lint.run(out, err, terminals)
        }
        Ok(Cli::Explain { what }) => explain::explain(&what, terminals.out && !no_color(), out).map(|()| CLEAN),
        Ok(Cli::Rules { format }) => explain::list(format, out).map(|()| CLEAN),
        Ok(Cli::Init(init)) => init.run(out, terminals.out),
        Ok(Cli::Completions { shell }) => shell::completions(Cli::command(), shell, out),
        Ok(Cli::Man { folder }) => shell::man(Cli::command(), &folder, out),
        Ok(Cli::Config { paths, wishes }) => config(&paths, &wishes).and_then(|config| {
            written(write!(out, "{config}").and_then(|()| out.flush()))?;
            Ok(CLEAN)
        }),
        Err(usage) if usage.use_stderr() => written(write!(err, "{usage}")).map(|()| FAILED),
        Err(help) => written(write!(out, "{help}").and_then(|()| out.flush())).map(|()| CLEAN),
    };
    let code = result.unwrap_or_else(|error| told(&error, err));
    match then {
        None => code,
        // Also when the lint has failed: an editor wants to see what the command says at any rate.
        Some(command) => code.max(then::run(&command, out).unwrap_or_else(|error| told(&error, err))),
    }
}

/// Tells why a run could not take place.
fn told(error: &Error, err: &mut dyn Write) -> u8 {
    // When even this cannot be told, the exit code still can.
    let _ = match error {
        Error::Config(problems) => {
            let Problems { sources, diagnostics } = &**problems;
            render::human::write(sources, diagnostics, false, err)
        }
        error => writeln!(err, "error: failed to {}", chain(error)),
    };
    FAILED
}

/// Finds HTTP responses whose bodies are dropped unread, which costs the connection.
///
/// Begin with `cargo undrained lint` in a project, and with `cargo undrained init` to keep it there.
#[derive(Debug, Parser)]
#[command(name = "cargo-undrained", bin_name = "cargo undrained", version, after_help = GUIDES)]
enum Cli {
    Lint(Box<Lint>),
    /// Print what configuration and flags come to, and where each value comes from
    Config {
        /// Files and folders; the workspace around the current folder if there are none
        paths: Vec<PathBuf>,
        #[command(flatten)]
        wishes: Wishes,
    },
    Init(init::Init),
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
    /// Print a script that completes this command in a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Write the manual pages of this command and its subcommands
    Man {
        /// A folder, which is made if it is not there
        folder: PathBuf,
    },
}

/// Report each place where a response can die with its body unread.
///
/// Exit code: 0 when nothing was found, 1 when something was, 2 when the run could not take place.
#[derive(Debug, clap::Args)]
struct Lint {
    #[command(flatten, next_help_heading = "Selection")]
    selection: Selection,
    /// Print the files that would be judged, and do nothing else
    #[arg(long, help_heading = "Selection", conflicts_with_all = ["write_baseline", "add_allow"])]
    list_files: bool,
    #[command(flatten, next_help_heading = "Rules and configuration")]
    wishes: Wishes,
    #[command(flatten, next_help_heading = "Known findings")]
    known: Known,
    #[command(flatten, next_help_heading = "Fixes")]
    fixing: Fixing,
    /// How findings are shown
    #[arg(long, value_enum, default_value_t = Format::Human, help_heading = "Output")]
    format: Format,
    /// Write a report to a file as well; may be given several times
    #[arg(long, value_name = "FORMAT=PATH", help_heading = "Output")]
    output: Vec<Output>,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto, help_heading = "Output")]
    color: Color,
    /// Show findings only: no notes about the run, no summary
    #[arg(long, help_heading = "Output")]
    quiet: bool,
    /// Count the findings of each rule at the end
    #[arg(long, help_heading = "Output")]
    statistics: bool,
    /// Let the exit code be 0 when something was found
    #[arg(long, help_heading = "Exit code")]
    exit_zero: bool,
    /// Let it be 0 when there are no errors and no more warnings than this many
    #[arg(long, value_name = "N", help_heading = "Exit code")]
    max_warnings: Option<usize>,
    /// Run this command afterwards and pass on what it prints; all that follows belongs to it
    #[arg(long, value_name = "COMMAND", num_args = 1.., help_heading = "Output", allow_hyphen_values = true)]
    then: Option<Vec<OsString>>,
    /// Print the flow graphs of functions with this name, and what is known in each block
    #[arg(long, num_args = 2, value_names = ["flow", "FUNCTION"], hide = true, conflicts_with = "write_baseline")]
    dump: Option<Vec<String>>,
}

const GUIDES: &str = concat!("Guides: ", env!("CARGO_PKG_REPOSITORY"), "/tree/main/docs");

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

impl Lint {
    fn run(self, out: &mut dyn Write, err: &mut dyn Write, terminals: Terminals) -> Result<u8, Error> {
        if self.list_files {
            let (paths, options) = self.selection.select(&self.wishes)?;
            written(list(&files(&paths, &options)?, out))?;
            return Ok(CLEAN);
        }
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
        let (mut report, said) = match done {
            Done::Linted(report, said) => (report, said),
            Done::Shown(something, said) => {
                if let Some(said) = said.filter(|_| !self.quiet) {
                    written(writeln!(err, "{said}"))?;
                }
                return Ok(if something { FOUND } else { CLEAN });
            }
        };
        if self.quiet {
            report.diagnostics.retain(Diagnostic::is_finding);
        }
        written(self.write(&report, said, out, err, terminals))?;
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

    /// Lints, and does to the files what is wished for.
    fn lint(&self, out: &mut dyn Write, terminals: Terminals) -> Result<Done, Error> {
        let (paths, options) = self.selection.select(&self.wishes)?;
        let options = Options { dump_flow: self.wanted_dump()?, ..options };
        let bar = (terminals.err && !self.quiet).then(|| progress::Bar::of(options.progress.clone()));
        if self.fixing.is_wanted() {
            return self.fixing.run(&paths, &options, bar, out);
        }
        let (report, said) = self.known.lint(&paths, &options)?;
        Ok(Done::Linted(Box::new(report), said))
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
        said: Option<String>,
        out: &mut dyn Write,
        err: &mut dyn Write,
        terminals: Terminals,
    ) -> io::Result<()> {
        let Report { sources, diagnostics, .. } = report;
        out.write_all(report.flow.as_bytes())?;
        let color = self.colored(terminals.out);
        match self.format {
            Format::Human if terminals.out => {
                let screen = Screen { color, links: terminals.links, width: terminals.width };
                render::human::write_on(screen, sources, diagnostics, out)?;
            }
            format => format.write(sources, diagnostics, color, out)?,
        }
        out.flush()?;
        if self.statistics {
            write!(err, "{}", render::human::statistics(diagnostics))?;
        }
        if !self.quiet {
            said.map_or(Ok(()), |said| writeln!(err, "{said}"))?;
            let known = report.standing.as_ref().map_or(0, |standing| standing.known.len());
            let known = if known == 0 { String::new() } else { format!(", {known} in the baseline") };
            writeln!(err, "{}{known}", render::human::summary(diagnostics, report.files))?;
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

/// One path a line, whatever characters are in it.
fn list(files: &[PathBuf], out: &mut dyn Write) -> io::Result<()> {
    for file in files {
        out.write_all(file.as_os_str().as_encoded_bytes())?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// <https://no-color.org>
fn no_color() -> bool {
    env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

fn here() -> Result<PathBuf, Error> {
    env::current_dir().map_err(Error::CurrentDir)
}

fn config(paths: &[PathBuf], wishes: &Wishes) -> Result<Config, Error> {
    paths.first().map_or_else(|| wishes.config(&here()?), |path| wishes.config(path))
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
    use clap::CommandFactory as _;

    use super::Cli;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }
}
