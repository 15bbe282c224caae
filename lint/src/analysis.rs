//! From texts to diagnostics: index, hot functions, flow, rules.

mod hot;
mod own_stubs;
mod program;
mod stretches;
mod turns;

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use self::{own_stubs::OwnStubs, stretches::Stretches};
use crate::{
    config::Level,
    diagnostics::{Diagnostic, Severity, suppress},
    discover::{
        Workspace,
        read::{self, Texts},
    },
    driver::Options,
    error::Problems,
    fixes::Fixer,
    flow::{
        Bodies as _, Contract, Finding, Findings, Origin, Remark, Remarks, Solver, dump, forget_choices,
        graph::{Body, Lowered},
    },
    index::{self, Fun, FunId, Index, ParsedFile},
    rules::{self, Context, Remarked, Rule, Verdict},
    source::{self, Comment, FileId, Sources, Span, Word},
    types::Lookup,
};

/// What the analysis found.
#[derive(Debug, Default)]
pub struct Found {
    /// The workspace's, and the stubs that were needed to understand them.
    pub texts: Texts,
    pub diagnostics: Vec<Diagnostic>,
    /// The flow graphs that were asked for, as text.
    pub flow: String,
    /// Files of which a part was not understood.
    pub half_read: FxHashSet<FileId>,
    /// The functions of test code that were not looked at. Only filled where somebody has to know.
    pub tests: FxHashSet<String>,
}

/// Reads the files of the workspace that a response can get into, and analyses them.
///
/// # Errors
/// What is wrong with the user's own stubs.
pub fn run(workspace: &mut Workspace, options: &Options) -> Result<Found, Problems> {
    let (mut found, index) = understand(workspace, options)?;
    let texts = &found.texts;
    let sources = &texts.sources;
    let comments = texts.files.par_iter().flat_map_iter(|(_, id)| source::comments(*id, sources.text(*id)));
    let comments: Vec<Comment> = comments.collect();
    let lookup = Lookup::new(&index);
    let program = program::Program::new(&lookup, sources, texts.code(), contracts(&index, &comments));
    if let Some(name) = &options.dump_flow {
        found.flow = dump_flow(&index, sources, &program, name);
        return Ok(found);
    }
    let for_tests: FxHashSet<FileId> =
        texts.files.iter().filter(|(path, _)| is_for_tests(workspace, path)).map(|(_, id)| *id).collect();
    let is_wanted = |id: &FunId| {
        let fun = &index[*id];
        !fun.is_wasm && (options.tests || !(fun.is_test || for_tests.contains(&fun.span.file)))
    };
    let hot: Vec<FunId> = hot::functions(&lookup, sources).into_iter().filter(is_wanted).collect();
    let prepared = program.prepare(&hot, Lowered::has_bodies);
    let mut findings = solve(&program, &prepared.roots, options);
    turns::forget_streams(&index, &program, &mut findings);
    if looks_at_habits(options) {
        findings.remarks.extend(settings(&program, &lookup, sources, &prepared.roots, is_wanted));
    }
    forget_choices(&mut findings.remarks);
    turns::complete(&lookup, sources, &program, &prepared.roots, is_wanted, &mut findings.remarks);
    let mut note = |id: &FunId, what: &str| {
        found.half_read.insert(index[*id].span.file);
        if texts.path(index[*id].span.file).is_some_and(|path| workspace.is_excluded(path)) {
            return;
        }
        found.diagnostics.push(Diagnostic::note(format!("`{}` {what}", index.fun_path(*id))));
    };
    prepared.refused.iter().for_each(|id| note(id, "was skipped: its body cannot be parsed"));
    findings.given_up.iter().for_each(|id| note(id, "is too large to be analysed whole"));
    if options.baseline.is_some() && !options.tests {
        let ids = (0..index.funs.len()).map(|n| FunId(n as u32)).filter(|id| index[*id].is_test);
        found.tests = ids.map(|id| index.fun_path(id)).collect();
    }
    let rule = |name: &str| rules::ALL.iter().find(|rule| rule.name == name);
    let level = |name: &str, file: FileId| {
        let rule = rule(name)?;
        Some(texts.path(file).map_or(Level::default_of(rule), |path| options.levels.of(rule, path)))
    };
    let level_of = |it: &Diagnostic| level(it.rule?, it.primary.as_ref()?.span.file);
    let cx = Context { index: &index, fixer: Fixer { lookup: &lookup, sources } };
    let mut told = tell(&cx, findings, options);
    told.retain(|diagnostic| level_of(diagnostic) != Some(Level::Allow));
    let is_on = |name: &str, file: FileId| level(name, file).is_some_and(|level| level > Level::Allow);
    let was_read = |comment: &Comment| {
        let within = |fun: &Fun| {
            fun.span.file == comment.span.file && fun.span.range().contains(&(comment.about.start as usize))
        };
        options.tests
            || !(for_tests.contains(&comment.span.file) || index.funs.iter().any(|fun| fun.is_test && within(fun)))
    };
    let told = suppress::apply(sources, told, &comments, |name| rule(name).is_some(), is_on, was_read);
    found.diagnostics.extend(told.into_iter().filter_map(|mut diagnostic| {
        match level_of(&diagnostic) {
            Some(Level::Allow) => return None,
            Some(Level::Deny) => diagnostic.severity = Severity::Error,
            Some(Level::Warn) | None => {}
        }
        diagnostic.function = diagnostic.primary.as_ref().and_then(|label| function_around(&index, label.span));
        Some(diagnostic)
    }));
    Ok(found)
}

