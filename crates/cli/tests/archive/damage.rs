//! Disks that lie, are full, or cannot be written to.

use crate::desk::{Archive, Desk, Numbers, files};
use std::fs::OpenOptions;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

#[test]
fn a_database_with_flipped_bits_is_told_or_harmless_and_can_be_made_again() {
    let desk = Desk::with(8);
    let digest = desk.archive().digest();
    let database = desk.path("desk/archive.sqlite");
    let whole = std::fs::read(&database).expect("it can be read");
    let mut numbers = Numbers(7);
    let mut n_told = 0;
    for _ in 0..20 {
        let mut bytes = whole.clone();
        // So many that some hit what holds the database together, wherever that lies.
        for _ in 0..64 {
            let place = numbers.below(bytes.len() as u64) as usize;
            bytes[place] ^= 1 << numbers.below(8);
        }
        std::fs::write(&database, &bytes).expect("it can be written");
        for command in
            [&["status", "desk"][..], &["search", "desk", "bridge"], &["doctor", "desk"], &["run", "desk"]]
        {
            let output = desk.stemma(command);
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!told.contains("internal error"), "{command:?}: {told}");
            n_told += usize::from(told.contains("damaged"));
        }
    }
    assert!(n_told > 20, "{n_told}");
    std::fs::write(&database, &whole[..whole.len() / 3]).expect("it can be written");
    let told = desk.stemma(&["status", "desk"]);
    assert_eq!(told.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&told.stderr).contains("stemma doctor --rebuild"));
    desk.done(&["doctor", "desk", "--rebuild"]);
    assert!(desk.path("desk/archive.damaged-1.sqlite").exists(), "the old one is put aside");
    assert!(desk.done(&["run", "desk"]).contains(&digest));
    assert_eq!(desk.done(&["doctor", "desk"]), "everything is whole\n");
}

#[test]
fn without_a_database_or_a_manifest_the_originals_suffice() {
    let desk = Desk::with(6);
    let digest = desk.archive().digest();
    std::fs::remove_file(desk.path("desk/archive.sqlite")).expect("it can be removed");
    assert_eq!(desk.stemma(&["run", "desk"]).status.code(), Some(2), "an empty database is no answer");
    std::fs::remove_file(desk.path("desk/manifest.jsonl")).expect("it can be removed");
    desk.done(&["doctor", "desk", "--rebuild"]);
    assert!(desk.done(&["run", "desk"]).contains(&digest));
}

#[test]
fn an_original_that_changed_is_named_and_not_read_again() {
    let desk = Desk::with(5);
    desk.archive();
    let original = files(&desk.path("desk/originals")).remove(0);
    let mut file = OpenOptions::new().read(true).write(true).open(&original).expect("it can be opened");
    let mut first = [0];
    file.read_exact(&mut first).and_then(|()| file.seek(SeekFrom::Start(0))).expect("it can be read");
    file.write_all(&[first[0] ^ 1]).expect("it can be written");
    let name = original.file_name().and_then(|name| name.to_str()).expect("it has a name");
    let told = desk.stemma(&["doctor", "desk"]);
    assert_eq!(told.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&told.stdout).contains(name));
    let told = desk.stemma(&["doctor", "desk", "--rebuild"]);
    assert_eq!(told.status.code(), Some(1));
    assert!(desk.done(&["run", "desk"]).starts_with("run 1: 4 reports"));
}

/// A limit on the size of files fails writes as a full disk does, in the middle of them.
#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_what_was_in_stays_in() {
    let desk = Desk::with(30);
    let digest = desk.digest_of("reports");
    desk.done(&["init", "desk"]);
    desk.done(&["add", "desk", "reports/000.txt"]);
    let limited = |kibibytes: u32, arguments: &str| {
        let program = env!("CARGO_BIN_EXE_stemma");
        let script = format!("trap '' XFSZ; ulimit -f {kibibytes}; exec \"{program}\" {arguments}");
        let output = std::process::Command::new("bash")
            .args(["-c", &script])
            .current_dir(desk.path(""))
            .output()
            .expect("a shell runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    for kibibytes in [1, 20, 60] {
        let (code, told) = limited(kibibytes, "add desk reports");
        assert!(
            code == Some(2) && (told.contains("cannot write") || told.contains("cannot be used")),
            "{told}"
        );
        assert_eq!(desk.stemma(&["doctor", "desk"]).status.code(), Some(0), "{told}");
    }
    desk.done(&["add", "desk", "reports"]);
    let (code, told) = limited(400, "run desk");
    assert_eq!(code, Some(2), "{told}");
    assert!(desk.done(&["run", "desk"]).contains(&digest));
}

#[cfg(unix)]
#[test]
fn an_archive_on_a_disk_that_cannot_be_written_to_can_be_read() {
    let desk = Desk::with(5);
    let archive = desk.archive();
    let before = (archive.digest(), desk.done(&["claims", "desk"]));
    let root = archive.root();
    if !write_protect(&root, true) {
        return; // Nothing is protected from this user.
    }
    let after = (archive.digest(), desk.done(&["claims", "desk"]));
    let told = desk.stemma(&["add", "desk", "reports"]);
    write_protect(&root, false);
    assert_eq!(before, after);
    assert_eq!(told.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&told.stderr).contains("cannot be written to"));
}

/// Takes the right to write from a folder and all in it, or gives it; false where it can be written to all the same.
#[cfg(unix)]
fn write_protect(root: &Path, protect: bool) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    let mut all = files(root);
    all.extend(all.clone().iter().filter_map(|path| path.parent().map(Path::to_path_buf)));
    for path in all {
        let mode = match (path.is_dir(), protect) {
            (true, true) => 0o555,
            (true, false) => 0o755,
            (false, true) => 0o444,
            (false, false) => 0o644,
        };
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("rights can be set");
    }
    OpenOptions::new().write(true).open(root.join("archive.sqlite")).is_err()
}

#[test]
fn readers_see_the_last_run_while_somebody_writes() {
    let desk = Desk::with(60);
    desk.done(&["init", "desk"]);
    desk.done(&["add", "desk", "reports/000.txt", "reports/001.txt"]);
    desk.done(&["run", "desk"]);
    let before = Archive(&desk).digest();
    desk.done(&["add", "desk", "reports"]);
    let mut writer = desk.command(&["run", "desk"]).spawn().expect("the program runs");
    let mut seen = std::collections::BTreeSet::new();
    while writer.try_wait().expect("it can be asked").is_none() {
        seen.insert(Archive(&desk).digest());
    }
    let after = Archive(&desk).digest();
    assert_ne!(before, after);
    assert!(seen.contains(&before), "somebody read meanwhile");
    assert!(seen.iter().all(|digest| [&before, &after].contains(&digest)));
}
