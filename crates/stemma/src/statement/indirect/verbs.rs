//! Verbs that attribute: what each may take as the words said, thought or wanted.
//!
//! The classes follow the grammar of English reporting clauses (Quirk and others 1985, chapters 14 and 16: factual verbs with a
//! that-clause, suasive verbs, verbs with an infinitive or a participle), not any collection of texts.

use crate::model::CueClass;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a verb may take as content; each constant is one frame.
pub(super) type Frames = u16;

/// The frame that a content stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::statement) enum Frame {
    /// A clause, with or without "that", or a clause that asks ("whether", "how").
    Clause,
    /// An infinitive whose subject is the speaker: "promised to".
    Infinitive,
    /// A gerund: "proposed doing".
    Gerund,
    /// A noun phrase: "criticised the plan".
    Object,
    /// Somebody and what he should do: "urged them to leave".
    Command,
    /// Something and what it is said to be: "described it as a success", "called it a success".
    Predicate,
    /// Somebody and what he did: "accused him of lying".
    Charge,
    /// A noun phrase or gerund behind a preposition: "called for a vote". Which preposition, each sense lists.
    Preposition,
}

impl Frame {
    /// As a member of a set.
    pub const fn bit(self) -> Frames {
        1 << self as u16
    }
}

const CLAUSE: Frames = Frame::Clause.bit();
const INFINITIVE: Frames = Frame::Infinitive.bit();
const GERUND: Frames = Frame::Gerund.bit();
const OBJECT: Frames = Frame::Object.bit();
const COMMAND: Frames = Frame::Command.bit();
const PREDICATE: Frames = Frame::Predicate.bit();
const CHARGE: Frames = Frame::Charge.bit();
/// No frame: an object is whom the words are said to, "told reporters that".
const ADDRESSEE: Frames = 1 << 12;

/// What a verb of a sense does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verb {
    pub class: CueClass,
    pub frames: Frames,
    /// Prepositions that bind the content to the verb ("call for"), in one string.
    pub prepositions: &'static str,
}

impl Verb {
    /// The first of some frames that the sense has.
    pub fn frame(&self, wanted: &[Frame]) -> Option<Frame> {
        wanted.iter().copied().find(|frame| self.frames & frame.bit() != 0)
    }

    /// Whether an object can be whom the words are said to.
    pub fn takes_addressee(&self) -> bool {
        self.frames & (ADDRESSEE | COMMAND) != 0
    }
}

/// What a verb does whose object is what is said: "confirmed the arrest", "recommended charges".
pub(crate) fn class_with_object(lemma: &str) -> Option<CueClass> {
    senses(lemma).iter().find(|sense| sense.frame(&[Frame::Object]).is_some()).map(|sense| sense.class)
}

/// The senses of a lemma, or of a lemma and a particle ("point out").
pub(super) fn senses(lemma: &str) -> &'static [Verb] {
    TABLE.get(lemma).map_or(&[], Vec::as_slice)
}

static TABLE: LazyLock<BTreeMap<&'static str, Vec<Verb>>> = LazyLock::new(|| {
    let mut table: BTreeMap<&'static str, Vec<Verb>> = BTreeMap::new();
    for (class, frames, prepositions, lemmas) in VERBS {
        for lemma in lemmas.split(',').map(str::trim) {
            table.entry(lemma).or_default().push(Verb { class: *class, frames: *frames, prepositions });
        }
    }
    table
});

use CueClass::{
    Accuses, Asks, Claims, Confirms, Demands, Denies, Estimates, Intends, Judges, Perceives, Promises, Says,
    Shows, Supports, Thinks, Warns,
};

