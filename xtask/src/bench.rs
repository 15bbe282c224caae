//! `cargo xtask bench`: how long a lint takes, beside the time to parse the files that it is about.
//!
//! Parsing is the natural measure: it is what any tool that reads Rust has to do first. One thread reads the
//! candidates and gives them to `syn::parse_file`; the lint is a whole run, from finding the files to the findings,
//! on as many threads as it likes. Both take turns in one process, so that what else the machine does hits both.
//! Only times of one table can be compared.
//!
//! With `--guard` it is the guard that is measured; `instructions.rs` and `tests/examples/overhead.rs` say how.

use std::{
    collections::BTreeSet,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
    slice, thread,
    time::{Duration, Instant},
};

use undrained_lint::{
    discover::{self, Package, Workspace},
    driver::{self, Options},
};

use crate::{cargo, instructions, root, status};

/// An odd number, so that the median is one of them.
const ROUNDS: usize = 5;

/// `syn` recurses as deep as the code does.
const STACK: usize = 512 << 20;

/// Measures each folder. Without optimisation it starts itself again with it.
pub fn run(folders: Vec<PathBuf>) -> u8 {
    if cfg!(debug_assertions) {
        // The folders are relative to where the user stands, which is where the process stays.
        let manifest = root().join("Cargo.toml");
        let mut again = cargo(&["run", "--release", "--quiet", "--package", "xtask"]);
        again.current_dir(".").arg("--manifest-path").arg(manifest).args(["--", "bench"]).args(folders);
        return status(again);
    }
    let folders = if folders.is_empty() { vec![root().to_path_buf()] } else { folders };
    println!(
        "{:<24} {:>7} {:>8} {:>10} {:>10} {:>7} {:>10}",
        "folder", "files", "MB", "parse ms", "lint ms", "ratio", "lint peak"
    );
    let mut code = 0;
    for folder in &folders {
        match measure(folder) {
            Ok(row) => println!("{row}"),
            Err(problem) => {
                eprintln!("error: failed to measure `{}`: {problem}", folder.display());
                code = 2;
            }
        }
    }
    code
}

/// Measures the guard.
pub fn guard() -> u8 {
    if let Err(problem) = instructions::run() {
        eprintln!("error: {problem}");
        return 2;
    }
    println!();
    status(cargo(&["run", "--release", "--quiet", "--package", "undrained-tests", "--example", "overhead"]))
}

/// Lints once and tells how much memory that took: the process that `measure` starts.
pub fn child(folder: PathBuf) -> u8 {
    match driver::lint(&[folder], &Options::default()) {
        Ok(_) => {
            println!("{}", peak().unwrap_or_default());
            0
        }
        Err(_) => 2,
    }
}

fn measure(folder: &Path) -> Result<String, Box<dyn std::error::Error>> {
    let folder = folder.canonicalize()?;
    let workspace = discover::discover(slice::from_ref(&folder), &[])?;
    let files = candidates(&workspace);
    let bytes: u64 = files.iter().filter_map(|file| fs::metadata(file).ok()).map(|data| data.len()).sum();

    let (mut parsing, mut linting) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        parsing.push(parse(&files)?);
        let start = Instant::now();
        driver::lint(slice::from_ref(&folder), &Options::default())?;
        linting.push(start.elapsed());
    }
    let (parsing, linting) = (median(parsing), median(linting));
    let ratio = linting.as_secs_f64() / parsing.as_secs_f64();
    let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
    Ok(format!(
        "{name:<24} {:>7} {:>8.2} {:>10.1} {:>10.1} {:>7} {:>10}",
        files.len(),
        bytes as f64 / 1e6,
        parsing.as_secs_f64() * 1e3,
        linting.as_secs_f64() * 1e3,
        if files.is_empty() { "-".to_owned() } else { format!("{ratio:.2}") },
        memory(&folder).map_or("-".to_owned(), |bytes| format!("{:.0} MB", bytes as f64 / 1e6)),
    ))
}

/// The files of packages that can get hold of a response: they depend on a crate with connections, directly or
/// through other packages that were found.
fn candidates(workspace: &Workspace) -> BTreeSet<&PathBuf> {
    let clients: BTreeSet<&str> = driver::clients().collect();
    let is_client = |name: &str| clients.contains(name.replace('-', "_").as_str());

    let mut reached: BTreeSet<&Path> = BTreeSet::new();
    loop {
        let depends = |package: &&Package| {
            package.dependencies.iter().any(|dependency| {
                let is_reached = dependency.path.as_ref().is_some_and(|path| reached.contains(path.as_path()));
                is_reached || is_client(&dependency.package) || is_client(&dependency.name)
            })
        };
        let found: BTreeSet<&Path> = workspace.packages.iter().filter(depends).map(|it| it.root.as_path()).collect();
        if found.len() == reached.len() {
            let packages = workspace.packages.iter().filter(|package| reached.contains(package.root.as_path()));
            return packages.flat_map(|package| &package.files).collect();
        }
        reached = found;
    }
}

/// Reads and parses the files, one after the other. On a thread of its own, since `proc-macro2` keeps what it has
/// lexed for as long as the thread lives.
fn parse(files: &BTreeSet<&PathBuf>) -> std::io::Result<Duration> {
    thread::scope(|scope| {
        let parsing = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || {
            let start = Instant::now();
            for file in files {
                // What is refused, or is no text, has taken its time too.
                let _ = fs::read_to_string(file).map(|text| syn::parse_file(&text));
            }
            start.elapsed()
        })?;
        Ok(parsing.join().expect("`syn` does not panic"))
    })
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// The most memory that a lint of the folder had at one time, where the system tells.
fn memory(folder: &Path) -> Option<u64> {
    let args = [OsString::from("bench"), "--child".into(), folder.into()];
    let output = Command::new(std::env::current_exe().ok()?).args(args).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.lines().last()?.parse().ok().filter(|bytes| *bytes > 0)
}

/// The most memory that this process had at one time. Linux only.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}
