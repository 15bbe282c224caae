//! Which packages a response can get into. The others need not be understood, and need not be read.

use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;

use super::stubs;
use crate::discover::{Dependency, Package, Workspace};

/// Sets aside the packages that depend on no client, not even through other packages of the workspace, and on which
/// none of those that do depends either. What the user describes (`own`) is a client, too. A package that is all that
/// was asked for is kept: whoever asks for it wants to know what is wrong with it.
pub fn keep_reached(workspace: &mut Workspace, own: &[&str]) {
    let clients: FxHashSet<&str> = stubs::clients().collect();
    let is_known = |name: &str| clients.contains(name) || own.contains(&name);
    let is_client = |dependency: &Dependency| {
        [&dependency.package, &dependency.name].iter().any(|name| is_known(&name.replace('-', "_")))
    };
    let packages = &workspace.packages;
    let mut reached: FxHashSet<PathBuf> = FxHashSet::default();
    // Upwards: whoever uses a client, or somebody who does.
    grow(&mut reached, |reached| {
        let uses_one =
            |package: &&Package| package.dependencies.iter().any(|it| is_client(it) || leads_into(it, reached));
        packages.iter().filter(uses_one).map(|package| package.root.clone()).collect()
    });
    // Downwards: whoever is used by them.
    grow(&mut reached, |reached| {
        let users = packages.iter().filter(|package| reached.contains(&package.root));
        users.flat_map(|package| &package.dependencies).filter_map(folder).map(Path::to_path_buf).collect()
    });
    let mut requested = packages.iter().filter(|package| package.requested);
    if let (Some(only), None) = (requested.next(), requested.next()) {
        reached.insert(only.root.clone());
    }
    let packages = std::mem::take(&mut workspace.packages);
    (workspace.packages, workspace.unreached) =
        packages.into_iter().partition(|package| reached.contains(&package.root));
}

/// Adds what is found until nothing new is.
fn grow(reached: &mut FxHashSet<PathBuf>, more: impl Fn(&FxHashSet<PathBuf>) -> FxHashSet<PathBuf>) {
    loop {
        let before = reached.len();
        let found = more(reached);
        reached.extend(found);
        if reached.len() == before {
            return;
        }
    }
}

fn leads_into(dependency: &Dependency, reached: &FxHashSet<PathBuf>) -> bool {
    folder(dependency).is_some_and(|folder| reached.contains(folder))
}

fn folder(dependency: &Dependency) -> Option<&Path> {
    dependency.path.as_deref()
}

#[cfg(test)]
mod tests {
    use super::keep_reached;
    use crate::discover::{Dependency, Package, Workspace};

    fn package(name: &str, dependencies: &[&str]) -> Package {
        let dependency = |name: &&str| Dependency {
            name: (*name).into(),
            package: (*name).into(),
            path: name.strip_prefix("own-").map(Into::into),
            ..Dependency::default()
        };
        Package {
            name: name.into(),
            edition: 2024,
            root: name.into(),
            targets: Vec::new(),
            dependencies: dependencies.iter().map(dependency).collect(),
            files: Vec::new(),
            requested: true,
        }
    }

    #[test]
    fn packages_without_a_client_are_left_out_unless_one_with_a_client_uses_them() {
        let packages = vec![
            package("app", &["own-api", "own-words"]),
            package("api", &["reqwest-middleware"]),
            package("words", &["own-letters"]),
            package("letters", &["serde"]),
            package("parser", &["own-letters", "serde"]),
            package("orders", &["acme-http"]),
            package("lines", &["other-http"]),
        ];
        let mut workspace = Workspace { packages, ..Workspace::default() };
        keep_reached(&mut workspace, &["acme_http"]);
        let kept: Vec<_> = workspace.packages.iter().map(|package| package.name.as_str()).collect();
        assert_eq!(kept, ["app", "api", "words", "letters", "orders"]);
    }

    #[test]
    fn a_package_that_is_all_that_was_asked_for_is_kept() {
        let other = Package { requested: false, ..package("other", &["serde"]) };
        let mut workspace = Workspace { packages: vec![package("notes", &["serde"]), other], ..Workspace::default() };
        keep_reached(&mut workspace, &[]);
        let kept: Vec<_> = workspace.packages.iter().map(|package| package.name.as_str()).collect();
        assert_eq!(kept, ["notes"]);
    }
}
