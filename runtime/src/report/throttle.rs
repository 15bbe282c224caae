//! Lets the first of many equal lines through, and counts the others.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::time::{Duration, Instant};

use crate::event::BodyEnded;
use crate::{Fate, Origin, Site, Verdict};

/// Beyond this many different lines in one interval, new ones are only counted.
const MAX_KEYS: usize = 1024;

/// What makes two lines say the same.
type Key = (Option<Site>, Origin, Verdict, Option<Fate>);

#[derive(Debug)]
pub(crate) struct Throttle {
    interval: Duration,
    lines: HashMap<Key, Held>,
    /// Lines for which there was no place.
    beyond: u64,
}

/// A line that was written, and those like it that were not.
#[derive(Debug)]
struct Held {
    since: Instant,
    repeated: u64,
    /// The last of those that were not.
    last: Option<BodyEnded>,
}

impl Throttle {
    pub(crate) fn new(interval: Duration) -> Self {
        Self { interval, lines: HashMap::new(), beyond: 0 }
    }

    /// Whether the line is to be written now, and then how many like it were not.
    pub(crate) fn admit(&mut self, ended: &BodyEnded, now: Instant) -> Option<u64> {
        let key = (ended.site.clone(), ended.response.origin.clone(), ended.verdict, ended.fate);
        if self.lines.len() >= MAX_KEYS && !self.lines.contains_key(&key) {
            let interval = self.interval;
            self.lines.retain(|_, held| held.repeated > 0 || now.duration_since(held.since) < interval);
            if self.lines.len() >= MAX_KEYS {
                self.beyond += 1;
                return None;
            }
        }
        match self.lines.entry(key) {
            Entry::Vacant(place) => {
                place.insert(Held { since: now, repeated: 0, last: None });
                Some(0)
            }
            Entry::Occupied(mut place) => {
                let held = place.get_mut();
                if now.duration_since(held.since) < self.interval {
                    held.repeated += 1;
                    held.last = Some(ended.clone());
                    return None;
                }
                held.since = now;
                held.last = None;
                Some(std::mem::take(&mut held.repeated))
            }
        }
    }

    /// The lines that were counted and not written, and how many there were of each; and how many there were
    /// of which nothing is known but their number.
    pub(crate) fn take(&mut self) -> (Vec<(BodyEnded, u64)>, u64) {
        let held = self.lines.values_mut().filter_map(|held| {
            let last = held.last.take()?;
            // The last one is written itself.
            Some((last, std::mem::take(&mut held.repeated) - 1))
        });
        (held.collect(), std::mem::take(&mut self.beyond))
    }
}
