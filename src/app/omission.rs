//! What a source leaves out, as `compare::omissions` finds it: worked out for the panes in view, and
//! read in a box.

use crate::{
    app::state::app::App,
    compare::omissions::omissions,
    config::theme::Paint,
    geometry::rich::Line,
    model::{
        bundle::Bundle,
        comparison::{Claim, Nearest},
        index::{ArticleIx, Place, StoryIx},
    },
};

/// Sources that are named behind what is left out.
const NAMED: usize = 4;

impl App {
    /// Works out what the articles in the panes leave out, once each.
    pub(crate) fn settle_omissions(&mut self) {
        let Some(compare) = self.compare() else {
            return;
        };
        let shown: Vec<ArticleIx> = compare.panes.iter().map(|it| it.article).collect();
        let story = compare.story;
        self.find_omissions(story, &shown);
    }

    /// Works out what some articles of a story leave out, once each.
    pub(crate) fn find_omissions(&mut self, story: StoryIx, of: &[ArticleIx]) {
        let Some(comparison) = self.known.comparison(story).cloned() else {
            return;
        };
        let share = self.settings.compare.omission;
        let articles = &self.known.bundle.articles;
        for article in of.iter().copied() {
            self.known
                .omissions
                .entry(article)
                .or_insert_with(|| omissions(articles, &comparison, article, share));
        }
    }

    /// Whether something is left out after a sentence.
    pub fn omits(&self, place: Place) -> bool {
        let found = self.known.omissions.get(&place.article);
        found.is_some_and(|it| it.contains_key(&place.sentence))
    }

    /// Reads what is left out after the current sentence, or else after the next one that has
    /// something left out after it.
    pub(crate) fn open_omission(&mut self) {
        let Some(compare) = self.compare() else {
            return;
        };
        let place = compare.place();
        let Some(comparison) = self.known.comparison(compare.story).cloned() else {
            return self.say_uncompared();
        };
        let source = self.known.bundle.named(place.article).to_string();
        let found = self.known.omissions.get(&place.article);
        let next = found.and_then(|it| it.range(place.sentence..).next());
        let Some((after, claims)) = next.map(|(after, claims)| (*after, claims.clone())) else {
            return self.say(format!("{source} leaves nothing out from here on"));
        };
        let further = after != place.sentence;
        if further {
            self.remember();
            self.move_to(after);
        }
        let lines = claims
            .iter()
            .filter_map(|ix| Some((comparison.claims().get(ix.0)?, ix)))
            .flat_map(|(claim, ix)| self.omitted(claim, comparison.nearest(*ix, place.article)))
            .collect();
        let title = match further {
            true => format!("Further down: told by others there, left out by {source}"),
            false => format!("Told by others here, left out by {source}"),
        };
        self.show(title, lines);
    }

    /// The claim as its sources tell it, and the sentence that comes nearest to it where it is left out.
    fn omitted(&self, claim: &Claim, near: Option<&Nearest>) -> Vec<Line> {
        let bundle = &self.known.bundle;
        let mut lines: Vec<Line> = Vec::new();
        for place in &claim.sentences {
            let line = Line::new(format!("{}: ", bundle.named(place.article)), Paint::Title);
            lines.push(line.and(bundle.said(*place), Paint::Text));
        }
        lines.push(told_by(claim).indented(2));
        lines.extend(near.map(|it| nearest(bundle, it)));
        lines.push(Line::gap());
        lines
    }
}

/// How many articles and origins tell a claim.
pub(crate) fn told_by(claim: &Claim) -> Line {
    let told = crate::app::claims::counted(claim.articles().len(), claim.origins);
    Line::new(told, Paint::Dim)
}

/// The same, with the names of the first few.
pub(crate) fn tellers(bundle: &Bundle, claim: &Claim) -> Line {
    let tellers = claim.articles();
    let names = tellers.iter().take(NAMED).map(|it| bundle.named(*it));
    let names = names.collect::<Vec<_>>().join(", ");
    let more = match tellers.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    told_by(claim).and(format!(" {names}{more}"), Paint::Dim)
}

/// The sentence of a source that comes nearest to what it leaves out.
pub(crate) fn nearest(bundle: &Bundle, it: &Nearest) -> Line {
    let source = bundle.named(it.own.article);
    let near = format!("nearest in {source}: {}", bundle.said(it.own));
    Line::new(near, Paint::Dim).indented(2)
}
