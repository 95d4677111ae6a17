//! Which reports, or parts of reports, tell one story? All texts are invented.

mod pile;

use pile::{account, account_of, name, source};
use stemma::Account;
use stemma_testkit::parse;

/// The stories by the names of their reports, each story in order, in the order of the names.
fn stories(account: &Account) -> Vec<Vec<String>> {
    let mut stories: Vec<Vec<String>> = account
        .stories
        .iter()
        .map(|story| {
            let mut names: Vec<String> =
                story.parts.iter().map(|part| name(account, *part).to_owned()).collect();
            names.sort();
            names.dedup();
            names
        })
        .collect();
    stories.sort();
    stories
}

fn words(account: &Account, story: &[&str]) -> Vec<String> {
    let at = account.stories.iter().position(|one| {
        let mut names: Vec<&str> = one.parts.iter().map(|part| name(account, *part)).collect();
        names.sort_unstable();
        names.dedup();
        names == story
    });
    let terms = &account.stories[at.expect("the story is there")].terms;
    terms.iter().map(|span| span.range.of(&account.report(span.report).text).to_owned()).collect()
}

/// Two quakes, each told three times in other words.
const QUAKES: &str = r"
    //- /pelmar-1.txt
    Quake of magnitude 6.4 shakes Pelmar

    An earthquake of magnitude 6.4 shook the island of Pelmar on Sunday and killed 31 people, governor Ines Tarrow said.

    Most of the dead were found in Old Dassen, where a market hall collapsed. Tarrow asked the navy for two hospital ships.

    //- /pelmar-2.txt
    Pelmar counts its dead

    The death toll of the Pelmar earthquake rose to 31, according to the office of governor Ines Tarrow.

    Rescue workers with dogs searched the market hall of Old Dassen, the town that was hit hardest by the tremor of magnitude 6.4.

    //- /pelmar-3.txt
    At least 31 people lost their lives when a market hall in Old Dassen came down, the worst damage so far on Pelmar.

    Governor Ines Tarrow toured the town. Seismologists put the magnitude of the earthquake at 6.4.

    //- /korvan-1.txt
    Strong quake rocks Korvan valley

    An earthquake of magnitude 5.2 rocked the Korvan valley on Tuesday and injured 140 people, mayor Oleg Brandt said.

    Schools in Upper Sint were shut after cracks appeared. Brandt told reporters that 900 houses have no power.

    //- /korvan-2.txt
    Korvan valley without power after quake

    Some 900 houses in the Korvan valley had no electricity on Wednesday after an earthquake of magnitude 5.2.

    Mayor Oleg Brandt said that 140 people were injured, most of them in Upper Sint, where bricks fell into a schoolyard.

    //- /korvan-3.txt
    Cracks close schools in Upper Sint

    Engineers inspected schools in Upper Sint for cracks. The earthquake of magnitude 5.2 injured 140 people in the Korvan valley.

    It will take days until power is back in all 900 houses, mayor Oleg Brandt said.
";

const PELMAR: [&str; 3] = ["pelmar-1.txt", "pelmar-2.txt", "pelmar-3.txt"];
const KORVAN: [&str; 3] = ["korvan-1.txt", "korvan-2.txt", "korvan-3.txt"];

#[test]
fn one_story_in_three_wordings_comes_together_and_another_of_its_kind_stays_apart() {
    let account = account_of(QUAKES);
    assert_eq!(stories(&account), [KORVAN, PELMAR]);
    for story in &account.stories {
        for part in &story.parts {
            assert!(part.range.of(&account.report(part.report).text).ends_with('.'));
        }
    }
}

#[test]
fn the_words_shown_for_a_story_are_those_that_tell_it_from_others() {
    let account = account_of(QUAKES);
    let words = words(&account, &PELMAR);
    for expected in ["Tarrow", "Pelmar", "31", "6.4", "Dassen"] {
        assert!(words.iter().any(|word| word == expected), "{expected} in {words:?}");
    }
    assert_eq!(words.len(), 8);
    assert!(words.iter().all(|word| word != "earthquake"), "{words:?}");
}

#[test]
fn the_order_of_the_input_is_irrelevant() {
    let mut sources: Vec<_> = parse(QUAKES).iter().map(|one| source(&one.name, &one.text)).collect();
    let forward = account(sources.clone());
    sources.reverse();
    assert_eq!(account(sources).stories, forward.stories);
}

