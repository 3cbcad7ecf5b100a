//! The headline of a page that was copied whole: below the lines of a menu, above the text whose words
//! it has (see `topic`). Cost: one look at the words of the paragraphs, and at the first lines.

use crate::bundle::clean::{
    block::Shape,
    chrome,
    dated::is_about,
    lists::List,
    page::{Page, is_stated},
    prose,
    stretch::{Kind, Text},
    title::is_brief,
    topic::Topic,
};

/// Lines of the longest menu above a headline.
const LINES: usize = 120;
/// Bytes and words of the longest headline, and words of the shortest.
const HEADLINE: usize = 220;
const MOST_WORDS: usize = 30;
const FEWEST_WORDS: usize = 4;
/// Words of the article from which a line is its headline, or a paragraph its text.
const OWN: usize = 4;
const TOLD: usize = 3;
/// So many lines above it are a menu, whatever they say.
const MENU: usize = 4;

/// The line of the headline: where lines of the site stand above it, the first that has the words of
/// the text; else the line that is `marked` as one.
pub(crate) fn find(page: &Page, marked: Option<usize>) -> Option<usize> {
    if !may_be_copied(page) {
        return marked;
    }
    let text = Text::new(page);
    let told = (0..page.units.len()).filter(|at| text.kinds[*at] == Kind::Told);
    let told = told.filter(|at| !is_listed(page, *at));
    let topic = Topic::new(told.map(|at| page.words(at)));
    let own = |at: usize| topic.share(page.words(at)).own.min(OWN);
    let told = |at: &usize| text.kinds[*at] == Kind::Told && TOLD <= own(*at);
    let ends = |at: &usize| told(at) && is_ended(page.words(*at));
    let Some(first) = (0..text.kinds.len().min(LINES)).find(ends) else {
        return marked;
    };
    let rank = |at: &usize| marked.is_none() || page.units[*at].shape == Shape::Heading;
    let lines = (0..first).filter(|at| rank(at) && can_be_headline(page, &topic, *at));
    let lines: Vec<usize> = lines.collect();
    let most = lines.iter().map(|at| own(*at)).max().unwrap_or_default();
    // A name of few words, as an outlet has, is less likely one.
    let long = |at: usize| FEWEST_WORDS < page.words(at).split_whitespace().count();
    let fits = |at: &usize| most <= own(*at) + usize::from(long(*at));
    let Some(at) = lines.into_iter().find(fits) else {
        return marked;
    };
    let above: Vec<usize> = (0..at).filter(|it| is_open(page, *it)).collect();
    let site = above.iter().all(|it| is_site(page, *it));
    let menu = MENU <= above.len();
    let copied = !above.is_empty() && (site || menu);
    match copied && marked.is_none_or(|it| it < at) {
        true => Some(at),
        false => marked,
    }
}

/// Whether lines stand above the first paragraph besides headline and dek, or one that is the site's:
/// most texts begin with their headline, and are not looked at any further.
fn may_be_copied(page: &Page) -> bool {
    let lines = (0..page.units.len().min(LINES)).filter(|at| is_open(page, *at));
    let site = |at: usize| prose::speaks_to_reader(page.words(at)) || is_listed(page, at);
    let mut lines = lines.take_while(|at| !chrome::is_told(page.words(*at)) || site(*at));
    let first = lines.next();
    2 < lines.count() || first.is_some_and(|at| is_site(page, at))
}

fn is_open(page: &Page, at: usize) -> bool {
    let plain = matches!(
        page.units[at].shape,
        Shape::Text | Shape::Heading | Shape::Item
    );
    page.units[at].label.is_none() && plain
}

fn is_site(page: &Page, at: usize) -> bool {
    let words = page.words(at);
    is_brief(words)
        || is_listed(page, at)
        || is_about(words)
        || is_path(words)
        || words.ends_with(':')
        || prose::speaks_to_reader(words)
}

fn is_listed(page: &Page, at: usize) -> bool {
    [List::Lines, List::Metadata, List::Captions]
        .iter()
        .any(|it| page.fits(at, *it))
}

fn can_be_headline(page: &Page, topic: &Topic, at: usize) -> bool {
    let words = page.words(at);
    let heading = matches!(page.units[at].shape, Shape::Text | Shape::Heading);
    if !is_open(page, at) || !heading || HEADLINE < words.len() || is_ended(words) {
        return false;
    }
    let count = words.split_whitespace().take(MOST_WORDS + 1).count();
    (FEWEST_WORDS..=MOST_WORDS).contains(&count)
        && !is_path(words)
        && (topic.share(words).is(2, 2) || topic.share(words).is(3, 3))
        && !is_listed(page, at)
        && !is_about(words)
}

/// `Home » World » Pier shut`
fn is_path(words: &str) -> bool {
    let signs = [" / ", " > ", " » ", " | ", " › "];
    let home = |it: &str| words.starts_with("Home") && words.contains(it);
    signs
        .iter()
        .any(|it| 1 < words.matches(*it).count() || home(it))
}

/// Whether a line ends with a full stop that belongs to no acronym: "in the U.S."
fn is_ended(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    let acronym = 2 < last.len() && last.split_terminator('.').all(|it| it.len() == 1);
    is_stated(words) && !acronym
}
