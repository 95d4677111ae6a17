//! A small account, made by hand of invented texts, that the tests of this crate look at.

use crate::example_claims::{COAST_ONLY, add_claims, statements};
use crate::example_places::add_places;
use stemma::model::*;
use stemma::place::{Atlas, OwnPlaces};
use stemma::{Account, Knowledge};

const WIRE: &str = "Old harbour of Veld closed after fire\n\n\
    About 1,600 people left the old harbour of Veld on Sunday after a fire in the grain store. \
    \u{201c}The harbour is safe,\u{201d} harbour master Ada Roon said.\n\n\
    A deal with the port workers was not reached, the ministry said.\n";

const HARBOUR: &str = "By Tom Ferrow\n\n\
    About 1,700 people left the old port of Veld on Sunday after a fire in the grain store. \
    \u{201c}The harbour is safe,\u{201d} he said.\n\n\
    \u{201c}Nobody in the town was hurt.\u{201d}\n\n\
    More news: Ferry fares to rise\n";

const COAST: &str = "\u{201c}The harbour is safe,\u{201d} he said.\n\n\
    A deal with the port workers was reached, the ministry said. The union denied a strike.\n\n";

/// Three reports of one story: a changed number, a lost negation, a lost speaker, a denial.
pub fn account() -> Account {
    let coast = format!("{COAST}{COAST_ONLY}");
    let mut reports =
        vec![report("wire.txt", WIRE), report("coast.txt", &coast), report("harbour.txt", HARBOUR)];
    reports[0].captures.push(capture("wires/old.txt", WIRE));
    reports[0].layout.titles = vec![at(&reports[0], "Old harbour of Veld closed after fire")];
    reports[2].layout.furniture = vec![
        furniture(&reports[2], "By Tom Ferrow", FurnitureKind::Byline),
        furniture(&reports[2], "More news: Ferry fares to rise", FurnitureKind::Related),
    ];
    let mut account = Account { reports, ..Account::default() };
    add_families(&mut account);
    add_lineage(&mut account);
    add_statements(&mut account);
    add_claims(&mut account);
    add_places(&mut account);
    account.unread = vec![Unread {
        name: "photo.jpg".into(),
        reason: "not text: has NUL bytes".into(),
        hint: "give the page as text".into(),
    }];
    account.notes = vec![Note { name: "coast.txt".into(), text: "decoded as windows-1252, a guess".into() }];
    account
}

fn add_families(account: &mut Account) {
    let fire = " people left the old ";
    let rest = " of Veld on Sunday after a fire in the grain store.";
    let deal = "A deal with the port workers was ";
    let places = [
        (0, format!("About 1,600{fire}harbour{rest}"), 0),
        (0, format!("{deal}not reached, the ministry said."), 1),
        (1, format!("{deal}reached, the ministry said."), 1),
        (2, format!("About 1,700{fire}port{rest}"), 0),
    ];
    for (report, words, family) in places {
        let span = span(account, report, &words);
        let family = FamilyIdx(family);
        account.passages.push(Passage { span, family });
    }
    account.families = vec![family(&[0, 3], 0), family(&[1, 2], 1)];
    account.edits = vec![
        edit(account, 0, (0, "1,600"), (3, "1,700"), EditKind::Number),
        edit(account, 0, (0, "harbour"), (3, "port"), EditKind::Swap),
        edit(account, 1, (1, "not "), (2, ""), EditKind::Negation),
    ];
    account.edits[2].to.range = {
        let before = at(&account.reports[1], deal);
        ByteRange::new(before.end as usize, before.end as usize)
    };
}

