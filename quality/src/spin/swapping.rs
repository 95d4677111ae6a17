//! Putting words for words, as machines and houses do.

use super::stories::capital;

/// Words and what is put for them, both in small letters with single blanks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Swap {
    /// The words replaced.
    pub old: String,
    /// The words put there.
    pub new: String,
}

/// A text with swaps made in it wherever `holds` allows, and how often each was made. Where several begin at
/// one word the longest is made; a capital stays.
pub fn swap(text: &str, swaps: &[Swap], mut holds: impl FnMut(usize) -> bool) -> (String, Vec<usize>) {
    let mut made = vec![0; swaps.len()];
    let by_old = by_old(swaps);
    let paragraphs: Vec<String> = text
        .split("\n\n")
        .map(|paragraph| {
            let tokens: Vec<&str> = paragraph.split_whitespace().collect();
            let mut done: Vec<String> = Vec::new();
            let mut at = 0;
            while at < tokens.len() {
                match longest(&tokens[at..], &by_old).filter(|(which, _)| holds(*which)) {
                    Some((which, len)) => {
                        made[which] += 1;
                        done.push(replaced(&tokens[at..at + len], &swaps[which].new));
                        at += len;
                    }
                    None => {
                        done.push(tokens[at].to_owned());
                        at += 1;
                    }
                }
            }
            done.join(" ")
        })
        .collect();
    (paragraphs.join("\n\n"), made)
}

/// The swaps by their old words.
fn by_old(swaps: &[Swap]) -> Vec<(Vec<&str>, usize)> {
    let mut forms: Vec<(Vec<&str>, usize)> =
        swaps.iter().enumerate().map(|(at, swap)| (swap.old.split(' ').collect(), at)).collect();
    forms.sort();
    forms
}

/// Which swap some tokens begin with, and how many of them it takes.
fn longest(tokens: &[&str], forms: &[(Vec<&str>, usize)]) -> Option<(usize, usize)> {
    const LONGEST: usize = 4;
    (1..=tokens.len().min(LONGEST)).rev().find_map(|len| {
        let inner_marks = tokens[..len - 1].iter().any(|token| !token.ends_with(char::is_alphanumeric))
            || tokens[1..len].iter().any(|token| !token.starts_with(char::is_alphanumeric));
        let words: Vec<String> = tokens[..len].iter().map(|token| core(token).to_lowercase()).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let at = forms.binary_search_by(|(form, _)| form.as_slice().cmp(&words)).ok()?;
        (!inner_marks).then_some((forms[at].1, len))
    })
}

/// A token without the marks round it.
pub fn core(token: &str) -> &str {
    token.trim_matches(|c: char| !c.is_alphanumeric())
}

fn replaced(tokens: &[&str], new: &str) -> String {
    let (first, last) = (tokens[0], tokens[tokens.len() - 1]);
    let before = &first[..first.len() - first.trim_start_matches(|c: char| !c.is_alphanumeric()).len()];
    let behind = &last[last.trim_end_matches(|c: char| !c.is_alphanumeric()).len()..];
    let upper = core(first).starts_with(char::is_uppercase);
    format!("{before}{}{behind}", if upper { capital(new) } else { new.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_swap_is_made_and_marks_and_capitals_stay() {
        let swap_of = |(old, new): (&str, &str)| Swap { old: old.into(), new: new.into() };
        let swaps = [("big", "large"), ("big ship", "vessel"), ("he said", "it went on")].map(swap_of);
        let (text, made) = swap("He said: \"big ships, big ship.\" He, said", &swaps, |_| true);
        assert_eq!(text, "It went on: \"large ships, vessel.\" He, said");
        assert_eq!(made, [1, 1, 1]);
    }
}
