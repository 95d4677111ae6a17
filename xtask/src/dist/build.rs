//! Builds the program so that nothing of the machine that builds it is in it.

use crate::metadata::{cargo, target_folder};
use anyhow::{Context, Result, ensure};
use object::read::elf::ElfFile64;
use object::{Endianness, Object};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What was built.
pub struct Built {
    /// The program.
    pub program: PathBuf,
    /// For which kind of machine, in Rust's words.
    pub target: String,
    /// The folder of all that is built.
    pub target_folder: PathBuf,
    /// Folders of this machine, whose names must not be in the program.
    pub own_folders: Vec<PathBuf>,
}

/// Builds the program for this kind of machine.
///
/// The target is named although it is our own: flags then reach the program and not the build scripts, and
/// this build and others do not undo each other. The flags of the environment are replaced, because the
/// archive must not depend on them.
pub fn build(root: &Path) -> Result<Built> {
    let target = host(root)?;
    let target_folder = target_folder(root)?;
    let cargo_home = cargo_home()?;
    let status = cargo(root)
        .args(["build", "--release", "--locked", "--package", super::PROGRAM, "--target", &target])
        .env("CARGO_ENCODED_RUSTFLAGS", renaming(root, &target_folder, &cargo_home)?.join("\u{1f}"))
        .status()
        .context("cannot run cargo build")?;
    ensure!(status.success(), "cargo build: {status}");
    Ok(Built {
        program: target_folder.join(&target).join("release").join("stemma"),
        target,
        own_folders: vec![root.to_path_buf(), target_folder.clone(), cargo_home],
        target_folder,
    })
}

/// Fails where the program holds the name of one of these folders, or a table of symbols.
pub fn check_is_clean(program: &[u8], own_folders: &[PathBuf]) -> Result<()> {
    for folder in own_folders {
        let name = folder.to_str().context("the name of a folder is not UTF-8")?;
        let found = program.windows(name.len()).any(|window| window == name.as_bytes());
        ensure!(!found, "the program holds the name of a folder of this machine, {name}");
    }
    let elf = ElfFile64::<Endianness>::parse(program).context("not a 64-bit ELF file, as Linux has them")?;
    ensure!(elf.symbol_table().is_none(), "the program is not stripped: it has a table of symbols");
    Ok(())
}

/// Flags that give the folders of this machine other names, which are the same on every machine. Where two
/// fit, the last one counts.
fn renaming(root: &Path, target_folder: &Path, cargo_home: &Path) -> Result<Vec<String>> {
    let mut renamed = vec![(root.to_path_buf(), "stemma"), (cargo_home.to_path_buf(), "cargo")];
    let packages = cargo_home.join("registry").join("src");
    // One folder for each registry; which one a package came from says nothing of the package. Packages that
    // are kept elsewhere leave this folder out.
    if let Ok(registries) = packages.read_dir() {
        for registry in registries {
            renamed.push((registry.context("cannot list the packages")?.path(), "packages"));
        }
    }
    renamed.push((target_folder.to_path_buf(), "target"));
    Ok(renamed.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).collect())
}

/// Where cargo keeps what it has fetched.
fn cargo_home() -> Result<PathBuf> {
    if let Some(folder) = std::env::var_os("CARGO_HOME") {
        return Ok(folder.into());
    }
    let home = std::env::home_dir().context("neither CARGO_HOME nor a home folder is known")?;
    Ok(home.join(".cargo"))
}

/// The kind of this machine, as in `x86_64-unknown-linux-gnu`.
fn host(root: &Path) -> Result<String> {
    let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(compiler).arg("-vV").current_dir(root).output().context("cannot run rustc")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not say for which machine it builds")?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_this_machine_in_the_program_is_an_error() {
        let folders = [PathBuf::from("/home/somebody/stemma")];
        let message = check_is_clean(b"...panicked at /home/somebody/stemma/lib.rs", &folders).unwrap_err();
        assert!(message.to_string().contains("/home/somebody/stemma"), "{message}");
    }

    #[cfg(all(target_os = "linux", target_pointer_width = "64"))]
    #[test]
    fn a_program_with_its_symbols_is_an_error() {
        let this_test = std::fs::read(std::env::current_exe().unwrap()).unwrap();
        let message = check_is_clean(&this_test, &[]).unwrap_err();
        assert!(message.to_string().contains("not stripped"), "{message}");
    }

    #[test]
    fn the_target_folder_is_renamed_last_because_it_may_lie_in_the_checkout() {
        let flags = renaming(Path::new("/a"), Path::new("/a/target"), Path::new("/no/cargo")).unwrap();
        let expected = ["/a=stemma", "/no/cargo=cargo", "/a/target=target"];
        assert_eq!(flags, expected.map(|pair| format!("--remap-path-prefix={pair}")));
    }

    #[test]
    fn the_kind_of_this_machine_is_known() {
        let kind = host(Path::new(".")).unwrap();
        assert!(kind.starts_with(std::env::consts::ARCH), "{kind}");
    }
}
