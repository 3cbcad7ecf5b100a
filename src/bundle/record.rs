//! What is kept of a JSON value while it is parsed: texts, lists, and of objects the known fields
//! and the lists of articles. Unknown fields are passed over and take no memory. serde_json
//! refuses values nested deeper than 128, so the recursion here ends.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::bundle::fields::{self, Field, Fields};

/// Names under which programs put their list of articles.
const LISTS: &[&str] = &[
    "articles",
    "items",
    "stories",
    "results",
    "data",
    "docs",
    "documents",
    "entries",
    "posts",
    "news",
    "hits",
    "records",
    "feed",
    "response",
    "@graph",
    "rows",
    "_source",
];

/// An object: its known fields, and the objects in its lists of articles.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    pub(crate) fields: Fields,
    inside: Vec<Record>,
}

/// A JSON value.
#[derive(Clone, Debug)]
pub(crate) enum Tree {
    Nothing,
    Text(String),
    List(Vec<Tree>),
    Map(Box<Record>),
}

impl Tree {
    /// The articles that it holds, in order.
    pub(crate) fn records(self) -> Vec<Record> {
        match self {
            Tree::Map(record) if record.fields.get(Field::Body).is_some() => vec![*record],
            Tree::Map(record) if !record.inside.is_empty() => {
                let inside = record.inside.into_iter();
                inside
                    .flat_map(|it| Tree::Map(Box::new(it)).records())
                    .collect()
            }
            Tree::Map(record) => vec![*record],
            Tree::List(list) => list.into_iter().flat_map(Tree::records).collect(),
            Tree::Text(_) | Tree::Nothing => Vec::new(),
        }
    }

    /// As the value of a field: paragraphs of a body, names joined by commas.
    fn into_text(self, field: Field) -> String {
        match self {
            Tree::Nothing => String::new(),
            Tree::Text(text) => text,
            Tree::Map(mut record) => {
                let names = [Field::Title, Field::Body, Field::Source, Field::Url];
                let mut values = names.into_iter().filter_map(|it| record.fields.take(it));
                values.next().unwrap_or_default()
            }
            Tree::List(list) => {
                let between = if field == Field::Body { "\n\n" } else { ", " };
                let texts = list.into_iter().map(|it| it.into_text(field));
                let texts: Vec<String> = texts.filter(|it| !it.is_empty()).collect();
                texts.join(between)
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_string()))
    }

    fn visit_string<E>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::Text(text))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Text(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Text(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::Text(number.to_string()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Tree, E> {
        Ok(Tree::Nothing)
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(it) = seq.next_element()? {
            list.push(it);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut record = Record::default();
        while let Some(name) = map.next_key::<String>()? {
            if let Some(named) = fields::named(&name) {
                let value = map.next_value::<Tree>()?.into_text(named.0);
                record.fields.offer(named, value);
            } else if LISTS.contains(&name.to_lowercase().as_str()) {
                let value = map.next_value::<Tree>()?;
                record.inside.extend(value.records());
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Tree::Map(Box::new(record)))
    }
}
