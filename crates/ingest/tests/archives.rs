//! What a user meets who hands over archives: gzip, zip and tar as folders, and those that were made to do harm.

use flate2::{Compression, write::GzEncoder};
use proptest::prelude::*;
use std::io::{Cursor, Write};
use stemma::model::Sha256;
use stemma_ingest::{Options, Pile, read_bytes, read_pile};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const WIRE: &[u8] = b"The port of Dorvath is shut.";
const PAPER: &[u8] = b"Ferries wait in Dorvath.";

fn read(name: &str, bytes: &[u8]) -> Pile {
    let mut pile = read_bytes(name, bytes, &Options::default());
    pile.sources.sort_by(|a, b| a.name.cmp(&b.name));
    pile.unread.sort();
    pile
}

fn names(pile: &Pile) -> Vec<&str> {
    pile.sources.iter().map(|source| source.name.as_str()).collect()
}

fn unread(pile: &Pile) -> Vec<(&str, &str)> {
    pile.unread.iter().map(|unread| (unread.name.as_str(), unread.reason.as_str())).collect()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes).expect("into memory");
    gzip.finish().expect("into memory")
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        archive.start_file(*name, options).expect("into memory");
        archive.write_all(bytes).expect("into memory");
    }
    archive.finish().expect("into memory").into_inner()
}

fn tarred(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        match name.len() < 100 {
            true => {
                // As it is: a path that leads out is what is tested.
                header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
                header.set_cksum();
                archive.append(&header, *bytes).expect("into memory");
            }
            false => archive.append_data(&mut header, name, *bytes).expect("into memory"),
        }
    }
    archive.into_inner().expect("into memory")
}

#[test]
fn archives_are_read_as_folders() {
    let files: &[(&str, &[u8])] = &[
        ("mon/wire.txt", WIRE),
        ("list.jsonl", b"{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n"),
        ("mon/.notes", b"x"),
        ("__MACOSX/mon/wire.txt", b"x"),
        ("picture.png", b"\x89PNG\r\n\x1a\n"),
    ];
    for (name, archive) in [
        ("week.zip", zipped(files)),
        ("week.tar", tarred(files)),
        ("week.tar.gz", gzipped(&tarred(files))),
        ("week.tgz", gzipped(&tarred(files))),
    ] {
        let pile = read(name, &archive);
        let expected =
            ["list.jsonl:1", "list.jsonl:2", "mon/wire.txt"].map(|member| format!("{name}!{member}"));
        assert_eq!(names(&pile), expected);
        assert_eq!(pile.sources[2].original_sha256, Sha256::of(WIRE));
        assert_eq!(
            unread(&pile),
            [(format!("{name}!picture.png").as_str(), "not plain text: a PNG picture")]
        );
        assert_eq!(
            pile.notes[0].text,
            "2 hidden members left out (names that begin with a dot, or in __MACOSX)"
        );
    }
}

#[test]
fn a_packed_file_has_its_own_name_and_form() {
    let pile = read("wire.txt.gz", &gzipped(WIRE));
    assert_eq!((names(&pile), pile.sources[0].text.as_bytes()), (vec!["wire.txt.gz"], WIRE));
    assert_eq!(pile.sources[0].original_sha256, Sha256::of(WIRE));
    assert_eq!(names(&read("pile.jsonl.gz", &gzipped(b"{\"text\": \"One.\"}"))), ["pile.jsonl.gz:1"]);
    let two = [gzipped(b"The port "), gzipped(b"is shut.")].concat();
    assert_eq!(read("two.gz", &two).sources[0].text, "The port is shut.");
    assert_eq!(names(&read("pile.csv.gz", &gzipped(b"text\nPort shut\n"))), ["pile.csv.gz:2"]);
}

#[test]
fn archives_on_disk_are_read_where_they_lie() {
    let dir = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, bytes) in [("a.zip", zipped(&[("w.txt", WIRE)])), ("b.tar", tarred(&[("p.txt", PAPER)]))] {
        std::fs::write(dir.path().join(name), bytes).expect("written");
    }
    let pile = read_pile(&[dir.path().to_path_buf()], &mut std::io::empty(), &Options::default());
    let folder = dir.path().display();
    assert_eq!(names(&pile), [format!("{folder}/a.zip!w.txt"), format!("{folder}/b.tar!p.txt")]);
    let piped = read_pile(&["-".into()], &mut zipped(&[("w.txt", WIRE)]).as_slice(), &Options::default());
    assert_eq!(names(&piped), ["-!w.txt"]);
}

