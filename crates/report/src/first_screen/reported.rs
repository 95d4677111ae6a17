//! What is reported: the families and quotations that most reports carry.
//!
//! A quotation inside a passage counts as carried by every report that has a witness of that passage's
//! family. Where it is carried by no other report, it is shown once, as part of the passage. What one
//! report says twice is not reported by more for that: such families stand under the passages only.

use super::disputed::disputed_kinds;
use super::{Limits, Listing, Rank, View, count_reports, rank};
use crate::Place;
use crate::containment::containers;
use crate::excerpt::Wording;
use crate::quotations::{by_words, content, content_span, is_quotation, words_at, words_of};
use std::collections::{BTreeMap, BTreeSet};
use stemma::model::{EditKind, Factuality, FamilyIdx, Span, SpeakerGrade, Stance, Statement};

/// How many passages round one statement, or statements round one passage, are looked at. Passages of
/// different families seldom lie over each other; the limit keeps hostile texts from making it dear.
const CONTAINERS: usize = 8;

/// Something that is reported, in words of one report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported<'a> {
    /// The plainest words: those of the representative of a family, the shortest of equal quotations.
    pub wording: Wording<'a>,
    /// Where exactly these words stand.
    pub worded_in: Place,
    /// Where other witnesses stand, in order.
    pub also_in: Listing<Place>,
    /// How many reports carry it.
    pub n_reports: usize,
    /// Who says it.
    pub speech: Speech<'a>,
    /// In what witnesses differ so that not all can hold; empty where nothing of the kind was found.
    pub differs: Vec<EditKind>,
}

/// Who is stated as the speaker of something reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speech<'a> {
    /// No statement was found in it.
    None,
    /// It is a quotation, and no report that carries it names a speaker.
    NotStated,
    /// All of it is said by somebody, or by several where reports differ.
    By(Listing<Named<'a>>),
    /// Somebody says a part of it.
    Within(Listing<Named<'a>>),
}

/// A speaker and where he is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named<'a> {
    /// The words that name him.
    pub name: &'a str,
    /// Where they stand.
    pub place: Place,
    /// On what ground he is the speaker.
    pub grade: SpeakerGrade,
    /// Whether he denies what is said.
    pub denies: bool,
}

/// Something that may be shown, before it is known whether it is.
struct Candidate {
    subject: Subject,
    /// All places that carry it, in order.
    places: Vec<Place>,
    n_reports: usize,
}

impl Candidate {
    /// Whether it belongs in the list: a quotation does, a family where witnesses stand in several reports.
    fn is_reported(&self) -> bool {
        self.n_reports > 1 || matches!(self.subject, Subject::Quotation(_))
    }
}

enum Subject {
    /// A family.
    Family(FamilyIdx),
    /// Statements of equal words.
    Quotation(Vec<usize>),
}

/// What most reports carry.
pub(super) fn reported<'a>(view: &View<'a, '_>) -> Listing<Reported<'a>> {
    let nesting = Nesting::of(view);
    let mut candidates = families(view);
    let quotations = quotations(view, &nesting, &candidates);
    candidates.extend(quotations);
    candidates.retain(Candidate::is_reported);
    candidates.sort_by_cached_key(|found| -> Rank { rank(found.n_reports, &found.places) });
    let total = candidates.len();
    candidates.truncate(view.limits.items);
    Listing { items: candidates.into_iter().map(|found| show(view, &nesting, found)).collect(), total }
}

/// Which statements and passages lie in each other.
struct Nesting {
    /// For each statement, the families of the passages that hold all its words.
    families: Vec<BTreeSet<FamilyIdx>>,
    /// For each family, the statements whose words lie in one of its passages.
    within: BTreeMap<FamilyIdx, Vec<usize>>,
    /// For each passage, the statements that hold all of it.
    round: Vec<Vec<usize>>,
}

impl Nesting {
    fn of(view: &View) -> Self {
        let account = view.account;
        let statements = &account.statements;
        let passages: Vec<Span> = account.passages.iter().map(|found| found.span).collect();
        let contents: Vec<Span> = statements.iter().map(content_span).collect();
        let sentences: Vec<Span> = statements.iter().map(|found| found.span).collect();
        let mut within: BTreeMap<FamilyIdx, Vec<usize>> = BTreeMap::new();
        let mut families = Vec::with_capacity(statements.len());
        for (statement, holders) in containers(&passages, &contents, CONTAINERS).into_iter().enumerate() {
            let holders: BTreeSet<FamilyIdx> =
                holders.into_iter().map(|passage| account.passages[passage].family).collect();
            for family in &holders {
                within.entry(*family).or_default().push(statement);
            }
            families.push(holders);
        }
        Nesting { families, within, round: containers(&sentences, &passages, CONTAINERS) }
    }
}

/// Every family, in the order of the account.
fn families(view: &View) -> Vec<Candidate> {
    (0..view.account.families.len() as u32)
        .map(|idx| {
            let places = family_places(view, FamilyIdx(idx));
            Candidate { subject: Subject::Family(FamilyIdx(idx)), n_reports: count_reports(&places), places }
        })
        .collect()
}

fn family_places(view: &View, family: FamilyIdx) -> Vec<Place> {
    let mut places: Vec<Place> = view.account.families[family.0 as usize]
        .passages
        .iter()
        .map(|idx| view.place(view.account.passage(*idx).span))
        .collect();
    places.sort_unstable();
    places
}

