//! Who stands behind one claim, as a tree: stance, origin, instances, each with the reason why it is his.

use super::claim_list::instance_words;
use super::claim_row::{ClaimRow, StanceKind, WhoRow, stances, who_view};
use super::claim_words::{join_words, may_be_one_words};
use super::origin_count::how_counted;
use super::statements::StatementView;
use super::whereabouts::descent;
use super::{Part, voices::shown_name};
use crate::excerpt::Wording;
use crate::quotations::words_at;
use crate::{Numbering, Place};
use stemma::Account;
use stemma::model::{
    Carrier, ClaimIdx, ClaimStance, Instance, InstanceIdx, MayBeOne, OriginGround, OriginIdx, OriginWho,
    Parent, PassageIdx, Span, VoiceIdx,
};

/// How many bytes of source words are shown; the place leads to all of them.
const SOURCE_BYTES: usize = 120;

/// Leads to the instance whose origin a copy has where nothing tells which of the two is the copy.
const SHARES: &str = "one text with, who copied whom is not decided: ";

/// A claim and all that stands behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginTree<'a> {
    /// The claim itself.
    pub claim: ClaimRow<'a>,
    /// Who says so, then who denies it; none for a stance that nobody has.
    pub branches: Vec<Branch<'a>>,
    /// Which origins may be one, and the words that show it.
    pub may_be_one: Vec<Vec<Part<'a>>>,
}

/// All origins of a stance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch<'a> {
    /// Which stance.
    pub stance: StanceKind,
    /// How many origins there are.
    pub count: stemma::model::OriginCount,
    /// How both ends of the range come about.
    pub how: Vec<Vec<Part<'a>>>,
    /// The origins.
    pub origins: Vec<OriginNode<'a>>,
}

/// An origin and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginNode<'a> {
    /// Its number among those of the claim, from 1.
    pub number: usize,
    /// Who it is.
    pub who: WhoRow<'a>,
    /// His instances of this stance, in order.
    pub instances: Vec<InstanceNode<'a>>,
}

/// An instance, and why it is its origin's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstanceNode<'a> {
    /// Which of the account.
    pub idx: InstanceIdx,
    /// Where its words stand.
    pub words: Span,
    /// The same for readers.
    pub place: Place,
    /// Why it is his, then what else a reader must know.
    pub remarks: Vec<Vec<Part<'a>>>,
}

impl<'a> OriginTree<'a> {
    /// The tree of a claim with its number.
    pub fn of(account: &'a Account, numbering: &Numbering, numbered: (usize, ClaimIdx)) -> Self {
        let show = Show { account, numbering, claim: numbered.1 };
        let claim = ClaimRow::of(account, numbering, numbered);
        let branches = claim.sides.iter().filter(|side| side.stance != StanceKind::Allege);
        let branches = branches.map(|side| show.branch(side.stance, side.count)).collect();
        let pairs = &account.claim(numbered.1).may_be_one;
        let may_be_one = pairs.iter().map(|pair| show.may_be_one(pair)).collect();
        OriginTree { claim, branches, may_be_one }
    }
}

struct Show<'a, 'b> {
    account: &'a Account,
    numbering: &'b Numbering,
    claim: ClaimIdx,
}

