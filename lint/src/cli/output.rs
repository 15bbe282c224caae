//! `--output FORMAT=PATH`: reports in files, beside what is printed.
//!
//! A file is written beside its place and then moved there, so that nobody reads half of one, and an older one stays
//! when something fails.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    str::FromStr,
};

use clap::ValueEnum;

use crate::{diagnostics::Diagnostic, error::Error, render::Format, source::Sources};

/// A report that is wanted in a file.
#[derive(Clone, Debug)]
pub(super) struct Output {
    format: Format,
    path: PathBuf,
}

impl FromStr for Output {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (format, path) = text.split_once('=').ok_or("write it as FORMAT=PATH, as in `sarif=undrained.sarif`")?;
        if path.is_empty() {
            return Err("there is no path behind the `=`".to_owned());
        }
        let format = Format::from_str(format, false).map_err(|_| {
            let names = Format::value_variants().iter().filter_map(ValueEnum::to_possible_value);
            let names: Vec<String> = names.map(|name| name.get_name().to_owned()).collect();
            format!("there is no format `{format}`, but there are {}", names.join(", "))
        })?;
        Ok(Output { format, path: path.into() })
    }
}

impl Output {
    /// Writes the file.
    pub fn save(&self, sources: &Sources, diagnostics: &[Diagnostic]) -> Result<(), Error> {
        let write = |out: &mut dyn Write| self.format.write(sources, diagnostics, false, out);
        replace(&self.path, write).map_err(|source| Error::Output { path: self.path.clone(), source })
    }
}

/// Writes a file beside its place and moves it there.
pub(super) fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // Who links to a file wants that one to be written.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    if fs::metadata(&path).is_ok_and(|found| !found.is_file()) {
        // Something like `/dev/stderr`: a file in its place would be another thing.
        let mut out = File::options().write(true).open(&path)?;
        return write(&mut out);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = temporary().tempfile_in(folder)?;
    let mut out = BufWriter::new(&mut file);
    write(&mut out)?;
    out.flush()?;
    drop(out);
    file.persist(&path)?;
    Ok(())
}

/// The same for a file that must not be there yet.
pub(super) fn create(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut file = temporary().tempfile_in(path.parent().unwrap_or(Path::new(".")))?;
    write(&mut file)?;
    file.persist_noclobber(path)?;
    Ok(())
}

/// A temporary file that others may read, as far as the user lets them read new files at all.
fn temporary() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".undrained-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

#[cfg(test)]
mod tests {
    use std::{fs, io};

    use super::replace;

    #[test]
    fn an_older_report_stays_when_writing_fails() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("report");
        fs::write(&path, "old").expect("a new file");
        let failed = replace(&path, |out| {
            out.write_all(b"half of a new")?;
            Err(io::Error::other("full"))
        });
        assert_eq!(failed.expect_err("it fails").to_string(), "full");
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "old");
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
    }
}
