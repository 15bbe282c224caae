//! A bar for long runs: on the terminal behind the standard error, and gone when the run is over.
//!
//! A thread of its own looks at counters that the run only increments, so that nothing waits for a terminal.

use std::{
    io::{self, Write as _},
    sync::{Arc, mpsc},
    thread::{self, JoinHandle},
    time::Duration,
};

use crate::driver::Progress;

/// A run that takes less shows nothing.
const LONG: Duration = Duration::from_secs(1);
/// Between two looks.
const STEP: Duration = Duration::from_millis(100);
/// In characters.
const WIDTH: usize = 24;

/// Shows the progress of a run until it is dropped.
pub(super) struct Bar {
    /// Dropped first: that ends the thread.
    run: Option<mpsc::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Bar {
    /// Shows it when the run takes long.
    pub fn of(progress: Arc<Progress>) -> Self {
        let (run, over) = mpsc::channel::<()>();
        let thread = thread::Builder::new().spawn(move || {
            let mut wait = LONG;
            let mut is_shown = false;
            while over.recv_timeout(wait) == Err(mpsc::RecvTimeoutError::Timeout) {
                let (done, all) = progress.now();
                // What the terminal does not take is no loss.
                let _ = write!(io::stderr(), "\r{}", line(done, all)).and_then(|()| io::stderr().flush());
                (is_shown, wait) = (true, STEP);
            }
            if is_shown {
                let _ = write!(io::stderr(), "\r\u{1b}[K");
            }
        });
        // Without a thread there is no bar.
        Bar { run: Some(run), thread: thread.ok() }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.run.take();
        if let Some(thread) = self.thread.take() {
            // It has nothing to give, and how it ended changes nothing.
            let _ = thread.join();
        }
    }
}

/// As long each time, so that it covers the one before.
fn line(done: usize, all: usize) -> String {
    if all == 0 {
        return format!("{:<60}", "reading files");
    }
    let filled = WIDTH * done.min(all) / all;
    let bar = format!("[{}{}]", "=".repeat(filled), " ".repeat(WIDTH - filled));
    format!("{:<60}", format!("{bar} {done} of {all} functions"))
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn lines_are_equally_long_and_never_too_full() {
        for (done, all) in [(0, 0), (0, 7), (3, 7), (7, 7), (9, 7), (123_456, 234_567)] {
            assert_eq!(line(done, all).chars().count(), 60, "{done} of {all}");
        }
        assert!(line(1, 2).starts_with("[============            ] 1 of 2 functions"));
        assert!(line(0, 0).starts_with("reading files"));
    }
}
