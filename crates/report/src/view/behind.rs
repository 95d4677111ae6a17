//! Who stands behind a claim: how many they are, and who, as far as a report names them.
//!
//! What a copy was found to come from is never given as if the copy said it: where the report of an instance names
//! nobody, the name is that of another report, and is told so.

use super::Part;
use crate::first_screen::Listing;
use crate::quotations::words_at;
use crate::said::grade_words;
use crate::{Numbering, Place};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use stemma::Account;
use stemma::model::*;

/// Those who hold one stance to a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backing<'a> {
    /// In how many reports they do.
    pub n_reports: usize,
    /// How many they are.
    pub count: OriginCount,
    /// Who they are, in the order of the claim.
    pub origins: Listing<OriginView<'a>>,
}

/// An origin, as a reader is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginView<'a> {
    /// Which of the account.
    pub origin: OriginIdx,
    /// Who it is.
    pub who: WhoView<'a>,
    /// Whether it is there only because somebody changed a copy.
    pub is_by_edit: bool,
    /// Whether it never vouches for the claim.
    pub only_alleges: bool,
}

/// Who an origin is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhoView<'a> {
    /// Somebody who speaks.
    Speaker(SpokenFor<'a>),
    /// A report.
    Report {
        /// Its number.
        report: usize,
        /// Whether somebody says it whom the report does not name.
        is_said: bool,
        /// The other reports that have it from there.
        copied_in: Listing<usize>,
    },
    /// Reports that share a text, of which nobody can say where it stood first.
    Family {
        /// Their numbers.
        reports: Listing<usize>,
        /// Whether somebody says it whom none of them names.
        is_said: bool,
    },
}

/// A speaker, and which reports do not name him themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenFor<'a> {
    /// The words that name him.
    pub name: &'a str,
    /// Where they stand.
    pub place: Place,
    /// On what ground he is the speaker there.
    pub grade: SpeakerGrade,
    /// Whether he is somebody without a name ("officials").
    pub is_unnamed: bool,
    /// Reports for which he is the speaker on the word of another report only, by ground.
    pub borrowed: Vec<(SpeakerGrade, Listing<usize>)>,
    /// Whom copies name in his stead, and where.
    pub otherwise: Listing<(&'a str, Place)>,
}

/// Looks up who stands behind claims.
#[derive(Debug, Clone, Copy)]
pub struct Behind<'a, 'b> {
    /// The account.
    pub account: &'a Account,
    /// The numbers of its reports.
    pub numbering: &'b Numbering,
    /// How many origins, and reports of one, are told.
    pub at_most: usize,
}

