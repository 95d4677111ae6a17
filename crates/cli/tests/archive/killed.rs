//! The program is killed, without a warning and without a chance to tidy up.

use crate::desk::{Archive, Desk, Numbers, files};
use std::process::Stdio;
use std::time::{Duration, Instant};

/// Kills `add` and `run` at points that nobody chose, so many of each, and looks each time: what was finished is there,
/// nothing is there by halves, and in the end the account is that of the files.
fn kill(points: usize, n_reports: usize) {
    let desk = Desk::with(n_reports);
    let digest = desk.digest_of("reports");
    let mut numbers = Numbers(points as u64);
    let mut n_hit = 0;
    // How long it takes when nobody kills it: points lie between nothing and that.
    desk.done(&["init", "unharmed"]);
    let add_takes = timed(|| desk.done(&["add", "unharmed", "reports"]));
    let run_takes = timed(|| desk.done(&["run", "unharmed"]));
    desk.done(&["init", "desk"]);
    for _ in 0..points {
        n_hit += usize::from(kill_one(&desk, &["add", "desk", "reports"], add_takes, &mut numbers));
        assert_eq!(desk.stemma(&["doctor", "desk"]).status.code(), Some(0), "it is whole");
    }
    desk.done(&["add", "desk", "reports"]);
    let mut finished = 0;
    for nth in 0..points {
        let force: &[&str] = if nth % 3 == 2 { &["--force"] } else { &[] };
        let arguments = [&["run", "desk"], force].concat();
        n_hit += usize::from(kill_one(&desk, &arguments, run_takes, &mut numbers));
        assert_eq!(desk.stemma(&["doctor", "desk"]).status.code(), Some(0), "it is whole");
        let now = Archive(&desk).digest();
        assert!(now.is_empty() && finished == 0 || now == digest, "a run is there whole or not at all");
        finished = usize::from(!now.is_empty());
    }
    assert!(desk.done(&["run", "desk"]).contains(&digest));
    assert!(n_hit > points / 2, "{n_hit} of {} were still running when they were killed", 2 * points);
    let left: Vec<_> = files(&desk.path("desk"))
        .into_iter()
        .filter(|path| path.to_string_lossy().contains("unfinished"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

fn timed(act: impl FnOnce() -> String) -> Duration {
    let start = Instant::now();
    act();
    start.elapsed()
}

/// Whether it was still running.
fn kill_one(desk: &Desk, arguments: &[&str], takes: Duration, numbers: &mut Numbers) -> bool {
    let mut child = desk
        .command(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    std::thread::sleep(takes.mul_f64(numbers.below(1000) as f64 / 1000.0));
    let is_running = child.try_wait().expect("it can be asked").is_none();
    child.kill().expect("it can be killed");
    child.wait().expect("it has ended");
    is_running
}

/// Points of each command; `STEMMA_KILL_POINTS=200` asks for more than a build has time for.
const POINTS: usize = 10;

#[test]
fn nothing_finished_is_lost() {
    let asked = std::env::var("STEMMA_KILL_POINTS").ok();
    let points = asked.and_then(|points| points.parse().ok()).unwrap_or(POINTS);
    kill(points, 40);
}
