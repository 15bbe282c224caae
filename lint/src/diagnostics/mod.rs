//! What a run has to say: a problem with its places, its reason and its remedy.
//!
//! A [`Diagnostic`] is plain data. It does not know how it is shown (`render`) or how it was found (`rules`).

pub mod fingerprint;
pub(crate) mod suppress;

use crate::{edit::Edit, source::Span};

/// How sure the analysis is that what it says is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, clap::ValueEnum, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Something on the way was guessed.
    Low,
    /// Something on the way is known by its signature only.
    Medium,
    /// Every call on the way was seen.
    High,
}

impl Confidence {
    /// As it is written: `medium`.
    pub fn name(self) -> &'static str {
        match self {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        }
    }
}

/// How loudly it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; never makes a run fail.
    Note,
    /// The default for rules.
    Warning,
    /// Chosen by configuration.
    Error,
}

impl Severity {
    /// As rustc writes it: `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A place with a few words beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is there; may be empty.
    pub text: String,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name, such as `unread_body`; `None` for notes about the run itself (a file that was skipped).
    pub rule: Option<&'static str>,
    /// How loud.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// One sentence, lower case, without a full stop.
    pub message: String,
    /// The origin: where the response was obtained. `None` when there is no text to show.
    pub primary: Option<Label>,
    /// The function around that place, as in `app::api::fetch`. It stays the same when lines or files move.
    pub function: Option<String>,
    /// Exits and calls on the way, in the order in which they happen.
    pub secondary: Vec<Label>,
    /// Why it matters.
    pub notes: Vec<String>,
    /// What to do, literally.
    pub helps: Vec<String>,
    /// The same as a change of the text, where one can be told.
    pub fix: Option<Fix>,
}

/// A change of the text after which the finding is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as what is said to somebody who is asked whether to do it.
    pub title: String,
    /// All of them belong together, and none overlaps another. They are in one file, that of the finding.
    pub edits: Vec<Edit>,
    /// How sure it is that this is what is wanted.
    pub applicability: Applicability,
}

/// How sure it is that a fix is what is wanted, in rustc's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Applicability {
    /// The code may mean something else after it, or another remedy may be what is wanted.
    MaybeIncorrect,
    /// It can be made without a look at it.
    MachineApplicable,
}

impl Applicability {
    /// As rustc writes it.
    pub fn name(self) -> &'static str {
        match self {
            Applicability::MaybeIncorrect => "MaybeIncorrect",
            Applicability::MachineApplicable => "MachineApplicable",
        }
    }
}

impl Diagnostic {
    /// A note about the run itself: no rule, no place.
    pub fn note(message: String) -> Self {
        Diagnostic {
            rule: None,
            severity: Severity::Note,
            confidence: Confidence::High,
            message,
            primary: None,
            function: None,
            secondary: Vec::new(),
            notes: Vec::new(),
            helps: Vec::new(),
            fix: None,
        }
    }

    /// Is it about the code, and not about the run?
    pub fn is_finding(&self) -> bool {
        self.severity > Severity::Note
    }

    /// Something in the configuration or in a stub that makes no sense: the run cannot take place.
    pub(crate) fn problem(message: String, primary: Label, help: Option<String>) -> Self {
        Diagnostic {
            severity: Severity::Error,
            primary: Some(primary),
            helps: help.into_iter().collect(),
            ..Diagnostic::note(message)
        }
    }
}
