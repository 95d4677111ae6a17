//! What the system says about this process: its time on all processors, and the most memory that it held.

use std::sync::{Mutex, PoisonError};
use std::time::Instant;
use stemma::Observer;

/// Linux counts processor time here in hundredths of a second.
const TICKS_A_SECOND: f64 = 100.0;
/// Where the time in user mode stands behind the name of the program; that in system mode follows.
const USER_TIME_FIELD: usize = 11;
/// Units of memory in a GiB.
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

/// Hears when stages begin, and says how long each took and how much memory was held.
#[derive(Default)]
pub struct Stopwatch {
    begun: Mutex<Vec<Begun>>,
}

/// A stage that began.
struct Begun {
    name: &'static str,
    at: Instant,
    processor: Option<f64>,
    memory: Option<Memory>,
}

/// What a stage took.
pub struct Stage {
    /// How it is called.
    pub name: &'static str,
    /// How long it took.
    pub seconds: Seconds,
    /// The memory when it ended; absent where the system does not say.
    pub memory: Option<Memory>,
}

/// Memory of this process (GiB).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    /// What it holds.
    pub held: f64,
    /// The most that it has held so far.
    pub peak: f64,
}

impl Observer for Stopwatch {
    fn stage(&self, name: &'static str, _total: usize) {
        let begun = Begun { name, at: Instant::now(), processor: processor_seconds(), memory: memory() };
        self.begun.lock().unwrap_or_else(PoisonError::into_inner).push(begun);
    }
}

impl Stopwatch {
    /// The stages in the order in which they began; called when the last ends.
    pub fn finish(self) -> Vec<Stage> {
        self.stage("end", 0);
        let begun = self.begun.into_inner().unwrap_or_else(PoisonError::into_inner);
        let took = |two: &[Begun]| {
            let wall = (two[1].at - two[0].at).as_secs_f64();
            let processor = two[1].processor.zip(two[0].processor).map(|(end, start)| end - start);
            Stage { name: two[0].name, seconds: Seconds { wall, processor }, memory: two[1].memory }
        };
        begun.windows(2).map(took).collect()
    }
}

/// The memory that this process holds, and the most that it has held so far.
pub fn memory() -> Option<Memory> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    Some(Memory { held: gibibytes(&status, "VmRSS:")?, peak: gibibytes(&status, "VmHWM:")? })
}

fn gibibytes(status: &str, field: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix(field))?;
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
        assert_eq!(gibibytes("Name:\tx\nVmHWM:\t 2097152 kB\n", "VmHWM:"), Some(2.0));
        assert_eq!(gibibytes("Name:\tx\n", "VmHWM:"), None);
    }
}
