//! `cargo xtask ci`: everything that must hold, in order, stopping at the first failure.

use crate::metadata::cargo;
use crate::{edges, licences, tidy};
use anyhow::{Context, Result, ensure};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// A step: its name and what it does.
type Step<'a> = (&'static str, Box<dyn Fn() -> Result<()> + 'a>);

/// Runs all steps. What they print goes where our own lines go, in full.
pub fn run(root: &Path) -> Result<()> {
    run_steps(&steps(root), &mut std::io::stdout())
}

/// In order of cost: what takes a moment comes before what compiles.
fn steps(root: &Path) -> Vec<Step<'_>> {
    let cargo = |line: &'static str, setting| move || run_cargo(root, line, setting);
    vec![
        ("format", Box::new(cargo("fmt --all --check", None))),
        ("tidy", Box::new(|| tidy::run(root))),
        ("edges", Box::new(|| edges::run(root))),
        ("licences", Box::new(|| licences::run(root))),
        ("clippy", Box::new(cargo("clippy --workspace --all-targets --locked -- -D warnings", None))),
        (
            "tests",
            Box::new(cargo(
                "test --workspace --locked",
                // A snapshot that differs fails; it does not leave a new file in the checkout.
                Some(("INSTA_UPDATE", "no")),
            )),
        ),
        (
            "docs",
            Box::new(cargo("doc --workspace --no-deps --locked", Some(("RUSTDOCFLAGS", "-D warnings")))),
        ),
    ]
}

fn run_cargo(root: &Path, line: &str, setting: Option<(&str, &str)>) -> Result<()> {
    let mut command = cargo(root);
    succeed(command.args(line.split(' ')).envs(setting)).with_context(|| format!("cargo {line}"))
}

fn succeed(command: &mut Command) -> Result<()> {
    let status = command.status().context("cannot be started")?;
    ensure!(status.success(), "{status}");
    Ok(())
}

fn run_steps(steps: &[Step], out: &mut dyn Write) -> Result<()> {
    let n_steps = steps.len();
    for (number, (name, action)) in (1..).zip(steps) {
        writeln!(out, "=== {number}/{n_steps} {name}")?;
        let start = Instant::now();
        let result = action();
        let seconds = start.elapsed().as_secs_f32();
        let outcome = if result.is_ok() { "passed" } else { "FAILED" };
        writeln!(out, "=== {name} {outcome} after {seconds:.1} s\n")?;
        result.with_context(|| {
            format!("step {number} of {n_steps} failed: {name}; the steps after it were not run")
        })?;
    }
    writeln!(out, "all {n_steps} steps passed")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;
    use std::process::Stdio;

    fn passes() -> Result<()> {
        Ok(())
    }

    fn fails() -> Result<()> {
        bail!("a rule is broken")
    }

    fn printed(steps: &[Step]) -> (Result<()>, String) {
        let mut out = Vec::new();
        let result = run_steps(steps, &mut out);
        (result, String::from_utf8(out).unwrap())
    }

    #[test]
    fn the_last_line_says_that_all_steps_passed() {
        let (result, out) = printed(&[("one", Box::new(passes)), ("two", Box::new(passes))]);
        assert!(result.is_ok());
        assert!(out.ends_with("all 2 steps passed\n"));
        assert!(out.contains("=== 2/2 two\n=== two passed after"));
    }

    #[test]
    fn the_first_failure_is_named_and_ends_the_run() {
        let (result, out) =
            printed(&[("one", Box::new(passes)), ("two", Box::new(fails)), ("three", Box::new(passes))]);
        let message = format!("{:#}", result.unwrap_err());
        assert_eq!(message, "step 2 of 3 failed: two; the steps after it were not run: a rule is broken");
        assert!(out.contains("=== two FAILED after"));
        assert!(!out.contains("three"));
        assert!(!out.contains("passed\n"));
    }

    #[test]
    fn a_program_that_fails_fails_its_step() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let run = |argument| succeed(quiet(cargo(root).arg(argument)));
        assert!(run("--version").is_ok());
        assert!(run("no-such-command").is_err());
        assert!(succeed(&mut Command::new("no-such-program")).is_err());
    }

    fn quiet(command: &mut Command) -> &mut Command {
        command.stdout(Stdio::null()).stderr(Stdio::null())
    }
}
