//! Which lines were changed since a commit, staged or not, and in files that git does not know yet.
//!
//! `git` itself is asked: what it ignores, how it finds renames and where its files are is its own affair. Only Rust
//! files are asked for. A line that was taken out is no line any more, so it counts for the two that it stood between:
//! to remove the line that reads a body is a change, too.

use std::{
    ffi::OsString,
    io,
    ops::RangeInclusive,
    path::{Path, PathBuf},
    process::Command,
};

use rustc_hash::FxHashMap;

use crate::error::Error;

/// The lines that were changed.
#[derive(Clone, Debug, Default)]
pub struct Changed {
    files: FxHashMap<PathBuf, Vec<RangeInclusive<usize>>>,
}

impl Changed {
    /// What was changed since `revision`, in the repository that a file or folder is in. Of another branch the commit
    /// counts at which the two parted: what was changed there since then was not changed here.
    ///
    /// # Errors
    /// When there is no such path, no git, no repository, or no such commit.
    pub fn since(revision: &str, near: &Path) -> Result<Changed, Error> {
        let plain = near.canonicalize().map_err(|source| Error::Path { path: near.to_path_buf(), source })?;
        let folder = if plain.is_dir() { &plain } else { plain.parent().unwrap_or(&plain) };
        let top = git(folder, &["rev-parse", "--show-toplevel"])?
            .map_err(|said| failed(format!("git says of `{}`: {said}", folder.display())))?;
        let top = path(line(&top));
        let top = top.canonicalize().unwrap_or(top);
        let base = base(revision, &top)?;
        let told = |args: &[&str]| git(&top, args)?.map_err(failed);
        let mut changed = Changed::default();
        let diff = told(&[DIFF, &[line_text(&base).as_str(), "--", "*.rs"]].concat())?;
        for (file, lines) in hunks(&diff) {
            changed.files.entry(top.join(path(&file))).or_default().push(lines);
        }
        let untracked = told(&["ls-files", "-z", "--others", "--exclude-standard", "--", "*.rs"])?;
        for file in untracked.split(|byte| *byte == 0).filter(|file| !file.is_empty()) {
            changed.files.insert(top.join(path(file)), vec![1..=usize::MAX]);
        }
        Ok(changed)
    }

    /// Was anything changed in this file? Paths are absolute and without symbolic links.
    pub fn has(&self, file: &Path) -> bool {
        self.files.contains_key(file)
    }

    /// Was one of these lines changed, counted from 1?
    pub fn touches(&self, file: &Path, lines: RangeInclusive<usize>) -> bool {
        let meets = |hunk: &RangeInclusive<usize>| hunk.start() <= lines.end() && lines.start() <= hunk.end();
        self.files.get(file).is_some_and(|hunks| hunks.iter().any(meets))
    }
}

/// Against one commit, whatever the user has told git to do with differences.
const DIFF: &[&str] = &[
    "-c",
    "core.quotePath=false",
    "diff",
    "--unified=0",
    "--inter-hunk-context=0",
    "--find-renames",
    "--text",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--submodule=short",
    "--src-prefix=a/",
    "--dst-prefix=b/",
];

/// The commit from which on changes count.
fn base(revision: &str, top: &Path) -> Result<Vec<u8>, Error> {
    let unknown = |why: &str| failed(format!("there is no commit `{revision}`{why}"));
    // It could be taken for an option.
    if revision.starts_with('-') || revision.is_empty() {
        return Err(unknown(""));
    }
    let commit = format!("{revision}^{{commit}}");
    let Ok(commit) = git(top, &["rev-parse", "--verify", "--quiet", &commit])? else {
        let is_new = revision == "HEAD" && git(top, &["rev-parse", "--verify", "--quiet", "HEAD"])?.is_err();
        // Before the first commit all is new.
        return if is_new {
            git(top, &["hash-object", "-t", "tree", "--stdin"])?.map_err(failed)
        } else {
            Err(unknown(", which a shallow clone may lack"))
        };
    };
    let fork = git(top, &["merge-base", "HEAD", &line_text(&commit)])?;
    // Histories that have nothing in common.
    Ok(fork.unwrap_or(commit))
}

/// What git prints, or what it says when it fails.
fn git(folder: &Path, args: &[&str]) -> Result<Result<Vec<u8>, String>, Error> {
    let mut command = Command::new("git");
    // Nobody is to wait for a lock that is only there to remember what was seen.
    command.args(args).current_dir(folder).env("GIT_OPTIONAL_LOCKS", "0").stdin(std::process::Stdio::null());
    let output = command.output().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => failed("there is no program `git`".to_owned()),
        _ => failed(format!("`git` cannot be started: {error}")),
    })?;
    Ok(if output.status.success() {
        Ok(output.stdout)
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        Err(said.lines().next().unwrap_or("git failed without a word").trim_start_matches("fatal: ").to_owned())
    })
}

fn failed(why: String) -> Error {
    Error::Changed(why)
}

/// What a command that prints one line has printed.
fn line(text: &[u8]) -> &[u8] {
    text.strip_suffix(b"\n").map_or(text, |text| text.strip_suffix(b"\r").unwrap_or(text))
}

fn line_text(text: &[u8]) -> String {
    String::from_utf8_lossy(line(text)).into_owned()
}

