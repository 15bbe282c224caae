//! XML, read back.

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

/// The elements of a document in order, each with its attributes by name, and texts that are not blank.
pub fn elements(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut all, mut text) = (Vec::new(), String::new());
    let mut depth = 0;
    loop {
        let event = reader.read_event().expect("it is XML");
        if matches!(event, Event::Start(_) | Event::End(_) | Event::Empty(_)) {
            all.extend(Some(std::mem::take(&mut text)).filter(|text| !text.trim().is_empty()));
        }
        match event {
            Event::Decl(decl) => assert_eq!(decl.encoding().expect("one").expect("a right one").as_ref(), "UTF-8"),
            Event::Start(element) => {
                depth += 1;
                all.push(shown(&element));
            }
            Event::Empty(element) => all.push(shown(&element)),
            Event::End(_) => depth -= 1,
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(name) => {
                let entity = format!("&{};", &*name);
                text.push_str(&quick_xml::escape::unescape(&entity).expect("it is known"));
            }
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(depth, 0, "{xml}");
    all
}

fn shown(element: &BytesStart) -> String {
    let mut attributes: Vec<String> = element
        .attributes()
        .map(|attribute| {
            let attribute = attribute.expect("it is an attribute");
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).expect("it is text");
            format!(" {}={value}", attribute.key.as_ref())
        })
        .collect();
    attributes.sort();
    element.name().as_ref().to_owned() + &attributes.concat()
}
