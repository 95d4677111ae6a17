//! The model of English that the program brings along.

use anyhow::Context;
use stemma_language::Model;

/// Reads the model, which takes some tens of milliseconds.
pub fn english() -> anyhow::Result<Model> {
    Model::from_bytes(stemma_assets::ENGLISH).context("the model of English inside the program is damaged")
}
