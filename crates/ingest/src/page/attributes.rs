//! May the tags of this page have more attributes than a parser can compare in bounded time?

/// Parsers compare each attribute of a tag with all before it; this many comparisons take about a second. A
/// tag may have thirty thousand attributes, or each of a thousand tags a thousand.
const MOST_COMPARISONS: u64 = 500_000_000;

/// Where in a tag a byte can stand.
const PLACES: usize = 8;
const NAME_OF_TAG: usize = 0;
const BETWEEN: usize = 1;
const NAME: usize = 2;
const BEHIND_NAME: usize = 3;
const BEFORE_VALUE: usize = 4;
const BARE_VALUE: usize = 5;
const SINGLE_QUOTED: usize = 6;
const DOUBLE_QUOTED: usize = 7;

/// For each place at which the reader of a tag may be now, the most attributes it can have seen.
type Readings = [Option<usize>; PLACES];

/// Whether the tags may have too many attributes.
///
/// Where a tag begins depends on comments, scripts and much else, and whoever wants to hide a tag plays with
/// that. So a tag is read from every place at which one may begin, all readings at once; a tag that a parser
/// sees is among them. Text that only looks like a tag is refused if it goes on for tens of thousands of
/// words without a `>`, which neither programs nor reports do.
pub fn too_many(html: &str) -> bool {
    // Attributes begin behind one of these. If all of them stood in one tag, it would be no more than a parser can bear.
    let borders =
        html.bytes().filter(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'"' | b'\'')).count();
    if (borders as u64).pow(2) <= MOST_COMPARISONS {
        return false;
    }
    let mut readings: Readings = [None; PLACES];
    let mut reads = false;
    let mut comparisons = 0;
    let (mut before, mut last) = (b' ', b' ');
    for byte in html.bytes() {
        if reads {
            let begun;
            (readings, begun) = step(&readings, byte);
            comparisons += begun as u64;
            reads = readings.iter().any(Option::is_some);
        }
        let opens = last == b'<' || (last == b'/' && before == b'<');
        if opens && byte.is_ascii_alphabetic() {
            raise(&mut readings, NAME_OF_TAG, 0);
            reads = true;
        }
        (before, last) = (last, byte);
    }
    comparisons > MOST_COMPARISONS
}

/// The readings behind a byte, and with how many a parser compares the attribute that begins with it.
fn step(readings: &Readings, byte: u8) -> (Readings, usize) {
    let mut after = [None; PLACES];
    let mut compared = 0;
    for (place, count) in readings.iter().enumerate() {
        if let Some(count) = count
            && let Some(next) = next_place(place, byte)
        {
            let begins = next == NAME && place != NAME;
            if begins {
                compared = compared.max(*count);
            }
            raise(&mut after, next, count + usize::from(begins));
        }
    }
    (after, compared)
}

/// Where the reader of a tag stands behind a byte, by the rules of the HTML standard; nothing where the tag
/// has ended.
fn next_place(place: usize, byte: u8) -> Option<usize> {
    let is_blank = byte.is_ascii_whitespace();
    let next = match (place, byte) {
        (SINGLE_QUOTED, b'\'') | (DOUBLE_QUOTED, b'"') => BETWEEN,
        (SINGLE_QUOTED | DOUBLE_QUOTED, _) => place,
        (_, b'>') => return None,
        (BEFORE_VALUE, b'\'') => SINGLE_QUOTED,
        (BEFORE_VALUE, b'"') => DOUBLE_QUOTED,
        (BEFORE_VALUE, _) if is_blank => BEFORE_VALUE,
        (BEFORE_VALUE, _) => BARE_VALUE,
        (BARE_VALUE, _) if !is_blank => BARE_VALUE,
        (NAME_OF_TAG, _) if !is_blank && byte != b'/' => NAME_OF_TAG,
        (NAME | BEHIND_NAME, b'=') => BEFORE_VALUE,
        (NAME | BEHIND_NAME, _) if is_blank => BEHIND_NAME,
        (NAME_OF_TAG | BARE_VALUE, _) => BETWEEN,
        (_, b'/') => BETWEEN,
        (BETWEEN, _) if is_blank => BETWEEN,
        _ => NAME,
    };
    Some(next)
}

fn raise(readings: &mut Readings, place: usize, count: usize) {
    readings[place] = Some(readings[place].map_or(count, |known| known.max(count)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attributes(pattern: &str) -> String {
        (0..40_000).map(|at| pattern.replace('#', &at.to_string())).collect()
    }

    #[test]
    fn a_tag_of_attributes_without_end_is_found_however_they_are_written() {
        for pattern in [" a#", "/a#=''", " a#='x'", "a#=\"x\"", " a# = x", "\na#=x"] {
            assert!(too_many(&format!("<p {}>", attributes(pattern))), "{pattern}");
        }
        assert!(too_many(&format!("</p {}>", attributes(" a#"))));
    }

    #[test]
    fn many_tags_of_many_attributes_are_found() {
        let tag: String = (0..2_000).map(|at| format!(" a{at}")).collect();
        assert!(too_many(&format!("<p{tag}>").repeat(500)));
        assert!(!too_many(&format!("<p{tag}>").repeat(50)));
    }

    #[test]
    fn it_cannot_be_hidden_behind_marks_that_another_reader_takes_for_quotation_marks() {
        let tag = format!("<p {}>", attributes(" a#"));
        for before in [
            "<script>if (a<b c=\"</script>",
            "<!-- <b c='-->",
            "<title><b c=\"</title><i d='",
            "<p a==\" ",
            "<p=\" ",
            "<p a=b=\" ",
            "<p <b <i ",
        ] {
            assert!(too_many(&format!("{before}{tag}")), "{before}");
        }
    }

    #[test]
    fn one_attribute_of_many_words_is_one() {
        let words = "word ".repeat(100_000);
        for page in [
            format!("<p title=\"{words}\" class = 'x'>Port"),
            format!("<p title=\n'{words}'>Port"),
            format!("<p>1 < 2 and {words}"),
            format!("<p>{words}</p>").repeat(3),
            "<p a b c>Port".repeat(10_000),
        ] {
            assert!(!too_many(&page));
        }
    }
}
