//! What is done about a drop.

use std::time::Duration;

use http_body_util::BodyExt;
use undrained::{Collector, DrainOutcome, Fate, Guard, Policy, Verdict};
use undrained_tests::Protocol;
use undrained_tests::server::Server;

use crate::{Bench, patiently};

const LARGE: &str = "200 length=65536";

const DRAIN: Policy = Policy::drain(256 * 1024, Duration::from_millis(50));

async fn bench(script: &[&str], policy: Policy) -> Bench {
    let bench = Bench::http1(script).await;
    bench.guarded(Protocol::Http1, |guard| guard.policy(policy))
}

/// Waits until the guard is done with what was dropped, and the client with its connection.
async fn settled(bench: &Bench) {
    patiently(bench.guard.drained()).await;
    // It is tasks on this thread that close a connection, or give it back.
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
}

/// How many connections it takes to drop twenty responses, one after the other.
async fn connections_of_drops(script: &str, policy: Policy) -> usize {
    let bench = bench(&[script], policy).await;
    for _ in 0..20 {
        bench.drop_unread().await;
        settled(&bench).await;
    }
    bench.server.connections()
}

#[tokio::test]
async fn drained_bodies_keep_their_connection() {
    // However slow the machine is.
    let patient = Policy::drain(256 * 1024, Duration::from_secs(30));
    let mut all = tokio::task::JoinSet::new();
    for script in ["200 length=30000", "200 length=200000", "200 chunked=100000", "200 length=200 late=20"] {
        all.spawn(async move {
            assert_eq!(connections_of_drops(script, Policy::Warn).await, 20, "{script}, without draining");
            assert_eq!(connections_of_drops(script, patient).await, 1, "{script}, with draining");
        });
    }
    all.spawn(async move {
        assert_eq!(connections_of_drops("200 length=1000000", patient).await, 20, "too long to be drained")
    });
    all.join_all().await;
}

#[tokio::test]
async fn what_is_too_long_or_too_late_is_not_drained() {
    for (script, outcome) in [
        ("200 length=1000000", DrainOutcome::TooLong),
        ("200 chunked=1000000", DrainOutcome::TooLong),
        ("200 length=200 late=60000", DrainOutcome::TooLate),
        ("200 length=1000 late=10 cut=900", DrainOutcome::Failed),
    ] {
        let bench = bench(&[script], DRAIN).await;
        bench.drop_unread().await;
        let body = bench.bodies(1).await.remove(0);
        assert_eq!(body.drained.unwrap().outcome, outcome, "{script}");
        let fate = if outcome == DrainOutcome::Failed { Fate::Unknown } else { Fate::Lost };
        assert_eq!((body.verdict, body.fate), (Verdict::Unread, Some(fate)), "{script}");
    }
}

#[tokio::test]
async fn known_length_over_the_limit_is_not_even_begun() {
    let bench = bench(&["200 length=1000000"], DRAIN).await;
    bench.drop_unread().await;
    assert_eq!(bench.bodies(1).await[0].drained.unwrap().bytes, 0);
}

#[tokio::test]
async fn drained_body_is_still_told_with_its_site_and_counted() {
    let bench = bench(&[LARGE], DRAIN).await;
    let mut response = bench.client.get(bench.server.uri()).await.unwrap();
    let read = response.frame().await.unwrap().unwrap().into_data().unwrap().len() as u64;
    drop(response);
    settled(&bench).await;
    bench.drain().await.unwrap();

    let body = bench.bodies(2).await.remove(0);
    assert_eq!((body.verdict, body.fate), (Verdict::PartlyRead, Some(Fate::Survived)));
    assert_eq!((body.read, body.left), (read, Some(65536 - read)));
    assert_eq!(body.drained.map(|it| (it.bytes, it.outcome)), Some((65536 - read, DrainOutcome::Complete)));
    let location = body.site.unwrap().location().unwrap();
    assert!(location.file.as_ref().is_some_and(|file| file.ends_with("guard/policy.rs")), "{location}");

    let totals = &bench.guard.summary().origins[0].totals;
    assert_eq!((totals.rescued, totals.drained_bytes, totals.lost), (1, 65536 - read, 0));
}

#[tokio::test]
async fn it_is_known_when_nothing_is_being_drained_any_more() {
    let bench = bench(&["200 length=200 late=20"], DRAIN).await;
    patiently(bench.guard.drained()).await;
    for _ in 0..3 {
        bench.drop_unread().await;
    }
    patiently(bench.guard.drained()).await;
    bench.guard.flush();
    let outcomes = bench.collector.bodies().into_iter().map(|body| body.drained.unwrap().outcome);
    assert_eq!(outcomes.collect::<Vec<_>>(), [DrainOutcome::Complete; 3]);
}

