//! The files of WordNet's lexicographers: a first, rough division of all meanings.

use super::{Sense, WordClass};
use crate::analysis::closed_set;
use crate::{ModelError, ModelFile};
use std::ops::Range;

closed_set! {
    /// The lexicographer's file that a sense stands in, by WordNet's names, in the order of our file: by class of words.
    Lexicographer {
        /// the topmost nouns
        NounTops = "noun.Tops",
        /// acts and actions
        NounAct = "noun.act",
        /// animals
        NounAnimal = "noun.animal",
        /// things made by people
        NounArtifact = "noun.artifact",
        /// attributes of people and things
        NounAttribute = "noun.attribute",
        /// parts of the body
        NounBody = "noun.body",
        /// contents and processes of the mind
        NounCognition = "noun.cognition",
        /// what is communicated
        NounCommunication = "noun.communication",
        /// natural events
        NounEvent = "noun.event",
        /// feelings
        NounFeeling = "noun.feeling",
        /// food and drink
        NounFood = "noun.food",
        /// groups of people or things
        NounGroup = "noun.group",
        /// places in space
        NounLocation = "noun.location",
        /// goals
        NounMotive = "noun.motive",
        /// natural things
        NounObject = "noun.object",
        /// people
        NounPerson = "noun.person",
        /// natural phenomena
        NounPhenomenon = "noun.phenomenon",
        /// plants
        NounPlant = "noun.plant",
        /// possession and its transfer
        NounPossession = "noun.possession",
        /// natural processes
        NounProcess = "noun.process",
        /// quantities and units
        NounQuantity = "noun.quantity",
        /// relations between people, things or ideas
        NounRelation = "noun.relation",
        /// shapes
        NounShape = "noun.shape",
        /// states of affairs
        NounState = "noun.state",
        /// substances
        NounSubstance = "noun.substance",
        /// time
        NounTime = "noun.time",
        /// grooming, dressing, care of the body
        VerbBody = "verb.body",
        /// size, temperature, intensity
        VerbChange = "verb.change",
        /// thinking, judging
        VerbCognition = "verb.cognition",
        /// telling, asking, ordering
        VerbCommunication = "verb.communication",
        /// fighting, athletics
        VerbCompetition = "verb.competition",
        /// eating and drinking
        VerbConsumption = "verb.consumption",
        /// touching, hitting, tying
        VerbContact = "verb.contact",
        /// sewing, baking, performing
        VerbCreation = "verb.creation",
        /// feeling
        VerbEmotion = "verb.emotion",
        /// walking, flying
        VerbMotion = "verb.motion",
        /// seeing, hearing
        VerbPerception = "verb.perception",
        /// buying, selling, owning
        VerbPossession = "verb.possession",
        /// political and social acts
        VerbSocial = "verb.social",
        /// being, having, relations in space
        VerbStative = "verb.stative",
        /// raining, snowing
        VerbWeather = "verb.weather",
        /// adjectives that describe
        AdjectiveAll = "adj.all",
        /// adjectives that relate to a noun
        AdjectivePertaining = "adj.pert",
        /// adjectives that are participles
        AdjectiveParticiple = "adj.ppl",
        /// adverbs
        AdverbAll = "adv.all",
    }
}

impl Lexicographer {
    /// The class of the words in the file.
    pub fn class(self) -> WordClass {
        use Lexicographer::{AdjectiveAll, AdverbAll, VerbBody};
        match self {
            file if file < VerbBody => WordClass::Noun,
            file if file < AdjectiveAll => WordClass::Verb,
            file if file < AdverbAll => WordClass::Adjective,
            _ => WordClass::Adverb,
        }
    }
}

/// Which senses stand in which file: each has a run of them.
#[derive(Debug)]
pub(super) struct Lexicographers {
    /// For each file the number of the first sense behind it.
    ends: Vec<u32>,
}

impl Lexicographers {
    /// Reads how many senses each file has.
    pub(super) fn from_file(file: &ModelFile) -> Result<Self, ModelError> {
        let mut section = file.section("lexicographers")?;
        let mut end = 0u32;
        let ends = section.list(|fields| {
            end = end.checked_add(fields.number()?).ok_or(fields.wrong("there are too many senses"))?;
            Ok(end)
        })?;
        section.end()?;
        if ends.len() != Lexicographer::ALL.len() {
            return Err(section.wrong("it has not as many files as WordNet"));
        }
        Ok(Self { ends })
    }

    /// How many senses there are in all.
    pub(super) fn n_senses(&self) -> u32 {
        self.ends.last().copied().unwrap_or_default()
    }

    /// The senses of a class.
    pub(super) fn of_class(&self, class: WordClass) -> Range<u32> {
        let before = |first: usize| first.checked_sub(1).map_or(0, |last| self.ends[last]);
        let files = &Lexicographer::ALL;
        let (first, end) = (
            files.partition_point(|file| file.class() < class),
            files.partition_point(|file| file.class() <= class),
        );
        before(first)..before(end)
    }

    /// The file of a sense.
    pub(super) fn of_sense(&self, sense: Sense) -> Lexicographer {
        let file = self.ends.partition_point(|end| *end <= sense.0);
        Lexicographer::ALL[file.min(Lexicographer::ALL.len() - 1)]
    }
}
