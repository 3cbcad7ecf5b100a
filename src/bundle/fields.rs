//! The fields of an article as the source wrote them, and the names that they go by in the wild.
//!
//! Names are compared without case, blanks, `_` and `-`. Where several names of one field are
//! there, the first name in the list that holds something wins. Nothing here is checked or safe
//! to show yet: see `bundle::draft`.

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Title,
    Body,
    Source,
    Date,
    Byline,
    Url,
    Dek,
    Language,
    Story,
}

const NAMES: &[(Field, &[&str])] = &[
    (
        Field::Title,
        &["title", "headline", "name", "heading", "webtitle"],
    ),
    (
        Field::Body,
        &[
            "text",
            "body",
            "content",
            "articlebody",
            "maintext",
            "articletext",
            "fulltext",
            "bodytext",
            "plaintext",
            "contenttext",
            "contenthtml",
            "bodyhtml",
            "html",
            "rendered",
            "value",
            "@value",
            "#text",
            "markdown",
            "textcontent",
        ],
    ),
    (
        Field::Source,
        &[
            "source",
            "outlet",
            "publisher",
            "site",
            "sitename",
            "hostname",
            "domain",
            "sourcedomain",
            "newspaper",
            "publication",
        ],
    ),
    (
        Field::Date,
        &[
            "date",
            "published",
            "datepublished",
            "datepublish",
            "pubdate",
            "publishedat",
            "publishdate",
            "publicationdate",
            "created",
            "createdat",
            "datetime",
            "$date",
            "timestamp",
            "time",
            "publishedtime",
            "publisheddate",
            "webpublicationdate",
        ],
    ),
    (
        Field::Byline,
        &["author", "authors", "byline", "creator", "writer", "by"],
    ),
    (
        Field::Url,
        &[
            "url",
            "link",
            "canonicalurl",
            "sourceurl",
            "permalink",
            "weburl",
            "href",
            "requestedurl",
            "urlsource",
        ],
    ),
    (
        Field::Dek,
        &[
            "description",
            "excerpt",
            "summary",
            "dek",
            "deck",
            "subtitle",
            "standfirst",
            "subheadline",
            "subheading",
            "subhead",
            "abstract",
            "teaser",
            "trailtext",
        ],
    ),
    (Field::Language, &["language", "lang", "inlanguage"]),
    (Field::Story, &["story", "storyid"]),
];

impl Field {
    /// As it is told: its first name.
    pub(crate) fn name(self) -> &'static str {
        let own = NAMES.iter().find(|it| it.0 == self);
        own.and_then(|it| it.1.first()).copied().unwrap_or_default()
    }
}

/// The field that a name stands for, and how early in the list it stands.
pub(crate) fn named(name: &str) -> Option<(Field, usize)> {
    if 20 < name.len() {
        return None;
    }
    let plain = |c: &char| !matches!(c, '_' | '-' | ' ');
    let name: String = name
        .chars()
        .filter(plain)
        .flat_map(char::to_lowercase)
        .collect();
    NAMES.iter().find_map(|(field, names)| {
        let rank = names.iter().position(|it| *it == name)?;
        Some((*field, rank))
    })
}

/// The values found, each with the rank of its name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields {
    values: [Option<(usize, String)>; 9],
    /// The first field to which one name gave two values; the first of them is kept.
    pub(crate) repeated: Option<Field>,
}

impl Fields {
    /// Keeps a value unless one under an earlier name is there; empty values count for nothing.
    pub(crate) fn offer(&mut self, (field, rank): (Field, usize), value: String) {
        let held = &mut self.values[field as usize];
        if value.trim().is_empty() {
            return;
        }
        match held {
            Some((before, kept)) if *before == rank && *kept != value => {
                self.repeated.get_or_insert(field);
            }
            Some((before, _)) if *before <= rank => (),
            _ => *held = Some((rank, value)),
        }
    }

    pub(crate) fn get(&self, field: Field) -> Option<&str> {
        let value = self.values[field as usize].as_ref()?;
        Some(value.1.as_str())
    }

    /// Takes what an object inside holds, where nothing stands outside.
    pub(crate) fn take_in(&mut self, mut inside: Self) {
        for (held, inner) in self.values.iter_mut().zip(&mut inside.values) {
            if held.is_none() {
                *held = inner.take();
            }
        }
    }

    /// Puts another value in the place of the one that is there.
    pub(crate) fn replace(&mut self, field: Field, value: String) {
        if let Some(held) = &mut self.values[field as usize] {
            held.1 = value;
        }
    }

    pub(crate) fn take(&mut self, field: Field) -> Option<String> {
        self.values[field as usize].take().map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_in_any_spelling() {
        assert_eq!(named("articleBody").map(|it| it.0), Some(Field::Body));
        assert_eq!(named("date_publish").map(|it| it.0), Some(Field::Date));
        assert_eq!(named("Site Name").map(|it| it.0), Some(Field::Source));
        assert_eq!(named("colour"), None);
    }

    #[test]
    fn the_first_name_that_holds_something_wins() {
        let mut fields = Fields::default();
        for (name, value) in [("name", "c"), ("title", " "), ("headline", "b")] {
            fields.offer(named(name).expect("a title"), value.to_string());
        }
        assert_eq!(fields.get(Field::Title), Some("b"));
    }
}
