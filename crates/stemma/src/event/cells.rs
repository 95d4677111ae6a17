//! Who, to whom, where, when, how many, about what: the cells of an event, each with its words.

use super::Ground;
use super::drafts::Draft;
use super::factuality::standing;
use super::matching::Lookup;
use super::site::{self, Arg, Site};
use crate::claim::{PredicateKind, Slot, SlotKind, has_own_name, is_place};
use crate::model::{
    ByteRange, CountClass, Event, EventContext, EventKind, EventTime, EventType, Measure, Span, Statement,
    TimeKind, Toll,
};

use stemma_language::analysis::{EntityKind, Relation};

/// Prepositions behind which stands to whom something is done, by type; the first that has somebody counts.
const TOWARDS: [&str; 9] = ["against", "on", "upon", "at", "to", "with", "for", "from", "between"];

/// Verbs whose object is what is talked about.
const TOPICS: [&str; 5] = ["discuss", "debate", "review", "examine", "address"];

/// Prepositions behind which stands where.
const WHERE: [&str; 14] = [
    "in", "at", "near", "outside", "inside", "around", "across", "on", "along", "within", "throughout",
    "from", "off", "over",
];

/// Those behind which a noun for a building, a road or something in a landscape says where, too.
const INSIDE: [&str; 5] = ["in", "at", "near", "outside", "inside"];

/// Who takes part, where and when.
pub(super) struct Parts {
    pub actors: Vec<ByteRange>,
    pub recipients: Vec<ByteRange>,
    pub places: Vec<ByteRange>,
    pub times: Vec<EventTime>,
}

/// The event of a draft, without its contexts, which it shares with all of its sentence.
pub(super) fn event(lookup: &Lookup, ground: &Ground, draft: &Draft, sentence: ByteRange) -> Event {
    let sites = || std::iter::once(&draft.site).chain(&draft.also);
    let kind = draft.kinds[0].kind;
    let mut parts = Parts {
        actors: first(sites(), |site| actors(lookup, ground, site, &draft.kinds[0])),
        recipients: first(sites(), |site| recipients(lookup, site, draft)),
        places: first(sites(), |site| places(lookup, ground, site, kind)),
        times: told_times(ground, draft),
    };
    let taken = parts.actors.clone();
    parts.recipients.retain(|range| !taken.contains(range));
    // Who leaves a camp does nothing to it: it is where that is.
    if matches!(kind, EventType::Retreat | EventType::Concede) {
        parts.recipients.retain(|range| !parts.places.contains(range));
    }
    let standing = standing(lookup, ground, draft, &parts);
    let assaults = kind == EventType::Assault;
    let toll = |class| assaults.then(|| toll(draft, class, lookup)).flatten();
    Event {
        span: Span { report: ground.idx, range: draft.site.proposition.span },
        sentence,
        predicate: predicate(draft),
        kinds: draft.kinds.clone(),
        contexts: Vec::new(),
        killed: toll(CountClass::Dead),
        injured: toll(CountClass::Injured),
        actors: parts.actors,
        recipients: parts.recipients,
        places: parts.places,
        times: parts.times,
        factuality: standing.factuality,
        marker: standing.marker,
        statement: standing.statement,
        teller: standing.teller,
    }
}

/// The words that tell what happened: a noun, where a verb only carries it.
fn predicate(draft: &Draft) -> ByteRange {
    let carried = draft.also.iter().find(|site| site.kind == PredicateKind::Carried);
    carried.unwrap_or(&draft.site).proposition.predicate
}

/// What the first site that has any gives.
fn first<'a>(
    sites: impl Iterator<Item = &'a Site>,
    cells: impl Fn(&Site) -> Vec<ByteRange>,
) -> Vec<ByteRange> {
    sites.map(cells).find(|found| !found.is_empty()).unwrap_or_default()
}

