//! An account as records, and whether every change to it is found: by the library, and by the script in
//! `docs/` that knows nothing of stemma.
#![expect(clippy::disallowed_methods, reason = "the script reads files, so the tests must write some")]
#![expect(clippy::disallowed_macros, reason = "a test that is skipped says so")]

mod books;
mod books_of_claims;
mod clever_bonds;
mod clever_claims;
mod clever_disagreements;
mod clever_lineage;
mod clever_origins;
mod clever_places;
mod clever_spans;
mod clever_statements;
mod clever_voices;
mod derivation_changes;
mod format;
mod json;
mod mutation;
mod pile;
mod pile_claims;
mod pile_drafts;
mod pile_lineage;
mod pile_places;
mod pile_statements;
mod plain_changes;
mod proof;
mod reseal;
