use bytes::Bytes;
use http::Uri;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use std::time::{Duration, Instant};
use undrained::{Guard, Policy, Sites};
use undrained_tests::server::Server;
use undrained_tests::{Error, Protocol};

fn main() -> Result<(), Error> {
    let at_once: usize = std::env::args().nth(1).unwrap().parse()?;
    let each: usize = std::env::args().nth(2).unwrap().parse()?;
    let rounds: usize = std::env::args().nth(3).unwrap().parse()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async move {
        let server = Server::start(Protocol::Http1, &["200 length=1000"]).await?;
        let uri = server.uri();
        let bare: Client<_, Full<Bytes>> = Client::builder(TokioExecutor::new()).build(HttpConnector::new());
        let bare2: Client<_, Full<Bytes>> = Client::builder(TokioExecutor::new()).build(HttpConnector::new());
        let guarded = |policy| {
            let guard = Guard::builder().policy(policy).sites(Sites::Drops).ignore_env().build();
            undrained_tests::client(&guard, Protocol::Http1)
        };
        let off = guarded(Policy::Off);
        let warn = guarded(Policy::Warn);
        let mut times = [const { Vec::new() }; 4];
        for _ in 0..rounds {
            macro_rules! go {
                ($i:expr, $c:expr) => {{
                    let start = Instant::now();
                    let tasks: Vec<_> = (0..at_once)
                        .map(|_| {
                            let c = $c.clone();
                            let uri: Uri = uri.clone();
                            tokio::spawn(async move {
                                for _ in 0..each {
                                    c.get(uri.clone()).await.unwrap().into_body().collect().await.unwrap();
                                }
                            })
                        })
                        .collect();
                    for t in tasks {
                        t.await?;
                    }
                    times[$i].push(start.elapsed());
                }};
            }
            go!(0, bare);
            go!(1, bare2);
            go!(2, off);
            go!(3, warn);
        }
        let b = times[0].clone();
        for (name, mut t) in ["bare", "bare again", "off", "warn"].iter().zip(times) {
            let mut r: Vec<f64> =
                t.iter().zip(&b).map(|(t, b): (&Duration, &Duration)| t.as_secs_f64() / b.as_secs_f64()).collect();
            r.sort_by(f64::total_cmp);
            t.sort();
            println!(
                "{name:<12} {:>10.2} µs/request {:>8.3}",
                t[rounds / 2].as_secs_f64() * 1e6 / (at_once * each) as f64,
                r[rounds / 2]
            );
        }
        Ok(())
    })
}
