//! reqwest, blocking.

use std::io::Read;
use std::time::Duration;

use undrained::{DrainOutcome, Fate, Verdict};

use crate::{Bench, LARGE, PAUSE, SMALL, agree};

fn client(bench: &Bench) -> reqwest::blocking::Client {
    bench.guard.reqwest_blocking(reqwest::blocking::Client::builder()).build().unwrap()
}

/// Runs `test` on a thread that may block.
async fn blocking(
    script: &'static str,
    test: impl FnOnce(&Bench, reqwest::blocking::Client) + Send + 'static,
) -> Bench {
    let bench = Bench::start(&[script]).await;
    let run = move || {
        test(&bench, client(&bench));
        bench
    };
    tokio::task::spawn_blocking(run).await.unwrap()
}

#[tokio::test]
async fn survival_is_seen_and_loss_is_unknown() {
    for (script, survived) in [(SMALL, 2), (LARGE, 0)] {
        let bench = blocking(script, |bench, client| {
            for _ in 0..3 {
                drop(bench.guard.send(client.get(bench.url())).unwrap());
                std::thread::sleep(PAUSE);
            }
        });
        let bench = bench.await;
        agree(&bench, survived);
        let fate = if survived == 0 { Fate::Unknown } else { Fate::Survived };
        assert_eq!(bench.endings(), [(Verdict::Unread, Some(fate)); 2], "{script}");
        let body = bench.bodies(2).await.remove(0);
        assert!(body.site.unwrap().to_string().contains("guarded/blocking.rs:"));
        assert!(body.response.site.unwrap().to_string().contains("guarded/blocking.rs:"));
    }
}

#[tokio::test]
async fn each_way_to_read_is_a_read() {
    let bench = blocking(LARGE, |bench, client| {
        let send = || bench.guard.send(client.get(bench.url())).unwrap();
        assert_eq!(send().text().unwrap().len(), 65536);
        assert_eq!(send().bytes().unwrap().len(), 65536);
        assert_eq!(send().copy_to(&mut std::io::sink()).unwrap(), 65536);
        let mut all = Vec::new();
        assert_eq!(send().error_for_status().unwrap().read_to_end(&mut all).unwrap(), 65536);
    });
    let bodies = bench.await.bodies(4).await;
    assert!(bodies.iter().all(|body| (body.verdict, body.read) == (Verdict::Drained, 65536)), "{bodies:#?}");
}

#[tokio::test]
async fn what_is_left_is_told() {
    let bench = blocking(LARGE, |bench, client| {
        let mut response = bench.guard.send(client.get(bench.url())).unwrap();
        response.read_exact(&mut [0; 1000]).unwrap();
        drop(response);
        bench.guard.flush();
    });
    let body = bench.await.bodies(1).await.remove(0);
    assert_eq!((body.verdict, body.read), (Verdict::PartlyRead, 1000));
}

#[tokio::test]
async fn error_of_a_status_drops_the_body() {
    let bench = blocking("500 length=65536", |bench, client| {
        let response = bench.guard.send(client.get(bench.url())).unwrap();
        assert_eq!(response.status(), 500);
        response.error_for_status().unwrap_err();
        bench.guard.flush();
    });
    assert_eq!(bench.await.endings(), [(Verdict::Unread, Some(Fate::Unknown))]);
}

#[tokio::test]
async fn helper_drains_within_limits() {
    let bench = blocking(LARGE, |bench, client| {
        let second = Duration::from_secs(1);
        let drained = |limit| {
            let response = bench.guard.send(client.get(bench.url())).unwrap();
            undrained::reqwest_blocking::drain(response, limit, second).outcome
        };
        assert_eq!(drained(100_000), DrainOutcome::Complete);
        assert_eq!(drained(65_535), DrainOutcome::TooLong);
    });
    assert_eq!(bench.await.endings(), [(Verdict::Drained, None)]);
}
