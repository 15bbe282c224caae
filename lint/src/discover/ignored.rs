//! The `.gitignore` rules that hold at one point of a walk.
//!
//! Deeper files win over shallower ones, and a nested repository starts anew. A user's own rules
//! (`core.excludesFile`, `.git/info/exclude`) are left out: they would make two machines disagree.

use std::path::Path;

use ignore::{Match, gitignore::Gitignore};

/// The rules that hold, outermost first.
pub struct Ignored {
    /// Each with the depth of its folder; `None` where a repository begins.
    rules: Vec<(usize, Option<Gitignore>)>,
}

impl Ignored {
    /// The rules that `root`'s repository has above it.
    pub fn above(root: &Path) -> Self {
        let mut rules = Vec::new();
        let folders: Vec<&Path> = root.ancestors().collect();
        let repository = folders.iter().position(|folder| folder.join(".git").exists());
        for folder in folders.iter().take(repository.map_or(0, |at| at + 1)).skip(1) {
            let file = folder.join(".gitignore");
            if file.is_file() {
                rules.insert(0, (0, Some(Gitignore::new(file).0)));
            }
        }
        Self { rules }
    }

    /// Leaves the folders that are `depth` deep or deeper. Rules from above the root stay.
    pub fn leave(&mut self, depth: usize) {
        while self.rules.last().is_some_and(|(at, _)| *at > depth) {
            self.rules.pop();
        }
    }

    /// Adds a `.gitignore`. Lines in it that make no sense are skipped, as git does.
    pub fn add(&mut self, depth: usize, file: &Path) {
        self.rules.push((depth, Some(Gitignore::new(file).0)));
    }

    /// Enters a repository: what was ignored outside says nothing here.
    pub fn begin_repository(&mut self, depth: usize) {
        self.rules.push((depth, None));
    }

    /// Is this path ignored? Its folder is not.
    pub fn is_ignored(&self, path: &Path, is_dir: bool) -> bool {
        for rules in self.rules.iter().rev().map_while(|(_, rules)| rules.as_ref()) {
            match rules.matched(path, is_dir) {
                Match::None => continue,
                Match::Ignore(_) => return true,
                Match::Whitelist(_) => return false,
            }
        }
        false
    }
}
