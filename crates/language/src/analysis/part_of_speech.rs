//! Parts of speech, as Universal Dependencies name them.

use super::closed_set::closed_set;

closed_set! {
    /// A part of speech (universaldependencies.org/u/pos), and white space.
    PartOfSpeech {
        /// "secure", "former"
        Adjective = "ADJ",
        /// "in", "after"
        Adposition = "ADP",
        /// "not" is a particle; "yesterday", "reportedly" are adverbs
        Adverb = "ADV",
        /// "has" in "has said", "was" in "was killed"
        Auxiliary = "AUX",
        /// "and", "but"
        Conjunction = "CCONJ",
        /// "the", "no"
        Determiner = "DET",
        /// "yes", "oh"
        Interjection = "INTJ",
        /// "army", "statement"
        Noun = "NOUN",
        /// "1,600", "two"
        Number = "NUM",
        /// "not", "'s", "to"
        Particle = "PART",
        /// "he", "who"
        Pronoun = "PRON",
        /// "Damascus"
        ProperNoun = "PROPN",
        /// commas, quotation marks
        Punctuation = "PUNCT",
        /// "that" in "said that", "because"
        Subordinator = "SCONJ",
        /// "$", "%"
        Symbol = "SYM",
        /// "said"
        Verb = "VERB",
        /// what fits nowhere
        Other = "X",
        /// line breaks, and blanks beyond the first
        Space = "SPACE",
    }
}
