//! What was gathered into an account of its own: every index anew.

use super::renumber::Renumber;
use super::{Gathered, Selection, Whole};
use std::collections::{BTreeMap, BTreeSet};
use stemma::Account;
use stemma::model::*;
use stemma_report::Numbering;
use stemma_report::view::Identifiers;

/// The part of a whole that was gathered.
pub fn cut(whole: Whole, gathered: &Gathered) -> Selection {
    let kept = Kept::of(whole.account, gathered);
    let own: BTreeSet<ReportIdx> = gathered.own.iter().map(|idx| kept.report(ReportIdx(*idx))).collect();
    let account = kept.account(whole.account);
    let numbering = Numbering::leading(&account.reports, &own);
    Selection {
        identifiers: kept.identifiers(whole.identifiers),
        datings: kept.reports.old().map(|old| kept.dating(&whole.datings[old])).collect(),
        numbering,
        n_own: own.len(),
        left_out: kept.left_out(whole.account),
        account,
    }
}

struct Kept {
    reports: Renumber,
    passages: Renumber,
    families: Renumber,
    edits: Renumber,
    lineage: Renumber,
    shares: Renumber,
    statements: Renumber,
    voices: Renumber,
    stories: Renumber,
    claims: Renumber,
    instances: Renumber,
    origins: Renumber,
    disagreements: Renumber,
    places: Renumber,
}

impl Kept {
    fn of(account: &Account, gathered: &Gathered) -> Self {
        let reports: BTreeSet<u32> = gathered.own.union(&gathered.attending).copied().collect();
        let families: BTreeSet<u32> =
            gathered.passages.iter().map(|idx| account.passages[*idx as usize].family.0).collect();
        let mut edits = BTreeSet::new();
        for family in &families {
            let start = account.edits.partition_point(|edit| edit.family.0 < *family);
            let own = account.edits[start..].iter().take_while(|edit| edit.family.0 == *family);
            let both = |edit: &Edit| {
                [edit.from, edit.to].iter().all(|side| gathered.passages.contains(&side.passage.0))
            };
            edits.extend((start as u32..).zip(own).filter(|(_, edit)| both(edit)).map(|(idx, _)| idx));
        }
        let shares = gathered
            .own
            .iter()
            .filter_map(|report| account.shares.binary_search_by_key(report, |shares| shares.report.0).ok());
        Kept {
            reports: Renumber::of(&reports),
            passages: Renumber::of(&gathered.passages),
            families: Renumber::of(&families),
            edits: Renumber::of(&edits),
            lineage: Renumber::of(&gathered.lineage),
            shares: Renumber::of(&shares.map(|at| at as u32).collect()),
            statements: Renumber::of(&gathered.statements),
            voices: Renumber::of(&gathered.voices),
            stories: Renumber::of(&gathered.stories),
            claims: Renumber::of(&gathered.claims),
            instances: Renumber::of(&gathered.instances),
            origins: Renumber::of(&gathered.origins),
            disagreements: Renumber::of(&gathered.disagreements),
            places: Renumber::of(&gathered.places),
        }
    }

    fn account(&self, whole: &Account) -> Account {
        Account {
            settings: whole.settings.clone(),
            tables: whole.tables.clone(),
            reports: self.reports.old().map(|old| self.report_of(&whole.reports[old])).collect(),
            passages: self.passages.old().map(|old| self.passage_of(&whole.passages[old])).collect(),
            families: self.families.old().map(|old| self.family_of(&whole.families[old])).collect(),
            edits: self.edits.old().map(|old| self.edit_of(&whole.edits[old])).collect(),
            lineage: self.lineage.old().map(|old| self.descent_of(&whole.lineage[old])).collect(),
            shares: self.shares.old().map(|old| self.shares_of(&whole.shares[old])).collect(),
            statements: self.statements.old().map(|old| self.statement_of(&whole.statements[old])).collect(),
            voices: self.voices.old().map(|old| self.voice_of(whole, &whole.voices[old])).collect(),
            stories: self.stories.old().map(|old| self.story_of(&whole.stories[old])).collect(),
            claims: self.claims.old().map(|old| self.claim_of(&whole.claims[old])).collect(),
            instances: self.instances.old().map(|old| self.instance_of(&whole.instances[old])).collect(),
            origins: self.origins.old().map(|old| self.origin_of(&whole.origins[old])).collect(),
            places: self.places.old().map(|old| self.place_of(&whole.places[old])).collect(),
            disagreements: self
                .disagreements
                .old()
                .map(|old| self.disagreement_of(&whole.disagreements[old]))
                .collect(),
            unread: Vec::new(),
            notes: Vec::new(),
        }
    }

    fn identifiers(&self, whole: &Identifiers) -> Identifiers {
        Identifiers {
            reports: self.reports.pick(&whole.reports),
            passages: self.passages.pick(&whole.passages),
            families: self.families.pick(&whole.families),
            edits: self.edits.pick(&whole.edits),
            descents: self.lineage.pick(&whole.descents),
            shares: self.shares.pick(&whole.shares),
            voices: self.voices.pick(&whole.voices),
            statements: self.statements.pick(&whole.statements),
            stories: self.stories.pick(&whole.stories),
            instances: self.instances.pick(&whole.instances),
            origins: self.origins.pick(&whole.origins),
            claims: self.claims.pick(&whole.claims),
            disagreements: self.disagreements.pick(&whole.disagreements),
            places: self.places.pick(&whole.places),
        }
    }

