//! The stubs that come with the program, and which of them, or of the user's own, describes a dependency.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::{Client, Crate, CrateId, Extern, Name, ParsedFile, versions};
use crate::{
    discover::{Dependency, Workspace},
    outline::roots,
    source::FileId,
};

/// A stub that comes with the program.
#[derive(Clone, Copy, Debug)]
pub struct Stub {
    /// `clients/reqwest.rs`
    pub path: &'static str,
    /// The whole text.
    pub text: &'static str,
    /// The crate that it describes.
    krate: &'static str,
    /// The crates that it names, and other words like theirs.
    roots: &'static [&'static str],
    /// Its [`ParsedFile`], as the build script has written it.
    outline: &'static [u8],
}

impl Stub {
    /// Its items, as if it had been read as this file.
    pub fn outline(&self, file: FileId) -> ParsedFile {
        let parsed: ParsedFile = postcard::from_bytes(self.outline).expect("the build script wrote what is read here");
        parsed.into_file(file)
    }
}

/// All files in `clients/`, by name.
pub const EMBEDDED: &[Stub] = include!(concat!(env!("OUT_DIR"), "/stubs.rs"));

/// The stubs that a workspace can lead to, by the dependencies of its packages, by what some texts name (`texts` are
/// its loose files and the user's own stubs), and by what those stubs name. Reading the others would take longer than
/// many a workspace.
pub fn needed<'a>(workspace: &Workspace, texts: impl Iterator<Item = &'a str>) -> Vec<Stub> {
    let mut by_name: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (n, stub) in EMBEDDED.iter().enumerate() {
        by_name.entry(stub.krate).or_default().push(n);
    }
    let mut open: Vec<usize> =
        dependencies(workspace).filter_map(|name| by_name.get(name.as_str())).flatten().copied().collect();
    open.extend(texts.flat_map(roots).filter_map(|name| by_name.get(name)).flatten());
    open.extend(&by_name["std"]);
    let mut needed = BTreeSet::new();
    while let Some(n) = open.pop() {
        if needed.insert(n) {
            let named = EMBEDDED[n].roots.iter().filter(|name| !ONLY_IF_ASKED_FOR.contains(name));
            open.extend(named.filter_map(|name| by_name.get(*name)).flatten());
        }
    }
    needed.into_iter().map(|n| EMBEDDED[n]).collect()
}

/// Can a workspace lead to a crate: by a dependency, as one of its packages, or by what some texts name?
pub fn is_led_to<'a>(workspace: &Workspace, krate: &str, texts: impl Iterator<Item = &'a str>) -> bool {
    let packages = workspace.packages.iter().map(|package| package.name.replace('-', "_"));
    packages.chain(dependencies(workspace)).any(|name| name == krate) || texts.flat_map(roots).any(|name| name == krate)
}

/// The dependencies of all packages, as they are called there and as they are called themselves.
fn dependencies(workspace: &Workspace) -> impl Iterator<Item = String> {
    let dependencies = workspace.packages.iter().flat_map(|package| &package.dependencies);
    let names = dependencies.flat_map(|dependency| [&dependency.name, &dependency.package]);
    names.map(|name| name.replace('-', "_"))
}

/// Many clients say what they are to `tower`, which matters to those only who depend on it themselves.
const ONLY_IF_ASKED_FOR: [&str; 1] = ["tower"];

/// The crates with connections that the stubs describe.
pub fn clients() -> impl Iterator<Item = &'static str> {
    EMBEDDED.iter().filter(|stub| stub.text.contains("reuse = \"")).map(|stub| stub.krate)
}

/// What a stub that comes with the program says of its crate, for people.
#[derive(Clone, Debug)]
pub struct Described {
    /// As code names it.
    pub krate: &'static str,
    /// As Cargo names it.
    pub package: String,
    /// The requirement that it is for.
    pub versions: String,
    /// Its first lines.
    pub words: String,
    /// What an unread body costs; none for a crate without connections.
    pub reuse: Option<Name>,
    /// How its bodies are drained: `{}` is the variable.
    pub drains: Vec<String>,
}

