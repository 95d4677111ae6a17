//! Do two propositions tell of one happening?
//!
//! Within one story a verb and the noun made from it mostly tell of one happening (Bejan and Harabagiu 2010; on ECB+ the same
//! lemma in the same story is a strong baseline). So the predicate counts most; then who and what has the same part in both,
//! and who cannot; then the other words of the two clauses, and numbers that hardly two happenings share.

use super::meaning::{Likeness, Meaning};
use super::proposition::{Participant, PredicateKind, Proposition, Role, has_own_name, is_place};
use super::signs::{Sign, Signs};
use super::slots::{NumberSlot, Slot, SlotKind};
use super::values::{Count, NamedTime, apart_in_time, contradicting};
use super::words::{is_any_place, is_general_noun, is_general_verb};
use crate::model::{ByteRange, ReportIdx};
use stemma_language::analysis::EntityKind;

/// How alike two propositions are, in points; see [`ENOUGH`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sameness {
    /// The points; below 0 where something rules it out.
    pub points: i64,
    /// Words here and there that mean the same.
    pub words: Vec<(ByteRange, ByteRange)>,
}

/// From how many points on two propositions tell of one happening. The points were set by hand: a predicate that means the same and
/// one participant are just enough.
pub const ENOUGH: i64 = 60;

/// What is ruled out stays so, however many others speak for it.
const RULED_OUT: i64 = -300;

/// Points for the predicate.
const SAME_PREDICATE: i64 = 40;
const NEAR_PREDICATE: i64 = 25;
const GENERAL_PREDICATE: i64 = 10;
/// A predicate that means the opposite tells of the same, if much else is the same: "acquitted", "convicted".
const OPPOSITE_PREDICATE: i64 = 30;

/// Points for who has one part in both: by name, as the same thing, as people of whom nothing more is said, or left open.
const SAME_NAME: i64 = 30;
const SAME_THING: i64 = 25;
const SAME_GENERAL: i64 = 8;
const OPEN_PART: i64 = 20;
/// Points against, where two other things have it.
const OTHER_PART: i64 = -20;

/// Points for a circumstance that both have, and how many count.
const SAME_CIRCUMSTANCE: i64 = 8;
const MOST_CIRCUMSTANCES: i64 = 2;
/// Points against, where both name a place and none is the same.
const OTHER_PLACE: i64 = -10;

/// Points against, where two nouns of one name are about other things.
const OTHER_MATTER: i64 = -40;

/// Points for having all telling words in common, and less for fewer.
const SAME_WORDS: i64 = 40;

/// Points for a number that both have and hardly two happenings share.
const SAME_NUMBER: i64 = 30;

/// Points against, where one is to come and the other is not.
const OTHER_STATE: i64 = -35;

/// Points where both count the people to whom one and the same thing happened: a story has one toll.
const SAME_TOLL: i64 = 20;

/// Points where both name a happening without saying which: a story has one "deal".
const SAME_NOUN: i64 = 20;

/// A proposition with what belongs to it.
#[derive(Debug, Clone, Copy)]
pub struct Clause<'a> {
    /// The proposition.
    pub proposition: &'a Proposition,
    /// Its values.
    pub slots: &'a [Slot],
    /// The telling words of it and of all that hangs on it, as lemmas in the order of their bytes, each with how telling it is.
    pub words: &'a [(&'a str, u32)],
    /// Those of its whole sentence.
    pub sentence: &'a [(&'a str, u32)],
    /// How many take part.
    pub counts: &'a [Count<'a>],
    /// When.
    pub times: &'a [(NamedTime, ByteRange)],
    /// The report.
    pub report: ReportIdx,
    /// Whether it stands in a title or in the first sentence below.
    pub is_lead: bool,
    /// How telling its lemma is.
    pub rarity: u32,
}

