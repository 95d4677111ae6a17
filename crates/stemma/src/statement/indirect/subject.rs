//! Whose verb it is: its subject, wherever in the sentence it stands, and the words that belong to the verb.

use crate::language::Tree;
use crate::model::Factuality;
use std::ops::Range;
use stemma_language::analysis::{PartOfSpeech, Relation, Tag};

/// A verb with what surrounds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// The words of the verb: auxiliaries, "not", adverbs, the verb, its particle; also "went on to" before it.
    pub words: Range<usize>,
    /// The head of the noun phrase that speaks, thinks or wants.
    pub source: Option<usize>,
    /// Whether it was said at all.
    pub factuality: Factuality,
    /// Whether somebody else is the subject ("was accused").
    pub passive: bool,
}

/// How many verbs a chain of "went on to try to say" may have.
const LONGEST_CHAIN: usize = 4;

const SUBJECTS: [Relation; 2] = [Relation::Subject, Relation::PassiveSubject];

/// The group of the verb at `verb`; none where the word attributes nothing here (a command, a name).
pub(super) fn group(tree: &Tree, verb: usize) -> Option<Group> {
    let passive = tree.child(verb, &[Relation::PassiveAuxiliary]).is_some() || is_bare_passive(tree, verb);
    let mut words = own_words(tree, verb);
    let mut factuality = factuality(tree, verb);
    let mut source = if passive { agent(tree, verb) } else { own_subject(tree, verb) };
    let mut at = verb;
    for _ in 0..LONGEST_CHAIN {
        if source.is_some() || passive && tree.relation(at) != Relation::OpenComplement {
            break;
        }
        let mut above = tree.head(at);
        // "declining to give her name but telling": joined to the verb of the same form.
        let outer = tree.head(above);
        if tree.relation(at) == Relation::Conjunct
            && tree.tag(at) == Tag::VerbGerund
            && tree.tag(above) == Tag::VerbBase
            && tree.tag(outer) == Tag::VerbGerund
        {
            above = outer;
        }
        match tree.relation(at) {
            // "went on to say", "declined to say".
            Relation::OpenComplement if above < at => {
                let outer = own_words(tree, above);
                let joined = (outer.end..words.start)
                    .all(|between| tree.tag(between) == Tag::To || tree.is(between, PartOfSpeech::Adverb));
                if joined {
                    words.start = outer.start;
                }
                factuality = factuality.max(self::factuality(tree, above)).max(implied(&tree.lemma(above)));
                // "It is hard to deny".
                let judged = tree.child(above, &[Relation::AdjectivalComplement, Relation::Attribute]);
                let nobody = own_subject(tree, above).is_some_and(|subject| tree.is_any(subject, &["it"]));
                if judged.is_some_and(|judged| nobody || implied(&tree.lemma(judged)) != Factuality::Fact) {
                    factuality = factuality.max(Factuality::Possible);
                }
            }
            // "a memo suggesting that": hung on the verb, but right behind a noun it describes that noun.
            Relation::AdverbialClause if tree.tag(at) == Tag::VerbGerund && describes_noun(tree, at) => {
                return Some(Group { words, source: Some(at - 1), factuality, passive });
            }
            // "declined to confirm or deny": what holds for the first holds for the second.
            Relation::Conjunct if tree.tag(at) == Tag::VerbBase => {
                factuality = factuality.max(self::factuality(tree, above));
            }
            // "stopped short of denying", "accused of denying", "without denying".
            Relation::PrepositionalClause if !tells_how(tree.word(above)) => {
                factuality = factuality.max(Factuality::Possible);
            }
            // "at pains to deny".
            Relation::AdjectivalClause if tree.is_any(above, &["pains"]) => {}
            Relation::Conjunct
            | Relation::AdverbialClause
            | Relation::PrepositionalClause
            | Relation::Preposition
            | Relation::ClausalComplement
            | Relation::Unnamed => {}
            Relation::AdjectivalClause if tree.tag(at) == Tag::VerbGerund => {
                return Some(Group { words, source: Some(above), factuality, passive });
            }
            Relation::PrepositionalObject | Relation::Attribute | Relation::AdjectivalComplement => {}
            _ => break,
        }
        if above == at {
            break;
        }
        at = above;
        if tree.is_verbal(at) && !passive {
            source = own_subject(tree, at);
        }
    }
    let command = source.is_none() && !passive && matches!(tree.tag(verb), Tag::VerbBase | Tag::VerbPresent);
    if command {
        return None;
    }
    if source.is_some_and(|source| is_nobody(tree, source)) {
        factuality = factuality.max(Factuality::Not);
    }
    Some(Group { words, source, factuality, passive })
}

/// "accused of fraud" behind a noun, without an auxiliary.
fn is_bare_passive(tree: &Tree, verb: usize) -> bool {
    tree.tag(verb) == Tag::VerbParticiple
        && tree.child(verb, &[Relation::Auxiliary]).is_none()
        && tree
            .child(verb, &SUBJECTS)
            .is_none_or(|subject| tree.relation(subject) == Relation::PassiveSubject)
        && tree.relation(verb) != Relation::Conjunct
}

