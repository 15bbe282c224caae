//! tokio 1: tasks, timers, channels, locks and async readers.
//!
//! A task runs where it is spawned, and its output lives in the `JoinHandle`: who drops the handle drops the output,
//! as the runtime does. `select!`, `join!` and `pin!` are the analyser's own.
//! Weak spots: what is sent on a channel is handed off, and what is received is unknown.
#![client(krate = "tokio", versions = ">=1, <2", features = "full")]

pub use task::spawn;

pub mod task {
    use std::future::Future;

    #[apart] pub fn spawn<F>(future: F) -> JoinHandle<F::Output> where F: Future { JoinHandle { output: future.await } }
    #[apart] pub fn spawn_local<F>(future: F) -> JoinHandle<F::Output> where F: Future { JoinHandle { output: future.await } }
    #[apart] pub fn spawn_blocking<F, R>(f: F) -> JoinHandle<R> where F: FnOnce() -> R { JoinHandle { output: f() } }
    pub fn block_in_place<F, R>(f: F) -> R where F: FnOnce() -> R { f() }
    pub async fn yield_now() {}
    pub async fn unconstrained<F>(inner: F) -> F::Output where F: Future { inner.await }

    #[apart] pub struct JoinHandle<T> { output: T }
    impl<T> JoinHandle<T> {
        pub fn abort(&self) {}
        pub fn is_finished(&self) -> bool { any() }
        pub fn abort_handle(&self) -> AbortHandle { AbortHandle }
        pub fn id(&self) -> Id { Id }
    }
    impl<T> Future for JoinHandle<T> {
        type Output = Result<T, JoinError>;
        fn resolve(self) -> Result<T, JoinError> { if any() { Ok(self.output) } else { cancel(self); Err(any()) } }
    }
    pub struct JoinError;
    impl JoinError {
        pub fn is_cancelled(&self) -> bool { any() }
        pub fn is_panic(&self) -> bool { any() }
    }
    impl std::error::Error for JoinError {}
    pub struct AbortHandle;
    impl AbortHandle { pub fn abort(&self) {} pub fn is_finished(&self) -> bool { any() } }
    pub struct Id;

    // Outputs wait in the set for whoever joins next.
    // Of the tasks one is followed, by what it gives.
    #[items]
    #[apart]
    pub struct JoinSet<T> { item: Option<T> }
    impl<T> JoinSet<T> {
        pub fn new() -> JoinSet<T> { JoinSet { item: None } }
        pub fn len(&self) -> usize { any() }
        pub fn is_empty(&self) -> bool { any() }
        #[apart] pub fn spawn<F>(&mut self, task: F) -> AbortHandle where F: Future<Output = T> {
            std::vec::keep(&mut self.item, task.await);
            AbortHandle
        }
        #[apart] pub fn spawn_local<F>(&mut self, task: F) -> AbortHandle where F: Future<Output = T> {
            std::vec::keep(&mut self.item, task.await);
            AbortHandle
        }
        #[apart] pub fn spawn_on<F>(&mut self, task: F, handle: &crate::runtime::Handle) -> AbortHandle where F: Future<Output = T> {
            std::vec::keep(&mut self.item, task.await);
            AbortHandle
        }
        #[apart] pub fn spawn_blocking<F>(&mut self, f: F) -> AbortHandle where F: FnOnce() -> T {
            std::vec::keep(&mut self.item, f());
            AbortHandle
        }
        pub async fn join_next(&mut self) -> Option<Result<T, JoinError>> { self.joined() }
        pub fn try_join_next(&mut self) -> Option<Result<T, JoinError>> { if any() { self.joined() } else { None } }
        fn joined(&mut self) -> Option<Result<T, JoinError>> {
            match std::vec::next_of(&mut self.item) { Some(x) => Some(if any() { Ok(x) } else { cancel(x); Err(any()) }), None => None }
        }
        pub async fn join_all(self) -> Vec<T> { Vec { item: self.item } }
        pub async fn shutdown(&mut self) { cancel(&self); }
        pub fn abort_all(&mut self) { cancel(&self); }
        pub fn detach_all(&mut self) { escape(&self); }
    }
    impl<T> Default for JoinSet<T> { fn default() -> JoinSet<T> { JoinSet { item: None } } }

    pub struct LocalSet;
    impl LocalSet {
        pub fn new() -> LocalSet { LocalSet }
        #[apart] pub fn spawn_local<F>(&self, future: F) -> JoinHandle<F::Output> where F: Future { JoinHandle { output: future.await } }
        pub fn block_on<F>(&self, rt: &crate::runtime::Runtime, future: F) -> F::Output where F: Future { future.await }
        pub async fn run_until<F>(&self, future: F) -> F::Output where F: Future { future.await }
    }
}

