//! What the guard costs where nothing is dropped, and what its policy `drain` saves where something is.
//!
//! ```sh
//! cargo xtask bench --guard
//! ```
//!
//! The first table is of sequential `GET`s of 1 kB on one connection, bare and under guard.
//! The clients take turns in one process, in rounds of a millisecond, so that what else the machine does hits all of them;
//! each round is divided by the bare one beside it, and the median of that is what the guard costs. The server runs on a
//! thread of its own. Only times of one table can be compared.
//!
//! The second is of sequential `GET`s whose responses are dropped: time and connections, without draining and with it.
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

/// An odd number, so that the median is one of them.
const ROUNDS: usize = 2001;

const REQUESTS: u32 = 50;

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
    runtime.block_on(async {
        measure(uris[0].clone()).await?;
        println!();
        drops(&uris[1..]).await
    })
}

async fn measure(uri: Uri) -> Result<(), Error> {
    let bare: Client<_, Full<Bytes>> = Client::builder(TokioExecutor::new()).build(HttpConnector::new());
    let guarded = |policy, sites| {
        let guard = Guard::builder().policy(policy).sites(sites).ignore_env().build();
        undrained_tests::client(&guard, Protocol::Http1)
    };
    let off = guarded(Policy::Off, Sites::Drops);
    let warn = guarded(Policy::Warn, Sites::Drops);
    let full = guarded(Policy::Warn, Sites::Full);

    let names = ["bare", "off", "warn", "warn, all sites"];
    let mut times = [const { Vec::new() }; 4];
    for _ in 0..ROUNDS {
        times[0].push(round(async |uri| read(bare.get(uri).await?.into_body()).await, &uri).await?);
        times[1].push(round(async |uri| read(off.get(uri).await?.into_body()).await, &uri).await?);
        times[2].push(round(async |uri| read(warn.get(uri).await?.into_body()).await, &uri).await?);
        // Through a trait, where a request's place takes a walk over the stack.
        times[3].push(round(async |uri| read(call(&full, uri).await?.into_body()).await, &uri).await?);
    }
    println!("{:<16} {:>12} {:>12} {:>12}", "client", "fastest µs", "median µs", "to bare");
    let bare = times[0].clone();
    for (name, mut times) in names.iter().zip(times) {
        let mut ratios: Vec<_> = times
            .iter()
            .zip(&bare)
            .map(|(time, bare): (&Duration, &Duration)| time.as_secs_f64() / bare.as_secs_f64())
            .collect();
        ratios.sort_by(f64::total_cmp);
        times.sort();
        let [fastest, median] =
            [times[0], times[ROUNDS / 2]].map(|time| time.as_secs_f64() * 1e6 / f64::from(REQUESTS));
        println!("{name:<16} {fastest:>12.2} {median:>12.2} {:>12.3}", ratios[ROUNDS / 2]);
    }
    Ok(())
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

async fn read<B: http_body::Body>(body: B) -> Result<(), Error>
where
    B::Error: std::error::Error + Send + Sync + 'static,
{
    body.collect().await?;
    Ok(())
}

async fn round(get: impl AsyncFn(Uri) -> Result<(), Error>, uri: &Uri) -> Result<Duration, Error> {
    let start = Instant::now();
    for _ in 0..REQUESTS {
        get(uri.clone()).await?;
    }
    Ok(start.elapsed())
}
