//! Whatever of somebody else's lies under `assets/` is named where a reader looks for its licence and its origin.

use crate::finding::Finding;
use crate::repository::RepoFile;

const FOLDER: &str = "assets/";

/// Where the licences of other people's files stand, and where it stands how the files are made.
const PAGES: [&str; 2] = ["NOTICE", "assets/README.md"];

/// Files under `assets/` that are no code of ours and that one of the pages does not name.
pub fn unnamed_assets(files: &[RepoFile]) -> Vec<Finding> {
    let names = files.iter().filter_map(|file| file.path.strip_prefix(FOLDER));
    let assets =
        names.filter(|name| !matches!(*name, "Cargo.toml" | "README.md") && !name.starts_with("src/"));
    assets.flat_map(|name| unnamed(name, files)).collect()
}

fn unnamed(name: &str, files: &[RepoFile]) -> Vec<Finding> {
    let text = |page: &str| files.iter().find(|file| file.path == page).and_then(|file| file.text.as_deref());
    let silent = PAGES.iter().filter(|page| !text(page).unwrap_or_default().contains(name));
    silent
        .map(|page| {
            let message = format!("does not name {FOLDER}{name}: whose it is, its licence, how it is made");
            Finding::new(page, 1, message)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repository::files;

    #[test]
    fn a_file_must_stand_on_both_pages() {
        let of_ours = [("assets/Cargo.toml", ""), ("assets/src/lib.rs", ""), ("assets/words.bin", "")];
        let named = [("NOTICE", "assets/words.bin: from afar"), ("assets/README.md", "## words.bin")];
        assert!(unnamed_assets(&files(&[of_ours.as_slice(), &named].concat())).is_empty());
        let found = unnamed_assets(&files(&[of_ours.as_slice(), &named[..1]].concat()));
        assert_eq!(found[0].path, "assets/README.md");
        assert_eq!(unnamed_assets(&files(&of_ours)).len(), 2);
    }
}
