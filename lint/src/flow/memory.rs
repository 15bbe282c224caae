//! What each body does to what it is given, worked out once.
//!
//! A call runs the callee on the part of the caller's state that it can reach. That part, with everything
//! renumbered in the order in which it is reached, is the key under which the outcomes are remembered: the summary
//! of a function, specialised on whatever matters at the call (a closure, a constant, a response half read) and on
//! nothing else. Recursion starts from "no outcome" and is repeated until it is stable.

use std::{
    hash::{Hash, Hasher},
    rc::Rc,
};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::{
    graph::Body,
    pools::Pools,
    solve::Solver,
    state::{Cells, Obligation, State},
    value::{BodyKey, Value},
};

/// Steps for one function of the user's, all that it calls included, beyond which it is given up.
const MAX_STEPS: u32 = 80_000;

/// What a body leaves behind.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Outcome {
    pub ret: Value,
    /// The cells behind the body's own, under their numbers in it.
    pub outside: Cells,
    pub obligations: Vec<Obligation>,
    pub pools: Pools,
}

/// A body, and what it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Question {
    /// Of the rest: a state is large, and asked for more than once.
    hash: u64,
    key: BodyKey,
    entry: State,
}

impl Question {
    fn new(key: BodyKey, entry: State) -> Question {
        let mut hasher = FxHasher::default();
        (key, &entry).hash(&mut hasher);
        Question { hash: hasher.finish(), key, entry }
    }
}

impl Hash for Question {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.hash);
    }
}

/// The summaries that one thread has worked out, and those that it is working on.
#[derive(Debug)]
pub(super) struct Memory {
    known: FxHashMap<Question, usize>,
    answers: Vec<Answer>,
    open: FxHashMap<Question, Open>,
    /// How many calls are open.
    pub depth: usize,
    /// The outermost open call whose outcomes so far were used inside the innermost one.
    reads_down_to: usize,
    /// What is remembered only as long as an open recursion stays as it is.
    tentative: Vec<Question>,
    /// Of the innermost open call.
    work: Work,
    /// The steps of the function that is analysed. What was known before counts as well, once: whether a function is
    /// too large must not depend on what was analysed earlier.
    steps: u32,
    counted: FxHashSet<usize>,
}

#[derive(Debug)]
struct Answer {
    outcomes: Rc<Vec<Outcome>>,
    work: Work,
}

/// What it took to work something out.
#[derive(Debug, Default)]
struct Work {
    steps: u32,
    /// The answers that were needed for it.
    needed: FxHashSet<usize>,
}

#[derive(Debug)]
struct Open {
    depth: usize,
    outcomes: Rc<Vec<Outcome>>,
    was_read: bool,
}

impl Default for Memory {
    fn default() -> Self {
        Memory {
            known: FxHashMap::default(),
            answers: Vec::new(),
            open: FxHashMap::default(),
            depth: 0,
            reads_down_to: usize::MAX,
            tentative: Vec::new(),
            work: Work::default(),
            steps: 0,
            counted: FxHashSet::default(),
        }
    }
}

impl Memory {
    /// Begins with another function.
    pub fn begin(&mut self) {
        self.steps = 0;
        self.counted.clear();
    }

    /// Counts a step. Is it still one of those that the function may take?
    pub fn step(&mut self) -> bool {
        self.steps += 1;
        self.work.steps += 1;
        !self.is_exhausted()
    }

    /// Did the function take all steps that it may take?
    pub fn is_exhausted(&self) -> bool {
        self.steps > MAX_STEPS
    }

    fn recall(&mut self, question: &Question) -> Option<Rc<Vec<Outcome>>> {
        if let Some(&known) = self.known.get(question) {
            self.work.needed.insert(known);
            self.count(known);
            return Some(self.answers[known].outcomes.clone());
        }
        let open = self.open.get_mut(question)?;
        open.was_read = true;
        self.reads_down_to = self.reads_down_to.min(open.depth);
        Some(open.outcomes.clone())
    }

    /// Counts what it took to work this out, unless that was done for the same function.
    fn count(&mut self, answer: usize) {
        let mut open = vec![answer];
        while let Some(answer) = open.pop() {
            if self.counted.insert(answer) {
                let Work { steps, needed } = &self.answers[answer].work;
                self.steps = self.steps.saturating_add(*steps);
                open.extend(needed);
            }
        }
    }

    fn remember(&mut self, question: Question, outcomes: Rc<Vec<Outcome>>, work: Work) {
        // What was broken off is half the truth.
        if self.is_exhausted() {
            return;
        }
        let answer = self.answers.len();
        self.counted.insert(answer);
        self.work.needed.insert(answer);
        self.answers.push(Answer { outcomes, work });
        self.known.insert(question, answer);
    }
}

impl Solver<'_> {
    /// Runs a body on one state, by memory where possible.
    pub(super) fn run(&mut self, key: BodyKey, body: &Body, entry: State) -> Rc<Vec<Outcome>> {
        let question = Question::new(key, entry);
        if let Some(outcomes) = self.memory.recall(&question) {
            return outcomes;
        }
        let memory = &mut self.memory;
        let depth = memory.depth;
        memory.depth += 1;
        memory.open.insert(question.clone(), Open { depth, outcomes: Rc::default(), was_read: false });
        let outer = std::mem::replace(&mut memory.reads_down_to, usize::MAX);
        let outer_work = std::mem::take(&mut memory.work);
        let mut outcomes;
        let mut rounds = 0;
        loop {
            let first = self.memory.tentative.len();
            outcomes = Rc::new(self.solve(key, body, question.entry.clone()));
            let open = self.memory.open.get_mut(&question).expect("opened above");
            rounds += 1;
            if !open.was_read || *open.outcomes == *outcomes || rounds == 4 {
                break;
            }
            open.outcomes = outcomes.clone();
            open.was_read = false;
            // What was worked out from the outcomes so far has to be worked out again.
            for stale in self.memory.tentative.drain(first..) {
                self.memory.known.remove(&stale);
            }
        }
        let memory = &mut self.memory;
        memory.depth -= 1;
        memory.open.remove(&question);
        if memory.reads_down_to < depth {
            // A caller further down is still open: this holds only as long as that one's outcomes stay as they are.
            memory.tentative.push(question.clone());
        } else if depth == 0 {
            memory.tentative.clear();
        }
        memory.reads_down_to = memory.reads_down_to.min(outer);
        if memory.reads_down_to >= depth {
            memory.reads_down_to = outer;
        }
        let work = std::mem::replace(&mut memory.work, outer_work);
        memory.remember(question, outcomes.clone(), work);
        outcomes
    }
}
