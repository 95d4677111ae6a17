//! The rows of lists: what a reader is told of a finding before he opens it. All words are verbatim and unescaped.

use stemma::model::{ByteRange, Day, OriginCount};

/// Words of a report, and where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// The identifier of the report.
    pub report: String,
    /// The bytes of its text.
    pub range: ByteRange,
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A story.
    Story(StoryRow),
    /// A claim.
    Claim(ClaimRow),
    /// A disagreement.
    Disagreement(DisagreementRow),
    /// A report.
    Report(ReportRow),
    /// A family.
    Family(FamilyRow),
    /// A voice.
    Voice(VoiceRow),
    /// A place.
    Place(PlaceRow),
}

/// A story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryRow {
    /// Its identifier.
    pub id: String,
    /// The plainest words of the claim that matters most; absent where it has none.
    pub leading: Option<Words>,
    /// The words that most of its reports have in common and few others.
    pub terms: Vec<String>,
    /// How many reports tell it.
    pub n_reports: usize,
    /// How many outlets published these, as far as they are named.
    pub n_outlets: usize,
    /// How many reports do not name their outlet.
    pub n_without_outlet: usize,
    /// How many claims it has.
    pub n_claims: usize,
    /// How many disagreements are open in it.
    pub n_disagreements: usize,
    /// How many stand behind the claim that matters most.
    pub origins: OriginCount,
    /// The first and the last day on which a report of it was published, of those of which the day is known.
    pub days: Option<(Day, Day)>,
}

/// A claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimRow {
    /// Its identifier.
    pub id: String,
    /// Its plainest words.
    pub words: Words,
    /// The identifier of its story.
    pub story: String,
    /// How many reports carry it.
    pub n_reports: usize,
    /// How many reports its story has.
    pub of_reports: usize,
    /// How many say that it is so.
    pub said: OriginCount,
    /// How many deny it.
    pub denied: OriginCount,
    /// What it is in open disagreement over, in fixed words.
    pub disputes: Vec<&'static str>,
    /// Whether several reports have it and one origin stands behind them.
    pub is_lonely: bool,
}

/// Something that cannot all hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisagreementRow {
    /// Its identifier.
    pub id: String,
    /// What the sides differ in.
    pub kind: &'static str,
    /// How they lie in time.
    pub order: &'static str,
    /// Of each side, words of one instance and how many reports have it.
    pub sides: Vec<(Words, usize)>,
    /// The identifiers of its claims.
    pub claims: Vec<String>,
    /// The identifier of its story.
    pub story: String,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRow {
    /// Its identifier.
    pub id: String,
    /// Its headline; absent where it has none.
    pub title: Option<String>,
    /// The name of its file.
    pub name: String,
    /// Who published it; absent where nothing says so.
    pub outlet: Option<String>,
    /// The day of publication; absent where it is not known.
    pub day: Option<Day>,
    /// How much of its paragraphs stands elsewhere, in hundredths; absent where it has none.
    pub copied_percent: Option<usize>,
    /// How many statements it has.
    pub n_statements: usize,
}

/// A family of copied passages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyRow {
    /// Its identifier.
    pub id: String,
    /// The words of its representative.
    pub words: Words,
    /// How many reports have a witness.
    pub n_reports: usize,
    /// How many witnesses there are.
    pub n_witnesses: usize,
    /// How many edits lie between them, those of mere marks left out.
    pub n_edits: usize,
}

/// A speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceRow {
    /// Its identifier.
    pub id: String,
    /// The words under which it is shown; absent where no report of the account names it.
    pub name: Option<Words>,
    /// What it is.
    pub kind: &'static str,
    /// How many statements it has.
    pub n_statements: usize,
    /// In how many reports.
    pub n_reports: usize,
}

/// A place of the gazetteer or of the user's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    /// Its number, behind a letter.
    pub id: String,
    /// The name that it is listed under.
    pub name: String,
    /// What kind of place it is, and in what it lies.
    pub what: String,
    /// How many reports name it.
    pub n_reports: usize,
    /// How often it is named.
    pub n_mentions: usize,
}
