//! Which versions a `Cargo.lock` has settled on.
//!
//! Cargo writes the file itself, always in the same way, so lines are enough: it can be large, and most of it is about
//! packages that nobody asks for.

use std::{collections::HashMap, fs, path::Path};

/// A `Cargo.lock`, or none.
#[derive(Debug, Default)]
pub struct Lock {
    versions: HashMap<String, Vec<String>>,
}

impl Lock {
    /// The versions of a package, as the registry spells it.
    pub fn versions(&self, package: &str) -> &[String] {
        self.versions.get(package).map_or(&[], Vec::as_slice)
    }
}

/// Reads the lock file of a workspace. One that is not there, or is not what Cargo writes, says nothing: the
/// requirements in the manifests are then all that is known.
pub fn read(workspace: &Path) -> Lock {
    fs::read_to_string(workspace.join("Cargo.lock")).map(|text| parse(&text)).unwrap_or_default()
}

fn parse(text: &str) -> Lock {
    let mut lock = Lock::default();
    let mut name = None;
    for line in text.lines() {
        if line.starts_with("[[") {
            name = None;
        } else if let Some(value) = value(line, "name") {
            name = Some(value);
        } else if let (Some(name), Some(version)) = (name, value(line, "version")) {
            lock.versions.entry(name.to_owned()).or_default().push(version.to_owned());
        }
    }
    lock
}

/// The value of `key = "value"`.
fn value<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn versions_stand_by_their_packages() {
        let lock = parse(
            "version = 4\n\n[[package]]\nname = \"app\"\nversion = \"0.1.0\"\ndependencies = [\n \"ureq 2.12.1\",\n]\n\n\
             [[package]]\nname = \"ureq\"\nversion = \"2.12.1\"\n\n[[package]]\r\nname = \"ureq\"\r\nversion = \"3.0.0-rc.1\"\r\n\n\
             [[patch.unused]]\nversion = \"9.9.9\"\nname = \"x\"\n",
        );
        assert_eq!(lock.versions("app"), ["0.1.0"]);
        assert_eq!(lock.versions("ureq"), ["2.12.1", "3.0.0-rc.1"]);
        assert!(lock.versions("x").is_empty());
        assert!(parse("not a lock file").versions("app").is_empty());
    }
}
