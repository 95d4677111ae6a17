//! The files that the program brings along, so that it needs nothing beside itself. `assets/README.md` says where each
//! comes from and how it is made again.

/// The model of English, for `stemma_language::Model::from_bytes`.
pub static ENGLISH: &[u8] = include_bytes!("../english.stemlang");
