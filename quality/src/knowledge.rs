//! What the program brings along, as the stages of an account are given it.

use anyhow::Result;
use stemma::Knowledge;
use stemma::place::Atlas;

/// English, and the places of the world.
pub fn knowledge() -> Result<Knowledge<'static>> {
    Ok(Knowledge { english: stemma_assets::english()?, atlas: Atlas::new(stemma_assets::places()?) })
}
