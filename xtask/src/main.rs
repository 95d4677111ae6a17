//! The house rules as a program: `cargo xtask` lists the commands, `cargo xtask ci` runs them all.

mod asset_notices;
mod assets;
mod ci;
mod dependency_reasons;
mod dist;
mod edges;
mod finding;
mod licence_expression;
mod licences;
mod metadata;
mod network;
mod repository;
mod tidy;

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A command: what is typed, what it is for, and what it does with the root of the repository.
type Command = (&'static str, &'static str, fn(&Path) -> Result<()>);

const COMMANDS: &[Command] = &[
    ("ci", "everything that must hold before a change goes in", ci::run),
    ("tidy", "files: first lines, lengths, links, glossary, leftovers", tidy::run),
    ("edges", "which crate may use which, and that none can reach a network", edges::run),
    ("licences", "licences of all dependencies and assets, and why each is there", licences::run),
    ("dist", "the archive to hand out, from a release build; not part of ci", dist::run),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => help(),
        [word] if matches!(word.as_str(), "help" | "--help" | "-h") => help(),
        [name, from, file] if name == "assets" && from == "--from" => {
            assets::make_model(&root()?, Path::new(file))?;
        }
        [name, from, file] if name == "assets" && from == "--wordnet" => {
            assets::make_wordnet(&root()?, Path::new(file))?;
        }
        [name, from, file] if name == "assets" && from == "--map" => {
            assets::make_map(&root()?, Path::new(file))?;
        }
        [name, places, files @ ..] if name == "assets" && places == "--places" && !files.is_empty() => {
            let files: Vec<&Path> = files.iter().map(Path::new).collect();
            assets::make_places(&root()?, &files)?;
        }
        [name] => match COMMANDS.iter().find(|(known, ..)| known == name) {
            Some((_, _, command)) => command(&root()?)?,
            None => bail!("no command `{name}`; `cargo xtask help` lists them"),
        },
        _ => bail!(
            "only `assets` takes arguments (`--from FILE`, `--wordnet FILE`, `--places FILE...`, `--map FILE`); `cargo xtask help` lists the commands"
        ),
    }
    Ok(())
}

fn help() {
    println!("cargo xtask COMMAND\n");
    for (name, purpose, _) in COMMANDS {
        println!("  {name:<10}{purpose}");
    }
    println!("  assets    --from FILE, --wordnet FILE, --places FILE FILE FILE, --map FILE: what lies");
    println!("            under assets/, from the packages that assets/README.md names");
}

/// The root of the repository. Asked at run time, so that a binary built in one checkout and run in
/// another (a shared target folder) looks at the right files.
fn root() -> Result<PathBuf> {
    let manifest_folder = std::env::var_os("CARGO_MANIFEST_DIR")
        .context("CARGO_MANIFEST_DIR is not set; run this as `cargo xtask`")?;
    let folder = PathBuf::from(manifest_folder);
    let root = folder.parent().context("the folder of xtask has no parent")?;
    Ok(root.to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn help_is_a_command_and_the_default() {
        assert!(dispatch(&words("")).is_ok());
        assert!(dispatch(&words("help")).is_ok());
    }

    #[test]
    fn an_unknown_command_and_surplus_arguments_are_errors() {
        assert!(dispatch(&words("tidier")).is_err());
        assert!(dispatch(&words("tidy now")).is_err());
    }
}
