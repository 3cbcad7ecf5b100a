//! What is kept of a JSON value while it is parsed: texts, lists, and of objects the known fields
//! and the lists of articles. Unknown fields are passed over and take no memory.
//!
//! A document of a few bytes a value would take a hundred times its size here, so the values are
//! counted ([`Budget`]), and so is their nesting: the recursion here ends. serde_json passes over
//! unknown fields without recursion.

use std::{cell::Cell, fmt};

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::{
    bundle::fields::{self, Field, Fields},
    model::limits::Limits,
};

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

/// Names of objects that hold fields of the article around them.
const INSIDE: &[&str] = &["fields", "metadata"];

/// An object: its known fields, and the objects in its lists of articles.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    pub(crate) fields: Fields,
    inside: Vec<Record>,
}

impl Record {
    /// One of these fields alone.
    pub(crate) fn of(fields: Fields) -> Self {
        Self {
            fields,
            inside: Vec::new(),
        }
    }
}

/// A JSON value.
#[derive(Clone, Debug)]
pub(crate) enum Tree {
    Nothing,
    Flag(bool),
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
            Tree::Text(_) | Tree::Flag(_) | Tree::Nothing => Vec::new(),
        }
    }

    /// As the value of a field: paragraphs of a body, names joined by commas.
    fn into_text(self, field: Field) -> String {
        match self {
            // A date that is none is told as not understood.
            Tree::Flag(it) if field == Field::Date => it.to_string(),
            Tree::Nothing | Tree::Flag(_) => String::new(),
            Tree::Map(mut record) if field == Field::Date => {
                let date = record.fields.take(Field::Date);
                date.unwrap_or_else(|| "{…}".to_string())
            }
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

/// Values that one object counts for: about what it takes in memory.
const OBJECT: usize = 10;

/// How much of one document may be kept.
pub(crate) struct Budget {
    values: Cell<usize>,
    limits: Limits,
}

impl Budget {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            values: Cell::new(limits.values()),
            limits: *limits,
        }
    }

    /// Reads one value.
    pub(crate) fn keeper(&self) -> Keeper<'_> {
        Keeper {
            budget: self,
            depth: 0,
        }
    }
}

/// Keeps a value at some depth.
#[derive(Clone, Copy)]
pub(crate) struct Keeper<'a> {
    budget: &'a Budget,
    depth: usize,
}

impl Keeper<'_> {
    /// Counts values, and goes into the one being read.
    fn inside<E: Error>(self, values: usize) -> Result<Self, E> {
        let limits = &self.budget.limits;
        let depth = self.depth + 1;
        if limits.nesting < depth {
            let most = limits.nesting;
            let told = format!("is nested more than {most} deep (limits.nesting)");
            return Err(E::custom(told));
        }
        let Some(left) = self.budget.values.get().checked_sub(values) else {
            let most = limits.articles;
            let told = format!("holds more than {most} articles can (limits.articles)");
            return Err(E::custom(told));
        };
        self.budget.values.set(left);
        Ok(Self { depth, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Keeper<'_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Keeper<'_> {
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

    fn visit_bool<E>(self, it: bool) -> Result<Tree, E> {
        Ok(Tree::Flag(it))
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(it) = seq.next_element_seed(self.inside(1)?)? {
            list.push(it);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut record = Record::default();
        let mut inside = Fields::default();
        let keeper = self.inside(OBJECT)?;
        while let Some(name) = map.next_key::<String>()? {
            if let Some(named) = fields::named(&name) {
                let value = map.next_value_seed(keeper)?.into_text(named.0);
                record.fields.offer(named, value);
            } else if LISTS.contains(&name.to_lowercase().as_str()) {
                let value = map.next_value_seed(keeper)?;
                record.inside.extend(value.records());
            } else if INSIDE.contains(&name.to_lowercase().as_str()) {
                if let Tree::Map(it) = map.next_value_seed(keeper)? {
                    inside.take_in(it.fields);
                }
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        record.fields.take_in(inside);
        Ok(Tree::Map(Box::new(record)))
    }
}
