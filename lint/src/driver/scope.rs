//! What a run can say of a finding that it did not meet: only where it looked has something gone.

use std::path::Path;

use rustc_hash::FxHashSet;

use super::Options;
use crate::{
    analysis,
    baseline::Entry,
    config::Level,
    discover::{Workspace, read::Texts},
    rules,
    source::FileId,
};

/// What a run looked at.
pub(super) struct Scope<'a> {
    pub workspace: &'a Workspace,
    pub texts: &'a Texts,
    pub options: &'a Options,
    /// The files in which findings are told.
    pub asked: &'a FxHashSet<FileId>,
    /// Files of which a part was not understood.
    pub half_read: &'a FxHashSet<FileId>,
    /// Functions that were left out since they are for tests.
    pub tests: &'a FxHashSet<String>,
}

impl Scope<'_> {
    /// Would a finding in this file have been met?
    pub fn covers(&self, file: &Path, entry: &Entry) -> bool {
        let rule = rules::ALL.iter().find(|rule| rule.name == entry.rule);
        // Of a rule that there is no longer, nothing can occur.
        let is_on = rule.is_none_or(|rule| self.options.levels.of(rule, file) > Level::Allow);
        let is_test = || {
            let is_left_out = |function| self.tests.contains(function);
            analysis::is_for_tests(self.workspace, file) || entry.function.as_ref().is_some_and(is_left_out)
        };
        let is_changed = self.options.changed.as_ref().is_none_or(|changed| changed.has(file));
        is_on && is_changed && (self.options.tests || !is_test()) && self.has_read(file)
    }

    fn has_read(&self, file: &Path) -> bool {
        match self.texts.id(file) {
            Some(id) => self.asked.contains(&id) && !self.half_read.contains(&id),
            None => self.workspace.has_lost(file) || self.workspace.is_unreached(file),
        }
    }
}
