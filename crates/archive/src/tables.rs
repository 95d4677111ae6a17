//! Which key of a record goes into which column.
//!
//! A path leads through the maps of a record: `span.report`. What it leads to is a text, a number, yes or no; a list or a
//! map is written as JSON. The tables themselves, with what their columns mean, are documents: `schema/2-found.sql`.

use stemma::account::labels::RecordKind::{self, *};

/// The table of a kind of finding.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) kind: RecordKind,
    /// Beside `id`: column and path.
    pub(crate) columns: &'static [(&'static str, &'static str)],
    pub(crate) lists: &'static [List],
}

/// The table of a list in a finding: one row an item, by its place.
pub(crate) struct List {
    pub(crate) name: &'static str,
    /// The column that names the finding.
    pub(crate) of: &'static str,
    /// Where the list is.
    pub(crate) path: &'static str,
    /// Where in each of its items the list is whose items are rows, and the column for the place of the outer one.
    pub(crate) inner: Option<(&'static str, &'static str)>,
    pub(crate) columns: &'static [(&'static str, &'static str)],
}

const NO_LISTS: &[List] = &[];

/// All tables of findings, in the order in which their rows are written. Captures are the table `sources`; what was not
/// read, and notes, belong to what was added.
pub(crate) const TABLES: [Table; 15] = [
    Table {
        name: "reports",
        kind: Report,
        columns: &[
            ("text", "text_sha256"),
            ("bytes", "bytes"),
            ("title", "titles.0.text"),
            ("outlet", "outlet"),
            ("owner", "owner"),
            ("url", "url"),
            ("published", "published.value"),
            ("published_by", "published.method"),
            ("modified", "modified.value"),
            ("previous", "previous"),
            ("titles", "titles"),
            ("paragraphs", "paragraphs"),
            ("paragraph_bytes", "paragraph_bytes"),
            ("copied_bytes", "copied_bytes"),
        ],
        lists: NO_LISTS,
    },
    Table {
        name: "furniture",
        kind: Furniture,
        columns: &[
            ("report", "span.report"),
            ("start", "span.start"),
            ("end", "span.end"),
            ("text", "span.text"),
            ("kind", "kind"),
        ],
        lists: NO_LISTS,
    },
    Table {
        name: "passages",
        kind: Passage,
        columns: &[
            ("report", "span.report"),
            ("start", "span.start"),
            ("end", "span.end"),
            ("text", "span.text"),
            ("family_size", "family_size"),
        ],
        lists: NO_LISTS,
    },
    Table {
        name: "families",
        kind: Family,
        columns: &[("representative", "representative"), ("n_reports", "n_reports")],
        lists: &[List {
            name: "family_passages",
            of: "family",
            path: "passages",
            inner: None,
            columns: &[("passage", "")],
        }],
    },
    Table {
        name: "edits",
        kind: Edit,
        columns: &[
            ("family", "family"),
            ("kinds", "kinds"),
            ("from", "from.passage"),
            ("from_report", "from.span.report"),
            ("from_start", "from.span.start"),
            ("from_end", "from.span.end"),
            ("from_text", "from.span.text"),
            ("to", "to.passage"),
            ("to_report", "to.span.report"),
            ("to_start", "to.span.start"),
            ("to_end", "to.span.end"),
            ("to_text", "to.span.text"),
        ],
        lists: NO_LISTS,
    },
    Table {
        name: "descents",
        kind: Descent,
        columns: &[
            ("family", "family"),
            ("passage", "passage"),
            ("parent_kind", "parent.kind"),
            ("parent", "parent.passage"),
            ("evidence", "evidence"),
            ("support_percent", "support_percent"),
        ],
        lists: NO_LISTS,
    },
    Table {
        name: "shares",
        kind: Share,
        columns: &[("report", "report"), ("with", "with"), ("parents", "parents"), ("new", "new")],
        lists: NO_LISTS,
    },
    Table {
        name: "voices",
        kind: Voice,
        columns: &[
            ("kind", "kind"),
            ("report", "shown.report"),
            ("start", "shown.start"),
            ("end", "shown.end"),
            ("text", "shown.text"),
        ],
        lists: &[List {
            name: "voice_names",
            of: "voice",
            path: "names",
            inner: None,
            columns: &[("report", "report"), ("start", "start"), ("end", "end"), ("text", "text")],
        }],
    },
    Table {
        name: "statements",
        kind: Statement,
        columns: &[
            ("report", "span.report"),
            ("start", "span.start"),
            ("end", "span.end"),
            ("text", "span.text"),
            ("voice", "speaker.voice"),
            ("grade", "speaker.grade"),
            ("speaker", "speaker.name.text"),
            ("source", "source.text"),
            ("cue", "cue.text"),
            ("content", "content"),
            ("kind", "kind"),
            ("stance", "stance"),
            ("class", "class"),
            ("factuality", "factuality"),
            ("relays", "relays"),
            ("uttered", "uttered.text"),
            ("continues", "continues"),
        ],
        lists: NO_LISTS,
    },
    Table {
        name: "stories",
        kind: Story,
        columns: &[("terms", "terms")],
        lists: &[List {
            name: "story_parts",
            of: "story",
            path: "parts",
            inner: None,
            columns: &[("report", "report"), ("start", "start"), ("end", "end")],
        }],
    },
    Table {
        name: "instances",
        kind: Instance,
        columns: &[
            ("report", "span.report"),
            ("start", "span.start"),
            ("end", "span.end"),
            ("text", "span.text"),
            ("carrier", "carrier"),
            ("statement", "statement"),
            ("in_passing", "in_passing"),
            ("stance", "stance"),
            ("marker", "marker.text"),
            ("parts", "parts"),
        ],
        lists: NO_LISTS,
    },
    Table {
        name: "origins",
        kind: Origin,
        columns: &[("who", "who"), ("is_by_edit", "is_by_edit")],
        lists: &[List {
            name: "origin_instances",
            of: "origin",
            path: "instances",
            inner: None,
            columns: &[("instance", "instance"), ("ground", "ground"), ("of", "of")],
        }],
    },
    Table {
        name: "claims",
        kind: Claim,
        columns: &[
            ("story", "story"),
            ("plainest", "plainest"),
            ("wording", "wording.text"),
            ("n_reports", "n_reports"),
            ("n_instances", "n_instances"),
            ("affirm_at_least", "counts.affirm.at_least"),
            ("affirm_at_most", "counts.affirm.at_most"),
            ("allege_at_least", "counts.allege.at_least"),
            ("allege_at_most", "counts.allege.at_most"),
            ("deny_at_least", "counts.deny.at_least"),
            ("deny_at_most", "counts.deny.at_most"),
            ("may_be_one", "may_be_one"),
        ],
        lists: &[
            List {
                name: "claim_instances",
                of: "claim",
                path: "instances",
                inner: None,
                columns: &[("instance", "instance"), ("joined_with", "join.with"), ("reason", "join.reason")],
            },
            List {
                name: "claim_origins",
                of: "claim",
                path: "origins",
                inner: None,
                columns: &[("origin", "")],
            },
            List {
                name: "silences",
                of: "claim",
                path: "silences",
                inner: None,
                columns: &[("report", "report"), ("kind", "kind")],
            },
        ],
    },
    Table {
        name: "disagreements",
        kind: Disagreement,
        columns: &[("story", "story"), ("kind", "kind"), ("order", "order")],
        lists: &[
            List {
                name: "disagreement_claims",
                of: "disagreement",
                path: "claims",
                inner: None,
                columns: &[("claim", "")],
            },
            List {
                name: "disagreement_sides",
                of: "disagreement",
                path: "sides",
                inner: Some(("instances", "side")),
                columns: &[("instance", "instance"), ("words", "words.text")],
            },
        ],
    },
    Table {
        name: "places",
        kind: Place,
        columns: &[
            ("report", "span.report"),
            ("start", "span.start"),
            ("end", "span.end"),
            ("text", "span.text"),
            ("usage", "usage"),
            ("number", "place.number"),
            ("name", "place.name"),
            ("kind", "place.kind"),
            ("country", "place.country"),
            ("division", "place.division"),
            ("latitude", "place.latitude"),
            ("longitude", "place.longitude"),
            ("precision", "precision"),
            ("candidates", "candidates"),
            ("reasons", "reasons"),
        ],
        lists: NO_LISTS,
    },
];
