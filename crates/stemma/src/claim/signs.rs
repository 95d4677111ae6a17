//! What speaks for or against two propositions telling of one happening, and how much it weighs.
//!
//! The signs are those of the literature on events across documents (Bejan and Harabagiu 2010; Cybulska and Vossen 2015; Lu and
//! Ng 2018): the predicates, who and what has the same part, where and when, and the words round them.

/// One sign. Those that are no shares are there or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(usize)]
pub enum Sign {
    /// What speaks for two propositions before anything is looked at.
    Any,
    /// One lemma.
    SameLemma,
    /// Other lemmas that mean the same.
    SameMeaning,
    /// One means a kind of the other, or is made from it.
    NearMeaning,
    /// One says what the other denies.
    Opposite,
    /// Nothing joins the predicates.
    OtherPredicate,
    /// One of them says little by itself: "have", "go".
    General,
    /// The lemma is rare in the story, in hundredths.
    Rare,
    /// Both are nouns.
    Nouns,
    /// One is a noun.
    Noun,
    /// Both are nouns without a word that tells which.
    PlainNouns,
    /// The actor has one name.
    ActorNamed,
    /// The actor is the same thing.
    ActorSame,
    /// The actor is of one general or near kind.
    ActorNear,
    /// Who acts is left open in one.
    ActorOpen,
    /// Other things act.
    ActorOther,
    /// Others, with names, act.
    ActorApart,
    /// To whom it happens has one name.
    RecipientNamed,
    /// It happens to the same thing.
    RecipientSame,
    /// It happens to one general or near kind.
    RecipientNear,
    /// To whom is left open in one.
    RecipientOpen,
    /// It happens to other things.
    RecipientOther,
    /// It happens to others, with names.
    RecipientApart,
    /// One circumstance is the same.
    Circumstance,
    /// A second one is.
    Circumstances,
    /// Both name places, and none is the same.
    OtherPlace,
    /// Two nouns are about other things.
    OtherMatter,
    /// Names that both have, in whatever part.
    Name,
    /// Share of the words of the clauses, in hundredths.
    Words,
    /// Share of the words of the sentences, in hundredths.
    Sentence,
    /// One number that two happenings seldom share.
    SameNumber,
    /// Two numbers of the same things that cannot both hold.
    OtherNumber,
    /// Both count those to whom it happened.
    Tolls,
    /// Times that can be one.
    SameTime,
    /// Times that cannot be one.
    OtherTime,
    /// One is to come and the other is not.
    OtherState,
    /// One is negated.
    OtherPolarity,
    /// Both stand in one report.
    SameReport,
    /// Both are the main thing of their sentences.
    Mains,
    /// Both stand in a title or first sentence.
    Leads,
}

/// How many signs there are.
pub const SIGNS: usize = Sign::Leads as usize + 1;

/// How much there is of each sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs(pub [i32; SIGNS]);

impl Signs {
    /// None but what is always there.
    pub fn none() -> Self {
        let mut all = [0; SIGNS];
        all[Sign::Any as usize] = 1;
        Signs(all)
    }

    /// Notes a sign.
    pub fn add(&mut self, sign: Sign) {
        self.0[sign as usize] = 1;
    }

    /// Notes a sign if it is there.
    pub fn add_if(&mut self, sign: Sign, is_there: bool) {
        if is_there {
            self.add(sign);
        }
    }

    /// Notes a share.
    pub fn share(&mut self, sign: Sign, hundredths: u32) {
        self.0[sign as usize] = hundredths as i32;
    }
}
