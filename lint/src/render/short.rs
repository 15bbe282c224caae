//! For editors, `grep` and logs: `path:line:column: level[rule]: message`, one finding a line.
//!
//! Columns are characters. What is quoted from names of files must not steer a terminal, nor break the line.

use std::io::{self, Write};

use annotate_snippets::normalize_untrusted_str;

use super::place;
use crate::{diagnostics::Diagnostic, source::Sources};

pub fn write(sources: &Sources, diagnostics: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    for diagnostic in diagnostics {
        let place = diagnostic.primary.iter().map(|label| place::shown(sources, label) + ": ").collect::<String>();
        let rule = diagnostic.rule.map(|rule| format!("[{rule}]")).unwrap_or_default();
        let line = format!("{place}{}{rule}: {}", diagnostic.severity.name(), diagnostic.message);
        writeln!(out, "{}", normalize_untrusted_str(&line).replace('\n', " "))?;
    }
    Ok(())
}
