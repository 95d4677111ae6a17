//! Fine parts of speech of English, as the Penn Treebank names them.

use super::closed_set::closed_set;

closed_set! {
    /// A fine part of speech (Santorini 1990; OntoNotes adds hyphens, addresses and affixes).
    Tag {
        /// currency
        Currency = "$",
        /// closing quotation mark
        ClosingQuote = "''",
        /// comma
        Comma = ",",
        /// opening bracket
        OpeningBracket = "-LRB-",
        /// closing bracket
        ClosingBracket = "-RRB-",
        /// end of sentence
        Stop = ".",
        /// colon, semicolon, dash
        Colon = ":",
        /// address of a page or of mail
        Address = "ADD",
        /// affix
        Affix = "AFX",
        /// coordinating conjunction
        Conjunction = "CC",
        /// cardinal number
        Cardinal = "CD",
        /// determiner
        Determiner = "DT",
        /// "there" of "there is"
        Existential = "EX",
        /// foreign word
        Foreign = "FW",
        /// hyphen
        Hyphen = "HYPH",
        /// preposition or subordinating conjunction
        Preposition = "IN",
        /// adjective
        Adjective = "JJ",
        /// comparative adjective
        AdjectiveComparative = "JJR",
        /// superlative adjective
        AdjectiveSuperlative = "JJS",
        /// mark of a list
        ListMark = "LS",
        /// modal verb
        Modal = "MD",
        /// punctuation that ends nothing
        OtherPunctuation = "NFP",
        /// noun in the singular
        Noun = "NN",
        /// proper noun in the singular
        ProperNoun = "NNP",
        /// proper noun in the plural
        ProperNounPlural = "NNPS",
        /// noun in the plural
        NounPlural = "NNS",
        /// "all" of "all the"
        Predeterminer = "PDT",
        /// "'s"
        PossessiveEnding = "POS",
        /// personal pronoun
        Pronoun = "PRP",
        /// possessive pronoun
        PronounPossessive = "PRP$",
        /// adverb
        Adverb = "RB",
        /// comparative adverb
        AdverbComparative = "RBR",
        /// superlative adverb
        AdverbSuperlative = "RBS",
        /// "up" of "gave up"
        Particle = "RP",
        /// symbol
        Symbol = "SYM",
        /// "to"
        To = "TO",
        /// interjection
        Interjection = "UH",
        /// base form of a verb
        VerbBase = "VB",
        /// past tense
        VerbPast = "VBD",
        /// "saying"
        VerbGerund = "VBG",
        /// past participle
        VerbParticiple = "VBN",
        /// present tense, not of the third person singular
        VerbPresent = "VBP",
        /// present tense, third person singular
        VerbPresentThird = "VBZ",
        /// "which" as determiner
        WhDeterminer = "WDT",
        /// "who", "what"
        WhPronoun = "WP",
        /// "whose"
        WhPronounPossessive = "WP$",
        /// "when", "where"
        WhAdverb = "WRB",
        /// unknown
        Unknown = "XX",
        /// white space
        Space = "_SP",
        /// opening quotation mark
        OpeningQuote = "``",
    }
}