pub mod runtime {
    use crate::task::JoinHandle;
    use std::future::Future;
    use std::time::Duration;

    pub struct Runtime;
    impl Runtime {
        pub fn new() -> std::io::Result<Runtime> { any() }
        pub fn handle(&self) -> &Handle { any() }
        pub fn block_on<F: Future>(&self, future: F) -> F::Output { future.await }
        #[apart] pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output> where F: Future { JoinHandle { output: future.await } }
        #[apart] pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R> where F: FnOnce() -> R { JoinHandle { output: func() } }
        pub fn enter(&self) -> EnterGuard<'_> { any() }
        pub fn shutdown_timeout(self, duration: Duration) {}
        pub fn shutdown_background(self) {}
    }
    pub struct Handle;
    impl Handle {
        pub fn current() -> Handle { Handle }
        pub fn try_current() -> Result<Handle, TryCurrentError> { any() }
        pub fn block_on<F: Future>(&self, future: F) -> F::Output { future.await }
        #[apart] pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output> where F: Future { JoinHandle { output: future.await } }
        #[apart] pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R> where F: FnOnce() -> R { JoinHandle { output: func() } }
        pub fn enter(&self) -> EnterGuard<'_> { any() }
    }
    impl Clone for Handle { fn clone(&self) -> Handle { Handle } }
    pub struct EnterGuard<'a>;
    pub struct TryCurrentError;

    pub struct Builder;
    impl Builder {
        pub fn new_current_thread() -> Builder { Builder }
        pub fn new_multi_thread() -> Builder { Builder }
        pub fn enable_all(&mut self) -> &mut Builder { self }
        pub fn enable_io(&mut self) -> &mut Builder { self }
        pub fn enable_time(&mut self) -> &mut Builder { self }
        pub fn worker_threads(&mut self, val: usize) -> &mut Builder { self }
        pub fn max_blocking_threads(&mut self, val: usize) -> &mut Builder { self }
        pub fn thread_name(&mut self, val: impl Into<String>) -> &mut Builder { self }
        pub fn thread_stack_size(&mut self, val: usize) -> &mut Builder { self }
        pub fn build(&mut self) -> std::io::Result<Runtime> { any() }
    }
}

pub mod time {
    use std::future::Future;
    pub use std::time::Duration;

    // Cut off, a request or a read ends where it stands; what was in the future is not looked at then.
    pub async fn timeout<F>(duration: Duration, future: F) -> Result<F::Output, error::Elapsed> where F: Future {
        if any() { Ok(future.await) } else { outrun(future); Err(any()) }
    }
    pub async fn timeout_at<F>(deadline: Instant, future: F) -> Result<F::Output, error::Elapsed> where F: Future {
        if any() { Ok(future.await) } else { outrun(future); Err(any()) }
    }
    pub mod error {
        pub struct Elapsed;
        impl std::error::Error for Elapsed {}
    }

    pub fn sleep(duration: Duration) -> Sleep { Sleep }
    pub fn sleep_until(deadline: Instant) -> Sleep { Sleep }
    pub struct Sleep;
    impl Future for Sleep { type Output = (); #[sleeps] fn resolve(self) {} }

    pub fn interval(period: Duration) -> Interval { Interval }
    pub fn interval_at(start: Instant, period: Duration) -> Interval { Interval }
    pub struct Interval;
    impl Interval {
        #[sleeps] pub async fn tick(&mut self) -> Instant { Instant }
        pub fn reset(&mut self) {}
        pub fn set_missed_tick_behavior(&mut self, behavior: MissedTickBehavior) {}
        pub fn period(&self) -> Duration { any() }
    }
    pub enum MissedTickBehavior { Burst, Delay, Skip }

    pub struct Instant;
    impl Instant {
        pub fn now() -> Instant { Instant }
        pub fn elapsed(&self) -> Duration { any() }
        pub fn duration_since(&self, earlier: Instant) -> Duration { any() }
    }
}

pub mod sync {
    use std::future::Future;
    use std::ops::{Deref, DerefMut};
    use std::sync::Arc;

