//! Who said what: the statements of each voice, or of each report.

use super::StatementView;
use crate::quotations::{words_at, words_of};
use crate::said::grade_words;
use crate::{Numbering, Place};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use stemma::Account;
use stemma::model::{ReportIdx, SpeakerGrade, VoiceIdx, VoiceKind};

/// By what statements are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuotesBy {
    /// By who speaks.
    Speaker,
    /// By the report in which they stand.
    Report,
}

/// A voice and its statements, or those that have no speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceView<'a> {
    /// Which voice of the account, and what it is; absent where no speaker is known.
    pub voice: Option<(VoiceIdx, VoiceKind)>,
    /// The words under which it is shown.
    pub name: Option<&'a str>,
    /// The other names under which it appears.
    pub other_names: Vec<NameView<'a>>,
    /// In how many reports the statements stand.
    pub n_reports: usize,
    /// The statements, by number of the report and place.
    pub statements: Vec<StatementView<'a>>,
}

impl VoiceView<'_> {
    /// How many of the statements are the voice's on no better ground than another report, by ground: they are not
    /// counted as if each were stated.
    pub fn borrowed(&self) -> Vec<(usize, &'static str)> {
        let on = |ground: SpeakerGrade| {
            let speakers = self.statements.iter().filter_map(|statement| statement.speaker);
            let n_statements = speakers.filter(|speaker| speaker.grade == ground).count();
            Some((n_statements, grade_words(ground)?)).filter(|(n_statements, _)| *n_statements > 0)
        };
        [SpeakerGrade::Witness, SpeakerGrade::SameWords].into_iter().filter_map(on).collect()
    }
}

/// One of the names of a voice; one that differs in capitals or marks only is the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameView<'a> {
    /// The name, as it stands first.
    pub words: &'a str,
    /// Where that is.
    pub place: Place,
    /// How many reports have it.
    pub n_reports: usize,
}

/// Who said what: voices of most statements first, then by name; statements without a speaker last.
///
/// With `speaker`, only the voices that have a name with these words in it, whatever the capitals.
pub fn voices<'a>(account: &'a Account, numbering: &Numbering, speaker: Option<&str>) -> Vec<VoiceView<'a>> {
    let wanted = speaker.map(str::to_lowercase);
    let mut of_voice: BTreeMap<Option<VoiceIdx>, Vec<StatementView>> = BTreeMap::new();
    for (idx, statement) in account.statements.iter().enumerate() {
        let voice = statement.speaker.as_ref().map(|speaker| speaker.voice);
        of_voice.entry(voice).or_default().push(StatementView::of(account, numbering, idx));
    }
    if let Some(wanted) = &wanted {
        of_voice.retain(|voice, _| voice.is_some_and(|voice| is_called(account, voice, wanted)));
    }
    let groups = of_voice.into_iter();
    let mut views: Vec<VoiceView> =
        groups.map(|(voice, statements)| view(account, numbering, voice, statements)).collect();
    views.sort_by_cached_key(|view| {
        let first = view.statements.first().map(|statement| statement.place);
        let name = view.name.map_or_else(String::new, words_of);
        (view.voice.is_none(), Reverse(view.statements.len()), name, first)
    });
    number(views.iter_mut().map(|view| &mut view.statements));
    views
}

/// The statements of each report that has any, by number of the report; with `speaker` as for [`voices()`].
pub fn by_report<'a>(
    account: &'a Account,
    numbering: &Numbering,
    speaker: Option<&str>,
) -> Vec<(ReportIdx, Vec<StatementView<'a>>)> {
    let found = voices(account, numbering, speaker).into_iter().flat_map(|view| view.statements);
    let mut reports: BTreeMap<usize, Vec<StatementView>> = BTreeMap::new();
    found.for_each(|statement| reports.entry(statement.place.report).or_default().push(statement));
    reports.values_mut().for_each(|statements| statements.sort_by_key(|statement| statement.place));
    number(reports.values_mut());
    reports.into_values().map(|statements| (statements[0].statement.span.report, statements)).collect()
}

fn number<'v, 'a: 'v>(lists: impl Iterator<Item = &'v mut Vec<StatementView<'a>>>) {
    let statements = lists.flat_map(|statements| statements.iter_mut());
    (1..).zip(statements).for_each(|(number, statement)| statement.number = number);
}

/// Whether any voice has a name with these words in it, whatever the capitals.
pub fn is_named(account: &Account, speaker: &str) -> bool {
    let wanted = speaker.to_lowercase();
    (0..account.voices.len() as u32).any(|idx| is_called(account, VoiceIdx(idx), &wanted))
}

fn is_called(account: &Account, voice: VoiceIdx, wanted: &str) -> bool {
    let names = account.voice(voice).names.iter();
    names.map(|name| words_at(account, *name)).any(|name| name.to_lowercase().contains(wanted))
}

fn view<'a>(
    account: &'a Account,
    numbering: &Numbering,
    voice: Option<VoiceIdx>,
    mut statements: Vec<StatementView<'a>>,
) -> VoiceView<'a> {
    statements.sort_by_key(|statement| statement.place);
    let name = voice.and_then(|voice| shown_name(account, voice));
    let n_reports = statements.iter().map(|statement| statement.place.report).collect::<BTreeSet<_>>().len();
    VoiceView {
        voice: voice.map(|voice| (voice, account.voice(voice).kind)),
        name,
        other_names: voice.map_or_else(Vec::new, |voice| other_names(account, numbering, voice)),
        n_reports,
        statements,
    }
}

/// The words under which a voice is shown.
pub fn shown_name(account: &Account, voice: VoiceIdx) -> Option<&str> {
    let voice = account.voice(voice);
    let name = voice.names.get(voice.shown as usize).or(voice.names.first())?;
    Some(words_at(account, *name))
}

/// Those that most reports have first, then by where they stand.
fn other_names<'a>(account: &'a Account, numbering: &Numbering, voice: VoiceIdx) -> Vec<NameView<'a>> {
    let mut by_words: BTreeMap<String, BTreeSet<(Place, &str)>> = BTreeMap::new();
    for name in &account.voice(voice).names {
        let words = words_at(account, *name);
        by_words.entry(words_of(words)).or_default().insert((numbering.place(*name), words));
    }
    by_words.remove(&shown_name(account, voice).map_or_else(String::new, words_of));
    let view = |places: &BTreeSet<(Place, &'a str)>| {
        let (place, words) = *places.first()?;
        let reports: BTreeSet<usize> = places.iter().map(|(place, _)| place.report).collect();
        Some(NameView { words, place, n_reports: reports.len() })
    };
    let mut names: Vec<NameView> = by_words.values().filter_map(view).collect();
    names.sort_by_key(|name| (Reverse(name.n_reports), name.place));
    names
}