impl<'a> Behind<'a, '_> {
    /// Those who deny a claim, or those who do not; absent where there are none.
    pub fn backing(&self, claim: &Claim, denies: bool) -> Option<Backing<'a>> {
        let counts = &claim.counts;
        let count = if denies { counts.deny } else { counts.affirm };
        let has_stance =
            |idx: &InstanceIdx| (self.account.instance(*idx).stance == ClaimStance::Denies) == denies;
        let reports: BTreeSet<ReportIdx> = claim
            .instances
            .iter()
            .filter(|idx| has_stance(idx))
            .map(|idx| self.account.instance(*idx).span.report)
            .collect();
        if reports.is_empty() {
            return None;
        }
        let of_origin = |idx: &OriginIdx| {
            let own = self.account.origin(*idx).instances.iter().copied();
            (*idx, own.filter(|instance| has_stance(instance)).collect::<Vec<_>>())
        };
        let holders = claim.origins.iter().map(of_origin).filter(|(_, own)| !own.is_empty());
        Some(Backing { n_reports: reports.len(), count, origins: self.origins(holders.collect()) })
    }

    /// Origins with some of their instances.
    pub fn origins(&self, holders: Vec<(OriginIdx, Vec<InstanceIdx>)>) -> Listing<OriginView<'a>> {
        let total = holders.len();
        let shown = holders.iter().take(self.at_most).map(|(origin, own)| self.origin(*origin, own));
        Listing { items: shown.collect(), total }
    }

    fn origin(&self, idx: OriginIdx, own: &[InstanceIdx]) -> OriginView<'a> {
        let origin = self.account.origin(idx);
        let instances = || own.iter().map(|idx| self.account.instance(*idx));
        let is_said = instances().any(|instance| instance.ground == OriginGround::NotStated);
        let reports = || instances().map(|instance| self.numbering.number(instance.span.report));
        let who = match origin.who {
            OriginWho::Voice(voice) => WhoView::Speaker(self.speaker(voice, own)),
            OriginWho::Report(report) => {
                let report = self.numbering.number(report);
                let copied_in = self.listed(reports().filter(|other| *other != report));
                WhoView::Report { report, is_said, copied_in }
            }
            OriginWho::Family(_) => WhoView::Family { reports: self.listed(reports()), is_said },
        };
        let only_alleges = instances().all(|instance| instance.stance == ClaimStance::Alleges);
        OriginView { origin: idx, who, is_by_edit: origin.is_by_edit, only_alleges }
    }

    fn listed(&self, reports: impl Iterator<Item = usize>) -> Listing<usize> {
        let each: BTreeSet<usize> = reports.collect();
        Listing::of(each.into_iter().collect(), self.at_most)
    }

    fn speaker(&self, voice: VoiceIdx, own: &[InstanceIdx]) -> SpokenFor<'a> {
        let shown = self.account.voice(voice);
        let is_unnamed = shown.kind == VoiceKind::Unnamed;
        let mut named: Vec<(&Speaker, usize)> = Vec::new();
        let mut borrowed: BTreeMap<usize, SpeakerGrade> = BTreeMap::new();
        let mut otherwise: BTreeSet<(Place, &str)> = BTreeSet::new();
        for instance in own.iter().map(|idx| self.account.instance(*idx)) {
            let report = self.numbering.number(instance.span.report);
            match self.local_speaker(instance) {
                Some(speaker) if speaker.voice == voice => named.push((speaker, report)),
                Some(speaker) if self.account.voice(speaker.voice).kind != VoiceKind::Unnamed => {
                    otherwise
                        .insert((self.numbering.place(speaker.name), words_at(self.account, speaker.name)));
                }
                // A headline needs no name beside that of the text that it sums up, and who has no name is not named
                // in another report either.
                _ if matches!(instance.ground, OriginGround::SumsUp(_)) || is_unnamed => {}
                _ => {
                    borrowed.insert(report, SpeakerGrade::Witness);
                }
            }
        }
        let is_lent = |grade| matches!(grade, SpeakerGrade::Witness | SpeakerGrade::SameWords);
        for (speaker, report) in named.iter().filter(|(speaker, _)| is_lent(speaker.grade)) {
            borrowed.entry(*report).or_insert(speaker.grade);
        }
        for (_, report) in named.iter().filter(|(speaker, _)| !is_lent(speaker.grade)) {
            borrowed.remove(report);
        }
        let best = named.iter().min_by_key(|(speaker, _)| {
            (speaker.grade, Reverse(speaker.name.range.len()), self.numbering.place(speaker.name))
        });
        let name = best.map_or(shown.names[shown.shown as usize], |(speaker, _)| speaker.name);
        let grade = best.map_or(SpeakerGrade::Witness, |(speaker, _)| speaker.grade);
        let of_grade = |grade| {
            let reports = borrowed.iter().filter(|(_, ground)| **ground == grade).map(|(report, _)| *report);
            Some((grade, self.listed(reports))).filter(|(_, reports)| reports.total > 0)
        };
        SpokenFor {
            name: words_at(self.account, name),
            place: self.numbering.place(name),
            grade,
            is_unnamed,
            borrowed: [SpeakerGrade::Witness, SpeakerGrade::SameWords]
                .into_iter()
                .filter_map(of_grade)
                .collect(),
            otherwise: Listing::of(
                otherwise.into_iter().map(|(place, name)| (name, place)).collect(),
                self.at_most,
            ),
        }
    }

    /// Whom the report itself, or what was found of it, gives as the speaker of an instance.
    fn local_speaker(&self, instance: &Instance) -> Option<&'a Speaker> {
        match instance.carrier {
            Carrier::Statement(idx) => self.account.statement(idx).speaker.as_ref(),
            Carrier::Assertion | Carrier::Headline => None,
        }
    }
}

