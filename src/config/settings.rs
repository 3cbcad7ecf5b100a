//! What can be set, as the program means it. The defaults stand in `config.example.toml` alone.

use std::collections::BTreeMap;

use crate::{
    config::{
        keys,
        read::{Faults, Reader},
        theme::Theme,
    },
    input::keymap::Keymap,
    model::limits::Limits,
};

/// The example, which is the defaults.
pub const EXAMPLE: &str = include_str!("../../config.example.toml");

/// Whether to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Unless NO_COLOR is set or the terminal is dumb.
    Auto,
    Always,
    Never,
}

/// The characters that gutters, borders and maps are drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signs {
    Unicode,
    Ascii,
}

/// The order of the story list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Date,
    Sources,
    Shared,
    Differ,
}

/// How the other panes follow the one with the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scroll {
    /// The counterpart stands on the line of the cursor.
    Aligned,
    /// By as many rows as the pane with the cursor.
    Locked,
    /// Not at all.
    Free,
}

/// Names as written in the settings, and what they mean.
type Names<T> = &'static [(&'static str, T)];

const COLOURS: Names<Colour> = &[
    ("auto", Colour::Auto),
    ("always", Colour::Always),
    ("never", Colour::Never),
];
const SIGNS: Names<Signs> = &[("unicode", Signs::Unicode), ("ascii", Signs::Ascii)];
pub const SORTS: Names<Sort> = &[
    ("date", Sort::Date),
    ("sources", Sort::Sources),
    ("shared", Sort::Shared),
    ("differ", Sort::Differ),
];

impl Sort {
    /// What is sorted by, as the reader is told.
    pub fn told(self) -> &'static str {
        match self {
            Sort::Date => "date",
            Sort::Sources => "number of outlets",
            Sort::Shared => "share that is shared",
            Sort::Differ => "number of differences",
        }
    }
}

/// Also the names that the compare view shows.
pub const SCROLLS: Names<Scroll> = &[
    ("aligned", Scroll::Aligned),
    ("locked", Scroll::Locked),
    ("free", Scroll::Free),
];

/// The `[compare]` table.
#[derive(Clone, Debug, PartialEq)]
pub struct Compare {
    pub scroll: Scroll,
    /// Panes at first; 0 for as many as fit.
    pub panes: usize,
    /// Columns.
    pub pane_width: u16,
    /// Columns.
    pub stack_below: u16,
    pub inline_diff: bool,
    /// A share of the other origins, from 0 to 1.
    pub omission: f64,
}

/// All settings.
#[derive(Clone, Debug)]
pub struct Settings {
    pub theme: String,
    pub colour: Colour,
    pub signs: Signs,
    pub mouse: bool,
    /// Whether large bundles are kept.
    pub cache: bool,
    pub editor: String,
    pub notes: String,
    pub sort: Sort,
    pub compare: Compare,
    pub limits: Limits,
    pub outlets: BTreeMap<String, String>,
    pub keymap: Keymap,
}

impl Settings {
    /// The example alone.
    pub fn defaults() -> Self {
        Self::read("").0
    }

    /// The user's file over the example; `text` is the file's content, empty where there is none.
    /// The faults are ready to show, a line each, in the order of the file.
    pub fn read(text: &str) -> (Self, Vec<String>) {
        let mut faults = Faults::default();
        let example = Reader::parse(EXAMPLE, &mut Faults::default());
        let own = Reader::parse(text, &mut faults);
        let mut from = Layers {
            own,
            example,
            faults,
        };
        let settings = Self {
            theme: from.theme(),
            colour: from.named("", "color", COLOURS),
            signs: from.named("", "signs", SIGNS),
            mouse: from.bool("", "mouse"),
            cache: from.bool("", "cache"),
            editor: from.string("", "editor"),
            notes: from.string("", "notes"),
            sort: from.named("stories", "sort", SORTS),
            compare: Compare {
                scroll: from.named("compare", "scroll", SCROLLS),
                panes: from.number("compare", "panes", 0.0..=6.0) as usize,
                pane_width: from.number("compare", "pane_width", 20.0..=400.0) as u16,
                stack_below: from.number("compare", "stack_below", 0.0..=1000.0) as u16,
                inline_diff: from.bool("compare", "inline_diff"),
                omission: from.number("compare", "omission", 0.0..=1.0),
            },
            limits: from.limits(),
            outlets: from.own.strings("outlets", &mut from.faults),
            keymap: keys::keymap(&from.example, &from.own, &mut from.faults),
        };
        from.own.unknown(&from.example, &mut from.faults);
        (settings, from.faults.told())
    }
}

/// The user's file over the example, with the faults found so far.
struct Layers<'a> {
    own: Reader<'a>,
    example: Reader<'a>,
    faults: Faults,
}

