//! A list of entries of several lines: sources, claims, discrepancies, origins, notes, decisions.
//!
//! What the entries say is made by `each` and `own`, `claims`, `discrepancies`, `origins`, `note_list` with
//! `draft_list`, and `decisions`; here they are shown, narrowed, moved through and opened. They are made
//! anew when what they tell has changed.

use crate::{
    app::{
        effect::Effect,
        state::{
            app::{App, Screen},
            ledger::{About, Content, Entry, Ledger, Matter},
            panes::Compare,
            picker::{Item, Pick, Picker},
            stories::moved,
        },
    },
    geometry::rich::Line,
    input::command::Command,
    model::index::{ArticleIx, Place},
};

impl App {
    pub(crate) fn open_ledger(&mut self, about: About) {
        let story = self.story().filter(|_| about.is_of_a_story());
        if story.is_none() && about.is_of_a_story() {
            return self.warn("Choose a story first");
        }
        // One ledger of a kind: going to it again goes back to it.
        let open = self.screens.iter().position(|it| it.is_about(about));
        let open = open.map(|at| self.screens.remove(at));
        let same = |it: &Screen| matches!(it, Screen::Ledger(ledger) if ledger.story == story);
        let ledger = open.filter(same);
        let ledger = ledger.unwrap_or_else(|| Screen::Ledger(Box::new(Ledger::new(about, story))));
        self.screens.push(ledger);
        if let Some(story) = story {
            self.need(story);
        }
        self.refresh_ledger();
    }

    /// Makes the entries anew; the cursor stays on its entry where that is still there.
    pub(crate) fn refresh_ledger(&mut self) {
        self.settle_each_source();
        let Some(Screen::Ledger(ledger)) = self.screens.last() else {
            return;
        };
        let matter = ledger.matter().cloned();
        let above = ledger.rows_above();
        let content = self.content(ledger);
        let Some(Screen::Ledger(ledger)) = self.screens.last_mut() else {
            return;
        };
        let kept = matter.and_then(|matter| {
            let same = |it: &Entry| it.matter.as_ref() == Some(&matter);
            content.entries.iter().position(same)
        });
        match kept {
            Some(at) => ledger.at = at,
            None => ledger.reading = 0, // another entry stands under the cursor
        }
        ledger.content = content;
        ledger.laid.rows.clear();
        self.settle_ledger();
        // The entry stays where it was on the screen, whatever came or went above it.
        if let (Some(Screen::Ledger(ledger)), Some(above)) =
            (self.screens.last_mut(), above.filter(|_| kept.is_some()))
        {
            let shift = ledger.rows_above().unwrap_or_default() - above;
            ledger.top = ledger.top.saturating_add_signed(shift);
            self.settle_ledger();
        }
    }

    /// What the entry under the cursor of the topmost list is about.
    pub(crate) fn matter(&self) -> Option<&Matter> {
        match self.screens.last() {
            Some(Screen::Ledger(ledger)) => ledger.matter(),
            _ => None,
        }
    }

    /// What is told of a story, once its sources are compared.
    fn compared_content(&self, ledger: &Ledger) -> Content {
        let Some(story) = ledger.story else {
            return Content::default();
        };
        let Some(comparison) = self.known.comparison(story) else {
            return Content {
                title: self.known.bundle[story].title.clone(),
                empty: match self.known.failed.contains(&story) {
                    true => "Comparing this story failed; please report it".to_string(),
                    false => "Comparing the sources of this story …".to_string(),
                },
                ..Content::default()
            };
        };
        match ledger.about {
            About::Sources => self.each_source(ledger, story, comparison),
            About::Claims => self.claims(ledger, story, comparison),
            About::Discrepancies => self.discrepancies(ledger, story, comparison),
            About::Origins => self.origins(story, comparison),
            About::Notes | About::Decisions => Content::default(),
        }
    }

