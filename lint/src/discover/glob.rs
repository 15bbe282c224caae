//! Globs as the configuration and the command line write them.
//!
//! `*` and `?` stay within a folder, `**` goes through folders. A glob that fits a folder fits all that is in it.

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};

/// A glob and the folder that it starts from.
#[derive(Clone, Debug)]
pub struct Glob {
    base: PathBuf,
    text: String,
    matcher: GlobMatcher,
}

impl Glob {
    /// Reads a glob that starts from `base`, an absolute path without symbolic links.
    ///
    /// # Errors
    /// In words, when it is not a glob, or when it could fit nothing, since it begins outside of `base`.
    pub fn new(base: &Path, text: &str) -> Result<Glob, String> {
        let plain = text.trim_end_matches('/');
        let plain = plain.strip_prefix("./").unwrap_or(plain);
        if plain.is_empty() || plain == "." {
            return Err("an empty glob fits nothing".to_owned());
        }
        if Path::new(plain).has_root() || plain.split('/').any(|part| part == "..") {
            return Err("a glob cannot lead out of the folder that it starts from".to_owned());
        }
        let glob = GlobBuilder::new(plain).literal_separator(true).build().map_err(|error| error.kind().to_string())?;
        Ok(Glob { base: base.to_path_buf(), text: text.to_owned(), matcher: glob.compile_matcher() })
    }

    /// As it is written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The folder that it starts from.
    pub fn base(&self) -> &Path {
        &self.base
    }

    /// Does it fit an absolute path, or a folder that the path is in?
    pub fn fits(&self, path: &Path) -> bool {
        self.fits_below(path, &self.base)
    }

    /// The same, but of the folders only those below `above` are looked at.
    pub fn fits_below(&self, path: &Path, above: &Path) -> bool {
        path.ancestors().take_while(|part| *part != above).any(|part| self.fits_itself(part))
    }

    /// Does it fit the path itself?
    pub(super) fn fits_itself(&self, path: &Path) -> bool {
        path.strip_prefix(&self.base).is_ok_and(|path| !path.as_os_str().is_empty() && self.matcher.is_match(path))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Glob;

    #[track_caller]
    fn check(glob: &str, path: &str, expected: bool) {
        let glob = Glob::new(Path::new("/work"), glob).expect("a glob");
        assert_eq!(glob.fits(Path::new(path)), expected);
    }

    #[test]
    fn a_folder_stands_for_all_that_is_in_it() {
        check("tests/ui", "/work/tests/ui/a/b.rs", true);
        check("./tests/ui/", "/work/tests/ui/a.rs", true);
        check("tests/ui", "/work/tests/uix/a.rs", false);
        check("tests/ui", "/work/deep/tests/ui/a.rs", false);
        check("**/generated", "/work/deep/generated/a.rs", true);
        check("**/generated", "/work/generated/a.rs", true);
    }

    #[test]
    fn one_star_stays_within_a_folder() {
        check("src/*.rs", "/work/src/a.rs", true);
        check("src/*.rs", "/work/src/a/b.rs", false);
        check("src/**/*.rs", "/work/src/a/b.rs", true);
        check("crates/*/src", "/work/crates/a/src/b.rs", true);
        check("{a,b}/*", "/work/b/c.rs", true);
    }

    #[test]
    fn what_lies_elsewhere_does_not_fit() {
        check("**", "/else/a.rs", false);
        check("**", "/work/a.rs", true);
    }

    #[test]
    fn folders_above_can_be_left_out_of_account() {
        let glob = Glob::new(Path::new("/work"), "tests/ui").expect("a glob");
        let fits = |above| glob.fits_below(Path::new("/work/tests/ui/a.rs"), Path::new(above));
        assert!(fits("/work/tests") && !fits("/work/tests/ui") && !fits("/work/tests/ui/a.rs"));
    }

    #[test]
    fn what_is_no_glob_is_told() {
        for text in ["", ".", "/a", "../a", "a/../b", "a[", "{a"] {
            assert!(Glob::new(Path::new("/work"), text).is_err(), "{text}");
        }
    }
}
