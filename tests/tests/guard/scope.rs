//! A scope fails for what happens in it, and for nothing else.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use undrained::{Fate, scope};

use crate::Bench;

const LARGE: &str = "200 length=65536";

/// What a scope says when it fails.
async fn complaint(run: impl Future<Output = ()>) -> String {
    let panic = AssertUnwindSafe(run).catch_unwind().await.expect_err("the scope fails");
    panic.downcast_ref::<String>().unwrap().clone()
}

#[tokio::test]
async fn scope_in_which_all_is_read_returns_what_it_is_given() {
    let bench = Bench::http1(&[LARGE]).await;
    let value = scope().max_connections(1).run(async {
        bench.drain().await.unwrap();
        bench.drain().await.unwrap();
        7
    });
    assert_eq!(value.await, 7);
}

#[tokio::test]
async fn dropped_body_fails_with_its_line() {
    let bench = Bench::http1(&[LARGE]).await;
    let complaint = complaint(scope().run(async {
        bench.drop_unread().await;
        bench.all_connections_ended().await;
    }))
    .await;
    assert!(
        complaint.starts_with("1 response bodies were dropped before their end, 1 connections lost:"),
        "{complaint}"
    );
    assert!(complaint.contains("unread, 0 bytes read, 65536 left, connection lost, dropped at tests/guard/main.rs:"));
}

#[tokio::test]
async fn drop_fails_before_its_fate_is_known() {
    let bench = Bench::http1(&["200 length=200"]).await;
    let complaint = complaint(scope().run(bench.drop_unread())).await;
    assert!(complaint.contains("what it did to the connection is not known yet"), "{complaint}");
}

#[tokio::test]
async fn too_many_connections_fail() {
    let bench = Bench::http1(&["200 length=9 close"]).await;
    let complaint = complaint(scope().max_connections(1).run(async {
        bench.drain().await.unwrap();
        bench.drain().await.unwrap();
    }))
    .await;
    assert_eq!(complaint.trim(), "2 connections were used, at most 1 are expected");
}

#[tokio::test]
async fn scopes_that_share_a_client_do_not_mix() {
    // More than a connection that has read a lot can keep.
    let bench = Bench::http1(&["200 length=4000000"]).await;
    let (clean, dirty) = (scope(), scope());
    let (clean_handle, dirty_handle) = (clean.handle(), dirty.handle());
    let read = clean_handle.attach(async {
        for _ in 0..5 {
            bench.drain().await.unwrap();
            tokio::task::yield_now().await;
        }
    });
    let lose = dirty_handle.attach(async {
        for _ in 0..5 {
            bench.drop_unread().await;
            tokio::task::yield_now().await;
        }
    });
    tokio::join!(read, lose);
    bench.all_dropped_ended(5).await;
    assert!(clean.problems().is_none());
    let problems = dirty.problems().unwrap();
    assert_eq!(problems.dropped.iter().map(|it| it.fate).collect::<Vec<_>>(), [Some(Fate::Lost); 5]);
}

#[tokio::test]
async fn what_is_outside_is_not_looked_at() {
    let bench = Bench::http1(&[LARGE]).await;
    let scope = scope();
    bench.drop_unread().await;
    scope
        .run(async {
            bench.drain().await.unwrap();
        })
        .await;
}

#[tokio::test]
async fn spawned_task_belongs_to_the_scope_it_is_attached_to() {
    let bench = Bench::http1(&[LARGE]).await;
    let scope = scope();
    let (client, uri) = (bench.client.clone(), bench.server.uri());
    let task = scope.handle().attach(async move { drop(client.get(uri).await.unwrap()) });
    tokio::spawn(task).await.unwrap();
    assert_eq!(scope.problems().unwrap().dropped.len(), 1);
}

#[test]
fn closure_has_scopes_too() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let scope = scope();
    scope.handle().attach_blocking(|| {
        runtime.block_on(async {
            Bench::http1(&[LARGE]).await.drop_unread().await;
        });
    });
    assert_eq!(scope.problems().unwrap().dropped.len(), 1);
    assert_eq!(undrained::scope().run_blocking(|| 7), 7);
}
