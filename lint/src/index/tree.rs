//! Which file a `mod x;` means. See "Module source filenames" in the reference.

use std::path::{Component, Path, PathBuf};

use rustc_hash::FxHashMap;

use crate::outline::{ModDecl, Node, NodeKind, ParsedFile};

/// How deep files may declare files; a file that includes itself stops here.
const DEPTH: usize = 64;

/// The files that were read, by path.
#[derive(Default)]
pub(super) struct Files {
    by_path: FxHashMap<PathBuf, Entry>,
}

struct Entry {
    parsed: Option<ParsedFile>,
    /// How many modules will still ask for it.
    wanted: usize,
    reached: bool,
}

/// Where the files of a module's submodules are looked for.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The folder of the file, to which a `#[path]` is relative.
    folder: PathBuf,
    /// The folder of the submodules.
    children: PathBuf,
    /// Is it a module with braces, within the file? Then a `#[path]` is relative to `children`.
    inline: bool,
    depth: usize,
}

impl Place {
    /// For a file that is like `mod.rs`: a crate root, or one that was named by a `#[path]`.
    pub fn of_root(file: &Path) -> Place {
        let folder = file.parent().unwrap_or(Path::new("")).to_path_buf();
        Place { children: folder.clone(), folder, inline: false, depth: 0 }
    }

    /// For any other file.
    pub fn of_file(file: &Path) -> Place {
        let mut place = Place::of_root(file);
        if file.file_name() != Some("mod.rs".as_ref()) {
            place.children = file.with_extension("");
        }
        place
    }

    /// For a module with braces.
    pub fn within(&self, module: &ModDecl) -> Place {
        let children = normal(&self.children.join(module.path.as_deref().unwrap_or(&module.name)));
        Place { children, inline: true, ..self.clone() }
    }

    /// The folder of the submodules.
    pub fn children(&self) -> &Path {
        &self.children
    }
}

impl Files {
    pub fn new(files: Vec<(PathBuf, ParsedFile)>) -> Files {
        let entry = |parsed| Entry { parsed: Some(parsed), wanted: 0, reached: false };
        Files { by_path: files.into_iter().map(|(path, parsed)| (normal(&path), entry(parsed))).collect() }
    }

    /// Counts for each file how often the module tree below `root` will [`take`](Files::take) it.
    pub fn count(&mut self, root: &Path, place: &Place) {
        let root = normal(root);
        let mut found = Vec::new();
        if let Some(entry) = self.by_path.get_mut(&root) {
            entry.wanted += 1;
            entry.reached = true;
        }
        if let Some(ParsedFile { nodes, .. }) = self.by_path.get(&root).and_then(|entry| entry.parsed.as_ref()) {
            self.declared(nodes, place, &mut found);
        }
        for (file, place) in found {
            self.count(&file, &place);
        }
    }

    fn declared(&self, nodes: &[Node], place: &Place, found: &mut Vec<(PathBuf, Place)>) {
        for node in nodes {
            match &node.kind {
                NodeKind::Mod(module) => match &module.items {
                    Some(nodes) => self.declared(nodes, &place.within(module), found),
                    None => found.extend(self.find(place, module)),
                },
                NodeKind::Fun(_, inner) => self.declared(inner, place, found),
                _ => {}
            }
        }
    }

    /// The file of a module, and where its submodules are.
    pub fn find(&self, place: &Place, module: &ModDecl) -> Option<(PathBuf, Place)> {
        if place.depth == DEPTH {
            return None;
        }
        let base = if place.inline { &place.children } else { &place.folder };
        let named = |path: &String| (normal(&base.join(path)), true);
        let candidates = match &module.path {
            Some(path) => vec![named(path)],
            None => [format!("{}.rs", module.name), format!("{}/mod.rs", module.name)]
                .map(|path| (normal(&place.children.join(path)), false))
                .into_iter()
                .chain(module.other_paths.iter().map(named))
                .collect(),
        };
        let (file, like_root) = candidates.into_iter().find(|(file, _)| self.by_path.contains_key(file))?;
        let mut inside = if like_root { Place::of_root(&file) } else { Place::of_file(&file) };
        inside.depth = place.depth + 1;
        Some((file, inside))
    }

    /// The contents of a file: a copy if somebody else will want it too.
    pub fn take(&mut self, file: &Path) -> Option<ParsedFile> {
        let entry = self.by_path.get_mut(&normal(file))?;
        entry.wanted = entry.wanted.saturating_sub(1);
        if entry.wanted == 0 { entry.parsed.take() } else { entry.parsed.clone() }
    }

    /// Has no module asked for this file?
    pub fn is_unreached(&self, file: &Path) -> bool {
        self.by_path.get(&normal(file)).is_some_and(|entry| !entry.reached)
    }
}

/// Without `.` and `..`, by looking at the words only.
pub(super) fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if normal.file_name().is_some() => {
                normal.pop();
            }
            component => normal.push(component),
        }
    }
    normal
}
