//! `cargo xtask edges`: which of our crates may use which, and what the library may use at all.

use crate::finding::{Finding, conclude};
use crate::metadata::{DependencyKind, Metadata, Package, read_all, read_manifests};
use crate::network::can_reach_network;
use anyhow::Result;
use std::path::Path;

/// One of our crates and those of ours that it may use.
struct Row {
    package: &'static str,
    may_use: &'static [&'static str],
}

/// The allowed edges. They point one way: files come in through `stemma-ingest`, findings are made by
/// `stemma`, pages go out through `stemma-report`, what is kept lies in `stemma-archive`, and only the program sees all
/// of them. The edges never see each other, so that neither can lean on what the other does with the disk or the screen.
/// The analysis of language lies below `stemma`: used by it, using nothing of ours. What the program brings along for it is read
/// in one place, beside the files.
const ALLOWED: &[Row] = &[
    Row { package: "stemma-language", may_use: &[] },
    Row { package: "stemma-gazetteer", may_use: &[] },
    Row { package: "stemma-assets", may_use: &["stemma-gazetteer", "stemma-language"] },
    Row { package: "stemma", may_use: &["stemma-gazetteer", "stemma-language"] },
    Row { package: "stemma-ingest", may_use: &["stemma"] },
    Row { package: "stemma-report", may_use: &["stemma", "stemma-gazetteer"] },
    Row { package: "stemma-archive", may_use: &["stemma"] },
    // The desk shows what the pages show, and answers whoever asks on this machine.
    Row { package: "stemma-desk", may_use: &["stemma", "stemma-gazetteer", "stemma-report"] },
    Row {
        package: "stemma-cli",
        may_use: &[
            "stemma-gazetteer", "stemma", "stemma-archive", "stemma-assets", "stemma-desk", "stemma-ingest",
            "stemma-report",
        ],
    },
    Row {
        package: "quality",
        may_use: &[
            "stemma", "stemma-assets", "stemma-gazetteer", "stemma-ingest", "stemma-language",
            "stemma-report",
        ],
    },
    Row { package: "stemma-testkit", may_use: &[] },
    // Names are folded by the code that looks them up, or some could not be found.
    Row { package: "xtask", may_use: &["stemma-gazetteer"] },
];

/// What the tests of any crate may use: the fixture language, and the model of English with what reads it. They know
/// nothing else of ours, so they can never make a circle.
const FOR_TESTS: [&str; 4] = ["stemma-testkit", "stemma-assets", "stemma-gazetteer", "stemma-language"];

/// The libraries that must stay pure.
const LIBRARIES: &[&str] = &["stemma", "stemma-gazetteer", "stemma-language"];

/// All that they may use of the world: a map of names, threads, a hash, the tables of Unicode, the calendar, the widths of processors, values as bytes, derived error
/// messages, frequencies of letters in languages. None of them opens a file or a socket, or reads a clock.
const LIBRARY_MAY_USE: &[&str] = &[
    "fst",
    "hashbrown",
    "jiff",
    "postcard",
    "pulp",
    "rayon",
    "serde",
    "sha2",
    "thiserror",
    "unicode-normalization",
    "whatlang",
    "whichlang",
];

/// Checks the manifests against the table, and the whole graph of the program for network clients.
pub fn run(root: &Path) -> Result<()> {
    let manifests = read_manifests(root)?;
    let mut findings = check(&manifests, ALLOWED);
    let reachable = can_reach_network(&read_all(root)?)?;
    findings.extend(reachable.into_iter().map(at_manifest));
    let done = format!(
        "{} crates use only what they may; the program contains no network client",
        manifests.packages.len()
    );
    conclude(findings, &done)
}

fn check(metadata: &Metadata, allowed: &[Row]) -> Vec<Finding> {
    let ours: Vec<&str> = metadata.packages.iter().map(|package| package.name.as_str()).collect();
    let mut messages = stale_rows(&ours, allowed);
    for package in &metadata.packages {
        match allowed.iter().find(|row| row.package == package.name) {
            Some(row) => messages.extend(forbidden_edges(package, row, &ours)),
            None => messages.push(format!(
                "crate `{}` has no row in `ALLOWED` of xtask/src/edges.rs; \
                 add one that names what it may use",
                package.name
            )),
        }
        if LIBRARIES.contains(&package.name.as_str()) {
            messages.extend(impure_dependencies(package, &ours));
        }
    }
    messages.into_iter().map(at_manifest).collect()
}

/// A row for a crate that is gone would let a new one of that name in unread.
fn stale_rows(ours: &[&str], allowed: &[Row]) -> Vec<String> {
    let named = allowed.iter().flat_map(|row| std::iter::once(&row.package).chain(row.may_use));
    let mut gone: Vec<&str> = named.copied().filter(|name| !ours.contains(name)).collect();
    gone.sort_unstable();
    gone.dedup();
    gone.into_iter()
        .map(|name| {
            format!("`ALLOWED` of xtask/src/edges.rs names `{name}`, which is no crate of ours; take it out")
        })
        .collect()
}

