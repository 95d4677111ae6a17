//! Standard output for data, standard error for people.

use crate::arguments::Color;
use crate::exit::Exit;
use anstream::{AutoStream, ColorChoice};
use anyhow::Context as _;
use std::io::{BufWriter, ErrorKind, Write};
use stemma::model::{Note, Unread};
use stemma_report::terminal::Options;
use stemma_report::visible;

/// Columns where nobody knows how many there are: in a file or a pipe.
const USUAL_WIDTH: usize = 80;

/// Notes on a large pile that are shown: as many as fit a screen.
const NOTES_SHOWN: usize = 20;

/// Both streams, and how they are written.
pub struct Console {
    color: ColorChoice,
}

impl Console {
    /// Streams with colour as asked for.
    pub fn new(color: Color) -> Self {
        let color = match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Console { color }
    }

    /// Columns of the terminal that standard output goes to.
    pub fn width(&self) -> usize {
        terminal_size::terminal_size_of(std::io::stdout())
            .map_or(USUAL_WIDTH, |(width, _)| usize::from(width.0))
    }

    /// Whether it is worth writing styles.
    pub fn colour(&self) -> bool {
        match self.color {
            ColorChoice::Auto => AutoStream::choice(&std::io::stdout()) != ColorChoice::Never,
            chosen => chosen != ColorChoice::Never,
        }
    }

    /// How an answer is shown here.
    pub fn options<'a>(&self, all: bool, digest: Option<&'a str>) -> Options<'a> {
        Options { width: self.width(), colour: self.colour(), all, digest }
    }

    /// Writes the data. A reader who has seen enough (`| head`) is no error.
    pub fn write(&self, data: &str) -> anyhow::Result<()> {
        let mut stream = AutoStream::new(std::io::stdout().lock(), self.color);
        let written = stream.write_all(data.as_bytes()).and_then(|()| stream.flush());
        match written {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            other => other.context("cannot write to standard output"),
        }
    }

    /// Writes data part by part, as it is made, until nobody reads any more.
    pub fn write_parts(&self, parts: impl Iterator<Item = String>) -> anyhow::Result<()> {
        let mut stream = BufWriter::new(AutoStream::new(std::io::stdout().lock(), self.color));
        let mut written = Ok(());
        for part in parts {
            written = stream.write_all(part.as_bytes());
            if written.is_err() {
                break;
            }
        }
        match written.and_then(|()| stream.flush()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            other => other.context("cannot write to standard output"),
        }
    }

    /// Says what was not read and what else there is to know about the files.
    pub fn warn(&self, unread: &[Unread], notes: &[Note]) {
        for unread in unread {
            let (name, reason) = (visible(&unread.name), visible(&unread.reason));
            say(&format!("warning: cannot read {name}: {reason}"));
            if !unread.hint.is_empty() {
                say(&format!("hint: {}", visible(&unread.hint)));
            }
        }
        for note in notes {
            say(&format!("note: {}: {}", visible(&note.name), visible(&note.text)));
        }
    }

    /// The same for a pile that may have a million records: everything that was not read, and some of the notes.
    pub fn warn_shortly(&self, unread: &[Unread], notes: &[Note]) {
        let shown = notes.len().min(NOTES_SHOWN);
        self.warn(unread, &notes[..shown]);
        if shown < notes.len() {
            say(&format!("note: {shown} of {} notes", notes.len()));
        }
    }

    /// Says why there is no answer.
    pub fn error(&self, message: &str) {
        say(&format!("error: {}", visible(message)));
    }
}

/// A line for people. If nobody listens any more, there is nobody to tell.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Shows help, the version or what is wrong with the arguments.
///
/// A message about arguments repeats them, and they may be file names that a shell has put there; so it is
/// made visible, which takes its colours.
pub fn show_usage(error: &clap::Error) -> Exit {
    if !error.use_stderr() {
        return match error.print() {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Exit::Failed,
            _ => Exit::Done,
        };
    }
    if error.kind() == clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = error.print();
        return Exit::Failed;
    }
    for line in error.render().to_string().lines() {
        say(&visible(line));
    }
    Exit::Failed
}
