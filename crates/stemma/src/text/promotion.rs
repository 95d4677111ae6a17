//! Does a line advertise, ask for a subscription, or state rights?

use super::line_words::{holds, lower, lower_words, written_words};

/// Lines that are promotion in full.
const LINES: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertise with us",
    "advertisement",
    "advertisements",
    "advertising",
    "article continues below",
    "article continues below advertisement",
    "become a member",
    "cookie policy",
    "donate",
    "donate now",
    "from our sponsors",
    "get our app",
    "paid content",
    "paid post",
    "partner content",
    "privacy notice",
    "privacy policy",
    "promoted",
    "promoted content",
    "scroll to continue",
    "sponsored",
    "sponsored by",
    "sponsored content",
    "story continues after advertisement",
    "story continues below advertisement",
    "subscribe",
    "subscribe now",
    "subscribe today",
    "support us",
    "terms and conditions",
    "terms of service",
    "terms of use",
];

/// How appeals to the reader begin.
const APPEALS: &[&str] = &[
    "already a subscriber",
    "click here",
    "click to",
    "create a free account",
    "don't have an account",
    "download our",
    "download the",
    "enter your email",
    "follow us",
    "for more news",
    "get our",
    "get the latest",
    "get unlimited",
    "have a story",
    "join our",
    "join us on",
    "like us on",
    "send us your",
    "sign up for",
    "sign up here",
    "sign up now",
    "sign up to",
    "stay up to date",
    "start your free",
    "subscribe for",
    "subscribe here",
    "subscribe now",
    "subscribe to",
    "support independent journalism",
    "support our",
    "this article is for subscribers",
    "to continue reading",
    "to read the full",
    "unlock this",
    "we use cookies",
    "you have reached your",
    "your email address",
];

/// Phrases that state rights or terms, wherever on a short line they stand.
const RIGHTS: &[&str] = &[
    "all rights reserved",
    "by using this site you agree",
    "may not be published, broadcast",
    "may not be reproduced",
    "not responsible for the content of external",
    "this material may not be",
    "without express written permission",
    "without prior written",
];

/// Words by which an appeal shows what it wants; "Subscribe to" alone may open a quotation.
const WANTED: &[&str] = &[
    "account", "alert", "alerts", "app", "apps", "article", "articles", "channel", "daily", "email",
    "emails", "exclusive", "facebook", "feed", "free", "here", "inbox", "instagram", "journalism", "latest",
    "linkedin", "news", "newsletter", "newsletters", "newsroom", "notifications", "offer", "offers", "page",
    "podcast", "stories", "story", "subscriber", "subscribers", "subscription", "telegram", "trial",
    "twitter", "updates", "website", "whatsapp", "youtube",
];

/// Whether a line is promotion and nothing else.
pub(super) fn is_promotion(line: &str) -> bool {
    states_rights(line)
        || opens_like_promotion(line) && {
            let words = lower_words(line);
            let plain = words.join(" ");
            holds(LINES, &plain) || appeals(line, &plain, &words)
        }
}

/// Whether the first words of a line are those of a line or an appeal that is listed: a first sieve, for most lines
/// are sentences.
fn opens_like_promotion(line: &str) -> bool {
    let Some(first) = written_words(line).next().map(lower) else { return false };
    let opens = |listed: &&str| {
        listed.strip_prefix(&*first).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    LINES.iter().chain(APPEALS).any(opens)
}

/// "© 2016 Velmora Herald", "Copyright 2016 ...", "... All rights reserved."
fn states_rights(line: &str) -> bool {
    let lower = line.to_lowercase();
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let opens = lower.starts_with('©')
        || lower.starts_with("(c) ") && written_words(line).any(is_year)
        || lower.starts_with("copyright ")
            && (lower.contains('©')
                || lower.contains("(c)")
                || written_words(line).nth(1).is_some_and(is_year));
    opens || !is_quoted(line) && RIGHTS.iter().any(|phrase| lower.contains(phrase))
}

/// "Sign up for our newsletter": an appeal at the start, and something that only a site offers.
fn appeals(line: &str, plain: &str, words: &[String]) -> bool {
    !is_quoted(line)
        && words.len() <= 40
        && APPEALS.iter().any(|opening| plain.starts_with(opening))
        && words.iter().any(|word| holds(WANTED, word))
}

/// Rights and appeals in quotation marks are what somebody said.
fn is_quoted(line: &str) -> bool {
    line.contains(['"', '\u{201c}', '\u{201d}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        assert!(LINES.is_sorted());
        assert!(WANTED.is_sorted());
    }

    #[test]
    fn advertising_subscription_and_rights_are_promotion() {
        for line in [
            "ADVERTISEMENT",
            "Story continues below advertisement",
            "© 2016 Velmora Herald",
            "Copyright 2016 The Velmora Herald. All rights reserved.",
            "This material may not be published, broadcast, rewritten or redistributed.",
            "Sign up for our daily newsletter.",
            "Subscribe to our YouTube channel",
            "Follow us on Twitter and Facebook",
            "Click here to read the full story",
        ] {
            assert!(is_promotion(line), "{line}");
        }
    }

    #[test]
    fn sentences_about_such_things_are_not() {
        for line in [
            "Copyright law was changed on Monday, the minister said.",
            "The newsletter was banned.",
            "Follow us, the officer told the passengers.",
            "\"Subscribe to our newsletter\", the page said.",
            "Advertisements for the ferry had promised calm seas.",
        ] {
            assert!(!is_promotion(line), "{line}");
        }
    }
}
