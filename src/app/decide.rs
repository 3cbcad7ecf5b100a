//! The reader decides: splits an article off a story, merges two stories, pins or forbids a link.
//!
//! A decision is recorded like a note, undone and redone like one, and takes effect once it is on
//! disk: see `app::decided`.

use crate::{
    app::{
        effect::{Cause, Effect},
        signs::{Sign, sign, told},
        state::{
            app::App,
            overlay::Overlay,
            picker::{Item, Pick, Picker},
        },
    },
    input::command::Command,
    model::{
        bundle::Bundle,
        comparison::Link,
        decision::{Decided, Decision, DecisionId},
        grouping::Grouping,
        index::{ArticleIx, Place, StoryIx},
        note::Change,
        ruling::Ruling,
    },
    store::{anchor, decided::Standing},
    text::cited::cited,
};
use std::collections::HashSet;

/// Choosing.
impl App {
    /// Which articles of the story under the cursor are to stand apart?
    pub(crate) fn open_split(&mut self) {
        let Some(story) = self.story() else {
            return self.warn("Choose a story first");
        };
        let bundle = &self.known.bundle;
        let articles = bundle[story].articles();
        if articles.len() < 2 {
            return self.say("This story has one article only");
        }
        let items = articles.iter().map(|ix| Item {
            left: bundle.named(*ix).to_string(),
            right: bundle[*ix].headline().into_owned(),
            pick: Some(Pick::SplitOff(*ix)),
        });
        let picker = Picker::new(
            "Split: Tab marks several, Enter decides, Esc leaves all",
            items.collect(),
        );
        let about = format!(
            "The article chosen, or those marked, becomes a story of its own, apart from “{}”:",
            bundle[story].title
        );
        self.open_picker(picker.about(about).of_several());
    }

    /// With which story is the one under the cursor to be merged?
    pub(crate) fn open_merge(&mut self) {
        let Some(story) = self.story() else {
            return self.warn("Choose a story first");
        };
        let bundle = &self.known.bundle;
        let others = self.stories_by_list().filter(|it| *it != story);
        let items: Vec<Item> = others
            .map(|it| Item {
                left: bundle[it].title.clone(),
                right: stories_sources(bundle, it),
                pick: Some(Pick::MergeWith(it)),
            })
            .collect();
        if items.is_empty() {
            return self.say("There is no other story to merge this one with");
        }
        let title = "Merge: Enter decides, Esc leaves both as they are";
        let about = format!("“{}” becomes one story with:", bundle[story].title);
        self.open_picker(Picker::new(title, items).about(about));
    }

    /// The stories shown first, as the list has them, then the others.
    fn stories_by_list(&self) -> impl Iterator<Item = StoryIx> {
        let shown = &self.stories.shown;
        let listed: HashSet<StoryIx> = shown.iter().copied().collect();
        let all = (0..self.known.bundle.stories.len()).map(StoryIx);
        let rest = all.filter(move |it| !listed.contains(it));
        shown.iter().copied().chain(rest)
    }

    /// They become one story.
    pub(crate) fn split_off(&mut self, moved: Vec<ArticleIx>) {
        let Some(story) = self.story() else {
            return;
        };
        let others = self.known.bundle[story].articles().iter().copied();
        let rest: Vec<ArticleIx> = others.filter(|it| !moved.contains(it)).collect();
        if rest.is_empty() {
            return self.warn("All articles were marked: leave one to split them from");
        }
        self.group(Grouping::Split { moved, rest });
    }

    pub(crate) fn merge_with(&mut self, other: StoryIx) {
        let Some(story) = self.story() else {
            return;
        };
        let articles = |it: StoryIx| self.known.bundle[it].articles().to_vec();
        self.group(Grouping::Merge {
            one: articles(story),
            other: articles(other),
        });
    }

    fn group(&mut self, grouping: Grouping<ArticleIx>) {
        let bundle = &self.known.bundle;
        let cited = grouping.translated(|ix| vec![anchor::cited(&bundle[*ix])]);
        self.decide(Decided::fresh(Decision::Group(cited)));
    }

