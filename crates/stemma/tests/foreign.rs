//! Reports in another language: compared with the others, named in a note, and no English is read into them.

use stemma::model::{Account, SilenceKind, Source};
use stemma::{Config, Silent, account};

const GERMAN: &str = "Hafen geschlossen\n\nDer Hafen von Dorvath wurde am Donnerstag geschlossen, nachdem ein Sturm zwei \
    Kr\u{e4}ne vom Kai gerissen hatte. Zw\u{f6}lf F\u{e4}hren warten drau\u{df}en auf Einlass, sagte die Leiterin.";
const COPY: &str = "Sturm in Dorvath\n\nDer Hafen von Dorvath wurde am Donnerstag geschlossen, nachdem ein Sturm zwei \
    Kr\u{e4}ne vom Kai gerissen hatte. Die Stadt bat um Hilfe, und die Nachbarn schickten zwei Schiffe.";
const ENGLISH: &str = "Port shut\n\nThe port of Dorvath was shut on Thursday after a storm tore two cranes from the quay, \
    the harbour master said. Twelve ferries wait outside, and nobody knows when they may come in.";

fn of(texts: &[(&str, &str)]) -> Account {
    let source = |(name, text): &(&str, &str)| Source::of_text((*name).to_owned(), (*text).to_owned());
    let english = stemma_assets::english().expect("what the program brings along is whole");
    let sources = texts.iter().map(source).collect();
    account(sources, Vec::new(), Vec::new(), english, &Config::default(), &Silent)
}

#[test]
fn they_are_compared_and_named_and_nothing_is_read_into_them() {
    let found = of(&[("a.txt", GERMAN), ("b.txt", COPY)]);
    assert_eq!(found.families.len(), 1);
    assert_eq!((found.statements.len(), found.claims.len(), found.instances.len()), (0, 0, 0));
    let notes: Vec<&str> = found.notes.iter().map(|note| note.name.as_str()).collect();
    assert_eq!(notes, ["a.txt", "b.txt"]);
    assert!(found.notes[0].text.starts_with("in German: compared with the other reports"));
}

#[test]
fn they_are_not_called_silent_about_what_nobody_looked_for_in_them() {
    let found = of(&[("a.txt", GERMAN), ("c.txt", ENGLISH)]);
    assert!(!found.claims.is_empty());
    let silences: Vec<SilenceKind> =
        found.claims.iter().flat_map(|claim| claim.silences.iter().map(|one| one.kind)).collect();
    assert!(silences.iter().all(|kind| *kind == SilenceKind::CannotTell), "{silences:?}");
    assert_eq!(found.notes.len(), 1);
}