/// What speaks for and against two clauses telling of one happening, and the words that show it.
pub fn signs(one: Clause, other: Clause, meaning: &Meaning) -> (Signs, Vec<(ByteRange, ByteRange)>) {
    let (a, b) = (one.proposition, other.proposition);
    let mut signs = Signs::none();
    let mut words = Vec::new();
    let likeness = meaning.likeness(&a.lemma, &b.lemma);
    signs.add(match likeness {
        Likeness::None => Sign::OtherPredicate,
        Likeness::Opposite => Sign::Opposite,
        Likeness::Near => Sign::NearMeaning,
        Likeness::Same if a.lemma == b.lemma => Sign::SameLemma,
        Likeness::Same => Sign::SameMeaning,
    });
    if likeness != Likeness::None {
        words.push((a.predicate, b.predicate));
        signs.share(Sign::Rare, one.rarity.min(other.rarity) / 4);
    }
    signs.add_if(Sign::General, is_general_verb(&a.lemma) || is_general_verb(&b.lemma));
    let noun = |one: &Proposition| matches!(one.kind, PredicateKind::Noun | PredicateKind::Carried);
    signs.add_if(Sign::Nouns, noun(a) && noun(b));
    signs.add_if(Sign::Noun, noun(a) != noun(b));
    signs.add_if(Sign::PlainNouns, is_plain_noun(a) && is_plain_noun(b));
    let actor = [
        Sign::ActorNamed,
        Sign::ActorSame,
        Sign::ActorNear,
        Sign::ActorOpen,
        Sign::ActorOther,
        Sign::ActorApart,
    ];
    let recipient = [
        Sign::RecipientNamed,
        Sign::RecipientSame,
        Sign::RecipientNear,
        Sign::RecipientOpen,
        Sign::RecipientOther,
        Sign::RecipientApart,
    ];
    for (role, [named, same, near, open, other, apart]) in
        [(Role::Actor, actor), (Role::Recipient, recipient)]
    {
        match part(a, b, &role, meaning) {
            Part::None => {}
            Part::Same(weight, pair) => {
                signs.add(match weight {
                    SAME_NAME => named,
                    SAME_GENERAL => near,
                    _ => same,
                });
                words.push(pair);
            }
            Part::Open => signs.add(open),
            Part::Other => signs.add(other),
            Part::RuledOut => signs.add(apart),
        }
    }
    let before = words.len();
    let found = circumstances(a, b, meaning, &mut words);
    let n_same = words.len() - before;
    signs.add_if(Sign::Circumstance, n_same > 0);
    signs.add_if(Sign::Circumstances, n_same > 1);
    signs.add_if(Sign::OtherMatter, found == OTHER_MATTER);
    signs.add_if(Sign::OtherPlace, found == OTHER_PLACE);
    let named = |one: &'_ Proposition| -> Vec<String> {
        let names = one.participants.iter().filter(|one| one.name.is_some_and(has_own_name));
        names.map(|one| one.lemma.clone()).collect()
    };
    let (here, there) = (named(a), named(b));
    signs.add_if(Sign::Name, here.iter().any(|name| there.contains(name)));
    signs.share(Sign::Words, common_percent(one, other));
    signs.share(
        Sign::Sentence,
        common_percent(Clause { words: one.sentence, ..one }, Clause { words: other.sentence, ..other }),
    );
    if let Some(pair) = same_number(one.slots, other.slots, meaning) {
        signs.add(Sign::SameNumber);
        words.push(pair);
    }
    signs.add_if(Sign::OtherNumber, contradicting(one.counts, other.counts, meaning).is_some());
    signs.add_if(Sign::Tolls, are_tolls(one.slots, other.slots));
    if !one.times.is_empty() && !other.times.is_empty() {
        let apart = apart_in_time(one.times, other.times).is_some();
        signs.add(if apart { Sign::OtherTime } else { Sign::SameTime });
    }
    signs.add_if(Sign::OtherState, a.is_open != b.is_open);
    signs.add_if(Sign::OtherPolarity, a.negation.is_some() != b.negation.is_some());
    signs.add_if(Sign::SameReport, one.report == other.report);
    signs.add_if(Sign::Mains, a.above.is_none() && b.above.is_none());
    signs.add_if(Sign::Leads, one.is_lead && other.is_lead);
    (signs, words)
}

