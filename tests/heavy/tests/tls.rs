//! The guard over TLS: around the connector that does the handshake, with HTTP/1.1 and with what ALPN chooses.
#![cfg(feature = "tls")]
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, ServerConfig};
use undrained::{Collector, Fate, Guard, LegacyClient, TimedTransport, Verdict};
use undrained_tests::Protocol;
use undrained_tests::server::Server;

struct Bench {
    server: Server,
    collector: Collector,
    client: LegacyClient<HttpsConnector<TimedTransport<HttpConnector>>, Full<Bytes>>,
    uri: http::Uri,
}

/// A server behind a door that speaks TLS and offers this protocol.
async fn bench(protocol: Protocol, script: &'static str) -> Bench {
    let server = Server::start(protocol, &[script]).await.unwrap();
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let certificate = made.cert.der().clone();
    let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());

    let mut config =
        ServerConfig::builder().with_no_client_auth().with_single_cert(vec![certificate.clone()], key.into()).unwrap();
    config.alpn_protocols = vec![if protocol == Protocol::Http2 { b"h2".to_vec() } else { b"http/1.1".to_vec() }];
    let door = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let behind = server.uri().authority().unwrap().to_string();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (door, behind) = (door.clone(), behind.clone());
            tokio::spawn(async move {
                let mut outside = door.accept(stream).await.unwrap();
                let mut inside = TcpStream::connect(behind).await.unwrap();
                // A client that goes is what this is about.
                let _ = tokio::io::copy_bidirectional(&mut outside, &mut inside).await;
            });
        }
    });

    let mut roots = RootCertStore::empty();
    roots.add(certificate).unwrap();
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    let collector = Collector::default();
    let guard = Guard::builder().reporter(collector.clone()).ignore_env().build();
    let mut tcp = HttpConnector::new();
    tcp.enforce_http(false);
    let connector = HttpsConnectorBuilder::new()
        .with_tls_config(config)
        .https_only()
        .enable_http1()
        .enable_http2()
        .wrap_connector(guard.transport(tcp));
    let client = guard.client(&Client::builder(TokioExecutor::new()), connector);
    Bench { server, collector, client, uri: format!("https://localhost:{port}/").parse().unwrap() }
}

impl Bench {
    async fn drop_unread(&self) {
        drop(self.client.get(self.uri.clone()).await.unwrap());
    }

    async fn fates(&self, count: usize) -> Vec<(Verdict, Option<Fate>)> {
        let bodies = tokio::time::timeout(Duration::from_secs(30), self.collector.wait_for_bodies(count)).await;
        bodies.unwrap().iter().map(|body| (body.verdict, body.fate)).collect()
    }
}

#[tokio::test]
async fn large_drop_is_lost_with_its_handshake() {
    let bench = bench(Protocol::Http1, "200 length=65536").await;
    for lost in 1..=2 {
        bench.drop_unread().await;
        assert_eq!(bench.fates(lost).await, vec![(Verdict::Unread, Some(Fate::Lost)); lost]);
    }
    assert_eq!(bench.server.connections(), 2);
    assert_eq!(bench.collector.opened()[0].origin.as_ref().unwrap().scheme(), Some("https"));
}

#[tokio::test]
async fn price_of_a_loss_has_its_parts() {
    let bench = bench(Protocol::Http1, "200 length=65536").await;
    bench.drop_unread().await;
    bench.fates(1).await;
    let opened = bench.collector.opened().remove(0);
    let lost = bench.collector.bodies().remove(0).response.connection.unwrap();
    assert_eq!((lost.connect, lost.transport), (opened.connect, opened.transport));
    let (transport, tls) = (lost.transport.unwrap(), lost.tls().unwrap());
    assert!(!transport.is_zero() && !tls.is_zero(), "{lost:?}");
    assert_eq!(transport + tls, lost.connect);
}

#[tokio::test]
async fn small_drop_survives() {
    let bench = bench(Protocol::Http1, "200 length=200").await;
    bench.drop_unread().await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    bench.client.get(bench.uri.clone()).await.unwrap().into_body().collect().await.unwrap();
    assert_eq!(bench.fates(2).await[0], (Verdict::Unread, Some(Fate::Survived)));
    assert_eq!(bench.server.requests(), [2]);
}

#[tokio::test]
async fn what_alpn_has_chosen_is_spoken_through_the_guard() {
    let bench = bench(Protocol::Http2, "200 length=65536").await;
    bench.drop_unread().await;
    bench.drop_unread().await;
    assert_eq!(bench.fates(2).await, [(Verdict::Unread, Some(Fate::Reset)); 2]);
    assert_eq!(bench.server.requests(), [2]);
}
