//! `--outlets FILE.csv`: who stands behind which domain.

use crate::folder::Folder;

const LIST: &str = "domain,outlet,owner\ncourier.example,Dorvath Courier,Sild Media\n\
    post.example,Dorvath Post,Sild Media\n";

const PILE: &str = r#"{"url": "https://courier.example/1", "text": "The bridge of Dorvath was closed on Monday."}
{"url": "https://post.example/2", "text": "The mayor of Dorvath said the bridge was safe."}
{"url": "https://orna.example/3", "text": "Engineers looked at the bridge of Dorvath."}
"#;

fn folder() -> Folder {
    let other = LIST.replace("Sild Media", "State of Orna");
    Folder::with(&[
        ("pile.jsonl", PILE.as_bytes()),
        ("outlets.csv", LIST.as_bytes()),
        ("other.csv", other.as_bytes()),
        ("bad.csv", b"domain,outlet,owner\ncourier.example,,\n"),
        ("short.csv", b"domain,outlet\n"),
    ])
}

#[test]
fn outlets_and_owners_are_counted() {
    let ended = folder().run(&["pile.jsonl", "--outlets", "outlets.csv"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.starts_with("3 reports of 3 outlets of 1 owner, "), "{}", ended.out);
    assert!(ended.out.contains("\nowner not known: 1 outlet\n"), "{}", ended.out);
    assert!(ended.out.ends_with(" FILES... --outlets FILE.csv\n"), "{}", ended.out);
}

#[test]
fn an_account_is_verified_with_the_list_that_it_was_made_with() {
    let folder = folder();
    let made = folder.run(&["--json", "--outlets", "outlets.csv", "pile.jsonl"]);
    assert!(made.out.contains("\"owner\":\"Sild Media\""), "{}", made.out);
    std::fs::write(folder.path().join("account.jsonl"), &made.out).expect("written");
    let verify = ["verify", "account.jsonl", "pile.jsonl"];
    let ended = folder.run(&[&verify[..], &["--outlets", "outlets.csv"]].concat());
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{}", ended.out);
    for arguments in [verify.to_vec(), [&verify[..], &["--outlets", "other.csv"]].concat()] {
        let ended = folder.run(&arguments);
        assert_eq!(ended.code, Some(3), "{}", ended.out);
        assert!(ended.err.contains("hint: ") && ended.err.contains("--outlets"), "{}", ended.err);
    }
}

#[test]
fn an_account_that_was_made_without_a_list_is_not_verified_with_one() {
    let folder = folder();
    let made = folder.run(&["--json", "pile.jsonl"]);
    std::fs::write(folder.path().join("account.jsonl"), &made.out).expect("written");
    let ended = folder.run(&["verify", "account.jsonl", "pile.jsonl", "--outlets", "outlets.csv"]);
    assert_eq!(ended.code, Some(3), "{}", ended.out);
    assert!(ended.err.contains("--outlets"), "{}", ended.err);
}

#[test]
fn a_list_that_cannot_be_used_is_an_error_with_its_place() {
    let folder = folder();
    std::fs::write(folder.path().join("account.jsonl"), "{}\n").expect("written");
    for (list, words) in [
        ("gone.csv", "error: the list of outlets gone.csv cannot be read: "),
        ("bad.csv", "error: line 2 of the list of outlets bad.csv: the outlet of courier.example is empty\n"),
        ("short.csv", "error: line 1 of the list of outlets short.csv must name the columns "),
    ] {
        for arguments in [&["pile.jsonl"][..], &["verify", "account.jsonl", "pile.jsonl"]] {
            let ended = folder.run(&[arguments, &["--outlets", list]].concat());
            assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{list}");
            assert!(ended.err.starts_with(words), "{}", ended.err);
        }
    }
}

#[test]
fn help_says_that_the_list_belongs_to_the_account() {
    let ended = folder().run(&["verify", "--help"]);
    assert!(ended.out.contains("--outlets <FILE.csv>"), "{}", ended.out);
    assert!(ended.out.contains("must be verified with the same"), "{}", ended.out);
}
