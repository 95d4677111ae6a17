//! What went wrong or was decided on the way; bad input is normal.

/// Something that was given but not read. The account lists it; the digest leaves it out, for it has no text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// Where it is, for people.
    pub name: String,
    /// Why it was not read ("not text: has NUL bytes").
    pub reason: String,
    /// What can be done; empty where nothing can.
    pub hint: String,
}

/// Something about a source that was read but that a reader should know ("decoded as windows-1252, a guess").
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// Which source, for people.
    pub name: String,
    /// What.
    pub text: String,
}