/// The first family has an order, the second has none.
fn add_lineage(account: &mut Account) {
    let descent = |passage, parent, evidence, support_percent| Descent {
        passage: PassageIdx(passage),
        parent,
        evidence,
        support_percent,
    };
    let swapped = account.edits[1];
    let side = |side: EditSide| Span { report: account.passage(side.passage).span.report, range: side.range };
    let spin = Evidence::Spin { parent: side(swapped.from), child: side(swapped.to) };
    let mosaic = Evidence::Mosaic { report: ReportIdx(2), copied_percent: 70, partners: 2 };
    account.lineage = vec![
        descent(0, Parent::Original, Vec::new(), None),
        descent(1, Parent::NotDecidable, Vec::new(), None),
        descent(2, Parent::NotDecidable, Vec::new(), None),
        descent(3, Parent::Passage(PassageIdx(0)), vec![mosaic, spin], Some(72)),
    ];
    let Account { reports, passages, families, lineage, .. } = account;
    account.shares = stemma::reuse::find_shares(reports, passages, families, lineage);
}

fn add_statements(account: &mut Account) {
    let safe = "\u{201c}The harbour is safe,\u{201d}";
    let hurt = "\u{201c}Nobody in the town was hurt.\u{201d}";
    let deal = "A deal with the port workers was not reached";
    account.statements = vec![
        statement(account, 0, safe, " harbour master Ada Roon said.", "Ada Roon"),
        statement(account, 0, deal, ", the ministry said.", "the ministry"),
        statement(account, 1, safe, " he said.", ""),
        statement(account, 1, "a strike", ".", ""),
        statement(account, 2, safe, " he said.", ""),
        statement(account, 2, hurt, "", ""),
    ];
    account.statements[1].kind = StatementKind::Indirect;
    let union = span(account, 1, "The union");
    let denial = &mut account.statements[3];
    denial.kind = StatementKind::Indirect;
    denial.stance = Stance::Denies;
    denial.class = CueClass::Denies;
    denial.speaker = Some(Speaker { name: union, grade: SpeakerGrade::Stated, voice: VoiceIdx(0) });
    account.statements[2].source = Some(inside(account, 1, " he said", 1, 3));
    let of_the_coast = statements(account);
    account.statements.splice(4..4, of_the_coast);
    account.statements[7].source = Some(inside(account, 2, " he said", 1, 3));
    add_voices(account);
}

/// One voice for each text of a name that some statement states.
pub fn add_voices(account: &mut Account) {
    let mut voices: Vec<Voice> = Vec::new();
    for statement in &mut account.statements {
        let Some(speaker) = &mut statement.speaker else { continue };
        let words = |span: Span| span.range.of(&account.reports[span.report.0 as usize].text);
        let known =
            voices.iter().position(|voice| words(voice.names[0]).eq_ignore_ascii_case(words(speaker.name)));
        let voice = known.unwrap_or(voices.len());
        if voice == voices.len() {
            let kind = match words(speaker.name) {
                "Ada Roon" | "Ivo Brandt" => VoiceKind::Person,
                "officials" => VoiceKind::Unnamed,
                _ => VoiceKind::Body,
            };
            voices.push(Voice { names: Vec::new(), shown: 0, kind });
        }
        voices[voice].names.push(speaker.name);
        speaker.voice = VoiceIdx(voice as u32);
    }
    account.voices = voices;
}

/// What is found in some texts, which are called `0.txt`, `1.txt` and so on.
pub fn found_in(texts: &[String]) -> Account {
    found_with(texts, None)
}

/// The same, with places of a user's own.
pub fn found_with(texts: &[String], own: Option<&OwnPlaces>) -> Account {
    let source = |(nth, text): (usize, &String)| Source::of_text(format!("{nth}.txt"), text.clone());
    let sources = texts.iter().enumerate().map(source).collect();
    let english = stemma_assets::english().expect("what the program brings along is whole");
    let gazetteer = stemma_assets::places().expect("the gazetteer is whole");
    let atlas = own.map_or_else(|| Atlas::new(gazetteer), |own| Atlas::with(gazetteer, own));
    let knowledge = Knowledge { english, atlas };
    stemma::account(sources, Vec::new(), Vec::new(), knowledge, &stemma::Config::default(), &stemma::Silent)
}

