//! What a reader sees: each page a function of the desk and of what is asked.

mod claim;
mod desk;
mod evidence;
mod family;
mod help;
mod list;
mod place;
mod report;
mod rows;
mod search;
mod shell;
mod sources;
mod story;
mod voice;

pub use claim::{claim, disagreement};
pub use desk::desk;
pub use evidence::{any, evidence};
pub use family::family;
pub use help::help;
pub use list::{OTHERS, list, page_of};
pub use place::place;
pub use report::report;
pub use search::search;
pub use shell::problem;
pub use sources::sources;
pub use story::story;
pub use voice::voice;

use std::sync::LazyLock;
use stemma::model::Sha256;

/// The script: keys and the evidence pane. Everything can be read without it.
pub const SCRIPT: &str = include_str!("desk.js");

/// The icon.
pub const ICON: &str = include_str!("icon.svg");

const STYLE: &str = include_str!("desk.css");

/// The style: that of the page that stands alone, and what only the desk has.
pub fn style() -> String {
    format!("{}\n{STYLE}", stemma_report::html::STYLE)
}

/// What stands for the look of the pages.
pub fn look() -> &'static str {
    static LOOK: LazyLock<String> =
        LazyLock::new(|| Sha256::of(format!("{}{SCRIPT}{ICON}", style()).as_bytes()).to_string());
    &LOOK
}
