//! Completion in the note editor: a tag after `#`, a note after `[[`. What fits is offered while the
//! reader types; one key takes the first, and again the next.

use ratatui_textarea::{CursorMove, TextArea};

use crate::{
    app::{
        note_list::first_words,
        state::{
            app::App,
            editor::{Completion, Offer},
            overlay::Overlay,
        },
    },
    model::note::Notes,
    text::tag,
};

/// What is offered at most.
const OFFERS: usize = 6;

impl App {
    /// After each key in the editor: what could be completed here.
    pub(crate) fn offer(&mut self) {
        if let Some(Overlay::Editor(editor)) = &mut self.overlay {
            editor.completion = found(&editor.area, &self.book.notes);
        }
    }

    /// Puts in what is offered; false where nothing is.
    pub(crate) fn complete(&mut self) -> bool {
        let Some(Overlay::Editor(editor)) = &mut self.overlay else {
            return false;
        };
        let Some(it) = &mut editor.completion else {
            return false;
        };
        let Some(offer) = it.offers.get(it.next) else {
            return false;
        };
        let row = editor.area.cursor().0;
        let jump = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        let start = CursorMove::Jump(jump(row), jump(it.from));
        editor.area.move_cursor(start);
        editor.area.delete_str(it.length);
        editor.area.insert_str(&offer.text);
        it.length = offer.text.chars().count();
        it.next = (it.next + 1) % it.offers.len();
        true
    }
}

/// What the word before the cursor could be completed to.
fn found(area: &TextArea, notes: &Notes) -> Option<Completion> {
    let at = area.cursor();
    let (row, column) = (at.0, at.1);
    let before: String = area.lines().get(row)?.chars().take(column).collect();
    let (begun, offers) = match tag::begun(&before) {
        Some(begun) => (begun, tags(begun, notes)),
        None => {
            let begun = reference(&before)?;
            (begun, named(begun, notes))
        }
    };
    let length = begun.chars().count();
    (!offers.is_empty()).then_some(Completion {
        from: column - length,
        length,
        offers,
        next: 0,
    })
}

/// The most used first.
fn tags(begun: &str, notes: &Notes) -> Vec<Offer> {
    let wanted = begun.to_lowercase();
    let all = notes.tags().into_iter();
    let fits = all.filter(|(tag, _)| {
        let tag = tag.to_lowercase();
        tag.starts_with(&wanted) && tag != wanted
    });
    let offers = fits.map(|(tag, many)| Offer {
        shown: format!("#{tag} {many}"),
        text: tag,
    });
    offers.take(OFFERS).collect()
}

/// What follows the last `[[` that is not closed.
fn reference(before: &str) -> Option<&str> {
    let (_, begun) = before.rsplit_once("[[")?;
    (!begun.contains([']', '['])).then_some(begun)
}

/// Notes whose name or text holds what was typed, the latest first.
fn named(begun: &str, notes: &Notes) -> Vec<Offer> {
    let wanted = begun.to_lowercase();
    let holds = |text: &str| text.to_lowercase().contains(&wanted);
    let fits = notes.iter().rev();
    let fits = fits.filter(|it| it.id.0.starts_with(begun) || holds(&it.text) || holds(&it.story));
    let offers = fits.map(|it| Offer {
        shown: format!("{} {}", it.id, first_words(it)),
        text: format!("{}]]", it.id),
    });
    offers.take(OFFERS).collect()
}