    pub struct Mutex<T: ?Sized> { value: T }
    impl<T> Mutex<T> {
        pub fn new(t: T) -> Mutex<T> { Mutex { value: t } }
        pub const fn const_new(t: T) -> Mutex<T> { Mutex { value: t } }
        pub async fn lock(&self) -> MutexGuard<'_, T> { MutexGuard { value: &mut self.value } }
        pub fn blocking_lock(&self) -> MutexGuard<'_, T> { MutexGuard { value: &mut self.value } }
        pub fn try_lock(&self) -> Result<MutexGuard<'_, T>, TryLockError> {
            if any() { Ok(MutexGuard { value: &mut self.value }) } else { Err(any()) }
        }
        pub async fn lock_owned(self: Arc<Self>) -> OwnedMutexGuard<T> { escape(&self); OwnedMutexGuard { mutex: self } }
        pub fn get_mut(&mut self) -> &mut T { &mut self.value }
        pub fn into_inner(self) -> T { self.value }
    }
    impl<T: Default> Default for Mutex<T> { fn default() -> Mutex<T> { Mutex { value: T::default() } } }
    pub struct MutexGuard<'a, T: ?Sized> { value: &'a mut T }
    impl<T: ?Sized> !Clone for MutexGuard<'_, T> {}
    impl<T: ?Sized> Deref for MutexGuard<'_, T> { type Target = T; fn deref(&self) -> &T { self.value } }
    impl<T: ?Sized> DerefMut for MutexGuard<'_, T> { fn deref_mut(&mut self) -> &mut T { self.value } }
    pub struct OwnedMutexGuard<T: ?Sized> { mutex: Arc<Mutex<T>> }
    impl<T: ?Sized> !Clone for OwnedMutexGuard<T> {}
    impl<T: ?Sized> Deref for OwnedMutexGuard<T> { type Target = T; fn deref(&self) -> &T { &self.mutex.value } }
    impl<T: ?Sized> DerefMut for OwnedMutexGuard<T> { fn deref_mut(&mut self) -> &mut T { &mut self.mutex.value } }
    pub struct TryLockError;

    pub struct RwLock<T: ?Sized> { value: T }
    impl<T> RwLock<T> {
        pub fn new(value: T) -> RwLock<T> { RwLock { value } }
        pub const fn const_new(value: T) -> RwLock<T> { RwLock { value } }
        pub async fn read(&self) -> RwLockReadGuard<'_, T> { RwLockReadGuard { value: &self.value } }
        pub async fn write(&self) -> RwLockWriteGuard<'_, T> { RwLockWriteGuard { value: &mut self.value } }
        pub fn blocking_read(&self) -> RwLockReadGuard<'_, T> { RwLockReadGuard { value: &self.value } }
        pub fn blocking_write(&self) -> RwLockWriteGuard<'_, T> { RwLockWriteGuard { value: &mut self.value } }
        pub fn try_read(&self) -> Result<RwLockReadGuard<'_, T>, TryLockError> {
            if any() { Ok(RwLockReadGuard { value: &self.value }) } else { Err(any()) }
        }
        pub fn try_write(&self) -> Result<RwLockWriteGuard<'_, T>, TryLockError> {
            if any() { Ok(RwLockWriteGuard { value: &mut self.value }) } else { Err(any()) }
        }
        pub fn get_mut(&mut self) -> &mut T { &mut self.value }
        pub fn into_inner(self) -> T { self.value }
    }
    impl<T: Default> Default for RwLock<T> { fn default() -> RwLock<T> { RwLock { value: T::default() } } }
    pub struct RwLockReadGuard<'a, T: ?Sized> { value: &'a T }
    impl<T: ?Sized> !Clone for RwLockReadGuard<'_, T> {}
    impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> { type Target = T; fn deref(&self) -> &T { self.value } }
    pub struct RwLockWriteGuard<'a, T: ?Sized> { value: &'a mut T }
    impl<T: ?Sized> !Clone for RwLockWriteGuard<'_, T> {}
    impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> { type Target = T; fn deref(&self) -> &T { self.value } }
    impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> { fn deref_mut(&mut self) -> &mut T { self.value } }

    pub struct OnceCell<T> { value: Option<T> }
    impl<T> OnceCell<T> {
        pub fn new() -> OnceCell<T> { OnceCell { value: None } }
        pub const fn const_new() -> OnceCell<T> { OnceCell { value: None } }
        pub fn new_with(value: Option<T>) -> OnceCell<T> { OnceCell { value } }
        pub fn initialized(&self) -> bool { any() }
        pub fn get(&self) -> Option<&T> { if any() { self.value.as_ref() } else { any() } } // set elsewhere, perhaps
        pub fn get_mut(&mut self) -> Option<&mut T> { self.value.as_mut() }
        pub fn set(&self, value: T) -> Result<(), SetError<T>> { escape(value); any() }
        pub async fn get_or_init<F, Fut>(&self, f: F) -> &T where F: FnOnce() -> Fut, Fut: Future<Output = T> {
            if any() { escape(f().await); }
            any()
        }
        pub async fn get_or_try_init<E, F, Fut>(&self, f: F) -> Result<&T, E> where F: FnOnce() -> Fut, Fut: Future<Output = Result<T, E>> {
            if any() { match f().await { Ok(value) => escape(value), Err(e) => return Err(e) } }
            any()
        }
        pub fn into_inner(self) -> Option<T> { self.value }
        pub fn take(&mut self) -> Option<T> { self.value.take() }
    }
    pub enum SetError<T> { AlreadyInitializedError(T), InitializingError(T) }

    pub struct Semaphore;
    impl Semaphore {
        pub const MAX_PERMITS: usize = 0;
        pub fn new(permits: usize) -> Semaphore { Semaphore }
        pub const fn const_new(permits: usize) -> Semaphore { Semaphore }
        pub fn available_permits(&self) -> usize { any() }
        pub fn add_permits(&self, n: usize) {}
        pub async fn acquire(&self) -> Result<SemaphorePermit<'_>, AcquireError> { any() }
        pub async fn acquire_many(&self, n: u32) -> Result<SemaphorePermit<'_>, AcquireError> { any() }
        pub fn try_acquire(&self) -> Result<SemaphorePermit<'_>, TryAcquireError> { any() }
        pub async fn acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, AcquireError> { any() }
        pub fn try_acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, TryAcquireError> { any() }
        pub fn close(&self) {}
    }
    pub struct SemaphorePermit<'a>;
    impl SemaphorePermit<'_> { pub fn forget(self) {} }
    pub struct OwnedSemaphorePermit;
    impl OwnedSemaphorePermit { pub fn forget(self) {} }
    pub struct AcquireError;
    pub enum TryAcquireError { Closed, NoPermits }

    pub struct Notify;
    impl Notify {
        pub fn new() -> Notify { Notify }
        pub const fn const_new() -> Notify { Notify }
        pub async fn notified(&self) {}
        pub fn notify_one(&self) {}
        pub fn notify_waiters(&self) {}
    }

    // The error of a send gives the value back; that path is not worth a finding, so the value is handed off on both.
    pub mod mpsc {
        pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>) { any() }
        pub fn unbounded_channel<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>) { any() }

        pub struct Sender<T>;
        impl<T> Sender<T> {
            pub async fn send(&self, value: T) -> Result<(), error::SendError<T>> { escape(value); any() }
            pub fn try_send(&self, message: T) -> Result<(), error::TrySendError<T>> { escape(message); any() }
            pub async fn send_timeout(&self, value: T, timeout: std::time::Duration) -> Result<(), error::SendTimeoutError<T>> { escape(value); any() }
            pub fn blocking_send(&self, value: T) -> Result<(), error::SendError<T>> { escape(value); any() }
            pub async fn closed(&self) {}
            pub fn is_closed(&self) -> bool { any() }
            pub async fn reserve(&self) -> Result<Permit<'_, T>, error::SendError<()>> { any() }
            pub fn capacity(&self) -> usize { any() }
        }
        impl<T> Clone for Sender<T> { fn clone(&self) -> Sender<T> { any() } }
        pub struct Permit<'a, T>;
        impl<T> Permit<'_, T> { pub fn send(self, value: T) { escape(value) } }
        pub struct Receiver<T>;
        impl<T> Receiver<T> {
            pub async fn recv(&mut self) -> Option<T> { any() }
            pub async fn recv_many(&mut self, buffer: &mut Vec<T>, limit: usize) -> usize { any() }
            pub fn try_recv(&mut self) -> Result<T, error::TryRecvError> { any() }
            pub fn blocking_recv(&mut self) -> Option<T> { any() }
            pub fn close(&mut self) {}
            pub fn is_closed(&self) -> bool { any() }
            pub fn is_empty(&self) -> bool { any() }
            pub fn len(&self) -> usize { any() }
        }
        pub struct UnboundedSender<T>;
        impl<T> UnboundedSender<T> {
            pub fn send(&self, message: T) -> Result<(), error::SendError<T>> { escape(message); any() }
            pub async fn closed(&self) {}
            pub fn is_closed(&self) -> bool { any() }
        }
        impl<T> Clone for UnboundedSender<T> { fn clone(&self) -> UnboundedSender<T> { any() } }
        pub struct UnboundedReceiver<T>;
        impl<T> UnboundedReceiver<T> {
            pub async fn recv(&mut self) -> Option<T> { any() }
            pub async fn recv_many(&mut self, buffer: &mut Vec<T>, limit: usize) -> usize { any() }
            pub fn try_recv(&mut self) -> Result<T, error::TryRecvError> { any() }
            pub fn blocking_recv(&mut self) -> Option<T> { any() }
            pub fn close(&mut self) {}
            pub fn is_closed(&self) -> bool { any() }
            pub fn is_empty(&self) -> bool { any() }
            pub fn len(&self) -> usize { any() }
        }
        pub mod error {
            pub struct SendError<T>(pub T);
            pub enum TrySendError<T> { Full(T), Closed(T) }
            pub enum SendTimeoutError<T> { Timeout(T), Closed(T) }
            pub enum TryRecvError { Empty, Disconnected }
        }
    }

    pub mod oneshot {
        pub fn channel<T>() -> (Sender<T>, Receiver<T>) { any() }

        pub struct Sender<T>;
        impl<T> Sender<T> {
            pub fn send(self, t: T) -> Result<(), T> { escape(t); any() }
            pub async fn closed(&mut self) {}
            pub fn is_closed(&self) -> bool { any() }
        }
        pub struct Receiver<T>;
        impl<T> Receiver<T> {
            pub fn close(&mut self) {}
            pub fn try_recv(&mut self) -> Result<T, error::TryRecvError> { any() }
            pub fn blocking_recv(self) -> Result<T, error::RecvError> { any() }
        }
        impl<T> std::future::Future for Receiver<T> { type Output = Result<T, error::RecvError>; fn resolve(self) -> Result<T, error::RecvError> { any() } }
        pub mod error {
            pub struct RecvError;
            pub enum TryRecvError { Empty, Closed }
        }
    }

    pub mod broadcast {
        pub fn channel<T: Clone>(capacity: usize) -> (Sender<T>, Receiver<T>) { any() }
        pub struct Sender<T>;
        impl<T> Sender<T> {
            pub fn send(&self, value: T) -> Result<usize, error::SendError<T>> { escape(value); any() }
            pub fn subscribe(&self) -> Receiver<T> { any() }
        }
        impl<T> Clone for Sender<T> { fn clone(&self) -> Sender<T> { any() } }
        pub struct Receiver<T>;
        impl<T> Receiver<T> {
            pub async fn recv(&mut self) -> Result<T, error::RecvError> { any() }
            pub fn try_recv(&mut self) -> Result<T, error::TryRecvError> { any() }
        }
        pub mod error {
            pub struct SendError<T>(pub T);
            pub enum RecvError { Closed, Lagged(u64) }
            pub enum TryRecvError { Empty, Closed, Lagged(u64) }
        }
    }

    pub mod watch {
        pub fn channel<T>(init: T) -> (Sender<T>, Receiver<T>) { escape(init); any() }
        pub struct Sender<T>;
        impl<T> Sender<T> {
            pub fn send(&self, value: T) -> Result<(), error::SendError<T>> { escape(value); any() }
            pub fn send_replace(&self, value: T) -> T { escape(value); any() }
            pub fn send_modify<F>(&self, modify: F) where F: FnOnce(&mut T) { modify(any()); }
            pub fn borrow(&self) -> Ref<'_, T> { any() }
            pub fn subscribe(&self) -> Receiver<T> { any() }
        }
        pub struct Receiver<T>;
        impl<T> Receiver<T> {
            pub fn borrow(&self) -> Ref<'_, T> { any() }
            pub fn borrow_and_update(&mut self) -> Ref<'_, T> { any() }
            pub async fn changed(&mut self) -> Result<(), error::RecvError> { any() }
            pub fn has_changed(&self) -> Result<bool, error::RecvError> { any() }
        }
        impl<T> Clone for Receiver<T> { fn clone(&self) -> Receiver<T> { any() } }
        pub struct Ref<'a, T> { value: &'a T }
        impl<T> !Clone for Ref<'_, T> {}
        impl<T> std::ops::Deref for Ref<'_, T> { type Target = T; fn deref(&self) -> &T { self.value } }
        pub mod error {
            pub struct SendError<T>(pub T);
            pub struct RecvError;
        }
    }
}

