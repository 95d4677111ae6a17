//! An invented pile with every kind of finding, built by hand: no stage of the analysis is involved.

use crate::pile_claims::add_claims;
use crate::pile_places::add_places;
use crate::pile_statements::add_statements;
use stemma::model::{
    Account, ByteRange, DateEvidence, Derivation, Edit, EditKind, EditSide, Family, FamilyIdx, Furniture,
    FurnitureKind, Layout, Note, OriginalMap, Passage, PassageIdx, Report, ReportIdx, Sha256, Source, Span,
    Table, Unread,
};

/// How the texts of the pile begin, which tells them apart.
pub const WIRE: &str = "Ferry runs aground";
pub const HERALD: &str = "Halcyon stranded";
pub const POST: &str = "The ferry Halcyon ran aground off Varnholt on Monday. Café";
pub const LATER: &str = "Ticket prices rise";
pub const RECORD: &str = "Harbour opens again";
pub const PAGE: &str = "Tug master praised";

/// A file as it lies on a disk, with what its metadata says.
#[derive(Clone)]
pub struct File {
    pub name: &'static str,
    pub bytes: Vec<u8>,
    pub encoding: &'static str,
    pub derivation: Derivation,
    pub outlet: Option<&'static str>,
    pub owner: Option<&'static str>,
    pub url: Option<&'static str>,
    pub published: Option<&'static str>,
}

/// The files of the pile: three copies of one text, a text in windows-1252 with a byte that stands for
/// nothing there, two versions of one address, the second with a byte that is no UTF-8, a record of an outlet
/// with an owner, and a page.
pub fn files() -> Vec<File> {
    let wire = "Ferry runs aground off Varnholt\n\nThe ferry Halcyon ran aground off Varnholt on Monday \
        with 214 people aboard.\n\n“Nobody was hurt,” said Mirela Dorne, the harbour master.\n\n\
        More news: Bridge to stay closed\n";
    let herald = b"Halcyon stranded\r\n\r\nBy Jon Aske\r\n\r\nThe ferry Halcyon ran aground near Varnholt \
        on Monday with at least 210 people aboard.\r\n\r\nThe \x93harbour master\x94 denied that anyone was \
        hurt.\x81\r\n";
    let post = "The ferry Halcyon ran aground off Varnholt on Monday. Café owners watched.\n\n\
        “Nobody was hurt,” she said.\n\nThe ferry Halcyon ran aground off Varnholt on Monday with 214 \
        people aboard.\n\nTwo sailors were hurt, a crew member said. Sailors were hurt, the Coast Guard said. Some had been \
        hurt, its captain Ruan Holt said. A cook was allegedly hurt.\n";
    let later = b"Ticket prices rise\n\nPrices, said the operator, rise by 3\xff per cent.\n\nHalden Lines will keep \
        its timetable, its chief Orla Vint promised on Tuesday, the Evening Orn reported. \"No crossing is cut,\" \
        she said. \"That is firm.\"\n";
    let record = "{\"title\": \"Harbour opens again\", \"text\": \"Ships may enter the harbour of \
        Varnholt again.\", \"outlet\": \"Evening Orn\"}\n";
    let page =
        "<h1>Tug master praised</h1>\n<p>A tug pulled the Halcyon free.</p>\n<footer>Imprint</footer>\n";
    let plain = |name, bytes: &[u8]| File {
        name,
        bytes: bytes.to_vec(),
        encoding: "UTF-8",
        derivation: Derivation::Decoded,
        outlet: None,
        owner: None,
        url: None,
        published: None,
    };
    let mut files = vec![
        plain("wire.txt", wire.as_bytes()),
        plain("wire-copy.txt", wire.as_bytes()),
        plain("wire-mark.txt", format!("\u{feff}{wire}").as_bytes()),
        plain("herald.txt", herald),
        plain("post.txt", post.as_bytes()),
        plain("later.txt", later),
        plain("evening.jsonl", record.as_bytes()),
        plain("page.html", page.as_bytes()),
    ];
    files[6].derivation = Derivation::Record;
    files[6].outlet = Some("Evening Orn");
    files[6].owner = Some("Sild Media");
    files[7].derivation = Derivation::Extracted { extractor: "peeler 1.0".to_owned() };
    files[3].encoding = "windows-1252";
    files[3].outlet = Some("Varnholt Herald");
    for version in [4, 5] {
        files[version].url = Some("https://post.example/varnholt");
    }
    for (file, day) in [(4, "2031-05-05"), (6, "2031-05-04"), (7, "2031-05-07")] {
        files[file].published = Some(day);
    }
    files
}

/// The files as sources.
pub fn sources(files: &[File]) -> Vec<Source> {
    files.iter().map(source).collect()
}

