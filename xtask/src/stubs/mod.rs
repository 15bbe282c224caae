//! `cargo xtask stubs`: are the stubs true?
//!
//! A stub is Rust that describes a crate, and nothing keeps it from describing another. Here each of its signatures
//! becomes a claim ([`claims`]), each claim becomes code ([`shape`], [`writer`]), and the compiler says whether that
//! code fits the real crate ([`package`], [`program`], [`judge`]), in each range of versions that the stub speaks of.
//! The other way round, [`missing`] tells which methods of response and body types a stub does not mention.
//!
//! It never asks what the bodies of the stub's functions do: that is for fixtures and agreement programs.

mod claims;
mod judge;
mod missing;
mod package;
mod program;
mod shape;
mod stub;
#[cfg(test)]
mod tests;
mod tree;
mod versions;
mod writer;

use std::{fs, time::Instant};

use self::{
    claims::{Claims, Form},
    judge::Verdict,
    package::Package,
    stub::Stub,
    tree::Tree,
};
use crate::root;

/// What is checked when nothing is named: what most users of HTTP have.
const COMMON: [&str; 5] = ["reqwest", "hyper", "hyper_util", "http_body_util", "http"];

/// What is checked, and what is told of it.
pub struct Options {
    /// All stubs, in all ranges of versions.
    pub all: bool,
    /// The crates that are meant.
    pub crates: Vec<String>,
    /// Tell why something is not checked.
    pub reasons: bool,
}

/// Checks stubs. 1 if one of them is wrong, 2 if that could not be found out.
pub fn run(options: &Options) -> u8 {
    let stubs = match stubs() {
        Ok(stubs) => stubs,
        Err(problem) => {
            eprintln!("error: {problem}");
            return 2;
        }
    };
    let names: Vec<_> = options.crates.iter().map(|name| name.replace('-', "_")).collect();
    if let Some(name) = names.iter().find(|name| !stubs.iter().any(|stub| stub.krate == **name)) {
        eprintln!("error: there is no stub for `{name}`");
        return 2;
    }
    let is_meant = |stub: &&Stub| match () {
        () if !names.is_empty() => names.contains(&stub.krate),
        () if options.all => true,
        () => COMMON.contains(&stub.krate.as_str()) && stub.path != "lint/clients/hyper_0_14.rs",
    };
    let mut code = 0;
    for stub in stubs.iter().filter(is_meant) {
        let mut series = package::series(&stub.versions);
        if !options.all && names.is_empty() {
            series.drain(..series.len() - 1);
        }
        let mut found = false;
        for series in series {
            let start = Instant::now();
            match check(stub, &stubs, &series) {
                Ok(Some(report)) => {
                    found = true;
                    report.print(stub, start.elapsed().as_secs_f64(), options.reasons);
                    code = code.max(u8::from(report.wrong.len() + report.missing.len() > 0));
                }
                Ok(None) => {}
                Err(problem) => {
                    found = true;
                    eprintln!("error: failed to check {} {series}: {problem}", stub.krate);
                    code = 2;
                }
            }
        }
        if !found {
            eprintln!("error: no version of {} was found", stub.krate);
            code = 2;
        }
    }
    code
}

/// All stubs of this repository.
fn stubs() -> Result<Vec<Stub>, String> {
    let folder = root().join("lint/clients");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .map_err(|error| format!("failed to read `{}`: {error}", folder.display()))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(path).map_err(|error| format!("failed to read `{}`: {error}", path.display()))?;
        Stub::read(&format!("lint/clients/{name}"), &text)
    };
    files.iter().map(read).collect()
}

/// What was found out about a stub and one version of its crate.
#[derive(Debug, Default)]
struct Report {
    version: String,
    right: usize,
    open: usize,
    alike: usize,
    unasked: usize,
    elsewhere: usize,
    unchecked: Vec<(usize, String)>,
    /// Line, what stands there, and what the compiler says.
    wrong: Vec<(usize, String, String)>,
    /// Line of the type, and the method.
    missing: Vec<(usize, String)>,
}

fn check(stub: &Stub, stubs: &[Stub], series: &str) -> Result<Option<Report>, String> {
    let Some(package) = Package::prepare(stub, stubs, series)? else { return Ok(None) };
    report(stub, &package).map(Some)
}

/// Compares a stub with a package that is ready.
fn report(stub: &Stub, package: &Package) -> Result<Report, String> {
    let failed = |error: syn::Error| format!("{}:{}: {error}", stub.path, stub::line(error.span()));
    let tree = Tree::new(stub, package.number()).map_err(failed)?;
    let mut claims = Claims::of(stub, tree).map_err(failed)?;
    if let Some(sources) = &package.sources {
        let questions = missing::Sources::read(sources).questions(&claims.bodies);
        claims.list.extend(questions);
    }
    let verdicts = judge::judge(&stub.krate, package, &claims)?;
    let mut report = Report {
        version: package.version.clone(),
        elsewhere: claims.elsewhere,
        unchecked: claims.unchecked.clone().into_iter().collect(),
        ..Report::default()
    };
    for (claim, verdict) in claims.list.into_iter().zip(verdicts) {
        match (&claim.form, verdict) {
            (Form::Method { .. }, Verdict::True(_)) => report.missing.push((claim.line, claim.text)),
            (Form::Method { .. }, _) => {}
            (_, Verdict::True(mode)) => {
                report.right += 1;
                report.open += usize::from(mode.open);
                report.alike += usize::from(mode.alike);
            }
            (_, Verdict::Wrong(told)) => report.wrong.push((claim.line, claim.text, told)),
            (_, Verdict::Unasked) => report.unasked += 1,
        }
    }
    Ok(report)
}

impl Report {
    fn print(&self, stub: &Stub, seconds: f64, reasons: bool) {
        for (line, text, told) in &self.wrong {
            println!("{}:{line}: {text}\n  {} {}: {told}", stub.path, stub.krate, self.version);
        }
        for (line, method) in &self.missing {
            println!("{}:{line}: {} {} has {method}, which the stub does not mention", stub.path, stub.krate, self.version);
        }
        if reasons {
            for (line, reason) in &self.unchecked {
                println!("{}:{line}: not checked: {reason}", stub.path);
            }
        }
        println!(
            "{:<22} {:>9}  {:>4} right ({} open, {} alike), {} unchecked, {} in other versions, {} unasked, {} wrong, {} missing, {seconds:.1} s",
            stub.krate,
            self.version,
            self.right,
            self.open,
            self.alike,
            self.unchecked.len(),
            self.elsewhere,
            self.unasked,
            self.wrong.len(),
            self.missing.len(),
        );
    }
}
