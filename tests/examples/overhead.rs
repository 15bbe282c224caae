//! What the guard costs where nothing is dropped, and what its policy `drain` saves where something is.
//!
//! ```sh
//! cargo xtask bench --guard
//! ```
//!
//! The first table is of sequential `GET`s of 1 kB on one connection, bare and under guard, with the server on a thread of
//! its own. The second is of the same with 32 under way at a time, and client and server on all cores: there is nothing
//! to wait for, so that each instruction counts.
//!
//! The clients take turns in one process, in rounds of milliseconds, so that what else the machine does hits all of them;
//! each round is divided by the bare one beside it, and the median of that is what the guard costs. A second bare client
//! shows how far that can be trusted. Only times of one table can be compared.
//!
//! The third is of sequential `GET`s whose responses are dropped: time and connections, without draining and with it.
//! On the loopback a connection costs less than anywhere else, so this is the least that it can save.

use std::time::{Duration, Instant};

use bytes::Bytes;
use http::Uri;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use undrained::{Guard, Policy, Sites};
use undrained_tests::server::Server;
use undrained_tests::{Error, Protocol};

/// Odd numbers, so that the median is one of them.
const ROUNDS: usize = 2001;
const BUSY_ROUNDS: usize = 401;

const REQUESTS: u32 = 50;
const AT_A_TIME: u32 = 32;

/// What is read, and then what is dropped.
const SCRIPTS: [&str; 5] =
    ["200 length=1000", "200 length=30000", "200 length=200000", "200 chunked=100000", "200 length=1000000"];

fn main() -> Result<(), Error> {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || -> Result<(), Error> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let mut servers = Vec::new();
            for script in SCRIPTS {
                servers.push(Server::start(Protocol::Http1, &[script]).await?);
            }
            sender.send(servers.iter().map(Server::uri).collect())?;
            std::future::pending::<()>().await;
            Ok(())
        })
    });
    let uris: Vec<Uri> = receiver.recv()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(one_at_a_time(&uris[0]))?;
    println!();
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(many_at_a_time())?;
    println!();
    runtime.block_on(drops(&uris[1..]))
}

type Bare = Client<HttpConnector, Full<Bytes>>;

fn bare() -> Bare {
    Client::builder(TokioExecutor::new()).build(HttpConnector::new())
}

fn guarded(policy: Policy, sites: Sites) -> undrained_tests::Client {
    let guard = Guard::builder().policy(policy).sites(sites).ignore_env().build();
    undrained_tests::client(&guard, Protocol::Http1)
}

async fn one_at_a_time(uri: &Uri) -> Result<(), Error> {
    let bares = [bare(), bare()];
    let [off, warn] = [Policy::Off, Policy::Warn].map(|policy| guarded(policy, Sites::Drops));
    let full = guarded(Policy::Warn, Sites::Full);

    let names = ["bare", "bare again", "off", "warn", "warn, all sites"];
    let mut times = [const { Vec::new() }; 5];
    for first in 0..ROUNDS {
        // Each is the first one at times, since what comes before it leaves the caches as it likes.
        for turn in 0..names.len() {
            let which = (first + turn) % names.len();
            times[which].push(match which {
                0 | 1 => round(async |uri| read(bares[which].get(uri).await?).await, uri).await?,
                2 => round(async |uri| read(off.get(uri).await?).await, uri).await?,
                3 => round(async |uri| read(warn.get(uri).await?).await, uri).await?,
                // Through a trait, where a request's place takes a walk over the stack.
                _ => round(async |uri| read(call(&full, uri).await?).await, uri).await?,
            });
        }
    }
    print("one at a time", &names, &times, REQUESTS);
    Ok(())
}