/// Compares two clauses.
pub fn compare(one: Clause, other: Clause, meaning: &Meaning) -> Sameness {
    let (a, b) = (one.proposition, other.proposition);
    let general = is_general_verb(&a.lemma) || is_general_verb(&b.lemma);
    let predicate = match meaning.likeness(&a.lemma, &b.lemma) {
        Likeness::None => 0,
        _ if general => GENERAL_PREDICATE,
        Likeness::Opposite => OPPOSITE_PREDICATE,
        Likeness::Near => NEAR_PREDICATE,
        Likeness::Same => SAME_PREDICATE,
    };
    let mut words = if predicate > 0 { vec![(a.predicate, b.predicate)] } else { Vec::new() };
    let (mut points, mut ruled_out) = (predicate, false);
    if predicate > 0 && a.is_open != b.is_open {
        points += OTHER_STATE;
    }
    if predicate == SAME_PREDICATE && are_tolls(one.slots, other.slots) {
        points += SAME_TOLL;
    }
    if predicate == SAME_PREDICATE && is_plain_noun(a) && is_plain_noun(b) {
        points += SAME_NOUN;
    }
    for role in [Role::Actor, Role::Recipient] {
        match part(a, b, &role, meaning) {
            Part::None => {}
            Part::Same(weight, pair) => {
                points += weight;
                words.push(pair);
            }
            Part::Open => points += OPEN_PART,
            Part::Other => points += OTHER_PART,
            Part::RuledOut => ruled_out = true,
        }
    }
    points += circumstances(a, b, meaning, &mut words);
    points += SAME_WORDS * i64::from(common_percent(one, other)) / 100;
    if let Some(pair) = same_number(one.slots, other.slots, meaning) {
        points += SAME_NUMBER;
        words.push(pair);
    } else if predicate == 0 {
        // Other predicates need more than words in common.
        points = points.min(ENOUGH - 1) - SAME_PREDICATE / 4;
    }
    Sameness { points: if ruled_out { RULED_OUT } else { points }, words }
}

/// Whether both count people to whom something happened.
fn are_tolls(one: &[Slot], other: &[Slot]) -> bool {
    let toll = |slots: &[Slot]| {
        slots.iter().any(|slot| matches!(&slot.kind, SlotKind::Number(number) if number.counted.is_some() && number.is_of_people()))
    };
    toll(one) && toll(other)
}

/// Whether a noun tells of a happening without a word that tells which one.
fn is_plain_noun(one: &Proposition) -> bool {
    matches!(one.kind, PredicateKind::Noun | PredicateKind::Carried) && !one.is_classified
}

/// How the participants of one role lie to each other.
enum Part {
    /// One of the two has none.
    None,
    /// They share somebody.
    Same(i64, (ByteRange, ByteRange)),
    /// One of them stands for people without saying whom: "he", "the men".
    Open,
    /// Other things.
    Other,
    /// Others with names.
    RuledOut,
}

fn part(one: &Proposition, other: &Proposition, role: &Role, meaning: &Meaning) -> Part {
    let (here, there) = (of_role(one, role), of_role(other, role));
    // "Four died" and "killed four": of a verb without an object the subject is the one to whom it happens.
    let lone = |proposition: &Proposition| of_role(proposition, &Role::Recipient).is_empty();
    let (here, there) = match (role, lone(one), lone(other)) {
        (Role::Recipient, true, false) => (of_role(one, &Role::Actor), there),
        (Role::Recipient, false, true) => (here, of_role(other, &Role::Actor)),
        (Role::Actor, true, false) | (Role::Actor, false, true) => return Part::None,
        _ => (here, there),
    };
    if here.is_empty() || there.is_empty() {
        return Part::None;
    }
    let pairs = here.iter().flat_map(|a| there.iter().map(move |b| (a, b)));
    let pairs: Vec<(&Participant, &Participant)> =
        pairs.map(|(a, b)| (&one.participants[*a], &other.participants[*b])).collect();
    let shared = pairs
        .iter()
        .map(|(a, b)| (same(a, b, meaning), (a.range, b.range)))
        .max_by_key(|(points, _)| *points);
    let open = pairs.iter().any(|(a, b)| is_open(a, b, meaning) || is_open(b, a, meaning));
    if let Some((points, pair)) = shared.filter(|(points, _)| *points > 0) {
        return Part::Same(if open { points.max(OPEN_PART) } else { points }, pair);
    }
    if open {
        return Part::Open;
    }
    // "It" may be any thing or body.
    let it =
        |participant: &Participant| matches!(participant.lemma.as_str(), "it" | "they" | "that" | "this");
    if pairs.iter().any(|(a, b)| it(a) || it(b)) {
        return Part::None;
    }
    // "Two leaders of a sect" may be those whom another report names.
    let unnamed =
        |participant: &Participant| participant.name.is_none() && meaning.is_person(&participant.lemma);
    let person = |participant: &Participant| participant.name == Some(EntityKind::Person);
    if pairs.iter().any(|(a, b)| unnamed(a) && person(b) || unnamed(b) && person(a)) {
        return Part::None;
    }
    let named = |participant: &&Participant| participant.name.is_some_and(has_own_name);
    let all_named = pairs.iter().all(|(a, b)| named(a) && named(b));
    if all_named { Part::RuledOut } else { Part::Other }
}

