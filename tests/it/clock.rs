//! Whether time grows as the text does, on machines that are busy or whose clocks are coarse.

use std::time::{Duration, Instant};

/// Fails if `whole`, the same work in one piece, takes much longer than `apart`, in many.
///
/// A scan within a scan takes as many times as long as there are pieces; a busy machine or a coarse
/// clock adds some milliseconds.
pub(crate) fn assert_linear(what: &str, apart: impl Fn(), whole: impl Fn()) {
    let (apart, whole) = (longest(apart), (0..3).map(|_| shortest(&whole)).min().expect("there were runs"));
    assert!(whole < apart * 3 + Duration::from_millis(60), "{what:?}: {apart:?} in pieces, {whole:?} in one");
}

fn longest(work: impl Fn()) -> Duration {
    let (by_clock, by_processor) = timed(work);
    by_clock.max(by_processor.unwrap_or_default())
}

fn shortest(work: impl Fn()) -> Duration {
    let (by_clock, by_processor) = timed(work);
    by_clock.min(by_processor.unwrap_or(by_clock))
}

/// How long `work` took, and how long this thread ran for it where Linux tells: to the nanosecond on
/// some machines, in steps of a whole slice of time on others.
fn timed(work: impl Fn()) -> (Duration, Option<Duration>) {
    let (start, ran) = (Instant::now(), on_processor());
    work();
    (start.elapsed(), on_processor().zip(ran).map(|(after, before)| after.saturating_sub(before)))
}

fn on_processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
