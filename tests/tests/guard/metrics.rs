//! The same numbers in the `metrics` facade and in OpenTelemetry, as the guard and the server have them.

use std::collections::BTreeMap;

use metrics_util::debugging::{DebugValue, DebuggingRecorder};
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::data::{AggregatedMetrics, MetricData};
use opentelemetry_sdk::metrics::{InMemoryMetricExporter, PeriodicReader, SdkMeterProvider};
use undrained::{Collector, Guard, MetricsReporter, OpenTelemetryReporter, Reporter};
use undrained_tests::Protocol;
use undrained_tests::server::Server;

use crate::patiently;

/// Two drops that lose their connections, after which a body is read.
async fn run(reporter: impl Reporter) {
    let server = Server::start(Protocol::Http1, &["200 length=65536"]).await.unwrap();
    let collector = Collector::default();
    let guard = Guard::builder().reporter((reporter, collector.clone())).ignore_env().build();
    let client = undrained_tests::client(&guard, Protocol::Http1);
    for lost in 1..=2 {
        drop(client.get(server.uri()).await.unwrap());
        patiently(collector.wait_for_bodies(lost)).await;
    }
    for _ in 0..2 {
        let body = client.get(server.uri()).await.unwrap().into_body();
        http_body_util::BodyExt::collect(body).await.unwrap();
    }
    patiently(async {
        while collector.closed().len() < 2 {
            tokio::task::yield_now().await;
        }
    })
    .await;
    assert_eq!(server.requests(), [1, 1, 2]);
}

#[test]
fn facade_counts_what_the_server_counts() {
    let recorder = DebuggingRecorder::new();
    let snapshotter = recorder.snapshotter();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    metrics::with_local_recorder(&recorder, || runtime.block_on(run(MetricsReporter::new())));

    let mut counted = BTreeMap::new();
    for (key, _, _, value) in snapshotter.snapshot().into_vec() {
        let labels = key.key().labels().filter(|label| !label.key().starts_with("server_"));
        let labels: Vec<_> = labels.map(|label| format!(" {}={}", label.key(), label.value())).collect();
        assert!(key.key().labels().any(|label| label.value() == "127.0.0.1"), "{key:?}");
        let number = match value {
            DebugValue::Counter(count) => count,
            DebugValue::Histogram(values) => values.len() as u64,
            DebugValue::Gauge(_) => unreachable!("there is none"),
        };
        counted.insert(format!("{}{}", key.key().name(), labels.concat()), number);
    }
    let expected = [
        ("undrained_bodies_dropped_total verdict=unread fate=lost", 2),
        ("undrained_connect_seconds", 3),
        ("undrained_connections_closed_total closing=drop", 2),
        ("undrained_connections_opened_total", 3),
        ("undrained_reconnect_seconds", 2),
        ("undrained_responses_total reused=false", 3),
        ("undrained_responses_total reused=true", 1),
    ];
    assert_eq!(counted, expected.map(|(name, number)| (name.to_owned(), number)).into());
}

#[tokio::test]
async fn opentelemetry_counts_what_the_server_counts() {
    let exporter = InMemoryMetricExporter::default();
    let reader = PeriodicReader::builder(exporter.clone()).build();
    let provider = SdkMeterProvider::builder().with_reader(reader).build();
    run(OpenTelemetryReporter::new(&provider.meter("test"))).await;
    provider.force_flush().unwrap();

    let mut counted = BTreeMap::new();
    let exported = exporter.get_finished_metrics().unwrap();
    for metric in exported.iter().flat_map(|it| it.scope_metrics()).flat_map(|it| it.metrics()) {
        let number = match metric.data() {
            AggregatedMetrics::U64(MetricData::Sum(sum)) => sum.data_points().map(|point| point.value()).sum(),
            AggregatedMetrics::F64(MetricData::Histogram(all)) => all.data_points().map(|point| point.count()).sum(),
            other => unreachable!("there are counters and histograms: {other:?}"),
        };
        counted.insert(format!("{} {}", metric.name(), metric.unit()), number);
    }
    let expected = [
        ("http.client.connection.duration s", 2),
        ("undrained.bodies.dropped {body}", 2),
        ("undrained.connections.opened {connection}", 3),
        ("undrained.reconnect.duration s", 2),
        ("undrained.responses {response}", 4),
    ];
    assert_eq!(counted, expected.map(|(name, number)| (name.to_owned(), number)).into());
}