impl Layers<'_> {
    fn string(&mut self, table: &str, key: &str) -> String {
        let own = self.own.string(table, key, &mut self.faults);
        let found = own.or_else(|| self.example.string(table, key, &mut self.faults));
        found.unwrap_or_default()
    }

    /// A name that stands for no theme is told with its line, and the example's is used.
    fn theme(&mut self) -> String {
        let own = self.own.string("", "theme", &mut self.faults);
        let Some(what) = own.as_deref().and_then(Theme::unknown) else {
            return self.string("", "theme");
        };
        self.faults.add(self.own.line_of("theme"), what);
        let example = self.example.string("", "theme", &mut Faults::default());
        example.unwrap_or_default()
    }

    fn bool(&mut self, table: &str, key: &str) -> bool {
        let own = self.own.bool(table, key, &mut self.faults);
        let found = own.or_else(|| self.example.bool(table, key, &mut self.faults));
        found.unwrap_or_default()
    }

    fn number(&mut self, table: &str, key: &str, within: std::ops::RangeInclusive<f64>) -> f64 {
        let own = self.own.number(table, key, &within, &mut self.faults);
        let example = || {
            self.example
                .number(table, key, &within, &mut Faults::default())
        };
        own.or_else(example).unwrap_or(*within.start())
    }

    fn limits(&mut self) -> Limits {
        let mut limit = |key, most| self.number("limits", key, 1.0..=most) as usize;
        Limits {
            // A place in a text is four bytes: see `text::span`.
            file_mib: limit("file_mib", 4095.0),
            article_mib: limit("article_mib", 1024.0),
            total_mib: limit("total_mib", 1e6),
            articles: limit("articles", 1e8),
            files: limit("files", 1e9),
            folders: limit("folders", 1000.0),
            nesting: limit("nesting", 120.0),
            warnings: limit("warnings", 1e6),
        }
    }

    fn named<T: Copy>(&mut self, table: &str, key: &str, names: Names<T>) -> T {
        let spelled: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        let own = self.own.one_of(table, key, &spelled, &mut self.faults);
        let example = || {
            self.example
                .one_of(table, key, &spelled, &mut Faults::default())
        };
        let at = own.or_else(example).unwrap_or_default();
        names[at].1
    }
}

/// The name of a setting's value, as the settings spell it.
pub fn name_of<T: PartialEq>(names: &'static [(&'static str, T)], value: &T) -> &'static str {
    let found = names.iter().find(|(_, it)| it == value);
    found.map(|(name, _)| *name).unwrap_or_default()
}

/// The value that follows in the list, from the last to the first.
pub fn next_of<T: Copy + PartialEq>(names: &'static [(&'static str, T)], value: T) -> T {
    let at = names.iter().position(|(_, it)| *it == value).unwrap_or(0);
    names[(at + 1) % names.len()].1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, faults: &[&str]) -> Settings {
        let (settings, found) = Settings::read(text);
        assert_eq!(found, faults);
        settings
    }

    #[test]
    fn the_example_has_no_fault() {
        check(EXAMPLE, &[]);
    }

    #[test]
    fn limits_are_those_of_the_example_unless_set() {
        assert_eq!(check(EXAMPLE, &[]).limits, Limits::default());
        let settings = check(
            "[limits]\narticles = 3\nfiles = 0\n",
            &["line 3: limits.files: a number from 1 to 1000000000 is wanted, not 0"],
        );
        assert_eq!(settings.limits.articles, 3);
        assert_eq!(settings.limits.files, Limits::default().files);
    }

    #[test]
    fn a_users_file_changes_what_it_names() {
        let settings = check("mouse = false\n[compare]\nscroll = \"free\"\n", &[]);
        assert!(!settings.mouse);
        assert_eq!(settings.compare.scroll, Scroll::Free);
        assert_eq!(settings.compare.pane_width, 44);
    }

    #[test]
    fn all_faults_are_named_at_once_and_the_rest_holds() {
        let text = "them = \"dark\"\nmouse = 3\nsigns = \"asci\"\n[compare]\npanes = 9\n\
                    scroll = \"locked\"\n[list]\nsort = \"date\"\n";
        let settings = check(
            text,
            &[
                "line 1: there is no setting `them`; did you mean `theme`?",
                "line 2: mouse: true or false is wanted, not 3",
                "line 3: signs: one of \"unicode\", \"ascii\" is wanted, not \"asci\"",
                "line 5: compare.panes: a number from 0 to 6 is wanted, not 9",
                "line 7: there is no table `list`; there are stories, compare, limits, outlets, \
                 keys",
            ],
        );
        assert_eq!(settings.compare.scroll, Scroll::Locked);
    }

    #[test]
    fn a_file_that_is_no_toml_says_where() {
        let (settings, faults) = Settings::read("mouse = = 3\nsigns = \"ascii\"\n");
        assert!(faults[0].starts_with("line 1: "), "{faults:?}");
        assert_eq!(settings.signs, Signs::Ascii, "the rest holds");
    }
}
