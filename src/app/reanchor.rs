//! Notes whose place is in doubt: the reader is shown where the words may stand now, and says which it
//! is; nothing is guessed. A note whose words have changed can take the words of now.

use crate::{
    app::{
        effect::{Cause, Effect},
        state::{
            app::App,
            picker::{Item, Pick, Picker},
        },
    },
    geometry::wrap,
    model::{
        index::{Place, SentenceIx},
        note::{Change, Note, NoteId, Passage},
    },
    store::anchor::{self, Placed},
};

/// Columns of what stands around a place.
const AROUND: u16 = 44;

impl App {
    /// Asks where the first of the note's words in doubt stand; false where none is in doubt.
    pub(crate) fn ask_where(&mut self, id: &NoteId) -> bool {
        let placed = self.book.placed(id).iter().enumerate();
        let doubtful = placed.filter_map(|(at, it)| match &it.placed {
            Placed::Ambiguous(passages) => Some((at, passages.clone())),
            _ => None,
        });
        let Some((target, passages)) = doubtful.into_iter().next() else {
            return false;
        };
        let items = passages.into_iter().map(|it| Item {
            left: self.known.bundle[it.article].source().to_string(),
            right: self.around(it),
            pick: Some(Pick::Anchor(id.clone(), target, it)),
        });
        let items: Vec<Item> = items.collect();
        let words = self
            .book
            .notes
            .get(id)
            .and_then(|it| it.targets.get(target));
        let words = words.map_or(String::new(), |it| wrap::cut(&it.exact, AROUND));
        let title = format!("Where is “{words}” now? Enter decides, Esc leaves it open");
        self.open_picker(Picker::new(title, items));
        true
    }

    /// What stands before and after a passage, and in between where the words are not the same
    /// everywhere.
    fn around(&self, at: Passage) -> String {
        let said = |sentence: Option<usize>| {
            let place = |it| Place::new(at.article, SentenceIx(it));
            sentence.map_or("".into(), |it| self.known.bundle.said(place(it)))
        };
        let before = said(at.first.0.checked_sub(1));
        let here = said(Some(at.first.0));
        let after = said(Some(at.last.0 + 1));
        let here = wrap::cut(&here, AROUND / 2);
        format!(
            "{} ▸ {here} ◂ {}",
            end(&before, usize::from(AROUND)),
            wrap::cut(&after, AROUND)
        )
    }

    /// The reader has said where the words stand.
    pub(crate) fn anchor_at(&mut self, id: &NoteId, target: usize, at: Passage) {
        self.renew(id, &[(target, at)]);
    }

    /// The words as they stand now, for every target that has moved or changed.
    pub(crate) fn take_words(&mut self, id: &NoteId) {
        if self.ask_where(id) {
            return;
        }
        let placed = self.book.placed(id).iter().enumerate();
        let changed = placed.filter_map(|(at, it)| match it.placed {
            Placed::Moved(passage) | Placed::Edited { at: passage, .. } => Some((at, passage)),
            _ => None,
        });
        let changed: Vec<(usize, Passage)> = changed.collect();
        match changed.is_empty() {
            true => self.say("The words of this note stand where they stood, or are not here"),
            false => self.renew(id, &changed),
        }
    }

    fn renew(&mut self, id: &NoteId, targets: &[(usize, Passage)]) {
        let Some(note) = self.book.notes.get(id) else {
            return;
        };
        let mut note = Note::clone(note);
        for (at, passage) in targets {
            let article = &self.known.bundle[passage.article];
            if let Some(target) = note.targets.get_mut(*at) {
                *target = anchor::target(article, passage.first, passage.last);
            }
        }
        self.ask(Effect::Record {
            change: Change::Put(Box::new(note)),
            cause: Cause::Made,
        });
    }
}

/// The end of a text, in whole words, of at most so many characters.
fn end(text: &str, most: usize) -> String {
    let many = text.chars().count();
    if many <= most {
        return text.to_string();
    }
    let cut: String = text.chars().skip(many - most).collect();
    let word = cut.find(' ').map_or(cut.as_str(), |at| &cut[at + 1..]);
    format!("…{word}")
}
