//! `cargo xtask stubs`: are the stubs true?
//!
//! A stub is Rust that describes a crate, and nothing keeps it from describing another. Here each of its signatures
//! becomes a claim ([`claims`], [`collector`], [`writer`]), each claim becomes code ([`shape`], [`program`]), and the
//! compiler says whether that code fits the real crate ([`package`], [`judge`]), in each range of versions that the
//! stub speaks of. The other way round, [`missing`] tells which methods of response and body types a stub does not
//! mention.
//!
//! It never asks what the bodies of the stub's functions do: that is for fixtures and agreement programs.

pub mod claims;
mod collector;
mod judge;
mod missing;
mod package;
mod program;
mod rewrite;
mod shape;
pub mod stub;
#[cfg(test)]
mod tests;
pub mod tree;
pub mod versions;
mod writer;

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use self::{
    claims::{Claims, Form},
    judge::Verdict,
    missing::Sources,
    package::Package,
    stub::Stub,
    tree::Tree,
};
use crate::root;

/// What is checked when nothing is named: what most users of HTTP have.
const COMMON: [&str; 5] = ["http", "http_body_util", "hyper", "hyper_util", "reqwest"];

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
    let chosen = stubs().and_then(|stubs| Ok((choose(&stubs, options)?, stubs)));
    let (chosen, stubs) = match chosen {
        Ok(chosen) => chosen,
        Err(problem) => {
            eprintln!("error: {problem}");
            return 2;
        }
    };
    let mut code = 0;
    for (at, series) in chosen {
        let stub = &stubs[at];
        if let Some(reason) = &stub.notes.unchecked {
            println!("{:<28}not checked: {reason}", stub.krate);
            continue;
        }
        let mut found = false;
        for series in series {
            let start = Instant::now();
            let checked = Package::prepare(stub, &stubs, &series)
                .and_then(|package| package.map(|package| compare(stub, &package)).transpose());
            match checked {
                Ok(None) => continue,
                Ok(Some(report)) => {
                    report.print(stub, start.elapsed().as_secs_f64(), options.reasons);
                    code = code.max(u8::from(!report.is_clean()));
                }
                Err(problem) => {
                    eprintln!("error: failed to check {} {series}: {problem}", stub.krate);
                    code = 2;
                }
            }
            found = true;
        }
        if !found {
            eprintln!("error: failed to find a version of {} that {} describes", stub.krate, stub.path);
            code = 2;
        }
    }
    code
}

/// The stubs that are meant, by number, each with its ranges of versions.
fn choose(stubs: &[Stub], options: &Options) -> Result<Vec<(usize, Vec<String>)>, String> {
    let names: Vec<_> = options.crates.iter().map(|name| name.replace('-', "_")).collect();
    if let Some(name) = names.iter().find(|name| !stubs.iter().any(|stub| stub.krate == **name)) {
        return Err(format!("there is no stub for `{name}`"));
    }
    let all = stubs.iter().enumerate();
    if options.all || !names.is_empty() {
        let chosen = all.filter(|(_, stub)| names.is_empty() || names.contains(&stub.krate));
        return Ok(chosen.map(|(at, stub)| (at, some(stub.versions.series()))).collect());
    }
    let newest = COMMON.iter().filter_map(|name| {
        let described = stubs.iter().enumerate().filter(|(_, stub)| stub.krate == *name);
        let (at, stub) = described.max_by_key(|(_, stub)| stub.versions.lowest())?;
        Some((at, stub.versions.series().split_off(stub.versions.series().len() - 1)))
    });
    Ok(newest.collect())
}

/// All of a few. Of many the oldest, one in the middle and the newest: each takes as long as the first.
fn some(series: Vec<String>) -> Vec<String> {
    const FEW: usize = 6;
    if series.len() <= FEW {
        return series;
    }
    [0, series.len() / 2, series.len() - 1].map(|at| series[at].clone()).into()
}

/// All stubs of this repository.
pub fn stubs() -> Result<Vec<Stub>, String> {
    let folder = root().join("lint/clients");
    let failed = |path: &Path, error: std::io::Error| format!("failed to read `{}`: {error}", path.display());
    let entries = fs::read_dir(&folder).map_err(|error| failed(&folder, error))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    let read = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(path).map_err(|error| failed(path, error))?;
        Stub::read(&format!("lint/clients/{name}"), &text)
    };
    files.iter().map(read).collect()
}

/// What was found out about a stub and one version of its crate.
#[derive(Debug, Default)]
struct Report {
    version: String,
    /// Claims that are true; of these those without the bounds of the stub, and those of iterators and streams that
    /// stand for others.
    right: usize,
    open: usize,
    alike: usize,
    /// What speaks of something that is not there.
    unasked: usize,
    /// What is there in other versions.
    elsewhere: usize,
    /// Line, number of items, reason.
    unchecked: Vec<(usize, usize, String)>,
    /// Line, what stands there, and what the compiler says.
    wrong: Vec<(usize, String, String)>,
    /// Line of the type, and the method.
    missing: Vec<(usize, String)>,
    /// Files of the crate in which methods could not be looked for.
    unread: Vec<PathBuf>,
}

/// Compares a stub with a package that is ready.
fn compare(stub: &Stub, package: &Package) -> Result<Report, String> {
    let failed = |error: syn::Error| format!("{}:{}: {error}", stub.path, stub::line(error.span()));
    let tree = Tree::new(stub, Some(package.number())).map_err(failed)?;
    let mut claims = Claims::of(stub, tree).map_err(failed)?;
    let mut report = Report { version: package.version.clone(), elsewhere: claims.elsewhere, ..Report::default() };
    report.unchecked.extend(claims.unchecked.iter().map(|(line, (count, why))| (*line, *count, why.clone())));
    if let Some(folder) = package.sources.as_ref().filter(|_| !claims.bodies.is_empty()) {
        let sources = Sources::read(folder);
        claims.list.extend(sources.questions(&claims.bodies));
        report.unread = sources.unread;
    }
    let verdicts = judge::judge(&stub.krate, package, &claims)?;
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
    fn is_clean(&self) -> bool {
        self.wrong.is_empty() && self.missing.is_empty()
    }

    /// What is wrong, and a line with the numbers.
    fn print(&self, stub: &Stub, seconds: f64, reasons: bool) {
        let (path, krate) = (&stub.path, format!("{} {}", stub.krate, self.version));
        for (line, text, told) in &self.wrong {
            println!("{path}:{line}: {text}\n  {krate}: {told}");
        }
        for (line, method) in &self.missing {
            println!("{path}:{line}: {krate} has {method}, which is not here");
        }
        for file in &self.unread {
            println!("{path}: {krate}: methods in `{}` are not known, it cannot be parsed", file.display());
        }
        if reasons {
            for (line, count, reason) in &self.unchecked {
                println!("{path}:{line}: {count} not checked: {reason}");
            }
        }
        let unchecked = self.unchecked.iter().map(|(_, count, _)| count).sum();
        let mut words = vec![format!("{} right", self.right)];
        let rest = [
            (self.open, "of these with open types"),
            (self.alike, "with another iterator"),
            (unchecked, "not checked"),
            (self.elsewhere, "in other versions"),
            (self.wrong.len(), "WRONG"),
            (self.missing.len(), "MISSING"),
            (self.unasked, "that speak of what is not there"),
        ];
        words.extend(rest.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")));
        println!("{krate:<28}{} ({seconds:.1} s)", words.join(", "));
    }
}
