//! For people: rustc's look, through its own renderer.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
};

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Patch, Renderer, Snippet, normalize_untrusted_str};

use super::place::{self, whole_lines};
use crate::{
    diagnostics::{Diagnostic, Fix, Label, Severity},
    rules,
    source::{FileId, Sources, Span},
};

/// Writes each diagnostic, with an empty line after it.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(sources: &Sources, diagnostics: &[Diagnostic], color: bool, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    for diagnostic in diagnostics {
        out.write_all(render(&renderer, sources, diagnostic, false).as_bytes())?;
    }
    Ok(())
}

/// What a terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Screen {
    /// Colours, and whoever looks wants them.
    pub color: bool,
    /// Links: names of rules lead to their documentation, where there are colours.
    pub links: bool,
    /// How many columns there are: longer lines of code are cut.
    pub width: Option<usize>,
}

/// The same on a terminal.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_on(screen: Screen, sources: &Sources, diagnostics: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    let renderer = if screen.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = screen.width.map_or(renderer.clone(), |width| renderer.term_width(width));
    let links = screen.color && screen.links;
    diagnostics.iter().try_for_each(|it| out.write_all(render(&renderer, sources, it, links).as_bytes()))
}

/// One diagnostic without colour, as [`write()`] writes it.
pub fn plain(sources: &Sources, diagnostic: &Diagnostic) -> String {
    render(&Renderer::plain(), sources, diagnostic, false)
}

/// What a run comes to, in one line: `2 warnings in 1 file; 37 files read, 1 note`.
pub fn summary(diagnostics: &[Diagnostic], files_read: usize) -> String {
    let count = |severity| diagnostics.iter().filter(|it| it.severity == severity).count();
    let findings = [(count(Severity::Error), "error"), (count(Severity::Warning), "warning")];
    let findings: Vec<String> =
        findings.iter().filter(|(count, _)| *count > 0).map(|(count, noun)| plural(*count, noun)).collect();
    let files: BTreeSet<FileId> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity > Severity::Note)
        .filter_map(|diagnostic| diagnostic.primary.as_ref())
        .map(|label| label.span.file)
        .collect();
    let mut text = if findings.is_empty() {
        "no warnings".to_owned()
    } else {
        format!("{} in {}", findings.join(", "), plural(files.len(), "file"))
    };
    text += &format!("; {} read", plural(files_read, "file"));
    if count(Severity::Note) > 0 {
        text += &format!(", {}", plural(count(Severity::Note), "note"));
    }
    text
}

/// How often each rule has found something, the most frequent first: a line for each.
pub fn statistics(diagnostics: &[Diagnostic]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for rule in diagnostics.iter().filter_map(|it| it.rule) {
        *counts.entry(rule).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts.iter().map(|(rule, count)| format!("{count:>6}  {rule}\n")).collect()
}

/// `1 file`, `2 files`.
pub(crate) fn plural(count: usize, noun: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{s}")
}

fn render(renderer: &Renderer, sources: &Sources, diagnostic: &Diagnostic, links: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let mut title = level.primary_title(diagnostic.message.as_str());
    if let Some(rule) = diagnostic.rule {
        title = title.id(rule);
    }
    let rule = rules::ALL.iter().find(|rule| links && Some(rule.name) == diagnostic.rule);
    if let Some(rule) = rule {
        title = title.id_url(rule.url());
    }
    // The renderer cleans titles and labels, but not these, and what they quote must not steer a terminal.
    let notes = diagnostic.notes.iter().map(|text| Level::NOTE.message(normalize_untrusted_str(text)));
    // A fix shows what the helps say.
    let helps = diagnostic.helps.iter().filter(|_| diagnostic.fix.is_none());
    let helps = helps.map(|text| Level::HELP.message(normalize_untrusted_str(text)));
    let group = Group::with_title(title).elements(snippets(sources, diagnostic)).elements(notes).elements(helps);
    let mut groups = vec![group];
    groups.extend(diagnostic.fix.as_ref().and_then(|fix| patch(sources, fix)));
    format!("{}\n\n", renderer.render(&groups))
}

/// The changed lines as they would be.
fn patch<'a>(sources: &'a Sources, fix: &'a Fix) -> Option<Group<'a>> {
    let span = fix.edits.iter().map(|edit| edit.span).reduce(Span::to)?;
    let text = sources.text(span.file);
    let shown = whole_lines(text, span.range());
    let patches = fix.edits.iter().map(|edit| {
        let span = edit.span.start as usize - shown.start..edit.span.end as usize - shown.start;
        Patch::new(span, edit.text.as_str())
    });
    let snippet = Snippet::source(&text[shown.clone()]).line_start(line_of(text, shown.start)).patches(patches);
    Some(Level::HELP.secondary_title(fix.title.as_str()).element(snippet))
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// One snippet for each file, that of the primary label first.
fn snippets<'a>(sources: &'a Sources, diagnostic: &'a Diagnostic) -> Vec<Snippet<'a, Annotation<'a>>> {
    let mut labels: Vec<(AnnotationKind, &Label)> = Vec::new();
    labels.extend(diagnostic.primary.iter().map(|label| (AnnotationKind::Primary, label)));
    labels.extend(diagnostic.secondary.iter().map(|label| (AnnotationKind::Context, label)));
    let mut files: Vec<FileId> = Vec::new();
    for (_, label) in &labels {
        if !files.contains(&label.span.file) {
            files.push(label.span.file);
        }
    }
    files
        .into_iter()
        .map(|file| {
            let labels = labels.iter().filter(|(_, label)| label.span.file == file);
            snippet(sources, file, labels.copied().collect())
        })
        .collect()
}

fn snippet<'a>(
    sources: &'a Sources,
    file: FileId,
    labels: Vec<(AnnotationKind, &'a Label)>,
) -> Snippet<'a, Annotation<'a>> {
    // Only the lines that are needed: the renderer looks at all that it is given, once for each diagnostic.
    let text = sources.text(file);
    let start = labels.iter().map(|(_, label)| label.span.start as usize).min().unwrap_or(0);
    let end = labels.iter().map(|(_, label)| label.span.end as usize).max().unwrap_or(0);
    let shown = whole_lines(text, start..end);
    let annotations = labels.into_iter().map(|(kind, label)| {
        let span = label.span.start as usize - shown.start..label.span.end as usize - shown.start;
        let words = (!label.text.is_empty()).then_some(label.text.as_str());
        kind.span(span).label(words)
    });
    Snippet::source(&text[shown.clone()])
        .path(place::path(sources, file))
        .line_start(line_of(text, shown.start))
        .annotations(annotations)
}
