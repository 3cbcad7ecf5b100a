//! What an article prints twice: a sentence pulled out of the text and set in large type, a caption
//! under two pictures. A paragraph whose sentences all stand in a longer one is set aside, of two
//! that are the same the second. Cost: a look at the first letters of each sentence; the whole of
//! those is read that begin alike.

use std::hash::BuildHasher;

use foldhash::{HashMap, HashMapExt, fast::FixedState};

use crate::{
    model::article::{Dropped, Parts, Role, Sentence, Why},
    text::fold::letters,
};

/// Bytes of the shortest paragraph that is looked at: "“No,” he said." may well be said twice.
const SHORTEST: usize = 40;
/// Letters by which sentences are compared at first.
const FIRST: usize = 24;

/// Paragraphs with one sentence beyond which no more are looked at.
const MANY: usize = 64;

/// A paragraph by its number, and its sentences.
#[derive(Clone, Copy, Debug)]
struct Paragraph {
    number: u32,
    sentences: usize,
    caption: bool,
}

/// Sets the paragraphs aside that stand in others.
pub(crate) fn set_aside(parts: &mut Parts, text: &str) {
    let gone = twice(&parts.sentences, text);
    if gone.is_empty() {
        return;
    }
    let is_gone = |it: &Sentence| gone.binary_search(&it.paragraph).is_ok();
    let spans = parts.sentences.iter().filter(|it| is_gone(it));
    let why = Why::Boilerplate;
    let spans = spans.map(|it| Dropped { span: it.span, why });
    parts.dropped.extend(spans);
    parts.sentences.retain(|it| !is_gone(it));
    number(&mut parts.sentences);
}

/// The numbers of the paragraphs that stand in others, in order.
fn twice(sentences: &[Sentence], text: &str) -> Vec<u32> {
    let keys = keys(sentences, text);
    let mut gone: Vec<u32> = Vec::new();
    if keys.iter().all(|it| *it == 0) {
        return gone;
    }
    let mut places: HashMap<u64, Vec<Paragraph>> = HashMap::new();
    let mut at = 0;
    for all in sentences.chunk_by(|x, y| x.paragraph == y.paragraph) {
        let own = paragraph(all);
        for key in &keys[at..at + all.len()] {
            let all = places.entry(*key).or_default();
            if all.len() < MANY {
                all.push(own);
            }
        }
        at += all.len();
    }
    at = 0;
    for all in sentences.chunk_by(|x, y| x.paragraph == y.paragraph) {
        let own = paragraph(all);
        let holds = |it: &Paragraph| {
            let first = own.sentences == it.sentences && it.number < own.number;
            // What a caption tells again is the article's.
            let told = own.caption || !it.caption;
            told && (first || own.sentences < it.sentences)
                && gone.binary_search(&it.number).is_err()
        };
        let told = |key: &u64| *key != 0 && places[key].iter().any(holds);
        let long = SHORTEST <= all.iter().map(|it| it.span.len()).sum();
        if long && keys[at..at + all.len()].iter().all(told) {
            gone.push(own.number);
        }
        at += all.len();
    }
    gone
}

fn paragraph(sentences: &[Sentence]) -> Paragraph {
    Paragraph {
        number: sentences[0].paragraph,
        sentences: sentences.len(),
        caption: sentences.iter().any(|it| it.role == Role::Caption),
    }
}

/// The letters of each sentence of the text, hashed; 0 where no other begins alike, and for
/// headlines and the like, which are told again.
fn keys(sentences: &[Sentence], text: &str) -> Vec<u64> {
    let own = |it: &Sentence| matches!(it.role, Role::Body | Role::Caption);
    let first = |it: &Sentence| if own(it) { first(it.span.of(text)) } else { 0 };
    let firsts: Vec<u64> = sentences.iter().map(first).collect();
    let mut sorted = firsts.clone();
    sorted.sort_unstable();
    let again = |it: u64| {
        let at = sorted.partition_point(|other| *other < it);
        it != 0 && sorted.get(at + 1) == Some(&it)
    };
    let state = FixedState::default();
    let whole = |(it, first): (&Sentence, &u64)| match again(*first) {
        true => {
            let letters: String = letters(it.span.of(text)).collect();
            state.hash_one(letters).max(1)
        }
        false => 0,
    };
    sentences.iter().zip(&firsts).map(whole).collect()
}

/// The first letters and figures of ASCII, as one number: cheap, since every sentence is asked.
fn first(words: &str) -> u64 {
    let plain = words.bytes().filter(u8::is_ascii_alphanumeric).take(FIRST);
    let mix = |sum: u64, it: u8| (sum ^ u64::from(it | 0x20)).wrapping_mul(0x0100_0000_01b3);
    plain.fold(0xcbf2_9ce4_8422_2325, mix)
}

/// Numbers the paragraphs anew.
fn number(sentences: &mut [Sentence]) {
    let paragraphs = sentences.chunk_by_mut(|x, y| x.paragraph == y.paragraph);
    for (number, all) in (0..).zip(paragraphs) {
        all.iter_mut().for_each(|it| it.paragraph = number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    /// Paragraphs parted by `|`, sentences by `/`; gives the numbers of those that go.
    fn gone(text: &str) -> Vec<u32> {
        let mut sentences = Vec::new();
        let mut start = 0;
        for (number, told) in text.split('|').enumerate() {
            for it in told.split('/') {
                sentences.push(Sentence {
                    span: Span::new(start, start + it.len()),
                    paragraph: number as u32,
                    role: Role::Body,
                });
                start += it.len() + 1;
            }
        }
        twice(&sentences, text)
    }

    #[test]
    fn what_stands_in_a_longer_paragraph_goes() {
        let pulled = "The pier was shut for a year, and nobody knew why.";
        assert_eq!(
            gone(&format!("It fell./{pulled}|“{pulled}”|So it goes.")),
            [1]
        );
        assert_eq!(gone(&format!("{pulled}|It fell./{pulled}")), [0]);
        assert_eq!(gone(&format!("{pulled}|It fell.|{pulled}")), [2]);
        assert_eq!(
            gone(&format!(
                "{pulled}|It fell.|The pier was shut for a year, and that was that."
            )),
            [0; 0]
        );
        assert_eq!(gone("“No,” he said.|“No,” he said."), [0; 0]);
    }
}
