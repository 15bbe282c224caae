//! Puts the files together: crates, what they depend on, and the module trees of their files.
//!
//! [`place`](super::place) goes on from there with the items of a file.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Crate, CrateId, Extern, Index, ModId, Name, Ns, Owner, ParsedFile, Resolved,
    place::{Scope, id},
    resolve,
    stubs::{self, Stubs},
    tree::{self, Files, Place},
};
use crate::{
    discover::{Dependency, Package, TargetKind, Workspace},
    outline::Flags,
};

/// Puts everything together.
///
/// `files` are those of the workspace, by the paths that it has for them; a file that is missing is an empty module.
/// `stubs` that do not say which crate they describe are left out.
pub fn build(workspace: &Workspace, files: Vec<(PathBuf, ParsedFile)>, stubs: Vec<ParsedFile>) -> Index {
    let mut builder = Builder { files: Files::new(files), ..Builder::default() };
    builder.stubs(stubs, workspace);
    builder.packages(&workspace.packages);
    builder.loose(&workspace.loose);
    let mut index = builder.index;
    resolve::imports(&mut index);
    index
}

#[derive(Default)]
pub(super) struct Builder {
    pub index: Index,
    pub files: Files,
    stubs: Stubs,
    /// Libraries by the folder of their package.
    libraries: FxHashMap<PathBuf, CrateId>,
    /// Modules by the folder in which their submodules would be.
    homes: FxHashMap<PathBuf, Scope>,
    /// Names whose item is for tests or WebAssembly only, so that another item may have them.
    pub weak: FxHashSet<(ModId, Ns, Name)>,
}

impl Builder {
    fn stubs(&mut self, stubs: Vec<ParsedFile>, workspace: &Workspace) {
        for stub in stubs {
            let Some(client) = stub.client else { continue };
            let scope = self.krate(&client.krate, 2024, Place::of_root(Path::new("")), Flags::default());
            self.index.crates[scope.krate.0 as usize].stub = Some(client);
            self.items(&scope, stub.nodes);
        }
        self.stubs = Stubs::new(&self.index.crates);
        // Stubs name each other without versions. Where the workspace is led to one of the user's, so are they.
        let dependencies = workspace.packages.iter().flat_map(|package| &package.dependencies);
        let led_to: FxHashSet<CrateId> =
            dependencies.filter_map(|dependency| self.stubs.find(dependency, &self.index.crates)).collect();
        let deps: FxHashMap<_, _> = self.stubs.by_default(&self.index.crates, |id| led_to.contains(&id)).collect();
        for krate in &mut self.index.crates {
            krate.deps = deps.clone();
        }
        if let Some(Extern::Crate(std)) = deps.get("std") {
            let prelude = self.submodule_of(self.index[*std].root, "prelude");
            self.index.prelude = prelude.map(|prelude| self.submodule_of(prelude, "v1").unwrap_or(prelude));
        }
    }

    fn submodule_of(&self, module: ModId, name: &str) -> Option<ModId> {
        match self.index[module].types.get(name)? {
            Resolved::Mod(module) => Some(*module),
            _ => None,
        }
    }

    fn packages(&mut self, packages: &[Package]) {
        for target in packages.iter().flat_map(|package| &package.targets) {
            self.files.count(&target.path, &Place::of_root(&target.path));
        }
        let mut crates = Vec::new();
        for package in packages {
            for target in &package.targets {
                let test = matches!(target.kind, TargetKind::Test | TargetKind::Bench | TargetKind::Example);
                let flags = Flags { test, wasm: false };
                let scope = self.krate(&target.name, package.edition, Place::of_root(&target.path), flags);
                if target.kind == TargetKind::Lib {
                    self.libraries.insert(tree::normal(&package.root), scope.krate);
                }
                let is_home = matches!(target.kind, TargetKind::Lib | TargetKind::Bin);
                let homes = if is_home { None } else { Some(std::mem::take(&mut self.homes)) };
                self.file(&scope, &target.path);
                if let Some(homes) = homes {
                    self.homes = homes;
                }
                crates.push((package, scope.krate, target.kind == TargetKind::Lib));
            }
            let stray = self.unreached(&package.files, &package.root, package.edition);
            crates.extend(stray.into_iter().map(|krate| (package, krate, false)));
            self.homes.clear();
        }
        for (package, krate, is_library) in crates {
            let deps = self.deps(package, is_library);
            let reuse = self.reuse(package);
            let krate = &mut self.index.crates[krate.0 as usize];
            krate.deps = deps;
            krate.reuse = reuse;
        }
    }

    /// Files that belong to no package: a crate for each that no other declares, with all stubs at hand.
    fn loose(&mut self, files: &[PathBuf]) {
        let crates = self.unreached(files, Path::new(""), 2024);
        let mut deps: FxHashMap<_, _> = self.stubs.by_default(&self.index.crates, |_| true).collect();
        self.add_std(&mut deps);
        for krate in crates {
            self.index.crates[krate.0 as usize].deps = deps.clone();
        }
    }