async fn many_at_a_time() -> Result<(), Error> {
    let server = Server::start(Protocol::Http1, &SCRIPTS[..1]).await?;
    let uri = server.uri().to_string();
    let bares = [bare(), bare()];
    let guarded = [Policy::Off, Policy::Warn].map(|policy| guarded(policy, Sites::Drops));

    let names = ["bare", "bare again", "off", "warn"];
    let mut times = [const { Vec::new() }; 4];
    for first in 0..BUSY_ROUNDS {
        for turn in 0..names.len() {
            let which = (first + turn) % names.len();
            let start = Instant::now();
            let mut tasks = tokio::task::JoinSet::new();
            for _ in 0..AT_A_TIME {
                // Parsed for each, as copies of one URI are counted in a place that all threads write to.
                let uri: Uri = uri.parse()?;
                // Clients of different types, whose futures have to be `Send`: a generic function cannot say that.
                macro_rules! spawn_round {
                    ($client:expr) => {{
                        let client = $client.clone();
                        tasks.spawn(async move {
                            for _ in 0..REQUESTS {
                                read(client.get(uri.clone()).await?).await?;
                            }
                            Ok::<_, Error>(())
                        })
                    }};
                }
                match which {
                    0 | 1 => spawn_round!(bares[which]),
                    _ => spawn_round!(guarded[which - bares.len()]),
                };
            }
            while let Some(done) = tasks.join_next().await {
                done??;
            }
            times[which].push(start.elapsed());
        }
    }
    print(&format!("{AT_A_TIME} at a time"), &names, &times, REQUESTS * AT_A_TIME);
    Ok(())
}

/// `requests` is how many a round has.
fn print(title: &str, names: &[&str], times: &[Vec<Duration>], requests: u32) {
    println!("{title:<16} {:>12} {:>12} {:>12}", "fastest µs", "median µs", "to bare");
    for (name, round) in names.iter().zip(times) {
        let ratio = |(time, bare): (&Duration, &Duration)| time.as_secs_f64() / bare.as_secs_f64();
        let mut ratios: Vec<_> = round.iter().zip(&times[0]).map(ratio).collect();
        ratios.sort_by(f64::total_cmp);
        let mut sorted = round.clone();
        sorted.sort();
        let [fastest, median] =
            [sorted[0], sorted[sorted.len() / 2]].map(|time| time.as_secs_f64() * 1e6 / f64::from(requests));
        println!("{name:<16} {fastest:>12.2} {median:>12.2} {:>12.3}", ratios[ratios.len() / 2]);
    }
}

async fn drops(uris: &[Uri]) -> Result<(), Error> {
    const DROPS: u32 = 500;
    println!(
        "{:<20} {:>14} {:>12} {:>14} {:>12}",
        "dropped", "µs/request", "connections", "drained: µs", "connections"
    );
    for (uri, script) in uris.iter().zip(&SCRIPTS[1..]) {
        let mut row = format!("{script:<20}");
        for policy in [Policy::Observe, Policy::drain(256 * 1024, Duration::from_millis(50))] {
            let guard = Guard::builder().policy(policy).ignore_env().build();
            let client = undrained_tests::client(&guard, Protocol::Http1);
            let start = Instant::now();
            for _ in 0..DROPS {
                // undrained: allow(unread_body) -- what that costs is measured
                drop(client.get(uri.clone()).await?);
                // What is under way in the background goes on before the next request, as it does where there is
                // something to do in between.
                tokio::task::yield_now().await;
            }
            let time = start.elapsed().as_secs_f64() * 1e6 / f64::from(DROPS);
            row += &format!(" {time:>14.1} {:>12}", guard.summary().origins[0].totals.opened);
        }
        println!("{row}");
    }
    Ok(())
}

async fn call(client: &undrained_tests::Client, uri: Uri) -> Result<http::Response<undrained_tests::Body>, Error> {
    let request = http::Request::get(uri).body(Full::default())?;
    Ok(tower_service::Service::call(&mut client.clone(), request).await?)
}

async fn read<B: http_body::Body>(response: http::Response<B>) -> Result<(), Error>
where
    B::Error: std::error::Error + Send + Sync + 'static,
{
    response.into_body().collect().await?;
    Ok(())
}

async fn round(get: impl AsyncFn(Uri) -> Result<(), Error>, uri: &Uri) -> Result<Duration, Error> {
    let start = Instant::now();
    for _ in 0..REQUESTS {
        get(uri.clone()).await?;
    }
    Ok(start.elapsed())
}
