//! The oldest glibc that a program runs with, read from the versions of symbols that it asks for.

use anyhow::{Context, Result, bail, ensure};
use object::Endianness;
use object::read::elf::ElfFile64;
use std::fmt;

/// What stands before the number in the name of a version: `GLIBC_2.34`.
const PREFIX: &str = "GLIBC_";

/// Names of versions without a number: the feature, and the first glibc that has it.
const FEATURES: &[(&str, &str)] = &[("ABI_DT_RELR", "2.36")];

/// What a page says around the number: `glibc 2.34 or later`.
const STATED: (&str, &str) = ("glibc ", " or later");

/// A version of glibc: 2.4 comes before 2.34, and 2.2.5 between 2.2 and 2.3.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(Vec<u32>);

impl Version {
    fn read(text: &str) -> Result<Self> {
        let numbers: Result<Vec<u32>, _> = text.split('.').map(str::parse).collect();
        let numbers = numbers.with_context(|| format!("`{text}` is no version"))?;
        ensure!(numbers.len() >= 2, "`{text}` is no version");
        Ok(Version(numbers))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers: Vec<String> = self.0.iter().map(u32::to_string).collect();
        out.write_str(&numbers.join("."))
    }
}

/// The oldest glibc that has all that the program asks for; none where it asks for nothing of glibc.
pub fn needed(program: &[u8]) -> Result<Option<Version>> {
    newest(&asked_for(program)?)
}

/// The version that a page states, which it must do once, as `glibc 2.34 or later`.
pub fn stated(page: &str) -> Result<Version> {
    let (before, after) = STATED;
    let words = page.split(before).skip(1).filter_map(|rest| Some(rest.split_once(after)?.0));
    let numbers: Vec<Version> = words.filter_map(|word| Version::read(word).ok()).collect();
    match numbers.as_slice() {
        [version] => Ok(version.clone()),
        _ => bail!("states {} versions as `{before}NUMBER{after}`, not one", numbers.len()),
    }
}

/// The newest of the versions with these names. A name that nobody here knows could stand for any
/// version, so it is an error.
fn newest(names: &[String]) -> Result<Option<Version>> {
    let of_glibc = names.iter().filter_map(|name| name.strip_prefix(PREFIX));
    let versions = of_glibc.map(|name| {
        let feature = FEATURES.iter().find(|(feature, _)| *feature == name);
        let number = feature.map_or(name, |(_, number)| number);
        Version::read(number).with_context(|| format!("unknown version of a symbol: {PREFIX}{name}"))
    });
    let versions = versions.collect::<Result<Vec<_>>>()?;
    Ok(versions.into_iter().max())
}

/// The names of all versions of symbols that the program asks of the libraries it is loaded with.
fn asked_for(program: &[u8]) -> Result<Vec<String>> {
    let elf = ElfFile64::<Endianness>::parse(program).context("not a 64-bit ELF file, as Linux has them")?;
    let (endian, sections) = (elf.endian(), elf.elf_section_table());
    let mut names = Vec::new();
    let Some((needs, strings)) = sections.gnu_verneed(endian, program)? else {
        return Ok(names);
    };
    let strings = sections.strings(endian, program, strings)?;
    for need in needs {
        let (_, versions) = need?;
        for version in versions {
            names.push(String::from_utf8_lossy(version?.name(endian, strings)?).into_owned());
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        Version::read(text).unwrap()
    }

    fn newest_of(names: &[&str]) -> Result<Option<String>> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        Ok(newest(&names)?.map(|version| version.to_string()))
    }

    #[test]
    fn versions_are_compared_as_numbers_and_not_as_text() {
        assert!(version("2.4") < version("2.34"));
        assert!(version("2.9") < version("2.10"));
        assert!(version("2.2") < version("2.2.5"));
        assert!(version("2.2.5") < version("2.3"));
        assert!(version("2.39") < version("3.0"));
        assert!(version("2.34") <= version("2.34"));
    }

    #[test]
    fn the_newest_version_is_what_is_needed() {
        let names = ["GLIBC_2.2.5", "GLIBC_2.34", "GLIBC_2.4", "GCC_4.2.0"];
        assert_eq!(newest_of(&names).unwrap().as_deref(), Some("2.34"));
        let with_feature = ["GLIBC_2.17", "GLIBC_ABI_DT_RELR"];
        assert_eq!(newest_of(&with_feature).unwrap().as_deref(), Some("2.36"));
        assert_eq!(newest_of(&["GCC_3.0"]).unwrap(), None);
    }

    #[test]
    fn a_version_that_nobody_knows_is_an_error_and_no_old_one() {
        assert!(newest_of(&["GLIBC_2.17", "GLIBC_PRIVATE"]).is_err());
        assert!(newest_of(&["GLIBC_"]).is_err());
    }

    #[test]
    fn a_page_states_one_version() {
        assert_eq!(stated("Linux with glibc 2.34 or later, no network").unwrap(), version("2.34"));
        assert!(stated("Linux with any glibc, or later").is_err());
        assert!(stated("glibc 2.34 or later; glibc 2.17 or later").is_err());
    }

    #[test]
    fn what_is_no_program_is_an_error() {
        assert!(needed(b"").is_err());
        assert!(needed(b"#!/bin/sh\n").is_err());
    }

    #[cfg(all(target_os = "linux", target_env = "gnu", target_pointer_width = "64"))]
    #[test]
    fn this_very_test_asks_for_a_glibc() {
        let program = std::fs::read(std::env::current_exe().unwrap()).unwrap();
        assert!(needed(&program).unwrap().is_some_and(|needed| needed >= version("2.2.5")));
    }
}
