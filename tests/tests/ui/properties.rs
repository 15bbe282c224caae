//! What must hold for all fixtures and agreement programs, however they are written.
//!
//! Each property changes the code in a way that must not matter, or that must matter in a known way, and lints the
//! lot once more; the changes are in `edits`. Fixtures that are folders take part only where the order of files is
//! changed. A change that finds nothing to do would prove nothing, so each property counts what it did.

mod edits;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use tempfile::TempDir;
use undrained_lint::{
    diagnostics::{Confidence, Label},
    driver::{self, Options},
};

use self::edits::Client;
use super::{Fixture, Wishes, fixtures, folder};

#[test]
fn no_verdict_depends_on_the_order_of_the_files() {
    let fixtures = fixtures(&folder());
    for wishes in fixtures.iter().map(Fixture::wishes).collect::<BTreeSet<_>>() {
        let these: Vec<_> = fixtures.iter().filter(|fixture| fixture.wishes() == wishes).collect();
        let (forwards, backwards) = (told(&these, wishes, false), told(&these, wishes, true));
        let one_sided: Vec<_> = forwards.symmetric_difference(&backwards).collect();
        assert!(one_sided.is_empty(), "the order makes a difference: {one_sided:#?}");
    }
}

#[test]
fn no_verdict_depends_on_what_else_is_linted() {
    let some = all(|subject| (subject.number % 3 == 0).then(|| subject.code.clone()));
    let some: Vec<_> = some.collect();
    assert_unchanged(&some, &lint(&some));
}

#[test]
fn labels_point_into_the_code_that_was_linted() {
    let is_elsewhere = |subject: &&Subject| subject.verdicts().iter().any(|verdict| verdict.has_label_elsewhere);
    let elsewhere: Vec<_> = SUBJECTS.iter().filter(is_elsewhere).map(|subject| &*subject.name).collect();
    assert_eq!(elsewhere, [""; 0]);
}

#[test]
fn no_verdict_depends_on_the_order_of_the_items() {
    // A comment above an item does not move with it.
    let is_plain = |subject: &Subject| !subject.code.contains("undrained:");
    let (jobs, lines): (Vec<_>, Vec<_>) =
        all(|subject| is_plain(subject).then(|| edits::items_in_reverse(&subject.code)).flatten())
            .map(|(subject, (code, lines))| ((subject, code), lines))
            .unzip();
    assert!(jobs.len() > 150, "{}", jobs.len());
    let mut verdicts = lint(&jobs);
    for (verdicts, lines) in verdicts.iter_mut().zip(lines) {
        let back = |verdict: &Verdict| Verdict {
            line: lines[verdict.line],
            exits: verdict.exits.iter().map(|line| lines[*line]).collect(),
            ..verdict.clone()
        };
        *verdicts = verdicts.iter().map(back).collect();
    }
    assert_unchanged(&jobs, &verdicts);
}

#[test]
fn no_verdict_depends_on_the_names_of_variables() {
    let jobs: Vec<_> = all(|subject| edits::variables_renamed(&subject.code)).collect();
    assert!(jobs.len() > 150, "{}", jobs.len());
    assert_unchanged(&jobs, &lint(&jobs));
}

