//! `docs/five-reports.md` against the five reports that it is about.
//!
//! The reports may not be passed on, so they are not in the repository: whoever has them names their folder in
//! the environment variable `STEMMA_FIVE`. References stand in the document between backticks, as report
//! (the first three characters of its file name) and bytes. Below "## Passages" each must be the span of
//! a passage, below "## Statements" the content of a statement, below "## Furniture" a line of furniture; below "## What is reported" each row of the
//! table has all instances of one claim, and its origins.

#[allow(dead_code, reason = "the test of the example uses the rest of it")]
mod found;

use found::{Found, Place};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A place as the document writes it: report, first byte, one past the last.
type Reference = (String, usize, usize);

/// The document by sections: heading without marks, and the text below it.
fn sections(document: &str) -> BTreeMap<String, String> {
    let mut sections: BTreeMap<String, String> = BTreeMap::new();
    let mut heading = String::new();
    for line in document.lines() {
        match line.strip_prefix("## ") {
            Some(title) => heading = title.trim().to_owned(),
            None => {
                let section = sections.entry(heading.clone()).or_default();
                section.push_str(line);
                section.push('\n');
            }
        }
    }
    sections
}

/// What stands between backticks in a text.
fn marked(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// The references of a text.
fn references(text: &str) -> BTreeSet<Reference> {
    marked(text).filter_map(reference).collect()
}

/// `002 252-364`.
fn reference(words: &str) -> Option<Reference> {
    let (report, range) = words.split_once(' ')?;
    let (start, end) = range.split_once('-')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = report.len() == 3 && is_number(report) && is_number(start) && is_number(end);
    fits.then_some(())?;
    Some((report.to_owned(), start.parse().ok()?, end.parse().ok()?))
}

/// The table `| file | sha256 |`: names and hashes.
fn hashes(document: &str) -> BTreeMap<String, String> {
    let cells = |line: &str| -> Option<(String, String)> {
        let row = line.trim().strip_prefix('|')?.strip_suffix('|')?;
        let (file, hash) = row.split_once('|')?;
        let plain = |cell: &str| cell.trim().trim_matches('`').to_owned();
        Some((plain(file), plain(hash)))
    };
    let is_hash = |hash: &str| hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    document.lines().filter_map(cells).filter(|(_, hash)| is_hash(hash)).collect()
}

/// A found place as the document would write it.
fn as_reference(place: &Place) -> Reference {
    (place.file.chars().take(3).collect(), place.start, place.end)
}

fn assert_all_found(section: &str, document: &BTreeMap<String, String>, found: BTreeSet<Reference>) {
    let text = document.get(section).unwrap_or_else(|| panic!("the document has no section {section}"));
    let wanted = references(text);
    assert!(!wanted.is_empty(), "section {section} has no reference");
    let missing: Vec<_> = wanted.difference(&found).collect();
    assert!(missing.is_empty(), "section {section}: no finding has exactly these bytes: {missing:?}");
}

/// Each row of the table is one claim, with all its instances and its counts: `| what | 002 1-2 | 1-4, denied 0 |`.
fn assert_claims(document: &BTreeMap<String, String>, found: &Found) {
    let range = |(least, most): (usize, usize)| {
        if least == most { least.to_string() } else { format!("{least}-{most}") }
    };
    let claims: BTreeMap<BTreeSet<Reference>, String> = found
        .claims()
        .into_iter()
        .map(|claim| {
            let places = claim.instances.iter().map(as_reference).collect();
            (places, format!("{}, denied {}", range(claim.affirm), range(claim.deny)))
        })
        .collect();
    let rows: Vec<&str> = document["What is reported"]
        .lines()
        .filter(|line| line.starts_with('|') && !references(line).is_empty())
        .collect();
    assert!(!rows.is_empty(), "the table of claims has rows");
    for row in rows {
        let counts =
            claims.get(&references(row)).unwrap_or_else(|| panic!("no claim has these instances: {row}"));
        assert!(row.contains(&format!("| {counts} |")), "{row}: origins are {counts}");
    }
}

#[test]
fn the_document_holds_on_the_reports_that_it_is_about() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/five-reports.md");
    let Some(folder) = std::env::var_os("STEMMA_FIVE").map(PathBuf::from) else {
        println!("skipped: STEMMA_FIVE does not name the folder of the five reports");
        return;
    };
    let document = std::fs::read_to_string(path).expect("the document is there");
    let found = Found::in_folder(&folder);
    let expected = hashes(&document);
    assert_eq!(expected.len(), 5, "the document gives the hashes of five files");
    assert_eq!(found.hashes(), expected, "these are the files that the document is about");
    let document = sections(&document);
    let passages = found.families().into_iter().flatten();
    assert_all_found("Passages", &document, passages.map(|place| as_reference(&place)).collect());
    let statements = found.statements();
    let contents = statements.iter().flat_map(|statement| &statement.content);
    assert_all_found("Statements", &document, contents.map(as_reference).collect());
    assert_claims(&document, &found);
    let furniture = found.furniture();
    assert_all_found(
        "Furniture",
        &document,
        furniture.iter().map(|(place, _)| as_reference(place)).collect(),
    );
    // The document says that no order can be decided.
    let parents = found.parents();
    assert!(!parents.is_empty() && parents.iter().all(|kind| kind == "not-decidable"), "{parents:?}");
}

#[test]
fn references_are_read_out_of_sections() {
    let document = "# Title\n\n## Passages\n\n| what | report | bytes |\n|---|---|---|\n\
        | a `word` | `002 252-364` and `010 0-7` | not 003 1-2 |\n\n## Other\n`001 5-6`\n";
    let sections = sections(document);
    let expected = BTreeSet::from([("002".to_owned(), 252, 364), ("010".to_owned(), 0, 7)]);
    assert_eq!(references(&sections["Passages"]), expected);
    assert_eq!(references("`2 1-2` `abc 1-2` `002 -2` `002 1-` `002 +1-2` `002 1-2-3`"), BTreeSet::new());
}

#[test]
fn hashes_are_read_out_of_their_table() {
    let hash = "a".repeat(64);
    let table = format!("| file | sha256 |\n|---|---|\n| `001_b.txt` | `{hash}` |\n| what | 001 |\n");
    assert_eq!(hashes(&table), BTreeMap::from([("001_b.txt".to_owned(), hash)]));
}

#[test]
#[should_panic(expected = "no finding has exactly these bytes")]
fn a_reference_that_is_off_by_one_fails() {
    let document = sections("## Passages\n`002 252-364`\n");
    assert_all_found("Passages", &document, BTreeSet::from([("002".to_owned(), 252, 363)]));
}

#[test]
#[should_panic(expected = "has no reference")]
fn a_section_without_references_fails() {
    assert_all_found("Passages", &sections("## Passages\nnothing\n"), BTreeSet::new());
}
