//! Whether a chunk is an address of the web or of mail, which stays whole.
//!
//! The rules are those of a well-known regular expression (<https://gist.github.com/dperini/729294>) as the tokenizer of
//! the weights has it: perhaps a scheme, perhaps a user, a host (numbers, or names that end in letters of lower case),
//! perhaps a port, perhaps a path. The expression tries every way to read a chunk; here each place where a host may begin
//! is looked at once, and no look goes beyond the next `@`, so that the time is in proportion to the length.

use crate::lexeme::unicode::{is_decimal, is_word_character};
use crate::tokenizer::characters::{Characters, LOWER};

/// Whether all of the chunk is an address. White space does not occur in chunks.
pub fn is_address(chunk: &str, characters: &Characters) -> bool {
    if !chunk.contains('.') {
        return false;
    }
    let after_scheme = scheme(chunk).unwrap_or(0);
    let after_users = chunk.match_indices('@').filter(|(at, _)| *at > 0).map(|(at, _)| at + 1);
    [0, after_scheme].into_iter().chain(after_users).any(|host| is_host_and_path(&chunk[host..], characters))
}

/// Where the scheme ends (`https://`), if there is one.
fn scheme(chunk: &str) -> Option<usize> {
    let (scheme, rest) = chunk.split_once(':')?;
    let is_name = |c| is_word_character(c) || matches!(c, '+' | '-' | '.');
    let fits = rest.starts_with("//") && scheme.chars().nth(1).is_some() && scheme.chars().all(is_name);
    fits.then(|| scheme.len() + "://".len())
}

fn is_host_and_path(text: &str, characters: &Characters) -> bool {
    let rests = [after_number(text), after_name(text, characters)];
    rests.into_iter().flatten().any(is_port_and_path)
}

/// What follows an address in numbers (192.0.2.1) that can be reached from anywhere.
fn after_number(text: &str) -> Option<&str> {
    let (first, rest) = octet(text)?;
    let (second, rest) = octet(rest.strip_prefix('.')?)?;
    let (third, rest) = octet(rest.strip_prefix('.')?)?;
    let (fourth, rest) = octet(rest.strip_prefix('.')?)?;
    let is_local = matches!(first, "10" | "127")
        || matches!((first, second), ("169", "254") | ("192", "168"))
        || first == "172" && is_private_second(second);
    let fits =
        is_edge_octet(first, "223") && is_octet(second) && is_octet(third) && is_edge_octet(fourth, "254");
    (fits && !is_local).then_some(rest)
}

/// Digits, and what follows them.
fn octet(text: &str) -> Option<(&str, &str)> {
    let end = text.char_indices().take(4).find(|(_, character)| !is_decimal(*character));
    let end = end.map_or(text.len(), |(at, _)| at);
    let octet = &text[..end];
    (1..=3).contains(&octet.chars().take(4).count()).then_some((octet, &text[end..]))
}

/// 16 to 31.
fn is_private_second(octet: &str) -> bool {
    let mut digits = octet.chars();
    matches!(
        (digits.next(), digits.next(), digits.next()),
        (Some('1'), Some('6'..='9'), None) | (Some('2'), Some(_), None) | (Some('3'), Some('0' | '1'), None)
    )
}

/// 1 to `last` (223 or 254), without a leading zero: the first and the last octet.
fn is_edge_octet(octet: &str, last: &str) -> bool {
    let mut digits = octet.chars();
    let mut last = last.chars().skip(1);
    let (Some(tens), Some(ones)) = (last.next(), last.next()) else { return false };
    match (digits.next(), digits.next(), digits.next()) {
        (Some('1'..='9'), _, None) | (Some('1'), Some(_), Some(_)) => true,
        (Some('2'), Some(second), Some(third)) => {
            second.is_ascii() && second < tens || second == tens && third.is_ascii() && third <= ones
        }
        _ => false,
    }
}

/// 0 to 255: an octet in the middle.
fn is_octet(octet: &str) -> bool {
    let mut digits = octet.chars();
    matches!(
        (digits.next(), digits.next(), digits.next()),
        (Some(_), _, None)
            | (Some('1'), _, _)
            | (Some('2'), Some('0'..='4'), _)
            | (Some('2'), Some('5'), Some('0'..='5'))
    )
}

/// The longest top-level domain, in characters.
const LONGEST_DOMAIN: usize = 63;

/// What follows the name of a host: labels with a full stop after each, then a domain in lower case.
fn after_name<'a>(text: &'a str, characters: &Characters) -> Option<&'a str> {
    let mut rest = after_label(text)?;
    while let Some(further) = after_label(rest) {
        rest = further;
    }
    let is_letter = |character: &char| characters.is(*character, LOWER);
    let domain = rest.chars().take(LONGEST_DOMAIN + 1).take_while(is_letter);
    let (n_letters, length) = domain.fold((0, 0), |(n, length), letter| (n + 1, length + letter.len_utf8()));
    (2..=LONGEST_DOMAIN).contains(&n_letters).then(|| &rest[length..])
}

/// The longest label, in characters.
const LONGEST_LABEL: usize = 64;

/// What follows a label and its full stop.
fn after_label(text: &str) -> Option<&str> {
    let mut last = '-';
    for (nth, (at, character)) in text.char_indices().take(LONGEST_LABEL + 1).enumerate() {
        match character {
            '.' => return is_host_character(last).then(|| &text[at + 1..]),
            '-' | '_' if nth > 0 => {}
            _ if is_host_character(character) => {}
            _ => return None,
        }
        last = character;
    }
    None
}

fn is_host_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '\u{a1}'..='\u{ffff}')
}

/// Whether this is nothing, a port (`:8080`), a path (`/a?b`), or both.
fn is_port_and_path(text: &str) -> bool {
    let rest = match text.strip_prefix(':') {
        Some(port) => {
            let (n_digits, length) = port
                .chars()
                .take(6)
                .take_while(|digit| is_decimal(*digit))
                .fold((0, 0), |(n, length), digit| (n + 1, length + digit.len_utf8()));
            if !(2..=5).contains(&n_digits) {
                return false;
            }
            &port[length..]
        }
        None => text,
    };
    rest.is_empty() || rest.starts_with(['/', '?', '#'])
}
