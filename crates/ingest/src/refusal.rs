//! Why something was not read, in words a reporter can act on.

use std::io::{Error, ErrorKind};
use std::path::Path;
use stemma::model::Unread;

/// More links than this in a row are a circle; operating systems give up at 40 or fewer.
const MOST_LINKS_IN_A_ROW: usize = 64;

/// Why something was not read and what can be done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Lower case, without a full stop.
    pub reason: String,
    /// Lower case, without a full stop; empty where nothing can be done.
    pub hint: String,
}

impl Refusal {
    /// A refusal of the given words.
    pub fn new(reason: impl Into<String>, hint: impl Into<String>) -> Self {
        Refusal { reason: reason.into(), hint: hint.into() }
    }

    /// The refusal as an entry in the list of what was not read.
    pub fn of(self, name: &str) -> Unread {
        Unread { name: name.to_owned(), reason: self.reason, hint: self.hint }
    }

    /// A file with more bytes than allowed; `bytes` is absent where the file does not tell.
    pub fn too_large(bytes: Option<u64>, limit: u64) -> Self {
        let limit = with_separators(limit);
        let reason = match bytes {
            Some(bytes) => {
                format!("too large: {} bytes, and the limit is {limit} bytes", with_separators(bytes))
            }
            None => format!("too large: more than the limit of {limit} bytes"),
        };
        Refusal::new(reason, "split it into its reports, or raise the limit with --max-file-size")
    }

    /// A file that a mistake of ours, or of a crate, has made unreadable.
    pub fn broken() -> Self {
        Refusal::new(
            "stemma broke down on it",
            "this is a mistake in stemma; please report it, with the file if you may",
        )
    }

    /// A text with more line breaks than allowed.
    pub fn too_many_lines(breaks: usize, limit: usize) -> Self {
        let (breaks, limit) = (with_separators(breaks as u64), with_separators(limit as u64));
        let reason = format!("too many lines: {breaks} line breaks, and the limit is {limit}");
        Refusal::new(reason, "split it into its reports")
    }

    /// What the operating system said about a path.
    pub fn of_io(path: &Path, error: &Error) -> Self {
        let is_link = path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink());
        match error.kind() {
            ErrorKind::NotFound if is_link => broken_link(path),
            ErrorKind::NotFound => {
                Refusal::new("no such file or folder", "check the spelling, and in which folder you are")
            }
            ErrorKind::PermissionDenied => {
                Refusal::new("no permission to read it", "ask its owner, or change its permissions")
            }
            _ if is_link && leads_in_a_circle(path) => {
                Refusal::new("a link that leads back to itself", "remove it, or give the file itself")
            }
            _ => Refusal::new(format!("cannot be read: {}", plain_words(error)), ""),
        }
    }
}

/// A number with a comma before every three digits ("67,108,864").
pub fn with_separators(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn broken_link(path: &Path) -> Refusal {
    let target = path.read_link().map_or_else(|_| String::new(), |to| format!(" ({})", to.display()));
    Refusal::new(format!("a link to a file that is not there{target}"), "give the file itself")
}

fn leads_in_a_circle(path: &Path) -> bool {
    let mut at = path.to_path_buf();
    for _ in 0..MOST_LINKS_IN_A_ROW {
        let Ok(target) = at.read_link() else {
            return false;
        };
        at = at.parent().unwrap_or(Path::new("")).join(target);
    }
    true
}

/// The words of the operating system without their number and capital ("(os error 5)").
fn plain_words(error: &Error) -> String {
    let words = error.to_string();
    let words = words.split_once(" (os error").map_or(words.as_str(), |(before, _)| before);
    let mut chars = words.trim_end_matches('.').chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_readable() {
        assert_eq!(with_separators(7), "7");
        assert_eq!(with_separators(999), "999");
        assert_eq!(with_separators(1000), "1,000");
        assert_eq!(with_separators(67_108_864), "67,108,864");
    }

    #[test]
    fn what_the_system_says_is_put_plainly() {
        let error = Error::from_raw_os_error(5);
        let refusal = Refusal::of_io(Path::new("nowhere.txt"), &error);
        assert!(refusal.reason.starts_with("cannot be read: "), "{refusal:?}");
        assert!(!refusal.reason.contains("os error"), "{refusal:?}");
        let other = Error::other("The disk is on fire.");
        assert_eq!(plain_words(&other), "the disk is on fire");
    }
}