/// The participants of a role, by their places.
fn of_role(proposition: &Proposition, role: &Role) -> Vec<usize> {
    let places = proposition.participants.iter().enumerate();
    places.filter(|(_, participant)| participant.role == *role).map(|(place, _)| place).collect()
}

/// Points for two participants that are the same.
fn same(one: &Participant, other: &Participant, meaning: &Meaning) -> i64 {
    if one.is_pronoun || other.is_pronoun {
        return 0;
    }
    // "The new bridge" is not "the old bridge".
    if one.others.iter().any(|word| other.others.iter().any(|there| meaning.are_opposite(word, there))) {
        return 0;
    }
    let named = |participant: &Participant| participant.name.is_some_and(has_own_name);
    let crossed =
        named(one) && other.others.contains(&one.lemma) || named(other) && one.others.contains(&other.lemma);
    // "Four" and "one person": a numeral alone stands for people.
    let anybody = |participant: &Participant| {
        participant.is_numeral || matches!(participant.lemma.as_str(), "people" | "person")
    };
    if anybody(one) && anybody(other) {
        return SAME_GENERAL;
    }
    match meaning.likeness(&one.lemma, &other.lemma) {
        Likeness::None | Likeness::Opposite if crossed => SAME_THING,
        Likeness::None | Likeness::Opposite => 0,
        Likeness::Same if named(one) && named(other) => SAME_NAME,
        _ if is_general_noun(&one.lemma) || is_general_noun(&other.lemma) => SAME_GENERAL,
        Likeness::Near => SAME_GENERAL,
        Likeness::Same => SAME_THING,
    }
}

/// Whether the one leaves open who it is, and could be the other.
fn is_open(one: &Participant, other: &Participant, meaning: &Meaning) -> bool {
    let people =
        |participant: &Participant| participant.name.is_none() && meaning.is_person(&participant.lemma);
    // "He" and "he" are no sign, and "nobody" stands for no one.
    let nobody = matches!(one.lemma.as_str(), "nobody" | "none" | "one" | "nothing");
    if nobody || one.is_pronoun && other.is_pronoun {
        return false;
    }
    let leaves_open = one.is_pronoun || people(one) && one.is_known;
    let somewhere = one.name.is_none() && is_any_place(&one.lemma) && other.name.is_some_and(is_place);
    somewhere || leaves_open && (other.is_pronoun || people(other) || other.name == Some(EntityKind::Person))
}

fn circumstances(
    one: &Proposition,
    other: &Proposition,
    meaning: &Meaning,
    words: &mut Vec<(ByteRange, ByteRange)>,
) -> i64 {
    let of = |proposition: &'_ Proposition| -> Vec<usize> {
        let places = proposition.participants.iter().enumerate();
        places.filter(|(_, one)| matches!(one.role, Role::Circumstance(_))).map(|(place, _)| place).collect()
    };
    let (here, there) = (of(one), of(other));
    let mut found = 0;
    for a in &here {
        let a = &one.participants[*a];
        let b = there.iter().map(|b| &other.participants[*b]).find(|b| same(a, b, meaning) >= SAME_THING);
        if let Some(b) = b.filter(|_| found < MOST_CIRCUMSTANCES) {
            found += 1;
            words.push((a.range, b.range));
        }
    }
    let has_place = |proposition: &Proposition| {
        proposition
            .participants
            .iter()
            .any(|one| matches!(one.role, Role::Circumstance(_)) && one.name.is_some_and(is_place))
    };
    let elsewhere = found == 0 && has_place(one) && has_place(other);
    // An agreement on prisoners is not one on water.
    if found == 0 && tells_matter(one) && tells_matter(other) {
        OTHER_MATTER
    } else if elsewhere {
        OTHER_PLACE
    } else {
        found * SAME_CIRCUMSTANCE
    }
}

