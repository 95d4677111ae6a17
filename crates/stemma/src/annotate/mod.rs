//! When, and how many: what single words of a report tell by themselves.
//!
//! In: the text of a report and its sentences. Out: time expressions and quantities, in the order of the text.
//! Invariants: every range lies on character boundaries; no expression runs over the end of a sentence; time is
//! linear in the text.

mod lexer;
mod numbers;
pub mod quantity;
pub mod time;

pub(crate) use numbers::small;
