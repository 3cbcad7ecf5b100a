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
        let elsewhere = self.unshown(&found, here);
        let after = format!("{more}{}", elsewhere.unwrap_or_default());
        let room = self.size.0.saturating_sub(wrap::columns(&after));
        let told = self.readings_in_line(first, here);
        self.say(format!("{}{after}", wrap::cut(&told, room)));
    }

    /// Its kind and its readings, that of the current sentence first.
    fn readings_in_line(&self, it: &Discrepancy, here: Place) -> String {
        let own = |reading: &&Reading| reading.places.iter().any(|(at, _)| *at == here);
        let (own, others): (Vec<&Reading>, Vec<&Reading>) = it.readings.iter().partition(own);
        let bundle = &self.known.bundle;
        let told = own.into_iter().chain(others).map(|reading| {
            let sources = sources(bundle, reading.articles(), here.article);
            format!("{} ({sources})", shown(it.kind, &reading.text))
        });
        let told: Vec<String> = told.collect();
        let differs = sign(Sign::Difference(it.differs), self.settings.signs);
        format!("{differs} {}: {}", it.named(), told.join(" | "))
    }

    /// The key that shows the other readings beside the sentence, where no pane has one of them.
    fn unshown(&self, found: &[&Discrepancy], here: Place) -> Option<String> {
        let compare = self.compare()?;
        let panes = self.frames(compare);
        let shown = panes.iter().map(|(at, _)| compare.panes[*at].article);
        let shown: Vec<ArticleIx> = shown.collect();
        let readings = found.iter().flat_map(|it| &it.readings);
        let others = readings.filter(|it| it.places.iter().all(|(at, _)| *at != here));
        let mut others = others.flat_map(Reading::articles);
        if others.any(|it| shown.contains(&it)) {
            return None;
        }
        let keys = self.settings.keymap.keys_of(Command::NextCarrier);
        let key = keys.first()?;
        Some(format!("  in no pane: {key} shows who tells it"))
    }
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
            let named: Vec<&str> = articles.iter().map(|it| bundle[*it].source()).collect();
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
