//! A file that is to be judged by another text than is on the disk, as an editor has it.

use std::path::{Path, PathBuf};

use crate::error::Error;

/// A path, which need not be there yet, and its text.
#[derive(Clone, Debug)]
pub struct Unsaved {
    path: PathBuf,
    text: String,
}

impl Unsaved {
    /// Takes this text for the file's.
    ///
    /// # Errors
    /// When the folder of the file is not there.
    pub fn new(path: &Path, text: String) -> Result<Unsaved, Error> {
        let failed = |source| Error::Path { path: path.to_path_buf(), source };
        let path = match (path.canonicalize(), path.file_name()) {
            (Ok(path), _) => path,
            (Err(error), None) => return Err(failed(error)),
            (Err(_), Some(name)) => {
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
                folder.canonicalize().map_err(failed)?.join(name)
            }
        };
        Ok(Unsaved { path, text })
    }

    /// Absolute, without symbolic links.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder that it is in.
    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }

    /// All of it.
    pub fn text(&self) -> &str {
        &self.text
    }
}
