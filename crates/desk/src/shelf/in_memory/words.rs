//! Which findings have a word: for every list that can be asked for words.

use super::index::Index;
use crate::shelf::List;
use std::collections::{BTreeMap, BTreeSet};
use stemma::Account;
use stemma::model::{PlaceMeaning, Span};
use stemma::text::normalise;

/// For each word, in the form in which words are compared, the findings that have it, in order.
type Postings = BTreeMap<Box<str>, Vec<u32>>;

/// The words of all lists.
pub struct WordIndex([Postings; List::ALL.len()]);

impl WordIndex {
    /// Of an account.
    pub fn of(account: &Account, index: &Index) -> Self {
        let words = |span: Span| span.range.of(&account.report(span.report).text);
        WordIndex(List::ALL.map(|list| {
            let mut postings = Postings::new();
            match list {
                // Stories have the words of their reports, disagreements those of their claims.
                List::Stories | List::Disagreements => {}
                List::Reports => {
                    all(&mut postings, account.reports.iter().map(|report| [report.text.as_str()]))
                }
                List::Claims => all(
                    &mut postings,
                    account.claims.iter().map(|claim| {
                        let instances = claim.instances.iter().map(|idx| account.instance(*idx).span);
                        instances.map(words).collect::<BTreeSet<&str>>()
                    }),
                ),
                List::Families => all(
                    &mut postings,
                    account
                        .families
                        .iter()
                        .map(|family| [words(account.passage(family.representative).span)]),
                ),
                List::Voices => all(
                    &mut postings,
                    account
                        .voices
                        .iter()
                        .map(|voice| voice.names.iter().map(|name| words(*name)).collect::<BTreeSet<&str>>()),
                ),
                List::Places => all(
                    &mut postings,
                    (0..index.n_places() as u32).map(|place| {
                        let mentions = index.mentions(place).iter().map(|idx| &account.places[*idx as usize]);
                        let mut names: BTreeSet<&str> =
                            mentions.clone().map(|mention| words(mention.span)).collect();
                        names.extend(mentions.filter_map(|mention| match &mention.meaning {
                            PlaceMeaning::Chosen(place) => Some(place.name.as_str()),
                            _ => None,
                        }));
                        names
                    }),
                ),
            }
            postings
        }))
    }

    /// The findings of a list that have all the words, in order. A word with `*` behind it stands for all that begin so.
    /// Absent where there is no word among the words.
    pub fn having(&self, list: List, text: &str) -> Option<Vec<u32>> {
        let mut found: Option<Vec<u32>> = None;
        for token in text.split_whitespace() {
            let word = normalise(token);
            if word.is_empty() {
                continue;
            }
            let own = self.of_word(list, &word, token.ends_with('*'));
            found = Some(match found {
                None => own,
                Some(before) => before.into_iter().filter(|idx| own.binary_search(idx).is_ok()).collect(),
            });
        }
        found
    }

    fn of_word(&self, list: List, word: &str, is_beginning: bool) -> Vec<u32> {
        let postings = &self.0[list as usize];
        if !is_beginning {
            return postings.get(word).cloned().unwrap_or_default();
        }
        let from = postings.range::<str, _>((std::ops::Bound::Included(word), std::ops::Bound::Unbounded));
        let all: BTreeSet<u32> = from
            .take_while(|(known, _)| known.starts_with(word))
            .flat_map(|(_, found)| found)
            .copied()
            .collect();
        all.into_iter().collect()
    }
}

fn all<'a, T: IntoIterator<Item = &'a str>>(postings: &mut Postings, texts: impl Iterator<Item = T>) {
    for (idx, texts) in (0..).zip(texts) {
        let mut own: BTreeSet<String> = BTreeSet::new();
        for text in texts {
            // Words with a hyphen or an apostrophe are found as a whole and by their parts.
            for token in text.split_whitespace() {
                own.insert(normalise(token));
                own.extend(token.split(|c: char| !c.is_alphanumeric()).map(normalise));
            }
        }
        for word in own.into_iter().filter(|word| !word.is_empty()) {
            match postings.get_mut(word.as_str()) {
                Some(found) => found.push(idx),
                None => _ = postings.insert(word.into(), vec![idx]),
            }
        }
    }
}
