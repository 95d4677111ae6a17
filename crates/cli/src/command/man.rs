//! `stemma man [COMMAND]`: the manual pages, made from the arguments themselves.

use crate::arguments::Arguments;
use crate::console::Console;
use crate::exit::Exit;
use anyhow::Context as _;
use clap::{Args, CommandFactory as _};
use clap_mangen::Man;

/// Of what.
#[derive(Debug, Args)]
pub struct ManArguments {
    /// The command whose page it is; without it, the page of stemma itself
    #[arg(value_parser = ["report", "verify"])]
    pub command: Option<String>,
}

/// Writes one page.
pub fn run(arguments: &ManArguments, console: &Console) -> anyhow::Result<Exit> {
    console.write(&page(arguments.command.as_deref())?)?;
    Ok(Exit::Done)
}

fn page(command: Option<&str>) -> anyhow::Result<String> {
    // The page would name a command `help` of which there is nothing to say.
    let mut described = Arguments::command().disable_help_subcommand(true);
    // Gives the commands the options that all of them take, and their full names.
    described.build();
    if let Some(name) = command {
        described = described.find_subcommand(name).with_context(|| format!("no command `{name}`"))?.clone();
    }
    let mut written = Vec::new();
    Man::new(described).render(&mut written).context("cannot make the manual page")?;
    Ok(String::from_utf8(written)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The commands that help shows.
    fn shown_commands() -> Vec<String> {
        let arguments = Arguments::command();
        let shown = arguments.get_subcommands().filter(|command| !command.is_hide_set());
        shown.map(|command| command.get_name().to_owned()).collect()
    }

    #[test]
    fn every_command_that_help_shows_has_a_page_under_its_full_name() {
        for name in shown_commands() {
            let arguments = ["stemma", "man", name.as_str()];
            assert!(Arguments::command().try_get_matches_from(arguments).is_ok(), "{name}");
            let text = page(Some(&name)).expect("it is a command");
            assert!(text.contains(&format!(".TH stemma-{name} 1")), "{text}");
            assert!(text.contains("threads"), "{name}: what every command takes");
        }
    }

    #[test]
    fn the_main_page_names_the_commands_the_options_and_the_exit_codes() {
        let text = page(None).expect("it is the program");
        for words in ["stemma\\-report(1)", "stemma\\-verify(1)", "json", "max\\-file\\-size", "Exit codes"] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert!(!text.contains("completions"), "a command that help does not show");
    }
}