fn source(file: &File) -> Source {
    let original = match file.derivation {
        Derivation::Record => file.bytes.strip_suffix(b"\n").unwrap_or(&file.bytes),
        _ => &file.bytes,
    };
    let decoded = decode(original, file.encoding);
    Source {
        name: file.name.to_owned(),
        record_id: None,
        original_sha256: Sha256::of(original),
        encoding: file.encoding.to_owned(),
        text: match file.derivation {
            Derivation::Decoded => decoded,
            Derivation::Record => text_of_record(&decoded),
            Derivation::Extracted { .. } => text_of_page(&decoded),
        },
        map: OriginalMap::default(),
        derivation: file.derivation.clone(),
        outlet: file.outlet.map(str::to_owned),
        owner: file.owner.map(str::to_owned),
        url: file.url.map(str::to_owned),
        published: file
            .published
            .map(|value| DateEvidence { value: value.to_owned(), method: "json:published".to_owned() }),
        modified: None,
        captured: None,
    }
}

/// Title and text of a record; nothing where it is spoiled.
fn text_of_record(record: &str) -> String {
    let record: serde_json::Value = serde_json::from_str(record).unwrap_or_default();
    let field = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
    format!("{}\n\n{}", field("title"), field("text"))
}

/// What stands between `<h1>` or `<p>` and the end of the line, without the end of the element.
fn text_of_page(page: &str) -> String {
    let told = |line: &str| {
        let line = line.strip_prefix("<h1>").or(line.strip_prefix("<p>"))?;
        line.rsplit_once("</").map(|(text, _)| text.to_owned())
    };
    page.lines().filter_map(told).collect::<Vec<_>>().join("\n\n")
}

