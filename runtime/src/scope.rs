//! For tests: fails when a body was dropped undrained, a connection was lost, or too many were opened.
//!
//! A scope counts the requests that are sent while its future is polled, or its closure runs, whichever guard their
//! client is under. So tests that run at the same time do not mix, also where they share a client. A task that is
//! spawned inside is not a part of the scope, unless it is given to [`Handle::attach`].

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use pin_project_lite::pin_project;

use crate::Fate;
use crate::event::BodyEnded;
use crate::ledger::lock;
use crate::report::InALine;

/// A scope that lets no body be dropped before its end.
///
/// In a build in which the guard is not enabled it fails whatever happens, as it would see nothing.
///
/// ```
/// # #[cfg(feature = "hyper-util")]
/// # async fn example(client: undrained::LegacyClient<
/// #     hyper_util::client::legacy::connect::HttpConnector, String>) {
/// use http_body_util::BodyExt;
/// use undrained::scope;
///
/// scope()
///     .max_connections(1)
///     .run(async {
///         let response = client.get("http://localhost:8080/".parse().unwrap()).await.unwrap();
///         response.into_body().collect().await.unwrap();
///     })
///     .await; // panics with a list if a body was dropped
/// # }
/// ```
pub fn scope() -> Scope {
    Scope { max_connections: None, state: Arc::default() }
}

/// The part of a program that is looked at by one test. Made by [`scope`].
#[derive(Debug)]
#[must_use = "a scope does nothing until something is run in it"]
pub struct Scope {
    max_connections: Option<usize>,
    state: Arc<ScopeState>,
}

impl Scope {
    /// Fails also if the requests came on more than `n` connections.
    pub fn max_connections(mut self, n: usize) -> Self {
        self.max_connections = Some(n);
        self
    }

    /// Runs `future` and returns what it returns.
    ///
    /// # Panics
    ///
    /// If something went wrong with the connections, with a list of what.
    pub async fn run<F: Future>(self, future: F) -> F::Output {
        let output = self.handle().attach(future).await;
        self.assert();
        output
    }

    /// Runs `f` and returns what it returns.
    ///
    /// # Panics
    ///
    /// As [`run`](Self::run) does.
    pub fn run_blocking<T>(self, f: impl FnOnce() -> T) -> T {
        let output = self.handle().attach_blocking(f);
        self.assert();
        output
    }

    /// What went wrong so far, for those who want to look at it themselves; `None` if nothing did.
    pub fn problems(&self) -> Option<Problems> {
        let state = lock(&self.state.seen);
        let too_many = self.max_connections.filter(|max| state.connections.len() > *max);
        let problems = Problems {
            dropped: state.dropped.clone(),
            connections: state.connections.len(),
            max_connections: too_many,
        };
        (!problems.dropped.is_empty() || too_many.is_some()).then_some(problems)
    }

    /// To make something else a part of the scope: a task, or a thread.
    pub fn handle(&self) -> Handle {
        Handle(Arc::clone(&self.state))
    }

    #[track_caller]
    fn assert(&self) {
        if !crate::ENABLED {
            panic!("nothing can be seen in a build without undrained's feature `enabled`");
        }
        if let Some(problems) = self.problems() {
            panic!("{problems}");
        }
    }
}

/// Makes futures and closures a part of a [`Scope`].
///
/// ```
/// # #[cfg(feature = "tokio")]
/// # async fn example() {
/// let scope = undrained::scope();
/// let handle = scope.handle();
/// scope.run(async move {
///     tokio::spawn(handle.attach(async { /* … */ })).await.unwrap();
/// }).await;
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Handle(Arc<ScopeState>);

impl Handle {
    /// Makes what `future` sends a part of the scope.
    pub fn attach<F: Future>(&self, future: F) -> Attached<F> {
        Attached { state: Arc::clone(&self.0), inner: future }
    }

    /// Makes what `f` sends on this thread a part of the scope.
    pub fn attach_blocking<T>(&self, f: impl FnOnce() -> T) -> T {
        let _entered = Entered::new(Arc::clone(&self.0));
        f()
    }
}

pin_project! {
    /// A future that is a part of a [`Scope`].
    #[derive(Debug)]
    #[must_use = "futures do nothing unless polled"]
    pub struct Attached<F> {
        state: Arc<ScopeState>,
        #[pin]
        inner: F,
    }
}

impl<F: Future> Future for Attached<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        let _entered = Entered::new(Arc::clone(this.state));
        this.inner.poll(cx)
    }
}

/// What went wrong in a scope. Displayed as a list.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Problems {
    /// Bodies that were dropped before their end, with the fates that are known.
    pub dropped: Vec<BodyEnded>,
    /// On how many connections the requests came.
    pub connections: usize,
    /// How many it may have been, if it were more.
    pub max_connections: Option<usize>,
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lost = self.dropped.iter().filter(|ended| ended.fate == Some(Fate::Lost)).count();
        if !self.dropped.is_empty() {
            writeln!(
                f,
                "{} response bodies were dropped before their end, {lost} connections lost:",
                self.dropped.len()
            )?;
            self.dropped.iter().try_for_each(|ended| writeln!(f, "  {}", InALine(ended)))?;
        }
        match self.max_connections {
            Some(max) => writeln!(f, "{} connections were used, at most {max} are expected", self.connections),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Problems {}

/// What one scope has seen.
#[derive(Debug, Default)]
pub(crate) struct ScopeState {
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    connections: HashSet<(u64, u64)>,
    dropped: Vec<BodyEnded>,
}

impl ScopeState {
    /// The scope that the running code is a part of.
    pub(crate) fn current() -> Option<Arc<Self>> {
        if ENTERED.load(Ordering::Relaxed) == 0 {
            return None;
        }
        CURRENT.with_borrow(|current| current.last().cloned())
    }

    /// `ledger` tells connections of several guards apart.
    pub(crate) fn response(&self, ledger: u64, connection: u64) {
        lock(&self.seen).connections.insert((ledger, connection));
    }

    /// Enters a drop whose fate is told later.
    pub(crate) fn dropped(self: Arc<Self>, ended: &BodyEnded) -> Entry {
        let index = {
            let dropped = &mut lock(&self.seen).dropped;
            dropped.push(ended.clone());
            dropped.len() - 1
        };
        Entry { state: self, index }
    }
}

/// A drop in the list of a scope.
#[derive(Debug)]
pub(crate) struct Entry {
    state: Arc<ScopeState>,
    index: usize,
}

impl Entry {
    /// The fate of the drop is known now.
    pub(crate) fn settled(&self, ended: &BodyEnded) {
        if let Some(dropped) = lock(&self.state.seen).dropped.get_mut(self.index) {
            dropped.fate = ended.fate;
            dropped.closing = ended.closing;
        }
    }
}

/// How many scopes are entered anywhere, so that programs without any look no further.
static ENTERED: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    static CURRENT: RefCell<Vec<Arc<ScopeState>>> = const { RefCell::new(Vec::new()) };
}

/// While it lives, what this thread sends belongs to a scope.
struct Entered;

impl Entered {
    fn new(state: Arc<ScopeState>) -> Self {
        ENTERED.fetch_add(1, Ordering::Relaxed);
        CURRENT.with_borrow_mut(|current| current.push(state));
        Self
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        CURRENT.with_borrow_mut(Vec::pop);
        ENTERED.fetch_sub(1, Ordering::Relaxed);
    }
}