/// The path of the innermost function that a span begins in.
fn function_around(index: &Index, span: Span) -> Option<String> {
    let around = |fun: &Fun| fun.span.file == span.file && fun.span.range().contains(&(span.start as usize));
    let funs = index.funs.iter().enumerate().filter(|(_, fun)| around(fun));
    let (n, _) = funs.min_by_key(|(_, fun)| fun.span.range().len())?;
    Some(index.fun_path(FunId(n as u32)))
}

/// The functions of which a comment says what they do to bodies.
fn contracts(index: &Index, comments: &[Comment]) -> FxHashMap<FunId, Contract> {
    let mut contracts = FxHashMap::default();
    for comment in comments.iter().filter(|comment| comment.about_item) {
        let contract = match comment.word {
            Word::Drains => Contract::Drains,
            Word::Handled => Contract::Handled,
            _ => continue,
        };
        let fits = |fun: &Fun| fun.span.file == comment.span.file && fun.span.start == comment.about.start;
        let found = index.funs.iter().position(fits);
        contracts.extend(found.map(|n| (FunId(n as u32), contract)));
    }
    contracts
}

/// Reads and parses what a response can get into, and looks at the user's own stubs.
fn understand(workspace: &mut Workspace, options: &Options) -> Result<(Found, Index), Problems> {
    let mut sources = Sources::default();
    let own = match OwnStubs::add(&options.stubs, &mut sources) {
        Ok(own) => own,
        Err(diagnostics) => return Err(Problems { sources, diagnostics }),
    };
    let had_packages = !workspace.packages.is_empty();
    index::keep_reached(workspace, &own.crates());
    let mut found = Found { texts: read::read(workspace, sources, &options.texts), ..Found::default() };
    if had_packages && workspace.packages.is_empty() {
        found.diagnostics.push(Diagnostic::note("no package here depends on an HTTP client that is known".to_owned()));
    }
    let index = parse(workspace, &own, options, &mut found);
    match own.resolve(&index) {
        Ok(()) => Ok((found, index)),
        Err(diagnostics) => Err(Problems { sources: found.texts.sources, diagnostics }),
    }
}

/// Parses what was read, and the stubs that it needs. What could not be parsed is told.
fn parse(workspace: &Workspace, own: &OwnStubs, options: &Options, found: &mut Found) -> Index {
    let texts = &mut found.texts;
    let loose = texts.files.iter().filter(|(path, _)| workspace.loose.binary_search(path).is_ok());
    let loose: Vec<&str> = loose.map(|(_, id)| texts.sources.text(*id)).collect();
    found.diagnostics.extend(own.unused(workspace, &texts.sources, &loose));
    let needed = index::needed(workspace, loose.into_iter().chain(own.texts()));
    let instead = |name: &str| options.instead.iter().find(|(other, _)| other == name).map(|(_, text)| text.as_str());
    let add = |stub: index::Stub| {
        let instead = instead(stub.path);
        (stub, instead, texts.sources.add(stub.path.into(), instead.unwrap_or(stub.text)))
    };
    let stubs: Vec<(index::Stub, Option<&str>, FileId)> = needed.into_iter().map(add).collect();
    let outline = |(stub, instead, id): &(index::Stub, Option<&str>, FileId)| match instead {
        Some(text) => index::parse_stub(*id, text),
        None => stub.outline(*id),
    };
    let sources = &texts.sources;
    let (stubs, files): (Vec<ParsedFile>, Vec<_>) = rayon::join(
        || own.outlines().into_par_iter().chain(stubs.par_iter().map(outline)).collect(),
        || {
            let parse = |(path, id): &(PathBuf, FileId)| (path.clone(), index::parse_file(*id, sources.text(*id)));
            texts.files.par_iter().map(parse).collect()
        },
    );
    found.half_read.extend(files.iter().flat_map(|(_, file)| &file.refusals).map(|(span, _)| span.file));
    let wanted = files.iter().filter(|(path, _)| !workspace.is_excluded(path));
    for (span, reason) in wanted.flat_map(|(_, file)| &file.refusals) {
        let (line, column) = sources.line_column(*span);
        let path = sources.path(span.file).display();
        found.diagnostics.push(Diagnostic::note(format!("skipped an item at {path}:{line}:{column}: {reason}")));
    }
    index::build(workspace, files, stubs)
}

