//! What a copy says otherwise than another witness of its text: a number, who says it, how sure it is.

use super::Ground;
use crate::claim::{Slot, SlotKind, between, counts_alike};
use crate::model::{
    ByteRange, Carrier, ClaimStance, CueClass, Disagreement, DisagreementKind, DisagreementOrder, Edit,
    EditKind, InstanceIdx, Side, Span, SpeakerGrade, VoiceIdx,
};
use crate::text::{normalise, word_ranges};
use std::collections::{BTreeMap, BTreeSet};

/// Least share of the words of the shorter of two texts that stand in the other, too, in percent: only then is the one a copy of
/// the other, and not another outlet's sentence about the same.
const COPY: usize = 75;

/// Fewest words of a text that can be told to be a copy.
const FEWEST_WORDS: usize = 6;

/// The disagreements between witnesses of one text.
pub fn of_copies(ground: Ground) -> Vec<Disagreement> {
    let mut by_text: BTreeMap<usize, Copies> = BTreeMap::new();
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    for (idx, text) in ground.claims.backing.texts.iter().enumerate() {
        let instance = &ground.claims.instances[idx];
        if let Some(text) = text.filter(|_| !instance.in_passing) {
            let words = words_of(ground, instance.span, &mut numbers);
            by_text.entry(text).or_default().add(InstanceIdx(idx as u32), words);
        }
    }
    let edits = Edits::of(ground);
    by_text
        .values()
        .map(|copies| &copies.witnesses)
        .filter(|witnesses| witnesses.len() > 1)
        .flat_map(|witnesses| {
            let found = [speakers(ground, witnesses), strength(ground, witnesses)];
            found.into_iter().flatten().chain(edits.numbers(ground, witnesses))
        })
        .collect()
}

/// Instances of which any two have most of their words in common.
#[derive(Default)]
struct Copies {
    witnesses: Vec<InstanceIdx>,
    /// The words of each, once for all that have the same: of many copies few differ.
    wordings: BTreeSet<Vec<u32>>,
}

impl Copies {
    /// Adds an instance that is a copy of all before it.
    fn add(&mut self, idx: InstanceIdx, words: Vec<u32>) {
        if self.wordings.iter().all(|other| is_copy(&words, other)) {
            self.witnesses.push(idx);
            self.wordings.insert(words);
        }
    }
}

