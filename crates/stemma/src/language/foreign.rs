//! Is a report in another language than English?

use crate::model::Report;

/// Shorter texts are too little to tell a language by, in letters; they are taken for English.
const FEWEST_LETTERS: usize = 100;

/// So much of a report is looked at, in bytes.
const MOST_BYTES: usize = 4_000;

/// The English name of the language of a report that is not in English; nothing where it is, or where that cannot be told.
///
/// Two programs have to agree that it is not English, and either on what it is, or the second is sure, or the letters are not
/// those of English: a false answer would hide all that an English report says, a missed one lets the analysis find little.
pub fn foreign_language(report: &Report) -> Option<&'static str> {
    let blocks = report.layout.paragraphs.iter().chain(&report.layout.titles);
    let mut text = String::new();
    for block in blocks {
        let block = block.of(&report.text);
        let room = MOST_BYTES.saturating_sub(text.len());
        text.push_str(&block[..block.floor_char_boundary(room)]);
        text.push('\n');
        if text.len() >= MOST_BYTES {
            break;
        }
    }
    if text.chars().filter(|c| c.is_alphabetic()).count() < FEWEST_LETTERS {
        return None;
    }
    // The second is thirty times as slow, and nearly all reports are in English.
    let first = whichlang::detect_language(&text);
    if first == whichlang::Lang::Eng {
        return None;
    }
    let second = whatlang::detect(&text).filter(|second| second.lang() != whatlang::Lang::Eng)?;
    let agree = first.three_letter_code() == second.lang().code();
    let is_other_script = second.script() != whatlang::Script::Latin;
    (agree || is_other_script || second.is_reliable()).then(|| second.lang().eng_name())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Source;
    use crate::text::reports;

    fn language(text: &str) -> Option<&'static str> {
        foreign_language(&reports(vec![Source::of_text("a".to_owned(), text.to_owned())])[0])
    }

    #[test]
    fn other_languages_are_told_and_english_is_none() {
        for (text, name) in [
            (
                "Der Hafen von Dorvath wurde am Donnerstag geschlossen, nachdem ein Sturm zwei Kräne vom Kai gerissen hatte. \
              Zwölf Fähren warten draußen, sagte die Leiterin des Hafens, und niemand weiß, wann sie einlaufen dürfen.",
                Some("German"),
            ),
            (
                "Порт Дорвата был закрыт в четверг после того, как шторм сорвал с причала два крана. Двенадцать паромов ждут \
              снаружи, сказала начальница порта, и никто не знает, когда они смогут войти.",
                Some("Russian"),
            ),
            (
                "Port w Dorvath został zamknięty w czwartek po tym, jak sztorm zerwał z nabrzeża dwa dźwigi. Dwanaście promów \
              czeka na zewnątrz, powiedziała kierowniczka portu, i nikt nie wie, kiedy będą mogły wpłynąć.",
                Some("Polish"),
            ),
            (
                "The port of Dorvath was shut on Thursday after a storm tore two cranes from the quay. Twelve ferries wait \
              outside, said the harbour master, and nobody knows when they may come in.",
                None,
            ),
        ] {
            assert_eq!(language(text), name, "{text}");
        }
    }

    #[test]
    fn too_little_text_tells_nothing() {
        assert_eq!(language("Der Hafen ist zu."), None);
        assert_eq!(language(""), None);
    }
}
