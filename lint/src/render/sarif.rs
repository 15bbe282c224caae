//! For code scanning: one run of SARIF 2.1.0.
//!
//! See <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>. Columns are characters, which `columnKind`
//! says. What is about the run and not about the code is a notification, not a result.
//! Fingerprints have a name of their own: that which GitHub knows is computed by its own action, in its own way.

use std::{
    io::{self, Write},
    path::Path,
};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::{
    HOME, TOOL,
    place::{self, Columns},
    remarks,
};
use crate::{
    diagnostics::{Diagnostic, Fix, Label, Severity, fingerprint::fingerprints},
    rules::{self, Rule},
    source::{Sources, Span},
};

pub fn write(sources: &Sources, diagnostics: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Log::new(sources, diagnostics))?;
    writeln!(out)
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    invocations: [Invocation; 1],
    results: Vec<Finding>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    information_uri: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Message,
    help: Help,
    help_uri: String,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

/// A reader takes the one that it can show.
#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    tool_configuration_notifications: Vec<Notification>,
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Message,
    locations: Vec<Location>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: Vec<Location>,
    related_locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Remedy>,
    partial_fingerprints: Fingerprints,
    properties: Properties,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Remedy {
    description: Message,
    artifact_changes: Vec<ArtifactChange>,
    properties: Surety,
}

#[derive(Serialize)]
struct Surety {
    applicability: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange {
    artifact_location: ArtifactLocation,
    replacements: Vec<Replacement>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Message,
}

#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "undrained/v1")]
    own: String,
}

#[derive(Serialize)]
struct Properties {
    confidence: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    fully_qualified_name: String,
    kind: &'static str,
}

impl Log {
    fn new(sources: &Sources, diagnostics: &[Diagnostic]) -> Self {
        let with_fingerprints = diagnostics.iter().zip(fingerprints(sources, diagnostics));
        let results = with_fingerprints.filter_map(|(it, print)| Finding::new(sources, it, print)).collect();
        let notifications = |is_wanted: fn(&Diagnostic) -> bool| {
            let wanted = diagnostics.iter().filter(|it| it.rule.is_none() && is_wanted(it));
            wanted.map(|it| Notification::new(sources, it)).collect::<Vec<_>>()
        };
        let problems = notifications(|it| it.severity > Severity::Note);
        let invocation = Invocation {
            execution_successful: problems.is_empty(),
            tool_configuration_notifications: problems,
            tool_execution_notifications: notifications(|it| it.severity == Severity::Note),
        };
        let driver = Driver {
            name: TOOL,
            semantic_version: env!("CARGO_PKG_VERSION"),
            information_uri: HOME,
            rules: rules::ALL.iter().map(Descriptor::new).collect(),
        };
        Log {
            schema: "https://json.schemastore.org/sarif-2.1.0.json",
            version: "2.1.0",
            runs: [Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", invocations: [invocation], results }],
        }
    }
}

impl Descriptor {
    fn new(rule: &Rule) -> Self {
        let (text, markdown) = (rule.docs(), rule.docs());
        Descriptor {
            id: rule.name,
            short_description: Message { text: rule.summary() },
            help: Help { text, markdown },
            help_uri: rule.url(),
            default_configuration: Configuration { enabled: !rule.pedantic, level: Severity::Warning.name() },
        }
    }
}

impl Notification {
    fn new(sources: &Sources, diagnostic: &Diagnostic) -> Self {
        Notification {
            level: diagnostic.severity.name(),
            message: message(diagnostic),
            locations: diagnostic.primary.iter().map(|label| Location::new(sources, label)).collect(),
        }
    }
}

impl Finding {
    /// `None` for what no rule has found.
    fn new(sources: &Sources, diagnostic: &Diagnostic, fingerprint: String) -> Option<Self> {
        let rule_index = rules::ALL.iter().position(|rule| Some(rule.name) == diagnostic.rule)?;
        let function = diagnostic
            .function
            .iter()
            .map(|name| LogicalLocation { fully_qualified_name: name.clone(), kind: "function" });
        let related = diagnostic.secondary.iter().enumerate();
        Some(Finding {
            rule_id: rules::ALL[rule_index].name,
            rule_index,
            level: diagnostic.severity.name(),
            message: message(diagnostic),
            locations: diagnostic
                .primary
                .iter()
                .map(|label| Location {
                    logical_locations: function.clone().collect(),
                    ..Location::new(sources, label)
                })
                .collect(),
            related_locations: related
                .map(|(n, label)| Location { id: Some(n + 1), ..Location::new(sources, label) })
                .collect(),
            fixes: diagnostic.fix.iter().map(|fix| Remedy::new(sources, fix)).collect(),
            partial_fingerprints: Fingerprints { own: fingerprint },
            properties: Properties { confidence: diagnostic.confidence.name() },
        })
    }
}

impl Remedy {
    fn new(sources: &Sources, fix: &Fix) -> Self {
        let changes = fix.edits.chunk_by(|a, b| a.span.file == b.span.file).map(|edits| ArtifactChange {
            artifact_location: ArtifactLocation { uri: uri(&place::path(sources, edits[0].span.file)) },
            replacements: edits
                .iter()
                .map(|edit| Replacement {
                    deleted_region: Region::new(sources, edit.span),
                    inserted_content: Message { text: edit.text.clone() },
                })
                .collect(),
        });
        Remedy {
            description: Message { text: fix.title.clone() },
            artifact_changes: changes.collect(),
            properties: Surety { applicability: fix.applicability.name() },
        }
    }
}

impl Region {
    fn new(sources: &Sources, span: Span) -> Self {
        let (start, end) = place::positions(sources, span, Columns::Characters);
        Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
    }
}

impl Location {
    fn new(sources: &Sources, label: &Label) -> Self {
        Location {
            id: None,
            physical_location: PhysicalLocation {
                artifact_location: ArtifactLocation { uri: uri(&place::path(sources, label.span.file)) },
                region: Region::new(sources, label.span),
            },
            logical_locations: Vec::new(),
            message: (!label.text.is_empty()).then(|| Message { text: label.text.clone() }),
        }
    }
}

/// All that is to be said. A link to a related location goes by its number; GitHub shows only those that are linked to.
fn message(diagnostic: &Diagnostic) -> Message {
    let ways = diagnostic.secondary.iter().enumerate().filter(|(_, label)| !label.text.is_empty());
    let ways = ways.map(|(n, label)| format!("[{}]({})", link_text(&label.text), n + 1));
    let lines = [diagnostic.message.clone()].into_iter().chain(ways).chain(remarks(diagnostic));
    Message { text: lines.collect::<Vec<_>>().join("\n") }
}

/// What stands between the brackets of a link.
fn link_text(text: &str) -> String {
    text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

/// What stands in a URI as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A path as a reference; an absolute one, of a file outside of the current folder, as the URI of a file.
fn uri(path: &str) -> String {
    let encoded = utf8_percent_encode(path, PLAIN);
    if path.starts_with('/') {
        format!("file://{encoded}")
    } else if Path::new(path).is_absolute() {
        // `C:/..`
        format!("file:///{encoded}")
    } else {
        encoded.to_string()
    }
}
