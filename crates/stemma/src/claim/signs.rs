//! What speaks for or against two propositions telling of one happening, and how much it weighs.
//!
//! The signs are those of the literature on events across documents (Bejan and Harabagiu 2010; Cybulska and Vossen 2015; Lu and
//! Ng 2018): the predicates, who and what has the same part, where and when.

/// One sign. Those that are no shares are there or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(usize)]
pub enum Sign {
    /// What speaks for two propositions before anything is looked at.
    Any,
    /// One lemma, or two that news reports use for one kind of happening.
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
    /// Both are nouns, and a word before one tells of which kind it is.
    OtherKind,
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
    /// Both name places, and none is the same.
    OtherPlace,
    /// Two nouns are about other things.
    OtherMatter,
    /// Names that both have, in whatever part.
    Name,
    /// One number that two happenings seldom share.
    SameNumber,
    /// Both count those to whom it happened.
    Tolls,
    /// Times that can be one.
    SameTime,
    /// Times that cannot be one.
    OtherTime,
    /// One is to come and the other is not.
    OtherState,
    /// Both are the main thing of their sentences.
    Mains,
    /// Both stand in a title or first sentence.
    Leads,
}

/// How many signs there are.
pub const SIGNS: usize = Sign::Leads as usize + 1;

/// What each sign weighs, in points, in the order of the signs.
///
/// Learned on the stories of the ECB+ corpus (Cybulska and Vossen 2014) by logistic regression over pairs of mentions, where a sign
/// for can weigh nothing but never count against, and the other way round (`quality/signs.py`). Thirty points are one unit of
/// the logarithm of odds, and `ENOUGH` stands where six pairs of ten are one happening.
///
/// Some were set by hand, since the definition of a claim asks for more or other than the corpus, whose texts hardly deny or count:
/// `Opposite` (a denial is of the claim that it denies), `PlainNouns`, `OtherKind`, `ActorNamed`, `ActorSame`, `ActorOpen`,
/// `ActorOther`, `RecipientOpen`, `RecipientOther`, `OtherPlace`, `OtherMatter`, `SameNumber` and `OtherTime` (what is said of
/// one happening for two days is a dispute). For the same reason it is no sign that one is negated, or that both stand in one report.
pub const WEIGHTS: [(Sign, i64); SIGNS] = [
    (Sign::Any, 40),
    (Sign::SameLemma, 25),
    (Sign::SameMeaning, 17),
    (Sign::NearMeaning, 20),
    (Sign::Opposite, 10),
    (Sign::OtherPredicate, -37),
    (Sign::General, -20),
    (Sign::Rare, -34),
    (Sign::Nouns, 16),
    (Sign::Noun, 3),
    (Sign::PlainNouns, 15),
    (Sign::OtherKind, -20),
    (Sign::ActorNamed, 20),
    (Sign::ActorSame, 20),
    (Sign::ActorNear, 3),
    (Sign::ActorOpen, 10),
    (Sign::ActorOther, -15),
    (Sign::ActorApart, -16),
    (Sign::RecipientNamed, 13),
    (Sign::RecipientSame, 11),
    (Sign::RecipientNear, 16),
    (Sign::RecipientOpen, 10),
    (Sign::RecipientOther, -15),
    (Sign::RecipientApart, -7),
    (Sign::Circumstance, 9),
    (Sign::OtherPlace, -15),
    (Sign::OtherMatter, -80),
    (Sign::Name, 12),
    (Sign::SameNumber, 30),
    (Sign::Tolls, 15),
    (Sign::SameTime, 9),
    (Sign::OtherTime, -5),
    (Sign::OtherState, -23),
    (Sign::Mains, -5),
    (Sign::Leads, 40),
];

/// How much there is of each sign, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs(pub [i32; SIGNS]);

impl Signs {
    /// None but what is always there.
    pub fn none() -> Self {
        let mut all = [0; SIGNS];
        all[Sign::Any as usize] = 100;
        Signs(all)
    }

    /// Notes a sign.
    pub fn add(&mut self, sign: Sign) {
        self.0[sign as usize] = 100;
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

    /// Whether one is there.
    pub fn has(&self, sign: Sign) -> bool {
        self.0[sign as usize] > 0
    }

    /// All weighed, in points.
    pub fn points(&self) -> i64 {
        let weighed = WEIGHTS.iter().map(|(sign, weight)| i64::from(self.0[*sign as usize]) * weight);
        weighed.sum::<i64>() / 100
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sign_has_its_weight() {
        for (at, (sign, _)) in WEIGHTS.iter().enumerate() {
            assert_eq!(*sign as usize, at, "{sign:?}");
        }
    }

    #[test]
    fn points_are_weighed_shares() {
        let mut signs = Signs::none();
        signs.add(Sign::SameLemma);
        signs.share(Sign::Rare, 50);
        let weight = |sign: Sign| WEIGHTS[sign as usize].1;
        assert_eq!(signs.points(), weight(Sign::Any) + weight(Sign::SameLemma) + weight(Sign::Rare) / 2);
        assert!(signs.has(Sign::SameLemma) && !signs.has(Sign::Opposite));
    }
}
