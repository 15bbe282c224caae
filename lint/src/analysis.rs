//! From texts to diagnostics: index, hot functions, flow, rules.

mod hot;
mod program;

use std::path::Path;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::{
    diagnostics::Diagnostic,
    discover::{Workspace, read::Texts},
    driver::Options,
    flow::{Bodies as _, Origin, Solver, dump, graph::Exit},
    index::{self, FunId, Index, ParsedFile, TypeRef},
    rules::{self, Context, Verdict},
    source::{FileId, Sources},
    types::Lookup,
};

/// What the analysis found.
#[derive(Debug, Default)]
pub struct Found {
    pub diagnostics: Vec<Diagnostic>,
    /// The flow graphs that were asked for, as text.
    pub flow: String,
}

/// Analyses all files of the workspace. Stubs are added to the texts.
pub fn run(workspace: &Workspace, texts: &mut Texts, options: &Options) -> Found {
    let t0 = std::time::Instant::now();
    let mark = |what: &str| if std::env::var_os("UNDBG").is_some() { eprintln!("DBG {what} {:?}", t0.elapsed()) };
    let stub_ids: Vec<FileId> =
        index::EMBEDDED.iter().map(|(name, text)| texts.sources.add(name.into(), *text)).collect();
    let sources = &texts.sources;
    let stubs: Vec<ParsedFile> =
        stub_ids.par_iter().map(|id| index::parse_stub(*id, sources.text(*id))).collect();
    let files: Vec<_> = texts
        .files
        .par_iter()
        .map(|(path, id)| (path.clone(), index::parse_file(*id, sources.text(*id))))
        .collect();
    let mut found = Found::default();
    for (span, reason) in files.iter().flat_map(|(_, file)| &file.refusals) {
        let (line, column) = sources.line_column(*span);
        let path = sources.path(span.file).display();
        found.diagnostics.push(Diagnostic::note(format!("skipped an item at {path}:{line}:{column}: {reason}")));
    }
    mark("parsed");
    let index = index::build(workspace, files, stubs);
    mark("index");
    let lookup = Lookup::new(&index);
    mark("lookup");
    let test_files: FxHashSet<FileId> =
        texts.files.iter().filter(|(path, _)| is_for_tests(workspace, path)).map(|(_, id)| *id).collect();
    let hot: Vec<FunId> = hot::functions(&lookup, sources)
        .into_iter()
        .filter(|id| !index[*id].is_wasm && (options.tests || !(index[*id].is_test || test_files.contains(&index[*id].span.file))))
        .collect();
    mark("hot");
    let program = program::Program::new(&lookup, sources);
    if let Some(name) = &options.dump_flow {
        found.flow = dump_flow(&index, sources, &program, name);
        return found;
    }
    let roots = program.prepare(&hot);
    mark("lowered");
    let mut solver = Solver::new(&program);
    for id in roots {
        solver.root(id);
    }
    mark("solved");
    let cx = Context { index: &index, sources };
    // A pool that dies with the function it was made in and served one request has nothing to lose.
    let shared = std::mem::take(&mut solver.shared_pools);
    let alone = |pool: &Option<_>| pool.is_some_and(|pool| !shared.contains(&pool));
    solver.findings.retain(|_, finding| !finding.pools.iter().all(alone));
    for blamed in rules::blame(&solver.findings, |exit| helper_parameter(&index, exit)) {
        let verdict = Verdict::of(&blamed);
        let rules = rules::ALL.iter().filter(|rule| options.pedantic || !rule.pedantic);
        found.diagnostics.extend(rules.filter_map(|rule| rule.check(&cx, &verdict)));
    }
    for id in &solver.given_up {
        let path = index.fun_path(*id);
        found.diagnostics.push(Diagnostic::note(format!("`{path}` is too large to be analysed whole")));
    }
    found
}

/// The first parameter by value of the function around an exit.
fn helper_parameter(index: &Index, exit: Exit) -> Option<Origin> {
    let id = index.fun_at(exit.span.file, exit.span.start)?;
    let param = index[id].params.iter().find(|param| !matches!(param.ty, TypeRef::Ref { .. }))?;
    Some(Origin { span: param.span, owner: Some(id), inner: None, is_param: true, left: false })
}

/// Does the file lie in a folder for tests, benches or examples, below what was asked for? Whoever asks for such a
/// folder itself means it.
fn is_for_tests(workspace: &Workspace, path: &Path) -> bool {
    let below = workspace.asked.iter().filter_map(|asked| path.strip_prefix(asked).ok());
    let Some(shortest) = below.min_by_key(|rest| rest.components().count()) else { return false };
    shortest.parent().is_some_and(|folder| {
        folder.components().any(|part| matches!(part.as_os_str().to_str(), Some("tests" | "benches" | "examples")))
    })
}

/// The graphs of all functions whose path ends in `name`, and how the bodies that they obtain end.
fn dump_flow(index: &Index, sources: &Sources, program: &program::Program, name: &str) -> String {
    let mut text = String::new();
    for id in (0..index.funs.len()).map(|n| FunId(n as u32)) {
        let path = index.fun_path(id);
        let fits = path.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with("::"));
        let (true, Some(lowered)) = (fits, program.fun(id)) else { continue };
        text.push_str(&format!("{path}\n{}", dump::dump(index, &lowered)));
        let mut solver = Solver::new(program);
        solver.root(id);
        for finding in solver.findings.values().filter(|finding| finding.origin.owner == Some(id)) {
            let (line, column) = sources.line_column(finding.origin.span);
            text.push_str(&format!("  from {line}:{column}\n"));
            for end in &finding.ends {
                let at = end.exit.map(|exit| (exit.kind, sources.line_column(exit.span)));
                text.push_str(&format!("    {:?} {at:?}\n", end.ending));
            }
        }
    }
    text
}
