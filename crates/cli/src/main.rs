//! The program `stemma`: arguments in, an account on standard output, everything else on standard error.

mod arguments;
mod clock;
mod command;
mod console;
mod day;
mod exit;
mod guard;
mod progress;
mod size;
mod steps;

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
        Some(Command::Serve(serve)) => command::serve::run(serve, &arguments.common, console),
        Some(Command::Explain(explain)) => command::explain::run(explain, &arguments.common, console),
        Some(Command::Init(init)) => command::init::run(init, console),
        Some(Command::Add(add)) => command::add::run(add, &arguments.common, console),
        Some(Command::Run(run)) => command::run::run(run, &arguments.common, console),
        Some(Command::Fix(fix)) => command::fix::run(fix, console),
        Some(Command::Redact(redact)) => command::redact::run(redact, console),
        Some(Command::Export(export)) => command::export::run(export, console),
        Some(Command::Forget(forget)) => command::forget::run(forget, console),
        Some(Command::Status(status)) => command::status::run(status, console),
        Some(Command::Stories(stories)) => command::stories::run(stories, console),
        Some(Command::Search(search)) => command::search::run(search, console),
        Some(Command::Diff(diff)) => command::diff::run(diff, console),
        Some(Command::Doctor(doctor)) => command::doctor::run(doctor, &arguments.common, console),
        Some(Command::Completions(shell)) => command::completions::run(shell, console),
        Some(Command::Man(page)) => command::man::run(page, console),
        None => command::account::run(&arguments.account, &arguments.common, console),
    }
}
