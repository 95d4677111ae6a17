//! A fixture into sections: one header and one body a report.

use std::collections::BTreeMap;

/// What begins a header line.
const HEADER: &str = "//-";

/// A report whose brackets are not read yet.
pub struct Section {
    /// Its name, without a slash in front.
    pub name: String,
    /// The fields of its header.
    pub meta: BTreeMap<String, String>,
    /// Its text with brackets, without empty lines at either end.
    pub body: String,
}

/// The sections of a fixture, in order.
pub fn sections(fixture: &str) -> Vec<Section> {
    let lines = without_shared_indentation(fixture);
    let mut sections: Vec<(Option<&str>, Vec<&str>)> = vec![(None, Vec::new())];
    for line in lines {
        match line.strip_prefix(HEADER) {
            Some(header) => sections.push((Some(header), Vec::new())),
            None => {
                let (_, body) = sections.last_mut().expect("the list begins with one entry");
                body.push(line);
            }
        }
    }
    let headless = body(&sections.remove(0).1);
    if sections.is_empty() {
        return vec![Section {
            name: "report.txt".to_owned(),
            meta: BTreeMap::new(),
            body: headless,
        }];
    }
    assert!(
        headless.is_empty(),
        "fixture: text stands before the first header: {headless:?}"
    );
    sections
        .into_iter()
        .map(|(header, lines)| section(header.unwrap_or_default(), &lines))
        .collect()
}

fn section(header: &str, lines: &[&str]) -> Section {
    let mut fields = fields(header).into_iter();
    let name = fields.next().unwrap_or_default();
    let name = name.strip_prefix('/').unwrap_or(&name).to_owned();
    assert!(
        !name.is_empty(),
        "fixture: a header without a name: {HEADER}{header}"
    );
    let mut meta = BTreeMap::new();
    for field in fields {
        let Some((key, value)) = field.split_once(':') else {
            panic!("fixture: {name}: the field {field:?} is not key:value");
        };
        let before = meta.insert(key.to_owned(), value.to_owned());
        assert!(before.is_none(), "fixture: {name}: {key} is given twice");
    }
    Section {
        name,
        meta,
        body: body(lines),
    }
}

/// The fields of a header: parted by blanks, except between quotation marks, which are taken off.
fn fields(header: &str) -> Vec<String> {
    let mut fields = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    for c in header.chars() {
        match c {
            '"' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => {
                if !field.is_empty() {
                    fields.push(std::mem::take(&mut field));
                }
            }
            c => field.push(c),
        }
    }
    assert!(
        !quoted,
        "fixture: a quotation mark is not closed: {HEADER}{header}"
    );
    if !field.is_empty() {
        fields.push(field);
    }
    fields
}

/// Lines as one text, without empty lines at either end.
fn body(lines: &[&str]) -> String {
    let filled = |line: &&str| !line.trim().is_empty();
    let Some(first) = lines.iter().position(filled) else {
        return String::new();
    };
    let last = lines.iter().rposition(filled).unwrap_or(first);
    lines[first..=last].join("\n")
}

/// The lines of a fixture without the blanks that begin every line that is not empty.
fn without_shared_indentation(fixture: &str) -> Vec<&str> {
    let blanks = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let shared = fixture
        .split('\n')
        .filter(|line| !line.trim().is_empty())
        .map(blanks)
        .min()
        .unwrap_or(0);
    fixture
        .split('\n')
        .map(|line| line.get(shared..).unwrap_or(""))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deeper_indentation_is_text() {
        let found = sections("  //- /a.txt\n  One.\n    Two.\n");
        assert_eq!(found[0].body, "One.\n  Two.");
    }

    #[test]
    fn a_report_may_be_empty() {
        let found = sections("//- /a.txt\n//- /b.txt\nText.");
        assert_eq!(found[0].body, "");
        assert_eq!(found[1].body, "Text.");
    }

    #[test]
    fn a_colon_in_a_value_belongs_to_the_value() {
        let found = sections("//- /a.txt url:https://coastwire.example/1\nText.");
        assert_eq!(found[0].meta["url"], "https://coastwire.example/1");
    }

    #[test]
    #[should_panic(expected = "text stands before the first header")]
    fn text_before_the_first_header_is_an_error() {
        sections("Lost words.\n//- /a.txt\nText.");
    }

    #[test]
    #[should_panic(expected = "the field \"Coastwire\" is not key:value")]
    fn a_field_without_a_key_is_an_error() {
        sections("//- /a.txt Coastwire\nText.");
    }
}