impl<'a> Backing<'a> {
    /// How many they are and who.
    pub fn parts(&self) -> Vec<Part<'a>> {
        let mut parts = count_parts(self.count);
        parts.push(Part::Label(": "));
        for (idx, origin) in self.origins.items.iter().enumerate() {
            parts.extend((idx > 0).then_some(Part::Label("; ")));
            parts.extend(origin.parts());
        }
        if self.origins.is_cut() {
            parts.extend([Part::Label("; "), Part::Cut(self.origins.items.len(), self.origins.total)]);
        }
        parts
    }
}

/// A count of origins in plain words. Origins are called independent only beside "at least", which is all that is known
/// of them.
pub fn count_parts<'a>(count: OriginCount) -> Vec<Part<'a>> {
    use Part::{Label, Number};
    let (at_least, at_most) = (count.at_least as usize, count.at_most as usize);
    match (at_least, at_most) {
        (0, 0 | 1) => vec![Label("no named origin")],
        (0, _) => vec![Label("no named origin, at most "), Number(at_most), Label(" origins")],
        _ if at_least == at_most => Part::count(at_most, "origin", "origins").into(),
        (1, _) => vec![Label("at least 1 and at most "), Number(at_most), Label(" origins")],
        _ => {
            let independent = [Label("at least "), Number(at_least), Label(" independent and at most ")];
            [&independent[..], &[Number(at_most), Label(" origins")]].concat()
        }
    }
}

impl<'a> OriginView<'a> {
    /// Who it is, and what must be known of that.
    pub fn parts(&self) -> Vec<Part<'a>> {
        let mut parts = match &self.who {
            WhoView::Speaker(speaker) => speaker.parts(),
            WhoView::Report { report, is_said, copied_in } => {
                let how = if *is_said { ", no speaker named" } else { " in its own words" };
                let mut parts = vec![Part::Report(*report), Part::Label(how)];
                if copied_in.total > 0 {
                    parts.push(Part::Label(" (copied in "));
                    parts.extend(Part::reports(copied_in));
                    parts.push(Part::Label(")"));
                }
                parts
            }
            WhoView::Family { reports, is_said } => {
                let mut parts = Part::reports(reports);
                parts.push(Part::Label(match reports.total {
                    1 => " in a text that others share",
                    _ => " in a text that they share",
                }));
                parts.extend(is_said.then_some(Part::Label(", no speaker named")));
                parts
            }
        };
        parts.extend(self.only_alleges.then_some(Part::Label(" (alleges)")));
        parts.extend(self.is_by_edit.then_some(Part::Label(" (only by an edit of a copy)")));
        parts
    }
}

impl<'a> SpokenFor<'a> {
    fn parts(&self) -> Vec<Part<'a>> {
        use Part::{Label, Name, Place};
        let mut parts = vec![Name(self.name), Label(" "), Place(self.place)];
        let mut remarks: Vec<Vec<Part>> = Vec::new();
        remarks.extend(self.is_unnamed.then(|| vec![Label("unnamed")]));
        if self.grade == SpeakerGrade::Resolved {
            remarks.extend(grade_words(self.grade).map(|words| vec![Label(words)]));
        }
        for (grade, reports) in &self.borrowed {
            let mut remark = vec![Label("for ")];
            remark.extend(Part::reports(reports));
            remark.extend(grade_words(*grade).into_iter().flat_map(|words| [Label(" "), Label(words)]));
            remarks.push(remark);
        }
        for (name, place) in &self.otherwise.items {
            remarks.push(vec![Label("a copy names "), Name(name), Label(" "), Place(*place)]);
        }
        for (idx, remark) in remarks.iter().enumerate() {
            parts.push(Label(if idx > 0 { "; " } else { " (" }));
            parts.extend(remark.iter().cloned());
        }
        parts.extend((!remarks.is_empty()).then_some(Label(")")));
        parts
    }
}

#[cfg(test)]
mod tests;
