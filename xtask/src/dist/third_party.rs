//! The licences of the packages in the program: most ask that their text goes where the program goes.

use super::PROGRAM;
use crate::metadata::{Package, read_for, read_manifests};
use crate::network::reach;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// How the names of files with licences begin, in capitals.
const NAMES: &[&str] = &["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

const RULE: &str = "----------------------------------------------------------------------";

/// One package of somebody else, with the texts that it brings.
struct Foreign {
    /// Name and version.
    name: String,
    /// The expression in its manifest.
    licence: String,
    /// Its files about licences, in the order of their names.
    texts: Vec<String>,
}

/// Every package of others in the program for this kind of machine, and every text once.
pub fn licences(root: &Path, target: &str) -> Result<String> {
    let (metadata, folders) = read_for(root, target)?;
    let program = metadata.packages.iter().find(|package| package.name == PROGRAM);
    let program = program.with_context(|| format!("no package `{PROGRAM}`"))?;
    let linked = reach(&metadata, &program.id)?;
    let ours: Vec<String> = read_manifests(root)?.packages.into_iter().map(|package| package.id).collect();
    let mut packages = Vec::new();
    for package in metadata.packages.iter().filter(|package| linked.contains_key(package.id.as_str())) {
        if !ours.contains(&package.id) {
            let folder = folders.get(&package.id).context("a package without a folder")?;
            packages.push(foreign(package, folder)?);
        }
    }
    packages.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(page(&packages))
}

fn foreign(package: &Package, folder: &Path) -> Result<Foreign> {
    let listed = || format!("cannot list the files of {}", package.name);
    let mut files = Vec::new();
    for entry in folder.read_dir().with_context(listed)? {
        let path = entry.with_context(listed)?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().to_uppercase()).unwrap_or_default();
        if path.is_file() && NAMES.iter().any(|known| name.starts_with(known)) {
            files.push(path);
        }
    }
    files.sort();
    let read = |path| std::fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    Ok(Foreign {
        name: format!("{} {}", package.name, package.version),
        licence: package.licence.clone().unwrap_or_default(),
        texts: files.iter().map(read).collect::<Result<_, _>>().with_context(listed)?,
    })
}

fn page(packages: &[Foreign]) -> String {
    let mut page = String::from("Packages of others in this program, with their licences:\n\n");
    let mut users: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for package in packages {
        let without = if package.texts.is_empty() { "; the package brings no text of it" } else { "" };
        writeln!(page, "  {}: {}{without}", package.name, package.licence)
            .expect("a String takes every write");
        for text in &package.texts {
            // Files differ in the ends of their lines only; that makes no other licence.
            let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
            users.entry(lines.join("\n")).or_default().push(&package.name);
        }
    }
    let mut texts: Vec<_> = users.into_iter().map(|(text, names)| (names, text)).collect();
    texts.sort();
    for (mut names, text) in texts {
        names.dedup();
        write!(page, "\n{RULE}\n{}:\n\n{text}\n", names.join(", ")).expect("a String takes every write");
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, texts: &[&str]) -> Foreign {
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        Foreign { name: name.to_owned(), licence: "MIT".to_owned(), texts }
    }

    #[test]
    fn a_text_that_two_packages_share_is_given_once_under_both_names() {
        let page = page(&[package("a 1.0", &["Free.\n"]), package("b 2.0", &["Free.\r\n", "Copyright B"])]);
        assert!(page.contains("\na 1.0, b 2.0:\n\nFree.\n"), "{page}");
        assert!(page.contains("\nb 2.0:\n\nCopyright B\n"), "{page}");
        assert_eq!(page.matches("Free.").count(), 1);
    }

    #[test]
    fn a_package_without_a_text_is_named_as_such() {
        let page = page(&[package("a 1.0", &[])]);
        assert!(page.contains("  a 1.0: MIT; the package brings no text of it\n"), "{page}");
    }
}
