//! The tables behind the first screen, as plain views: claims, reports, families, voices, full texts.
//!
//! In: an account. Out: structs that say what is shown and in which order, and nothing about looks. All
//! words in them are verbatim and unescaped; whoever renders them makes them safe.

mod alignment;
mod behind;
mod claim_list;
mod claim_row;
mod claim_words;
mod claims;
mod datings;
mod evidence;
mod explained;
mod families;
mod full_text;
mod identifiers;
mod lineage;
mod origin_count;
mod origin_tree;
mod part;
mod partners;
mod places;
mod reports;
mod rules;
mod shares;
mod sharing;
mod statements;
mod table;
mod traced;
mod voices;
mod when;
mod whereabouts;

pub use alignment::{AlignedSegment, AlignedWording, Alignment};
pub use behind::{Backing, Behind, OriginView, SpokenFor, WhoView, count_parts};
pub use claim_list::{ClaimFilter, ListedClaims, instance_with, instance_words};
pub use claim_row::{ClaimRow, StanceKind, StanceRow, Who, WhoRow};
pub use claim_words::{count_words, disagreement_words, order_words, silence_words};
pub use claims::{ClaimList, ClaimView, Holders, NO_CLAIMS, StoryView, importance, silences};
pub use datings::{DatingView, DaysLeft, HintView, datings, hint_label};
pub use evidence::{EvidenceView, evidence, may_be_one};
pub use explained::{Explained, Explaining, Fact, FindingView, What, rules_behind};
pub use families::{Change, FamilyView, Piece, WitnessView};
pub use full_text::{Block, BlockKind, ClaimOver, Mark, Overlay, Segment, TextView};
pub(crate) use full_text::{full_texts, overlaid};
pub use identifiers::Identifiers;
pub use lineage::{DescentView, LOST_ANCESTOR, LineageView, NOT_DECIDABLE, ParentView, SUPPORT, lineages};
pub use origin_tree::{Branch, InstanceNode, OriginNode, OriginTree};
pub use part::Part;
pub use partners::{Elsewhere, Partners};
pub use places::{PlaceView, degrees, place_words, places, precision_words};
pub use reports::ReportView;
pub use rules::{RULES, Rule};
pub use shares::{Portion, SharesView, shares};
pub use sharing::{PAIRWISE_LIMIT, SharedWith};
pub use statements::{SpeakerView, StatementView};
pub use table::{Cell, Row, StoryTable, row, tables};
pub use traced::{Context, KnownPassages, TracedView, context, traced};
pub use voices::{NameView, QuotesBy, VoiceView, by_report, is_named, shown_name, voices};
pub use when::{When, WhenBy, when_head};
pub use whereabouts::{Whereabouts, by_date, descent, parent_label};

use crate::Numbering;
use crate::first_screen::Limits;
use stemma::Account;
use stemma::account::record::Record;
use stemma::model::Dating;

/// Everything that the page shows below the first screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tables<'a> {
    /// The reports, in the order of their numbers.
    pub reports: Vec<ReportView<'a>>,
    /// When each was published, in the same order.
    pub datings: Vec<DatingView<'a>>,
    /// The families, those of most reports first.
    pub families: Vec<FamilyView<'a>>,
    /// The statements by voice; those without a speaker last.
    pub voices: Vec<VoiceView<'a>>,
    /// By statement of the account: its identifier in the JSON Lines.
    pub statement_ids: Vec<String>,
    /// By voice of the account: its identifier in the JSON Lines.
    pub voice_ids: Vec<String>,
    /// By descent of the account: its identifier in the JSON Lines.
    pub descent_ids: Vec<String>,
    /// By claim of the account: its identifier in the JSON Lines.
    pub claim_ids: Vec<String>,
    /// By instance of the account: its identifier in the JSON Lines.
    pub instance_ids: Vec<String>,
    /// By disagreement of the account: its identifier in the JSON Lines.
    pub disagreement_ids: Vec<String>,
    /// By name of a place of the account: its identifier in the JSON Lines.
    pub place_ids: Vec<String>,
    /// What is claimed.
    pub claims: ClaimList<'a>,
    /// Whether some families stand in too many reports to be compared pair by pair.
    pub has_large_families: bool,
}

impl<'a> Tables<'a> {
    /// The tables of an account, of whose reports `dated` tells, and of its records.
    pub fn of(account: &'a Account, records: &[Record], numbering: &Numbering, dated: &[Dating]) -> Self {
        Self::named(account, Identifiers::of(records), numbering, dated)
    }

    /// The tables of an account whose findings are called so.
    pub fn named(
        account: &'a Account,
        identifiers: Identifiers,
        numbering: &Numbering,
        dated: &[Dating],
    ) -> Self {
        let families = families::families(account, numbering, &identifiers);
        let sharing = sharing::sharing(account, numbering, &families);
        let reports = reports::reports(account, numbering, &identifiers, sharing.by_report);
        Tables {
            reports,
            datings: datings(&account.reports, dated, numbering),
            families,
            voices: voices(account, numbering, None),
            statement_ids: identifiers.statements,
            voice_ids: identifiers.voices,
            descent_ids: identifiers.descents,
            claim_ids: identifiers.claims,
            instance_ids: identifiers.instances,
            disagreement_ids: identifiers.disagreements,
            place_ids: identifiers.places,
            claims: ClaimList::of(account, numbering, dated, Limits::PAGE),
            has_large_families: sharing.has_large_families,
        }
    }
}
