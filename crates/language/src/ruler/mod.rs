//! Part of speech and morphology, by a list of rules over word, tag and label.
//!
//! In: the tokens of a text as tagger and parser leave them. Out: for each token what the rules say of it. Every rule
//! looks at one token or two in a row, always as tagger and parser left them; where several speak of one thing, the last
//! in the list holds. A rule may also correct a tag or a label, and name a lemma.
//!
//! No rule is tried by itself: each value of a tag, a label, a word has the set of all rules that admit it, and the
//! rules that fit a token are what its sets have in common (`conditions`).

mod conditions;

use crate::ruler::conditions::{Admitted, Conditions, NONE, Pattern, Set};
use crate::{ModelError, ModelFile};

/// A token as tagger and parser leave it.
#[derive(Debug, Clone, Copy)]
pub struct RulerInput<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its fine tag (`VBZ`).
    pub tag: &'a str,
    /// The label of the arc from its head (`nsubj`).
    pub label: &'a str,
    /// It is nothing but white space.
    pub is_space: bool,
}

/// What the rules say of a token.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RulerOutput<'r> {
    /// Its part of speech (`VERB`); empty if no rule knows its tag.
    pub part_of_speech: &'r str,
    /// Its features, `Number=Sing|Person=3`; empty for none.
    pub morphology: &'r str,
    /// The lemma, where it is not for the lemmatizer to find.
    pub lemma: Option<&'r str>,
    /// The tag, where the tagger's does not hold.
    pub tag: Option<&'r str>,
    /// The label, where the parser's does not hold.
    pub label: Option<&'r str>,
}

/// The rules of a model.
#[derive(Debug)]
pub struct Ruler {
    conditions: Conditions,
    /// The rules that speak of their second token; all others speak of their first.
    of_second: Set,
    /// For each [`Subject`], the rules that speak of it, and what each says.
    statements: [(Set, Vec<String>); N_SUBJECTS],
}

/// What a rule may speak of, with its number in the model file.
#[derive(Clone, Copy)]
enum Subject {
    PartOfSpeech = 0,
    Morphology = 1,
    Lemma = 2,
    Tag = 3,
    Label = 4,
}

const N_SUBJECTS: usize = 5;

impl Ruler {
    /// The rules of a model.
    pub fn from_file(file: &ModelFile) -> Result<Self, ModelError> {
        let mut section = file.section("ruler")?;
        let mut patterns = Vec::new();
        let mut of_second = NONE;
        let mut statements: [(Set, Vec<String>); N_SUBJECTS] = Default::default();
        let n_rules = section.number()?;
        for _ in 0..n_rules {
            let is_of_second = section.number()? == 1;
            let alternatives = section.list(Pattern::read)?;
            let said = section.list(|fields| Ok((fields.number()? as usize, fields.text()?)))?;
            for pattern in alternatives {
                let rule = patterns.len();
                if rule >= conditions::MOST_RULES {
                    return Err(section.wrong("it has more rules than can be told apart"));
                }
                if is_of_second {
                    conditions::insert(&mut of_second, rule);
                }
                for (subject, text) in &said {
                    let (speaking, texts) = statements
                        .get_mut(*subject)
                        .ok_or(section.wrong("a rule speaks of something unknown"))?;
                    conditions::insert(speaking, rule);
                    texts.resize(rule, String::new());
                    texts.insert(rule, (*text).to_owned());
                }
                patterns.push(pattern);
            }
        }
        section.end()?;
        Ok(Self { conditions: Conditions::of(&patterns), of_second, statements })
    }

    /// All that the rules can say of morphology; some of it more than once.
    pub fn morphologies(&self) -> impl Iterator<Item = &str> {
        self.statements[Subject::Morphology as usize].1.iter().map(String::as_str)
    }

    /// What the rules say of each of the tokens.
    pub fn apply(&self, tokens: &[RulerInput]) -> Vec<RulerOutput<'_>> {
        let mut lower = String::new();
        let mut said = Vec::with_capacity(tokens.len());
        let mut before = NONE;
        let mut this = tokens.first().map(|token| self.conditions.admitted(token, &mut lower));
        let mut rest = tokens.iter().skip(1);
        while let Some(Admitted { first, .. }) = this {
            let next = rest.next().map(|token| self.conditions.admitted(token, &mut lower));
            let second = next.as_ref().map_or(self.conditions.single(), |next| next.second);
            let fits = conditions::both(first, second);
            let of_this =
                |nth: usize| (fits[nth] & !self.of_second[nth]) | (before[nth] & self.of_second[nth]);
            said.push(self.output(std::array::from_fn(of_this)));
            before = fits;
            this = next;
        }
        said
    }

    fn output(&self, fits: Set) -> RulerOutput<'_> {
        let say = |subject: Subject| {
            let (speaking, texts) = &self.statements[subject as usize];
            conditions::last(conditions::both(fits, *speaking)).map(|rule| texts[rule].as_str())
        };
        RulerOutput {
            part_of_speech: say(Subject::PartOfSpeech).unwrap_or_default(),
            morphology: say(Subject::Morphology).unwrap_or_default(),
            lemma: say(Subject::Lemma),
            tag: say(Subject::Tag),
            label: say(Subject::Label),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_model::with_small_model;

    /// What the rules say of tokens `text/tag/label`: part of speech, morphology, and what else they say.
    fn check(tokens: &[&str], expected: &[&str]) {
        let input = tokens.iter().map(|token| {
            let mut parts = token.split('/');
            let mut part = || parts.next().unwrap();
            let (text, tag, label) = (part(), part(), part());
            RulerInput { text, tag, label, is_space: text.trim().is_empty() }
        });
        with_small_model(|file| {
            let ruler = Ruler::from_file(file).unwrap();
            let said = ruler.apply(&input.collect::<Vec<_>>()).into_iter().map(|said| {
                let further = [said.lemma, said.tag, said.label].map(Option::unwrap_or_default).join(" ");
                format!("{} {} {}", said.part_of_speech, said.morphology, further.trim()).trim().to_owned()
            });
            assert_eq!(said.collect::<Vec<_>>(), expected);
        });
    }

    #[test]
    fn the_last_rule_holds() {
        check(&["dog/NN/nsubj", "ran/VBD/ROOT", "?/??/punct"], &["NOUN Number=Sing", "VERB Tense=Past", ""]);
        check(&["run/VB/aux", "to/TO/aux", "dog/NN/aux"], &["AUX", "", "AUX Number=Sing"]);
        check(&["\n/NN/aux"], &["SPACE  _SP dep"]);
        check(&[], &[]);
    }

    #[test]
    fn rules_over_two_tokens() {
        check(&["LET/VB/ROOT", "'s/PRP/nsubj", "let/VB/ROOT"], &["VERB", "us", "VERB"]);
        check(&["let/VB/ROOT", "’S/PRP/nsubj"], &["VERB", "us"]);
        check(
            &["'s/NN/nsubj", "let/VB/ROOT", "x/NN/obj", "'s/NN/obj"],
            &["NOUN Number=Sing", "VERB", "NOUN Number=Sing", "NOUN Number=Sing"],
        );
    }

    #[test]
    fn alternatives_say_the_same() {
        check(&["Got/VBD/ROOT", "gets/VBZ/ROOT", "getss/VBZ/ROOT"], &["VERB Tense=Past get", "get", ""]);
    }
}
