//! For CI that shows tests: each finding is a test that failed, each file a suite.
//!
//! See <https://github.com/testmoapp/junitxml>. When there is nothing to tell, one test passes: no tests at all count
//! as a mistake in some places. What has no place is left out.

use std::io::{self, Write};

use quick_xml::events::BytesText;

use super::{
    TOOL, human,
    place::{self, Columns},
    placed,
    xml::{self, Xml, clean},
};
use crate::{
    diagnostics::{Diagnostic, Label},
    source::Sources,
};

pub fn write(sources: &Sources, diagnostics: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    let placed: Vec<(&Diagnostic, &Label)> = placed(diagnostics).collect();
    xml::document(out, |xml| {
        suite(xml, "testsuites", TOOL, &placed, |xml| {
            if placed.is_empty() {
                return suite(xml, "testsuite", TOOL, &placed, |xml| {
                    xml.create_element("testcase")
                        .with_attributes([("name", "no findings"), ("classname", TOOL)])
                        .write_empty()?;
                    Ok(())
                });
            }
            for findings in placed.chunk_by(|(_, a), (_, b)| a.span.file == b.span.file) {
                let path = place::path(sources, findings[0].1.span.file);
                suite(xml, "testsuite", &path, findings, |xml| {
                    findings.iter().try_for_each(|it| case(sources, &path, it, xml))
                })?;
            }
            Ok(())
        })
    })
}

/// An element that counts the tests in it.
fn suite(
    xml: &mut Xml,
    element: &str,
    name: &str,
    findings: &[(&Diagnostic, &Label)],
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    let errors = findings.iter().filter(|(diagnostic, _)| is_error(diagnostic)).count();
    xml.create_element(element)
        .with_attributes([
            ("name", clean(name).as_str()),
            ("tests", findings.len().max(1).to_string().as_str()),
            ("failures", (findings.len() - errors).to_string().as_str()),
            ("errors", errors.to_string().as_str()),
        ])
        .write_inner_content(content)?;
    Ok(())
}

/// Is it the run that went wrong, and not the code?
fn is_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.rule.is_none()
}

fn case(sources: &Sources, path: &str, (diagnostic, label): &(&Diagnostic, &Label), xml: &mut Xml) -> io::Result<()> {
    let (start, _) = place::positions(sources, label.span, Columns::Characters);
    let rule = diagnostic.rule.unwrap_or("configuration");
    let case = xml.create_element("testcase").with_attributes([
        ("name", format!("{rule} at {}:{}", start.line, start.column).as_str()),
        ("classname", clean(path).as_str()),
        ("file", clean(path).as_str()),
        ("line", start.line.to_string().as_str()),
    ]);
    case.write_inner_content(|xml| {
        let failure = xml.create_element(if is_error(diagnostic) { "error" } else { "failure" });
        let failure = failure.with_attributes([("type", rule), ("message", clean(&diagnostic.message).as_str())]);
        let text = human::plain(sources, diagnostic);
        failure.write_text_content(BytesText::new(&clean(text.trim_end())))?;
        Ok(())
    })?;
    Ok(())
}
