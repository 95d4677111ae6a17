//! The members of an archive (zip, tar), one behind the other, each under a name of its own.

use super::batch::{Batch, Member};
use super::budget::{self, Budget};
use super::expand::Exactly;
use super::input::Input;
use crate::refusal::{Refusal, with_separators};
use crate::{Pile, Reader};
use std::collections::BTreeMap;
use std::io::Read;
use stemma::model::Note;

/// A member with more bytes is read as it comes, for it may be a stream of records or another archive.
const SMALL_BYTES: u64 = 4 << 20;

/// The longest name of a member that is kept, in bytes; file systems allow a third of it.
const LONGEST_NAME: usize = 1024;

/// Members of one archive while they are read.
pub struct Members<'r> {
    archive: &'r str,
    depth: u8,
    budget: &'r Budget,
    reader: &'r Reader<'r>,
    batch: Batch<'r>,
    /// How often a name has come.
    names: BTreeMap<String, u64>,
    hidden: u64,
    /// How many have come.
    pub seen: u64,
}

impl<'r> Members<'r> {
    pub fn of(archive: &'r str, depth: u8, budget: &'r Budget, reader: &'r Reader<'r>) -> Self {
        let batch = Batch::of(reader, depth);
        Members { archive, depth, budget, reader, batch, names: BTreeMap::new(), hidden: 0, seen: 0 }
    }

    /// Counts a member; false where the file has had as many as it may.
    pub fn count(&mut self) -> bool {
        self.seen += 1;
        self.budget.take_member()
    }

    /// Whether a member is left out as a hidden file of a folder is, or as what a Mac puts beside one.
    pub fn leaves_out(&mut self, name: &str) -> bool {
        let is_hidden =
            |part: &str| part.starts_with('.') && !matches!(part, "." | "..") || part == "__MACOSX";
        let leaves_out = name.split(['/', '\\']).any(is_hidden);
        self.hidden += u64::from(leaves_out);
        leaves_out
    }

    /// Lists a member that is not read.
    pub fn refuse(&mut self, name: &str, refusal: Refusal) {
        let name = self.full_name(name);
        self.batch.pile.absorb(Pile::of_refusal(&name, refusal));
    }

    /// Lists what became of the archive itself.
    pub fn refuse_rest(&mut self, refusal: Refusal) {
        self.batch.pile.absorb(Pile::of_refusal(self.archive, refusal));
    }

    /// Reads a member of so many bytes.
    pub fn read(&mut self, member: &str, stream: &mut dyn Read, bytes: u64) {
        let name = self.full_name(member);
        let mut stream = Exactly::of(stream, bytes);
        if bytes > SMALL_BYTES {
            let input = Input::of(&name, &mut stream, self.budget);
            let input = Input { called: member, bytes: Some(bytes), depth: self.depth + 1, ..input };
            return self.batch.pile.absorb(self.reader.read(input));
        }
        let mut held = Vec::new();
        match stream.read_to_end(&mut held) {
            Ok(_) => {
                let member = Member { name, called: member.to_owned(), bytes: held, fetched: None };
                self.batch.add(member, self.budget);
            }
            Err(error) => {
                let refusal = Refusal::of_io(std::path::Path::new(""), &error);
                self.batch.pile.absorb(Pile::of_refusal(&name, refusal));
            }
        }
    }

    /// All that was read.
    pub fn finish(self) -> Result<Pile, Refusal> {
        let mut pile = self.batch.finish();
        if self.hidden > 0 {
            let (count, members) =
                (with_separators(self.hidden), if self.hidden == 1 { "member" } else { "members" });
            let text =
                format!("{count} hidden {members} left out (names that begin with a dot, or in __MACOSX)");
            pile.notes.push(Note { name: self.archive.to_owned(), text });
        }
        match pile == Pile::default() {
            true => Err(Refusal::new("an archive without files", "")),
            false => Ok(pile),
        }
    }

    /// The name of the archive and the member. The second member of a name is `name#2`: in a folder it could not be.
    fn full_name(&mut self, member: &str) -> String {
        let member = &member[..member.floor_char_boundary(LONGEST_NAME)];
        let nth = self.names.entry(member.to_owned()).or_default();
        *nth += 1;
        match nth {
            1 => format!("{}!{member}", self.archive),
            nth => format!("{}!{member}#{nth}", self.archive),
        }
    }
}

/// Why the rest of an archive is not read.
pub fn too_many() -> Refusal {
    Refusal::new(
        format!("{}; those behind were not read", budget::too_many()),
        "unpack it, and give its parts",
    )
}