/// File and new lines of each hunk of a diff without context.
fn hunks(diff: &[u8]) -> Vec<(Vec<u8>, RangeInclusive<usize>)> {
    let mut hunks = Vec::new();
    let mut file = None;
    // Lines of the hunk that are still to come: what stands in them may look like anything.
    let mut left = 0;
    for line in diff.split(|byte| *byte == b'\n') {
        if left > 0 && !line.starts_with(b"\\") {
            left -= 1;
        } else if let Some(name) = line.strip_prefix(b"+++ ") {
            file = new_name(name);
        } else if let Some((old, start, new)) = line.strip_prefix(b"@@ -").and_then(header) {
            left = old + new;
            // Of lines that were only taken out, `start` is the line before.
            let lines = if new == 0 { start..=start + 1 } else { start..=start + new - 1 };
            hunks.extend(file.clone().map(|file| (file, lines)));
        }
    }
    hunks
}

/// From `3,2 +4,0 @@ ..`: how many old lines, the first new one, and how many.
fn header(text: &[u8]) -> Option<(usize, usize, usize)> {
    let text = str::from_utf8(text.split(|byte| *byte == b'@').next()?).ok()?;
    let (old, new) = text.trim().split_once(" +")?;
    let range = |text: &str| -> Option<(usize, usize)> {
        let (start, count) = text.split_once(',').unwrap_or((text, "1"));
        Some((start.parse().ok()?, count.parse().ok()?))
    };
    let (start, count) = range(new)?;
    Some((range(old)?.1, start, count))
}

/// The name behind `+++`, unquoted; none for a file that is gone.
fn new_name(name: &[u8]) -> Option<Vec<u8>> {
    // A tab ends a name with spaces.
    let name = name.strip_suffix(b"\t").unwrap_or(name);
    let name = match name.strip_prefix(b"\"") {
        Some(quoted) => unquote(quoted.strip_suffix(b"\"")?)?,
        None => name.to_vec(),
    };
    Some(name.strip_prefix(b"b/")?.to_vec())
}

/// As C writes strings.
fn unquote(text: &[u8]) -> Option<Vec<u8>> {
    let mut plain = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, after @ ..] = rest {
        let (byte, more) = match (first, after) {
            (b'\\', [a @ b'0'..=b'7', b, c, more @ ..]) => {
                (u8::from_str_radix(str::from_utf8(&[*a, *b, *c]).ok()?, 8).ok()?, more)
            }
            (b'\\', [letter, more @ ..]) => (escape(*letter)?, more),
            (byte, more) => (*byte, more),
        };
        plain.push(byte);
        rest = more;
    }
    Some(plain)
}

fn escape(letter: u8) -> Option<u8> {
    Some(match letter {
        b'a' => 7,
        b'b' => 8,
        b't' => b'\t',
        b'n' => b'\n',
        b'v' => 11,
        b'f' => 12,
        b'r' => b'\r',
        b'"' | b'\\' => letter,
        _ => return None,
    })
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStringExt as _;
    OsString::from_vec(bytes.to_vec()).into()
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    OsString::from(String::from_utf8_lossy(bytes).into_owned()).into()
}

#[cfg(test)]
mod tests {
    use super::{Changed, hunks, unquote};

    #[track_caller]
    fn check(diff: &str, expected: &[(&str, usize, usize)]) {
        let found = hunks(diff.as_bytes());
        let found =
            found.iter().map(|(file, lines)| (str::from_utf8(file).expect("UTF-8"), *lines.start(), *lines.end()));
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn hunks_give_new_lines() {
        let diff = "diff --git a/a.rs b/a.rs\nindex 1..2 100644\n--- a/a.rs\n+++ b/a.rs\n@@ -1 +1,2 @@ fn f() {\n-a\n+b\n+c\n\
                    @@ -9,0 +11 @@\n+d\n";
        check(diff, &[("a.rs", 1, 2), ("a.rs", 11, 11)]);
    }

    #[test]
    fn lines_that_were_taken_out_count_for_their_neighbours() {
        check("--- a/a.rs\n+++ b/a.rs\n@@ -4,2 +3,0 @@\n-a\n-b\n", &[("a.rs", 3, 4)]);
        check("--- a/a.rs\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n", &[]);
    }

    #[test]
    fn what_stands_in_a_file_is_no_header() {
        let diff = "--- a/a.rs\n+++ b/a.rs\n@@ -1 +1,2 @@\n--- a/x.rs\n+++ b/x.rs\n+@@ -1 +9 @@\n\\ No newline at end of file\n\
                    diff --git a/b.rs b/b.rs\n--- a/b.rs\n+++ b/b.rs\n@@ -0,0 +7 @@\n+x\n\\ No newline at end of file\n";
        check(diff, &[("a.rs", 1, 2), ("b.rs", 7, 7)]);
    }

    #[test]
    fn names_may_be_quoted() {
        let diff = |name: &str| format!("+++ {name}\n@@ -0,0 +1 @@\n+x\n");
        check(&diff("b/with space.rs\t"), &[("with space.rs", 1, 1)]);
        check(&diff("\"b/a\\tb\\\"\\\\c.rs\""), &[("a\tb\"\\c.rs", 1, 1)]);
        check(&diff("b/ä.rs"), &[("ä.rs", 1, 1)]);
        assert_eq!(unquote(b"\\303\\244"), Some("ä".into()));
        assert_eq!(unquote(b"\\q"), None);
    }

    #[test]
    fn lines_meet_or_do_not() {
        let file = std::path::Path::new("/a.rs");
        let changed = Changed { files: [(file.to_path_buf(), vec![3..=5])].into_iter().collect() };
        assert!(changed.touches(file, 5..=9) && changed.touches(file, 1..=3) && changed.touches(file, 1..=9));
        assert!(!changed.touches(file, 1..=2) && !changed.touches(file, 6..=6));
        assert!(!changed.touches("/b.rs".as_ref(), 3..=5));
    }
}