/// The words of arguments, each once, in the order of the text.
fn ranges<'a>(args: impl Iterator<Item = &'a Arg>) -> Vec<ByteRange> {
    let mut found: Vec<ByteRange> = args.map(|one| one.participant.range).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Who does it: people, bodies, armed hands; who speaks, where he says "we". An attack that kills is no actor.
fn actors(lookup: &Lookup, ground: &Ground, site: &Site, kind: &EventKind) -> Vec<ByteRange> {
    let acts = |one: &&Arg| {
        let named = one.participant.name.is_some_and(has_own_name);
        // Who demands, refuses or agrees is somebody, whatever he is called.
        let happens = || {
            ["violence", "agreement"].iter().any(|class| lookup.is_in_class(class, one))
                || !lookup.kinds_at(one.token, 1).is_empty()
        };
        let speaks = is_verbal(kind.kind) && one.participant.name.is_none() && !happens();
        !one.participant.is_pronoun && (named || speaks || lookup.is_people(one))
    };
    let mut found = ranges(site.actors.iter().filter(acts));
    // "The minister was on a visit": a verb that says no more than that carries the noun.
    if found.is_empty() && site.kind == PredicateKind::Noun {
        found = ranges(carried_by(lookup, site).iter().filter(acts));
    }
    if kind.kind == EventType::Consult && !is_between_others(kind) && site.kind != PredicateKind::State {
        let with = site.behind.iter().filter(|(name, _)| matches!(name.as_str(), "with" | "between"));
        found.extend(ranges(with.map(|(_, one)| one).filter(acts)));
    }
    // "Shelling by the army", "a US raid".
    if found.is_empty() {
        let beside = site.behind.iter().filter(|(name, _)| name.is_empty() || name == "by");
        found.extend(ranges(beside.map(|(_, one)| one).filter(acts)));
    }
    // "Shelling by the army damaged the gate": who shelled did it.
    let violence = site.actors.iter().filter(|one| lookup.is_in_class("violence", one));
    if found.is_empty() && kind.kind == EventType::Assault {
        found = violence.flat_map(|one| doers(lookup, one, &acts)).collect();
    }
    let speaks = site.actors.iter().any(|one| matches!(one.participant.lemma.as_str(), "we" | "i"));
    if found.is_empty() && speaks {
        let holds =
            |one: &&Statement| one.content.iter().any(|part| part.contains(site.proposition.predicate));
        found.extend(ground.said().find(holds).and_then(|one| one.source));
    }
    found
}

/// Whether somebody brings others together: those he does it with are not the ones who do it.
fn is_between_others(kind: &EventKind) -> bool {
    kind.mode.as_deref() == Some("third-party")
}

/// Who is on or in what a noun tells of, where a verb like "be" says no more than that.
fn carried_by(lookup: &Lookup, site: &Site) -> Vec<Arg> {
    let tree = lookup.tree;
    let preposition = tree.head(site.at);
    let verb = tree.head(preposition);
    let carries = tree.relation(site.at) == Relation::PrepositionalObject
        && tree.is_any(preposition, &["on", "in"])
        && tree.relation(preposition) == Relation::Preposition
        && tree.lemma(verb) == "be";
    if carries { Site::at(tree, verb).actors } else { Vec::new() }
}

/// Whether an event of a type is done with words.
fn is_verbal(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Agree
            | EventType::Support
            | EventType::Concede
            | EventType::Request
            | EventType::Accuse
            | EventType::Reject
            | EventType::Threaten
    )
}

/// Who does what a noun tells of.
fn doers(lookup: &Lookup, noun: &Arg, acts: &dyn Fn(&&Arg) -> bool) -> Vec<ByteRange> {
    let noun = Site::at(lookup.tree, noun.token);
    let before = noun.behind.iter().filter(|(name, _)| name.is_empty() || name == "by").map(|(_, one)| one);
    ranges(noun.actors.iter().chain(before).filter(acts))
}

/// To whom or what it is done.
fn recipients(lookup: &Lookup, site: &Site, draft: &Draft) -> Vec<ByteRange> {
    let kind = draft.kinds[0].kind;
    let things = matches!(kind, EventType::Assault | EventType::Coerce | EventType::Retreat | EventType::Aid);
    let takes = |one: &&Arg| {
        let named = one.participant.name.is_some_and(has_own_name);
        let given = !matches!(kind, EventType::Assault | EventType::Coerce);
        let used = given && draft.used.contains(&one.token) && !named && !lookup.is_people(one);
        let part = draft.idiom.contains(&one.token) || tells_itself(lookup, one);
        let when = one.participant.name.is_some() && !named;
        // "Discussed the treaty": not with it.
        let meets = matches!(kind, EventType::Consult | EventType::Agree | EventType::Reject);
        let is_topic = meets && TOPICS.contains(&lookup.tree.lemma(site.verb).as_str());
        !one.participant.is_pronoun
            && !used
            && !part
            && !when
            && !is_topic
            && (things || named || lookup.is_people(one))
    };
    let mut found = ranges(site.objects.iter().filter(takes));
    if found.is_empty() || kind == EventType::Sanction {
        let somebody = |one: &&Arg| {
            let struck = kind == EventType::Assault;
            takes(one) && (struck || one.participant.name.is_some_and(has_own_name) || lookup.is_people(one))
        };
        for name in TOWARDS {
            let met = kind == EventType::Consult
                && !is_between_others(&draft.kinds[0])
                && matches!(name, "with" | "between");
            let behind = site.behind.iter().filter(|(own, _)| own == name && !met).map(|(_, one)| one);
            let behind = ranges(behind.filter(|one| is_direct(lookup, site, draft, one)).filter(somebody));
            if !behind.is_empty() {
                found.extend(behind);
                break;
            }
        }
    }
    found
}

