//! A statement with all that a reader needs to judge and cite it.

use super::Part;
use crate::quotations::{content, content_span, words_at, words_of};
use crate::said::act;
use crate::{Numbering, Place};
use stemma::Account;
use stemma::model::{ByteRange, Report, SpeakerGrade, Statement, StatementKind};

/// A statement with what is needed to cite it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementView<'a> {
    /// Which of the list, from 1.
    pub number: usize,
    /// Which of the account, from 0.
    pub idx: usize,
    /// The statement.
    pub statement: &'a Statement,
    /// The report that it stands in.
    pub report: &'a Report,
    /// The runs of words said, in order.
    pub pieces: Vec<&'a str>,
    /// Where they stand, from the first to the last.
    pub place: Place,
    /// Who says it; absent where nobody is known to.
    pub speaker: Option<SpeakerView<'a>>,
    /// The words that should say who speaks; absent where there are none or they are the name, with
    /// or without its article.
    pub source: Option<&'a str>,
}

/// The speaker of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpeakerView<'a> {
    /// The words that name him.
    pub name: &'a str,
    /// Where they stand.
    pub named_at: Place,
    /// On what ground he is given.
    pub grade: SpeakerGrade,
}

impl<'a> StatementView<'a> {
    /// The statement of an index; its number is that in a list, and given later.
    pub fn of(account: &'a Account, numbering: &Numbering, idx: usize) -> Self {
        let statement = &account.statements[idx];
        let report = account.report(statement.span.report);
        let words = |range: &ByteRange| range.of(&report.text);
        let speaker = statement.speaker.as_ref().map(|speaker| SpeakerView {
            name: words_at(account, speaker.name),
            named_at: numbering.place(speaker.name),
            grade: speaker.grade,
        });
        let source = statement.source.as_ref().map(words);
        let is_name = |source: &&str| {
            let words = words_of(source);
            let plain = words.strip_prefix("the ").unwrap_or(&words);
            speaker.is_some_and(|speaker| [words.as_str(), plain].contains(&words_of(speaker.name).as_str()))
        };
        StatementView {
            number: 0,
            idx,
            statement,
            report,
            pieces: content(statement).iter().map(words).collect(),
            place: numbering.place(content_span(statement)),
            speaker,
            source: source.filter(|source| !is_name(source)),
        }
    }

    /// How the words are given, and what the speaker did by them where that is more than saying. Without it, he would
    /// be taken to say what he denied.
    pub fn manner(&self) -> Vec<Part<'a>> {
        let kind = match self.statement.kind {
            StatementKind::Direct => "quotation",
            StatementKind::Indirect => "indirect",
            StatementKind::Mixed => "indirect with quotation",
        };
        let act = act(self.statement).map(|(whether, what)| [", ", whether, what]);
        std::iter::once(kind).chain(act.into_iter().flatten()).map(Part::Label).collect()
    }

    /// Whether a reader who sees quotation marks knows from them how the words are given.
    pub fn is_plain_quotation(&self) -> bool {
        self.statement.kind != StatementKind::Indirect && act(self.statement).is_none()
    }

    /// What else a reader must know, one remark after the other; a stated speaker needs none.
    pub fn remarks(&self) -> Vec<Vec<Part<'a>>> {
        use Part::{Label, Near};
        let mut remarks = self.ground();
        let text = &self.report.text;
        for relay in &self.statement.relays {
            remarks.push(match relay.source {
                Some(source) => vec![Label("passed on by "), Near(source.of(text))],
                None => vec![Label("passed on by nobody named: "), Near(relay.cue.of(text))],
            });
        }
        if let Some(uttered) = self.statement.uttered {
            remarks.push(vec![Label("when: "), Near(uttered.of(text))]);
        }
        if self.statement.continues {
            remarks.push(vec![Label("goes on from the statement before it")]);
        }
        remarks
    }

    /// On what ground the speaker is given, and the words that stand for him here.
    fn ground(&self) -> Vec<Vec<Part<'a>>> {
        use Part::{Label, Near};
        let source = self.source.map(|source| vec![Label("source words: "), Near(source)]);
        let Some(SpeakerView { name, named_at, grade }) = self.speaker else {
            return source.into_iter().collect();
        };
        let ground = match (grade, self.source) {
            (SpeakerGrade::Stated, _) => return source.into_iter().collect(),
            (SpeakerGrade::Resolved, Some(source)) => {
                let stands_for =
                    [Label("resolved: \u{201c}"), Near(source), Label("\u{201d} stands for "), Near(name)];
                return vec![[&stands_for[..], &[Label(", named at "), Part::Place(named_at)]].concat()];
            }
            (SpeakerGrade::Resolved, None) => vec![Label("resolved: named at "), Part::Place(named_at)],
            (SpeakerGrade::Witness, _) => {
                vec![Label("named in another report: "), Near(name), Label(", "), Part::Place(named_at)]
            }
            (SpeakerGrade::SameWords, _) => vec![
                Label("probable: another report gives the same words to "),
                Near(name),
                Label(", "),
                Part::Place(named_at),
            ],
        };
        std::iter::once(ground).chain(source).collect()
    }
}
