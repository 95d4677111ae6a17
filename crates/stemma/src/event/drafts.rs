//! Which predicates of a sentence tell of an event of their own.

use super::Ground;
use super::factuality::{Outlook, outlook, tells_of_others};
use super::matching::{Fit, Lookup, kinds_of};
use super::site::{Arg, Site};
use super::table::{Place, When};
use crate::claim::clauses::{propositions, read};
use crate::claim::slots::slots;
use crate::claim::{Meaning, PredicateKind, Slot, is_place};
use crate::language::Tree;
use crate::model::{ByteRange, EventKind, EventType, Quantity, TimeExpression};
use stemma_language::analysis::{PartOfSpeech, Relation, Tag};

/// How far up a clause is followed to what it is the content of.
const MOST_STEPS: usize = 4;

/// Behind how many tokens the head of a dispatch ends ("NEW DELHI, 4 May -").
const LONGEST_HEAD: usize = 3;

/// Prepositions behind which stands what is demanded, refused or threatened.
const ABOUT: [&str; 7] = ["for", "of", "to", "on", "about", "with", "against"];

/// A predicate that tells of an event, with what belongs to it.
pub(super) struct Draft {
    /// The predicate with what stands round it.
    pub site: Site,
    /// The kinds that its words leave.
    pub kinds: Vec<EventKind>,
    /// The tokens by which conditions were met.
    pub used: Vec<usize>,
    /// Of these, the further words of the predicate itself ("joined forces").
    pub idiom: Vec<usize>,
    /// The values of its clause, and of those that tell of the same.
    pub slots: Vec<Slot>,
    /// Other predicates that tell of the same, with what stands round them.
    pub also: Vec<Site>,
    /// The predicate of the clause that this one hangs on, with its values.
    pub above: Option<(ByteRange, Vec<Slot>)>,
    /// Whether it goes on from that one, and is not what that one says.
    pub goes_on: bool,
    /// Whether it is to come, and so coded as a promise or a threat: that was made.
    pub is_instead: bool,
}

/// The drafts of a sentence, in the order of their predicates.
pub(super) fn drafts(
    lookup: &Lookup,
    meaning: &Meaning,
    (quantities, times): (&[Quantity], &[TimeExpression]),
    ground: &Ground,
) -> Vec<Draft> {
    let tree = lookup.tree;
    let has_line = |lemma: &str| lookup.table.by_head.contains_key(lemma);
    let is_happening = |lemma: &str| meaning.is_happening(lemma) || has_line(lemma);
    let told = propositions(tree, 0, &is_happening);
    let values = slots(&told, quantities, times, &ground.report.text);
    let token_of = |start: u32| (0..tree.len()).find(|at| tree.bytes(&(*at..at + 1)).start == start);
    let mut found: Vec<Draft> = Vec::new();
    let predicates: Vec<ByteRange> = told.iter().map(|one| one.predicate).collect();
    for (place, one) in told.into_iter().enumerate() {
        let slots = values[place].clone();
        let above = one.above.map(|above| above as usize);
        let Some(at) = token_of(one.predicate.start) else { continue };
        let carries = one.kind == PredicateKind::Carried && tree.is(tree.head(at), PartOfSpeech::Verb);
        let mut draft = draft(lookup, Site::of(tree, one, at), slots);
        // "launched an attack": the verb with its object may say more than the noun.
        if carries {
            let verb = tree.head(at);
            let by_verb = self::draft(
                lookup,
                Site::of(tree, read(tree, 0, verb, PredicateKind::Verb, &[]), verb),
                Vec::new(),
            );
            if let Some(mut by_verb) = by_verb.filter(|one| one.used.contains(&at) || draft.is_none()) {
                let by_noun = draft.take();
                by_verb.slots = by_noun.as_ref().map_or(Vec::new(), |one| one.slots.clone());
                by_verb.also.extend(by_noun.map(|one| one.site));
                draft = Some(by_verb);
            }
        }
        if let Some(draft) = &mut draft {
            let relation = tree.relation(draft.site.verb);
            draft.goes_on =
                matches!(relation, Relation::AdverbialClause | Relation::OpenComplement | Relation::Conjunct);
            draft.above = above.map(|above| (predicates[above], values[above].clone()));
        }
        found.extend(draft);
    }
    // Verbs that give way to what they carry ("agreed to leave") are no propositions, and tell of something all the same.
    for at in 0..tree.len() {
        let modifies = matches!(
            tree.relation(at),
            Relation::AdjectivalModifier | Relation::Compound | Relation::Auxiliary
        );
        let known = found.iter().any(|one| one.site.at == at || one.also.iter().any(|site| site.at == at));
        if tree.is(at, PartOfSpeech::Verb) && !modifies && !known {
            let site = Site::of(tree, read(tree, 0, at, PredicateKind::Verb, &[]), at);
            found.extend(
                draft(lookup, site, Vec::new()).filter(|one| !one.site.proposition.participants.is_empty()),
            );
        }
    }
    found.sort_by_key(|one| one.site.at);
    found.iter_mut().for_each(|one| code_instead(lookup, ground, one));
    joined(lookup, without_contents(tree, found))
}

