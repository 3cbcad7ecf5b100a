//! Articles made up for measuring: JSON Lines of any length, the same for the same number.
//!
//! Words are drawn from a fixed vocabulary by a small generator, common ones more often, and put
//! into sentences and paragraphs as long as those of news. One story in two is told by several
//! outlets, each with some sentences of the one before, some changed and some of its own: so there
//! is something to group and to compare.

use std::fmt::Write;

/// Marsaglia's xorshift64*: the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let mixed = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D);
        ((mixed >> 33) as usize) % sides
    }
}

const SMALL: &[&str] = &[
    "the", "of", "and", "to", "in", "a", "that", "for", "on", "with", "was", "said", "is", "by",
    "from", "as", "at", "it", "has", "not",
];
const SYLLABLES: &[&str] = &[
    "bar", "cal", "den", "fer", "gol", "har", "kes", "lan", "mor", "nel", "pel", "quar", "ros",
    "sal", "tor", "vel", "wen", "yar", "ton", "ham", "mer", "ric", "sted", "ville", "ing", "er",
];
/// Sentences of an article.
const SENTENCES: usize = 34;

/// So many articles, a line each.
pub(crate) fn articles(many: usize) -> String {
    let mut dice = Dice(20_251_206);
    let mut out = String::new();
    let mut told: Vec<String> = Vec::new();
    let mut left = 0;
    let mut event = 0;
    for number in 0..many {
        if left == 0 {
            (left, event) = (1 + dice.roll(2) * dice.roll(6), event + 1);
            told = (0..SENTENCES).map(|_| sentence(&mut dice, event)).collect();
        }
        left -= 1;
        for it in &mut told {
            if dice.roll(3) == 0 {
                *it = sentence(&mut dice, event);
            }
        }
        let text: Vec<String> = told.chunks(2).map(|it| it.join(" ")).collect();
        let (title, text) = (told[0].trim_end_matches('.'), text.join("\\n\\n"));
        let _ = writeln!(
            out,
            r#"{{"id":"m{number}","source":"Outlet {}","title":"{title}","date":"2031-{:02}-{:02}","text":"{text}"}}"#,
            dice.roll(200),
            1 + event / 28 % 12,
            1 + event % 28,
        );
    }
    out
}

fn sentence(dice: &mut Dice, event: usize) -> String {
    let words = 8 + dice.roll(22);
    let said: Vec<String> = (0..words).map(|_| word(dice, event)).collect();
    let mut said = said.join(" ");
    if let Some(first) = said.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    match dice.roll(6) {
        0 => format!("“{said},” Ms. Vale said."),
        1 => format!(
            "{said} on Dec. {}, the U.S. agency said.",
            1 + dice.roll(28)
        ),
        2 => format!(
            "{said}, {},{:03} in all.",
            1 + dice.roll(9),
            dice.roll(1000)
        ),
        _ => said + ".",
    }
}

/// Half of all words are small; of the others one in six belongs to the event.
fn word(dice: &mut Dice, event: usize) -> String {
    if dice.roll(2) == 0 {
        return SMALL[dice.roll(SMALL.len())].to_string();
    }
    let seed = match dice.roll(6) {
        0 => event * 7 + dice.roll(7),
        _ => dice.roll(400) * dice.roll(30),
    };
    let mut own = Dice(seed as u64 + 88_172_645);
    let parts = 2 + own.roll(3);
    (0..parts)
        .map(|_| SYLLABLES[own.roll(SYLLABLES.len())])
        .collect()
}
