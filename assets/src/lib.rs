//! The files that the program brings along, so that it needs nothing beside itself. `assets/README.md` says where each
//! comes from and how it is made again.

use std::sync::LazyLock;
use stemma_gazetteer::{Gazetteer, GazetteerError, Outlines};
use stemma_language::{English, ModelError};

/// The model of English, for `stemma_language::Model::from_bytes`.
pub static ENGLISH: &[u8] = include_bytes!("../english.stemlang");

/// The word net of English, for `stemma_language::WordNet::from_bytes`.
pub static WORDNET: &[u8] = include_bytes!("../wordnet.stemlang");

/// The places of the world, for `stemma_gazetteer::Gazetteer::from_bytes`.
pub static PLACES: &[u8] = include_bytes!("../places.stemplce");

/// The outlines of countries, for `stemma_gazetteer::Outlines::from_bytes`.
pub static OUTLINES: &[u8] = include_bytes!("../outlines.stemoutl");

/// Model and word net, read when they are first asked for, which takes some tens of milliseconds.
pub fn english() -> Result<&'static English, &'static ModelError> {
    static READ: LazyLock<Result<English, ModelError>> =
        LazyLock::new(|| English::from_bytes(ENGLISH, WORDNET));
    READ.as_ref()
}

/// The gazetteer, read when it is first asked for, which takes some tens of milliseconds.
pub fn places() -> Result<&'static Gazetteer, &'static GazetteerError> {
    static READ: LazyLock<Result<Gazetteer, GazetteerError>> =
        LazyLock::new(|| Gazetteer::from_static(PLACES));
    READ.as_ref()
}

/// The outlines, read when they are first asked for.
pub fn outlines() -> Result<&'static Outlines, &'static GazetteerError> {
    static READ: LazyLock<Result<Outlines, GazetteerError>> =
        LazyLock::new(|| Outlines::from_bytes(OUTLINES));
    READ.as_ref()
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_the_program_brings_along_is_whole() {
        assert!(super::english().is_ok());
        assert!(super::places().is_ok_and(|places| places.len() > 200_000));
        assert!(super::outlines().is_ok_and(|outlines| outlines.rings().count() > 1_000));
    }
}