/// The words of an instance as numbers, each once, in order.
fn words_of(ground: Ground, span: Span, numbers: &mut BTreeMap<String, u32>) -> Vec<u32> {
    let text = &ground.reports[span.report.0 as usize].text;
    let mut words: Vec<u32> = word_ranges(text, span.range)
        .into_iter()
        .map(|word| {
            let next = numbers.len() as u32;
            *numbers.entry(normalise(word.of(text))).or_insert(next)
        })
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Whether two texts have most of their words in common.
fn is_copy(one: &[u32], other: &[u32]) -> bool {
    let shorter = one.len().min(other.len());
    let (mut here, mut there, mut common) = (one, other, 0);
    while let (Some(word), Some(next)) = (here.first(), there.first()) {
        common += usize::from(word == next);
        (here, there) = (&here[usize::from(word <= next)..], &there[usize::from(next <= word)..]);
    }
    shorter >= FEWEST_WORDS && 100 * common >= COPY * shorter
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
    let mut named: Vec<(VoiceIdx, Vec<(InstanceIdx, ByteRange)>)> = Vec::new();
    let mut nobody: Vec<(InstanceIdx, ByteRange)> = Vec::new();
    let mut first_cue: Option<Option<String>> = None;
    for idx in witnesses {
        let instance = &ground.claims.instances[idx.0 as usize];
        match instance.carrier {
            Carrier::Statement(place) => {
                let statement = &ground.statements[place.0 as usize];
                let speaker =
                    statement.speaker.as_ref().filter(|speaker| speaker.grade == SpeakerGrade::Stated);
                if let (Some(speaker), Some(source)) = (speaker, statement.source) {
                    // Who puts it in words of his own says it, too.
                    let text = &ground.reports[instance.span.report.0 as usize].text;
                    let cue = statement.cue.map(|cue| normalise(cue.of(text)));
                    if *first_cue.get_or_insert_with(|| cue.clone()) != cue {
                        continue;
                    }
                    let same =
                        named.iter_mut().find(|(voice, _)| !ground.parties.are_two(*voice, speaker.voice));
                    match same {
                        Some((_, list)) => list.push((*idx, source)),
                        None => named.push((speaker.voice, vec![(*idx, source)])),
                    }
                }
            }
            Carrier::Assertion => nobody.push((*idx, instance.span.range)),
            Carrier::Headline => {}
        }
    }
    let side = |list: &Vec<(InstanceIdx, ByteRange)>| Side {
        instances: list.iter().map(|(idx, _)| *idx).collect(),
        words: list.iter().map(|(idx, range)| in_report(ground, *idx, *range)).collect(),
    };
    let mut sides: Vec<Side> = named.iter().map(|(_, list)| side(list)).collect();
    sides.extend((!nobody.is_empty()).then(|| side(&nobody)));
    // What is alleged in the one and a fact in the other differs in strength, too, and that is what matters.
    let stances =
        |stance| witnesses.iter().any(|idx| ground.claims.instances[idx.0 as usize].stance == stance);
    let hedged = named.len() < 2 && stances(ClaimStance::Alleges) && stances(ClaimStance::Affirms);
    disagreement(ground, DisagreementKind::Attribution, sides).filter(|_| !hedged)
}

fn in_report(ground: Ground, idx: InstanceIdx, range: ByteRange) -> Span {
    Span { report: ground.claims.instances[idx.0 as usize].span.report, range }
}

/// Witnesses of which some allege what others affirm; or say with a word of caution what others confirm without it.
fn strength(ground: Ground, witnesses: &[InstanceIdx]) -> Option<Disagreement> {
    let first = *witnesses.first()?;
    let degrees: Vec<(InstanceIdx, u8)> = witnesses
        .iter()
        .filter(|idx| ground.tell_alike(first, **idx))
        .filter_map(|idx| Some((*idx, degree(ground, *idx)?)))
        .collect();
    let (least, most) =
        (degrees.iter().map(|(_, degree)| *degree).min()?, degrees.iter().map(|(_, degree)| *degree).max()?);
    let of = |test: &dyn Fn(u8) -> bool| -> Vec<InstanceIdx> {
        degrees.iter().filter(|(_, degree)| test(*degree)).map(|(idx, _)| *idx).collect()
    };
    let alleged = least == 0 && most > 0;
    let confirmed = least == 1 && most == 3;
    let (weak, strong) = if alleged {
        (of(&|degree| degree == 0), of(&|degree| degree > 0))
    } else {
        (of(&|degree| degree == 1), of(&|degree| degree == 3))
    };
    let words = |idx: InstanceIdx| ground.claims.instances[idx.0 as usize].span.range;
    let sides = vec![ground.side(&weak, words), ground.side(&strong, words)];
    disagreement(ground, DisagreementKind::Strength, sides).filter(|_| alleged || confirmed)
}

/// How firmly an instance says it: alleged, said with a word of caution, said or confirmed, confirmed without any.
fn degree(ground: Ground, idx: InstanceIdx) -> Option<u8> {
    let instance = &ground.claims.instances[idx.0 as usize];
    let class = match instance.carrier {
        Carrier::Statement(place) => Some(ground.statements[place.0 as usize].class),
        Carrier::Assertion | Carrier::Headline => None,
    };
    // "May have" leaves open what another copy states.
    let maybe = ground.clause(idx).is_some_and(|(one, _)| one.is_possible);
    let cautious = ground.clause(idx).is_some_and(|(_, slots)| slots.iter().any(is_cautious));
    match (instance.stance, class) {
        (ClaimStance::Alleges, _) => Some(0),
        (ClaimStance::Affirms, _) if maybe => Some(0),
        (ClaimStance::Affirms, Some(CueClass::Says)) if cautious => Some(1),
        (ClaimStance::Affirms, Some(CueClass::Confirms)) if !cautious => Some(3),
        (ClaimStance::Affirms, _) => Some(2),
        (ClaimStance::Denies, _) => None,
    }
}

/// "At least", "about": a number that leaves room.
fn is_cautious(slot: &Slot) -> bool {
    matches!(&slot.kind, SlotKind::Number(number) if number.counted.is_some() && number.stated.is_some() && (number.is_vague || number.low != number.high))
}

/// Edits that change a number, by report.
struct Edits<'a> {
    by_report: BTreeMap<u32, Vec<(ByteRange, &'a Edit)>>,
}

/// The number in edited words: what the edit changed besides is no number.
fn number_in(ground: Ground, words: Span) -> Span {
    let text = &ground.reports[words.report.0 as usize].text;
    let has_digit = |word: &ByteRange| word.of(text).bytes().any(|byte| byte.is_ascii_digit());
    let digits = word_ranges(text, words.range).into_iter().find(has_digit);
    Span { range: digits.unwrap_or(words.range), ..words }
}

impl<'a> Edits<'a> {
    fn of(ground: Ground<'a>) -> Self {
        let mut by_report: BTreeMap<u32, Vec<(ByteRange, &'a Edit)>> = BTreeMap::new();
        let both = |edit: &&Edit| !edit.from.range.is_empty() && !edit.to.range.is_empty();
        let numbers = ground.edits.iter().filter(|edit| edit.kinds.contains(&EditKind::Number));
        for edit in numbers.filter(both) {
            for side in [edit.from, edit.to] {
                let report = ground.passages[side.passage.0 as usize].span.report;
                by_report.entry(report.0).or_default().push((side.range, edit));
            }
        }
        by_report.values_mut().for_each(|edits| edits.sort_by_key(|(range, _)| *range));
        Edits { by_report }
    }

    /// The numbers that the witnesses of a text have at one place, where they cannot both hold.
    fn numbers(&self, ground: Ground, witnesses: &[InstanceIdx]) -> Vec<Disagreement> {
        // By place in the representative: what stands there, with its instances.
        let mut places: BTreeMap<(u32, ByteRange), Vec<(InstanceIdx, Span)>> = BTreeMap::new();
        for idx in witnesses {
            let instance = &ground.claims.instances[idx.0 as usize];
            let near = self.by_report.get(&instance.span.report.0).map_or(&[][..], Vec::as_slice);
            let own = instance.span.range;
            let first = near.partition_point(|(range, _)| range.start < own.start);
            let near = near[first..].iter().take_while(|(range, _)| range.start < own.end);
            for (range, edit) in near.filter(|(range, _)| instance.span.range.contains(*range)) {
                let same = places.entry((edit.from.passage.0, edit.from.range)).or_default();
                if same.last().is_none_or(|(other, _)| other != idx) {
                    same.push((
                        *idx,
                        number_in(ground, Span { report: instance.span.report, range: *range }),
                    ));
                }
            }
        }
        places.into_values().filter_map(|told| self.of_place(ground, &told)).collect()
    }

    fn of_place(&self, ground: Ground, told: &[(InstanceIdx, Span)]) -> Option<Disagreement> {
        let mut sides: Vec<Vec<(InstanceIdx, Span)>> = Vec::new();
        for one in told {
            match sides.iter_mut().find(|side| !contradict(ground, side[0], *one)) {
                Some(side) => side.push(*one),
                None => sides.push(vec![*one]),
            }
        }
        let side = |list: Vec<(InstanceIdx, Span)>| {
            let (instances, words) = list.into_iter().unzip();
            Side { instances, words }
        };
        disagreement(ground, DisagreementKind::Number, sides.into_iter().map(side).collect())
    }
}

/// Whether two numbers at one place of a text cannot both hold: they count the same, and their ranges do not meet or an edit put another
/// number there; or they only describe something, and other digits stand there.
fn contradict(ground: Ground, one: (InstanceIdx, Span), other: (InstanceIdx, Span)) -> bool {
    let slot = |(idx, words): (InstanceIdx, Span)| {
        let slots = ground.clause(idx).map_or(&[][..], |(_, slots)| slots);
        slots.iter().find_map(|slot| match &slot.kind {
            SlotKind::Number(number) if slot.range.overlap(words.range) > 0 && number.is_counted() => {
                Some((number, slot.range))
            }
            _ => None,
        })
    };
    let text = |words: Span| ground.text(words).to_lowercase();
    let alike = ground.tell_alike(one.0, other.0) && !ground.are_elsewhere(one.0, other.0);
    match (slot(one), slot(other)) {
        (Some((here, a)), Some((there, b))) => {
            let range = |number, words: ByteRange, span: Span| {
                between(number, words.of(&ground.reports[span.report.0 as usize].text))
            };
            let meet = range(here, a, one.1)
                .zip(range(there, b, other.1))
                .is_none_or(|(one, other)| one.meets(other));
            // "At least 14" and "at least 41" could both hold, but nobody copies the one into the other.
            let open_alike =
                here.low.is_some() == there.low.is_some() && here.high.is_some() == there.high.is_some();
            let changed =
                open_alike && here.stated.zip(there.stated).is_some_and(|(one, other)| one != other);
            alike && (!meet || changed) && counts_alike(here, there, &ground.meaning)
        }
        (None, None) => text(one.1) != text(other.1),
        // A number against words that the reader of numbers does not know.
        _ => false,
    }
}