/// Whether a noun tells what happened, or with what effect, and not to whom: "conducted strikes", "left scores of dead".
fn tells_itself(lookup: &Lookup, arg: &Arg) -> bool {
    const EFFECTS: [&str; 9] =
        ["control", "power", "dead", "death", "toll", "casualty", "victim", "destruction", "life"];
    let lemma = arg.participant.lemma.as_str();
    let event = || lookup.is_head_of("violence", arg) || !lookup.kinds_at(arg.token, 1).is_empty();
    EFFECTS.contains(&lemma) || arg.participant.name.is_none() && event()
}

/// Whether a preposition of the predicate or its object joins somebody on, and not one of another noun: in "left after a deal with the
/// government" nobody leaves the government, and who repels an attack on a town does nothing to the town.
fn is_direct(lookup: &Lookup, site: &Site, draft: &Draft, arg: &Arg) -> bool {
    let tree = lookup.tree;
    let mut at = arg.token;
    while tree.relation(at) == Relation::Conjunct && tree.head(at) != at {
        at = tree.head(at);
    }
    let mut joined_to = tree.head(tree.head(at));
    if tree.relation(joined_to) == Relation::Preposition {
        joined_to = tree.head(joined_to);
    }
    let met = |one: &&Arg| draft.is_instead && !draft.used.contains(&one.token) && tells_itself(lookup, one);
    let mut objects = site.objects.iter().filter(|one| !met(one));
    joined_to == site.at || joined_to == site.verb || objects.any(|one| one.token == joined_to)
}

/// Where: names of places and nouns for them, behind a preposition; or what is left or taken.
fn places(lookup: &Lookup, ground: &Ground, site: &Site, kind: EventType) -> Vec<ByteRange> {
    let is_somewhere = |one: &Arg| {
        one.participant.name.is_some_and(is_place)
            || ground.names_place(one.participant.head)
            || lookup.is_in_class("land", one)
    };
    let is_there = |name: &str, one: &Arg| INSIDE.contains(&name) && lookup.is_site(one);
    // "Men from the coast were arrested": they were not there by that; "withdrew the men from the coast".
    let leaves = matches!(kind, EventType::Retreat | EventType::Concede);
    let is_origin = |name: &str, one: &Arg| {
        let joined_to = lookup.tree.head(lookup.tree.head(one.token));
        let mut taking_part = site.actors.iter().chain(&site.objects);
        name == "from" && !leaves && taking_part.any(|arg| arg.token == joined_to)
    };
    let where_it_is = site.behind.iter().filter(|(name, one)| {
        WHERE.contains(&name.as_str())
            && (is_somewhere(one) || is_there(name, one))
            && !is_origin(name, one)
            && !is_elsewhere(lookup, site, one)
    });
    let mut found = ranges(where_it_is.map(|(_, one)| one));
    let moves = matches!(kind, EventType::Retreat | EventType::Coerce);
    let taken = |one: &&Arg| {
        lookup.is_in_class("land", one) || one.participant.name == Some(EntityKind::PoliticalPlace) && moves
    };
    // "Dockers in Dorvath walked out."
    if found.is_empty() {
        let beside = site.actors.iter().flat_map(|one| site::behind(lookup.tree, one.token));
        let near =
            beside.filter(|(name, one)| matches!(name.as_str(), "in" | "at" | "near") && is_somewhere(one));
        found = near.map(|(_, one)| one.participant.range).collect();
    }
    let takes = moves || kind == EventType::Assault;
    if found.is_empty() && takes {
        found = ranges(site.objects.iter().filter(taken));
    }
    found
}