/// A report with one capture, whose every line is a paragraph but for titles and furniture.
pub fn report(name: &str, text: &str) -> Report {
    Report {
        text_sha256: Sha256::of(text.as_bytes()),
        layout: layout_of(text),
        text: text.into(),
        owner: None,
        outlet: None,
        url: None,
        published: None,
        modified: None,
        previous: None,
        captures: vec![capture(name, text)],
    }
}

/// An account of one report and nothing found in it.
pub fn bare(name: &str, text: &str) -> Account {
    Account { reports: vec![report(name, text)], ..Account::default() }
}

fn layout_of(text: &str) -> Layout {
    let mut start = 0;
    let mut layout = Layout::default();
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        let is_paragraph = words.ends_with('.') || words.ends_with('\u{201d}');
        if is_paragraph {
            let range = ByteRange::new(start, start + words.len());
            layout.paragraphs.push(range);
        }
        start += line.len();
    }
    layout
}

fn capture(name: &str, text: &str) -> Capture {
    Capture {
        name: name.into(),
        record_id: None,
        original_sha256: Sha256::of(text.as_bytes()),
        derivation: Derivation::Decoded,
        encoding: "UTF-8".into(),
        map: OriginalMap::shifted(text.len(), 0),
        captured: None,
    }
}

/// Where words stand first in a report.
pub fn at(report: &Report, words: &str) -> ByteRange {
    let start = report.text.find(words).expect("the report has the words");
    ByteRange::new(start, start + words.len())
}

pub fn span(account: &Account, report: u32, words: &str) -> Span {
    Span { report: ReportIdx(report), range: at(&account.reports[report as usize], words) }
}

fn inside(account: &Account, report: usize, words: &str, from: usize, to: usize) -> ByteRange {
    let start = at(&account.reports[report], words).start as usize;
    ByteRange::new(start + from, start + to)
}

fn furniture(report: &Report, line: &str, kind: FurnitureKind) -> Furniture {
    Furniture { range: at(report, line), kind }
}

pub fn family(passages: &[u32], representative: u32) -> Family {
    Family {
        passages: passages.iter().copied().map(PassageIdx).collect(),
        representative: PassageIdx(representative),
    }
}

fn edit(account: &Account, family: u32, from: (u32, &str), to: (u32, &str), kind: EditKind) -> Edit {
    let side = |(passage, words): (u32, &str)| {
        let passage = PassageIdx(passage);
        let span = account.passage(passage).span;
        let witness = span.range.of(&account.report(span.report).text);
        let start = span.range.start as usize + witness.find(words).expect("words of the witness");
        EditSide { passage, range: ByteRange::new(start, start + words.len()) }
    };
    Edit { family: FamilyIdx(family), from: side(from), to: side(to), kinds: [kind].into_iter().collect() }
}

pub fn statement(account: &Account, report: u32, content: &str, rest: &str, speaker: &str) -> Statement {
    let whole = span(account, report, &format!("{content}{rest}"));
    let name = span(account, report, speaker);
    Statement {
        span: whole,
        content: vec![at(&account.reports[report as usize], content)],
        cue: None,
        source: None,
        speaker: (!speaker.is_empty()).then_some(Speaker {
            name,
            grade: SpeakerGrade::Stated,
            voice: VoiceIdx(0),
        }),
        kind: StatementKind::Direct,
        stance: Stance::Affirms,
        class: CueClass::Says,
        factuality: Factuality::Fact,
        relays: Vec::new(),
        uttered: None,
        continues: false,
    }
}

/// A text whose identifiers are all noughts, so that a snapshot does not change with the form of records.
pub fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    for word in text.split_inclusive(|c: char| !c.is_ascii_alphanumeric()) {
        let bare = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let is_identifier = bare.len() == 17 && bare[1..].bytes().all(|byte| byte.is_ascii_hexdigit());
        match is_identifier {
            true => masked.push_str(&format!("{}{}{}", &bare[..1], "0".repeat(16), &word[17..])),
            false => masked.push_str(word),
        }
    }
    masked
}
