//! ureq 3, whose transport shows everything.

use std::io::Read;
use std::time::Duration;

use undrained::{Closing, DrainOutcome, Fate, Sites, Verdict};
use undrained_tests::Protocol;

use crate::{Bench, LARGE, SMALL};

/// Runs `test` on a thread that may block.
async fn blocking(script: &[&str], test: impl FnOnce(&Bench, ureq::Agent) + Send + 'static) -> Bench {
    let bench = Bench::with(Protocol::Http1, script, |guard| guard.sites(Sites::Full)).await;
    let run = move || {
        test(&bench, bench.guard.ureq(ureq::Agent::config_builder().http_status_as_error(false)));
        bench
    };
    tokio::task::spawn_blocking(run).await.unwrap()
}

#[tokio::test]
async fn response_is_the_same_as_without_the_guard() {
    blocking(&[SMALL], |bench, agent| {
        let mut plain = ureq::get(bench.url()).call().unwrap();
        let mut guarded = agent.get(bench.url()).call().unwrap();
        assert_eq!(guarded.body().content_length(), plain.body().content_length());
        assert_eq!(guarded.headers(), plain.headers());
        assert_eq!(guarded.body_mut().read_to_vec().unwrap(), plain.body_mut().read_to_vec().unwrap());
    })
    .await;
}

#[tokio::test]
async fn redirect_that_ureq_follows_costs_nothing_as_it_reads_the_body() {
    let bench = blocking(&["302 length=65536 to=/items", SMALL], |bench, agent| {
        agent.get(bench.url()).call().unwrap().body_mut().read_to_vec().unwrap();
    })
    .await;
    assert_eq!(bench.endings(), [(Verdict::Drained, None)]);
    assert_eq!(bench.server.requests(), [2]);
    assert_eq!(bench.guard.summary().origins[0].totals.thrown_away, 0);
}

#[tokio::test]
async fn drop_is_lost_however_small() {
    let bench = blocking(&[SMALL, LARGE, "200 chunked=15"], |bench, agent| {
        for _ in 0..3 {
            drop(agent.get(bench.url()).call().unwrap());
        }
    })
    .await;
    assert_eq!(bench.endings(), [(Verdict::Unread, Some(Fate::Lost)); 3]);
    assert_eq!(bench.server.connections(), 3);
    let body = bench.bodies(3).await.remove(0);
    assert_eq!((body.read, body.left, body.closing), (0, Some(200), Some(Closing::Drop)));
    assert!(body.site.unwrap().to_string().contains("guarded/ureq.rs:"));
    assert!(body.response.site.unwrap().to_string().contains("guarded/ureq.rs:"));
}

#[tokio::test]
async fn all_bytes_without_the_end_are_not_enough() {
    let bench = blocking(&[SMALL], |bench, agent| {
        let mut body = agent.get(bench.url()).call().unwrap().into_body().into_reader();
        body.read_exact(&mut [0; 150]).unwrap();
        drop(body);
        let mut body = agent.get(bench.url()).call().unwrap().into_body().into_reader();
        body.read_exact(&mut [0; 200]).unwrap();
        drop(body);
    })
    .await;
    assert_eq!(bench.endings(), [(Verdict::PartlyRead, Some(Fate::Lost)); 2]);
    let bodies = bench.bodies(2).await;
    assert_eq!((bodies[1].read, bodies[1].left), (200, Some(0)));
    assert_eq!(bench.server.connections(), 2);
}

#[tokio::test]
async fn read_bodies_and_those_that_are_none_keep_the_connection() {
    let bench = blocking(&[LARGE, "204", "200 length=0", "200 chunked=15"], |bench, agent| {
        assert_eq!(agent.get(bench.url()).call().unwrap().body_mut().read_to_vec().unwrap().len(), 65536);
        drop(agent.get(bench.url()).call().unwrap());
        drop(agent.get(bench.url()).call().unwrap());
        assert_eq!(agent.get(bench.url()).call().unwrap().body_mut().read_to_vec().unwrap().len(), 15);
    })
    .await;
    let exempt = (Verdict::Exempt, None);
    assert_eq!(bench.endings(), [(Verdict::Drained, None), exempt, exempt, (Verdict::Drained, None)]);
    assert_eq!(bench.bodies(4).await[0].read, 65536);
    assert_eq!(bench.server.requests(), [4]);
}

#[tokio::test]
async fn nothing_is_blamed_where_the_connection_ends_anyway() {
    for script in ["200 length=65536 close", "200 length=65536 http/1.0", "200 until-close=65536"] {
        let bench = blocking(&[script], |bench, agent| drop(agent.get(bench.url()).call().unwrap())).await;
        assert_eq!(bench.endings(), [(Verdict::Exempt, None)], "{script}");
        assert_eq!(bench.collector.closed()[0].closing, Closing::Announced, "{script}");
    }
}

#[tokio::test]
async fn body_that_ends_with_the_connection_is_read_to_its_end() {
    let bench = blocking(&["200 until-close=65536"], |bench, agent| {
        agent.get(bench.url()).call().unwrap().body_mut().read_to_vec().unwrap();
    })
    .await;
    assert_eq!(bench.endings(), [(Verdict::Drained, None)]);
}

#[tokio::test]
async fn body_that_breaks_off_has_failed() {
    let bench = blocking(&["200 length=1000 cut=100"], |bench, agent| {
        agent.get(bench.url()).call().unwrap().body_mut().read_to_vec().unwrap_err();
    })
    .await;
    assert_eq!(bench.endings(), [(Verdict::Failed, None)]);
    assert_eq!(bench.collector.closed()[0].closing, Closing::Peer);
}

#[tokio::test]
async fn status_that_ureq_makes_an_error_costs_the_connection_and_is_told() {
    let bench = blocking(&["500 length=200"], |bench, _| {
        let agent = bench.guard.ureq(ureq::Agent::config_builder());
        agent.get(bench.url()).call().unwrap_err();
    })
    .await;
    assert!(bench.endings().is_empty());
    assert_eq!(bench.collector.closed()[0].closing, Closing::Client);
}

#[tokio::test]
async fn agent_that_goes_takes_its_connections_along() {
    let bench = blocking(&[SMALL], |bench, agent| {
        agent.get(bench.url()).call().unwrap().body_mut().read_to_vec().unwrap();
        drop(agent);
    })
    .await;
    assert_eq!(bench.collector.closed()[0].closing, Closing::Pool);
    assert_eq!(bench.guard.open_connections(), 0);
}

#[tokio::test]
async fn helper_drains_within_limits() {
    let bench = blocking(&["200 chunked=100000", "200 length=1000000"], |bench, agent| {
        let drained = || {
            let response = agent.get(bench.url()).call().unwrap();
            undrained::ureq::drain(response, 200_000, Duration::from_secs(1))
        };
        assert_eq!((drained().outcome, drained().outcome), (DrainOutcome::Complete, DrainOutcome::TooLong));
    })
    .await;
    assert_eq!(bench.endings(), [(Verdict::Drained, None), (Verdict::Unread, Some(Fate::Lost))]);
    assert_eq!(bench.server.requests(), [2]);
}