/// Every quotation that is not wholly told by a family round it.
fn quotations(view: &View, nesting: &Nesting, all_families: &[Candidate]) -> Vec<Candidate> {
    let statements = &view.account.statements;
    let quoted = (0..statements.len()).filter(|idx| is_quotation(&statements[*idx]));
    by_words(view.account, quoted)
        .into_iter()
        .filter_map(|group| {
            let families: BTreeSet<FamilyIdx> =
                group.iter().flat_map(|idx| nesting.families[*idx].iter().copied()).collect();
            let families: Vec<&Candidate> =
                families.iter().map(|family| &all_families[family.0 as usize]).collect();
            let places = quotation_places(view, &group, &families);
            let n_reports = count_reports(&places);
            let is_told = families.iter().any(|family| family.is_reported() && family.n_reports == n_reports);
            (!is_told).then_some(Candidate { subject: Subject::Quotation(group), places, n_reports })
        })
        .collect()
}

/// Where a quotation stands, and for reports that carry it only as part of a passage, that passage.
fn quotation_places(view: &View, group: &[usize], families: &[&Candidate]) -> Vec<Place> {
    let mut places: Vec<Place> =
        group.iter().map(|idx| view.place(content_span(&view.account.statements[*idx]))).collect();
    let reports: BTreeSet<usize> = places.iter().map(|place| place.report).collect();
    for family in families {
        let others = family.places.iter().copied();
        places.extend(others.filter(|place| !reports.contains(&place.report)));
    }
    places.sort_unstable();
    places.dedup();
    places
}

fn show<'a>(view: &View<'a, '_>, nesting: &Nesting, found: Candidate) -> Reported<'a> {
    let (wording, worded_in, speech) = match &found.subject {
        Subject::Family(family) => {
            let representative = view.account.families[family.0 as usize].representative;
            let span = view.account.passage(representative).span;
            let text = &view.account.report(span.report).text;
            let wording = Wording::of(text, &[span.range], view.limits.wording_bytes);
            (wording, view.place(span), family_speech(view, nesting, *family))
        }
        Subject::Quotation(group) => {
            let statement = plainest(view, group);
            let wording = statement_wording(view, statement, view.limits);
            let place = view.place(content_span(statement));
            (wording, place, quotation_speech(view, group))
        }
    };
    let mut others = found.places;
    others.retain(|place| *place != worded_in);
    Reported {
        wording,
        worded_in,
        also_in: Listing::of(others, view.limits.places),
        n_reports: found.n_reports,
        speech,
        differs: differing(view, &found.subject),
    }
}

/// The disputed kinds of edits of a family, each once.
fn differing(view: &View, subject: &Subject) -> Vec<EditKind> {
    let Subject::Family(family) = subject else {
        return Vec::new();
    };
    let edits = &view.account.edits;
    let first = edits.partition_point(|edit| edit.family < *family);
    let own = edits[first..].iter().take_while(|edit| edit.family == *family);
    disputed_kinds(own)
}

/// The shortest of statements of equal words; of several the first by number of the report and place.
pub(super) fn plainest<'a>(view: &View<'a, '_>, group: &[usize]) -> &'a Statement {
    let statements = &view.account.statements;
    let best = group.iter().copied().min_by_key(|idx| {
        let span = content_span(&statements[*idx]);
        (span.range.len(), view.place(span))
    });
    &statements[best.expect("a group of equal words has a statement")]
}

/// The words said, as far as they are shown.
pub(super) fn statement_wording<'a>(
    view: &View<'a, '_>,
    statement: &'a Statement,
    limits: Limits,
) -> Wording<'a> {
    let text = &view.account.report(statement.span.report).text;
    Wording::of(text, content(statement), limits.wording_bytes)
}

fn family_speech<'a>(view: &View<'a, '_>, nesting: &Nesting, family: FamilyIdx) -> Speech<'a> {
    let round = view.account.families[family.0 as usize]
        .passages
        .iter()
        .flat_map(|passage| nesting.round[passage.0 as usize].iter().copied());
    let by = speakers(view, round);
    if by.total > 0 {
        return Speech::By(by);
    }
    let within = nesting.within.get(&family).into_iter().flatten().copied();
    let within = speakers(view, within);
    if within.total > 0 {
        return Speech::Within(within);
    }
    Speech::None
}

fn quotation_speech<'a>(view: &View<'a, '_>, group: &[usize]) -> Speech<'a> {
    let by = speakers(view, group.iter().copied());
    let is_spoken = |idx: &usize| view.account.statements[*idx].speaker.is_some();
    match (by.total, group.iter().any(is_spoken)) {
        (0, false) => Speech::NotStated,
        // Whose words they are is known, but not that he said them.
        (0, true) => Speech::None,
        _ => Speech::By(by),
    }
}

/// The speakers of some statements, each name once and on the best ground, in the order of their places.
pub(super) fn speakers<'a>(
    view: &View<'a, '_>,
    statements: impl Iterator<Item = usize>,
) -> Listing<Named<'a>> {
    let said = statements.map(|idx| &view.account.statements[idx]);
    let mut named: Vec<Named> = said
        .filter(|statement| statement.factuality == Factuality::Fact)
        .filter_map(|statement| {
            let speaker = statement.speaker.as_ref()?;
            Some(Named {
                name: words_at(view.account, speaker.name),
                place: view.place(speaker.name),
                grade: speaker.grade,
                denies: statement.stance == Stance::Denies,
            })
        })
        .collect();
    named.sort_by_key(|one| (one.grade, one.place));
    let mut seen = BTreeSet::new();
    named.retain(|one| seen.insert((words_of(one.name), one.denies)));
    named.sort_by_key(|one| one.place);
    Listing::of(named, view.limits.places)
}