#[test]
fn archives_in_archives_are_opened_to_a_depth() {
    let mut archive = zipped(&[("w.txt", WIRE)]);
    for _ in 0..4 {
        archive = zipped(&[("a.zip", &archive), ("p.txt", PAPER)]);
    }
    let pile = read("a.zip", &archive);
    assert_eq!((pile.sources.len(), pile.unread.len()), (5, 0));
    let pile = read("a.zip", &zipped(&[("a.zip", &archive), ("p.txt", PAPER)]));
    assert_eq!(pile.sources.len(), 5);
    assert_eq!(pile.unread[0].reason, "an archive in 5 others, and no deeper one is opened");
}

#[test]
fn tar_in_tar_in_tar_ends_at_the_same_depth() {
    let mut archive = tarred(&[("w.txt", WIRE)]);
    for _ in 0..20 {
        archive = tarred(&[("a.tar", &archive), ("p.txt", PAPER)]);
    }
    let pile = read("a.tar", &archive);
    assert_eq!((pile.sources.len(), pile.unread.len()), (5, 1));
    assert_eq!(pile.unread[0].reason, "an archive in 5 others, and no deeper one is opened");
}

#[test]
fn a_sparse_file_of_two_gigabytes_is_listed_by_its_size() {
    let dir = tempfile::tempdir().expect("a temporary folder can be made");
    for name in ["a.txt", "a.html", "feed.xml"] {
        let file = std::fs::File::create(dir.path().join(name)).expect("made");
        file.set_len(2 << 30).expect("a sparse file");
    }
    std::fs::write(dir.path().join("w.txt"), WIRE).expect("written");
    let pile = read_pile(&[dir.path().to_path_buf()], &mut std::io::empty(), &Options::default());
    assert_eq!((pile.sources.len(), pile.unread.len()), (1, 3));
    let reason = "too large: 2,147,483,648 bytes, and the limit is 67,108,864 bytes";
    assert!(pile.unread.iter().all(|unread| unread.reason == reason), "{:?}", pile.unread);
}

#[test]
fn names_that_lead_elsewhere_are_names_and_nothing_more() {
    let dir = tempfile::Builder::new().prefix("seen").tempdir().expect("a temporary folder can be made");
    std::fs::write(dir.path().join("secret.txt"), b"Somebody's own words.").expect("written");
    let target = dir.path().join("secret.txt").display().to_string();
    let files: &[(&str, &[u8])] = &[("../../up.txt", WIRE), (&target, PAPER), ("a\x1b[2J.txt", WIRE)];
    for (name, archive) in [("a.zip", zipped(files)), ("a.tar", tarred(files))] {
        let pile = read(name, &archive);
        assert_eq!(pile.sources.len(), 3, "{name}");
        assert!(pile.sources.iter().any(|source| source.name == format!("{name}!../../up.txt")));
        assert!(pile.sources.iter().all(|source| !source.text.contains("Somebody")));
    }
}

#[test]
fn links_and_what_is_no_file_are_listed() {
    let mut archive = tar::Builder::new(Vec::new());
    for (kind, name) in [(tar::EntryType::Symlink, "link"), (tar::EntryType::Fifo, "pipe")] {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(kind);
        header.set_size(0);
        header.set_link_name("/etc/passwd").expect("it is short");
        archive.append_data(&mut header, name, std::io::empty()).expect("into memory");
    }
    let pile = read("a.tar", &archive.into_inner().expect("into memory"));
    assert_eq!(
        unread(&pile),
        [
            ("a.tar!link", "a link, which is not followed"),
            ("a.tar!pipe", "not a regular file (a pipe, a device or something newer)")
        ]
    );
}

#[test]
fn long_names_and_names_that_come_twice_are_told_apart() {
    let long = format!("{}/wire.txt", "a".repeat(200));
    let pile = read("a.tar", &tarred(&[(&long, WIRE), ("w.txt", WIRE), ("w.txt", PAPER)]));
    assert_eq!(names(&pile), [format!("a.tar!{long}").as_str(), "a.tar!w.txt", "a.tar!w.txt#2"]);
}