// As in `std::io`: a reader that holds a body reads that body, `Ok(0)` is the end, and `Ok(positive())` is not.
pub mod io {
    use std::pin::Pin;
    use std::task::{Context, Poll};
    pub use std::io::{Error, ErrorKind, Result, SeekFrom};

    pub trait AsyncRead {
        fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<Result<()>> {
            if any() { return Poll::Pending; }
            match step(self) { Step::Failed(e) => Poll::Ready(Err(e)), _ => Poll::Ready(Ok(())) }
        }
    }
    pub trait AsyncBufRead: AsyncRead {}
    pub trait AsyncWrite {}
    pub trait AsyncSeek {}
    impl<T: AsyncRead + ?Sized> AsyncRead for &mut T {}
    impl<T: AsyncRead + ?Sized> AsyncRead for Box<T> {}
    impl<P> AsyncRead for Pin<P> where P: std::ops::DerefMut, P::Target: AsyncRead {}
    impl<T: AsyncBufRead + ?Sized> AsyncBufRead for &mut T {}
    impl<T: AsyncBufRead + ?Sized> AsyncBufRead for Box<T> {}
    impl<P> AsyncBufRead for Pin<P> where P: std::ops::DerefMut, P::Target: AsyncBufRead {}
    impl<T: AsyncWrite + ?Sized> AsyncWrite for &mut T {}
    impl<T: AsyncWrite + ?Sized> AsyncWrite for Box<T> {}
    impl AsyncRead for &[u8] {}
    impl AsyncBufRead for &[u8] {}
    impl AsyncWrite for Vec<u8> {}
    impl<T> AsyncRead for std::io::Cursor<T> {}
    impl<T> AsyncBufRead for std::io::Cursor<T> {}
    impl<T> AsyncWrite for std::io::Cursor<T> {}
    pub struct ReadBuf<'a>;
    impl<'a> ReadBuf<'a> { pub fn new(buf: &'a mut [u8]) -> ReadBuf<'a> { any() } pub fn filled(&self) -> &[u8] { any() } }

