//! What differs in substance at the current sentence, in one line: the kind, every reading with its
//! sources, and where no pane shows another reading, the key that brings one.

use crate::{
    app::{
        discrepancies::shown,
        signs::{Sign, sign},
        state::app::App,
    },
    geometry::wrap,
    input::command::Command,
    model::{
        bundle::Bundle,
        comparison::{Discrepancy, Reading},
        index::{ArticleIx, Place},
    },
};

/// What stands between two readings.
const BETWEEN: &str = " | ";
/// Sources of a reading that are named.
const NAMED: usize = 2;

impl App {
    /// Says what differs at the current sentence.
    pub(crate) fn tell_difference(&mut self) {
        let Some((here, comparison)) = self.compared_here() else {
            return;
        };
        let found: Vec<&Discrepancy> = comparison.discrepancies_at(here).collect();
        let Some(first) = found.first() else {
            return;
        };
        let more = match found.len() - 1 {
            0 => String::new(),
            more => format!("  +{more} more"),
        };
        let elsewhere = self.unshown(&found, here).unwrap_or_default();
        let differs = sign(Sign::Difference(first.differs), self.settings.signs);
        let head = format!("{differs} {}: ", first.named());
        let room = self.size.0.saturating_sub(wrap::columns(&head));
        let (named, bare): (Vec<String>, Vec<String>) = self.readings(first, here).unzip();
        let named = named.join(BETWEEN);
        // What has no room goes in turn: the key, who has which reading, the ends of the readings.
        let whole = [
            format!("{named}{more}{elsewhere}"),
            format!("{named}{more}"),
            format!("{}{more}", bare.join(BETWEEN)),
        ];
        let fits = whole.into_iter().find(|it| wrap::columns(it) <= room);
        let told = fits.unwrap_or_else(|| {
            let between = (bare.len() - 1) as u16 * wrap::columns(BETWEEN);
            let left = room.saturating_sub(between + wrap::columns(&more));
            format!("{}{more}", fitted(&bare, left).join(BETWEEN))
        });
        self.say(format!("{head}{told}"));
    }

    /// Its readings, that of the current sentence first: each with its sources, and without.
    fn readings(&self, it: &Discrepancy, here: Place) -> impl Iterator<Item = (String, String)> {
        let own = |reading: &&Reading| reading.is_at(here);
        let (own, others): (Vec<&Reading>, Vec<&Reading>) = it.readings.iter().partition(own);
        let bundle = &self.known.bundle;
        own.into_iter().chain(others).map(move |reading| {
            let sources = sources(bundle, reading.articles(), here.article);
            let text = shown(it, &reading.text);
            (format!("{text} ({sources})"), text.to_string())
        })
    }

    /// The key that shows the other readings beside the sentence, where no pane has one of them.
    fn unshown(&self, found: &[&Discrepancy], here: Place) -> Option<String> {
        let compare = self.compare()?;
        let panes = self.frames(compare);
        let shown = panes.iter().map(|(at, _)| compare.panes[*at].article);
        let shown: Vec<ArticleIx> = shown.collect();
        let found = found.iter().filter(|it| it.weighs());
        let readings = found.flat_map(|it| &it.readings);
        let others = readings.filter(|it| !it.is_at(here));
        let mut others = others.flat_map(Reading::articles);
        if others.any(|it| shown.contains(&it)) {
            return None;
        }
        let keys = self.settings.keymap.keys_of(Command::NextCarrier);
        let key = keys.first()?;
        Some(format!("  in no pane: {key} shows who tells it"))
    }
}

/// Texts cut so that all together have so many columns: the short ones whole, the others alike.
fn fitted(texts: &[String], room: u16) -> Vec<String> {
    let mut widths: Vec<u16> = texts.iter().map(|it| wrap::columns(it)).collect();
    widths.sort_unstable();
    let (mut left, mut open) = (room, widths.len() as u16);
    for width in widths {
        if width <= left / open {
            left -= width;
            open -= 1;
        }
    }
    if open == 0 {
        return texts.to_vec();
    }
    let most = left / open;
    let cut = |it: &String| match wrap::columns(it) <= most {
        true => it.clone(),
        false => wrap::cut(it, most),
    };
    texts.iter().map(cut).collect()
}

/// The names of some sources; of the current one it is said that it is here, and the rest are counted.
fn sources(bundle: &Bundle, mut articles: Vec<ArticleIx>, here: ArticleIx) -> String {
    let own = articles.iter().position(|it| *it == here);
    let named = match own {
        Some(at) => {
            articles.remove(at);
            "here".to_string()
        }
        None => {
            let rest = articles.split_off(NAMED.min(articles.len()));
            let named = articles.iter().map(|it| bundle.named(*it));
            let named: Vec<_> = named.collect();
            let named = named.join(", ");
            articles = rest;
            named
        }
    };
    match articles.len() {
        0 => named,
        more => format!("{named} +{more}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_readings_stay_whole_and_long_ones_share_what_is_left() {
        let texts = |all: &[&str]| all.iter().map(|it| it.to_string()).collect::<Vec<_>>();
        let readings = texts(&["a mill", "the old mill of Orrin", "the new mill of Pell"]);
        assert_eq!(
            fitted(&readings, 26),
            texts(&["a mill", "the old m…", "the new m…"])
        );
        assert_eq!(fitted(&readings, 80), readings);
    }
}
