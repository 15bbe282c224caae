//! Changes to texts, and files that are written whole or not at all.
//!
//! [`apply`] knows no files, [`write_atomically`] knows no edits. What stands outside of the edits stays byte for byte,
//! line ends included. A file that no longer holds what its edits were made for is left alone.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use crate::source::Span;

/// A piece of text in place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What goes; empty to insert.
    pub span: Span,
    /// What comes.
    pub text: String,
}

/// Two edits want to change the same text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("make two changes of the same text")]
pub struct Overlap {
    /// The one that begins first.
    pub first: Span,
    /// The other.
    pub second: Span,
}

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// It holds something else than expected, or is there though none was expected.
    #[error("write `{}`, which was changed meanwhile: run the command again", path.display())]
    Changed {
        /// As it was given.
        path: PathBuf,
    },
    /// The system refused.
    #[error("write `{}`, check that it and its folder may be written to", path.display())]
    Refused {
        /// As it was given.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// The text with all edits made. Those that insert at one place come in their order.
///
/// # Errors
/// When two edits overlap. One may begin where another ends.
///
/// # Panics
/// When an edit is not about this text.
///
/// ```
/// use undrained_lint::{
///     edit::{Edit, apply},
///     source::{FileId, Span},
/// };
///
/// let edit = |start, end, text: &str| Edit { span: Span { file: FileId(0), start, end }, text: text.to_owned() };
/// assert_eq!(apply("let a = f();", &[edit(8, 8, "&"), edit(4, 5, "_")])?, "let _ = &f();");
/// assert!(apply("let a = f();", &[edit(4, 8, "b "), edit(5, 6, "")]).is_err());
/// # Ok::<(), undrained_lint::edit::Overlap>(())
/// ```
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, Overlap> {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    if let Some(pair) = edits.windows(2).find(|pair| pair[0].span.end > pair[1].span.start) {
        return Err(Overlap { first: pair[0].span, second: pair[1].span });
    }
    let mut changed = String::with_capacity(text.len());
    let mut at = 0;
    for Edit { span, text: new } in edits {
        changed.push_str(&text[at..span.range().start]);
        changed.push_str(new);
        at = span.range().end;
    }
    changed.push_str(&text[at..]);
    Ok(changed)
}

/// Writes a file that holds `expected`, or that must not be there yet if that is `None`.
///
/// The new text is written beside it and moved to its place, so that nobody sees half of it, and the old one stays
/// when anything fails. A symbolic link stays one, permissions stay, and a file that is read-only is not written.
/// Somebody who writes between the last look at the file and the move loses; that is an instant, not the length of a
/// run. Other hard links keep the old text.
///
/// # Errors
/// When the file holds something else, or cannot be written.
pub fn write_atomically(path: &Path, expected: Option<&str>, text: &str) -> Result<(), WriteError> {
    write(path, expected, text).map_err(|error| match error {
        Failure::Changed => WriteError::Changed { path: path.to_path_buf() },
        Failure::Io(source) => WriteError::Refused { path: path.to_path_buf(), source },
    })
}

enum Failure {
    Changed,
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Io(error)
    }
}

fn write(path: &Path, expected: Option<&str>, text: &str) -> Result<(), Failure> {
    let Some(expected) = expected else {
        let mut file = temporary(path)?;
        finish(&mut file, text)?;
        return file.persist_noclobber(path).map(drop).map_err(|failed| match failed.error.kind() {
            io::ErrorKind::AlreadyExists => Failure::Changed,
            _ => Failure::Io(failed.error),
        });
    };
    let path = path.canonicalize()?;
    // To rename takes no right to the file itself, so that has to be asked for.
    let permissions = File::options().write(true).open(&path)?.metadata()?.permissions();
    if permissions.readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only").into());
    }
    let mut file = temporary(&path)?;
    finish(&mut file, text)?;
    file.as_file().set_permissions(permissions)?;
    if fs::read(&path)? != expected.as_bytes() {
        return Err(Failure::Changed);
    }
    file.persist(&path).map(drop).map_err(|failed| Failure::Io(failed.error))
}

