//! How a claim is known: each of its instances, why it carries the claim, how it stands to it, and why it has its origin.

use super::Part;
use crate::excerpt::Wording;
use crate::quotations::words_at;
use crate::said::grade_words;
use crate::{Numbering, Place};
use stemma::Account;
use stemma::model::*;

/// The words of an instance, and what makes it one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceView<'a> {
    /// Which instance of the account.
    pub instance: InstanceIdx,
    /// Its words.
    pub wording: Wording<'a>,
    /// Where they stand.
    pub place: Place,
    /// What it is and how it stands to the claim.
    pub stance: Vec<Part<'a>>,
    /// Who is given as the speaker where it stands.
    pub speaker: Vec<Part<'a>>,
    /// Why it has its origin.
    pub ground: Vec<Part<'a>>,
    /// Why it carries the claim.
    pub join: Vec<Part<'a>>,
}

/// The instances of a claim, by number of their report and place.
pub fn evidence<'a>(
    account: &'a Account,
    numbering: &Numbering,
    claim: ClaimIdx,
    wording_bytes: usize,
) -> Vec<EvidenceView<'a>> {
    let show = Show { account, numbering };
    let view = |idx: &InstanceIdx| {
        let instance = account.instance(*idx);
        let text = &account.report(instance.span.report).text;
        EvidenceView {
            instance: *idx,
            wording: Wording::of(text, &[instance.span.range], wording_bytes),
            place: numbering.place(instance.span),
            stance: show.stance(instance),
            speaker: show.speaker(instance),
            ground: show.ground(instance),
            join: show.join(instance),
        }
    };
    let mut views: Vec<EvidenceView> = account.claim(claim).instances.iter().map(view).collect();
    views.sort_by_key(|view| (view.place, view.instance));
    views
}

/// Why origins of a claim may be one, each as the two names and the reason.
pub fn may_be_one<'a>(account: &'a Account, claim: ClaimIdx) -> Vec<Vec<Part<'a>>> {
    let name = |idx: OriginIdx| match account.origin(idx).who {
        OriginWho::Voice(voice) => super::shown_name(account, voice).map(Part::Name),
        OriginWho::Report(_) | OriginWho::Family(_) => None,
    };
    let told = |pair: &MayBeOne| {
        let reason = match pair.reason {
            MayBeOneReason::SameParty => " may be one: voices of one party",
            MayBeOneReason::Unnamed => " may be one: one has no name and could be the other",
        };
        Some(vec![name(pair.one)?, Part::Label(" and "), name(pair.other)?, Part::Label(reason)])
    };
    account.claim(claim).may_be_one.iter().filter_map(told).collect()
}

struct Show<'a, 'b> {
    account: &'a Account,
    numbering: &'b Numbering,
}

impl<'a> Show<'a, '_> {
    fn stance(&self, instance: &'a Instance) -> Vec<Part<'a>> {
        let mut parts = vec![Part::Label(match instance.carrier {
            Carrier::Statement(_) => "statement",
            Carrier::Assertion => "the report's own words",
            Carrier::Headline => "headline",
        })];
        parts.extend(instance.in_passing.then_some(Part::Label(", in passing")));
        let stance = match instance.stance {
            ClaimStance::Affirms => return parts,
            ClaimStance::Alleges => ", alleges",
            ClaimStance::Denies => ", denies",
        };
        parts.push(Part::Label(stance));
        if let Some(range) = instance.marker {
            let span = Span { range, ..instance.span };
            let words = Part::Near(words_at(self.account, span));
            let place = Part::Place(self.numbering.place(span));
            parts.extend([Part::Label(": \u{201c}"), words, Part::Label("\u{201d} "), place]);
        }
        parts
    }

    fn speaker(&self, instance: &Instance) -> Vec<Part<'a>> {
        let Carrier::Statement(idx) = instance.carrier else { return Vec::new() };
        let statement = self.account.statement(idx);
        let text = &self.account.report(statement.span.report).text;
        let mut parts = match &statement.speaker {
            None => vec![Part::Label("no speaker stated")],
            Some(speaker) => {
                let name = Part::Name(words_at(self.account, speaker.name));
                let mut parts = vec![
                    Part::Label("said by "),
                    name,
                    Part::Label(" "),
                    Part::Place(self.numbering.place(speaker.name)),
                ];
                let ground = grade_words(speaker.grade);
                parts.extend(ground.into_iter().flat_map(|words| [Part::Label(", "), Part::Label(words)]));
                parts
            }
        };
        let is_stated =
            statement.speaker.as_ref().is_some_and(|speaker| speaker.grade == SpeakerGrade::Stated);
        if let Some(source) = statement.source.filter(|_| !is_stated) {
            parts.extend([Part::Label(", source words: "), Part::Near(source.of(text))]);
        }
        parts
    }

    fn ground(&self, instance: &Instance) -> Vec<Part<'a>> {
        let label = match instance.ground {
            OriginGround::Speaker => "origin: the speaker",
            OriginGround::Copy(_) => "origin: that of what it copies, ",
            OriginGround::SumsUp(_) => "origin: that of what it sums up, ",
            OriginGround::OwnText => "origin: the report itself",
            OriginGround::NotStated => "origin: somebody whom no report names",
            OriginGround::ChangedCopy => "origin: whoever changed a copy, whomever it names",
        };
        let mut parts = vec![Part::Label(label)];
        if let OriginGround::Copy(other) | OriginGround::SumsUp(other) = instance.ground {
            parts.push(self.place_of(other));
        }
        parts
    }

    fn join(&self, instance: &Instance) -> Vec<Part<'a>> {
        let Some(join) = &instance.join else { return vec![Part::Label("the first of the claim")] };
        let label = match join.reason {
            JoinReason::Witnesses => "same claim: witness of the same passage as ",
            JoinReason::SameHappening => "same claim: the same happens to the same as at ",
            JoinReason::SameQuantity => "same claim: the same quantity of the same as at ",
            JoinReason::GoesOn => "same claim: goes on from ",
            JoinReason::SumsUp => "same claim: sums up ",
            JoinReason::Denied => "same claim: one denies the other, ",
            JoinReason::Decided => "same claim: somebody decided so, with ",
        };
        let mut parts = vec![Part::Label(label), self.place_of(join.with)];
        let there = self.account.instance(join.with).span.report;
        for (idx, (own, other)) in join.words.iter().enumerate() {
            let words = |report, range| Part::Near(words_at(self.account, Span { report, range }));
            parts.extend([
                Part::Label(if idx == 0 { ": \u{201c}" } else { ", \u{201c}" }),
                words(instance.span.report, *own),
                Part::Label("\u{201d} and \u{201c}"),
                words(there, *other),
                Part::Label("\u{201d}"),
            ]);
        }
        parts
    }

    fn place_of(&self, idx: InstanceIdx) -> Part<'a> {
        Part::Place(self.numbering.place(self.account.instance(idx).span))
    }
}