/// Solves on all threads of the pool. Neighbours have callees in common, so each thread gets a stretch of functions,
/// remembers what it learnt, and helps another when it is done: some functions take a hundred times longer than most.
fn solve(program: &program::Program, roots: &[FunId], options: &Options) -> Findings {
    options.progress.begin(roots.len());
    let stretches = Stretches::new(roots.len(), rayon::current_num_threads());
    let solved = rayon::broadcast(|thread| {
        let mut solver = Solver::new(program);
        if looks_at_habits(options) {
            solver.watch_habits();
        }
        while let Some(n) = stretches.next(thread.index()) {
            solver.root(roots[n]);
            options.progress.step();
        }
        solver.findings
    });
    solved.into_iter().fold(Findings::default(), Findings::merge)
}

/// Habits cost time to notice, and only rules that are off by default speak of them.
fn looks_at_habits(options: &Options) -> bool {
    rules::ALL.iter().any(|rule| rule.pedantic && options.levels.is_on_somewhere(rule))
}

/// What is switched off in functions in which no body can be lost: of those nothing else is of interest.
fn settings(
    program: &program::Program,
    lookup: &Lookup,
    sources: &Sources,
    roots: &[FunId],
    is_wanted: impl Fn(&FunId) -> bool,
) -> Remarks {
    let mut more = hot::settings(lookup, sources);
    more.retain(|id| is_wanted(id) && roots.binary_search(id).is_err());
    let has_setting = |lowered: &Lowered| {
        let mut called = lowered.bodies.iter().flat_map(Body::called);
        called.any(|fun| program.disables(fun))
    };
    let more = program.prepare(&more, has_setting).roots;
    let found = more.par_iter().map(|id| {
        let mut solver = Solver::new(program);
        solver.watch_habits();
        solver.root(*id);
        solver.findings.remarks
    });
    let mut remarks = found.reduce(Remarks::default, |mut all, more| {
        all.extend(more);
        all
    });
    remarks.retain(|(remark, _), _| matches!(remark, Remark::ReuseDisabled | Remark::ReuseKept));
    remarks
}

/// What the rules say about the findings.
fn tell(cx: &Context, mut findings: Findings, options: &Options) -> Vec<Diagnostic> {
    // A client that, as it is built here, has no pool has nothing to lose.
    let has_pool = |finding: &Finding| cx.index.reuse(finding.adt, finding.origin.owner) != Some("none");
    findings.by_origin.retain(|_, finding| has_pool(finding));
    let rules: Vec<&Rule> = rules::ALL.iter().filter(|rule| options.levels.is_on_somewhere(rule)).collect();
    let mut diagnostics = Vec::new();
    for blamed in rules::blame(&findings.by_origin, |into| parameter(cx.index, into)) {
        let verdict = Verdict::of(&blamed);
        diagnostics.extend(rules.iter().filter_map(|rule| rule.check(cx, &verdict)));
    }
    for ((remark, origin), near) in &findings.remarks {
        let remarked = Remarked { remark: *remark, origin: *origin, near };
        diagnostics.extend(rules.iter().filter_map(|rule| rule.check_remark(cx, &remarked)));
    }
    diagnostics
}

/// Where a function takes its parameter of that number; the receiver counts.
fn parameter(index: &Index, (id, number): (FunId, u8)) -> Option<Origin> {
    let fun = &index[id];
    let span = match (&fun.receiver, number) {
        (Some(_), 0) => fun.name_span,
        (receiver, number) => fun.params.get(usize::from(number) - usize::from(receiver.is_some()))?.span,
    };
    Some(Origin { span, owner: Some(id), inner: None, is_param: true, left: false })
}

/// Does the file lie in a folder for tests, benches or examples, below what was asked for? Whoever asks for such a
/// folder itself means it.
pub fn is_for_tests(workspace: &Workspace, path: &Path) -> bool {
    let below = workspace.asked.iter().filter_map(|asked| path.strip_prefix(asked).ok());
    let Some(shortest) = below.min_by_key(|rest| rest.components().count()) else { return false };
    shortest.parent().is_some_and(|folder| {
        folder.components().any(|part| matches!(part.as_os_str().to_str(), Some("tests" | "benches" | "examples")))
    })
}

/// The graphs of all functions whose path ends in `name`, what is known in them, and how the bodies that they obtain end.
fn dump_flow(index: &Index, sources: &Sources, program: &program::Program, name: &str) -> String {
    let mut text = String::new();
    for id in (0..index.funs.len()).map(|n| FunId(n as u32)) {
        let path = index.fun_path(id);
        let fits = path.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with("::"));
        let (true, Some(lowered)) = (fits, program.fun(id)) else { continue };
        let mut solver = Solver::new(program);
        solver.watch(id);
        text.push_str(&format!("{path}\n{}", dump::dump(index, &lowered, &solver)));
        for finding in solver.findings.by_origin.values().filter(|finding| finding.origin.owner == Some(id)) {
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
