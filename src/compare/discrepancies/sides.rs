//! Tables of words of which a source chooses one: a line a choice, its sides parted by strokes,
//! each with all forms of its words. A line that opens with `WHO` holds nouns.

use foldhash::{HashMap, HashMapExt};

/// What opens a line of nouns, which may stand in front of another noun.
const WHO: &str = "who: ";

/// Words with the lines and sides they stand on.
pub struct Sides(HashMap<&'static str, Vec<Side>>);

/// One side of one choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// The choice, by the number of its line.
    pub choice: usize,
    /// Which of its sides, from the left.
    pub side: usize,
    /// Whether the choice is among nouns.
    pub nouns: bool,
}

impl Sides {
    /// Reads a table; lines that open with "#" are remarks.
    pub fn new(table: &'static str) -> Self {
        let mut words: HashMap<&str, Vec<Side>> = HashMap::new();
        let lines = table.lines().filter(|it| !it.starts_with('#'));
        for (choice, line) in lines.enumerate() {
            let nouns = line.strip_prefix(WHO);
            for (side, forms) in nouns.unwrap_or(line).split(" / ").enumerate() {
                let it = Side {
                    choice,
                    side,
                    nouns: nouns.is_some(),
                };
                forms
                    .split(' ')
                    .for_each(|form| words.entry(form).or_default().push(it));
            }
        }
        Self(words)
    }

    /// Where a word in normal form stands.
    pub fn of(&self, form: &str) -> &[Side] {
        self.0.get(form).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether two words stand on different sides of a choice, and on one side of none.
    pub fn contradict(&self, x: &str, y: &str) -> bool {
        let (x, y) = (self.of(x), self.of(y));
        let against = |it: &Side| y.iter().any(|other| other.is_against(it));
        x.iter().any(against) && !x.iter().any(|it| y.contains(it))
    }
}

impl Side {
    /// Whether another is the other choice.
    pub fn is_against(&self, other: &Side) -> bool {
        self.choice == other.choice && self.side != other.side
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLES: [&str; 3] = [
        include_str!("../../../assets/words/terms.txt"),
        include_str!("../../../assets/words/loaded.txt"),
        include_str!("../../../assets/words/opposites.txt"),
    ];

    #[test]
    fn no_word_stands_on_two_sides_of_a_choice_and_every_choice_has_two() {
        for table in TABLES {
            let sides = Sides::new(table);
            for (form, stands) in &sides.0 {
                let torn = |it: &Side| stands.iter().any(|other| other.is_against(it));
                assert!(!stands.iter().any(torn), "{form}");
                assert!(!form.is_empty() && form.to_lowercase() == *form, "{form:?}");
            }
            let lines = table.lines().filter(|it| !it.starts_with('#'));
            for line in lines {
                assert!(line.contains(" / "), "{line}");
            }
        }
    }
}
