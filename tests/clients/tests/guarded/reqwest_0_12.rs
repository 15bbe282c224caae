//! reqwest 0.12, whose adapter has the same text as that for 0.13.

use std::time::Duration;

use undrained::{DrainOutcome, Fate, Verdict};

use crate::{Bench, LARGE, PAUSE, SMALL, agree};

fn client(bench: &Bench) -> reqwest_0_12::Client {
    bench.guard.reqwest_0_12(reqwest_0_12::Client::builder()).build().unwrap()
}

#[tokio::test]
async fn response_keeps_its_url_and_length() {
    let bench = Bench::start(&["404 length=11"]).await;
    let response = bench.guard.send(client(&bench).get(bench.url() + "items?page=1")).await.unwrap();
    assert_eq!(response.url().as_str(), bench.url() + "items?page=1");
    assert_eq!((response.content_length(), response.remote_addr().is_some()), (Some(11), true));
    assert_eq!(response.text().await.unwrap(), "x".repeat(11));
    assert_eq!(bench.endings(), [(Verdict::Drained, None)]);
}

#[tokio::test]
async fn survival_is_seen_and_loss_is_unknown() {
    for (script, survived) in [(SMALL, 2), (LARGE, 0)] {
        let bench = Bench::start(&[script]).await;
        let client = client(&bench);
        for _ in 0..3 {
            drop(bench.guard.send(client.get(bench.url())).await.unwrap());
            tokio::time::sleep(PAUSE).await;
        }
        agree(&bench, survived);
        let fate = if survived == 0 { Fate::Unknown } else { Fate::Survived };
        assert_eq!(bench.endings(), [(Verdict::Unread, Some(fate)); 2], "{script}");
    }
}

#[tokio::test]
async fn helper_drains() {
    let bench = Bench::start(&[LARGE]).await;
    let response = bench.guard.send(client(&bench).get(bench.url())).await.unwrap();
    let drained = undrained::reqwest_0_12::drain(response, 100_000, Duration::from_secs(1)).await;
    assert_eq!((drained.outcome, drained.bytes), (DrainOutcome::Complete, 65536));
}
