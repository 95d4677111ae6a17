//! Where the program departs from what a reader finds, with the reason. Each list is complete: what is
//! missing from it, and what need no longer stand in it, fails a test.

/// Departures that have one reason.
pub struct Group {
    /// Why the program departs.
    pub why: &'static str,
    /// Where, in the words of the test that compares.
    pub places: &'static [&'static str],
}

/// Every list, for the test of the lists.
pub const ALL: [&[Group]; 9] =
    [PARTNERS, UNKNOWN, WIDER, SWAPS, EDIT_KINDS, SPEAKERS, BEYOND, DENIALS, LINES];

/// Reports that have a passage too and are not found with it.
pub const PARTNERS: &[Group] = &[Group {
    why: "what a company is (\"Sildwater, the state company that runs the dam\") is as long as many a stock phrase, \
          and the rest of the two sentences differs",
    places: &["company: morning-circle.txt with orna.txt", "company: orna.txt with morning-circle.txt"],
}];

/// Passages that are found and that the reader leaves out.
pub const UNKNOWN: &[Group] = &[
    Group {
        why: "the title of a page and the title once more on the same page are a passage of the page itself",
        places: &["harbour-dispatch.txt: \u{2022} Army says Hadrel dam \"fully in our hands\" after flood"],
    },
    Group {
        why: "two sentences that the reader takes as one passage are one each; this is the shorter one",
        places: &[
            "radio-sild.txt: Vessary has no drinking water.",
            "world-brief.txt: \"Nobody had warned us.\"",
            "world-brief.txt: Orvandia has been fighting the Front since 2016.",
            "world-brief.txt: The water came at twenty to eleven.",
        ],
    },
];

/// Passages that reach over more than twice of what the reader marks.
pub const WIDER: &[Group] = &[
    Group {
        why: "a passage reaches to the borders of its sentence where the rest was swapped or cut on one side, \
              so that the cut shows as an edit; the reader marks the clause alone",
        places: &[
            "controls-destroyed: orna.txt",
            "in-our-hands: dorvath-courier.txt",
            "in-our-hands: newsline-today.txt",
            "in-our-hands: orna.txt",
            "spokesman-told: orna.txt",
        ],
    },
    Group {
        why: "what is said of the monitor stands in one sentence with what it said, and the reader parts the two",
        places: &["fighters-left: cantonal-gazette.txt", "fighters-left: world-brief.txt"],
    },
];

/// Swaps that are no edits.
pub const SWAPS: &[Group] = &[
    Group {
        why: "edits are found between a witness and its representative only, and the representative has neither \
              of the two words: both witnesses have a clause where it has another",
        places: &["newsline-today.txt: after -> following, 0 of 1"],
    },
    Group {
        why: "two of six: in the denial the representative has \"The\" where the Gazette has the name, and \
              \"Orvandia has been fighting the Front since 2016\" has but one plain word, too few for a passage",
        places: &["world-brief.txt: Orvandia -> Republic of Orvandia, 4 of 6"],
    },
];

/// Edits that are of another kind than the reader says.
pub const EDIT_KINDS: &[Group] = &[Group {
    why: "the two spellings share too little to be taken for one name",
    places: &["newsline-today.txt: Vessary -> Vesari, swap for name-form"],
}];

/// Speakers whom a sentence names and who are not found.
pub const SPEAKERS: &[Group] = &[
    Group {
        why: "\"the district office\" may be any district's: a body with a plain noun before it is no name",
        places: &[
            "dorvath-courier.txt: Two of them were children",
            "newsline-today.txt: Some 2,300 people were taken",
            "orna.txt: Some 2,300 people were taken",
            "world-brief.txt: Two of them were kids",
        ],
    },
    Group { why: "\"spoke of 14\" gives a number and no sentence", places: &["cantonal-gazette.txt: of 14"] },
    Group {
        why: "the second of two attributions around a semicolon has no verb of saying in its half",
        places: &["radio-sild.txt: a shell did"],
    },
    Group {
        why: "\"she\" stands in the words of the one it stands for, behind a colon",
        places: &["radio-sild.txt: she drew it up herself"],
    },
    Group {
        why: "a name with \"of\" in it, in the genitive (\"Republic of Orvandia's government\"), is not taken",
        places: &["world-brief.txt: a settlement had been reached"],
    },
];

/// Speakers who are found and whom the reader does not list.
pub const BEYOND: &[Group] = &[
    Group {
        why: "a headline that quotes (\"Army says ...\") is a statement of the army; the reader lists no headlines",
        places: &["harbour-dispatch.txt: Army"],
    },
    Group {
        why: "a threat inside what military sources say is a statement of its own, with the sources as its relay",
        places: &["harbour-dispatch.txt: Fighters of the Upland Front"],
    },
];

/// Denials that are not seen as denials.
pub const DENIALS: &[Group] = &[Group {
    why: "the words that are said deny, and no verb of denying reports them",
    places: &[
        "cantonal-gazette.txt: We do not negotiate with the Front, and we did not negotiate this time",
        "radio-sild.txt: The government insisted that it had made no agreement with the Front.",
        "world-brief.txt: We do not negotiate with the Front, and we did not negotiate this time",
    ],
}];

/// Lines that are taken for something else.
pub const LINES: &[Group] = &[
    Group {
        why: "the name of a site on top of the page, without any mark of a menu, looks like a headline, \
              and what stands between it and the text then looks like the headline of another story",
        places: &[
            "cantonal-gazette.txt: Cantonal Gazette \u{2013} Abroad: title for navigation",
            "radio-sild.txt: Death toll of dam flood rises to 20: related for title",
            "radio-sild.txt: Radio Sild: title for navigation",
            "sild-valley-post.txt: Sild Valley Post: title for navigation",
            "sild-valley-post.txt: Vessary counts its dead: related for title",
        ],
    },
    Group {
        why: "labels with a bar between them are a section line only where one of them is known as the name of a section",
        places: &["world-brief.txt: WORLD BRIEF | CONFLICTS: related for navigation"],
    },
    Group {
        why: "an appeal to the reader that names nothing of what only sites offer may be a line of the report",
        places: &[
            "radio-sild.txt: Listen to Radio Sild at the top of every hour: paragraph for promotion",
            "world-brief.txt: Subscribe to World Brief for 2 marks a month: paragraph for promotion",
        ],
    },
];