fn draft(lookup: &Lookup, site: Site, slots: Vec<Slot>) -> Option<Draft> {
    let fits = lookup.fits(&site, 0);
    let mut kinds = kinds_of(&fits);
    if kinds.is_empty() {
        return None;
    }
    if acts_by_itself(lookup, &site, &fits) || is_no_event(lookup.tree, &site) {
        return None;
    }
    let used: Vec<usize> = fits.iter().flat_map(|fit: &Fit| fit.used.iter().copied()).collect();
    let idiom = fits.iter().flat_map(|fit| fit.used.iter().take(fit.rule.words.len() - 1).copied()).collect();
    kinds.iter_mut().for_each(|kind| add_mode(lookup, &site, kind));
    Some(Draft {
        site,
        kinds,
        used,
        idiom,
        slots,
        also: Vec::new(),
        above: None,
        goes_on: false,
        is_instead: false,
    })
}

/// Whether words that could tell of an event tell of none here: "without warning", "the wounded", "well-fed".
fn is_no_event(tree: &Tree, site: &Site) -> bool {
    let head = tree.head(site.at);
    let is_lacking =
        tree.relation(site.at) == Relation::PrepositionalObject && tree.is_any(head, &["without"]);
    let is_participle = matches!(tree.tag(site.at), Tag::VerbParticiple | Tag::Adjective);
    let stands_for_people = is_participle && tree.child(site.at, &[Relation::Determiner]).is_some();
    let is_compound = is_participle && site.at > 0 && tree.is_any(site.at - 1, &["-"]);
    is_lacking || stands_for_people || is_compound
}

/// Whether it is a thing that acts, and no weapon and no event: rubble that blocks a road, a dam that supplies power.
fn acts_by_itself(lookup: &Lookup, site: &Site, fits: &[Fit]) -> bool {
    let told_so =
        fits.iter().flat_map(|fit| &fit.rule.conditions).any(|one| one.places.contains(&Place::Actor));
    let can_act = |one: &Arg| {
        one.participant.name.is_some()
            || one.participant.is_pronoun
            || one.participant.is_numeral
            || lookup.is_people(one)
            || ["armed", "violence", "weapon", "weaponry", "media", "office", "voting"]
                .iter()
                .any(|class| lookup.is_in_class(class, one))
            || !lookup.kinds_at(one.token, 1).is_empty()
    };
    let is_verb = site.kind == PredicateKind::Verb;
    let nobody = |one: &Arg| matches!(one.participant.lemma.as_str(), "nobody" | "none" | "nothing");
    if !site.actors.is_empty() && site.actors.iter().all(nobody) {
        return true;
    }
    is_verb && !told_so && !site.actors.is_empty() && !site.actors.iter().any(can_act)
}

/// The mode of a kind that the line leaves open.
fn add_mode(lookup: &Lookup, site: &Site, kind: &mut EventKind) {
    if kind.mode.is_some() {
        return;
    }
    let about = || {
        let clauses = site.to_do.iter().chain(&site.that).chain(&site.doing).copied();
        // "Told him during a meeting": the meeting is not what is demanded.
        let about = site.behind.iter().filter(|(name, _)| ABOUT.contains(&name.as_str())).map(|(_, one)| one);
        let nouns = site.objects.iter().chain(about).map(|one| one.token);
        let kinds = clauses.chain(nouns).flat_map(|token| lookup.kinds_at(token, 1));
        kinds.map(|one| one.kind).collect::<Vec<_>>()
    };
    if matches!(kind.kind, EventType::Request | EventType::Reject | EventType::Threaten) {
        kind.mode = lookup.mode_of_content(kind.kind, &about());
        return;
    }
    let hinted = lookup.table.modes.iter().filter(|hint| hint.kind == Some(kind.kind));
    let shows = |phrase: &Vec<String>| site.args().any(|one| lookup.is_phrase(phrase, one));
    kind.mode = hinted.into_iter().find(|hint| hint.words.iter().any(shows)).map(|hint| hint.name.clone());
    if kind.kind == EventType::Assault && kind.mode.is_none() {
        // "Twelve died in an air strike": what they died in tells how.
        let told = site.args().flat_map(|one| lookup.kinds_at(one.token, 1));
        kind.mode = told.filter(|one| one.kind == EventType::Assault).find_map(|one| one.mode);
    }
}

