//! How is an account written down, identified, and checked?
//!
//! [`record`]: any finding as a plain value, and the canonical bytes of it. [`records`]: an account as
//! records with content-derived identifiers and the digest. [`verify`]: records against sources.

pub mod record;
mod records;
mod verify;

pub use records::records;
pub use verify::{Problem, verify};
