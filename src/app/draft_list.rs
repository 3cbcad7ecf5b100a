//! Notes that were begun and not saved, at the head of the list of notes: each opens in the editor again,
//! on the words that it was begun on.
//!
//! A draft is kept under the name of its place (see `state::editor::draft_key`): of a new note that is
//! its story, and for each passage the digest of the article and the bytes. What no article of what is
//! open holds stays listed, and can't be opened here.

use crate::{
    app::{
        effect::Effect,
        note_list::{WORDS, first_words},
        state::{
            app::App,
            ledger::{Entry, Matter},
            overlay::Overlay,
            picker::{Item, Pick, Picker},
        },
    },
    config::theme::Paint,
    geometry::{rich::Line, wrap::cut},
    model::{
        article::Article,
        index::{ArticleIx, SentenceIx},
        note::{Note, NoteId, Target},
        story::Story,
    },
    store::anchor,
};

impl App {
    /// A line each.
    pub(crate) fn draft_entries(&self) -> Vec<Entry> {
        let drafts = self.book.drafts.iter().map(|(key, text)| {
            let note = self.book.notes.get(&NoteId(key.clone()));
            let place = match note {
                Some(note) => format!("of the note “{}”", first_words(note)),
                None => format!("on {}", key.split('|').next().unwrap_or_default()),
            };
            let words = text.lines().find(|it| !it.trim().is_empty());
            let words = cut(words.unwrap_or_default().trim(), WORDS);
            let line = Line::new("draft, not saved: ", Paint::Warning)
                .and(words, Paint::Text)
                .and(format!("  {place}"), Paint::Dim);
            Entry {
                lines: vec![line.hanging(2), Line::gap()],
                matter: Some(Matter::Draft(key.clone())),
                ..Entry::default()
            }
        });
        drafts.collect()
    }

    fn draft_under_cursor(&self) -> Option<String> {
        match self.matter() {
            Some(Matter::Draft(key)) => Some(key.clone()),
            _ => None,
        }
    }

    /// Opens the draft under the cursor of the list of notes; false where there is none.
    pub(crate) fn open_draft(&mut self) -> bool {
        let Some(key) = self.draft_under_cursor() else {
            return false;
        };
        let note = self.book.notes.get(&NoteId(key.clone())).cloned();
        match note.or_else(|| self.begun(&key)) {
            Some(note) => self.open_editor(note),
            None => self.warn("What this draft is on is not open here for certain; it is kept"),
        }
        true
    }

    /// Asks whether the draft under the cursor is to be thrown away; false where there is none.
    pub(crate) fn ask_to_discard(&mut self) -> bool {
        let Some(key) = self.draft_under_cursor() else {
            return false;
        };
        let item = |left: &str, pick| Item {
            left: left.to_string(),
            right: String::new(),
            pick: Some(pick),
        };
        let items = vec![item("throw it away", Pick::Discard(key))];
        let title = "This draft: Enter throws it away for good, Esc keeps it";
        self.overlay = Some(Overlay::Picker(Picker::new(title, items)));
        self.settle_overlay();
        true
    }

    pub(crate) fn discard_draft(&mut self, key: &str) {
        self.book.drafts.remove(key);
        self.ask(Effect::KeepSession);
        self.refresh_ledger();
    }

    /// The new note that a draft was begun for.
    fn begun(&self, key: &str) -> Option<Note> {
        let bundle = &self.known.bundle;
        let places: Vec<&str> = key.rsplit('|').take_while(|it| is_place(it)).collect();
        let hung: usize = places.iter().map(|it| it.len() + 1).sum();
        let title = match places.is_empty() {
            true => key.strip_suffix('|')?,
            false => key.get(..key.len() - hung)?,
        };
        let mut stories = bundle.stories.iter();
        let story = stories.find(|it| it.title == title);
        let targets = places.iter().rev().map(|it| self.passage(it, story));
        let targets = targets.collect::<Option<Vec<Target>>>()?;
        if targets.is_empty() && story.is_none() {
            return None;
        }
        Some(self.fresh_note(title.to_string(), story, targets))
    }

    /// The sentences at `digest:start-end`, in the story or else anywhere; of several copies of one text
    /// none is taken.
    fn passage(&self, place: &str, story: Option<&Story>) -> Option<Target> {
        let (hash, bytes) = place.split_once(':')?;
        let (start, end) = bytes.split_once('-')?;
        let (start, end): (usize, usize) = (start.parse().ok()?, end.parse().ok()?);
        let bundle = &self.known.bundle;
        let everywhere = || (0..bundle.articles.len()).map(ArticleIx).collect();
        let all = story.map_or_else(everywhere, |it| it.articles().to_vec());
        let mut same = all
            .into_iter()
            .filter(|ix| anchor::cited(&bundle[*ix]).hash == hash);
        let article = same.next().filter(|_| same.next().is_none())?;
        let article = &bundle[article];
        let (first, last) = sentences(article, start, end)?;
        Some(anchor::target(article, first, last))
    }
}

/// Whether this is the name of a passage.
fn is_place(part: &str) -> bool {
    let Some((hash, bytes)) = part.split_once(':') else {
        return false;
    };
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    hash.len() == 64
        && hash.bytes().all(|it| it.is_ascii_hexdigit())
        && bytes
            .split_once('-')
            .is_some_and(|(a, b)| digits(a) && digits(b))
}

/// The sentences that begin and end there.
fn sentences(article: &Article, start: usize, end: usize) -> Option<(SentenceIx, SentenceIx)> {
    let all = article.sentences();
    let first = all.iter().position(|it| it.span.start() == start)?;
    let last = all.iter().position(|it| it.span.end() == end)?;
    (first <= last).then_some((SentenceIx(first), SentenceIx(last)))
}