/// Whether a noun that tells of a happening says what it is about.
fn tells_matter(one: &Proposition) -> bool {
    let noun = matches!(one.kind, PredicateKind::Noun | PredicateKind::Carried);
    let about = |role: &Role| match role {
        Role::Circumstance(word) => ["on", "over", "about", "of", "for"].contains(&word.as_str()),
        Role::Recipient => true,
        Role::Actor => false,
    };
    noun && one.participants.iter().any(|participant| about(&participant.role))
}

/// The share of telling words beside the predicates that two clauses have in common, in percent (Dice, weighed).
fn common_percent(one: Clause, other: Clause) -> u32 {
    let predicates = [one.proposition.lemma.as_str(), other.proposition.lemma.as_str()];
    let telling = |words: &[(&str, u32)]| -> u32 {
        words.iter().filter(|(word, _)| !predicates.contains(word)).map(|(_, weight)| *weight).sum()
    };
    let (mut here, mut there, mut common) = (one.words, other.words, 0);
    while let (Some((word, weight)), Some((next, _))) = (here.first(), there.first()) {
        let order = word.cmp(next);
        if order.is_eq() && !predicates.contains(word) {
            common += *weight;
        }
        here = &here[usize::from(order.is_le())..];
        there = &there[usize::from(order.is_ge())..];
    }
    200 * common / (telling(one.words) + telling(other.words)).max(1)
}

/// A number that both give of the same.
fn same_number(one: &[Slot], other: &[Slot], meaning: &Meaning) -> Option<(ByteRange, ByteRange)> {
    one.iter().filter(|slot| slot.telling_number().is_some()).find_map(|slot| {
        let SlotKind::Number(number) = &slot.kind else { return None };
        let same = other.iter().find(|there| {
            there.telling_number() == slot.telling_number()
                && matches!(&there.kind, SlotKind::Number(other)
                    if may_count_alike(number, other, meaning))
        })?;
        Some((slot.range, same.range))
    })
}

/// Whether two numbers may count the same: of the same things, or of people of whom one at least is told by nothing more.
pub fn may_count_alike(one: &NumberSlot, other: &NumberSlot, meaning: &Meaning) -> bool {
    let people = |number: &NumberSlot| number.what.iter().any(|word| meaning.is_person(singular(word)));
    counts_alike(one, other, meaning)
        || one.measure == other.measure
            && (is_of_anybody(one) && people(other) || is_of_anybody(other) && people(one))
}

/// Whether two numbers count the same, so that both cannot hold where they differ. "Soldiers" and "people" may differ: the
/// ones are among the others.
pub fn counts_alike(one: &NumberSlot, other: &NumberSlot, meaning: &Meaning) -> bool {
    let head = |number: &NumberSlot| number.what.last().map(|word| singular(word).to_owned());
    one.measure == other.measure
        && match (head(one), head(other)) {
            _ if is_of_anybody(one) && is_of_anybody(other) => true,
            (Some(here), Some(there)) => meaning.likeness(&here, &there) == Likeness::Same,
            (None, None) => true,
            // Three miners may be among the four who were killed.
            (None, Some(_)) | (Some(_), None) => false,
        }
}

/// Whether a number counts people of whom nothing more is told.
fn is_of_anybody(number: &NumberSlot) -> bool {
    number.what.is_empty()
        || number
            .what
            .iter()
            .all(|word| matches!(word.as_str(), "people" | "person" | "persons" | "others" | "more"))
}

/// A plural without its ending, as far as a lexicon needs it.
fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s')).unwrap_or(word)
}