/// A new file in the same folder, with the permissions of any new file.
fn temporary(path: &Path) -> io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".undrained-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Puts the text on the disk: a file that is moved before that may be empty after a crash.
fn finish(file: &mut tempfile::NamedTempFile, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use tempfile::TempDir;

    use super::*;
    use crate::source::FileId;

    fn edit(start: u32, end: u32, text: &str) -> Edit {
        Edit { span: Span { file: FileId(0), start, end }, text: text.to_owned() }
    }

    #[track_caller]
    fn check(text: &str, edits: &[Edit], expected: &str) {
        assert_eq!(apply(text, edits).expect("they do not overlap"), expected);
    }

    #[test]
    fn edits_are_made_in_the_order_of_their_places() {
        check("abc", &[], "abc");
        check("abc", &[edit(2, 3, "C"), edit(0, 1, "A")], "AbC");
        check("aä\r\nb", &[edit(5, 6, ""), edit(1, 3, "ö")], "aö\r\n");
        // Neighbours, and an insertion on each side of what is replaced.
        check("abc", &[edit(1, 2, "B"), edit(2, 3, "C"), edit(1, 1, "<")], "a<BC");
        check("abc", &[edit(1, 2, "B"), edit(2, 2, ">")], "aB>c");
    }

    #[test]
    fn insertions_at_one_place_keep_their_order() {
        check("ab", &[edit(1, 1, "1"), edit(1, 1, "2"), edit(0, 0, "0")], "0a12b");
    }

    #[test]
    fn overlaps_are_refused() {
        for edits in
            [[edit(0, 2, "x"), edit(1, 3, "y")], [edit(1, 1, "x"), edit(0, 2, "y")], [edit(0, 1, ""), edit(0, 1, "")]]
        {
            let Err(Overlap { first, second }) = apply("abc", &edits) else { panic!("they overlap: {edits:?}") };
            assert!(first.start <= second.start);
        }
    }

    /// A folder with a file in it.
    fn file(text: &str) -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a.rs");
        fs::write(&path, text).expect("a new file");
        (folder, path)
    }

    fn read(path: &Path) -> String {
        fs::read_to_string(path).expect("it is there")
    }

    /// How many files there are: nothing temporary may stay.
    fn count(folder: &TempDir) -> usize {
        fs::read_dir(folder.path()).expect("it is there").count()
    }

    #[test]
    fn a_file_gets_its_new_text() {
        let (folder, path) = file("old");
        write_atomically(&path, Some("old"), "new").expect("nobody changed it");
        assert_eq!((read(&path).as_str(), count(&folder)), ("new", 1));
    }

    #[test]
    fn a_file_that_was_changed_stays() {
        let (folder, path) = file("newer");
        let failed = write_atomically(&path, Some("old"), "new");
        assert!(matches!(failed, Err(WriteError::Changed { path: told }) if told == path));
        let failed = write_atomically(&path, None, "new");
        assert!(matches!(failed, Err(WriteError::Changed { .. })));
        assert_eq!((read(&path).as_str(), count(&folder)), ("newer", 1));
    }

    #[test]
    fn a_file_that_is_gone_stays_gone() {
        let (folder, path) = file("old");
        fs::remove_file(&path).expect("it was there");
        let failed = write_atomically(&path, Some("old"), "new");
        assert!(matches!(failed, Err(WriteError::Refused { .. })));
        assert_eq!(count(&folder), 0);
    }

    #[test]
    fn a_new_file_is_like_any_other() {
        let (folder, path) = file("");
        let other = folder.path().join("b.rs");
        write_atomically(&other, None, "new").expect("there is none");
        assert_eq!(read(&other), "new");
        assert_eq!(
            fs::metadata(&other).expect("it is there").permissions(),
            fs::metadata(&path).expect("it is there").permissions()
        );
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let (folder, path) = file("old");
        let link = folder.path().join("link.rs");
        symlink("a.rs", &link).expect("a new link");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o750)).expect("it is ours");
        write_atomically(&link, Some("old"), "new").expect("nobody changed it");
        assert!(link.is_symlink());
        assert_eq!(read(&path), "new");
        assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, 0o750);
    }

    #[test]
    fn a_read_only_file_is_not_written() {
        let (folder, path) = file("old");
        let mut permissions = fs::metadata(&path).expect("it is there").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).expect("it is ours");
        let failed = write_atomically(&path, Some("old"), "new");
        assert!(matches!(failed, Err(WriteError::Refused { .. })));
        assert_eq!((read(&path).as_str(), count(&folder)), ("old", 1));
    }
}