#[test]
fn reading_right_after_the_request_silences_every_rule() {
    let drained = all(|subject| {
        let known = |verdict: &Verdict| Some((verdict.start, client(subject, verdict)?));
        let origins = subject.verdicts().iter().filter(|it| is_about_bodies(it)).filter_map(known).collect();
        let (code, done) = edits::read_at_once(&subject.code, &origins);
        (!done.is_empty()).then_some((code, done))
    });
    let (jobs, done): (Vec<_>, Vec<_>) = drained.map(|(subject, (code, done))| ((subject, code), done)).unzip();
    let mut silenced: BTreeMap<&str, usize> = BTreeMap::new();
    let mut differences = String::new();
    for (((subject, code), done), after) in jobs.iter().zip(done).zip(lint(&jobs)) {
        let (read, rest): (Vec<_>, Vec<_>) =
            subject.verdicts().iter().partition(|it| done.contains(&it.start) && is_about_bodies(it));
        read.iter().for_each(|verdict| *silenced.entry(verdict.rule).or_default() += 1);
        for verdict in after.iter().filter(|verdict| rest.iter().all(|rest| rest.line != verdict.line)) {
            differences += &format!("\n{}:{}: {} in\n{code}\n", subject.name, verdict.line, verdict.rule);
        }
    }
    assert!(differences.is_empty(), "reported though it is read at once:{differences}");
    let of_known = |subject: &&Subject| subject.verdicts().iter().all(|verdict| client(subject, verdict).is_some());
    let verdicts = SUBJECTS.iter().filter(of_known).flat_map(|subject| subject.verdicts());
    let all = verdicts.filter(|it| is_about_bodies(it)).count();
    assert!(silenced.values().sum::<usize>() * 10 > all * 9 && silenced.len() == 6, "of {all} only {silenced:?}");
}

/// Is it about how a body ends, and not about clients?
fn is_about_bodies(verdict: &Verdict) -> bool {
    !HABITS.contains(&verdict.rule)
}

/// The rules for which reading makes no difference.
const HABITS: &[&str] = &["client_per_request", "one_shot_in_loop", "reuse_disabled"];

/// Functions that are not reported though their only read is taken away, by the reason why.
const UNREPORTED: &[(&str, &[&str])] = &[
    ("chunks were read to the end before", &["reads/silent_when_dropped_after_the_read twice"]),
    ("no request follows that could use the connection", &["never_owed/losses_before_another_request through_methods"]),
    ("what a service in a service gives is not looked up", &["hyper/pools_of_services read"]),
    ("a client without a pool has nothing to lose", &["without_a_pool/silent_for_attohttpc session"]),
    (
        "the client serves one request, or is thrown away for an error",
        &[
            "without_a_pool/silent_when_a_client_is_made_lazily notes",
            "without_a_pool/silent_when_a_client_is_made_lazily size",
            "client_per_request/silent_when_it_is_built_once one_request",
            "held_unread/responses_that_nobody_waits_for nobody_else_has_the_client",
            "client_per_request/silent_when_only_errors_repeat_it again_after_an_error",
            "client_per_request/silent_when_only_errors_repeat_it fetch",
            "client_per_request/silent_when_only_errors_repeat_it first_that_answers",
            "one_shot_in_loop/silent_for_a_single_request before_a_loop",
            "one_shot_in_loop/silent_for_a_single_request if_there_is_one",
            "one_shot_in_loop/silent_for_a_single_request in_the_head_of_a_loop",
            "one_shot_in_loop/silent_for_a_single_request once",
            "one_shot_in_loop/silent_for_tests fetch",
            "one_shot_in_loop/silent_when_only_errors_repeat_it first_mirror",
            "one_shot_in_loop/silent_when_only_errors_repeat_it once",
            "one_shot_in_loop/silent_when_only_errors_repeat_it until_it_is_healthy",
        ],
    ),
    (
        "an empty body owes nothing",
        &[
            "isahc/silent_where_nothing_is_owed nothing_came",
            "cancelled_read/silent_when_the_read_is_not_raced without_a_body",
        ],
    ),
    (
        "what is sent on is somebody else's",
        &["hyper/silent_when_sent_on_as_a_request read_by_an_executor", "isahc/silent_when_passed_on sent_on"],
    ),
    (
        "MISS: not understood yet",
        &[
            "wreq/silent_when_it_is_sent_on empty",
            "wreq/silent_when_it_is_sent_on in_a_request_of_http",
            "wreq/silent_when_it_is_sent_on there_and_back",
            "isahc/silent_when_a_length_says_that_it_is_empty is_empty",
            "isahc/silent_when_a_length_says_that_it_is_empty length",
            "isahc/silent_when_a_length_says_that_it_is_empty length_async",
            "reads/silent_for_a_text_in_a_charset blocking_text",
        ],
    ),
    ("MISS: a stack of layers is not known", &["tower/silent_when_what_they_answer_is_read stack"]),
    (
        "MISS: what is inside of an object of S3 is known by name only",
        &[
            "aws/silent_when_the_object_is_read collected",
            "aws/stream_of_an_object inside_out",
            "aws/stream_of_an_object mapped",
        ],
    ),
    (
        "a client of HTTP/2 alone owes nothing",
        &[
            "hyper/silent_when_sent_on_as_a_request sent_on_as_http2",
            "hyper/silent_when_sent_on_as_a_request tried_to_be_sent_on_as_http2",
        ],
    ),
    ("a body in memory owes nothing", &["look_alikes/silent_for_mocks_and_recorders read_and_dropped"]),
    (
        "what comes out of a field or a channel is somebody else's",
        &[
            "handed_off/channel_within_one_function read_by_the_receiver",
            "handed_off/silent_when_a_channel_within_one_function_is_read queued",
            "handed_off/silent_when_a_channel_within_one_function_is_read sent_to_oneself",
            "handed_off/silent_for_slots_that_are_swapped finish",
            "handed_off/silent_when_another_method_reads_the_field finish",
            "programs/sent_to_a_task_that_drains read",
        ],
    ),
    (
        "MISS: what is in a collection, an iterator or a stream is not followed",
        &["handed_off/silent_when_a_stream_is_unfolded_from_it all_pages"],
    ),
    (
        "MISS: what a helper asked for is not followed into what its caller hands it",
        &[
            "closures/silent_when_a_callback_behind_two_functions_reads asked_for",
            "helpers/silent_for_a_decoder_that_is_handed_in value",
        ],
    ),
    (
        "MISS: what a helper puts behind a reference is not followed",
        &["helpers/silent_when_an_out_parameter_is_read filled"],
    ),
    ("MISS: macros of one's own are not expanded", &["macros/silent_when_a_macro_of_ones_own_reads checked_and_read"]),
    (
        "MISS: a method is not known",
        &[
            "futures/silent_for_a_request_that_is_polled_in_a_loop pinned",
            "futures/silent_when_a_pinned_request_is_read read_through_a_pin",
            "reads/silent_behind_conversions as_any",
            "reads/silent_for_responses_inside_other_types in_a_lock",
            "unread/silent_when_a_shared_response_is_read_by_its_last_owner cloned_and_unwrapped",
        ],
    ),
];