/// Decodes as far as this pile needs it: quotation marks and the undefined bytes of windows-1252.
fn decode(bytes: &[u8], encoding: &str) -> String {
    if encoding == "UTF-8" {
        let text = String::from_utf8_lossy(bytes);
        return text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
    }
    let letter = |byte: &u8| match byte {
        0x93 => '“',
        0x94 => '”',
        _ => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}

/// The account of the pile.
pub fn account(files: &[File]) -> Account {
    let mut reports = stemma::text::reports(sources(files));
    lay_out(
        &mut reports,
        WIRE,
        &["Ferry runs aground off Varnholt"],
        &[("More news: Bridge to stay closed", FurnitureKind::Related)],
    );
    lay_out(&mut reports, HERALD, &["Halcyon stranded"], &[("By Jon Aske", FurnitureKind::Byline)]);
    lay_out(&mut reports, POST, &[], &[]);
    lay_out(&mut reports, LATER, &["Ticket prices rise"], &[]);
    lay_out(&mut reports, RECORD, &[RECORD], &[]);
    lay_out(&mut reports, PAGE, &[PAGE], &[]);
    let earlier = index(&reports, POST);
    let later = index(&reports, LATER);
    reports[later.0 as usize].previous = Some(earlier);
    let mut account = Account {
        tables: vec![Table {
            name: "common-seeds".to_owned(),
            version: 1,
            entries: 12,
            sha256: Sha256::of(b"entries"),
        }],
        unread: vec![Unread {
            name: "photo.jpg".to_owned(),
            reason: "not text: has NUL bytes".to_owned(),
            hint: String::new(),
        }],
        notes: vec![Note {
            name: "herald.txt".to_owned(),
            text: "decoded as windows-1252, a guess".to_owned(),
        }],
        reports,
        ..Account::default()
    };
    add_statements(&mut account);
    add_families(&mut account);
    account.lineage = crate::pile_lineage::lineage(&account);
    let Account { reports, passages, families, lineage, .. } = &account;
    account.shares = stemma::reuse::find_shares(reports, passages, families, lineage);
    add_claims(&mut account);
    add_places(&mut account);
    account
}

/// Lines of a text into titles, furniture and, for the rest, paragraphs.
fn lay_out(reports: &mut [Report], text: &str, titles: &[&str], furniture: &[(&str, FurnitureKind)]) {
    let idx = index(reports, text).0 as usize;
    let report = &mut reports[idx];
    let mut layout = Layout::default();
    for line in report.text.lines().filter(|line| !line.is_empty()) {
        let start = line.as_ptr() as usize - report.text.as_ptr() as usize;
        let range = ByteRange::new(start, start + line.len());
        let kind = furniture.iter().find(|(words, _)| *words == line);
        match kind {
            Some((_, kind)) => layout.furniture.push(Furniture { range, kind: *kind }),
            None if titles.contains(&line) => layout.titles.push(range),
            None => layout.paragraphs.push(range),
        }
    }
    report.layout = layout;
}

/// The report whose text begins so.
pub fn index(reports: &[Report], text: &str) -> ReportIdx {
    let position = reports.iter().position(|report| report.text.starts_with(text));
    ReportIdx(position.expect("the pile has a text that begins so") as u32)
}

/// Where words stand in a text, for the `nth` time counted from 0.
pub fn span(reports: &[Report], text: &str, words: &str, nth: usize) -> Span {
    let report = index(reports, text);
    let whole = &reports[report.0 as usize].text;
    let (start, _) = whole.match_indices(words).nth(nth).expect("the words stand in the text");
    Span { report, range: ByteRange::new(start, start + words.len()) }
}

/// A passage that is not yet numbered, with its edits: words of the representative, words here, kinds.
struct Witness<'a> {
    span: Span,
    edits: Vec<(Span, Span, &'a [EditKind])>,
}

/// Four families: one of four witnesses, one inside one report, and two that share a passage.
fn add_families(account: &mut Account) {
    use EditKind::{Addition, Certainty, Cut, Negation, Number, Swap};
    let reports = &account.reports;
    let at = |text, words, nth| span(reports, text, words, nth);
    let empty_at =
        |place: Span| Span { range: ByteRange { start: place.range.end, end: place.range.end }, ..place };
    let witness = |span| Witness { span, edits: Vec::new() };
    let whole = "The ferry Halcyon ran aground off Varnholt on Monday with 214 people aboard.";
    let tail = " with 214 people aboard";
    let short = "The ferry Halcyon ran aground off Varnholt on Monday.";
    let nobody = "“Nobody was hurt,”";
    let ferry = vec![
        witness(at(WIRE, whole, 0)),
        Witness {
            span: at(
                HERALD,
                "The ferry Halcyon ran aground near Varnholt on Monday with at least 210 people aboard.",
                0,
            ),
            edits: vec![
                (at(WIRE, "off", 1), at(HERALD, "near", 0), &[Swap]),
                (empty_at(at(WIRE, "Monday with ", 0)), at(HERALD, "at least ", 0), &[Addition, Certainty]),
                (at(WIRE, "214", 0), at(HERALD, "210", 0), &[Swap, Number]),
            ],
        },
        Witness {
            span: at(POST, short, 0),
            edits: vec![(at(WIRE, tail, 0), empty_at(at(POST, "on Monday", 0)), &[Cut, Number])],
        },
        witness(at(POST, whole, 0)),
    ];
    let nobody_was = vec![witness(at(WIRE, nobody, 0)), witness(at(POST, nobody, 0))];
    let inside = vec![witness(at(POST, "ran aground", 0)), witness(at(POST, "ran aground", 1))];
    let hurt = vec![
        witness(at(WIRE, nobody, 0)),
        Witness {
            span: at(HERALD, "denied that anyone was hurt", 0),
            edits: vec![
                (at(WIRE, "“Nobody", 0), at(HERALD, "denied that anyone", 0), &[Swap, Negation]),
                (at(WIRE, ",”", 0), empty_at(at(HERALD, "was hurt", 0)), &[EditKind::Punctuation]),
            ],
        },
    ];
    number(account, vec![ferry, nobody_was, inside, hurt]);
}

/// Numbers families by their first witness and passages by place; the first that is given represents.
fn number(account: &mut Account, mut families: Vec<Vec<Witness<'_>>>) {
    let order = |family: &Vec<Witness<'_>>| {
        let mut spans: Vec<Span> = family.iter().map(|witness| witness.span).collect();
        spans.sort_unstable();
        spans
    };
    families.sort_by_key(order);
    let mut places: Vec<(Span, FamilyIdx)> = Vec::new();
    for (idx, family) in families.iter().enumerate() {
        places.extend(family.iter().map(|one| (one.span, FamilyIdx(idx as u32))));
    }
    places.sort_unstable();
    let passage = |span: Span, family: FamilyIdx| {
        let position = places.binary_search(&(span, family));
        PassageIdx(position.expect("every witness is numbered") as u32)
    };
    for (idx, family) in families.iter().enumerate() {
        let idx = FamilyIdx(idx as u32);
        let mut passages: Vec<_> = family.iter().map(|one| passage(one.span, idx)).collect();
        passages.sort_unstable();
        let representative = passage(family[0].span, idx);
        for witness in family {
            for (from, to, kinds) in &witness.edits {
                account.edits.push(Edit {
                    family: idx,
                    from: EditSide { passage: representative, range: from.range },
                    to: EditSide { passage: passage(witness.span, idx), range: to.range },
                    kinds: kinds.iter().copied().collect(),
                });
            }
        }
        account.families.push(Family { passages, representative });
    }
    account.edits.sort_by_key(|edit| (edit.family, edit.to.passage, edit.from.range, edit.to.range));
    let numbered = places.into_iter();
    account.passages = numbered.map(|(span, family)| Passage { span, family }).collect();
}