#[test]
fn a_mosaic_of_two_stories_belongs_to_both_by_passage() {
    let mosaic = format!("{QUAKES}
    //- /mosaic.txt
    Old Dassen searches for survivors

    Rescue workers with dogs went on searching the market hall of Old Dassen on Pelmar, governor Ines Tarrow said.

    The navy sent hospital ships to Pelmar, and Ines Tarrow said that 31 people had died there in the rubble of Old Dassen.

    Upper Sint has no power in 900 houses, mayor Oleg Brandt complained, and 140 inhabitants of the Korvan valley needed a doctor.
");
    let account = account_of(&mosaic);
    let mut expected = [KORVAN, PELMAR].map(|names| names.map(str::to_owned).to_vec());
    expected.iter_mut().for_each(|names| names.push("mosaic.txt".to_owned()));
    expected.iter_mut().for_each(|names| names.sort());
    assert_eq!(stories(&account), expected);
    let part = |story: &str| {
        let of =
            account.stories.iter().find(|one| one.parts.iter().any(|part| name(&account, *part) == story));
        let part = of.and_then(|one| one.parts.iter().find(|part| name(&account, **part) == "mosaic.txt"));
        part.map(|part| part.range.of(&account.report(part.report).text)).unwrap_or_default()
    };
    assert!(part("korvan-1.txt").starts_with("Upper Sint") && part("korvan-1.txt").ends_with("a doctor."));
    assert!(
        part("pelmar-1.txt").starts_with("Old Dassen") && part("pelmar-1.txt").ends_with("of Old Dassen.")
    );
}

#[test]
fn a_paragraph_that_nothing_ties_to_its_report_is_a_story_of_its_own() {
    let spliced = QUAKES.replace(
        "Most of the dead were found",
        "The tenor Luca Ferrand cancelled three concerts at the Vienna opera because of a cold, Kapellmeister Ruth Adler announced.

    Most of the dead were found",
    );
    let account = account_of(&spliced);
    let mut expected = vec![KORVAN.map(str::to_owned).to_vec(), PELMAR.map(str::to_owned).to_vec()];
    expected.insert(1, vec!["pelmar-1.txt".to_owned()]);
    assert_eq!(stories(&account), expected);
    assert_eq!(words(&account, &["pelmar-1.txt"]).iter().filter(|word| *word == "Pelmar").count(), 0);
}

#[test]
fn background_of_the_same_story_stays_in_it() {
    let with_background = QUAKES.replace(
        "Most of the dead were found",
        "Pelmar lies on a fault where earthquakes are frequent; in 1963 one of magnitude 7.1 destroyed the harbour.

    Most of the dead were found",
    );
    assert_eq!(stories(&account_of(&with_background)), [KORVAN, PELMAR]);
}

#[test]
fn an_agency_paragraph_under_two_stories_does_not_make_them_one() {
    let background =
        "The Mid-Ocean Survey in Port Lunn records some 20,000 tremors a year and runs 44 stations.";
    let both = QUAKES
        .replace(
            "Tarrow asked the navy for two hospital ships.",
            &format!("Tarrow asked for ships.\n\n    {background}"),
        )
        .replace(
            "It will take days until power",
            &format!("{background}\n\n    It will take days until power"),
        );
    let found = stories(&account_of(&both));
    assert!(found.contains(&KORVAN.map(str::to_owned).to_vec()), "{found:?}");
    assert!(found.contains(&PELMAR.map(str::to_owned).to_vec()), "{found:?}");
}

#[test]
fn copies_count_once_when_words_are_weighed() {
    // Nineteen pages with the same report, each with a line of its own: its words are not common for that.
    let reports = parse(QUAKES);
    let mut sources: Vec<_> = reports.iter().map(|one| source(&one.name, &one.text)).collect();
    for page in 0..19 {
        let text = format!("{}\n\nThis page is number {page} of its kind.", reports[0].text);
        sources.push(source(&format!("pelmar-copy-{page}.txt"), &text));
    }
    let found = stories(&account(sources));
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0], KORVAN);
    assert_eq!(found[1].len(), 22);
}

#[test]
fn a_report_that_fits_nowhere_is_a_story_by_itself() {
    let account = account_of(&format!(
        "{QUAKES}
    //- /chess.txt
    Velka wins chess title

    Hana Velka beat Boris Orlun in the last round of the chess tournament in Lindau and took the title.
"
    ));
    assert_eq!(
        stories(&account),
        [
            vec!["chess.txt".to_owned()],
            KORVAN.map(str::to_owned).to_vec(),
            PELMAR.map(str::to_owned).to_vec()
        ]
    );
}

#[test]
fn empty_and_equal_texts_do_no_harm() {
    assert!(account(Vec::new()).stories.is_empty());
    let of = |texts: &[&str]| stories(&account(texts.iter().map(|text| source("a.txt", text)).collect()));
    assert_eq!(of(&[""]).len(), 1);
    assert_eq!(of(&["", "   \n\n "]).len(), 2);
    assert_eq!(of(&["Ferry burns in Port Vell", "Ferry burns in Port Vell"]).len(), 1);
}

#[test]
fn equal_reports_of_two_outlets_are_one_story() {
    let text = &parse(QUAKES)[0].text;
    let of_outlet =
        |outlet: &str| stemma::model::Source { outlet: Some(outlet.to_owned()), ..source(outlet, text) };
    assert_eq!(stories(&account(vec![of_outlet("Herald"), of_outlet("Tribune")])), [["Herald", "Tribune"]]);
}
