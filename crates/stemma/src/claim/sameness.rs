//! Do two propositions tell of one happening?
//!
//! Within one story a verb and the noun made from it mostly tell of one happening (Bejan and Harabagiu 2010; on ECB+ the same
//! lemma in the same story is a strong baseline). So the predicates are looked at first; then who and what has the same part in
//! both, and who cannot; then the other words, times and numbers of the two clauses. What each sign weighs was learned.

use super::frames::frame_of;
use super::meaning::{Likeness, Meaning};
use super::proposition::{Participant, PredicateKind, Proposition, Role, has_own_name, is_place};
use super::signs::{Sign, Signs};
use super::slots::{NumberSlot, Slot, SlotKind};
use super::values::{NamedTime, apart_in_time};
use super::words::{is_any_place, is_general_noun, is_general_verb};
use crate::model::{ByteRange, CountClass};
use stemma_language::analysis::EntityKind;

/// How alike two propositions are, in points; see [`ENOUGH`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sameness {
    /// The points; below 0 where something rules it out.
    pub points: i64,
    /// Words here and there that mean the same.
    pub words: Vec<(ByteRange, ByteRange)>,
}

/// From how many points on two propositions tell of one happening; the points are those of `WEIGHTS`.
pub const ENOUGH: i64 = 60;

/// What is ruled out stays so, however many others speak for it.
const RULED_OUT: i64 = -300;

/// A proposition with what belongs to it.
#[derive(Debug, Clone, Copy)]
pub struct Clause<'a> {
    /// The proposition.
    pub proposition: &'a Proposition,
    /// Its values.
    pub slots: &'a [Slot],
    /// When.
    pub times: &'a [(NamedTime, ByteRange)],
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
    let general = is_general_verb(&a.lemma) || is_general_verb(&b.lemma);
    // "Gave way" and "were taken" deny nothing.
    let likeness = match meaning.likeness(&a.lemma, &b.lemma) {
        Likeness::Opposite if general => Likeness::None,
        likeness => likeness,
    };
    signs.add(match likeness {
        Likeness::None => Sign::OtherPredicate,
        Likeness::Opposite => Sign::Opposite,
        Likeness::Near => Sign::NearMeaning,
        Likeness::Same
            if a.lemma == b.lemma
                || frame_of(&a.lemma).is_some_and(|frame| frame_of(&b.lemma) == Some(frame)) =>
        {
            Sign::SameLemma
        }
        Likeness::Same => Sign::SameMeaning,
    });
    if likeness != Likeness::None {
        words.push((a.predicate, b.predicate));
        signs.share(Sign::Rare, one.rarity.min(other.rarity) / 4);
    }
    signs.add_if(Sign::General, general);
    let noun = |one: &Proposition| matches!(one.kind, PredicateKind::Noun | PredicateKind::Carried);
    signs.add_if(Sign::Nouns, noun(a) && noun(b));
    signs.add_if(Sign::Noun, noun(a) != noun(b));
    let other_kind =
        noun(a) && noun(b) && a.kinds != b.kinds && !a.kinds.iter().any(|kind| b.kinds.contains(kind));
    signs.add_if(Sign::OtherKind, other_kind);
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
            Part::Same(alike, pair) => {
                signs.add(match alike {
                    Alike::Name => named,
                    Alike::Kind => near,
                    Alike::Word => same,
                });
                words.push(pair);
            }
            Part::Open => signs.add(open),
            Part::Other => signs.add(other),
            Part::RuledOut => signs.add(apart),
        }
    }
    let shared = same_circumstance(a, b, meaning);
    match shared {
        Some(pair) => {
            signs.add(Sign::Circumstance);
            words.push(pair);
        }
        None => signs.add_if(Sign::OtherPlace, tells_place(a) && tells_place(b)),
    }
    signs.add_if(Sign::OtherMatter, have_other_matters(a, b, meaning));
    let named = |one: &'_ Proposition| -> Vec<String> {
        let names = one.participants.iter().filter(|one| one.name.is_some_and(has_own_name));
        names.map(|one| one.lemma.clone()).collect()
    };
    let (here, there) = (named(a), named(b));
    signs.add_if(Sign::Name, here.iter().any(|name| there.contains(name)));
    if let Some(pair) = same_number(one.slots, other.slots, meaning) {
        signs.add(Sign::SameNumber);
        words.push(pair);
    }
    signs.add_if(Sign::Tolls, are_tolls(one.slots, other.slots));
    if !one.times.is_empty() && !other.times.is_empty() {
        let apart = apart_in_time(one.times, other.times).is_some();
        signs.add(if apart { Sign::OtherTime } else { Sign::SameTime });
    }
    signs.add_if(Sign::OtherState, a.is_open != b.is_open);
    signs.add_if(Sign::Mains, a.above.is_none() && b.above.is_none());
    signs.add_if(Sign::Leads, one.is_lead && other.is_lead);
    (signs, words)
}

/// Compares two clauses.
pub fn compare(one: Clause, other: Clause, meaning: &Meaning) -> Sameness {
    let (signs, words) = signs(one, other, meaning);
    // Others with names are others, whatever else is the same.
    let ruled_out = signs.has(Sign::ActorApart) || signs.has(Sign::RecipientApart);
    Sameness { points: if ruled_out { RULED_OUT } else { signs.points() }, words }
}

