//! The program `stemma`: arguments in, an account on standard output, everything else on standard error.

mod arguments;
mod command;
mod console;
mod day;
mod exit;
mod guard;
mod progress;
mod size;

use arguments::{Arguments, Command};
use clap::Parser as _;
use console::Console;
use exit::Exit;
use std::process::ExitCode;

fn main() -> ExitCode {
    guard::guarded(run, console::say).into()
}

fn run() -> Exit {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return console::show_usage(&error),
    };
    let console = Console::new(arguments.common.color);
    match dispatch(&arguments, &console) {
        Ok(exit) => exit,
        Err(error) => {
            console.error(&format!("{error:#}"));
            Exit::Failed
        }
    }
}

fn dispatch(arguments: &Arguments, console: &Console) -> anyhow::Result<Exit> {
    arguments.common.start_threads()?;
    match &arguments.command {
        Some(Command::Verify(verify)) => command::verify::run(verify, &arguments.common, console),
        Some(Command::Report(report)) => command::report::run(report, &arguments.common, console),
        Some(Command::Show(show)) => command::show::run(show, &arguments.common, console),
        Some(Command::Copies(copies)) => command::copies::run(copies, &arguments.common, console),
        Some(Command::Trace(trace)) => command::trace::run(trace, &arguments.common, console),
        Some(Command::Quotes(quotes)) => command::quotes::run(quotes, &arguments.common, console),
        Some(Command::Claims(claims)) => command::claims::run(claims, &arguments.common, console),
        Some(Command::Origins(origins)) => command::origins::run(origins, &arguments.common, console),
        Some(Command::Events(events)) => command::events::run(events, &arguments.common, console),
        Some(Command::Explain(explain)) => command::explain::run(explain, &arguments.common, console),
        Some(Command::Completions(shell)) => command::completions::run(shell, console),
        Some(Command::Man(page)) => command::man::run(page, console),
        None => command::account::run(&arguments.account, &arguments.common, console),
    }
}
