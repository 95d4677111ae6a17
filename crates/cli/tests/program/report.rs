//! `stemma report FILES... -o PAGE`: where the page goes, and what it never replaces.

use crate::folder::{Folder, REPORT};

fn folder() -> Folder {
    Folder::with(&[("wire.txt", REPORT.as_bytes()), ("copy.txt", &REPORT.as_bytes()[20..])])
}

fn read(folder: &Folder, name: &str) -> String {
    std::fs::read_to_string(folder.path().join(name)).expect("the file is there")
}

#[test]
fn a_page_is_written_and_an_earlier_one_replaced() {
    let folder = folder();
    std::fs::write(folder.path().join("page.html"), "an earlier page").expect("a file can be written");
    let ended = folder.run(&["report", "wire.txt", "copy.txt", "-o", "page.html"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(0), ""));
    assert_eq!(ended.err, "wrote page.html\n");
    let page = read(&folder, "page.html");
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\">"), "{page}");
    assert!(page.ends_with("</html>\n"));
    let n_files = std::fs::read_dir(folder.path()).expect("the folder is there").count();
    assert_eq!(n_files, 3, "nothing is left beside the page");
}

#[test]
fn the_page_can_go_to_standard_output_and_is_the_same_in_any_order() {
    let folder = folder();
    let ended = folder.run(&["report", "wire.txt", "copy.txt", "-o", "-"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    let other = folder.run(&["report", "-o", "-", "--threads", "1", "copy.txt", "wire.txt"]);
    assert_eq!(ended.out, other.out);
    folder.run(&["report", "wire.txt", "copy.txt", "-o", "page.html"]);
    assert_eq!(read(&folder, "page.html"), ended.out);
}

#[test]
fn no_source_is_ever_overwritten() {
    let folder = folder();
    for arguments in [
        &["report", "wire.txt", "copy.txt", "-o", "wire.txt"][..],
        &["report", ".", "-o", "./wire.txt"],
        &["report", "-o", "./././wire.txt", "wire.txt"],
    ] {
        let ended = folder.run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
        assert!(ended.err.starts_with("error: "), "{}", ended.err);
        assert_eq!(read(&folder, "wire.txt"), REPORT);
    }
}

#[test]
fn what_could_not_be_read_is_not_overwritten_either() {
    let folder = folder();
    std::fs::write(folder.path().join("photo.jpg"), b"\xff\xd8\0\0").expect("a file can be written");
    let ended = folder.run(&["report", "wire.txt", "photo.jpg", "-o", "photo.jpg"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("will not overwrite photo.jpg"), "{}", ended.err);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_source_is_seen_through() {
    let folder = folder();
    std::os::unix::fs::symlink("wire.txt", folder.path().join("page.html")).expect("a link can be made");
    let ended = folder.run(&["report", "wire.txt", "-o", "page.html"]);
    assert_eq!(ended.code, Some(2));
    assert_eq!(read(&folder, "wire.txt"), REPORT);
}

#[test]
fn a_folder_that_is_not_there_is_an_error_that_names_it() {
    let ended = folder().run(&["report", "wire.txt", "-o", "gone/page.html"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
    assert!(ended.err.starts_with("error: cannot write gone/page.html: "), "{}", ended.err);
}

#[test]
fn what_was_not_read_is_on_the_page_and_in_the_exit_code() {
    let folder = folder();
    let ended = folder.run(&["report", "wire.txt", "gone.txt", "-o", "page.html"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.err.starts_with("warning: cannot read gone.txt: "), "{}", ended.err);
    assert!(read(&folder, "page.html").contains("gone.txt"));
    let ended = folder.run(&["report", "gone.txt", "-o", "other.html"]);
    assert_eq!(ended.code, Some(2));
    assert!(!folder.path().join("other.html").exists());
}

#[test]
fn the_page_has_to_be_named() {
    let ended = folder().run(&["report", "wire.txt"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
    assert!(ended.err.contains("--output"), "{}", ended.err);
}
