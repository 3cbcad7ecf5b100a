//! The story that a note on a story as a whole belongs to: the one that holds most of the articles
//! which the story held when the note was made; among equals that of the old title. Headlines of
//! stories change when articles come in or are split off, so the title alone is only asked where
//! none of the articles is there.

use crate::model::{
    bundle::Bundle,
    index::{ArticleIx, StoryIx},
};

/// None where nothing speaks for any story.
pub(crate) fn home(bundle: &Bundle, articles: &[ArticleIx], title: &str) -> Option<StoryIx> {
    let held = |ix: StoryIx| {
        let own = bundle[ix].articles();
        articles.iter().filter(|it| own.contains(it)).count()
    };
    let stories = (0..bundle.stories.len()).map(StoryIx);
    let weighed = stories.map(|ix| ((held(ix), bundle[ix].title == title), ix));
    let known = weighed.filter(|(weight, _)| *weight != (0, false));
    // Of equals the first, as the list has them.
    let best = known.max_by_key(|(weight, ix)| (*weight, std::cmp::Reverse(*ix)));
    best.map(|(_, ix)| ix)
}
