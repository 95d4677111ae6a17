//! Members that wait to be read together, on all cores.

use super::warc::Fetched;
use super::{Budget, Input};
use crate::{Pile, Reader};
use rayon::prelude::*;

/// Bytes of members that are read at the same moment.
const BATCH_BYTES: usize = 32 << 20;

/// A member whose bytes are at hand.
pub struct Member {
    /// For people.
    pub name: String,
    /// The end of this tells its form.
    pub called: String,
    pub bytes: Vec<u8>,
    /// What a web archive says of it.
    pub fetched: Option<Fetched>,
}

/// Members that wait, and what was read of those before.
pub struct Batch<'r> {
    reader: &'r Reader<'r>,
    depth: u8,
    waiting: Vec<Member>,
    held: usize,
    /// What was read.
    pub pile: Pile,
}

impl<'r> Batch<'r> {
    /// Members of a container in `depth` others.
    pub fn of(reader: &'r Reader<'r>, depth: u8) -> Self {
        Batch { reader, depth: depth + 1, waiting: Vec::new(), held: 0, pile: Pile::default() }
    }

    /// Takes a member. A container is read at once: what several of them may make of themselves must not depend on
    /// which is faster.
    pub fn add(&mut self, member: Member, budget: &Budget) {
        if super::kind(&member.bytes).is_some() {
            let read =
                self.reader.read_member(&member.name, &member.called, &member.bytes, self.depth, budget);
            return self.pile.absorb(read);
        }
        self.held += member.bytes.len();
        self.waiting.push(member);
        if self.held >= BATCH_BYTES {
            self.read();
        }
    }

    /// All that was read.
    pub fn finish(mut self) -> Pile {
        self.read();
        self.pile
    }

    fn read(&mut self) {
        let (reader, depth) = (self.reader, self.depth);
        let of_member = |member: Member| {
            let (budget, mut stream) = (Budget::default(), member.bytes.as_slice());
            let read = reader.read(Input {
                called: &member.called,
                bytes: Some(member.bytes.len() as u64),
                depth,
                encoding: member.fetched.as_ref().and_then(|fetched| fetched.encoding),
                ..Input::of(&member.name, &mut stream, &budget)
            });
            match &member.fetched {
                Some(fetched) => fetched.applied(read, reader),
                None => read,
            }
        };
        let read: Vec<Pile> = std::mem::take(&mut self.waiting).into_par_iter().map(of_member).collect();
        self.held = 0;
        read.into_iter().for_each(|of_member| self.pile.absorb(of_member));
    }
}
