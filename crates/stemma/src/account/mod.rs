//! How is an account written down, identified, and checked?
//!
//! [`record`]: any finding as a plain value, and the canonical bytes of it. [`records()`]: an account as
//! records with content-derived identifiers and the digest. [`verify`]: records against sources.
//! [`labels`], [`statement_labels`], [`claim_labels`], [`place_labels`] and [`evidence`]: the fixed words of the format. The format
//! itself is `docs/reference/account-format.md`.

pub mod claim_labels;
mod claim_records;
mod digest;
pub mod evidence;
mod identifiers;
mod instance_records;
pub mod labels;
mod lineage_records;
pub mod place_labels;
mod place_records;
pub mod record;
mod records;
mod report_records;
mod reuse_records;
mod share_copied;
mod span_record;
pub mod statement_labels;
mod statement_record;
mod story_records;
mod verify;
mod witnesses_of;

pub use identifiers::report_identifier;
pub use records::{SCHEMA, records};
pub use share_copied::{copied_bytes, covered_bytes, union};
pub use verify::{Problem, verify};
