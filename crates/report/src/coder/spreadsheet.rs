//! Lines of a table with commas that a spreadsheet reads as text.

use crate::visible;

/// One line, its cells parted by commas. Line breaks in a cell become blanks; what would begin a formula gets an apostrophe before
/// it, as spreadsheets have it.
pub fn csv_line<S: AsRef<str>>(cells: impl IntoIterator<Item = S>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|cell| quoted(&harmless(cell.as_ref()))).collect();
    format!("{}\n", cells.join(","))
}

fn harmless(cell: &str) -> String {
    let plain = visible(&cell.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned();
    match plain.chars().next() {
        Some('=' | '+' | '-' | '@' | '|' | '%') => format!("'{plain}"),
        _ => plain,
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_and_quotation_marks_stay_inside_their_cell() {
        assert_eq!(
            csv_line(["a, b", "say \"no\"", "", "two\nlines"]),
            "\"a, b\",\"say \"\"no\"\"\",,two lines\n"
        );
    }

    #[test]
    fn nothing_is_run_as_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@a", "\t=1", " =1", "|a", "%a"] {
            let line = csv_line([cell]);
            assert!(line.starts_with('\''), "{line}");
        }
    }
}