fn forbidden_edges(package: &Package, row: &Row, ours: &[&str]) -> Vec<String> {
    let forbidden = package.dependencies.iter().filter(|dependency| {
        let name = dependency.name.as_str();
        let for_tests = FOR_TESTS.contains(&name) && dependency.kind == DependencyKind::Development;
        ours.contains(&name) && !row.may_use.contains(&name) && !for_tests
    });
    forbidden
        .map(|dependency| {
            format!(
                "crate `{}` may not use `{}`; move the code, \
                 or argue the edge in `ALLOWED` of xtask/src/edges.rs",
                package.name, dependency.name
            )
        })
        .collect()
}

fn impure_dependencies(library: &Package, ours: &[&str]) -> Vec<String> {
    let foreign = library.dependencies.iter().filter(|dependency| {
        let name = dependency.name.as_str();
        dependency.kind != DependencyKind::Development
            && !ours.contains(&name)
            && !LIBRARY_MAY_USE.contains(&name)
    });
    foreign
        .map(|dependency| {
            format!(
                "the library `{}` may not use `{}`; do it at an edge, \
                 or argue it in `LIBRARY_MAY_USE` of xtask/src/edges.rs",
                library.name, dependency.name
            )
        })
        .collect()
}

/// Edges are wrong between files; the manifest of the workspace is where a reader begins.
fn at_manifest(message: String) -> Finding {
    Finding::new("Cargo.toml", 1, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::Dependency;
    use DependencyKind::{Build, Development, Normal};

    /// A small house: the library, two edges, the fixtures.
    const HOUSE: &[Row] = &[
        Row { package: "stemma", may_use: &[] },
        Row { package: "stemma-ingest", may_use: &["stemma"] },
        Row { package: "stemma-report", may_use: &["stemma"] },
        Row { package: "stemma-testkit", may_use: &[] },
    ];

    /// What is said of the small house with one dependency added.
    fn said_when(user: &str, used: &str, kind: DependencyKind) -> Vec<String> {
        let packages = HOUSE.iter().map(|row| {
            let dependency = Dependency { name: used.to_owned(), kind };
            package(row.package, (row.package == user).then_some(dependency))
        });
        said_of(packages.collect())
    }

    fn package(name: &str, dependency: Option<Dependency>) -> Package {
        Package {
            id: format!("{name}-id"),
            name: name.to_owned(),
            version: "0.1.0".to_owned(),
            licence: None,
            dependencies: dependency.into_iter().collect(),
        }
    }

    fn said_of(packages: Vec<Package>) -> Vec<String> {
        let metadata = Metadata { packages, ..Metadata::default() };
        let findings = check(&metadata, HOUSE);
        findings.into_iter().map(|found| found.message).collect()
    }

    #[test]
    fn an_edge_in_the_table_passes() {
        assert!(said_when("stemma-ingest", "stemma", Normal).is_empty());
        assert!(said_when("stemma-ingest", "walkdir", Normal).is_empty());
    }

    #[test]
    fn an_edge_against_the_direction_is_found_whatever_it_is_for() {
        for kind in [Normal, Development, Build] {
            let said = said_when("stemma", "stemma-ingest", kind);
            assert!(said[0].contains("crate `stemma` may not use `stemma-ingest`"));
        }
    }

    #[test]
    fn the_edges_never_see_each_other() {
        assert_eq!(said_when("stemma-ingest", "stemma-report", Normal).len(), 1);
        assert_eq!(said_when("stemma-report", "stemma-ingest", Development).len(), 1);
    }

    #[test]
    fn fixtures_are_for_tests_only_and_know_nothing_of_ours() {
        assert!(said_when("stemma", "stemma-testkit", Development).is_empty());
        assert_eq!(said_when("stemma-report", "stemma-testkit", Normal).len(), 1);
        assert_eq!(said_when("stemma-testkit", "stemma", Development).len(), 1);
    }

    #[test]
    fn the_library_may_use_little_but_its_tests_what_they_like() {
        assert!(said_when("stemma", "sha2", Normal).is_empty());
        assert!(said_when("stemma", "proptest", Development).is_empty());
        assert!(said_when("stemma", "regex", Normal)[0].contains("may not use `regex`"));
        assert_eq!(said_when("stemma", "cc", Build).len(), 1);
    }

    #[test]
    fn a_crate_without_a_row_and_a_row_without_a_crate_are_found() {
        let mut packages: Vec<_> = HOUSE.iter().map(|row| package(row.package, None)).collect();
        assert!(said_of(packages.split_off(0)).is_empty());

        let mut packages: Vec<_> = HOUSE.iter().map(|row| package(row.package, None)).collect();
        packages.push(package("stemma-store", None));
        assert!(said_of(packages)[0].contains("crate `stemma-store` has no row"));

        let without_fixtures = HOUSE[..3].iter().map(|row| package(row.package, None));
        let said = said_of(without_fixtures.collect());
        assert!(said[0].contains("names `stemma-testkit`, which is no crate of ours"));
    }
}