#[test]
fn looking_in_place_of_the_only_read_is_reported() {
    let variants = all(|subject| {
        let lines: Vec<_> = subject.code.lines().collect();
        let is_told = |line| subject.verdicts().iter().any(|it| it.line == line || it.exits.contains(&line));
        let is_silent = |line: usize| !is_told(line) && !lines[line - 1].contains("//~ MISS");
        Some(edits::without_the_only_read(&subject.code, is_silent))
    });
    let (jobs, names): (Vec<_>, Vec<_>) = variants
        .flat_map(|(subject, variants)| variants.into_iter().map(move |(name, code)| ((subject, code), name)))
        .unzip();
    assert!(jobs.len() > 200, "{}", jobs.len());
    let place = |verdict: &Verdict| (verdict.line, verdict.rule);
    let verdicts = lint(&jobs);
    let unreported = jobs.iter().zip(&names).zip(verdicts).filter(|(((subject, _), _), after)| {
        let before: BTreeSet<_> = subject.verdicts().iter().map(place).collect();
        after.iter().all(|verdict| before.contains(&place(verdict)))
    });
    let unreported: BTreeSet<_> =
        unreported.map(|(((subject, _), name), _)| format!("{} {name}", subject.name)).collect();
    let expected = UNREPORTED.iter().flat_map(|(_, names)| *names).map(|name| (*name).to_owned()).collect();
    let (missed, found) = (&unreported - &expected, &expected - &unreported);
    assert!(missed.is_empty(), "not reported though it is not read: {missed:#?}");
    assert!(found.is_empty(), "reported now: {found:#?}");
}

/// A fixture or program that is a single file.
struct Subject {
    number: usize,
    name: String,
    code: String,
    manifest: String,
    wishes: Wishes,
}