    fn left_out(&self, whole: &Account) -> BTreeMap<FamilyIdx, usize> {
        let mut left_out = BTreeMap::new();
        for (new, old) in (0..).zip(self.families.old()) {
            let all = &whole.families[old].passages;
            let kept = all.iter().filter(|idx| self.passages.get(idx.0).is_some()).count();
            if kept < all.len() {
                left_out.insert(FamilyIdx(new), all.len() - kept);
            }
        }
        left_out
    }

    fn report(&self, old: ReportIdx) -> ReportIdx {
        ReportIdx(self.reports.kept(old.0))
    }

    fn maybe(&self, old: ReportIdx) -> Option<ReportIdx> {
        self.reports.get(old.0).map(ReportIdx)
    }

    fn span(&self, span: Span) -> Span {
        Span { report: self.report(span.report), ..span }
    }

    fn spans(&self, spans: &[Span]) -> Vec<Span> {
        let kept = spans.iter().filter_map(|span| Some(Span { report: self.maybe(span.report)?, ..*span }));
        kept.collect()
    }

    fn passage(&self, old: PassageIdx) -> PassageIdx {
        PassageIdx(self.passages.kept(old.0))
    }

    fn instance(&self, old: InstanceIdx) -> InstanceIdx {
        InstanceIdx(self.instances.kept(old.0))
    }

    fn report_of(&self, found: &Report) -> Report {
        // No view leads back to the bytes of a file, and the way there may be long.
        let capture = |found: &Capture| Capture {
            map: OriginalMap::default(),
            name: found.name.clone(),
            record_id: found.record_id.clone(),
            original_sha256: found.original_sha256,
            encoding: found.encoding.clone(),
            derivation: found.derivation.clone(),
            captured: found.captured.clone(),
        };
        Report {
            text_sha256: found.text_sha256,
            text: found.text.clone(),
            outlet: found.outlet.clone(),
            owner: found.owner.clone(),
            url: found.url.clone(),
            published: found.published.clone(),
            modified: found.modified.clone(),
            previous: found.previous.and_then(|previous| self.maybe(previous)),
            captures: found.captures.iter().map(capture).collect(),
            layout: found.layout.clone(),
        }
    }

    /// The dating of a report; words of reports that are not here are those of a report that only attends.
    fn dating(&self, found: &Dating) -> Dating {
        let hints =
            found.hints.iter().map(|hint| DateHint { words: self.spans(&hint.words), ..hint.clone() });
        Dating { report: self.report(found.report), hints: hints.collect(), ..found.clone() }
    }

    fn passage_of(&self, found: &Passage) -> Passage {
        Passage { span: self.span(found.span), family: FamilyIdx(self.families.kept(found.family.0)) }
    }

    fn family_of(&self, found: &Family) -> Family {
        let kept = found.passages.iter().filter_map(|idx| self.passages.get(idx.0).map(PassageIdx));
        Family { passages: kept.collect(), representative: self.passage(found.representative) }
    }

    fn edit_of(&self, found: &Edit) -> Edit {
        let side = |side: EditSide| EditSide { passage: self.passage(side.passage), ..side };
        let family = FamilyIdx(self.families.kept(found.family.0));
        Edit { family, from: side(found.from), to: side(found.to), ..*found }
    }

    fn descent_of(&self, found: &Descent) -> Descent {
        let parent = match found.parent {
            Parent::Passage(parent) => Parent::Passage(self.passage(parent)),
            other => other,
        };
        let evidence = found.evidence.iter().map(|one| self.evidence(one)).collect();
        Descent { passage: self.passage(found.passage), parent, evidence, ..found.clone() }
    }

    fn evidence(&self, found: &Evidence) -> Evidence {
        use Evidence::*;
        match found.clone() {
            Dates { earlier, later } => Dates { earlier: self.report(earlier), later: self.report(later) },
            DateLines { earlier, later, of_earlier, of_later } => DateLines {
                earlier: self.report(earlier),
                later: self.report(later),
                of_earlier: of_earlier.map(|span| self.span(span)),
                of_later: of_later.map(|span| self.span(span)),
            },
            Mosaic { report, copied_percent, partners } => {
                Mosaic { report: self.report(report), copied_percent, partners }
            }
            SecondGeneration { report, copied } => {
                SecondGeneration { report: self.report(report), copied: self.report(copied) }
            }
            LessChanged { than } => LessChanged { than: self.passage(than) },
            Cut { parent } => Cut { parent: self.span(parent) },
            LostAttribution { parent, child } => {
                LostAttribution { parent: self.span(parent), child: self.span(child) }
            }
            OrphanedAnaphora { child } => OrphanedAnaphora { child: self.span(child) },
            Spin { parent, child } => Spin { parent: self.span(parent), child: self.span(child) },
            Triangle { beyond, parent, child } => {
                Triangle { beyond: self.passage(beyond), parent: self.span(parent), child: self.span(child) }
            }
            OtherPassages { count } => OtherPassages { count },
        }
    }