#[tokio::test]
async fn drained_stream_of_http2_is_not_reset() {
    let bench = Bench::start(Protocol::Http2, &[LARGE]).await.guarded(Protocol::Http2, |guard| guard.policy(DRAIN));
    bench.drop_unread().await;
    assert_eq!(bench.bodies(1).await[0].fate, Some(Fate::Survived));
}

#[test]
fn without_a_runtime_nothing_is_drained() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let (bench, response) = runtime.block_on(async {
        let bench = bench(&["200 length=200 late=60000"], DRAIN).await;
        let response = bench.client.get(bench.server.uri()).await.unwrap();
        (bench, response)
    });
    // Outside of the runtime, which goes on.
    drop(response);
    let body = runtime.block_on(bench.bodies(1)).remove(0);
    assert_eq!(body.drained.unwrap().outcome, DrainOutcome::NoRuntime);
    assert_eq!(body.fate, Some(Fate::Lost));
}

#[test]
fn runtime_that_is_shut_down_takes_its_drains_along() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let bench = runtime.block_on(async {
        let bench = bench(&["200 length=200 late=60000"], DRAIN).await;
        bench.drop_unread().await;
        bench
    });
    drop(runtime);
    bench.guard.flush();
    let bodies = bench.collector.bodies();
    assert_eq!(bodies.len(), 1);
    assert_eq!(bodies[0].drained.unwrap().outcome, DrainOutcome::NoRuntime);
    assert_eq!(bodies[0].fate, Some(Fate::Unknown));
}

#[tokio::test]
async fn off_watches_nothing() {
    let bench = bench(&[LARGE], Policy::Off).await;
    bench.drop_unread().await;
    bench.server.ended(1).await;
    bench.drain().await.unwrap();
    assert_eq!((bench.server.connections(), bench.guard.open_connections()), (2, 0));
    assert!(bench.collector.bodies().is_empty() && bench.collector.responses().is_empty());
    assert!(bench.collector.opened().is_empty() && bench.guard.summary().origins.is_empty());
}

#[tokio::test]
async fn each_origin_can_have_a_policy_of_its_own() {
    let bench = Bench::http1(&[LARGE]).await;
    let origin = bench.server.uri().to_string().parse().unwrap();
    let bench = bench.guarded(Protocol::Http1, |guard| guard.policy(DRAIN).policy_for(origin, Policy::Observe));
    bench.drop_unread().await;
    let body = bench.bodies(1).await.remove(0);
    assert_eq!((body.policy, body.drained, body.fate), (Policy::Observe, None, Some(Fate::Lost)));
}

#[tokio::test]
async fn check_fails_with_a_list_where_the_policy_is_to_fail() {
    let bench = bench(&[LARGE], Policy::Fail).await;
    bench.guard.check().unwrap();
    bench.drop_unread().await;
    bench.all_connections_ended().await;
    let failures = bench.guard.check().unwrap_err();
    assert_eq!(failures.bodies().len(), 1);
    let list = failures.to_string();
    assert!(list.contains("unread, 0 bytes read, 65536 left, connection lost, dropped at tests/guard/"), "{list}");

    let warned = self::bench(&[LARGE], Policy::Warn).await;
    warned.drop_unread().await;
    warned.all_connections_ended().await;
    warned.guard.check().unwrap();
}

/// A variable of the environment is everybody's, so it is set for a program of its own.
#[test]
fn environment_has_the_last_word() {
    const VARIABLE: &str = "UNDRAINED";
    if std::env::var(VARIABLE).is_err() {
        let test = std::env::current_exe().unwrap();
        let arguments = ["policy::environment_has_the_last_word", "--exact"];
        let run = std::process::Command::new(test).args(arguments).env(VARIABLE, "observe,sites=off").output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
        return;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let server = Server::start(Protocol::Http1, &[LARGE]).await.unwrap();
        // That of a bench does not listen, so that no other test depends on where it runs.
        let collector = Collector::default();
        let guard = Guard::builder().reporter(collector.clone()).policy(Policy::Off).build();
        let client = undrained_tests::client(&guard, Protocol::Http1);
        drop(client.get(server.uri()).await.unwrap());
        let body = patiently(collector.wait_for_bodies(1)).await.remove(0);
        assert_eq!((body.policy, body.site.is_some()), (Policy::Observe, false));
    });
}
