//! Examples that we invented, one table of them.
