//! For what reads Checkstyle's XML, such as the plugins of Jenkins: findings by file.
//!
//! Columns are characters, tabs included. What has no place is left out.

use std::io::{self, Write};

use super::{
    TOOL,
    place::{self, Columns},
    placed,
    xml::{self, Xml, clean},
};
use crate::{
    diagnostics::{Diagnostic, Label, Severity},
    source::Sources,
};

pub fn write(sources: &Sources, diagnostics: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    let placed: Vec<(&Diagnostic, &Label)> = placed(diagnostics).collect();
    xml::document(out, |xml| {
        // The version of Checkstyle whose format this is.
        let root = xml.create_element("checkstyle").with_attribute(("version", "4.3"));
        root.write_inner_content(|xml| {
            for findings in placed.chunk_by(|(_, a), (_, b)| a.span.file == b.span.file) {
                let path = place::path(sources, findings[0].1.span.file);
                let file = xml.create_element("file").with_attribute(("name", clean(&path).as_str()));
                file.write_inner_content(|xml| findings.iter().try_for_each(|it| finding(sources, it, xml)))?;
            }
            Ok(())
        })?;
        Ok(())
    })
}

fn finding(sources: &Sources, (diagnostic, label): &(&Diagnostic, &Label), xml: &mut Xml) -> io::Result<()> {
    let (start, _) = place::positions(sources, label.span, Columns::Characters);
    let severity = match diagnostic.severity {
        Severity::Note => "info",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let element = xml.create_element("error").with_attributes([
        ("line", start.line.to_string().as_str()),
        ("column", start.column.to_string().as_str()),
        ("severity", severity),
        ("message", clean(&diagnostic.message).as_str()),
        ("source", format!("{TOOL}.{}", diagnostic.rule.unwrap_or("configuration")).as_str()),
    ]);
    element.write_empty()?;
    Ok(())
}
