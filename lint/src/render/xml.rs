//! What the formats in XML have in common.

use std::io::{self, Write};

use quick_xml::{
    Writer,
    events::{BytesDecl, Event},
};

/// A writer whose elements are indented.
pub type Xml<'a> = Writer<&'a mut dyn Write>;

/// Writes a document: its first line, then what `content` writes.
pub fn document(out: &mut dyn Write, content: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    content(&mut xml)?;
    writeln!(xml.into_inner())
}

/// The text without [what XML has no way to write](https://www.w3.org/TR/xml/#charsets), such as the bytes that steer
/// terminals: names of files can hold them.
pub fn clean(text: &str) -> String {
    let is_allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    text.chars().map(|c| if is_allowed(c) { c } else { '\u{fffd}' }).collect()
}
