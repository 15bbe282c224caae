//! Shows events on short lines: the message first, then what belongs to it.

use std::fmt::{self, Debug};

use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::registry::LookupSpan;

/// A format that breaks lines between fields.
pub struct Short;

const WIDTH: usize = 96;

impl<S, N> FormatEvent<S, N> for Short
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(&self, _: &FmtContext<'_, S, N>, mut out: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        let level = *event.metadata().level();
        let mut fields = Fields::default();
        event.record(&mut fields);
        let (on, off) = match level {
            _ if !out.has_ansi_escapes() => ("", ""),
            Level::WARN => ("\x1b[33m", "\x1b[0m"),
            _ => ("\x1b[2m", "\x1b[0m"),
        };
        writeln!(out, "{on}{level:>7}{off} {}", fields.message)?;
        for line in fields.lines() {
            writeln!(out, "        {line}")?;
        }
        Ok(())
    }
}

#[derive(Default)]
struct Fields {
    message: String,
    others: Vec<String>,
}

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        match field.name() {
            "message" => self.message = format!("{value:?}"),
            name => self.others.push(format!("{name}={value:?}")),
        }
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        // A sentence reads better behind a colon.
        let sign = if value.contains(' ') { ": " } else { "=" };
        self.others.push(format!("{}{sign}{value}", field.name()));
    }
}

impl Fields {
    /// As many fields to a line as fit.
    fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for field in &self.others {
            match lines.last_mut() {
                Some(line) if line.len() + 2 + field.len() <= WIDTH => *line += &format!("  {field}"),
                _ => lines.push(field.clone()),
            }
        }
        lines
    }
}