    /// The first of two sentences to link, or the second.
    pub(crate) fn pin(&mut self) {
        let keys = self.settings.keymap.keys_of(Command::Pin).join(" or ");
        let Some(compare) = self.compare_mut() else {
            return;
        };
        let here = compare.place();
        match compare.linking.take() {
            None => {
                compare.linking = Some(here);
                self.say(format!(
                    "Linking: go to the sentence of another source, and press {keys} there"
                ));
            }
            Some(first) if first == here => self.say("Nothing was linked"),
            Some(first) if first.article == here.article => {
                compare.linking = Some(first);
                self.warn("A link joins sentences of two sources: go to another pane");
            }
            Some(first) => self.rule(Ruling::Pin, first, here),
        }
    }

    /// Forbids the link of the current sentence; where it has several, asks which.
    pub(crate) fn forbid(&mut self) {
        let Some(compare) = self.compare() else {
            return;
        };
        let here = compare.place();
        let Some(comparison) = self.known.comparison(compare.story) else {
            return self.say_uncompared();
        };
        let bundle = &self.known.bundle;
        let links = comparison.links_at(here);
        let others = links.filter_map(|it| Some((it, it.other(here)?)));
        let mut others: Vec<(&Link, Place)> = others.collect();
        // The ones beside the sentence first, in the order of the panes after its own.
        let many = compare.panes.len();
        let beside = |article: ArticleIx| {
            let at = compare.panes.iter().position(|it| it.article == article);
            at.map_or(many, |at| (at + many - compare.focus) % many)
        };
        others.sort_by(|(x, at_x), (y, at_y)| {
            let by_pane = beside(at_x.article).cmp(&beside(at_y.article));
            by_pane
                .then(x.kind.cmp(&y.kind))
                .then(y.score.total_cmp(&x.score))
        });
        match others.as_slice() {
            [] => self.say("No link of this sentence could be forbidden"),
            [(_, one)] => self.rule(Ruling::Forbid, here, *one),
            more => {
                let set = self.settings.signs;
                let items = more.iter().map(|(link, it)| Item {
                    left: bundle.named(it.article).to_string(),
                    right: format!(
                        "{} {}, {:.2}  {}",
                        sign(Sign::Shared(link.kind), set),
                        told(link.kind),
                        link.score,
                        bundle.said(*it)
                    ),
                    pick: Some(Pick::Forbid(here, *it)),
                });
                let title = "Unlink: Enter decides, Esc leaves all links";
                let about = format!(
                    "Chosen below, no longer linked with: {}",
                    cited(&bundle.said(here))
                );
                self.open_picker(Picker::new(title, items.collect()).about(about));
            }
        }
    }

    /// One ruling a pair: a later one takes the place of the earlier.
    pub(crate) fn rule(&mut self, ruling: Ruling, a: Place, b: Place) {
        let bundle = &self.known.bundle;
        let target = |it: Place| anchor::target(&bundle[it.article], it.sentence, it.sentence);
        let pair = Box::new((target(a), target(b)));
        let on_pair = |it: &Standing| match it {
            Standing::Link(_, x, y) => (*x, *y) == (a, b) || (*x, *y) == (b, a),
            _ => false,
        };
        let earlier = self.book.standing().filter(|(_, it)| on_pair(it)).last();
        let earlier = earlier.map(|it| it.0.clone());
        self.decide_instead(earlier, Decision::Link(ruling, pair));
    }

    /// A decision in the place of an earlier one, where there is one.
    pub(crate) fn decide_instead(&mut self, earlier: Option<Decided>, decision: Decision) {
        let decided = match earlier {
            Some(earlier) => Decided {
                decision,
                ..earlier
            },
            None => Decided::fresh(decision),
        };
        self.decide(decided);
    }

    fn decide(&mut self, decided: Decided) {
        self.ask(Effect::Record {
            change: Change::Decide(Box::new(decided)),
            cause: Cause::Made,
        });
    }

    /// Takes a decision back.
    pub(crate) fn revoke(&mut self, id: DecisionId) {
        self.ask(Effect::Record {
            change: Change::Revoke(id),
            cause: Cause::Made,
        });
    }

    pub(crate) fn open_picker(&mut self, picker: Picker) {
        self.overlay = Some(Overlay::Picker(picker));
        self.settle_overlay();
    }
}

fn stories_sources(bundle: &Bundle, story: StoryIx) -> String {
    let told = crate::app::state::stories::sources(bundle, &bundle[story]);
    told.join(", ")
}