/// Without what is only demanded, promised, refused, threatened or given way to, or what was agreed to be done.
fn without_contents(tree: &Tree, found: Vec<Draft>) -> Vec<Draft> {
    let dropped: Vec<bool> =
        found.iter().map(|one| found.iter().any(|other| holds(tree, other, one))).collect();
    found.into_iter().zip(dropped).filter(|(_, dropped)| !dropped).map(|(one, _)| one).collect()
}

/// Whether a draft tells what is only the content of another.
fn holds(tree: &Tree, other: &Draft, one: &Draft) -> bool {
    if other.site.at == one.site.at {
        return false;
    }
    let kind = other.kinds[0].kind;
    let verbal = matches!(
        kind,
        EventType::Agree
            | EventType::Support
            | EventType::Concede
            | EventType::Request
            | EventType::Reject
            | EventType::Threaten
    );
    let site = &other.site;
    let clauses = || site.to_do.iter().chain(&site.that).chain(&site.doing).chain(&site.purpose).copied();
    let mut at = one.site.verb;
    for _ in 0..MOST_STEPS {
        if verbal && clauses().any(|clause| clause == at) {
            return true;
        }
        let carried = matches!(
            tree.relation(at),
            Relation::OpenComplement | Relation::ClausalComplement | Relation::Conjunct
        );
        if !carried || tree.head(at) == at {
            break;
        }
        at = tree.head(at);
    }
    // "We will repel any attack": there was none.
    if other.is_instead && other.site.objects.iter().any(|object| object.token == one.site.at) {
        return true;
    }
    let keeps = matches!(kind, EventType::Accuse | EventType::Assault);
    !keeps && (other.used.contains(&one.site.at) || other.used.contains(&one.site.verb))
}

/// Violence that one clause names and another tells the victims of is one event: "a bombing killed twelve", "attacked the
/// village, killing twelve".
fn joined(lookup: &Lookup, found: Vec<Draft>) -> Vec<Draft> {
    const VICTIMS: [&str; 13] = [
        "kill", "injure", "wound", "hurt", "die", "slay", "maim", "perish", "death", "killing", "leave",
        "claim", "cause",
    ];
    let tree = lookup.tree;
    let assaults = |one: &Draft| one.kinds[0].kind == EventType::Assault;
    let mut kept: Vec<Draft> = Vec::new();
    let mut waiting: Vec<Draft> = Vec::new();
    for one in found {
        let lemma = tree.lemma(one.site.at);
        let tells_victims = VICTIMS.contains(&lemma.as_str());
        if assaults(&one) && tells_victims { waiting.push(one) } else { kept.push(one) }
    }
    for one in waiting {
        let under = matches!(
            tree.relation(one.site.at),
            Relation::AdverbialClause
                | Relation::OpenComplement
                | Relation::AdjectivalClause
                | Relation::Conjunct
        );
        let of = kept.iter_mut().filter(|other| assaults(other)).find(|other| {
            let named = one.site.args().any(|arg| arg.token == other.site.at);
            let hangs = under && tree.head(one.site.at) == other.site.at;
            let within = tree.head(other.site.at) == one.site.at
                && tree.relation(other.site.at) == Relation::AdverbialClause;
            let other_act = tree.relation(one.site.at) == Relation::Conjunct
                && !one.site.proposition.span.overlap(other.site.proposition.span) > 0;
            named || hangs && !other_act || within
        });
        match of {
            Some(other) => {
                other.slots.extend(one.slots);
                other.also.push(one.site);
            }
            // "The bridge fell, killing nine": what killed them is what the other clause tells, and that is no violence.
            None if under && is_by_accident(lookup, &one) => {}
            None => kept.push(one),
        }
    }
    kept.sort_by_key(|one| one.site.at);
    with_aims(tree, kept)
}

