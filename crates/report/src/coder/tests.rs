//! Rows of a small invented story.
