//! The notes and decisions at hand, where each stands in the bundle, and what was done last.

use crate::{
    app::{
        effect::Cause,
        state::{
            anchored::{Anchored, State},
            drafts::Drafts,
        },
    },
    model::{
        bundle::Bundle,
        decision::{Decided, DecisionId},
        grouping::Grouping,
        index::{ArticleIx, Place, SentenceIx, StoryIx},
        note::{Change, Note, NoteId, Notes, Passage, Subject},
        ruling::Rulings,
    },
    store::{
        anchor::{Places, Seen},
        decided::{self, Standing},
    },
};
use std::collections::BTreeMap;

/// The notes whose words stand in an article, by sentence, with the passages that carry them.
type Met = BTreeMap<SentenceIx, Vec<(NoteId, Passage)>>;

/// The notes with their places.
#[derive(Debug, Default)]
pub struct Book {
    pub notes: Notes,
    pub(crate) placed: BTreeMap<NoteId, Vec<Anchored>>,
    /// The stories of notes on a whole story.
    homes: BTreeMap<NoteId, StoryIx>,
    pub(crate) at: BTreeMap<Place, Vec<NoteId>>,
    /// The words of all notes, and where they are met in the articles that were looked at.
    seen: Seen,
    met: BTreeMap<ArticleIx, Met>,
    /// What each decision is in the bundle.
    pub(crate) standings: BTreeMap<DecisionId, Standing>,
    pub(crate) undo: Vec<Change>,
    pub(crate) redo: Vec<Change>,
    /// Texts that were typed and not saved, by what they hang on.
    pub drafts: Drafts,
}

impl Book {
    /// Finds the place of every target in the bundle.
    pub fn new(notes: Notes, bundle: &Bundle) -> Self {
        let mut book = Self::default();
        if notes.is_empty() && notes.decisions().is_empty() {
            book.notes = notes;
            return book;
        }
        let anchors = Places::new(bundle);
        for note in notes.iter() {
            book.put(note, &anchors);
        }
        for it in notes.decisions().iter() {
            book.stand(it, &anchors);
        }
        book.notes = notes;
        book
    }

    /// Finds the places of all notes and decisions again, in another bundle.
    pub(crate) fn stand_anew(&mut self, bundle: &Bundle) {
        let notes = std::mem::take(&mut self.notes);
        *self = Self {
            undo: std::mem::take(&mut self.undo),
            redo: std::mem::take(&mut self.redo),
            drafts: std::mem::take(&mut self.drafts),
            ..Self::new(notes, bundle)
        };
    }

    fn stand(&mut self, decided: &Decided, anchors: &Places) {
        let standing = decided::standing(anchors, &decided.decision);
        self.standings.insert(decided.id.clone(), standing);
    }

    pub(crate) fn put(&mut self, note: &Note, anchors: &Places) {
        self.seen.add(note);
        self.met.clear();
        let anchored = note.targets.iter().map(|it| Anchored::new(it, anchors));
        let placed: Vec<Anchored> = anchored.collect();
        for passage in placed.iter().filter_map(|it| it.placed.passage()) {
            for place in places(passage) {
                self.at.entry(place).or_default().push(note.id.clone());
            }
        }
        if note.targets.is_empty() {
            let articles = note.articles.iter().flat_map(|it| anchors.cited(it));
            let home = anchors.home(&articles.collect::<Vec<_>>(), &note.story);
            self.homes.extend(home.map(|it| (note.id.clone(), it)));
        }
        self.placed.insert(note.id.clone(), placed);
    }

    /// Takes in a change that is on disk.
    pub(crate) fn made(&mut self, change: Change, cause: Cause, bundle: &Bundle) {
        self.forget(change.subject());
        match &change {
            Change::Put(note) => self.put(note, &Places::new(bundle)),
            Change::Decide(decided) => self.stand(decided, &Places::new(bundle)),
            Change::Delete(_) | Change::Revoke(_) => (),
        }
        if cause == Cause::Elsewhere {
            // To take back what was done here would take back what was done there since.
            self.undo.retain(|it| it.subject() != change.subject());
            self.redo.retain(|it| it.subject() != change.subject());
        }
        let inverse = self.notes.apply(change);
        match cause {
            Cause::Made => {
                self.undo.push(inverse);
                self.redo.clear();
            }
            Cause::Undone => {
                self.undo.pop();
                self.redo.push(inverse);
            }
            Cause::Redone => {
                self.redo.pop();
                self.undo.push(inverse);
            }
            Cause::Elsewhere => (),
        }
    }