#[test]
fn an_encrypted_member_is_listed_and_the_rest_is_read() {
    // The flag alone: that is what a reader sees first.
    let mut archive = zipped(&[("secret.txt", PAPER), ("wire.txt", WIRE)]);
    let at = archive.windows(4).position(|mark| mark == b"PK\x01\x02").expect("it has a list");
    archive[at + 8] |= 1;
    archive[6] |= 1;
    let pile = read("a.zip", &archive);
    assert_eq!(
        (names(&pile), unread(&pile)),
        (vec!["a.zip!wire.txt"], vec![("a.zip!secret.txt", "encrypted")])
    );
}

#[test]
fn what_is_cut_off_gives_what_stands_before() {
    let archive = tarred(&[("w.txt", WIRE), ("p.txt", PAPER)]);
    let pile = read("a.tar", &archive[..1024 + 512 + 5]);
    assert_eq!(names(&pile), ["a.tar!w.txt"]);
    assert_eq!(unread(&pile)[1], ("a.tar!p.txt", "cannot be read: it has fewer bytes than its archive says"));
    let packed = gzipped(&archive);
    let pile = read("a.tar.gz", &packed[..packed.len() - 20]);
    assert!(!pile.unread.is_empty(), "{pile:?}");
    let zip = zipped(&[("w.txt", WIRE)]);
    let pile = read("a.zip", &zip[..zip.len() - 30]);
    assert!(unread(&pile)[0].1.starts_with("a zip archive that is damaged or cut off"), "{pile:?}");
    assert_eq!(unread(&read("a.zip", &zipped(&[]))), [("a.zip", "an archive without files")]);
}

#[test]
fn bombs_are_listed_and_nothing_beside_them_is_lost() {
    let zeros = vec![b'0'; 70 << 20];
    let bomb = gzipped(&zeros);
    let small = Options { max_file_bytes: 1 << 20, ..Options::default() };
    let pile = read_bytes("a.txt.gz", &bomb, &small);
    assert_eq!(unread(&pile), [("a.txt.gz", "too large: more than the limit of 1,048,576 bytes")]);
    let pile = read("a.zip", &zipped(&[("bomb.txt", &zeros), ("w.txt", WIRE), ("bomb.gz", &bomb)]));
    assert_eq!(names(&pile), ["a.zip!w.txt"]);
    let reasons: Vec<&str> = pile.unread.iter().map(|unread| unread.reason.as_str()).collect();
    assert_eq!(
        reasons,
        [
            "too large: more than the limit of 67,108,864 bytes",
            "it expands to more than 200 times its bytes, as no report does"
        ]
    );
}

#[test]
fn a_bomb_that_streams_ends_where_its_budget_does() {
    // One endless line: it is stepped over and not kept, so that only the budget ends it.
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    let zeros = vec![b'0'; 1 << 20];
    for _ in 0..300 {
        gzip.write_all(&zeros).expect("into memory");
    }
    let packed = gzip.finish().expect("into memory");
    let twice = gzipped(&packed);
    let pile = read("a.jsonl.gz", &twice);
    assert!(unread(&pile)[0].1.contains("it expands to more than 200 times"), "{:?}", unread(&pile));
}

#[test]
fn a_name_that_claims_to_be_endless_is_not_kept() {
    let mut header = tar::Header::new_gnu();
    header.set_entry_type(tar::EntryType::GNULongName);
    header.set_size(8 << 30);
    header.set_cksum();
    let archive = [header.as_bytes().as_slice(), &[b'a'; 4096]].concat();
    let pile = read("a.tar", &archive);
    assert!(unread(&pile)[0].1.starts_with("the tar archive ends before its end"), "{:?}", unread(&pile));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_change_of_bytes_makes_an_archive_panic(
        which in 0..4usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        end in any::<prop::sample::Index>()
    ) {
        let files: &[(&str, &[u8])] = &[("w.txt", WIRE), ("b.jsonl", b"{\"text\": \"One.\"}"), ("c.csv", b"text\nTwo\n")];
        let (name, mut bytes) = match which {
            0 => ("a.zip", zipped(files)),
            1 => ("a.tar", tarred(files)),
            2 => ("a.tgz", gzipped(&tarred(files))),
            _ => ("a.zip", zipped(&[("a.tgz", &gzipped(&tarred(files)))])),
        };
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(end.index(bytes.len() * 3).max(4));
        let pile = read_bytes(name, &bytes, &Options::default());
        prop_assert!(pile != Pile::default());
        prop_assert!(pile.unread.iter().all(|unread| !unread.reason.contains("broke down")), "{:?}", pile.unread);
    }
}
