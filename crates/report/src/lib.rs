//! An account into what people and programs read: terminal text, a page and JSON Lines.
//!
//! In: an [`Account`](stemma::Account) or its records. Out: text. Nothing here reads a file, asks the
//! environment or prints. Whatever comes out of a report or a file name passes [`visible()`] on its way to
//! a reader; every other word is a fixed label, for stemma writes no prose about the world.
//!
//! | module | question |
//! |---|---|
//! | [`visible`](mod@visible) | how is foreign text shown without harm? |
//! | [`jsonl`] | how are records written as JSON Lines, and read back? |
//! | [`first_screen`] | what is reported, what is in dispute, what is not stated? |
//! | [`view`] | what do the tables behind the first screen hold? |
//! | [`terminal`] | how does an account look on a terminal? |
//! | [`map`] | where are places, drawn? |
//! | [`mod@html`] | how does it look as a page? |
//! | [`coder`] | how do coded happenings become rows, with the evidence of each cell? |

pub mod coder;
mod excerpt;
pub mod first_screen;
pub mod html;
pub mod jsonl;
pub mod map;
mod numbering;
mod quotations;
mod references;
mod said;
mod share;
pub mod terminal;
pub mod view;
pub mod visible;

#[cfg(test)]
mod example;
#[cfg(test)]
mod example_claims;
#[cfg(test)]
mod example_places;
#[cfg(test)]
mod example_speakers;

pub use numbering::{Numbering, Place, file_name};
pub use references::References;
pub use said::voice_kind;
pub use share::percent;
pub use visible::visible;
