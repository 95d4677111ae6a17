//! Links of one kind, from senses to senses or from lemmas to lemmas.

use crate::{ModelError, ModelFile};

/// Pairs in the order of what they lead from.
#[derive(Debug)]
pub(super) struct Links<T> {
    from: Vec<u32>,
    to: Vec<T>,
}

impl<T> Links<T> {
    /// Reads the pairs of a section, whose numbers lie below `end`.
    pub(super) fn from_file(
        file: &ModelFile,
        name: &'static str,
        end: u32,
        of_number: fn(u32) -> T,
    ) -> Result<Self, ModelError> {
        let mut section = file.section(name)?;
        let n_pairs = section.number()? as usize;
        // Two bytes are the least for a pair: no number that a file states takes memory that its bytes do not.
        let expected = n_pairs.min(section.n_left() / 2);
        let (mut from, mut to) = (Vec::with_capacity(expected), Vec::with_capacity(expected));
        let (mut last_from, mut last_to) = (0u32, 0u32);
        for _ in 0..n_pairs {
            let next = last_from.checked_add(section.compact()?);
            let next = next.zip(last_to.checked_add_signed(unfolded(section.compact()?)));
            let known = next.filter(|(from, to)| *from < end && *to < end);
            (last_from, last_to) = known.ok_or(section.wrong("it links what is not known"))?;
            from.push(last_from);
            to.push(of_number(last_to));
        }
        section.end()?;
        Ok(Self { from, to })
    }

    /// Where the links of a number lead.
    pub(super) fn of(&self, number: u32) -> &[T] {
        let start = self.from.partition_point(|from| *from < number);
        let n_links = self.from[start..].partition_point(|from| *from == number);
        &self.to[start..start + n_links]
    }
}

/// A difference whose sign is the lowest bit.
fn unfolded(folded: u32) -> i32 {
    let size = (folded >> 1) as i32;
    if folded & 1 == 1 { -size } else { size }
}
