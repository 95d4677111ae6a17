//! `quality stories-growth --account`: how long each stage of a whole account takes, on the generated piles.

use super::generated::reports;
use crate::dice::Dice;
use crate::timing::{Seconds, Stage, Stopwatch, memory, timed};
use anyhow::Result;
use stemma::Config;

/// The stages as they are printed, each with the name that the program gives to its first step; the steps up to the next are its own.
const STAGES: &[(&str, &str)] = &[
    ("reading", "reading"),
    ("sentences", "reuse"),
    ("voices", "voices"),
    ("stories", "stories"),
    ("places", "places"),
    ("claims", "claims"),
    ("disagreements", "disagreements"),
    ("shares", "shares"),
];

/// Makes the account of piles of several sizes.
pub fn run(sizes: &[usize], seed: u64) -> Result<()> {
    let knowledge = crate::knowledge::knowledge()?;
    println!("threads: {}", rayon::current_num_threads());
    for size in sizes {
        let sources = reports(*size, &mut Dice::new(seed));
        let stopwatch = Stopwatch::default();
        let config = Config::default();
        let account = stemma::account(sources, Vec::new(), Vec::new(), knowledge, &config, &stopwatch);
        for (name, seconds) in by_stage(&stopwatch.finish()) {
            print(*size, name, seconds);
        }
        let (records, seconds) = timed(|| stemma::account::records(&account));
        print(*size, "records", seconds);
        println!("stories_{size}: {}", account.stories.len());
        println!("claims_{size}: {}", account.claims.len());
        println!("instances_{size}: {}", account.instances.len());
        println!("disagreements_{size}: {}", account.disagreements.len());
        println!("records_{size}: {}", records.len());
        if let Some(memory) = memory() {
            println!("peak_gibibytes_{size}: {:.3}", memory.peak);
        }
    }
    Ok(())
}

fn print(size: usize, stage: &str, seconds: Seconds) {
    println!("seconds_{size}_{stage}: {:.3}", seconds.processor.unwrap_or(seconds.wall));
    println!("seconds_{size}_{stage}_by_the_clock: {:.3}", seconds.wall);
}

/// The time of each stage, its steps together.
fn by_stage(steps: &[Stage]) -> Vec<(&'static str, Seconds)> {
    let mut stages: Vec<(&'static str, Seconds)> = Vec::new();
    for step in steps {
        let begins = STAGES.iter().find(|(first, _)| *first == step.name);
        if let Some((_, name)) = begins {
            stages.push((name, Seconds { wall: 0.0, processor: Some(0.0) }));
        }
        if let Some((_, total)) = stages.last_mut() {
            total.wall += step.seconds.wall;
            total.processor = total.processor.zip(step.seconds.processor).map(|(all, more)| all + more);
        }
    }
    stages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_count_for_the_stage_that_they_belong_to() {
        let step =
            |name, wall| Stage { name, seconds: Seconds { wall, processor: Some(wall) }, memory: None };
        let stages = by_stage(&[step("sentences", 1.0), step("seeds", 2.0), step("claims", 4.0)]);
        assert_eq!(
            stages.iter().map(|(name, one)| (*name, one.wall)).collect::<Vec<_>>(),
            [("reuse", 3.0), ("claims", 4.0)]
        );
    }
}
