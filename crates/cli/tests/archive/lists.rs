//! What an archive answers: searches, stories, what is new.

use crate::desk::Desk;

#[test]
fn words_phrases_and_what_is_known_of_reports_are_found() {
    let desk = Desk::with(12);
    desk.archive();
    let all = desk.done(&["search", "desk", "fire service", "--limit", "3"]);
    assert!(all.ends_with("3 of 12 reports\n") && all.contains("[fire] [service]"), "{all}");
    let phrase = desk.done(&["search", "desk", "\"Northern PIER\""]);
    assert!(phrase.contains("[northern pier]") && phrase.ends_with("12 of 12 reports\n"), "{phrase}");
    assert_eq!(desk.stemma(&["search", "desk", "\"pier northern\""]).status.code(), Some(4));
    assert_eq!(
        desk.stemma(&["search", "desk", "pier", "--since", "2020"]).status.code(),
        Some(4),
        "none has a date"
    );
    let denied = desk.done(&["search", "desk", "--stance", "denies", "--json"]);
    assert_eq!(denied.lines().count(), 3, "every fourth report denies: {denied}");
    let speaker = desk.done(&["search", "desk", "--speaker", "roon5", "--json"]);
    assert_eq!(speaker.lines().count(), 1, "{speaker}");
    let nobody = desk.stemma(&["search", "desk", "zeppelin"]);
    assert_eq!((nobody.status.code(), nobody.stdout.as_slice()), (Some(4), &b"0 of 0 reports\n"[..]));
    for words in ["\"", "AND OR NOT", "a* b^2 {c} :d -e", "fire\" OR \"1"] {
        let output = desk.stemma(&["search", "desk", "--", words]);
        assert!(matches!(output.status.code(), Some(0 | 2 | 4)), "{words}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("database"), "{words}");
    }
}

#[test]
fn a_story_keeps_its_name_as_it_grows_and_what_is_new_is_told() {
    let desk = Desk::with(0);
    let report = |name: &str, text: &str| std::fs::write(desk.path(name), text).expect("it can be written");
    report(
        "a.txt",
        "Ferry sinks off Corvale\n\nThe ferry Alma sank off Corvale on Monday. The coastguard said that nine people were hurt when the ferry Alma sank.\n",
    );
    report(
        "b.txt",
        "Alma ferry sank off Corvale\n\nThe ferry Alma sank off Corvale on Monday. The coastguard said that nine people were hurt when the ferry Alma sank. The harbour of Corvale was closed.\n",
    );
    desk.done(&["init", "desk"]);
    desk.done(&["add", "desk", "a.txt", "b.txt"]);
    desk.done(&["run", "desk"]);
    let name = |stories: &str| stories.split_whitespace().next().unwrap_or_default().to_owned();
    let first = name(&desk.done(&["stories", "desk"]));
    report(
        "c.txt",
        "Owner denies Alma ferry was unsafe\n\nThe ferry Alma sank off Corvale on Monday. The owner of the ferry Alma denied that nine people were hurt. The coastguard said that eleven people were hurt when the ferry Alma sank.\n",
    );
    desk.done(&["add", "desk", "c.txt"]);
    desk.done(&["run", "desk"]);
    let stories = desk.done(&["stories", "desk"]);
    assert!(stories.contains("3 reports"), "{stories}");
    assert_eq!(name(&stories), first);
    let changes = desk.done(&["diff", "desk"]);
    for what in ["new-claim  ", "denied  0 -> 1  ", "new-number  "] {
        assert!(changes.contains(what), "{what}: {changes}");
    }
    assert!(changes.ends_with(" changes from run 1 to run 2\n"), "{changes}");
}
