//! `stemma completions SHELL`: what a shell needs to complete our arguments, made from the arguments themselves.

use crate::arguments::Arguments;
use crate::console::Console;
use crate::exit::Exit;
use clap::{Args, Command, CommandFactory as _};
use clap_complete::Shell;

/// For whom.
#[derive(Debug, Args)]
pub struct CompletionsArguments {
    /// The shell that is to complete
    pub shell: Shell,
}

/// Writes the completions.
pub fn run(arguments: &CompletionsArguments, console: &Console) -> anyhow::Result<Exit> {
    console.write(&completions(arguments.shell))?;
    Ok(Exit::Done)
}

fn completions(shell: Shell) -> String {
    let mut written = Vec::new();
    clap_complete::generate(shell, &mut offered(), "stemma", &mut written);
    String::from_utf8_lossy(&written).into_owned()
}

/// What help shows: the generator would offer the hidden commands too.
fn offered() -> Command {
    let all = Arguments::command();
    let shown = all.get_subcommands().filter(|command| !command.is_hide_set());
    Command::new("stemma").version(env!("CARGO_PKG_VERSION")).args(all.get_arguments()).subcommands(shown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::ValueEnum as _;

    #[test]
    fn no_shell_offers_a_command_that_help_does_not_show() {
        for shell in Shell::value_variants() {
            assert!(!completions(*shell).contains("elvish"), "{shell}");
        }
    }

    #[test]
    fn every_shell_is_told_of_every_option_and_command() {
        for shell in Shell::value_variants() {
            let script = completions(*shell);
            for word in ["json", "max-file-size", "verify", "report", "output"] {
                assert!(script.contains(word), "{shell}: {word}");
            }
        }
    }
}