/// All of them, in the order of their names.
pub fn described() -> impl Iterator<Item = Described> {
    EMBEDDED.iter().map(|stub| {
        let parsed = stub.outline(FileId(0));
        let lines = stub.text.lines().map_while(|line| line.strip_prefix("//!"));
        let words = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n");
        let fixes = stub.text.lines().filter_map(|line| line.trim().strip_prefix("#[fix = \"")?.strip_suffix("\"]"));
        let mut drains: Vec<String> = fixes.map(str::to_owned).collect();
        drains.dedup();
        let client = parsed.client;
        Described {
            krate: stub.krate,
            package: stub.krate.replace('_', "-"),
            versions: client.as_ref().map(|client| client.versions.clone()).unwrap_or_default(),
            words,
            reuse: client.and_then(|client| client.reuse),
            drains,
        }
    })
}

/// The names under which the standard library's stub is known.
pub(super) const STD: [&str; 3] = ["std", "core", "alloc"];

/// The crates that are stubs, by the name of the crate that they describe; the oldest first.
#[derive(Default)]
pub(super) struct Stubs {
    by_name: FxHashMap<Name, Vec<CrateId>>,
}

impl Stubs {
    pub fn new(crates: &[Crate]) -> Stubs {
        let mut stubs = Stubs::default();
        let mut found: Vec<_> = crates
            .iter()
            .enumerate()
            .filter_map(|(at, krate)| Some((krate.stub.as_ref()?, CrateId(u32::try_from(at).ok()?))))
            .collect();
        found.sort_by_key(|(client, _)| versions::lowest(&client.versions));
        for (client, id) in found {
            stubs.by_name.entry(client.krate.clone()).or_default().push(id);
            if client.krate == "std" {
                for name in STD {
                    stubs.by_name.entry(name.into()).or_insert_with(|| vec![id]);
                }
            }
        }
        stubs
    }

    /// What each name means where no version is said, as in other stubs: the user's own stub if it counts, or else the
    /// newest that comes with the program.
    pub fn by_default<'a>(
        &'a self,
        crates: &'a [Crate],
        counts: impl Fn(CrateId) -> bool + 'a,
    ) -> impl Iterator<Item = (Name, Extern)> + 'a {
        self.by_name.iter().filter_map(move |(name, ids)| {
            let own = ids.iter().rfind(|id| is_own(crates, **id) && counts(**id));
            let embedded = ids.iter().rfind(|id| !is_own(crates, **id));
            Some((name.clone(), Extern::Crate(*own.or(embedded).or(ids.last())?)))
        })
    }

    /// The stub for a dependency: the one whose versions hold the one that is locked, or else the lowest that is asked
    /// for; the user's own goes before. If none does, the nearest older one of those that come with the program, or of
    /// the user's if they are all; if no version is said, the user's own or the newest. A fork that is given the
    /// original's name (`reqwest-middleware = { package = "acme-reqwest-middleware" }`) is meant to be used like it, and
    /// is taken for it.
    pub fn find(&self, dependency: &Dependency, crates: &[Crate]) -> Option<CrateId> {
        let by_package = self.by_name.get(dependency.package.replace('-', "_").as_str());
        let ids = by_package.or_else(|| self.by_name.get(dependency.name.as_str()))?;
        let (own, embedded): (Vec<CrateId>, Vec<CrateId>) = ids.iter().partition(|id| is_own(crates, **id));
        let Some(wanted) = wanted(dependency) else { return own.last().or(embedded.last()).copied() };
        let versions = |id: &CrateId| crates[id.0 as usize].stub.as_ref().map_or("", |client| &client.versions);
        let fits = |id: &&CrateId| versions::meets(wanted, versions(id));
        let older = |id: &&CrateId| versions::lowest(versions(id)).is_none_or(|lowest| lowest <= wanted);
        let others = if embedded.is_empty() { &own } else { &embedded };
        let fitting = own.iter().rfind(fits).or_else(|| embedded.iter().rfind(fits));
        fitting.or_else(|| others.iter().rfind(older)).or(others.first()).copied()
    }
}

