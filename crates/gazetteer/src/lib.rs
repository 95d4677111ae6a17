//! A gazetteer: which places of the world bear a name. Rows in, bytes out; bytes in, places out. No file, no clock.
//!
//! | module | question |
//! |---|---|
//! | [`row`] | what is said of a place? |
//! | [`mod@fold`] | which writings are one name? |
//! | [`loose`] | which romanisations may be one name? |
//! | [`file`](mod@file) | how do the bytes look? |
//! | [`writing`] | rows into bytes |
//! | [`gazetteer`] | bytes into places, names into places |
//! | [`outline`] | where does land lie, for drawing? |
//! | [`distance`] | how far are two points apart? |
//!
//! The program that makes the file and the one that reads it use the same [`fold()`](fold::fold), so that no name is written that
//! cannot be found. Nothing here computes with floating point.

pub mod distance;
mod error;
pub mod file;
pub mod fold;
pub mod gazetteer;
pub mod loose;
pub mod outline;
pub mod row;
pub mod writing;

pub use distance::{Point, cosine, metres};
pub use error::GazetteerError;
pub use fold::fold;
pub use gazetteer::{Gazetteer, Group, Hit, Known, PlaceIdx};
pub use outline::{Outlines, Part};
pub use row::{CountryCode, Kind, NameClass, Row};
pub use writing::bytes_of;
