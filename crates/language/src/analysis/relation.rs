//! What a token is to its head, in the labels of ClearNLP.

use super::closed_set::closed_set;

closed_set! {
    /// A grammatical relation (Choi and Palmer 2012).
    Relation {
        /// the root of a sentence
        Root = "ROOT",
        /// clause that describes a noun
        AdjectivalClause = "acl",
        /// adjective that completes a verb
        AdjectivalComplement = "acomp",
        /// clause that modifies a verb
        AdverbialClause = "advcl",
        /// adverb
        AdverbialModifier = "advmod",
        /// "by" of a passive
        Agent = "agent",
        /// adjective before a noun
        AdjectivalModifier = "amod",
        /// "the spokesman" in "Konashenkov, the spokesman,"
        Apposition = "appos",
        /// what "be" joins to its subject
        Attribute = "attr",
        /// auxiliary
        Auxiliary = "aux",
        /// auxiliary of a passive
        PassiveAuxiliary = "auxpass",
        /// "'s"
        Case = "case",
        /// "and"
        Conjunction = "cc",
        /// clause with a subject that completes a verb: what is said
        ClausalComplement = "ccomp",
        /// part of a compound noun or name
        Compound = "compound",
        /// what "and" joins on
        Conjunct = "conj",
        /// clause as subject
        ClausalSubject = "csubj",
        /// clause as subject of a passive
        ClausalPassiveSubject = "csubjpass",
        /// whom something is given or said to
        Dative = "dative",
        /// relation that has no name
        Unnamed = "dep",
        /// determiner
        Determiner = "det",
        /// object
        Object = "dobj",
        /// "there" of "there is"
        Expletive = "expl",
        /// interjection
        Interjection = "intj",
        /// "that" of "said that"
        Marker = "mark",
        /// what stands outside the sentence
        Meta = "meta",
        /// "not"
        Negation = "neg",
        /// noun that modifies a noun
        NominalModifier = "nmod",
        /// noun as adverb: "Monday"
        NounAsAdverb = "npadvmod",
        /// subject
        Subject = "nsubj",
        /// subject of a passive
        PassiveSubject = "nsubjpass",
        /// number
        NumericModifier = "nummod",
        /// what an object is said or made to be
        ObjectPredicate = "oprd",
        /// clause thrown in: "he said" within a quotation
        Parataxis = "parataxis",
        /// clause after a preposition
        PrepositionalClause = "pcomp",
        /// noun after a preposition
        PrepositionalObject = "pobj",
        /// owner
        Possessive = "poss",
        /// "either", "both"
        Preconjunction = "preconj",
        /// "all" of "all the"
        Predeterminer = "predet",
        /// preposition
        Preposition = "prep",
        /// "up" of "gave up"
        VerbParticle = "prt",
        /// punctuation
        Punctuation = "punct",
        /// "about" of "about 300"
        QuantifierModifier = "quantmod",
        /// relative clause
        RelativeClause = "relcl",
        /// clause without a subject that completes a verb
        OpenComplement = "xcomp",
    }
}
