//! What a copy says otherwise than another witness of its text: a number, who says it, how sure it is.

use super::Ground;
use crate::model::{
    ByteRange, Carrier, ClaimStance, CueClass, Disagreement, DisagreementKind, DisagreementOrder, Edit,
    EditKind, InstanceIdx, Side, Span, VoiceIdx,
};
use std::collections::BTreeMap;

/// The disagreements between witnesses of one text.
pub fn of_copies(ground: Ground) -> Vec<Disagreement> {
    let mut by_text: BTreeMap<usize, Vec<InstanceIdx>> = BTreeMap::new();
    for (idx, text) in ground.claims.backing.texts.iter().enumerate() {
        let in_passing = ground.claims.instances[idx].in_passing;
        if let Some(text) = text.filter(|_| !in_passing) {
            by_text.entry(text).or_default().push(InstanceIdx(idx as u32));
        }
    }
    let edits = Edits::of(ground);
    by_text
        .values()
        .filter(|witnesses| witnesses.len() > 1)
        .flat_map(|witnesses| {
            let found = [speakers(ground, witnesses), strength(ground, witnesses)];
            found.into_iter().flatten().chain(edits.numbers(ground, witnesses))
        })
        .collect()
}

fn disagreement(ground: Ground, kind: DisagreementKind, sides: Vec<Side>) -> Option<Disagreement> {
    let first = sides.first()?.instances.first()?;
    let claim = ground.claims.instances[first.0 as usize].claim;
    (sides.len() > 1).then(|| Disagreement {
        story: ground.claims.claims[claim.0 as usize].story,
        kind,
        order: DisagreementOrder::SameTime,
        claims: ground.claims_of(&sides),
        sides,
    })
}

/// Witnesses that name others as speakers, or nobody.
fn speakers(ground: Ground, witnesses: &[InstanceIdx]) -> Option<Disagreement> {
    let mut by_speaker: BTreeMap<Option<VoiceIdx>, Vec<(InstanceIdx, ByteRange)>> = BTreeMap::new();
    for idx in witnesses {
        let instance = &ground.claims.instances[idx.0 as usize];
        match instance.carrier {
            Carrier::Statement(place) => {
                let statement = &ground.statements[place.0 as usize];
                let speaker =
                    statement.speaker.as_ref().filter(|speaker| speaker.name.report == instance.span.report);
                if let (Some(speaker), Some(source)) = (speaker, statement.source) {
                    by_speaker.entry(Some(speaker.voice)).or_default().push((*idx, source));
                }
            }
            Carrier::Assertion => by_speaker.entry(None).or_default().push((*idx, instance.span.range)),
            Carrier::Headline => {}
        }
    }
    let side = |list: &Vec<(InstanceIdx, ByteRange)>| Side {
        instances: list.iter().map(|(idx, _)| *idx).collect(),
        words: list.iter().map(|(idx, range)| in_report(ground, *idx, *range)).collect(),
    };
    disagreement(ground, DisagreementKind::Attribution, by_speaker.values().map(side).collect())
}

fn in_report(ground: Ground, idx: InstanceIdx, range: ByteRange) -> Span {
    Span { report: ground.claims.instances[idx.0 as usize].span.report, range }
}

/// Witnesses of which some allege, or only say, what others affirm, or confirm.
fn strength(ground: Ground, witnesses: &[InstanceIdx]) -> Option<Disagreement> {
    let mut firm = Vec::new();
    let mut loose = Vec::new();
    for idx in witnesses {
        let instance = &ground.claims.instances[idx.0 as usize];
        let class = match instance.carrier {
            Carrier::Statement(place) => Some(ground.statements[place.0 as usize].class),
            Carrier::Assertion | Carrier::Headline => None,
        };
        match (instance.stance, class) {
            (ClaimStance::Alleges, _) => loose.push((*idx, 0)),
            (ClaimStance::Affirms, Some(CueClass::Confirms)) => firm.push((*idx, 2)),
            (ClaimStance::Affirms, Some(CueClass::Says)) => firm.push((*idx, 1)),
            (ClaimStance::Affirms, None) => firm.push((*idx, 2)),
            _ => {}
        }
    }
    let most = firm.iter().map(|(_, degree)| *degree).max()?;
    let weaker = firm.iter().filter(|(_, degree)| *degree < most && loose.is_empty()).map(|(idx, _)| *idx);
    let weak: Vec<InstanceIdx> = loose.iter().map(|(idx, _)| *idx).chain(weaker).collect();
    let strong: Vec<InstanceIdx> =
        firm.iter().filter(|(_, degree)| *degree == most || !loose.is_empty()).map(|(idx, _)| *idx).collect();
    let words = |idx: InstanceIdx| ground.claims.instances[idx.0 as usize].span.range;
    let sides = vec![ground.side(&weak, words), ground.side(&strong, words)];
    let sides: Vec<Side> = sides.into_iter().filter(|side| !side.words.is_empty()).collect();
    disagreement(ground, DisagreementKind::Strength, sides)
}

/// Edits that change a number, by the passage of the witness.
struct Edits<'a> {
    by_report: BTreeMap<u32, Vec<(ByteRange, &'a Edit)>>,
}

impl<'a> Edits<'a> {
    fn of(ground: Ground<'a>) -> Self {
        let mut by_report: BTreeMap<u32, Vec<(ByteRange, &'a Edit)>> = BTreeMap::new();
        let numbers = ground.edits.iter().filter(|edit| edit.kinds.contains(&EditKind::Number));
        for edit in numbers.filter(|edit| {
            edit.kinds.contains(&EditKind::Swap) || !edit.from.range.is_empty() && !edit.to.range.is_empty()
        }) {
            for side in [edit.from, edit.to] {
                let report = ground.passages[side.passage.0 as usize].span.report;
                by_report.entry(report.0).or_default().push((side.range, edit));
            }
        }
        Edits { by_report }
    }

    /// The numbers that the witnesses of a text have at one place.
    fn numbers(&self, ground: Ground, witnesses: &[InstanceIdx]) -> Vec<Disagreement> {
        // By place in the representative: what stands there, with its instances.
        let mut places: BTreeMap<(u32, ByteRange), BTreeMap<String, Vec<(InstanceIdx, Span)>>> =
            BTreeMap::new();
        for idx in witnesses {
            let instance = &ground.claims.instances[idx.0 as usize];
            let near = self.by_report.get(&instance.span.report.0).map_or(&[][..], Vec::as_slice);
            for (range, edit) in near.iter().filter(|(range, _)| instance.span.range.contains(*range)) {
                let words = Span { report: instance.span.report, range: *range };
                let digits = ground.text(words).to_lowercase();
                let key = (edit.from.passage.0, edit.from.range);
                let same = places.entry(key).or_default().entry(digits).or_default();
                if !same.iter().any(|(other, _)| other == idx) {
                    same.push((*idx, words));
                }
            }
        }
        let side = |list: Vec<(InstanceIdx, Span)>| {
            let (instances, words) = list.into_iter().unzip();
            Side { instances, words }
        };
        let found = places.into_values().filter(|values| values.len() > 1).filter_map(|values| {
            disagreement(ground, DisagreementKind::Number, values.into_values().map(side).collect())
        });
        found.collect()
    }
}