/// A lemma may have several senses; the first that has the frame it stands in holds.
const VERBS: &[(CueClass, Frames, &str, &str)] = &[
    // Saying.
    (Says, CLAUSE | ADDRESSEE, "", "tell, inform, notify, brief, remind, assure, reassure, advise"),
    (
        Says,
        CLAUSE | OBJECT,
        "",
        "announce, reveal, disclose, divulge, report, mention, recount, relate, explain, reiterate, \
      restate, emphasise, emphasize, stress, underline, underscore, highlight, detail, outline, clarify, specify, express, \
      convey, discuss, address, publicise, publicize, publish, cite, point out, bring up, raise, lay out, spell out, describe, recite, broadcast, leak, characterise, characterize",
    ),
    (
        Says,
        CLAUSE,
        "",
        "say, add, note, remark, observe, state, comment, declare, proclaim, recall, reply, respond, retort, \
      counter, answer, quip, joke, muse, opine, write, tweet, retweet, post, blog, testify, repeat, continue, elaborate, \
      volunteer, intone, whisper, shout, yell, scream, cry, exclaim, mutter, murmur, interject, chant, signal, hint, imply, \
      suggest, admit, concede, acknowledge, confess, lament, gripe, grumble, rant, summarise, summarize, sum up, read, \
      relay, preach, crow, deadpan, sigh, sneer, scoff, gush, enthuse, ad-lib, interrupt, chime in, shoot back, fire back, \
      hit back, snap, bark, explain away, go on, conclude, theorize, theorise, sermonize, echo, rule, \
      decree, stipulate, dictate, certify, reason, caption, headline, text, email, e-mail, message, cable, radio, telephone, \
      phone, wire, print",
    ),
    (
        Says,
        0,
        "about of",
        "speak, talk, boast, brag, complain, joke, testify, comment, grumble, rave, moan, write, lecture, \
      rant, muse, preach, gloat",
    ),
    // Claiming.
    (Claims, CLAUSE | OBJECT, "", "allege, assert, posit, postulate, purport, profess"),
    (Claims, CLAUSE | INFINITIVE, "", "claim"),
    (
        Claims,
        CLAUSE,
        "for against",
        "argue, contend, maintain, insist, reckon, swear, affirm, aver, avow, vouch, speculate, \
      hypothesise, hypothesize, theorise, charge, counter, object, protest",
    ),
    // Confirming and agreeing.
    (
        Confirms,
        CLAUSE | OBJECT,
        "",
        "confirm, corroborate, verify, reaffirm, attest, authenticate, substantiate, validate",
    ),
    (Confirms, CLAUSE | INFINITIVE, "with on to", "agree, concur, assent, consent"),
    // Denying.
    (
        Denies,
        CLAUSE | GERUND | OBJECT,
        "",
        "deny, refute, rebut, dispute, disavow, repudiate, debunk, contradict, gainsay, \
      rule out",
    ),
    (
        Denies,
        OBJECT | PREDICATE,
        "",
        "reject, dismiss, discount, rubbish, pooh-pooh, brush off, brush aside, laugh off, play down, \
      downplay, deflect, disown, disclaim, contest",
    ),
    (Denies, 0, "on against at", "push back, hit back"),
    (Claims, OBJECT, "", "challenge"),
    (Denies, CLAUSE, "with about on", "disagree, dissent"),
    // Warning.
    (Warns, CLAUSE | ADDRESSEE | COMMAND, "of about against", "warn, caution, alert, forewarn"),
    (Warns, CLAUSE | INFINITIVE | OBJECT, "", "threaten"),
    // Demanding, asking for, advising.
    (
        Demands,
        CLAUSE | COMMAND | ADDRESSEE,
        "",
        "urge, order, command, instruct, beg, implore, beseech, exhort, direct, \
      petition, entreat, press, pressure, challenge, encourage, lobby, prod, summon, invite, persuade, convince, compel",
    ),
    (
        Demands,
        CLAUSE | INFINITIVE | OBJECT | COMMAND,
        "",
        "demand, request, propose, recommend, advocate, prescribe, beg",
    ),
    (Demands, 0, "for on upon", "call, appeal, plead"),
    (Intends, GERUND, "for", "push, press, campaign, lobby, clamor, clamour, agitate, fight"),
    // Promising, threatening, offering, refusing.
    (
        Promises,
        CLAUSE | INFINITIVE | OBJECT,
        "to",
        "promise, pledge, vow, swear, guarantee, undertake, offer, \
      volunteer",
    ),
    (Promises, INFINITIVE, "to", "commit"),
    (Intends, INFINITIVE, "", "refuse, decline, threaten, consent"),
    // Accusing and its kin.
    (Accuses, CHARGE, "", "accuse, suspect, charge, convict, acquit, warn"),
    (
        Accuses,
        OBJECT | CHARGE,
        "for",
        "blame, fault, criticise, criticize, condemn, denounce, decry, deplore, deride, slam, \
      blast, lambast, lambaste, assail, attack, censure, castigate, rebuke, chide, scold, berate, excoriate, pan, bash, \
      ridicule, mock, disparage, denigrate, belittle, reprimand, admonish, upbraid, vilify, pillory, skewer, malign, insult, \
      taunt, knock, hit, rip, trash, demonise, demonize, impugn, chastise, savage, ding, needle, call out, lash out, \
      take aim, slight, smear, besmirch, flay, tear into, savage",
    ),
    // Estimating and foretelling.
    (
        Estimates,
        CLAUSE | OBJECT,
        "",
        "estimate, predict, project, forecast, calculate, prophesy, foretell, foresee, \
      extrapolate",
    ),
    (Estimates, 0, "at", "put, place, set"),
    (Estimates, CLAUSE | INFINITIVE, "", "reckon, guess, wager, bet, figure"),
    // Showing: reports, polls, documents.
    (
        Shows,
        CLAUSE | OBJECT | GERUND | COMMAND,
        "",
        "show, indicate, demonstrate, document, depict, portray, detail",
    ),
    (
        Shows,
        CLAUSE,
        "",
        "prove, find, suggest, establish, determine, conclude, illustrate, attest, ascertain, imply",
    ),
    // Thinking.
    (
        Thinks,
        CLAUSE,
        "in",
        "believe, think, feel, suppose, assume, presume, surmise, deem, hold, imagine, fancy, \
      suspect, reckon, trust, maintain, doubt, conceive",
    ),
    (
        Thinks,
        CLAUSE | OBJECT | GERUND | INFINITIVE,
        "",
        "fear, dread, regret, anticipate, envision, envisage, consider, ponder, \
      contemplate, forget, understand, remember, recall",
    ),
    (Thinks, CLAUSE | INFINITIVE | COMMAND, "", "expect"),
    (Thinks, CLAUSE, "about of", "worry, wonder, know, fret, dream"),
    (
        Thinks,
        CLAUSE | OBJECT,
        "",
        "realise, realize, recognise, recognize, accept, misunderstand, second-guess",
    ),
    // Perceiving and learning.
    (
        Perceives,
        CLAUSE,
        "",
        "notice, discover, learn, see, hear, discern, perceive, sense, gather, witness, spot, decide, \
      ascertain, observe",
    ),
    // Wanting and planning.
    (Intends, CLAUSE | INFINITIVE | COMMAND, "for", "wish, hope, pray, yearn, long, aspire"),
    (Intends, INFINITIVE | COMMAND | OBJECT, "", "want, desire"),
    (
        Intends,
        CLAUSE | INFINITIVE,
        "on",
        "plan, intend, aim, decide, opt, resolve, choose, prefer, mean, insist, vote, elect",
    ),
    (Intends, INFINITIVE | OBJECT, "", "seek"),
    (
        Intends,
        INFINITIVE | GERUND | OBJECT,
        "",
        "like, love, hate, dislike, favor, favour, prefer, loathe, detest, abhor, \
      resent, welcome, enjoy, relish, despise",
    ),
    // Asking.
    (Asks, CLAUSE | COMMAND | ADDRESSEE, "about for", "ask"),
    (Asks, CLAUSE | OBJECT, "", "question, query, ask about, interrogate"),
    (Asks, CLAUSE, "about", "inquire, enquire"),
    // Naming and judging.
    (Says, PREDICATE, "", "declare, pronounce, proclaim"),
    (
        Judges,
        PREDICATE,
        "",
        "call, label, brand, dub, term, name, style, pronounce, find, rate, rank, rule, judge, declare, \
      consider, deem, regard, view, portray, depict, describe, characterise, characterize, paint, cast, denounce, condemn, \
      dismiss, hail, praise, refer to, see, reject, tout, bill, criticise, criticize, identify, cite, designate, proclaim, \
      classify, interpret, mock, define",
    ),
    (
        Judges,
        OBJECT,
        "for",
        "praise, applaud, commend, hail, laud, salute, compliment, celebrate, extol, honor, honour, thank, \
      credit, congratulate, cheer",
    ),
    // Supporting and opposing.
    (
        Supports,
        OBJECT | GERUND,
        "",
        "support, oppose, back, endorse, champion, defend, resist, disapprove, second, uphold, \
      espouse, embrace",
    ),
    (Supports, 0, "of", "approve, disapprove"),
    (Supports, 0, "with", "sympathize, sympathise, side"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_takes_something() {
        for (_, frames, prepositions, lemmas) in VERBS {
            assert!(*frames != 0 || !prepositions.is_empty(), "{lemmas}");
        }
    }

    #[test]
    fn a_lemma_may_have_several_senses() {
        let classes = |lemma| senses(lemma).iter().map(|verb| verb.class).collect::<Vec<_>>();
        assert_eq!(classes("say"), [Says]);
        assert_eq!(classes("warn"), [Warns, Accuses]);
        assert_eq!(classes("walk"), []);
    }
}