static SUBJECTS: LazyLock<Vec<Subject>> = LazyLock::new(|| {
    let fixtures = fixtures(&folder()).into_iter().filter(|fixture| fixture.path.is_file()).map(|fixture| {
        let code = fixture.files[0].1.clone();
        (fixture.path.clone(), code, fixture.manifest(), fixture.wishes())
    });
    let programs = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("programs")).expect("a folder");
    let mut programs: Vec<_> = programs.map(|entry| entry.expect("an entry").path()).collect();
    programs.sort();
    let of_programs = |path: &PathBuf| path.is_file() && !path.ends_with("mod.rs");
    let programs = programs.into_iter().filter(of_programs).map(|path| {
        let code = fs::read_to_string(&path).expect("a text");
        let manifest = manifest("program", "undrained-tests = { path = '../shared' }");
        (path, code, manifest, Wishes { pedantic: false, tests: false })
    });
    let all = fixtures.chain(programs).enumerate().map(|(number, (path, code, manifest, wishes))| {
        let names = path.with_extension("");
        let name: Vec<_> = names.iter().rev().take(2).filter_map(|name| name.to_str()).collect();
        Subject { number, name: format!("{}/{}", name[1], name[0]), code, manifest, wishes }
    });
    all.collect()
});

impl Subject {
    /// What is said of it as it is.
    fn verdicts(&self) -> &'static BTreeSet<Verdict> {
        static ALL: LazyLock<Vec<BTreeSet<Verdict>>> =
            LazyLock::new(|| lint(&all(|subject| Some(subject.code.clone())).collect::<Vec<_>>()));
        &ALL[self.number]
    }
}

