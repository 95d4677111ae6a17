-- What was found on the last finished run. Identifiers are those of the account; a span is a report with the first
-- byte and the byte behind the last. docs/reference/account-format.md says what each word means.

-- One row for each finished run. Only the last one has rows in the tables below.
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    header TEXT NOT NULL,       -- JSON: schema, program, tables, counts
    analysed INTEGER NOT NULL,  -- reports that were analysed for it, and not taken from an earlier run
    reports INTEGER NOT NULL
) STRICT;

CREATE TABLE reports (
    id TEXT PRIMARY KEY,
    text INTEGER NOT NULL REFERENCES texts (id),
    bytes INTEGER NOT NULL,
    title TEXT,
    outlet TEXT,
    owner TEXT,
    url TEXT,
    published TEXT,
    published_by TEXT,
    modified TEXT,
    previous TEXT REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    titles TEXT NOT NULL,       -- JSON
    paragraphs TEXT NOT NULL,   -- JSON
    paragraph_bytes INTEGER NOT NULL,
    copied_bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX reports_by_text ON reports (text);
CREATE INDEX reports_by_published ON reports (published);
CREATE INDEX reports_by_outlet ON reports (outlet COLLATE NOCASE);

CREATE TABLE furniture (
    id TEXT PRIMARY KEY,
    report TEXT NOT NULL REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL
) STRICT;
CREATE INDEX furniture_by_report ON furniture (report);

CREATE TABLE passages (
    id TEXT PRIMARY KEY,
    report TEXT NOT NULL REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    family_size INTEGER NOT NULL
) STRICT;
CREATE INDEX passages_by_report ON passages (report);

CREATE TABLE families (
    id TEXT PRIMARY KEY,
    representative TEXT NOT NULL REFERENCES passages (id) DEFERRABLE INITIALLY DEFERRED,
    n_reports INTEGER NOT NULL
) STRICT;
CREATE INDEX families_by_representative ON families (representative);
CREATE TABLE family_passages (
    family TEXT NOT NULL REFERENCES families (id) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    passage TEXT NOT NULL REFERENCES passages (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (family, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX family_passages_by_passage ON family_passages (passage);

CREATE TABLE edits (
    id TEXT PRIMARY KEY,
    family TEXT NOT NULL REFERENCES families (id) DEFERRABLE INITIALLY DEFERRED,
    kinds TEXT NOT NULL,        -- JSON
    from_report TEXT NOT NULL REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    from_start INTEGER NOT NULL,
    from_end INTEGER NOT NULL,
    from_text TEXT NOT NULL,
    to_report TEXT NOT NULL REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    to_start INTEGER NOT NULL,
    to_end INTEGER NOT NULL,
    to_text TEXT NOT NULL,
    "from" TEXT NOT NULL REFERENCES passages (id) DEFERRABLE INITIALLY DEFERRED,
    "to" TEXT NOT NULL REFERENCES passages (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX edits_by_family ON edits (family);
CREATE INDEX edits_by_from ON edits ("from");
CREATE INDEX edits_by_to ON edits ("to");
CREATE INDEX edits_by_from_report ON edits (from_report);
CREATE INDEX edits_by_to_report ON edits (to_report);

CREATE TABLE descents (
    id TEXT PRIMARY KEY,
    family TEXT NOT NULL REFERENCES families (id) DEFERRABLE INITIALLY DEFERRED,
    passage TEXT NOT NULL REFERENCES passages (id) DEFERRABLE INITIALLY DEFERRED,
    parent_kind TEXT NOT NULL,
    parent TEXT REFERENCES passages (id) DEFERRABLE INITIALLY DEFERRED,
    evidence TEXT NOT NULL,     -- JSON
    support_percent INTEGER
) STRICT;
CREATE INDEX descents_by_family ON descents (family);
CREATE INDEX descents_by_passage ON descents (passage);
CREATE INDEX descents_by_parent ON descents (parent);

CREATE TABLE shares (
    id TEXT PRIMARY KEY,
    report TEXT NOT NULL REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    "with" TEXT NOT NULL,       -- JSON: how many bytes with which report
    parents TEXT NOT NULL,      -- JSON: how many bytes from where
    new TEXT NOT NULL           -- JSON: what stands in no other report
) STRICT;
CREATE INDEX shares_by_report ON shares (report);

CREATE TABLE voices (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    report TEXT NOT NULL REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL          -- the name under which the voice is shown
) STRICT;
CREATE INDEX voices_by_report ON voices (report);
CREATE TABLE voice_names (
    voice TEXT NOT NULL REFERENCES voices (id) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (voice, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX voice_names_by_report ON voice_names (report);

CREATE TABLE statements (
    id TEXT PRIMARY KEY,
    report TEXT NOT NULL REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    voice TEXT REFERENCES voices (id) DEFERRABLE INITIALLY DEFERRED, -- nothing: not stated
    grade TEXT,
    speaker TEXT,               -- the words that name the speaker
    source TEXT,                -- the words that stand for him here
    cue TEXT,
    content TEXT NOT NULL,      -- JSON: spans
    kind TEXT NOT NULL,
    stance TEXT NOT NULL,
    class TEXT NOT NULL,
    factuality TEXT NOT NULL,
    relays TEXT NOT NULL,       -- JSON
    uttered TEXT,
    continues INTEGER NOT NULL
) STRICT;
CREATE INDEX statements_by_report ON statements (report);
CREATE INDEX statements_by_voice ON statements (voice);

CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    terms TEXT NOT NULL         -- JSON: spans of the words that tie it
) STRICT;
CREATE TABLE story_parts (
    story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (story, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_parts_by_report ON story_parts (report);

CREATE TABLE instances (
    id TEXT PRIMARY KEY,
    report TEXT NOT NULL REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    carrier TEXT NOT NULL,
    statement TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    in_passing INTEGER NOT NULL,
    stance TEXT NOT NULL,
    marker TEXT,
    parts TEXT NOT NULL         -- JSON
) STRICT;
CREATE INDEX instances_by_report ON instances (report);
CREATE INDEX instances_by_stance ON instances (stance, report);
CREATE INDEX instances_by_statement ON instances (statement);

CREATE TABLE origins (
    id TEXT PRIMARY KEY,
    who TEXT NOT NULL,          -- a voice, a report or a family
    is_by_edit INTEGER NOT NULL
) STRICT;
CREATE INDEX origins_by_who ON origins (who);
CREATE TABLE origin_instances (
    origin TEXT NOT NULL REFERENCES origins (id) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    instance TEXT NOT NULL REFERENCES instances (id) DEFERRABLE INITIALLY DEFERRED,
    ground TEXT NOT NULL,
    of TEXT REFERENCES instances (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (origin, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX origin_instances_by_instance ON origin_instances (instance);
CREATE INDEX origin_instances_by_of ON origin_instances (of);

CREATE TABLE claims (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories (id) DEFERRABLE INITIALLY DEFERRED,
    plainest TEXT NOT NULL REFERENCES instances (id) DEFERRABLE INITIALLY DEFERRED,
    wording TEXT NOT NULL,
    n_reports INTEGER NOT NULL,
    n_instances INTEGER NOT NULL,
    affirm_at_least INTEGER NOT NULL,
    affirm_at_most INTEGER NOT NULL,
    allege_at_least INTEGER NOT NULL,
    allege_at_most INTEGER NOT NULL,
    deny_at_least INTEGER NOT NULL,
    deny_at_most INTEGER NOT NULL,
    may_be_one TEXT NOT NULL    -- JSON
) STRICT;
CREATE INDEX claims_by_story ON claims (story);
CREATE INDEX claims_by_plainest ON claims (plainest);
CREATE INDEX claims_by_reports ON claims (n_reports, affirm_at_most);
CREATE TABLE claim_instances (
    claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    instance TEXT NOT NULL REFERENCES instances (id) DEFERRABLE INITIALLY DEFERRED,
    joined_with TEXT REFERENCES instances (id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT,
    PRIMARY KEY (claim, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_instances_by_instance ON claim_instances (instance);
CREATE INDEX claim_instances_by_joined_with ON claim_instances (joined_with);
CREATE TABLE claim_origins (
    claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    origin TEXT NOT NULL REFERENCES origins (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (claim, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_origins_by_origin ON claim_origins (origin);
CREATE TABLE silences (
    claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    PRIMARY KEY (claim, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX silences_by_report ON silences (report);

CREATE TABLE disagreements (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    "order" TEXT NOT NULL
) STRICT;
CREATE INDEX disagreements_by_story ON disagreements (story);
CREATE TABLE disagreement_claims (
    disagreement TEXT NOT NULL REFERENCES disagreements (id) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    claim TEXT NOT NULL REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (disagreement, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX disagreement_claims_by_claim ON disagreement_claims (claim);
CREATE TABLE disagreement_sides (
    disagreement TEXT NOT NULL REFERENCES disagreements (id) ON DELETE CASCADE,
    side INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    instance TEXT NOT NULL REFERENCES instances (id) DEFERRABLE INITIALLY DEFERRED,
    words TEXT,                 -- what stands against the other side
    PRIMARY KEY (disagreement, side, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX disagreement_sides_by_instance ON disagreement_sides (instance);

CREATE TABLE places (
    id TEXT PRIMARY KEY,
    report TEXT NOT NULL REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    usage TEXT NOT NULL,
    number INTEGER,             -- at GeoNames; nothing: not decided, or not known
    name TEXT,
    kind TEXT,
    country TEXT,
    division TEXT,
    latitude INTEGER,           -- in hundred-thousandths of a degree
    longitude INTEGER,
    precision TEXT,
    candidates TEXT NOT NULL,   -- JSON
    reasons TEXT NOT NULL       -- JSON
) STRICT;
CREATE INDEX places_by_report ON places (report);
CREATE INDEX places_by_name ON places (name COLLATE NOCASE, report);
