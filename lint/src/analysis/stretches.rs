//! Work in a row, spread over threads.

use std::{
    ops::Range,
    sync::{Mutex, PoisonError},
};

/// What each thread still has to do.
pub struct Stretches(Mutex<Vec<Range<usize>>>);

impl Stretches {
    /// So many pieces of work, for so many threads.
    pub fn new(pieces: usize, threads: usize) -> Stretches {
        let start = |thread: usize| pieces * thread / threads;
        Stretches(Mutex::new((0..threads).map(|thread| start(thread)..start(thread + 1)).collect()))
    }

    /// The next piece for a thread: the first of its own, or else the last of whoever has most left.
    pub fn next(&self, thread: usize) -> Option<usize> {
        let mut stretches = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        stretches[thread].next().or_else(|| stretches.iter_mut().max_by_key(|stretch| stretch.len())?.next_back())
    }
}

#[cfg(test)]
mod tests {
    use super::Stretches;

    #[test]
    fn whoever_is_done_helps_from_the_other_end() {
        let stretches = Stretches::new(7, 2);
        let taken: Vec<usize> = std::iter::from_fn(|| stretches.next(0)).collect();
        assert_eq!(taken, [0, 1, 2, 6, 5, 4, 3]);
        assert_eq!(stretches.next(1), None);
    }

    #[test]
    fn there_may_be_less_to_do_than_threads() {
        let stretches = Stretches::new(1, 4);
        assert_eq!([0, 1, 2, 3].map(|thread| stretches.next(thread)), [Some(0), None, None, None]);
        assert_eq!(Stretches::new(0, 1).next(0), None);
    }
}
