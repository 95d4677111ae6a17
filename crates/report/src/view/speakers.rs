//! Who said what: the statements of each named speaker, then those of nobody named.

use super::Identifiers;
use crate::quotations::{content, content_span, speaker_name, words_of};
use crate::{Numbering, Place};
use std::collections::BTreeMap;
use stemma::Account;
use stemma::model::{ByteRange, Report, Statement};

/// A speaker and his statements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerView<'a> {
    /// The words that name him, where he speaks first; absent for statements of nobody named.
    pub name: Option<&'a str>,
    /// His statements, by number of the report and place.
    pub statements: Vec<StatementView<'a>>,
}

/// A statement with what is needed to cite it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementView<'a> {
    /// Which of the list, from 1.
    pub number: usize,
    /// Its identifier in the JSON Lines.
    pub id: String,
    /// The statement.
    pub statement: &'a Statement,
    /// The report that it stands in.
    pub report: &'a Report,
    /// The runs of words said, in order.
    pub pieces: Vec<&'a str>,
    /// Where they stand, from the first to the last.
    pub place: Place,
    /// Where the speaker is named; absent where he is not.
    pub named_at: Option<Place>,
    /// The words that name him.
    pub name: Option<&'a str>,
    /// The words that should say who speaks but name nobody.
    pub source: Option<&'a str>,
}

/// All statements. A name that differs in capitals or marks only is the same.
pub(super) fn speakers<'a>(
    account: &'a Account,
    numbering: &Numbering,
    identifiers: &Identifiers,
) -> Vec<SpeakerView<'a>> {
    let mut by_name: BTreeMap<(bool, String), Vec<StatementView>> = BTreeMap::new();
    for (statement, id) in account.statements.iter().zip(&identifiers.statements) {
        let view = view(account, numbering, statement, id);
        let key = (view.name.is_none(), view.name.map_or_else(String::new, words_of));
        by_name.entry(key).or_default().push(view);
    }
    let mut number = 0;
    by_name
        .into_values()
        .map(|mut statements| {
            statements.sort_by_key(|statement| statement.place);
            for statement in &mut statements {
                number += 1;
                statement.number = number;
            }
            SpeakerView { name: statements.first().and_then(|statement| statement.name), statements }
        })
        .collect()
}

fn view<'a>(
    account: &'a Account,
    numbering: &Numbering,
    statement: &'a Statement,
    id: &str,
) -> StatementView<'a> {
    let report = account.report(statement.span.report);
    let words = |range: &ByteRange| range.of(&report.text);
    let name = speaker_name(account, statement);
    StatementView {
        number: 0,
        id: id.to_owned(),
        statement,
        report,
        pieces: content(statement).iter().map(words).collect(),
        place: numbering.place(content_span(statement)),
        named_at: statement.speaker.as_ref().map(|speaker| numbering.place(speaker.name)),
        name,
        source: statement.source.filter(|_| name.is_none()).map(|range| words(&range)),
    }
}