    fn content(&self, ledger: &Ledger) -> Content {
        let mut content = match ledger.about {
            About::Notes => self.note_list(),
            About::Decisions => self.decision_list(),
            _ => self.compared_content(ledger),
        };
        let all = content.entries.len();
        let has = |entry: &Entry| ledger.facets.iter().all(|it| entry.facets.contains(it));
        content.entries.retain(has);
        if !ledger.filter.is_empty() {
            let wanted: Vec<String> = words(&ledger.filter);
            content.entries.retain(|entry| {
                let text: Vec<String> = entry.lines.iter().map(Line::text).collect();
                let text = text.join(" ").to_lowercase();
                wanted.iter().all(|it| text.contains(it.as_str()))
            });
            content.empty = format!("Nothing matches {:?}; Esc shows all again", ledger.filter);
        }
        let shown = content.entries.len();
        if let Some(it) = &content.counted {
            let of = match shown < it.all {
                true => format!(" of {}", it.all),
                false => String::new(),
            };
            content.title = format!("{}: {shown}{of}  {}", it.what, content.title);
        } else if shown < all {
            content.title += &format!(", {shown} shown");
        }
        content
    }

    pub(crate) fn filter_ledger(&mut self, text: &str) {
        if let Some(Screen::Ledger(ledger)) = self.screens.last_mut() {
            ledger.filter = text.to_string();
            ledger.go_to(0);
        }
        self.refresh_ledger();
    }

    /// What is to be shown?
    fn open_filters(&mut self) {
        let Some(Screen::Ledger(ledger)) = self.screens.last() else {
            return;
        };
        let filters = ledger.content.filters.iter();
        let at = filters.clone().position(|it| it.0 == ledger.only);
        let items: Vec<Item> = filters
            .map(|(name, many)| Item {
                left: name.clone(),
                right: many.to_string(),
                pick: Some(Pick::Only(name.clone())),
            })
            .collect();
        if items.is_empty() {
            return self.say_uncompared();
        }
        let picker = Picker::new("Show: type to search, Enter decides", items);
        self.open_picker(picker.at(at.unwrap_or_default()));
    }

    pub(crate) fn show_only(&mut self, only: &str) {
        if let Some(Screen::Ledger(ledger)) = self.screens.last_mut() {
            ledger.only = only.to_string();
            ledger.go_to(0);
        }
        self.refresh_ledger();
    }

    /// Shows everything again.
    pub(crate) fn widen_ledger(&mut self) {
        if let Some(Screen::Ledger(ledger)) = self.screens.last_mut() {
            ledger.facets.clear();
        }
        self.filter_ledger("");
    }

    /// The commands of all ledgers; false where the command is none of them.
    pub(crate) fn update_ledger(&mut self, command: Command) -> bool {
        let page = (self.ledger_height() / 3).max(1);
        if matches!(command, Command::Down | Command::Up)
            && self.scroll_entry(command == Command::Down)
        {
            return true;
        }
        let Some(Screen::Ledger(ledger)) = self.screens.last_mut() else {
            return false;
        };
        match command {
            Command::Open => self.open_entry(),
            Command::OriginEvidence => self.open_evidence(),
            Command::Search | Command::FilterNotes => {
                self.prompt(crate::app::state::overlay::Asks::LedgerFilter);
            }
            Command::NarrowNotes => self.open_facets(),
            Command::AnnotateClaimRow
            | Command::AnnotateDiscrepancy
            | Command::AnnotateSourceRow => self.annotate_entry(),
            Command::ClaimFilter | Command::KindFilter | Command::SourceFilter => {
                self.open_filters()
            }
            Command::ClaimSort => {
                ledger.sorted = !ledger.sorted;
                ledger.go_to(0);
                self.refresh_ledger();
            }
            Command::Left | Command::Right if ledger.content.table.is_some() => {
                choose_column(ledger, command == Command::Right);
            }
            Command::Left | Command::Right if ledger.about == About::Sources => {
                self.next_source(command == Command::Right);
            }
            Command::NextReading => {
                ledger.next_reading();
                self.show_reading();
            }
            Command::WhyClaim | Command::WhyDiscrepancy | Command::WhySource => self.why_entry(),
            other => {
                let last = ledger.content.entries.len().saturating_sub(1);
                let Some(at) = moved(other, ledger.at, last, page) else {
                    return false;
                };
                ledger.go_to(at);
                if other == Command::First {
                    ledger.top = 0;
                }
            }
        }
        true
    }

