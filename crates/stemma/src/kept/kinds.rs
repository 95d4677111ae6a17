//! Kinds of names as they are kept: by the name of the kind, for the crate of language knows nothing of keeping.

use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer, de::Error as _};
use std::borrow::Cow;
use stemma_language::analysis::EntityKind;

pub fn serialize<S: Serializer>(kind: &Option<EntityKind>, to: S) -> Result<S::Ok, S::Error> {
    kind.map(EntityKind::name).serialize(to)
}

pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<EntityKind>, D::Error> {
    let Some(name) = Option::<Cow<'de, str>>::deserialize(from)? else { return Ok(None) };
    EntityKind::from_name(&name).map(Some).ok_or_else(|| D::Error::custom("no kind of name"))
}
