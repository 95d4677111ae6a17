//! The lists of a desk.

/// A list of findings that have pages of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Stories.
    Stories,
    /// Claims.
    Claims,
    /// What cannot all hold.
    Disagreements,
    /// Reports.
    Reports,
    /// Families of copied passages.
    Families,
    /// Speakers.
    Voices,
    /// Places.
    Places,
}

impl List {
    /// All of them, in the order of the menu.
    pub const ALL: [List; 7] = [
        List::Stories,
        List::Claims,
        List::Disagreements,
        List::Reports,
        List::Families,
        List::Voices,
        List::Places,
    ];

    /// What it is called in addresses.
    pub fn name(self) -> &'static str {
        match self {
            List::Stories => "stories",
            List::Claims => "claims",
            List::Disagreements => "disagreements",
            List::Reports => "reports",
            List::Families => "families",
            List::Voices => "voices",
            List::Places => "places",
        }
    }

    /// What it is called on a page.
    pub fn title(self) -> &'static str {
        match self {
            List::Stories => "Stories",
            List::Claims => "Claims",
            List::Disagreements => "Disagreements",
            List::Reports => "Reports",
            List::Families => "Copied passages",
            List::Voices => "Who speaks",
            List::Places => "Places",
        }
    }

    /// One of it.
    pub fn one(self) -> &'static str {
        match self {
            List::Stories => "story",
            List::Claims => "claim",
            List::Disagreements => "disagreement",
            List::Reports => "report",
            List::Families => "family",
            List::Voices => "voice",
            List::Places => "place",
        }
    }

    /// The list of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.name() == name)
    }
}