    pub trait AsyncReadExt: AsyncRead {
        async fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
            match step(self) { Step::Chunk(_) => Ok(positive()), Step::End => Ok(0), Step::Failed(e) => Err(e) }
        }
        async fn read_buf<B: ?Sized>(&mut self, buf: &mut B) -> Result<usize> {
            match step(self) { Step::Chunk(_) => Ok(positive()), Step::End => Ok(0), Step::Failed(e) => Err(e) }
        }
        async fn read_exact(&mut self, buf: &mut [u8]) -> Result<usize> {
            match step(self) { Step::Failed(e) => Err(e), Step::End => Err(any()), Step::Chunk(n) => { read_some(self); Ok(n) } }
        }
        async fn read_u8(&mut self) -> Result<u8> { match step(self) { Step::Chunk(n) => Ok(n), Step::End => Err(any()), Step::Failed(e) => Err(e) } }
        async fn read_u16(&mut self) -> Result<u16> { match step(self) { Step::Chunk(n) => Ok(n), Step::End => Err(any()), Step::Failed(e) => Err(e) } }
        async fn read_u32(&mut self) -> Result<u32> { match step(self) { Step::Chunk(n) => Ok(n), Step::End => Err(any()), Step::Failed(e) => Err(e) } }
        async fn read_u64(&mut self) -> Result<u64> { match step(self) { Step::Chunk(n) => Ok(n), Step::End => Err(any()), Step::Failed(e) => Err(e) } }
        async fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {
            match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(any()) } }
        }
        async fn read_to_string(&mut self, dst: &mut String) -> Result<usize> {
            match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); any() } } // bad UTF-8 is found after the end
        }
        fn chain<R: AsyncRead>(self, next: R) -> Chain<Self, R> { Chain { first: self, second: next } }
        fn take(self, limit: u64) -> Take<Self> { Take { inner: self } }
    }
    impl<R: AsyncRead + ?Sized> AsyncReadExt for R {}

    pub trait AsyncBufReadExt: AsyncBufRead {
        async fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> Result<usize> {
            match step(self) { Step::Chunk(_) => Ok(positive()), Step::End => Ok(0), Step::Failed(e) => Err(e) }
        }
        async fn read_line(&mut self, buf: &mut String) -> Result<usize> {
            match step(self) { Step::Chunk(_) => Ok(positive()), Step::End => Ok(0), Step::Failed(e) => Err(e) }
        }
        async fn fill_buf(&mut self) -> Result<&[u8]> { match step(self) { Step::Failed(e) => Err(e), _ => Ok(any()) } }
        fn consume(&mut self, amt: usize) {}
        fn lines(self) -> Lines<Self> { Lines { reader: self } }
        fn split(self, byte: u8) -> Split<Self> { Split { reader: self } }
    }
    impl<R: AsyncBufRead + ?Sized> AsyncBufReadExt for R {}

    pub trait AsyncWriteExt: AsyncWrite {
        async fn write(&mut self, src: &[u8]) -> Result<usize> { any() }
        async fn write_buf<B>(&mut self, src: &mut B) -> Result<usize> { any() }
        async fn write_all(&mut self, src: &[u8]) -> Result<()> { any() }
        async fn write_all_buf<B>(&mut self, src: &mut B) -> Result<()> { any() }
        async fn write_u8(&mut self, n: u8) -> Result<()> { any() }
        async fn flush(&mut self) -> Result<()> { any() }
        async fn shutdown(&mut self) -> Result<()> { any() }
    }
    impl<W: AsyncWrite + ?Sized> AsyncWriteExt for W {}
    pub trait AsyncSeekExt: AsyncSeek { async fn seek(&mut self, pos: SeekFrom) -> Result<u64> { any() } async fn rewind(&mut self) -> Result<u64> { any() } }
    impl<S: AsyncSeek + ?Sized> AsyncSeekExt for S {}

    // Stops early if the writer fails; that edge is not reported, as for a failed read.
    pub async fn copy<R: AsyncRead + ?Sized, W: AsyncWrite + ?Sized>(reader: &mut R, writer: &mut W) -> Result<u64> {
        match step(reader) { Step::Failed(e) => Err(e), _ => { drain(reader); Ok(any()) } }
    }
    pub async fn copy_buf<R: AsyncBufRead + ?Sized, W: AsyncWrite + ?Sized>(reader: &mut R, writer: &mut W) -> Result<u64> {
        match step(reader) { Step::Failed(e) => Err(e), _ => { drain(reader); Ok(any()) } }
    }
    pub async fn copy_bidirectional<A: ?Sized, B: ?Sized>(a: &mut A, b: &mut B) -> Result<(u64, u64)> { drain(a); drain(b); any() }

    // The end of a `Take` is not the end of the body, so each of its reads is a read of some of it. These three are
    // `AsyncReadExt`'s methods.
    pub struct Take<R> { inner: R }
    impl<R: AsyncRead> Take<R> {
        pub async fn read(&mut self, buf: &mut [u8]) -> Result<usize> { match step(self) { Step::Failed(e) => Err(e), _ => { read_some(self); Ok(any()) } } }
        pub async fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> { match step(self) { Step::Failed(e) => Err(e), _ => { read_some(self); Ok(any()) } } }
        pub async fn read_to_string(&mut self, dst: &mut String) -> Result<usize> { match step(self) { Step::Failed(e) => Err(e), _ => { read_some(self); any() } } }
        pub fn limit(&self) -> u64 { any() }
        pub fn set_limit(&mut self, limit: u64) {}
        pub fn get_ref(&self) -> &R { &self.inner }
        pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
        pub fn into_inner(self) -> R { self.inner }
    }
    impl<R: AsyncRead> AsyncRead for Take<R> {}
    pub struct Chain<T, U> { first: T, second: U }
    impl<T: AsyncRead, U: AsyncRead> AsyncRead for Chain<T, U> {}
    pub struct Lines<R> { reader: R }
    impl<R: AsyncBufRead> Lines<R> {
        pub async fn next_line(&mut self) -> Result<Option<String>> {
            match step(self) { Step::Chunk(line) => Ok(Some(line)), Step::End => Ok(None), Step::Failed(e) => Err(e) }
        }
        pub fn get_ref(&mut self) -> &R { &self.reader }
        pub fn get_mut(&mut self) -> &mut R { &mut self.reader }
        pub fn into_inner(self) -> R { self.reader }
    }
    pub struct Split<R> { reader: R }
    impl<R: AsyncBufRead> Split<R> {
        pub async fn next_segment(&mut self) -> Result<Option<Vec<u8>>> {
            match step(self) { Step::Chunk(part) => Ok(Some(part)), Step::End => Ok(None), Step::Failed(e) => Err(e) }
        }
    }

    pub struct BufReader<R> { inner: R }
    impl<R: AsyncRead> BufReader<R> {
        pub fn new(inner: R) -> BufReader<R> { BufReader { inner } }
        pub fn with_capacity(capacity: usize, inner: R) -> BufReader<R> { BufReader { inner } }
        pub fn get_ref(&self) -> &R { &self.inner }
        pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
        pub fn into_inner(self) -> R { self.inner }
    }
    impl<R: AsyncRead> AsyncRead for BufReader<R> {}
    impl<R: AsyncRead> AsyncBufRead for BufReader<R> {}
    pub struct BufWriter<W> { inner: W }
    impl<W: AsyncWrite> BufWriter<W> {
        pub fn new(inner: W) -> BufWriter<W> { BufWriter { inner } }
        pub fn with_capacity(capacity: usize, inner: W) -> BufWriter<W> { BufWriter { inner } }
        pub fn get_ref(&self) -> &W { &self.inner }
        pub fn get_mut(&mut self) -> &mut W { &mut self.inner }
        pub fn into_inner(self) -> W { self.inner }
    }
    impl<W: AsyncWrite> AsyncWrite for BufWriter<W> {}

    pub fn sink() -> Sink { Sink }
    pub fn empty() -> Empty { Empty }
    pub fn stdin() -> Stdin { Stdin }
    pub fn stdout() -> Stdout { Stdout }
    pub fn stderr() -> Stderr { Stderr }
    pub fn duplex(max_buf_size: usize) -> (DuplexStream, DuplexStream) { any() }
    pub struct Sink;
    impl AsyncWrite for Sink {}
    pub struct Empty;
    impl AsyncRead for Empty {}
    pub struct Stdin;
    impl AsyncRead for Stdin {}
    pub struct Stdout;
    impl AsyncWrite for Stdout {}
    pub struct Stderr;
    impl AsyncWrite for Stderr {}
    pub struct DuplexStream;
    impl AsyncRead for DuplexStream {}
    impl AsyncWrite for DuplexStream {}
}

