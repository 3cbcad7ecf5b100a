//! What is told of a story beside the list, and in full in a box: how many articles, outlets and
//! origins, which articles, what most of them share, and what put them together.

use crate::{
    app::{
        claims::counted,
        discrepancies::by_you,
        origins::independent,
        signs::{Sign, sign},
        state::{
            app::App,
            stories::{best_shared, sources},
        },
    },
    config::theme::Paint,
    geometry::rich::Line,
    model::{
        comparison::{Comparison, Differs},
        index::{ArticleIx, StoryIx},
        ruling::Verdict,
        story::Story,
    },
    text::count,
};

/// Articles of a story of which the first place is told beside the list.
const PLACES: usize = 4;
/// Claims told by most that are shown.
const CLAIMS: usize = 4;

impl App {
    /// All that is known of the story under the cursor, in a box.
    pub(crate) fn open_about(&mut self) {
        match self.stories.current() {
            Some(story) => self.show("About this story", self.about(story, None)),
            None => self.warn("Choose a story first"),
        }
    }

    /// A story, with so many of its articles at most; all of them where no number is given. Where words
    /// are looked for, their places take room before the articles, so fewer of them are told.
    pub fn about(&self, ix: StoryIx, most: Option<usize>) -> Vec<Line> {
        let story = &self.known.bundle[ix];
        let comparison = self.known.comparison(ix);
        let comparison = comparison.map(AsRef::as_ref);
        let mut lines = vec![
            Line::new(story.title.clone(), Paint::Headline),
            self.numbers(story, comparison),
        ];
        if story.by_you {
            let sign = sign(Sign::ByYou, self.settings.signs);
            let told = format!("{sign} corrected by your decisions");
            lines.push(Line::new(told, Paint::Note));
        }
        lines.push(Line::gap());
        let all = story.articles().len();
        lines.extend(self.places_found(story, most.map_or(all, |it| it.min(PLACES))));
        lines.extend(self.articles_of(story, most.unwrap_or(all)));
        lines.push(Line::gap());
        lines.extend(
            comparison
                .map(|it| self.told_by_most(it))
                .into_iter()
                .flatten(),
        );
        lines.extend(together(story));
        lines
    }

    /// How many there are of everything.
    fn numbers(&self, story: &Story, comparison: Option<&Comparison>) -> Line {
        let many = story.articles().len();
        let outlets = sources(&self.known.bundle, story).len();
        let articles = count::counted(many, "article", "articles");
        let outlets = count::counted(outlets, "outlet", "outlets");
        let line = Line::new(format!("{articles} of {outlets}"), Paint::Text);
        match comparison {
            _ if many == 1 => line.and("; nothing to compare", Paint::Dim),
            None => line.and("  comparing …", Paint::Dim),
            Some(it) => {
                let origins = count::counted(independent(it), "origin", "origins");
                let all = it.discrepancies();
                let so = |how| all.iter().filter(|it| it.differs == how).count();
                let sure = so(Differs::Surely);
                let mut differ = count::counted(sure, "discrepancy", "discrepancies");
                for how in [Differs::Possibly, Differs::Slightly] {
                    let many = so(how);
                    if 0 < many {
                        differ += &format!(", {many} {}", how.adjective());
                    }
                }
                let confirmed = it.standing().filter(|(_, confirmed)| *confirmed);
                let judged = [
                    (confirmed.count(), Verdict::Confirm),
                    (it.dismissed().len(), Verdict::Dismiss),
                ];
                let line = line
                    .and(format!(" = {origins}"), Paint::Text)
                    .and(format!("  {differ}"), Paint::Difference);
                let told = judged.into_iter().filter(|(many, _)| 0 < *many);
                told.fold(line, |line, (many, said)| {
                    line.and(format!(", {many} {}", by_you(said)), Paint::Note)
                })
            }
        }
    }

    fn articles_of(&self, story: &Story, most: usize) -> Vec<Line> {
        let all = story.articles();
        let mut lines: Vec<Line> = all
            .iter()
            .take(most)
            .map(|it| self.article_line(*it))
            .collect();
        if most < all.len() {
            let more = format!("and {} more", all.len() - most);
            lines.push(Line::new(more, Paint::Dim));
        }
        lines
    }

    fn article_line(&self, ix: ArticleIx) -> Line {
        let article = &self.known.bundle[ix];
        let date = article.meta().published;
        let date = date.map_or(String::new(), |it| format!("  {}", it.date));
        let line = Line::new(article.source(), Paint::Title)
            .and(date, Paint::Dim)
            .and(format!("  {}", article.headline()), Paint::Text);
        let line = match article.doubts().first() {
            Some(doubt) => line.and(format!("  ! {}", doubt.message), Paint::Warning),
            None => line,
        };
        line.hanging(2)
    }

    fn told_by_most(&self, comparison: &Comparison) -> Vec<Line> {
        let best = best_shared(comparison, CLAIMS);
        if best.is_empty() {
            return Vec::new();
        }
        let told = best.into_iter().map(|(place, many, origins)| {
            Line::new(format!("{}  ", counted(many, origins)), Paint::Key)
                .and(self.known.bundle.said(place), Paint::Text)
                .hanging(2)
        });
        let title = Line::new("Told by most", Paint::Title);
        let lines = std::iter::once(title).chain(told);
        lines.chain([Line::gap()]).collect()
    }
}

/// What put the articles together.
fn together(story: &Story) -> Vec<Line> {
    if story.reasons.is_empty() {
        return Vec::new();
    }
    let title = Line::new("Why these are one story", Paint::Title);
    let reasons = story.reasons.iter();
    let reasons = reasons.map(|it| Line::new(it.clone(), Paint::Dim).hanging(2));
    std::iter::once(title).chain(reasons).collect()
}