fn is_own(crates: &[Crate], id: CrateId) -> bool {
    crates[id.0 as usize].stub.as_ref().is_some_and(|client| client.is_own)
}

/// The version of a dependency: the highest of those that are locked and meet the requirement, or the lowest that the
/// requirement names.
fn wanted(dependency: &Dependency) -> Option<versions::Version> {
    let requirement = dependency.version.as_deref().unwrap_or_default();
    let locked = dependency.locked.iter().filter_map(|version| versions::lowest(version));
    locked.filter(|version| versions::meets(*version, requirement)).max().or_else(|| versions::lowest(requirement))
}

impl Client {
    /// What becomes of a connection for a package that asks for these features: some crates are different clients with
    /// different features.
    pub(super) fn reuse_with(&self, features: &[String]) -> Option<&Name> {
        let strongest = self.reuse_by_feature.iter().find(|(feature, _)| features.iter().any(|it| it == feature));
        strongest.map_or(self.reuse.as_ref(), |(_, reuse)| Some(reuse))
    }
}

#[cfg(test)]
mod tests {
    use super::{EMBEDDED, Stub, needed};
    use crate::discover::{Dependency, Package, Workspace};

    /// The crates whose stubs a package with this dependency needs.
    fn needs(package: &str) -> Vec<&'static str> {
        let dependency =
            Dependency { name: package.replace('-', "_"), package: package.into(), ..Dependency::default() };
        let package = Package {
            name: "app".into(),
            edition: 2024,
            root: "app".into(),
            targets: Vec::new(),
            dependencies: vec![dependency],
            files: Vec::new(),
            requested: true,
        };
        let workspace = Workspace { packages: vec![package], ..Workspace::default() };
        names(&workspace, "")
    }

    fn names(workspace: &Workspace, loose: &str) -> Vec<&'static str> {
        needed(workspace, std::iter::once(loose)).into_iter().map(|stub| stub.krate).collect()
    }

    #[test]
    fn loose_files_need_what_they_name() {
        let needed =
            names(&Workspace::default(), "use {surf::get, tower::{Service, ServiceExt}};\nfn f() { ::isahc::get(); }");
        for name in ["isahc", "std", "surf", "tower"] {
            assert!(needed.contains(&name), "{needed:?}");
        }
        assert!(!needed.contains(&"ureq"));
    }

    #[test]
    fn a_client_does_not_need_the_others() {
        let clients =
            ["actix_http", "aws_sdk_s3", "awc", "axum", "isahc", "octocrab", "reqwest", "surf", "ureq", "wreq"];
        for client in ["awc", "isahc", "reqwest", "surf", "ureq", "wreq"] {
            let needed = needs(client);
            let others: Vec<_> = needed.iter().filter(|name| **name != client && clients.contains(name)).collect();
            assert_eq!(others, if client == "awc" { vec![&"actix_http"] } else { vec![] }, "{client}");
            assert!(needed.contains(&client) && needed.contains(&"std") && needed.contains(&"serde"), "{needed:?}");
        }
        assert_eq!(needs("rand"), ["std"]);
        assert!(!needs("reqwest").contains(&"tower") && needs("tower").contains(&"tower"));
    }

    #[test]
    fn both_versions_of_a_crate_are_needed() {
        assert_eq!(needs("ureq").iter().filter(|name| **name == "ureq").count(), 2);
        assert!(needs("reqwest-middleware").contains(&"reqwest_middleware"));
    }

    #[test]
    fn each_body_says_how_it_is_read() {
        for Stub { path, text, .. } in EMBEDDED {
            let bodies = text.matches("#[body]").count();
            assert_eq!(bodies, text.matches("#[fix = \"").count(), "{path}");
        }
    }
}
