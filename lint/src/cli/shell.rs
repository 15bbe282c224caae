//! What a shell and `man` want to know of the command line. All of it is made by clap's own crates.

use std::{fs, io::Write, path::Path};

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;

use super::{CLEAN, output, written};
use crate::error::Error;

/// Cargo hands `cargo undrained ..` on to a program of this name.
const PROGRAM: &str = "cargo-undrained";

/// Prints a script that completes the command.
pub fn completions(mut command: Command, shell: Shell, out: &mut dyn Write) -> Result<u8, Error> {
    // For bash a name with a hyphen makes a script that stops at the subcommand (clap-rs/clap#6421), so it gets one
    // without, but for the line that says which program is completed.
    let name = if shell == Shell::Bash { "cargo_undrained" } else { PROGRAM };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, name, &mut script);
    let script = String::from_utf8_lossy(&script).replace(" -o default cargo_undrained", " -o default cargo-undrained");
    written(out.write_all(script.as_bytes()).and_then(|()| out.flush()))?;
    Ok(CLEAN)
}

/// Writes a page for the command and one for each subcommand, and tells their paths.
pub fn man(command: Command, folder: &Path, out: &mut dyn Write) -> Result<u8, Error> {
    let failed = |path: &Path| {
        let path = path.to_path_buf();
        |source| Error::Output { path, source }
    };
    fs::create_dir_all(folder).map_err(failed(folder))?;
    let mut command = command.disable_help_subcommand(true);
    command.build();
    let subcommands = command.get_subcommands().filter(|it| !it.is_hide_set());
    for command in std::iter::once(&command).chain(subcommands) {
        let title = command.get_display_name().unwrap_or(PROGRAM).to_owned();
        let page = Man::new(command.clone()).title(title).source(concat!("undrained ", env!("CARGO_PKG_VERSION")));
        let path = folder.join(page.get_filename());
        output::replace(&path, |out| page.render(out)).map_err(failed(&path))?;
        written(writeln!(out, "{}", path.display()))?;
    }
    written(out.flush())?;
    Ok(CLEAN)
}