/// "Began an operation to take the town, using air strikes": what violence is for, and what it is done with, is one event with it.
fn with_aims(tree: &Tree, found: Vec<Draft>) -> Vec<Draft> {
    let assaults = |one: &Draft| one.kinds[0].kind == EventType::Assault && one.kinds.len() == 1;
    let hangs = |one: &Draft, other: &Draft| {
        let verb = one.site.verb;
        let is_aim = tree.children(verb).iter().any(|child| *child < verb && tree.is_any(*child, &["to"]))
            && matches!(
                tree.relation(verb),
                Relation::AdjectivalClause | Relation::OpenComplement | Relation::AdverbialClause
            );
        let mut first = verb;
        while tree.relation(first) == Relation::Conjunct && tree.head(first) < first {
            first = tree.head(first);
        }
        let carrier = if tree.is_verbal(first) { first } else { tree.head(first) };
        let is_means =
            tree.is_any(carrier, &["using"]) && tree.relation(carrier) == Relation::AdverbialClause;
        let head = if is_means { tree.head(carrier) } else { tree.head(verb) };
        let mut sites = std::iter::once(&other.site).chain(&other.also);
        (is_aim || is_means) && sites.any(|site| site.at == head || site.verb == head)
    };
    let mut kept: Vec<Draft> = Vec::new();
    for one in found {
        let outer = kept.iter_mut().find(|other| assaults(other) && assaults(&one) && hangs(&one, other));
        match outer {
            Some(outer) => {
                let own = one.kinds[0].mode.clone();
                outer.kinds[0].mode = outer.kinds[0].mode.take().or(own);
                outer.slots.extend(one.slots);
                outer.also.push(one.site);
                outer.also.extend(one.also);
            }
            None => kept.push(one),
        }
    }
    kept
}

/// Whether nobody who could do it is said to have killed or injured anybody: a place or the head of a dispatch is not somebody.
fn is_by_accident(lookup: &Lookup, one: &Draft) -> bool {
    let tree = lookup.tree;
    let is_place = |arg: &Arg| arg.participant.name.is_some_and(is_place);
    let heads_dispatch = |arg: &Arg| {
        arg.token <= LONGEST_HEAD
            && !tree.word(arg.token).contains(char::is_lowercase)
            && arg.token + 1 < tree.len()
            && tree.is_any(arg.token + 1, &[",", "(", "-", "–", "—"])
    };
    let could = |arg: &Arg| !is_place(arg) && !heads_dispatch(arg) && lookup.is_people(arg);
    tree.tag(one.site.at) == Tag::VerbGerund && !one.site.actors.iter().any(could)
}

/// What is to come is a promise or a threat, and what is refused is refused.
fn code_instead(lookup: &Lookup, ground: &Ground, draft: &mut Draft) {
    let outlook = outlook(lookup.tree, draft.site.verb);
    let negated = draft.site.proposition.negation.is_some();
    let is_agreement = matches!(draft.kinds[0].kind, EventType::Agree | EventType::Concede)
        && draft.site.kind == PredicateKind::Verb;
    let by_us = draft.site.actors.iter().any(|one| matches!(one.participant.lemma.as_str(), "we" | "i"));
    // "Could not be saved": nobody refused it.
    let is_unable = negated
        && draft.site.actors.is_empty()
        && lookup
            .tree
            .children(draft.site.verb)
            .iter()
            .any(|aux| lookup.tree.is_any(*aux, &["can", "ca", "could"]));
    let when = match (outlook, negated) {
        _ if is_unable => return,
        (Some(_), true) => When::Refused,
        (None, true) if is_agreement || by_us => When::Refused,
        // A meeting to come is announced by whomever.
        (Some(Outlook::Ahead), false)
            if draft.kinds[0].kind != EventType::Consult && tells_of_others(lookup, ground, &draft.site) =>
        {
            return;
        }
        (Some(Outlook::Ahead), false) => When::Ahead,
        _ => return,
    };
    for kind in &mut draft.kinds {
        let line =
            lookup.table.instead.iter().rev().find(|line| line.when == when && line.of.contains(&kind.kind));
        if let Some(line) = line {
            let mode = lookup.mode_of_content(line.kind, &[kind.kind]);
            *kind = EventKind { kind: line.kind, mode };
            draft.is_instead = true;
        }
    }
}