    fn shares_of(&self, found: &Shares) -> Shares {
        let with =
            found.with.iter().filter_map(|pair| Some(PairShare { other: self.maybe(pair.other)?, ..*pair }));
        let from = |from| match from {
            ParentKind::Report(parent) => ParentKind::Report(self.report(parent)),
            other => other,
        };
        Shares {
            report: self.report(found.report),
            copied_bytes: found.copied_bytes,
            with: with.collect(),
            parents: found.parents.iter().map(|one| ParentShare { from: from(one.from), ..*one }).collect(),
            new: self.spans(&found.new),
        }
    }

    fn statement_of(&self, found: &Statement) -> Statement {
        let speaker = found.speaker.as_ref().map(|speaker| Speaker {
            name: self.span(speaker.name),
            voice: VoiceIdx(self.voices.kept(speaker.voice.0)),
            grade: speaker.grade,
        });
        Statement { span: self.span(found.span), speaker, ..found.clone() }
    }

    /// A voice under the names that it has here; it is shown by the first of the longest of these.
    fn voice_of(&self, whole: &Account, found: &Voice) -> Voice {
        let kept: Vec<(usize, Span)> = found
            .names
            .iter()
            .enumerate()
            .filter(|(_, name)| self.maybe(name.report).is_some())
            .map(|(at, name)| (at, *name))
            .collect();
        let words = |span: &Span| span.range.of(&whole.report(span.report).text).chars().count();
        let known = kept.iter().position(|(at, _)| *at == found.shown as usize);
        let longest = || (0..kept.len()).max_by_key(|at| (words(&kept[*at].1), std::cmp::Reverse(*at)));
        let shown = known.or_else(longest).unwrap_or(0) as u32;
        Voice { names: kept.iter().map(|(_, name)| self.span(*name)).collect(), shown, kind: found.kind }
    }

    fn story_of(&self, found: &Story) -> Story {
        Story { parts: self.spans(&found.parts), terms: self.spans(&found.terms) }
    }

    fn claim_of(&self, found: &Claim) -> Claim {
        let origin = |old: OriginIdx| OriginIdx(self.origins.kept(old.0));
        Claim {
            story: StoryIdx(self.stories.kept(found.story.0)),
            instances: found.instances.iter().map(|idx| self.instance(*idx)).collect(),
            plainest: self.instance(found.plainest),
            origins: found.origins.iter().map(|idx| origin(*idx)).collect(),
            may_be_one: found
                .may_be_one
                .iter()
                .map(|pair| MayBeOne { one: origin(pair.one), other: origin(pair.other), ..*pair })
                .collect(),
            counts: found.counts,
            silences: found
                .silences
                .iter()
                .map(|silence| Silence { report: self.report(silence.report), ..*silence })
                .collect(),
        }
    }

    fn instance_of(&self, found: &Instance) -> Instance {
        let carrier = match found.carrier {
            Carrier::Statement(idx) => Carrier::Statement(StatementIdx(self.statements.kept(idx.0))),
            other => other,
        };
        let ground = match found.ground {
            OriginGround::Copy(of) => OriginGround::Copy(self.instance(of)),
            OriginGround::SumsUp(of) => OriginGround::SumsUp(self.instance(of)),
            other => other,
        };
        let join = found.join.as_ref().map(|join| Join { with: self.instance(join.with), ..join.clone() });
        Instance {
            claim: ClaimIdx(self.claims.kept(found.claim.0)),
            span: self.span(found.span),
            carrier,
            ground,
            join,
            origin: OriginIdx(self.origins.kept(found.origin.0)),
            ..found.clone()
        }
    }

    fn origin_of(&self, found: &Origin) -> Origin {
        let who = match found.who {
            OriginWho::Voice(voice) => OriginWho::Voice(VoiceIdx(self.voices.kept(voice.0))),
            OriginWho::Report(report) => OriginWho::Report(self.report(report)),
            OriginWho::Family(family) => OriginWho::Family(FamilyIdx(self.families.kept(family.0))),
        };
        Origin {
            claim: ClaimIdx(self.claims.kept(found.claim.0)),
            who,
            instances: found.instances.iter().map(|idx| self.instance(*idx)).collect(),
            is_by_edit: found.is_by_edit,
        }
    }

    fn disagreement_of(&self, found: &Disagreement) -> Disagreement {
        let side = |side: &Side| Side {
            instances: side.instances.iter().map(|idx| self.instance(*idx)).collect(),
            words: side.words.iter().map(|span| self.span(*span)).collect(),
        };
        Disagreement {
            story: StoryIdx(self.stories.kept(found.story.0)),
            claims: found.claims.iter().map(|idx| ClaimIdx(self.claims.kept(idx.0))).collect(),
            sides: found.sides.iter().map(side).collect(),
            ..found.clone()
        }
    }

    fn place_of(&self, found: &PlaceMention) -> PlaceMention {
        PlaceMention { span: self.span(found.span), ..found.clone() }
    }
}
