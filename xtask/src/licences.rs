//! `cargo xtask licences`: what we depend on is free to use as we promise, and each thing has its reason.

use crate::asset_notices::unnamed_assets;
use crate::dependency_reasons::missing_reasons;
use crate::finding::{Finding, conclude};
use crate::licence_expression::is_satisfied;
use crate::metadata::{Metadata, Package, read_all};
use crate::repository::read_files;
use anyhow::Result;
use std::path::Path;

/// Licences that ask for no more than their own text and a name in our distribution.
const ALLOWED: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "CC0-1.0",
    "Unlicense",
    "BSL-1.0",
];

/// A licence that is allowed for one package only, because somebody argued it.
struct Argued {
    package: &'static str,
    licence: &'static str,
    /// Why this package is worth it and what its licence asks of us.
    #[expect(dead_code, reason = "read by people, in this file")]
    argument: &'static str,
}

/// For licences such as MPL-2.0, which bind the files of the package and not ours.
const ARGUED: &[Argued] = &[
    Argued { package: "cssparser", licence: "MPL-2.0", argument: CSS_SELECTORS },
    Argued { package: "cssparser-macros", licence: "MPL-2.0", argument: CSS_SELECTORS },
    Argued { package: "dtoa-short", licence: "MPL-2.0", argument: CSS_SELECTORS },
    Argued { package: "selectors", licence: "MPL-2.0", argument: CSS_SELECTORS },
];

/// They come with the extractor of articles.
const CSS_SELECTORS: &str = "reads the selectors by which the extractor finds its way in a page; its own files stay \
    under MPL-2.0, unchanged and named in NOTICE, and ours are not bound";

/// Checks the licences of all packages in the lock file, and the reasons in the manifests.
pub fn run(root: &Path) -> Result<()> {
    let metadata = read_all(root)?;
    let mut findings = check(&metadata, ARGUED);
    let files = read_files(root)?;
    findings.extend(missing_reasons(&files));
    findings.extend(unnamed_assets(&files));
    let done = format!("licences of {} packages allow our use", metadata.packages.len());
    conclude(findings, &done)
}

fn check(metadata: &Metadata, argued: &[Argued]) -> Vec<Finding> {
    let wrong = metadata.packages.iter().filter_map(|package| problem(package, argued));
    wrong.map(|message| Finding::new("Cargo.lock", 1, message)).collect()
}

fn problem(package: &Package, argued: &[Argued]) -> Option<String> {
    let name = format!("{} {}", package.name, package.version);
    let Some(expression) = &package.licence else {
        return Some(format!("{name} states no licence expression; do without this package"));
    };
    let is_allowed = |licence: &str| {
        ALLOWED.contains(&licence)
            || argued.iter().any(|case| case.package == package.name && case.licence == licence)
    };
    match is_satisfied(expression, &is_allowed) {
        Ok(true) => None,
        Ok(false) => Some(format!(
            "{name} is under `{expression}`, which is not allowed; do without it, \
             or argue it in `ARGUED` of xtask/src/licences.rs"
        )),
        Err(error) => Some(format!("the licence of {name} cannot be read: {error:#}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of one package under this licence.
    fn said_of(licence: Option<&str>, argued: &[Argued]) -> Vec<String> {
        let package = Package {
            id: "parser-id".to_owned(),
            name: "parser".to_owned(),
            version: "1.2.3".to_owned(),
            licence: licence.map(str::to_owned),
            dependencies: vec![],
        };
        let metadata = Metadata { packages: vec![package], ..Metadata::default() };
        let findings = check(&metadata, argued);
        findings.into_iter().map(|found| found.message).collect()
    }

    #[test]
    fn a_permissive_licence_passes() {
        assert!(said_of(Some("MIT OR Apache-2.0"), &[]).is_empty());
        assert!(said_of(Some("MIT OR LGPL-2.1-or-later"), &[]).is_empty());
    }

    #[test]
    fn a_licence_that_binds_us_is_named_with_its_package() {
        let said = said_of(Some("GPL-3.0-only"), &[]);
        assert!(said[0].starts_with("parser 1.2.3 is under `GPL-3.0-only`"));
        assert_eq!(said_of(Some("MIT AND GPL-3.0-only"), &[]).len(), 1);
    }

    #[test]
    fn no_licence_and_no_readable_licence_are_findings() {
        assert!(said_of(None, &[])[0].contains("states no licence"));
        assert!(said_of(Some("MIT OR"), &[])[0].contains("cannot be read"));
    }

    #[test]
    fn an_argued_licence_holds_for_its_own_package_only() {
        let for_package =
            |package| [Argued { package, licence: "MPL-2.0", argument: "files of its own, unchanged" }];
        assert_eq!(said_of(Some("MPL-2.0"), &[]).len(), 1);
        assert!(said_of(Some("MPL-2.0"), &for_package("parser")).is_empty());
        assert_eq!(said_of(Some("MPL-2.0"), &for_package("other")).len(), 1);
    }
}