/// Those that an edit has something to do in.
fn all<T>(edit: impl Fn(&'static Subject) -> Option<T>) -> impl Iterator<Item = (&'static Subject, T)> {
    SUBJECTS.iter().filter_map(move |subject| Some((subject, edit(subject)?)))
}

fn manifest(name: &str, dependency: &str) -> String {
    format!(
        "[package]\nname = '{name}'\nedition = '2024'\n\n[dependencies]\n{dependency}\nbytes = '1'\nhttp = '1'\n\
         http-body-util = '0.1'\nhyper = '1'\nhyper-util = '0.1'\ntokio = '1'\n"
    )
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Verdict {
    line: usize,
    rule: &'static str,
    confidence: Confidence,
    /// The lines of the other labels.
    exits: BTreeSet<usize>,
    /// Does one of those stand in another file?
    has_label_elsewhere: bool,
    /// The byte at which the origin starts.
    start: usize,
    helps: String,
}

/// Whose response is it? If the help does not say how to read it, the file has it all from one client. Those of other
/// clients are not written into.
fn client(subject: &Subject, verdict: &Verdict) -> Option<Client> {
    let others = ["awc", "aws_", "isahc", "octocrab", "surf", "ureq", "wreq", "axum", "actix"];
    if others.iter().any(|other| subject.code.contains(other)) {
        return None;
    }
    Some(match verdict.helps.as_str() {
        helps if helps.contains("collect") => Client::Hyper,
        helps if helps.contains("to_bytes") => Client::OldHyper,
        helps if helps.contains(".bytes();") => Client::Blocking,
        helps if helps.contains(".bytes().await;") => Client::Async,
        _ if subject.manifest.contains("0.14") => Client::OldHyper,
        _ if subject.code.contains("blocking") => Client::Blocking,
        _ if subject.code.contains("reqwest") => Client::Async,
        _ => Client::Hyper,
    })
}

/// Lints codes in place of their subjects.
fn lint(jobs: &[(&Subject, String)]) -> Vec<BTreeSet<Verdict>> {
    let temporary = TempDir::new().expect("a temporary folder");
    let root = temporary.path().canonicalize().expect("it was just made");
    write(&root.join("shared"), &manifest("undrained-tests", "undrained = '0.1'"), include_str!("../../src/lib.rs"));
    let mut runs: BTreeMap<Wishes, Vec<PathBuf>> = BTreeMap::new();
    for (number, (subject, code)) in jobs.iter().enumerate() {
        let folder = root.join(number.to_string());
        write(&folder, &subject.manifest, code);
        runs.entry(subject.wishes).or_default().push(folder);
    }
    let mut verdicts = vec![BTreeSet::new(); jobs.len()];
    for (wishes, paths) in runs {
        let report = driver::lint(&paths, &options(wishes)).expect("the subjects are there");
        for diagnostic in &report.diagnostics {
            let (Some(rule), Some(primary)) = (diagnostic.rule, &diagnostic.primary) else {
                panic!("a note about the run: {}", diagnostic.message);
            };
            let path = report.sources.path(primary.span.file);
            let folder = path.strip_prefix(&root).ok().and_then(|path| path.iter().next()?.to_str());
            let number: usize = folder.and_then(|folder| folder.parse().ok()).expect("it is in a subject");
            let line = |label: &Label| report.sources.line_column(label.span).0;
            let is_here = |label: &&Label| label.span.file == primary.span.file;
            verdicts[number].insert(Verdict {
                line: line(primary),
                rule,
                confidence: diagnostic.confidence,
                exits: diagnostic.secondary.iter().filter(is_here).map(line).collect(),
                has_label_elsewhere: !diagnostic.secondary.iter().all(|label| is_here(&label)),
                start: primary.span.range().start,
                helps: diagnostic.helps.concat(),
            });
        }
    }
    verdicts
}

fn options(wishes: Wishes) -> Options {
    Options { levels: wishes.levels(), tests: wishes.tests, ..Options::default() }
}

fn write(folder: &Path, manifest: &str, code: &str) {
    fs::create_dir_all(folder.join("src")).expect("a new folder");
    fs::write(folder.join("Cargo.toml"), manifest).expect("a new file");
    fs::write(folder.join("src/lib.rs"), code).expect("a new file");
}

/// Is the same said as before, but for the words?
fn assert_unchanged(jobs: &[(&Subject, String)], verdicts: &[BTreeSet<Verdict>]) {
    let in_short = |verdicts: &BTreeSet<Verdict>| -> BTreeSet<_> {
        verdicts.iter().map(|it| (it.line, it.rule, it.confidence, it.exits.clone())).collect()
    };
    let mut differences = String::new();
    for ((subject, code), after) in jobs.iter().zip(verdicts) {
        let (before, after) = (in_short(subject.verdicts()), in_short(after));
        if before != after {
            differences += &format!("\n{}\n  before {before:?}\n  after  {after:?} in\n{code}", subject.name);
        }
    }
    assert!(differences.is_empty(), "what must not matter does:{differences}");
}

/// Everything that is said of the fixtures, with the paths and the folders' names in one order or in another.
fn told(fixtures: &[&Fixture], wishes: Wishes, backwards: bool) -> BTreeSet<String> {
    let temporary = TempDir::new().expect("a temporary folder");
    let root = temporary.path().canonicalize().expect("it was just made");
    let mut files = BTreeMap::new();
    let mut paths = Vec::new();
    for (number, fixture) in fixtures.iter().enumerate() {
        let number = if backwards { fixtures.len() - number } else { number };
        let folder = root.join(format!("{number:04}"));
        fixture.write(&folder, &mut files);
        paths.push(folder);
    }
    if backwards {
        paths.reverse();
        paths.rotate_left(fixtures.len() / 3);
    }
    let report = driver::lint(&paths, &options(wishes)).expect("the fixtures are there");
    let place = |label: &Label| {
        let path = report.sources.path(label.span.file);
        let path = files.get(path).map_or(path, PathBuf::as_path).to_owned();
        (path, report.sources.line_column(label.span), label.text.clone())
    };
    let told = report.diagnostics.iter().map(|diagnostic| {
        let places: Vec<_> = diagnostic.primary.iter().chain(&diagnostic.secondary).map(place).collect();
        format!("{:?} {} {places:#?} {:?}", diagnostic.rule, diagnostic.message, diagnostic.helps)
    });
    told.collect()
}
