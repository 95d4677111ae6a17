//! TODO
use crate::mutation::Mutation;
pub const CHANGES: &[Mutation] = &[];
