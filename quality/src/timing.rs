//! What the system says about this process: its time on all processors, and the most memory that it held.

use std::sync::{Mutex, PoisonError};
use std::time::Instant;
use stemma::Observer;

/// Linux counts processor time here in hundredths of a second.
const TICKS_A_SECOND: f64 = 100.0;
/// Where the time in user mode stands behind the name of the program; that in system mode follows.
const USER_TIME_FIELD: usize = 11;
/// Units of `VmHWM` in a GiB.
const KIB_PER_GIB: f64 = 1_048_576.0;

/// How long something took on all threads, in seconds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Seconds {
    /// By the clock on the wall.
    pub wall: f64,
    /// In time of processors, all threads together; absent where the system does not say.
    pub processor: Option<f64>,
}

/// Does some work and says how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Seconds) {
    let (start, before) = (Instant::now(), processor_seconds());
    let result = work();
    let processor = processor_seconds().zip(before).map(|(after, before)| after - before);
    (result, Seconds { wall: start.elapsed().as_secs_f64(), processor })
}

/// Hears when stages begin, and says how long each took.
#[derive(Default)]
pub struct Stopwatch {
    stages: Mutex<Vec<(&'static str, Instant, Option<f64>)>>,
}

impl Observer for Stopwatch {
    fn stage(&self, name: &'static str, _total: usize) {
        let now = (name, Instant::now(), processor_seconds());
        self.stages.lock().unwrap_or_else(PoisonError::into_inner).push(now);
    }
}

impl Stopwatch {
    /// The stages in the order in which they began, each with its time; called when the last ends.
    pub fn finish(self) -> Vec<(&'static str, Seconds)> {
        self.stage("end", 0);
        let stages = self.stages.into_inner().unwrap_or_else(PoisonError::into_inner);
        let took = |two: &[(&'static str, Instant, Option<f64>)]| {
            let wall = (two[1].1 - two[0].1).as_secs_f64();
            let processor = two[1].2.zip(two[0].2).map(|(end, start)| end - start);
            (two[0].0, Seconds { wall, processor })
        };
        stages.windows(2).map(took).collect()
    }
}

/// The most memory that this process has held so far (GiB).
pub fn peak_gibibytes() -> Option<f64> {
    peak_of(&std::fs::read_to_string("/proc/self/status").ok()?)
}

fn peak_of(status: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kib / KIB_PER_GIB)
}

fn processor_seconds() -> Option<f64> {
    seconds_of(&std::fs::read_to_string("/proc/self/stat").ok()?)
}

/// The name of the program stands in brackets and may hold anything.
fn seconds_of(stat: &str) -> Option<f64> {
    let (_, behind_name) = stat.rsplit_once(')')?;
    let mut fields = behind_name.split_whitespace().skip(USER_TIME_FIELD);
    let (user, system): (u64, u64) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    Some((user + system) as f64 / TICKS_A_SECOND)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_time_count() {
        let stat = "42 (a (b) c) S 1 42 42 0 -1 4194560 1 0 0 0 150 50 0 0 20 0 1 0 5 1 1";
        assert_eq!(seconds_of(stat), Some(2.0));
        assert_eq!(seconds_of("42"), None);
    }

    #[test]
    fn the_peak_is_read_in_its_unit() {
        assert_eq!(peak_of("Name:\tx\nVmHWM:\t 2097152 kB\n"), Some(2.0));
        assert_eq!(peak_of("Name:\tx\n"), None);
    }
}