/// Whether a place is that of something else, before or after which this happened or which it is about: "talked about the raids in
/// the north".
fn is_elsewhere(lookup: &Lookup, site: &Site, arg: &Arg) -> bool {
    const APART: [&str; 8] =
        ["after", "before", "since", "following", "despite", "about", "because", "until"];
    const MOST_STEPS: usize = 8;
    let tree = lookup.tree;
    let mut at = arg.token;
    let mut inside = false;
    for _ in 0..MOST_STEPS {
        if at == site.at || at == site.verb || tree.head(at) == at {
            return false;
        }
        let is_preposition = tree.relation(at) == Relation::Preposition;
        if is_preposition && inside && tree.is_any(at, &APART) {
            return true;
        }
        inside |= is_preposition;
        at = tree.head(at);
    }
    false
}

/// The times of the clause; where it has none and only goes on from another ("attacked on Friday, killing twelve"), those of that one,
/// unless it is one of saying: "said on Monday" tells when it was said.
fn told_times(ground: &Ground, draft: &Draft) -> Vec<EventTime> {
    let own = times(&draft.slots);
    let saying = |range: ByteRange| {
        let cues =
            ground.said().flat_map(|one| one.cue.into_iter().chain(one.relays.iter().map(|relay| relay.cue)));
        cues.into_iter().any(|cue| cue.overlap(range) > 0)
    };
    match &draft.above {
        Some((predicate, above)) if own.is_empty() && draft.goes_on && !saying(*predicate) => times(above),
        _ => own,
    }
}

/// The times of values: days and what is longer, or parts of days; no durations.
fn times(slots: &[Slot]) -> Vec<EventTime> {
    let mut found: Vec<EventTime> = slots
        .iter()
        .filter_map(|slot| match &slot.kind {
            SlotKind::Time(time) if matches!(time.kind, TimeKind::Date | TimeKind::Time) => {
                Some(EventTime { range: slot.range, value: time.value.clone() })
            }
            _ => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// How many something happened to: the number of a class, or of those whom a verb like "kill" tells of.
fn toll(draft: &Draft, class: CountClass, lookup: &Lookup) -> Option<Toll> {
    const KILL: [&str; 8] = ["kill", "die", "slay", "murder", "assassinate", "massacre", "execute", "dead"];
    const INJURE: [&str; 4] = ["injure", "wound", "hurt", "maim"];
    let verbs: &[&str] = if class == CountClass::Dead { &KILL } else { &INJURE };
    let other: &[&str] = if class == CountClass::Dead { &INJURE } else { &KILL };
    let telling = |site: &Site| verbs.contains(&lookup.tree.lemma(site.at).as_str());
    let sites = || std::iter::once(&draft.site).chain(&draft.also);
    let counts = |slot: &&Slot| match &slot.kind {
        SlotKind::Number(number) if number.measure == Measure::Count => {
            let fate = matches!(number.class, CountClass::Dead | CountClass::Injured);
            let of_site =
                |site: &Site| {
                    telling(site)
                        && site.proposition.participants.iter().any(|one| {
                            one.range.overlap(slot.range) > 0 && one.role != crate::claim::Role::Actor
                        })
                };
            let contrary = sites().any(|site| other.contains(&lookup.tree.lemma(site.at).as_str()));
            number.class == class || !fate && sites().any(of_site) && (!contrary || sites().any(telling))
        }
        _ => false,
    };
    let slot = draft.slots.iter().find(counts)?;
    let SlotKind::Number(number) = &slot.kind else { return None };
    let whole = |thousandths: Option<u64>| thousandths.map(|amount| amount / 1_000);
    Some(Toll { range: slot.range, low: whole(number.low), high: whole(number.high) })
}

/// What a sentence is about: each context once, with the first words that show it.
pub(super) fn contexts(lookup: &Lookup) -> Vec<EventContext> {
    let mut found: Vec<EventContext> = Vec::new();
    for hint in &lookup.table.contexts {
        if found.iter().any(|known| known.name == hint.name) {
            continue;
        }
        let place = hint.words.iter().find_map(|phrase| lookup.stands(phrase));
        found.extend(
            place.map(|tokens| EventContext { name: hint.name.clone(), range: lookup.tree.bytes(&tokens) }),
        );
    }
    found.sort_unstable();
    found
}