impl<'a> Show<'a, '_> {
    fn branch(&self, stance: StanceKind, count: stemma::model::OriginCount) -> Branch<'a> {
        let claim = self.account.claim(self.claim);
        let counted: Vec<OriginIdx> = claim
            .origins
            .iter()
            .copied()
            .filter(|idx| stance.counts(&stances(self.account, self.account.origin(*idx))))
            .collect();
        Branch {
            stance,
            count,
            how: how_counted(self.account, claim, &counted, count),
            origins: counted.iter().map(|idx| self.origin(*idx, stance)).collect(),
        }
    }

    fn origin(&self, idx: OriginIdx, stance: StanceKind) -> OriginNode<'a> {
        let denies = stance == StanceKind::Deny;
        let instances = self.account.origin(idx).instances.iter().copied();
        let instances = instances
            .filter(|idx| (self.account.instance(*idx).stance == ClaimStance::Denies) == denies)
            .map(|idx| self.instance(idx))
            .collect();
        OriginNode { number: self.number(idx), who: who_view(self.account, self.numbering, idx), instances }
    }

    fn number(&self, idx: OriginIdx) -> usize {
        let origins = &self.account.claim(self.claim).origins;
        origins.iter().position(|other| *other == idx).map_or(0, |before| before + 1)
    }

    fn instance(&self, idx: InstanceIdx) -> InstanceNode<'a> {
        let instance = self.account.instance(idx);
        let words = instance_words(self.account, idx);
        let mut remarks = self.ground(instance);
        remarks.extend(self.stance(instance));
        if instance.in_passing {
            remarks.push(vec![Part::Label("said in passing")]);
        }
        if let Some(join) = &instance.join {
            let with = self.place(join.with);
            let why = Part::Label(join_words(join.reason));
            remarks.push(vec![Part::Label("the same claim as "), with, Part::Label(": "), why]);
        }
        InstanceNode { idx, words, place: self.numbering.place(words), remarks }
    }

    /// Why the instance is its origin's.
    fn ground(&self, instance: &'a Instance) -> Vec<Vec<Part<'a>>> {
        use Part::Label;
        match instance.ground {
            OriginGround::Speaker => self.spoken(instance),
            OriginGround::Copy(of) => {
                let how = if self.is_ordered(instance) { "copies " } else { SHARES };
                vec![self.copied(how, of), self.named_here(instance)]
            }
            OriginGround::SumsUp(of) => vec![self.copied("a headline that sums up ", of)],
            OriginGround::OwnText if instance.carrier == Carrier::Headline => {
                vec![vec![Label("the headline of the report")]]
            }
            OriginGround::OwnText => vec![vec![Label("the report's own text")]],
            OriginGround::NotStated => {
                let head = vec![Label("somebody says so, nobody named")];
                std::iter::once(head).chain(self.said(instance)).collect()
            }
            OriginGround::ChangedCopy => {
                let head = vec![Label("a copy that was changed: who is named here says so by an edit only")];
                std::iter::once(head).chain(self.spoken(instance)).collect()
            }
        }
    }

    /// Whether the lineage tells that the words of an instance were copied from somewhere in the pile.
    fn is_ordered(&self, instance: &Instance) -> bool {
        let passages = &self.account.passages;
        let first = passages.partition_point(|passage| passage.span.report < instance.span.report);
        let own =
            (first..passages.len()).take_while(|idx| passages[*idx].span.report == instance.span.report);
        let mut around = own.filter(|idx| passages[*idx].span.range.overlap(instance.span.range) > 0);
        around.any(|idx| {
            let found = descent(self.account, PassageIdx(idx as u32));
            found.is_some_and(|found| matches!(found.parent, Parent::Passage(_)))
        })
    }

    /// What the instance copies or sums up, and who says it there.
    fn copied(&self, how: &'static str, of: InstanceIdx) -> Vec<Part<'a>> {
        let original = self.account.instance(of);
        let mut parts = vec![Part::Label(how), self.place(of), Part::Label(", whose report ")];
        match self.speaker(original) {
            Some((name, at)) => {
                parts.extend([Part::Label("names "), Part::Near(name), Part::Label(", "), Part::Place(at)]);
            }
            None if matches!(original.carrier, Carrier::Statement(_)) => {
                parts.push(Part::Label("names nobody"))
            }
            None => parts.push(Part::Label("says so itself")),
        }
        parts
    }

    /// Whom a copy names itself: an edit may have put him there.
    fn named_here(&self, instance: &'a Instance) -> Vec<Part<'a>> {
        let source = self.source(instance);
        match (self.speaker(instance), source, instance.carrier) {
            (Some((name, at)), _, _) => {
                vec![Part::Label("here: "), Part::Near(name), Part::Label(", "), Part::Place(at)]
            }
            (None, Some(source), _) => vec![Part::Label("here: nobody named, source words "), source],
            (None, None, Carrier::Statement(_)) => vec![Part::Label("here: nobody named")],
            (None, None, Carrier::Assertion | Carrier::Headline) => {
                vec![Part::Label("here: the report's own text")]
            }
        }
    }

    /// Whom the sentence names, or on what other ground somebody is its speaker.
    fn spoken(&self, instance: &'a Instance) -> Vec<Vec<Part<'a>>> {
        let mut remarks = Vec::new();
        if let Some((name, at)) = self.speaker(instance) {
            let label = match self.is_stated(instance) {
                true => "speaker stated: ",
                false => "speaker not stated here: ",
            };
            remarks.push(vec![Part::Label(label), Part::Near(name), Part::Label(", "), Part::Place(at)]);
        }
        remarks.extend(self.said(instance));
        remarks
    }

    /// What there is to say of the statement that the instance is.
    fn said(&self, instance: &'a Instance) -> Vec<Vec<Part<'a>>> {
        self.statement(instance).map_or_else(Vec::new, |view| view.remarks())
    }

    fn statement(&self, instance: &Instance) -> Option<StatementView<'a>> {
        match instance.carrier {
            Carrier::Statement(idx) => Some(StatementView::of(self.account, self.numbering, idx.0 as usize)),
            Carrier::Assertion | Carrier::Headline => None,
        }
    }

    fn speaker(&self, instance: &Instance) -> Option<(&'a str, Place)> {
        let speaker = self.statement(instance)?.speaker?;
        Some((speaker.name, speaker.named_at))
    }

    fn is_stated(&self, instance: &Instance) -> bool {
        let speaker = self.statement(instance).and_then(|view| view.speaker);
        speaker.is_some_and(|speaker| speaker.grade == stemma::model::SpeakerGrade::Stated)
    }

    fn source(&self, instance: &Instance) -> Option<Part<'a>> {
        let Carrier::Statement(idx) = instance.carrier else { return None };
        let statement = self.account.statement(idx);
        statement.source.map(|range| self.words(Span { report: statement.span.report, range }))
    }

    /// The words that deny or allege.
    fn stance(&self, instance: &Instance) -> Option<Vec<Part<'a>>> {
        let label = match instance.stance {
            ClaimStance::Affirms => return None,
            ClaimStance::Alleges => "alleges",
            ClaimStance::Denies => "denies",
        };
        let marker = instance.marker.map(|range| Span { report: instance.span.report, range });
        let words = marker.map(|marker| [Part::Label(": "), self.words(marker)]);
        Some(std::iter::once(Part::Label(label)).chain(words.into_iter().flatten()).collect())
    }

    fn may_be_one(&self, pair: &MayBeOne) -> Vec<Part<'a>> {
        use Part::{Label, Number};
        let numbers = [Number(self.number(pair.one)), Label(" and "), Number(self.number(pair.other))];
        let mut parts = numbers.to_vec();
        parts.extend([Label(": "), Label(may_be_one_words(pair.reason))]);
        for (idx, origin) in [pair.one, pair.other].into_iter().enumerate() {
            if let Some(words) = self.called(origin) {
                parts.extend([Label(if idx == 0 { ": " } else { ", " }), words]);
            }
        }
        parts
    }

    /// How reports call a voice, at greatest length: what shows whom it speaks for.
    fn called(&self, origin: OriginIdx) -> Option<Part<'a>> {
        let OriginWho::Voice(voice) = self.account.origin(origin).who else { return None };
        let sources = self.account.statements.iter().filter_map(|statement| {
            statement.speaker.as_ref().filter(|speaker| speaker.voice == voice)?;
            statement.source.map(|range| Span { report: statement.span.report, range })
        });
        let longest = sources.max_by_key(|span| (span.range.len(), std::cmp::Reverse(*span)));
        longest.map(|span| self.words(span)).or_else(|| self.shown(voice))
    }

    fn shown(&self, voice: VoiceIdx) -> Option<Part<'a>> {
        shown_name(self.account, voice).map(Part::Near)
    }

    fn place(&self, instance: InstanceIdx) -> Part<'a> {
        Part::Place(self.numbering.place(instance_words(self.account, instance)))
    }

    fn words(&self, span: Span) -> Part<'a> {
        if words_at(self.account, span).trim().is_empty() {
            return Part::Label("nothing");
        }
        let text = &self.account.report(span.report).text;
        Part::Words(self.numbering.place(span), Wording::of(text, &[span.range], SOURCE_BYTES))
    }
}