pub mod fs {
    use std::io;
    use std::path::Path;

    pub struct File;
    impl File {
        pub async fn open(path: impl AsRef<Path>) -> io::Result<File> { any() }
        pub async fn create(path: impl AsRef<Path>) -> io::Result<File> { any() }
        pub fn from_std(std: std::fs::File) -> File { File }
        pub async fn sync_all(&self) -> io::Result<()> { any() }
        pub async fn set_len(&self, size: u64) -> io::Result<()> { any() }
    }
    impl crate::io::AsyncRead for File {}
    impl crate::io::AsyncWrite for File {}
    impl crate::io::AsyncSeek for File {}
    pub async fn read(path: impl AsRef<Path>) -> io::Result<Vec<u8>> { any() }
    pub async fn read_to_string(path: impl AsRef<Path>) -> io::Result<String> { any() }
    pub async fn write(path: impl AsRef<Path>, contents: impl AsRef<[u8]>) -> io::Result<()> { any() }
    pub async fn create_dir_all(path: impl AsRef<Path>) -> io::Result<()> { any() }
    pub async fn remove_file(path: impl AsRef<Path>) -> io::Result<()> { any() }
    pub async fn rename(from: impl AsRef<Path>, to: impl AsRef<Path>) -> io::Result<()> { any() }
}

