//! What is no archive, or one of a stranger.

use crate::desk::Desk;

fn told(desk: &Desk, arguments: &[&str]) -> String {
    let output = desk.stemma(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_folder_that_is_none_is_named_and_what_to_do() {
    let desk = Desk::with(1);
    assert_eq!(
        told(&desk, &["run", "reports"]),
        "error: reports is no archive: it has no archive.json (make one with `stemma init`)\n"
    );
    assert_eq!(
        told(&desk, &["init", "reports"]),
        "error: reports exists and is not empty; give a new folder\n"
    );
    desk.archive();
    assert!(told(&desk, &["claims", "desk", "reports"]).contains("is an archive, and stands alone"));
}

#[test]
fn an_archive_of_a_later_program_is_left_alone() {
    let desk = Desk::with(1);
    desk.archive();
    let about = desk.path("desk/archive.json");
    let later =
        std::fs::read_to_string(&about).expect("it can be read").replace("\"format\": 1", "\"format\": 7");
    std::fs::write(about, later).expect("it can be written");
    assert!(
        told(&desk, &["status", "desk"]).contains("the archive has format 7, and this program knows 1 only")
    );
}

#[test]
fn a_database_with_anything_in_its_schema_that_is_not_ours_is_not_opened() {
    let desk = Desk::with(1);
    desk.archive();
    for trap in [
        "CREATE TRIGGER trap AFTER INSERT ON texts BEGIN DELETE FROM originals; END",
        "CREATE VIEW trap AS SELECT load_extension('evil')",
        "CREATE TABLE beside (x)",
    ] {
        let database =
            rusqlite::Connection::open(desk.path("desk/archive.sqlite")).expect("it can be opened");
        database.execute_batch(trap).expect("it can be done");
        drop(database);
        for command in ["status", "run", "claims"] {
            assert!(told(&desk, &[command, "desk"]).contains("its tables are not those that stemma makes"));
        }
        let database =
            rusqlite::Connection::open(desk.path("desk/archive.sqlite")).expect("it can be opened");
        database
            .execute_batch(
                "DROP TRIGGER IF EXISTS trap; DROP VIEW IF EXISTS trap; DROP TABLE IF EXISTS beside",
            )
            .expect("it can be done");
    }
    desk.done(&["status", "desk"]);
}

#[test]
fn two_cannot_write_at_once_and_one_can_read() {
    let desk = Desk::with(2);
    desk.archive();
    let lock = std::fs::File::open(desk.path("desk/archive.lock")).expect("it is there");
    lock.lock().expect("it can be locked");
    for arguments in [&["add", "desk", "reports"][..], &["run", "desk"], &["doctor", "desk", "--rebuild"]] {
        let told = told(&desk, arguments);
        assert_eq!(
            told, "error: another program writes to desk now; wait until it has ended\n",
            "{arguments:?}"
        );
    }
    desk.done(&["status", "desk"]);
}
