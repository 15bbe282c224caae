//! Random bodies, given up at a random step, against a model that is too simple to be wrong.

use std::collections::VecDeque;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use http::{HeaderMap, Request, Response};
use http_body::{Body, Frame, SizeHint};
use tower_service::Service;
use undrained::{Collector, Fate, Guard, Verdict};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Data(usize),
    Trailers,
    Pending,
    Error,
}

/// A body that does what it is told, and may know its length and its end.
#[derive(Clone, Debug)]
struct Told {
    steps: VecDeque<Step>,
    knows_length: bool,
    knows_end: bool,
}

impl Told {
    fn length(&self) -> u64 {
        self.steps.iter().map(|step| if let Step::Data(length) = step { *length as u64 } else { 0 }).sum()
    }
}

impl Body for Told {
    type Data = Bytes;
    type Error = &'static str;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        match self.steps.pop_front() {
            None => Poll::Ready(None),
            Some(Step::Pending) => Poll::Pending,
            Some(Step::Error) => Poll::Ready(Some(Err("told to"))),
            Some(Step::Trailers) => Poll::Ready(Some(Ok(Frame::trailers(HeaderMap::new())))),
            Some(Step::Data(length)) => Poll::Ready(Some(Ok(Frame::data(vec![b'x'; length].into())))),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.knows_end && self.steps.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        if self.knows_length { SizeHint::with_exact(self.length()) } else { SizeHint::default() }
    }
}

/// What has to come out when this body is polled so many times and dropped.
fn model(mut body: Told, polls: usize) -> (Verdict, u64, Option<u64>) {
    if body.is_end_stream() {
        return (Verdict::Exempt, 0, body.knows_length.then_some(0));
    }
    if body.knows_length && body.length() == 0 {
        let read_anyway = (0..polls).fold(None, |ended: Option<Verdict>, _| {
            ended.or(match body.steps.pop_front() {
                None => Some(Verdict::Drained),
                Some(Step::Error) => Some(Verdict::Failed),
                Some(Step::Pending) => None,
                Some(_) if body.is_end_stream() => Some(Verdict::Drained),
                Some(_) => None,
            })
        });
        return (read_anyway.unwrap_or(Verdict::Exempt), 0, body.knows_length.then_some(0));
    }
    let mut read = 0;
    for _ in 0..polls {
        let left = body.knows_length.then(|| body.length());
        match body.steps.pop_front() {
            None => return (Verdict::Drained, read, left),
            Some(Step::Error) => return (Verdict::Failed, read, left),
            Some(Step::Data(length)) => read += length as u64,
            Some(Step::Trailers) => {}
            // Nobody asks a body that is pending whether it is at its end.
            Some(Step::Pending) => continue,
        }
        if body.is_end_stream() {
            let left = body.knows_length.then(|| body.length());
            return (Verdict::Drained, read, left);
        }
    }
    let left = body.knows_length.then(|| body.length());
    (if read == 0 { Verdict::Unread } else { Verdict::PartlyRead }, read, left)
}

struct Once(Option<Told>);

impl Service<Request<()>> for Once {
    type Response = Response<Told>;
    type Error = &'static str;
    type Future = Ready<Result<Response<Told>, &'static str>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request<()>) -> Self::Future {
        let mut response = Response::new(self.0.take().unwrap());
        // Where a body without a length does not end with its connection.
        *response.version_mut() = http::Version::HTTP_2;
        ready(Ok(response))
    }
}

/// Numbers that look random and are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

#[tokio::test]
async fn guard_says_what_the_model_says() {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let mut verdicts = std::collections::HashSet::new();
    for case in 0..20_000 {
        let steps = (0..numbers.below(6)).map(|_| match numbers.below(8) {
            0 => Step::Trailers,
            1 => Step::Pending,
            2 => Step::Error,
            3 => Step::Data(0),
            _ => Step::Data(numbers.below(1000) as usize),
        });
        let steps: VecDeque<Step> = steps.collect();
        let body = Told { steps, knows_length: numbers.below(2) == 0, knows_end: numbers.below(2) == 0 };
        let polls = numbers.below(8) as usize;

        let collector = Collector::default();
        let guard = Guard::builder().reporter(collector.clone()).ignore_env().build();
        let mut body_under_guard =
            guard.service(Once(Some(body.clone()))).call(Request::new(())).await.unwrap().into_body();
        for _ in 0..polls {
            let mut cx = Context::from_waker(Waker::noop());
            let _ = Pin::new(&mut body_under_guard).poll_frame(&mut cx);
        }
        drop(body_under_guard);
        let ends = collector.bodies();
        assert_eq!(ends.len(), 1, "case {case}: {body:?}");
        let seen = (ends[0].verdict, ends[0].read, ends[0].left);
        assert_eq!(seen, model(body.clone(), polls), "case {case}: {polls} polls of {body:?}");
        let early = matches!(ends[0].verdict, Verdict::Unread | Verdict::PartlyRead);
        assert_eq!(ends[0].fate, early.then_some(Fate::Unknown));
        verdicts.insert(ends[0].verdict);
    }
    assert_eq!(verdicts.len(), 5, "each of them was met: {verdicts:?}");
}
