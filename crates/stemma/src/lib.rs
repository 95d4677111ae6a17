//! stemma reads a pile of news reports and gives a sourced account.
//!
//! Text in, findings out: this library reads no file, knows no clock, prints nothing, and gives the same
//! account for the same texts in any order and on any number of threads. [`pipeline`] shows the whole
//! program on one screen; the modules follow in the order in which the data flows.
//!
//! | module | question | scope |
//! |---|---|---|
//! | [`model`] | what are the nouns? | |
//! | [`knowledge`] | what is known before a pile is read? | |
//! | [`text`] | where are titles, paragraphs, furniture, sentences, words, quotations? | report |
//! | [`mod@language`] | which words depend on which, and what is a name? | report |
//! | [`annotate`] | when, how long, how many? | report |
//! | [`place`] | which places are named, and which of the world's are they? | report |
//! | [`reuse`] | which passages stand in more than one place, and how were they changed? | pile |
//! | [`dating`] | when was a report published? | pile |
//! | [`statement`] | who said what, as far as one report tells? | report |
//! | [`voice`] | who is it that speaks, under whatever names? | pile |
//! | [`story`] | which reports, or parts of reports, tell one happening? | pile |
//! | [`claim`] | what is claimed, and who stands behind it? | story |
//! | [`disagreement`] | what of it cannot all hold? | story |
//! | [`decision`] | what did a person decide? | pile |
//! | [`event`] | what happened, in the kinds that coders count? | report |
//! | [`kept`] | what did a report give by itself, on an earlier run? | report |
//! | [`mod@annotated`] | when was each report published, and what does it say of times and numbers? | pile |
//! | [`mod@copies`] | what of a pile stands elsewhere in it, without any stage that needs a language? | pile |
//! | [`mod@trace`] | where does a sentence stand, verbatim or changed? | pile |
//! | [`mod@account`] | how is all of it written down, identified, and checked? | pile |

pub mod account;
pub mod annotate;
pub mod annotated;
pub mod claim;
pub mod config;
pub mod copies;
pub mod dating;
pub mod decision;
pub mod disagreement;
pub mod event;
mod groups;
pub mod kept;
pub mod knowledge;
pub mod language;
mod linkage;
pub mod model;
pub mod observer;
pub mod pipeline;
pub mod place;
pub mod reuse;
pub mod scratch;
pub mod statement;
pub mod story;
pub mod text;
pub mod trace;
pub mod voice;

pub use annotated::{Annotated, annotated, datings};
pub use config::Config;
pub use copies::copies;
pub use decision::Decision;
pub use kept::{FromKept, Kept, account_with_kept};
pub use knowledge::Knowledge;
pub use model::Account;
pub use observer::{Observer, Silent};
pub use pipeline::{account, account_with_events};
pub use scratch::{InMemory, Scratch, ScratchError};
pub use trace::{Trace, trace};
