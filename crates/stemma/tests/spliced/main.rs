//! Paragraphs of invented reports shuffled, with others' words put between them: nobody may become the speaker of
//! what he did not say.
//!
//! Reports found on the web are mosaics: a paragraph that begins "He said" stands below one that it was not written
//! for. So each report is read twice: as it stands, and with its paragraphs in another order and a paragraph of
//! another story, in which a person speaks, right before each of its paragraphs where somebody speaks who is
//! called by a pronoun or a bare role. The second reading may know less than the first, and nothing else.

#[path = "../pile/mod.rs"]
mod pile;
mod reports;
mod splice;

use splice::{Paragraphs, Random, Spoken, is_same_name, plain, spliced, spoken};

/// One order of paragraphs and choice of foreign ones for each.
const SEEDS: [u64; 6] = [1, 2, 3, 5, 8, 13];

/// What a good reader names of the statements in the reports as they stand, in hundredths; some sources are nobody
/// ("a fisherman"), and some are pronouns that nothing explains.
const FLOOR_NAMED: usize = 55;

/// What a good reader still names of those when the paragraphs are apart, in hundredths: all whom the sentence
/// or its paragraph names.
const FLOOR_KEPT: usize = 75;

#[test]
#[expect(clippy::disallowed_macros, reason = "the counts are what the test is for; the core stays silent")]
fn splicing_makes_nobody_say_what_another_said() {
    let stories = reports::stories();
    assert!(stories.iter().map(Vec::len).sum::<usize>() >= 50);
    let (mut statements, mut named, mut kept, mut lost) = (0, 0, 0, 0);
    let mut wrong = Vec::new();
    for (story_idx, report) in
        stories.iter().enumerate().flat_map(|(idx, story)| story.iter().map(move |it| (idx, it)))
    {
        let before = spoken(&report.name, &plain(&report.paragraphs));
        statements += before.len();
        let names = before.iter().filter(|one| !one.names.is_empty());
        named += names.clone().count();
        let foreign = foreign_paragraphs(&stories, story_idx);
        for seed in SEEDS {
            let text = spliced(&report.paragraphs, &before, &foreign, &mut Random(seed));
            let after = spoken(&report.name, &text);
            let still =
                |one: &Spoken| after.iter().any(|other| one.meets(other) && has_same_name(one, other));
            let n_kept = names.clone().filter(|one| still(one)).count();
            kept += n_kept;
            lost += names.clone().count() - n_kept;
            wrong.extend(
                after
                    .iter()
                    .filter(|one| is_false(one, &before))
                    .map(|one| told(&report.name, seed, one, &before)),
            );
        }
    }
    println!(
        "{statements} statements, {named} named; over {} splicings {kept} names kept, {lost} lost",
        SEEDS.len()
    );
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} false speakers\n\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(named * 100 >= statements * FLOOR_NAMED, "too few named: {named} of {statements}");
    assert!(kept * 100 >= (kept + lost) * FLOOR_KEPT, "too few names kept: {kept} of {}", kept + lost);
}

/// Paragraphs of the other stories in which somebody with a name speaks.
fn foreign_paragraphs(stories: &[Vec<Paragraphs>], own: usize) -> Vec<&str> {
    let others = stories.iter().enumerate().filter(|(idx, _)| *idx != own);
    let reports = others.flat_map(|(_, story)| story);
    reports
        .flat_map(|report| &report.paragraphs)
        .map(String::as_str)
        .filter(|it| splice::has_named_voice(it))
        .collect()
}

/// Whether somebody is given as the speaker of words that the report as it stands does not give him.
fn is_false(one: &Spoken, before: &[Spoken]) -> bool {
    !one.names.is_empty() && !before.iter().any(|other| one.meets(other) && has_same_name(one, other))
}

fn has_same_name(one: &Spoken, other: &Spoken) -> bool {
    one.names.iter().any(|name| other.names.iter().any(|known| is_same_name(name, known)))
}

fn told(report: &str, seed: u64, one: &Spoken, before: &[Spoken]) -> String {
    let known: Vec<String> =
        before.iter().filter(|other| one.meets(other)).map(|other| other.names.join(" = ")).collect();
    format!(
        "{report}, seed {seed}: {}\n  source {:?}\n  as it stands {known:?}\n  spliced      {:?}",
        one.content,
        one.source,
        one.names.join(" = ")
    )
}
