//! The same reports at once, in steps, in another order, in one file: one account.

use crate::desk::{Desk, digest};
use std::path::Path;

#[test]
fn an_archive_has_the_account_of_its_files() {
    let desk = Desk::with(24);
    let archive = desk.archive();
    let of_files = desk.done(&["--json", "reports"]);
    assert_eq!(archive.digest(), digest(&of_files));
    // The name of a file is as it was given, so all lines are equal, and not the digest alone.
    assert_eq!(desk.done(&["--json", "desk"]), of_files);
    for command in [&["claims"][..], &["quotes"], &["copies"], &["events"], &["show"], &["claims", "--json"]]
    {
        let of = |pile| desk.done(&[command, &[pile]].concat());
        assert_eq!(of("desk"), of("reports"), "{command:?}");
    }
}

#[test]
fn steps_and_their_order_change_nothing() {
    let desk = Desk::with(20);
    let at_once = desk.digest_of("reports");
    let names: Vec<String> = (0..20).map(|nth| format!("reports/{nth:03}.txt")).collect();
    let forward: Vec<&str> = names.iter().map(String::as_str).collect();
    let backward: Vec<&str> = forward.iter().rev().copied().collect();
    for (name, order) in [("forward", forward), ("backward", backward)] {
        desk.done(&["init", name]);
        let mut last = String::new();
        for (nth, step) in order.chunks(7).enumerate() {
            desk.done(&[&["add", name], step].concat());
            last = desk.done(&["run", name]);
            let n_new = step.len();
            assert!(last.contains(&format!(" {n_new} of them analysed")), "step {nth}: {last}");
        }
        assert!(last.contains(&at_once), "{name}: {last}");
        assert_eq!(desk.done(&["run", name, "--force"]).lines().last(), last.lines().last());
    }
}

#[test]
fn what_is_in_is_not_added_again_and_a_changed_file_is_new() {
    let desk = Desk::with(3);
    desk.archive();
    let told = desk.stemma(&["add", "desk", "reports"]);
    assert_eq!(String::from_utf8_lossy(&told.stderr), "3 files: 0 new, 3 were in; 0 could not be read\n");
    std::fs::write(desk.reports().join("000.txt"), "A new version.\n").expect("it can be written");
    let told = desk.stemma(&["add", "desk", "reports"]);
    assert_eq!(String::from_utf8_lossy(&told.stderr), "3 files: 1 new, 2 were in; 0 could not be read\n");
    assert!(desk.done(&["run", "desk"]).starts_with("run 2: 4 reports, 1 of them analysed"));
}

#[test]
fn a_file_of_many_reports_is_one_original_and_options_are_kept() {
    let desk = Desk::with(0);
    let line = |nth: usize| {
        format!(
            "{{\"id\":\"{nth}\",\"url\":\"https://herald.example/{nth}\",\"text\":\"Fire hit mill {nth}, police said.\"}}\n"
        )
    };
    std::fs::write(desk.path("pile.jsonl"), (0..50).map(line).collect::<String>())
        .expect("it can be written");
    std::fs::write(desk.path("outlets.csv"), "domain,outlet,owner\nherald.example,Herald,Roon Press\n")
        .expect("it can be written");
    desk.done(&["init", "desk"]);
    let how = ["--outlets", "outlets.csv", "--date", "2021-05-03"];
    desk.done(&[&["add", "desk", "pile.jsonl"][..], &how].concat());
    desk.done(&["run", "desk"]);
    let status = desk.done(&["status", "desk"]);
    assert!(
        status.starts_with("1 files, ") && status.contains("; 50 reports in them, 50 different"),
        "{status}"
    );
    let of_files = digest(&desk.done(&[&["--json", "pile.jsonl"][..], &how].concat()));
    assert!(status.contains(&of_files), "{status}");
    assert_eq!(desk.done(&["doctor", "desk"]), "everything is whole\n");
    desk.done(&["doctor", "desk", "--rebuild"]);
    assert!(desk.done(&["run", "desk"]).contains(&of_files));
}

#[test]
fn an_archive_can_be_moved() {
    let desk = Desk::with(4);
    let digest = desk.archive().digest();
    let (from, to) = (desk.path("desk"), desk.path("elsewhere ? #1 %20"));
    std::fs::rename(from, &to).expect("it can be moved");
    let name = Path::new(&to).file_name().and_then(|name| name.to_str()).expect("it has a name");
    assert!(desk.done(&["status", name]).contains(&digest));
    assert!(desk.done(&["run", name]).contains(&digest));
}
