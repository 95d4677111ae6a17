//! Titles and furniture: every line for what it is.

use crate::departures::LINES;
use crate::{EXPECTED, FOUND, assert_departures};
use std::collections::{BTreeMap, BTreeSet};

/// File and line.
type Line = (String, String);

/// What each title and each line of furniture is.
fn kinds(titles: Vec<Line>, furniture: Vec<(Line, String)>) -> BTreeMap<Line, String> {
    titles.into_iter().map(|line| (line, "title".to_owned())).chain(furniture).collect()
}

#[test]
fn every_line_is_taken_for_what_it_is() {
    let furniture = EXPECTED.furniture().into_iter().map(|(file, line, kind)| ((file, line), kind));
    let expected = kinds(EXPECTED.titles(), furniture.collect());
    let found = kinds(
        FOUND.titles().into_iter().map(|place| (place.file, place.text)).collect(),
        FOUND.furniture().into_iter().map(|(place, kind)| ((place.file, place.text), kind)).collect(),
    );
    let lines: BTreeSet<&Line> = expected.keys().chain(found.keys()).collect();
    let kind = |kinds: &BTreeMap<Line, String>, line: &Line| {
        kinds.get(line).map_or("paragraph", String::as_str).to_owned()
    };
    let wrong = lines.into_iter().filter_map(|line| {
        let (wanted, got) = (kind(&expected, line), kind(&found, line));
        (wanted != got).then(|| format!("{}: {}: {got} for {wanted}", line.0, line.1))
    });
    assert_departures(wrong, LINES);
}
