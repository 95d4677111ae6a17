//! An account behind a local web server: pages for a reader, JSON for programs.
//!
//! In: a [`Shelf`] that looks things up in an account. Out: answers to requests that come from this machine and have the token.
//! Everything that is shown is a part of the account by itself ([`Selection`]), drawn by the views and pages of `stemma-report`.
//!
//! | module | question |
//! |---|---|
//! | [`shelf`] | where are findings looked up? |
//! | [`selection`] | what of an account does one view need? |
//! | `guards`, `token` | who may ask? |
//! | `routes` | which address stands for what? |
//! | `pages` | what does a reader see? |
//! | `api` | what does a program get? |
//! | `server` | who waits on the port, and how long? |

mod api;
mod cursor;
mod export;
mod guards;
mod pages;
mod recent;
mod reply;
mod routes;
pub mod selection;
mod server;
pub mod shelf;
mod token;

pub use guards::Guards;
pub use routes::{Answering, answer};
pub use selection::Selection;
pub use server::Port;
pub use shelf::{InMemory, Shelf};
pub use token::Token;

use stemma_gazetteer::Outlines;

/// What answers: a shelf, who may ask, and what the pages need beside.
pub struct Desk {
    /// Where findings are looked up.
    pub shelf: Box<dyn Shelf>,
    /// Who may ask.
    pub guards: Guards,
    /// Outlines of land for maps.
    pub outlines: Option<&'static Outlines>,
    /// What the account was made of, as it was typed: the end of the command that shows the same.
    pub files: String,
    /// Pages of stories that were drawn last.
    pub drawn: Drawn,
}

/// How many pages are kept.
const DRAWN: usize = 64;

/// Pages that were drawn last, by what they show.
pub struct Drawn(recent::Recent<String, std::sync::Arc<str>>);

impl Default for Drawn {
    fn default() -> Self {
        Drawn(recent::Recent::of(DRAWN))
    }
}
