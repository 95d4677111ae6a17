//! Names as they are compared: small letters without diacritics, words parted by one blank.
//!
//! "Deir ez-Zor" and "Deir ez Zor", "Dar\u{2018}\u{101}" and "Dara", "St. Louis" and "Saint Louis" are one name each.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that are written short in names, when another word follows.
const SHORT: [(&str, &str); 5] =
    [("st", "saint"), ("ste", "sainte"), ("mt", "mount"), ("mtn", "mountain"), ("ft", "fort")];

/// Folds a name. Writings that nobody tells apart become one; a name without letters becomes nothing.
pub fn fold(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for c in name.nfkd().filter(|c| !is_combining_mark(*c)) {
        add(c, &mut plain);
    }
    let mut words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    let mut folded = String::with_capacity(plain.len());
    for (at, word) in words.iter().enumerate() {
        let long = SHORT.iter().find(|(short, _)| short == word && at + 1 < words.len());
        if at > 0 {
            folded.push(' ');
        }
        folded.push_str(long.map_or(word, |(_, long)| long));
    }
    folded
}

/// Adds a character as it is compared.
fn add(c: char, plain: &mut String) {
    match c {
        // Marks within a word, among them those that stand for ain and hamza, and full stops of abbreviations.
        '\'' | '`' | '.' | '\u{b4}' | '\u{2018}'..='\u{201b}' | '\u{2b9}'..='\u{2cf}' | '\u{2032}' => {}
        'ı' => plain.push('i'),
        'ø' | 'Ø' => plain.push('o'),
        'ł' | 'Ł' => plain.push('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => plain.push('d'),
        'ħ' | 'Ħ' => plain.push('h'),
        'ß' | 'ẞ' => plain.push_str("ss"),
        'æ' | 'Æ' => plain.push_str("ae"),
        'œ' | 'Œ' => plain.push_str("oe"),
        'þ' | 'Þ' => plain.push_str("th"),
        'ə' | 'Ə' => plain.push('a'),
        '&' => plain.push_str(" and "),
        c if c.is_alphanumeric() => plain.extend(c.to_lowercase()),
        _ => plain.push(' '),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writings_of_one_name_fold_alike() {
        for (written, folded) in [
            ("Deir ez-Zor", "deir ez zor"),
            ("al-Yarmūk", "al yarmuk"),
            ("Dar‘ā", "dara"),
            ("Dar'a", "dara"),
            ("St. Louis", "saint louis"),
            ("Ft. Worth", "fort worth"),
            ("Mt Vernon", "mount vernon"),
            ("The Hague", "hague"),
            ("U.S.", "us"),
            ("Łódź", "lodz"),
            ("Ağrı", "agri"),
            ("São Tomé & Príncipe", "sao tome and principe"),
            ("Trinidad and Tobago", "trinidad and tobago"),
            ("  Two   blanks ", "two blanks"),
            ("Main St.", "main st"),
            ("---", ""),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_folded_stays_as_it_is(name in "\\PC{0,24}") {
            let once = fold(&name);
            // A name that begins with several articles loses one at a time.
            proptest::prop_assume!(!once.starts_with("the "));
            proptest::prop_assert_eq!(fold(&once), once);
        }
    }
}
