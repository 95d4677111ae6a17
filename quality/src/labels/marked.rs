//! The file of labels: one page a line, with tabs between the name of its file, its SHA-256, the byte ranges of its article and
//! those of its furniture (`12-40,88-103`, end exclusive). No text of any page.

use anyhow::{Context, Result};
use std::ops::Range;
use std::path::Path;

/// A page that was marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Of the bytes of its file, unpacked.
    pub sha256: String,
    /// The article: in order, without overlaps.
    pub article: Vec<Range<usize>>,
    /// What the page shows beside it and its headline.
    pub furniture: Vec<Range<usize>>,
}

/// Reads the labels.
pub fn read_labels(file: &Path) -> Result<Vec<Marked>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|(number, line)| {
            of_line(line).with_context(|| format!("line {} of {} is no label", number + 1, file.display()))
        })
        .collect()
}

fn of_line(line: &str) -> Option<Marked> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [_, sha256, article, furniture] = fields[..] else {
        return None;
    };
    Some(Marked { sha256: sha256.to_owned(), article: ranges(article)?, furniture: ranges(furniture)? })
}

fn ranges(text: &str) -> Option<Vec<Range<usize>>> {
    let range = |part: &str| {
        let (start, end) = part.split_once('-')?;
        Some(start.parse().ok()?..end.parse().ok()?)
    };
    text.split(',').filter(|part| !part.is_empty()).map(range).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_page() {
        let marked = of_line("a.html\tff00\t12-40,88-103\t").expect("it is one");
        assert_eq!((marked.article, marked.furniture), (vec![12..40, 88..103], vec![]));
        assert_eq!(of_line("a.html\tff00\t12\t"), None);
    }
}
