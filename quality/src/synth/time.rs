//! How long work takes on one thread: by the clock on the wall, and in time of the processor.

use std::sync::{Mutex, PoisonError};
use std::time::Instant;
use stemma::Observer;

/// Where Linux says how many nanoseconds the thread that asks has been running.
const THREAD_TIME: &str = "/proc/thread-self/schedstat";

/// How long something took, in seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seconds {
    /// By the clock on the wall: what a user waits, and what other programs on the machine take away.
    pub wall: f64,
    /// In time of the processor, which other programs hardly change; absent where the system does not say.
    pub processor: Option<f64>,
}

/// Does some work and says how long it took. The work must stay on the thread that calls.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Seconds) {
    let (start, before) = (Instant::now(), thread_seconds());
    let result = work();
    let processor = thread_seconds().zip(before).map(|(after, before)| after - before);
    (result, Seconds { wall: start.elapsed().as_secs_f64(), processor })
}

/// Hears when stages begin, and keeps how long each took in time of the processor.
#[derive(Default)]
pub struct Stopwatch {
    stages: Mutex<Vec<(&'static str, Option<f64>)>>,
}

impl Observer for Stopwatch {
    fn stage(&self, name: &'static str, _total: usize) {
        self.stages.lock().unwrap_or_else(PoisonError::into_inner).push((name, thread_seconds()));
    }
}

impl Stopwatch {
    /// The stages in the order in which they began, each with its time in seconds; called when the last ends,
    /// on the thread that they ran on.
    pub fn finish(self) -> Vec<(&'static str, Option<f64>)> {
        let stages = self.stages.into_inner().unwrap_or_else(PoisonError::into_inner);
        let ends: Vec<_> = stages[1..].iter().map(|(_, start)| *start).chain([thread_seconds()]).collect();
        let took = |((name, start), end): (&(&'static str, Option<f64>), Option<f64>)| {
            (*name, end.zip(*start).map(|(end, start)| end - start))
        };
        stages.iter().zip(ends).map(took).collect()
    }
}

fn thread_seconds() -> Option<f64> {
    seconds_of(&std::fs::read_to_string(THREAD_TIME).ok()?)
}

/// The first number of the file, which counts nanoseconds.
fn seconds_of(schedule: &str) -> Option<f64> {
    let nanoseconds: u64 = schedule.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds as f64 / 1e9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nanoseconds_become_seconds() {
        assert_eq!(seconds_of("2500000000 17 3\n"), Some(2.5));
        assert_eq!(seconds_of(""), None);
    }

    #[test]
    fn the_result_of_the_work_is_handed_through() {
        let (result, seconds) = timed(|| 6 * 7);
        assert_eq!(result, 42);
        assert!(seconds.wall >= 0.0);
    }
}