/// Whether both count people to whom something happened.
fn are_tolls(one: &[Slot], other: &[Slot]) -> bool {
    // "Several deaths" counts those who died, though the noun is what happened.
    let counts = |number: &NumberSlot| number.counted.is_some() || number.class != CountClass::Other;
    let toll = |slots: &[Slot]| {
        slots.iter().any(
            |slot| matches!(&slot.kind, SlotKind::Number(number) if counts(number) && number.is_of_people()),
        )
    };
    toll(one) && toll(other)
}

/// Whether a noun tells of a happening without a word that tells which one.
fn is_plain_noun(one: &Proposition) -> bool {
    matches!(one.kind, PredicateKind::Noun | PredicateKind::Carried) && one.kinds.is_empty()
}

/// In what two participants are the same, from the weakest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Alike {
    /// People of whom nothing more is said, or one a kind of the other.
    Kind,
    /// The word, or another of the same meaning.
    Word,
    /// A name.
    Name,
}

/// How the participants of one role lie to each other.
enum Part {
    /// One of the two has none.
    None,
    /// They share somebody.
    Same(Alike, (ByteRange, ByteRange)),
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
    if pairs.iter().any(|(a, b)| are_told_apart(a, b, meaning)) {
        return Part::RuledOut;
    }
    let shared = pairs
        .iter()
        .filter_map(|(a, b)| Some((same(a, b, meaning)?, (a.range, b.range))))
        .max_by_key(|(alike, _)| *alike);
    let open = pairs.iter().any(|(a, b)| is_open(a, b, meaning) || is_open(b, a, meaning));
    if let Some((alike, pair)) = shared {
        return Part::Same(if open { alike.max(Alike::Word) } else { alike }, pair);
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

/// In what two participants are the same, if they are.
fn same(one: &Participant, other: &Participant, meaning: &Meaning) -> Option<Alike> {
    if one.is_pronoun || other.is_pronoun {
        return None;
    }
    let named = |participant: &Participant| participant.name.is_some_and(has_own_name);
    let crossed =
        named(one) && other.others.contains(&one.lemma) || named(other) && one.others.contains(&other.lemma);
    // "Four" and "one person": a numeral alone stands for people.
    let anybody = |participant: &Participant| {
        participant.is_numeral || matches!(participant.lemma.as_str(), "people" | "person" | "other")
    };
    if anybody(one) && anybody(other) {
        return Some(Alike::Kind);
    }
    match meaning.likeness(&one.lemma, &other.lemma) {
        Likeness::None | Likeness::Opposite if crossed => Some(Alike::Word),
        Likeness::None | Likeness::Opposite => None,
        Likeness::Same if named(one) && named(other) => Some(Alike::Name),
        _ if is_general_noun(&one.lemma) || is_general_noun(&other.lemma) => Some(Alike::Kind),
        Likeness::Near => Some(Alike::Kind),
        Likeness::Same => Some(Alike::Word),
    }
}

/// Whether a word says that they are two: "the new bridge" is not "the old bridge".
fn are_told_apart(one: &Participant, other: &Participant, meaning: &Meaning) -> bool {
    one.others.iter().any(|word| other.others.iter().any(|there| meaning.are_opposite(word, there)))
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

/// A circumstance that both have.
fn same_circumstance(
    one: &Proposition,
    other: &Proposition,
    meaning: &Meaning,
) -> Option<(ByteRange, ByteRange)> {
    let alike = |a: &Participant, b: &Participant| {
        !are_told_apart(a, b, meaning) && same(a, b, meaning) >= Some(Alike::Word)
    };
    circumstances(one).find_map(|a| {
        let b = circumstances(other).find(|b| alike(a, b))?;
        Some((a.range, b.range))
    })
}

fn circumstances(one: &Proposition) -> impl Iterator<Item = &Participant> {
    one.participants.iter().filter(|one| matches!(one.role, Role::Circumstance(_)))
}

/// Whether a place is named.
fn tells_place(one: &Proposition) -> bool {
    circumstances(one).any(|one| one.name.is_some_and(is_place))
}

/// Whether two nouns that tell of a happening say what they are about, and it is not the same: an agreement on prisoners is not
/// one on water.
fn have_other_matters(one: &Proposition, other: &Proposition, meaning: &Meaning) -> bool {
    let alike = |a: &Participant| matters(other).any(|b| same(a, b, meaning) >= Some(Alike::Word));
    matters(one).next().is_some() && matters(other).next().is_some() && !matters(one).any(alike)
}

/// What a noun that tells of a happening is about.
fn matters(one: &Proposition) -> impl Iterator<Item = &Participant> {
    let noun = matches!(one.kind, PredicateKind::Noun | PredicateKind::Carried);
    let about = |role: &Role| match role {
        Role::Circumstance(word) => ["on", "over", "about", "of", "for"].contains(&word.as_str()),
        Role::Recipient => true,
        Role::Actor => false,
    };
    one.participants.iter().filter(move |participant| noun && about(&participant.role))
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
    // "20 lives", "14 dead", "fourteen die": whatever stands behind the number, it counts people.
    const ANYBODY: [&str; 22] = [
        "people", "person", "persons", "others", "other", "another", "more", "individual", "individuals",
        "human", "humans", "soul", "souls", "life", "lives", "dead", "die", "dies", "died", "death",
        "deaths", "fatalities",
    ];
    number.what.iter().all(|word| ANYBODY.contains(&word.as_str()))
}

/// A plural without its ending, as far as a lexicon needs it.
pub fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s')).unwrap_or(word)
}
