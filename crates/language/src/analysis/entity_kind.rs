//! Kinds of what is named, as OntoNotes names them.

use super::closed_set::closed_set;

closed_set! {
    /// What kind of thing a name or expression stands for (Weischedel and others 2013).
    EntityKind {
        /// number that is none of the others
        Cardinal = "CARDINAL",
        /// date
        Date = "DATE",
        /// battle, storm, festival
        Event = "EVENT",
        /// building, airport, road
        Facility = "FAC",
        /// country, city, state
        PoliticalPlace = "GPE",
        /// language
        Language = "LANGUAGE",
        /// law
        Law = "LAW",
        /// mountain, sea, region
        Place = "LOC",
        /// sum of money
        Money = "MONEY",
        /// nationality, religion, party
        Group = "NORP",
        /// "first"
        Ordinal = "ORDINAL",
        /// organisation
        Organisation = "ORG",
        /// percentage
        Percent = "PERCENT",
        /// person
        Person = "PERSON",
        /// product
        Product = "PRODUCT",
        /// measure
        Quantity = "QUANTITY",
        /// time of day, duration below a day
        Time = "TIME",
        /// book, film, report
        WorkOfArt = "WORK_OF_ART",
    }
}
