//! Invented sentences, each with the statements that a careful reader finds in it, and laws on any text.

mod laws;
mod speech;
mod traps;

use super::{Attributed, Named, Reference, find_statements};
use crate::language::analyse;
use crate::model::{ByteRange, Layout, Report, ReportIdx, Sentence, Sha256, Stance, StatementKind};
use crate::text::{Reading, find_quotations};
use stemma_language::Model;

/// A text and its statements. In the text, ` / ` parts sentences, a line break paragraphs, and a line that
/// begins with `# ` is a headline. A statement is `content | cue | source | speaker | kind`, with ` + ` between
/// several ranges of content, `-` for what is not stated, and `denies` behind the kind of a denial.
type Item = (&'static str, &'static [&'static str]);

/// The model of English, read once for all tests.
fn model() -> &'static Model {
    &stemma_assets::english().expect("what the program brings along is whole").model
}

fn check(items: &[Item]) {
    let mut wrong = Vec::new();
    for (text, expected) in items {
        let (report, reading) = read(text);
        let found: Vec<String> =
            find_statements(ReportIdx(0), &report, &reading, &analyse(&report, &reading, model()))
                .iter()
                .map(|statement| shown(&report.text, statement))
                .collect();
        if found != *expected {
            wrong.push(format!("{text}\n  expected {expected:#?}\n  found    {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

fn shown(text: &str, found: &Attributed) -> String {
    let Attributed { statement, reference, .. } = found;
    let name = match reference {
        Reference::Named(Named { name, .. }) => Some(*name),
        _ => None,
    };
    let words = |range: Option<ByteRange>| range.map_or("-", |range| range.of(text));
    let content: Vec<&str> = statement.content.iter().map(|range| range.of(text)).collect();
    let kind = match statement.kind {
        StatementKind::Direct => "direct",
        StatementKind::Indirect => "indirect",
        StatementKind::Mixed => "mixed",
    };
    let stance = match statement.stance {
        Stance::Affirms => "",
        Stance::Denies => " denies",
    };
    format!(
        "{} | {} | {} | {} | {kind}{stance}",
        content.join(" + "),
        words(statement.cue),
        words(statement.source),
        words(name),
    )
}

/// A report and its reading, from the form described at [`Item`].
fn read(marked: &str) -> (Report, Reading) {
    let mut text = String::new();
    let mut layout = Layout::default();
    let mut sentences = Vec::new();
    for line in marked.split('\n') {
        let (title, line) = match line.strip_prefix("# ") {
            Some(rest) => (true, rest),
            None => (false, line),
        };
        let block = sentences.last().map_or(0, |last: &Sentence| last.block + 1);
        let start = text.len();
        for (idx, sentence) in line.split(" / ").enumerate() {
            if idx > 0 {
                text.push(' ');
            }
            let range = ByteRange::new(text.len(), text.len() + sentence.len());
            text.push_str(sentence);
            sentences.push(Sentence { range, block });
        }
        let blocks = if title { &mut layout.titles } else { &mut layout.paragraphs };
        blocks.push(ByteRange::new(start, text.len()));
        text.push('\n');
    }
    let reading = Reading { quotations: find_quotations(&text, &layout), sentences };
    (report(text, layout), reading)
}

fn report(text: String, layout: Layout) -> Report {
    Report {
        text_sha256: Sha256::of(text.as_bytes()),
        text,
        outlet: None,
        owner: None,
        url: None,
        published: None,
        modified: None,
        previous: None,
        captures: Vec::new(),
        layout,
    }
}
