//! What a finding is known by from one run to the next.
//!
//! A fingerprint stays the same when lines, files or the whole repository move: it is made of the rule, the function,
//! and the text of the line without its spaces at both ends and between words. Those that have all of this in common
//! are numbered.
//! It never holds an absolute path, nor can the text be told from it.

use std::{borrow::Cow, hash::Hasher as _, path::Path};

use rustc_hash::FxHashMap;
use siphasher::sip128::{Hasher128 as _, SipHasher13};

use super::Diagnostic;
use crate::source::Sources;

/// The fingerprint of each diagnostic, in their order: 32 hexadecimal digits.
///
/// ```
/// use undrained_lint::{
///     diagnostics::{Diagnostic, fingerprint::fingerprints},
///     source::Sources,
/// };
///
/// let note = || Diagnostic::note("skipped a file".to_owned());
/// let [first, second] = &fingerprints(&Sources::default(), &[note(), note()])[..] else { unreachable!() };
/// assert_eq!(first.len(), 32);
/// assert_ne!(first, second);
/// ```
pub fn fingerprints(sources: &Sources, diagnostics: &[Diagnostic]) -> Vec<String> {
    let mut seen: FxHashMap<u128, u32> = FxHashMap::default();
    let number = |diagnostic| {
        let what = hash(&features(sources, diagnostic));
        let count = seen.entry(what).or_default();
        *count += 1;
        format!("{:032x}", hash(&[&format!("{what:032x}"), &count.to_string()]))
    };
    diagnostics.iter().map(number).collect()
}

/// A hash of the rule and the words of the line alone, to know a finding by when what is around it has another name.
pub fn of_line(sources: &Sources, diagnostic: &Diagnostic) -> String {
    let [rule, _, words] = features(sources, diagnostic);
    format!("{:032x}", hash(&[rule, words]))
}

/// Rule, place, line; of what has no place, the message.
fn features<'a>(sources: &'a Sources, diagnostic: &'a Diagnostic) -> [Cow<'a, str>; 3] {
    let rule = diagnostic.rule.unwrap_or_default().into();
    let Some(label) = &diagnostic.primary else { return [rule, "".into(), diagnostic.message.as_str().into()] };
    let place = match &diagnostic.function {
        Some(function) => function.into(),
        None => file(sources.path(label.span.file)),
    };
    let text = sources.text(label.span.file);
    let (before, after) = text.split_at(label.span.start as usize);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let end = before.len() + after.find('\n').unwrap_or(after.len());
    let words: Vec<&str> = text[start..end].trim_start_matches('\u{feff}').split_whitespace().collect();
    [rule, place, words.join(" ").into()]
}

/// A path if it is relative, else the name of the file alone.
fn file(path: &Path) -> Cow<'_, str> {
    if path.is_absolute() {
        return path.file_name().unwrap_or_default().to_string_lossy();
    }
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/").into()
}

fn hash(parts: &[impl AsRef<str>]) -> u128 {
    let mut hasher = SipHasher13::new();
    for part in parts {
        hasher.write(part.as_ref().as_bytes());
        // Two parts are not one that is as long.
        hasher.write(&[0]);
    }
    hasher.finish128().as_u128()
}

#[cfg(test)]
mod tests {
    use super::fingerprints;
    use crate::{
        diagnostics::{Diagnostic, Label},
        source::{Sources, Span},
    };

    /// A finding on each `send` in a text.
    fn of(path: &str, function: Option<&str>, rule: &'static str, text: &str) -> Vec<String> {
        let mut sources = Sources::default();
        let file = sources.add(path.into(), text);
        let finding = |(start, _): (usize, &str)| {
            let start = u32::try_from(start).expect("a short text");
            Diagnostic {
                rule: Some(rule),
                function: function.map(str::to_owned),
                primary: Some(Label { span: Span { file, start, end: start + 4 }, text: String::new() }),
                ..Diagnostic::note("unread".to_owned())
            }
        };
        fingerprints(&sources, &text.match_indices("send").map(finding).collect::<Vec<_>>())
    }

    const RULE: &str = "unread_body";

    #[test]
    fn moved_lines_and_files_keep_their_fingerprint() {
        let before = of("src/a.rs", Some("app::f"), RULE, "a.send();");
        assert_eq!(before, of("src/a.rs", Some("app::f"), RULE, "\u{feff}// new\r\n\n    a.send();\r\n// more\n"));
        assert_eq!(before, of("/home/me/app/src/b.rs", Some("app::f"), RULE, "\ta.send();"));
        // Stored by others, so a new version of the lint has to say the same.
        assert_eq!(before, ["0caa01164349002ce90ff5f82e0395d2"]);
    }

    #[test]
    fn what_differs_has_another() {
        let text = "a.send();\na.send(); b.send();\n";
        let mut all = of("a.rs", Some("app::f"), RULE, text);
        all.extend(of("a.rs", Some("app::g"), RULE, text));
        all.extend(of("a.rs", Some("app::f"), "partly_read", text));
        all.extend(of("a.rs", None, RULE, text));
        all.extend(of("b/a.rs", None, RULE, text));
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!((count, all.len()), (15, 15));
    }

    #[test]
    fn absolute_paths_are_not_in_it() {
        let here = std::env::temp_dir();
        let at = |folder: &str| of(&here.join(folder).join("a.rs").to_string_lossy(), None, RULE, "a.send();");
        assert_eq!(at("one"), at("two"));
    }
}
