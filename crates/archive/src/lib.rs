//! The archive: all that one user keeps, as one folder.
//!
//! Files and SQLite, and no judgement about news: originals by their hash, one SQLite file with what was read and found,
//! a manifest of what was added. The folder can be moved, copied, burnt on a disk, and read without this program.
//!
//! | module | question |
//! |---|---|
//! | `folder` | which files make an archive? |
//! | `opening` | may this database be trusted, and how is it opened? |
//! | `schema` | which tables are in it? |
//! | `originals` | how do bytes get into the folder whole, or not at all? |
//! | `manifest` | what was added, in a file that outlives the database? |
//! | `adding` | when is a file in? |
//! | `sources` | what was read, for the next run? |
//! | `findings` | what did texts give by themselves on earlier runs? |
//! | `tables`, `rows` | which key of a record goes into which column? |
//! | `running` | how do findings get in whole, or not at all? |
//! | `stories` | which story of this run is which of the last? |
//! | `changes` | what is new, claim by claim? |
//! | `searching` | where do words stand? |
//! | `ledger`, `anchors` | what did people decide, about which places? |
//! | `forgetting` | how is a file erased, with all that was found in it? |
//! | `exporting` | how does all of it get out again? |
//! | `status`, `checking` | what is in it, and is all of it whole? |

mod adding;
mod anchors;
mod changes;
mod checking;
mod error;
mod exporting;
mod findings;
mod folder;
mod forgetting;
mod ledger;
mod manifest;
mod opening;
mod originals;
mod rows;
mod running;
mod schema;
mod searching;
mod sources;
mod status;
mod stories;
mod tables;

pub use adding::{Addition, Stored};
pub use changes::Change;
pub use checking::Damage;
pub use error::ArchiveError;
pub use exporting::Marked;
pub use findings::{Pending, pack};
pub use folder::Folder;
pub use ledger::{Act, Entry};
pub use manifest::{Line, read_manifest};
pub use running::Run;
pub use searching::{Filter, Hit};
pub use status::{Status, StoryRow};

use rusqlite::Connection;
use std::fs::File;

/// An archive that is open.
#[derive(Debug)]
pub struct Archive {
    folder: Folder,
    database: Connection,
    /// Held as long as this archive may be written to: nobody else writes meanwhile.
    writing: Option<File>,
}
