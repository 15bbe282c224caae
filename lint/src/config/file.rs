//! The configuration as it is written. Its schema is made of these types, so their comments are read by users.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::Level;
use crate::{diagnostics::Confidence, suggest};

/// The configuration of `cargo undrained`: `undrained.toml` at the root of a workspace, or the table
/// `workspace.metadata.undrained` (or `package.metadata.undrained`) of the manifest there.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct File {
    /// How loudly rules are told: rule or group, and its level.
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Levels"))]
    pub levels: Levels,
    /// Other levels for some files. Where several fit a file, the last one counts.
    pub paths: Vec<Paths>,
    /// Files and folders in which nothing is to be told, as globs.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub exclude: Vec<Spanned<String>>,
    /// Files that describe clients which are not known yet, as paths or globs.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub stubs: Vec<Spanned<String>>,
    /// The file of findings that are known and not told, as a path.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub baseline: Option<Spanned<String>>,
    /// Findings that are less sure are left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Confidence>"))]
    pub min_confidence: Option<Spanned<Confidence>>,
    /// Look at test code too: `#[cfg(test)]`, tests, benches, examples.
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub tests: Option<Spanned<bool>>,
}

/// Levels for some files.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Paths {
    /// The files, or the folders they are in.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub glob: Spanned<String>,
    /// Rule or group, and its level in these files.
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Levels"))]
    pub levels: Levels,
}

/// Rules and groups with their levels, in no order that would mean anything.
pub(super) type Levels = std::collections::BTreeMap<Spanned<String>, Spanned<Level>>;

/// A manifest, as far as it says how to lint.
#[derive(Debug, Deserialize)]
pub(super) struct Manifest {
    workspace: Option<Table>,
    package: Option<Table>,
}

#[derive(Debug, Deserialize)]
struct Table {
    metadata: Option<Metadata>,
}

#[derive(Debug, Deserialize)]
struct Metadata {
    undrained: Option<Spanned<File>>,
}

impl Manifest {
    /// The tables that are there: the workspace's, then the package's.
    pub fn tables(self) -> impl Iterator<Item = Spanned<File>> {
        [self.workspace, self.package].into_iter().flatten().filter_map(|table| table.metadata?.undrained)
    }
}

/// What is wrong, where, and what may have been meant.
#[derive(Debug)]
pub(super) struct Mistake {
    pub at: Range<usize>,
    pub message: String,
    pub help: Option<String>,
}

/// Reads a text that is a configuration and nothing else.
pub(super) fn read(text: &str) -> Result<Vec<Spanned<File>>, Mistake> {
    toml::from_str(text).map(|file| vec![Spanned::new(0..0, file)]).map_err(|error| mistake(&error))
}

/// Reads the tables of a manifest. One that is not TOML has none here: that is told with the other manifests.
pub(super) fn read_manifest(text: &str) -> Result<Vec<Spanned<File>>, Mistake> {
    let may_have = text.contains("undrained") && text.parse::<toml::Table>().is_ok();
    if !may_have {
        return Ok(Vec::new());
    }
    toml::from_str(text).map(|manifest: Manifest| manifest.tables().collect()).map_err(|error| mistake(&error))
}

fn mistake(error: &toml::de::Error) -> Mistake {
    let message = error.message().replace('\n', ", ");
    // What is unknown comes first, and then what is known.
    let mut quoted = message.split('`').skip(1).step_by(2);
    let help = quoted.next().and_then(|unknown| suggest::did_you_mean(unknown, quoted));
    Mistake { at: error.span().unwrap_or(0..0), help, message }
}
