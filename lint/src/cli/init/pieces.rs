//! What can be set up, and what has to be done for each in a workspace as it is found.
//!
//! The files stand in `templates/`, as they are written but for a few words in braces.

use super::{
    Place, manifest,
    step::{Step, What, found},
};
use crate::error::Error;

/// Something that can be set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    Config,
    Xtask,
    PreCommit,
    Github,
    Gitlab,
    Vscode,
}

const CONFIG: &str = include_str!("../../../templates/undrained.toml");
const XTASK_MANIFEST: &str = include_str!("../../../templates/xtask.toml");
const XTASK_MAIN: &str = include_str!("../../../templates/xtask.rs");
const PRE_COMMIT: &str = include_str!("../../../templates/pre-commit.yaml");
const GITHUB: &str = include_str!("../../../templates/github.yml");
const GITLAB: &str = include_str!("../../../templates/gitlab.yml");
const VSCODE: &str = include_str!("../../../templates/vscode.json");

const GITHUB_PATH: &str = ".github/workflows/undrained.yml";
const GITLAB_PATH: &str = ".gitlab-ci.yml";

const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");
/// Where the files refer to the repository, they mean this version of it.
const TAG: &str = concat!("v", env!("CARGO_PKG_VERSION"));

impl Piece {
    pub const ALL: [Piece; 6] =
        [Piece::Config, Piece::Xtask, Piece::PreCommit, Piece::Github, Piece::Gitlab, Piece::Vscode];

    /// As it is asked for.
    pub fn question(self) -> &'static str {
        match self {
            Piece::Config => "a configuration, undrained.toml",
            Piece::Xtask => "a package `xtask`, for `cargo xtask lint`",
            Piece::PreCommit => "a hook for pre-commit",
            Piece::Github => "a workflow of GitHub Actions",
            Piece::Gitlab => "a job of GitLab CI",
            Piece::Vscode => "findings in VS Code, beside those of `cargo check`",
        }
    }

    /// Is it for something that is in use here?
    pub fn is_likely(self, place: &Place) -> bool {
        let Place { root, repository } = place;
        match self {
            Piece::Config => true,
            Piece::Xtask => root.join("xtask").exists(),
            Piece::PreCommit => repository.join(".pre-commit-config.yaml").exists(),
            Piece::Github => repository.join(".github").exists(),
            Piece::Gitlab => repository.join(".gitlab-ci.yml").exists(),
            Piece::Vscode => root.join(".vscode").exists(),
        }
    }

    /// What to do once it is set up.
    pub fn next(self) -> &'static str {
        match self {
            Piece::Config => "cargo undrained config    # what holds, and who says so",
            Piece::Xtask => "cargo xtask lint          # takes what `cargo undrained lint` takes",
            Piece::PreCommit => "pre-commit run --all-files undrained",
            Piece::Github => "commit, and open a pull request",
            Piece::Gitlab => "commit, and open a merge request",
            Piece::Vscode => "cargo undrained lint      # has to be installed for the editor",
        }
    }

    /// What has to be done.
    pub fn steps(self, place: &Place, force: bool) -> Result<Vec<Step>, Error> {
        let Place { root, repository } = place;
        Ok(match self {
            Piece::Github | Piece::Gitlab if !is_plain(&place.nested()) => {
                let reason = "the path of the workspace would need quotes, so write this by hand".to_owned();
                let path = if self == Piece::Github { GITHUB_PATH } else { GITLAB_PATH };
                vec![Step::new(repository.join(path), What::Keep(reason))]
            }
            Piece::Config if manifest::has_configuration(place)? => {
                vec![Step::new(
                    root.join("undrained.toml"),
                    What::Keep("`Cargo.toml` has the configuration".to_owned()),
                )]
            }
            Piece::Config => vec![Step::own(root.join("undrained.toml"), CONFIG.to_owned(), force)?],
            Piece::Xtask => xtask(place)?,
            Piece::PreCommit => {
                let text = filled(PRE_COMMIT, place);
                let entry = text.trim_start_matches("repos:\n").to_owned();
                let path = repository.join(".pre-commit-config.yaml");
                vec![Step::shared(path, text, "under `repos`", entry, "id: undrained")?]
            }
            Piece::Github => {
                vec![Step::own(repository.join(GITHUB_PATH), filled(GITHUB, place), force)?]
            }
            Piece::Gitlab => {
                let text = filled(GITLAB, place);
                vec![Step::shared(repository.join(GITLAB_PATH), text.clone(), "a job", text, "undrained lint")?]
            }
            Piece::Vscode => {
                let entry = VSCODE.trim_start_matches("{\n").trim_end_matches("\n}\n").to_owned();
                let path = root.join(".vscode/settings.json");
                vec![Step::shared(path, VSCODE.to_owned(), "a setting", entry, "\"undrained\"")?]
            }
        })
    }
}

/// A package for chores. Where there is one already, it is the user's: what it needs is told.
fn xtask(place: &Place) -> Result<Vec<Step>, Error> {
    let folder = place.root.join("xtask");
    let (manifest, main) = (folder.join("Cargo.toml"), folder.join("src/main.rs"));
    let text = filled(XTASK_MANIFEST, place);
    let is_another = match found(&manifest)? {
        Some(found) => found != text,
        None => folder.exists(),
    };
    if is_another {
        let dependency = format!("undrained-lint = {}\n", dependency());
        let call = XTASK_MAIN.lines().skip_while(|line| !line.contains("let (out, err)")).take(2);
        let call: String = call.map(|line| format!("{}\n", line.trim_start())).collect();
        return Ok(vec![
            Step::add(manifest, "under `[dependencies]`", dependency, "undrained-lint")?,
            Step::add(main, "for the arguments `lint ..`", call, "undrained_lint")?,
        ]);
    }
    Ok(vec![
        Step::own(manifest, text, false)?,
        Step::own(main, XTASK_MAIN.to_owned(), false)?,
        manifest::member(place)?,
        manifest::alias(place)?,
    ])
}

/// Is it one word for a shell and for YAML?
fn is_plain(path: &str) -> bool {
    path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._/-".contains(&byte)) && !path.starts_with('-')
}

/// Where Cargo finds the library.
fn dependency() -> String {
    format!("{{ git = \"{REPOSITORY}\", tag = \"{TAG}\" }}")
}

/// A template with the words in braces filled in. Lines of which nothing is left are gone.
fn filled(template: &str, place: &Place) -> String {
    // A workflow names it by owner and name.
    let action = REPOSITORY.trim_start_matches("https://github.com/");
    let mut text = template.to_owned();
    let nested = place.nested();
    if nested.is_empty() {
        text = text.replace("        with:\n          args: {args}\n", "").replace(" {args}", "");
    }
    for (word, value) in [
        ("{args}", nested.as_str()),
        ("{repository}", REPOSITORY),
        ("{action}", action),
        ("{tag}", TAG),
        ("{dependency}", &dependency()),
    ] {
        text = text.replace(word, value);
    }
    text
}