/// Its subject, also of a passive.
pub(super) fn own_subject(tree: &Tree, verb: usize) -> Option<usize> {
    tree.child(verb, &SUBJECTS)
}

/// "by the army".
pub(super) fn agent(tree: &Tree, verb: usize) -> Option<usize> {
    tree.child(verb, &[Relation::Agent]).and_then(|by| tree.governed(by))
}

/// The verb with auxiliaries, negation and adverbs right before it, and its particle.
fn own_words(tree: &Tree, verb: usize) -> Range<usize> {
    let joins = |at: usize| {
        tree.head(at) == verb
            && matches!(
                tree.relation(at),
                Relation::Auxiliary
                    | Relation::PassiveAuxiliary
                    | Relation::Negation
                    | Relation::AdverbialModifier
            )
            && !matches!(tree.tag(at), Tag::WhAdverb | Tag::To)
    };
    let mut start = verb;
    while start > 0 && joins(start - 1) {
        start -= 1;
    }
    let particle = particle(tree, verb).filter(|particle| *particle == verb + 1);
    start..particle.unwrap_or(verb) + 1
}

/// "out" of "point out".
pub(super) fn particle(tree: &Tree, verb: usize) -> Option<usize> {
    tree.child(verb, &[Relation::VerbParticle]).filter(|particle| *particle > verb)
}

/// What the words around a verb say of it.
fn factuality(tree: &Tree, verb: usize) -> Factuality {
    let mut found = Factuality::Fact;
    for child in tree.children(verb) {
        let said = match tree.relation(*child) {
            Relation::Negation => Factuality::Not,
            Relation::AdverbialModifier
                if tree.is_any(*child, &["never", "hardly", "scarcely", "nowhere"]) =>
            {
                Factuality::Not
            }
            Relation::Auxiliary => match tree.lemma(*child).as_str() {
                "will" | "shall" | "'ll" | "wo" => Factuality::Future,
                "may" | "might" | "could" | "can" | "should" | "must" | "would" | "'d" | "ought" => {
                    modal(tree, *child)
                }
                _ => Factuality::Fact,
            },
            Relation::Marker if tree.is_any(*child, &["if", "unless", "whether"]) => Factuality::Possible,
            Relation::Preconjunction if tree.is_any(*child, &["neither"]) => Factuality::Not,
            _ => Factuality::Fact,
        };
        found = found.max(said);
    }
    // "Had the ministry denied it, ...".
    let turned = tree.child(verb, &[Relation::Auxiliary]).is_some_and(|auxiliary| {
        tree.is_any(auxiliary, &["had", "were", "should"])
            && own_subject(tree, verb).is_some_and(|subject| auxiliary < subject)
    });
    if turned && tree.relation(verb) == Relation::AdverbialClause {
        found = found.max(Factuality::Possible);
    }
    // "neither confirmed nor denied".
    let head = tree.head(verb);
    let nor = tree.relation(verb) == Relation::Conjunct
        && tree.children(head).iter().any(|joint| *joint < verb && tree.is_any(*joint, &["nor"]));
    if nor {
        found = found.max(Factuality::Not);
    }
    found
}

/// "'d" is "had" before a participle, and the lemma does not always say so.
fn modal(tree: &Tree, auxiliary: usize) -> Factuality {
    if tree.tag(auxiliary) == Tag::Modal { Factuality::Possible } else { Factuality::Fact }
}

fn describes_noun(tree: &Tree, participle: usize) -> bool {
    participle > 0 && matches!(tree.token(participle - 1).part_of_speech, PartOfSpeech::Noun)
}

/// Prepositions before a gerund that leave it a fact: "by denying", "after denying".
fn tells_how(preposition: &str) -> bool {
    let how = ["by", "in", "after", "before", "while", "since", "upon", "on", "despite", "as", "when"];
    how.contains(&preposition.to_lowercase().as_str())
}

/// "failed to say", "wants to say".
fn implied(lemma: &str) -> Factuality {
    match lemma {
        "fail" | "refuse" | "decline" | "neglect" | "forget" | "cease" | "stop" => Factuality::Not,
        "want" | "hope" | "plan" | "intend" | "expect" | "need" | "wish" | "like" | "try" | "seek"
        | "aim" | "attempt" | "threaten" | "prepare" | "offer" | "hard" | "difficult" | "impossible"
        | "easy" | "ready" | "willing" | "able" | "unable" | "likely" | "unlikely" => Factuality::Possible,
        _ => Factuality::Fact,
    }
}

/// "no official", "nobody", "few"; "anyone who denies" is nobody in particular.
fn is_nobody(tree: &Tree, source: usize) -> bool {
    let nobody = ["no", "nobody", "none", "neither", "nothing", "few", "anyone", "anybody", "whoever"];
    let clause = tree.head(source);
    let of_whom = tree.is_any(source, &["who", "that"]) && tree.relation(clause) == Relation::RelativeClause;
    if of_whom && tree.is_any(tree.head(clause), &nobody) {
        return true;
    }
    tree.is_any(source, &nobody)
        || tree.word(source).eq_ignore_ascii_case("no-one")
        || tree.children(source).iter().any(|child| tree.is_any(*child, &["no", "neither", "few"]))
}