    pub(crate) fn open_entry(&mut self) {
        if let Some(id) = self.note_under_cursor()
            && self.ask_where(&id)
        {
            return;
        }
        if self.open_source() || self.open_draft() || self.open_pair() {
            return;
        }
        let Some(Screen::Ledger(ledger)) = self.screens.last() else {
            return;
        };
        let Some(entry) = ledger.current() else {
            return;
        };
        let Some(place) = chosen_place(ledger) else {
            let why = entry.nowhere.clone();
            return self.say(why.unwrap_or("This entry has no place to go to".to_string()));
        };
        let (mut place, others) = (place, entry.places.clone());
        if let Some(source) = untold_by(ledger) {
            match self.linked_in(source, &others) {
                Some(linked) => place = linked,
                None => {
                    let name = self.known.bundle.named(source);
                    self.say(format!("{name} does not tell this claim"));
                }
            }
        }
        self.open_place(place, &others);
    }

    /// Why the sentence that Enter would go to is marked as it is.
    fn why_entry(&mut self) {
        let Some(Screen::Ledger(ledger)) = self.screens.last() else {
            return;
        };
        let comparison = ledger.story.and_then(|it| self.known.comparison(it));
        let places = ledger.current().map_or(&[][..], |it| &it.places);
        let linked = untold_by(ledger).and_then(|it| self.linked_in(it, places));
        match (linked.or(chosen_place(ledger)), comparison.cloned()) {
            (_, None) => self.say_uncompared(),
            (Some(place), Some(comparison)) => self.show_why(place, &comparison),
            (None, _) => (),
        }
    }

    /// The sentence of a source that is linked to one of these, though it does not tell their claim.
    fn linked_in(&self, source: ArticleIx, places: &[Place]) -> Option<Place> {
        let comparison = self.known.comparison(self.story()?)?;
        let mut linked = places.iter().map(|it| comparison.counterpart(*it, source));
        let sentence = linked.find_map(|it| it)?;
        Some(Place::new(source, sentence))
    }

    /// Goes to a place in the panes of its story, opening them if need be, with the others in
    /// panes beside it as far as there is room.
    pub(crate) fn open_place(&mut self, place: Place, others: &[Place]) {
        let Some(story) = self.known.bundle.story_of(place.article) else {
            return;
        };
        let open = |it: &Screen| matches!(it, Screen::Compare(compare) if compare.story == story);
        // On top, so that going back leads to the list that was left.
        match self.screens.iter().position(open) {
            Some(at) => self.screens[at..].rotate_left(1),
            None => self.open_story(story),
        }
        self.settle_panes();
        self.remember();
        self.visit(place);
        if let Some(compare) = self.compare_mut() {
            bring(compare, others);
        }
        self.settle_jump();
    }

    /// What was asked for at the first opening of a bundle, done again: nothing is lost by it.
    pub(crate) fn ask(&mut self, effect: Effect) {
        self.todo.push(effect);
    }
}

/// The place that Enter goes to: in the source of the chosen column, else that of the chosen reading.
fn chosen_place(ledger: &Ledger) -> Option<Place> {
    let entry = ledger.current()?;
    let of_source = |it: &&Place| Some(it.article) == ledger.source();
    let chosen = entry.places.iter().find(of_source);
    let read = entry.places.get(ledger.reading).or(entry.places.first());
    chosen.or(read).copied()
}

/// The source of the chosen column of claims, where it does not tell the current one; a sign in brackets
/// there stands for a sentence that is linked.
fn untold_by(ledger: &Ledger) -> Option<ArticleIx> {
    let places = &ledger.current()?.places;
    let source = ledger.source().filter(|_| ledger.about == About::Claims)?;
    (!places.iter().any(|it| it.article == source)).then_some(source)
}

/// Puts the articles of the places into the panes that show none of them yet.
fn bring(compare: &mut Compare, places: &[Place]) {
    for place in places {
        if compare.panes.iter().any(|it| it.article == place.article) {
            continue;
        }
        let focus = compare.focus;
        let idle = compare.panes.iter().enumerate().position(|(at, pane)| {
            at != focus && places.iter().all(|it| it.article != pane.article)
        });
        let Some(at) = idle else {
            return;
        };
        let weight = compare.panes[at].weight;
        compare.panes[at] = crate::app::state::panes::Pane {
            weight,
            cursor: place.sentence,
            ..crate::app::state::panes::Pane::new(place.article)
        };
    }
}

fn choose_column(ledger: &mut Ledger, right: bool) {
    let many = ledger
        .content
        .table
        .as_ref()
        .map_or(0, |it| it.articles.len());
    ledger.column = match right {
        true => (ledger.column + 1).min(many.saturating_sub(1)),
        false => ledger.column.saturating_sub(1),
    };
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}
