//! `stemma man [COMMAND]`: the manual pages, made from the arguments themselves.

use crate::arguments::Arguments;
use crate::console::Console;
use crate::exit::Exit;
use anyhow::Context as _;
use clap::builder::Resettable::Reset;
use clap::{Args, CommandFactory as _};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

/// Of what.
#[derive(Debug, Args)]
pub struct ManArguments {
    /// The command whose page it is; without it, the page of stemma itself
    #[arg(value_parser = ["report", "show", "copies", "trace", "quotes", "claims", "origins", "events", "explain", "serve", "verify",
        "init", "add", "run", "status", "stories", "search", "diff", "fix", "export", "forget", "redact", "doctor"])]
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
    let end = described.get_after_long_help().or_else(|| described.get_after_help());
    let end = end.map(ToString::to_string).unwrap_or_default();
    // The generator would put the end of the help under EXTRA, and break its lines anywhere.
    let described = described.after_help(Reset).after_long_help(Reset).version(Reset);
    let mut written = Vec::new();
    let man = Man::new(described).source(concat!("stemma ", env!("CARGO_PKG_VERSION"))).manual("stemma");
    man.render(&mut written).context("cannot make the manual page")?;
    Ok(String::from_utf8(written)? + &sections(&end))
}

/// The end of the help as sections: `Examples:` is a heading, an indented line is a term with what stands
/// behind two spaces or more, and any other line is a remark.
fn sections(help: &str) -> String {
    let mut roff = Roff::new();
    for line in help.lines().filter(|line| !line.trim().is_empty()) {
        let words = line.trim();
        if line.starts_with(' ') {
            let (term, meaning) = words.split_once("  ").unwrap_or((words, ""));
            roff.control("TP", []).text([bold(term)]).text([roman(meaning.trim())]);
        } else if let Some(heading) = words.strip_suffix(':') {
            roff.control("SH", [heading.to_uppercase().as_str()]);
        } else {
            roff.control("SH", ["NOTES"]).text([roman(words)]);
        }
    }
    roff.to_roff()
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
    fn the_end_of_the_help_becomes_sections() {
        let text = sections("Examples:\n  stemma .pages  reads\n\nExit codes:\n  70  a mistake\n\nA remark.");
        let expected = [
            ".SH EXAMPLES",
            ".TP",
            "\\fBstemma .pages\\fR",
            "reads",
            ".SH \"EXIT CODES\"",
            ".TP",
            "\\fB70\\fR",
            "a mistake",
            ".SH NOTES",
            "A remark.",
        ];
        assert_eq!(text.lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_main_page_names_the_commands_the_options_and_the_exit_codes() {
        let text = page(None).expect("it is the program");
        for words in
            ["stemma\\-report(1)", "stemma\\-verify(1)", "json", "max\\-file\\-size", ".SH \"EXIT CODES\""]
        {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert!(!text.contains("completions"), "a command that help does not show");
    }
}