pub mod net {
    use std::io;
    use std::net::SocketAddr;

    pub trait ToSocketAddrs {}
    pub struct TcpStream;
    impl TcpStream {
        pub async fn connect<A: ToSocketAddrs>(addr: A) -> io::Result<TcpStream> { any() }
        pub fn peer_addr(&self) -> io::Result<SocketAddr> { any() }
        pub fn local_addr(&self) -> io::Result<SocketAddr> { any() }
        pub fn set_nodelay(&self, nodelay: bool) -> io::Result<()> { any() }
    }
    impl crate::io::AsyncRead for TcpStream {}
    impl crate::io::AsyncWrite for TcpStream {}
    pub struct TcpListener;
    impl TcpListener {
        pub async fn bind<A: ToSocketAddrs>(addr: A) -> io::Result<TcpListener> { any() }
        pub async fn accept(&self) -> io::Result<(TcpStream, SocketAddr)> { any() }
        pub fn local_addr(&self) -> io::Result<SocketAddr> { any() }
    }
    pub struct UnixStream;
    impl UnixStream { pub async fn connect<P: AsRef<std::path::Path>>(path: P) -> io::Result<UnixStream> { any() } }
    impl crate::io::AsyncRead for UnixStream {}
    impl crate::io::AsyncWrite for UnixStream {}
}

pub mod signal {
    pub async fn ctrl_c() -> std::io::Result<()> { any() }
}