    fn forget(&mut self, subject: Subject) {
        match subject {
            Subject::Note(id) => {
                for ids in self.at.values_mut() {
                    ids.retain(|it| it != id);
                }
                self.at.retain(|_, ids| !ids.is_empty());
                self.placed.remove(id);
                self.seen.remove(id);
                self.met.clear();
                self.homes.remove(id);
            }
            Subject::Decision(id) => drop(self.standings.remove(id)),
        }
    }

    /// What the decisions are here, in the order made.
    pub(crate) fn standing(&self) -> impl Iterator<Item = (&Decided, &Standing)> {
        let made = self.notes.decisions().iter();
        made.filter_map(|it| Some((it, self.standings.get(&it.id)?)))
    }

    pub(crate) fn groupings(&self) -> Vec<Grouping<ArticleIx>> {
        let groupings = self.standing().filter_map(|(_, it)| match it {
            Standing::Group(grouping) => Some(grouping.clone()),
            _ => None,
        });
        groupings.collect()
    }

    pub(crate) fn rulings(&self) -> Rulings {
        let made: Vec<&Standing> = self.standing().map(|it| it.1).collect();
        decided::rulings_of(&made)
    }

    pub fn at(&self, place: Place) -> impl Iterator<Item = &Note> {
        let ids = self.at.get(&place).map(Vec::as_slice).unwrap_or_default();
        ids.iter().filter_map(|id| self.notes.get(id))
    }

    /// Where the targets of a note stand, in their order.
    pub fn placed(&self, id: &NoteId) -> &[Anchored] {
        self.placed.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// Looks once for the words of notes in an article.
    pub(crate) fn meet(&mut self, bundle: &Bundle, article: ArticleIx) {
        let seen = &self.seen;
        self.met.entry(article).or_insert_with(|| {
            let mut met = Met::new();
            for (passage, id) in seen.within(article, &bundle[article]) {
                for place in places(passage) {
                    let here = met.entry(place.sentence).or_default();
                    here.push((id.clone(), passage));
                }
            }
            met
        });
    }

    /// The notes whose words a sentence carries, without hanging on it; each with the passage that
    /// carries them.
    pub fn met(&self, place: Place) -> impl Iterator<Item = &(NoteId, Passage)> {
        let met = self
            .met
            .get(&place.article)
            .and_then(|it| it.get(&place.sentence));
        let own = self.at.get(&place).map(Vec::as_slice).unwrap_or_default();
        let met = met.map(Vec::as_slice).unwrap_or_default().iter();
        met.filter(move |(id, _)| !own.contains(id))
    }

    /// Finds the stories of notes on whole stories anew, after the stories changed.
    pub(crate) fn settle_homes(&mut self, bundle: &Bundle) {
        let anchors = Places::new(bundle);
        self.homes.clear();
        let whole = self.notes.iter().filter(|it| it.targets.is_empty());
        for note in whole.cloned().collect::<Vec<_>>() {
            self.put(&note, &anchors);
        }
    }

    /// Whether a note hangs on a story or on its sentences.
    pub fn is_on(&self, bundle: &Bundle, note: &Note, story: StoryIx) -> bool {
        let articles = bundle[story].articles();
        let placed = self.placed(&note.id).iter();
        let mut here = placed.filter_map(|it| it.placed.passage());
        here.any(|it| articles.contains(&it.article)) || self.homes.get(&note.id) == Some(&story)
    }

    /// How many notes hang on a story or on its sentences.
    pub fn on_story(&self, bundle: &Bundle, story: StoryIx) -> usize {
        let on_it = |note: &&Note| self.is_on(bundle, note, story);
        self.notes.iter().filter(on_it).count()
    }

    /// What has become of a note.
    pub fn state(&self, note: &Note) -> State {
        if note.targets.is_empty() {
            return match self.homes.get(&note.id) {
                Some(_) => State::Kept,
                None => State::Elsewhere,
            };
        }
        let states = self.placed(&note.id).iter().map(Anchored::state);
        states.max().unwrap_or(State::Elsewhere)
    }
}

/// The sentences of a passage.
pub fn places(passage: Passage) -> impl Iterator<Item = Place> {
    let sentences = passage.first.0..=passage.last.0;
    sentences.map(move |at| Place::new(passage.article, SentenceIx(at)))
}
