//! `--then COMMAND`: what an editor runs anyway, behind the findings.
//!
//! An editor has room for one command that checks the code, and would otherwise have to choose between the compiler and
//! the lint. The findings come first: rust-analyzer takes those of a program other than Cargo for all that there is, and
//! forgets what it was told before them.

use std::{
    ffi::OsString,
    io::{self, Read, Write},
    process::{Command, Stdio},
};

use super::{FAILED, written};
use crate::error::Error;

/// Runs the command, passes on what it prints as it comes, and returns its exit code.
pub fn run(command: &[OsString], out: &mut dyn Write) -> Result<u8, Error> {
    let [program, args @ ..] = command else { return Ok(FAILED) };
    let failed = |source| Error::Start { command: program.to_string_lossy().into_owned(), source };
    let mut child = Command::new(program).args(args).stdout(Stdio::piped()).spawn().map_err(failed)?;
    let mut printed = child.stdout.take();
    let mut buffer = [0; 8192];
    while let Some(pipe) = &mut printed {
        let read = pipe.read(&mut buffer).map_err(Error::Write)?;
        // Each piece is passed on at once: findings are shown while a long build goes on.
        let passed = out.write_all(&buffer[..read]).and_then(|()| out.flush());
        let is_closed = passed.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::BrokenPipe);
        written(passed)?;
        if read == 0 || is_closed {
            break;
        }
    }
    // When nobody reads along any more, the command shall learn it.
    drop(printed);
    let status = child.wait().map_err(failed)?;
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(FAILED))
}