    /// Takes in the files that no module has asked for: macros declare modules too, and there is `include!`. A file
    /// that stands where a submodule would stand becomes that submodule, any other a crate of its own.
    fn unreached(&mut self, files: &[PathBuf], root: &Path, edition: u16) -> Vec<CrateId> {
        let mut files: Vec<_> = files.iter().filter(|file| self.files.is_unreached(file)).collect();
        // Those that may declare others come first.
        files.sort_by_key(|file| {
            let is_root = ["lib.rs", "main.rs", "mod.rs"].iter().any(|root| file.ends_with(root));
            (file.components().count() - usize::from(is_root), !is_root, *file)
        });
        let mut crates = Vec::new();
        for file in files {
            if !self.files.is_unreached(file) {
                continue;
            }
            let path = tree::normal(file);
            let module = if path.ends_with("mod.rs") { path.parent().unwrap_or(&path) } else { &path };
            let name = module.file_stem().unwrap_or_default().to_string_lossy();
            let home = module.parent().and_then(|folder| self.homes.get(folder)).cloned();
            let inside = match home {
                Some(home) => {
                    let place = Place::of_file(&path);
                    self.files.count(file, &place);
                    let inside = self.module_in(&home, &name, home.flags, place);
                    self.declare(&home, Ns::Type, &name, Resolved::Mod(inside.module), home.flags);
                    inside
                }
                None => {
                    let relative = path.strip_prefix(root).unwrap_or(&path).with_extension("");
                    let for_tests = |part: &OsStr| ["tests", "benches", "examples"].map(OsStr::new).contains(&part);
                    let test = relative.iter().any(for_tests) && !root.as_os_str().is_empty();
                    let name = if root.as_os_str().is_empty() { name.into_owned() } else { words(&relative) };
                    let place = Place::of_root(&path);
                    self.files.count(file, &place);
                    let scope = self.krate(&name, edition, place, Flags { test, wasm: false });
                    crates.push(scope.krate);
                    scope
                }
            };
            self.file(&inside, file);
        }
        crates
    }

    fn deps(&self, package: &Package, is_library: bool) -> FxHashMap<Name, Extern> {
        let mut deps = FxHashMap::default();
        self.add_std(&mut deps);
        for dependency in &package.dependencies {
            let found = self.dependency(dependency);
            // Without a rename the name is that of the library, which need not be that of the package.
            if let Extern::Crate(krate) = found
                && dependency.name == dependency.package.replace('-', "_")
                && self.index[krate].stub.is_none()
            {
                deps.insert(self.index[krate].name.clone(), found.clone());
            }
            deps.insert(dependency.name.as_str().into(), found);
        }
        if !is_library && let Some(library) = self.libraries.get(&tree::normal(&package.root)) {
            let own = Dependency { package: package.name.clone(), ..Dependency::default() };
            let krate = self.stubs.find(&own, &self.index.crates).unwrap_or(*library);
            deps.insert(self.index[*library].name.clone(), Extern::Crate(krate));
        }
        deps
    }

    /// The clients that are not what they are for everybody, since the package chose other features.
    fn reuse(&self, package: &Package) -> FxHashMap<CrateId, Name> {
        let chosen = package.dependencies.iter().filter_map(|dependency| {
            let Extern::Crate(id) = self.dependency(dependency) else { return None };
            let client = self.index[id].stub.as_ref().filter(|client| !client.reuse_by_feature.is_empty())?;
            Some((id, client.reuse_with(&dependency.features)?.clone()))
        });
        chosen.collect()
    }

    fn dependency(&self, dependency: &Dependency) -> Extern {
        if let Some(stub) = self.stubs.find(dependency, &self.index.crates) {
            return Extern::Crate(stub);
        }
        let library = dependency.path.as_deref().and_then(|path| self.libraries.get(&tree::normal(path)));
        library.map_or_else(|| Extern::Foreign(dependency.package.replace('-', "_").into()), |id| Extern::Crate(*id))
    }

    fn add_std(&self, deps: &mut FxHashMap<Name, Extern>) {
        for name in stubs::STD {
            deps.insert(name.into(), Extern::Foreign("std".into()));
        }
        let all = self.stubs.by_default(&self.index.crates, |_| true);
        deps.extend(all.filter(|(name, _)| stubs::STD.contains(&name.as_str())));
    }

    fn krate(&mut self, name: &str, edition: u16, place: Place, flags: Flags) -> Scope {
        let krate = CrateId(id(self.index.crates.len()));
        let root = self.module(krate, None, Name::default(), false);
        self.index.crates.push(Crate {
            name: name.into(),
            root,
            deps: FxHashMap::default(),
            edition,
            stub: None,
            reuse: FxHashMap::default(),
        });
        Scope { krate, module: root, owner: Owner::Free, is_public: false, flags, place }
    }

    /// Puts the contents of a file into a module.
    pub fn file(&mut self, scope: &Scope, file: &Path) {
        if let Some(parsed) = self.files.take(file) {
            let scope = Scope { flags: scope.flags.or(parsed.flags), ..scope.clone() };
            self.items(&scope, parsed.nodes);
            self.homes.entry(scope.place.children().to_path_buf()).or_insert(scope);
        }
    }
}

/// `src/a-b/c` as `src_a_b_c`.
fn words(path: &Path) -> String {
    path.to_string_lossy().replace(|c: char| !c.is_alphanumeric(), "_")
}
