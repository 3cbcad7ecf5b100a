//! Targets placed in one bundle, many at a time. Articles are read on first need and kept, so a
//! thousand notes on a bundle cost little more than one; the digests of all articles are made
//! only for a target that no name leads to.

use std::{cell::OnceCell, collections::HashMap};

use crate::{
    model::{
        bundle::Bundle,
        index::{ArticleIx, SentenceIx, StoryIx},
        note::{Passage, Target},
        target::Cited,
    },
    store::anchor::{
        edited,
        find::{self, Found},
        home,
        identity::{Identity, Names},
        placed::Placed,
        stream::{self, Range, Stream},
        target,
    },
};

/// A bundle, ready for being asked where targets stand in it.
#[derive(Debug)]
pub struct Places<'a> {
    bundle: &'a Bundle,
    names: Vec<Names>,
    streams: Vec<OnceCell<Stream>>,
    hashes: Vec<OnceCell<String>>,
    by_hash: OnceCell<HashMap<String, Vec<ArticleIx>>>,
}

impl<'a> Places<'a> {
    pub fn new(bundle: &'a Bundle) -> Self {
        let count = bundle.articles.len();
        Self {
            bundle,
            names: bundle.articles.iter().map(Names::of_article).collect(),
            streams: (0..count).map(|_| OnceCell::new()).collect(),
            hashes: (0..count).map(|_| OnceCell::new()).collect(),
            by_hash: OnceCell::new(),
        }
    }

    /// Where a target stands now.
    pub fn place(&self, target: &Target) -> Placed {
        if target.exact.is_empty() {
            return Placed::Lost;
        }
        let then = Names::of_cited(&target.article);
        let named = self.judged(&then);
        let with = |identity| {
            let them = named.iter().filter(move |it| it.1 == identity);
            them.map(|it| it.0).collect::<Vec<_>>()
        };
        match with(Identity::Same).as_slice() {
            [] => match self.renamed(&then, &target.article.hash) {
                Some(at) => self.within(at, target),
                None => self.among_strangers(&with(Identity::Akin), target),
            },
            same => self.among(&self.nearest(same, &then, &target.article.hash), target),
        }
    }

    /// The article that a target was taken from, by its names alone: also where its words are gone.
    pub fn article(&self, target: &Target) -> Option<ArticleIx> {
        let judged = self.judged(&Names::of_cited(&target.article));
        let same = judged.iter().find(|it| it.1 == Identity::Same);
        same.map(|it| it.0)
    }

    /// The articles that are cited: those that say the same under the same outlet's name, which may
    /// be several copies; else the only one that says the same, else the only one that goes by the
    /// same names. None where it is not certain which is meant.
    pub fn cited(&self, cited: &Cited) -> Vec<ArticleIx> {
        let names = Names::of_cited(cited);
        let judged = self.judged(&names).into_iter();
        let same = judged.filter(|it| it.1 == Identity::Same).map(|it| it.0);
        let same: Vec<ArticleIx> = same.collect();
        let says = |at: &ArticleIx| *self.hash(*at) == cited.hash;
        let outlet = |at: &ArticleIx| self.names[at.0].share_outlet(&names);
        if same.iter().any(|at| outlet(at) && says(at)) {
            return same
                .into_iter()
                .filter(|at| outlet(at) && says(at))
                .collect();
        }
        let all = self.by_hash().get(&cited.hash).cloned().unwrap_or_default();
        let copies: Vec<ArticleIx> = all.iter().copied().filter(outlet).collect();
        if !copies.is_empty() {
            return copies;
        }
        let only = [all, same].into_iter().find(|it| it.len() == 1);
        only.unwrap_or_default()
    }

    /// The story that a note on a whole story belongs to: see `home`.
    pub fn home(&self, articles: &[ArticleIx], title: &str) -> Option<StoryIx> {
        home::home(self.bundle, articles, title)
    }

    fn judged(&self, then: &Names) -> Vec<(ArticleIx, Identity)> {
        let judged = self.names.iter().map(|it| it.judge(then)).enumerate();
        let judged = judged.filter(|it| it.1 != Identity::Other);
        judged.map(|(at, it)| (ArticleIx(at), it)).collect()
    }

    /// Of several that have the right names: those whose text is unchanged, and of these the one
    /// in the old file.
    fn nearest(&self, same: &[ArticleIx], then: &Names, hash: &str) -> Vec<ArticleIx> {
        if same.len() == 1 {
            return same.to_vec();
        }
        let those = |all: &[ArticleIx], holds: &dyn Fn(ArticleIx) -> bool| {
            let some: Vec<ArticleIx> = all.iter().copied().filter(|it| holds(*it)).collect();
            if some.is_empty() { all.to_vec() } else { some }
        };
        let unchanged = those(same, &|at| self.hash(at) == hash);
        those(&unchanged, &|at| self.names[at.0].file == then.file)
    }

    /// The only article that says the very same, where neither names an outlet: its file is called
    /// otherwise now.
    fn renamed(&self, then: &Names, hash: &str) -> Option<ArticleIx> {
        let same = self.by_hash().get(hash).filter(|_| then.unnamed)?;
        let [one] = same.as_slice() else {
            return None;
        };
        self.names[one.0].unnamed.then_some(*one)
    }

    /// In articles that are the one meant.
    fn among(&self, same: &[ArticleIx], target: &Target) -> Placed {
        let mut placed: Vec<Placed> = same.iter().map(|at| self.within(*at, target)).collect();
        placed.retain(|it| *it != Placed::Lost);
        match placed.as_slice() {
            [] => Placed::Lost,
            [_] => placed.remove(0),
            _ => Placed::Ambiguous(placed.iter().flat_map(Placed::passages).collect()),
        }
    }

    /// In articles that may be the one meant, or are another with the same text: where the words
    /// stand between the same neighbours, the user is asked.
    fn among_strangers(&self, akin: &[ArticleIx], target: &Target) -> Placed {
        let same_text = self
            .by_hash()
            .get(&target.article.hash)
            .cloned()
            .unwrap_or_default();
        let asked: Vec<ArticleIx> = match same_text.is_empty() {
            true => akin.to_vec(),
            false => same_text,
        };
        let found: Vec<Passage> = asked
            .iter()
            .flat_map(|at| match find::find(self.stream(*at), target) {
                Found::Kept(range) => vec![passage(*at, range)],
                _ => Vec::new(),
            })
            .collect();
        match found.is_empty() {
            true => Placed::Lost,
            false => Placed::Ambiguous(found),
        }
    }

    fn within(&self, at: ArticleIx, target: &Target) -> Placed {
        let stream = self.stream(at);
        let several = |ranges: Vec<Range>| {
            Placed::Ambiguous(ranges.into_iter().map(|it| passage(at, it)).collect())
        };
        match find::find(stream, target) {
            Found::Kept(range) => Placed::Kept(passage(at, range)),
            Found::Moved(range) => Placed::Moved(passage(at, range)),
            Found::Several(ranges) => self
                .by_span(at, &ranges, target)
                .unwrap_or_else(|| several(ranges)),
            Found::Nothing => match edited::edited(stream, target).as_slice() {
                [] => match edited::alike_anywhere(stream, target) {
                    none if none.is_empty() => Placed::Lost,
                    some => several(some),
                },
                [range] => self.edited(at, *range),
                ranges => several(ranges.to_vec()),
            },
        }
    }

    /// Of several copies in an unchanged article, the one at the old offset.
    fn by_span(&self, at: ArticleIx, ranges: &[Range], target: &Target) -> Option<Placed> {
        let sentences = self.bundle[at].sentences();
        let here = |it: &&Range| sentences[it.first].span.start() == target.span.start();
        let same = *self.hash(at) == target.article.hash;
        let range = ranges.iter().find(here).filter(|_| same)?;
        Some(Placed::Kept(passage(at, *range)))
    }

    fn edited(&self, at: ArticleIx, range: Range) -> Placed {
        let article = &self.bundle[at];
        let now = stream::said(article, range.first..range.last + 1);
        Placed::Edited {
            at: passage(at, range),
            now,
        }
    }

    fn stream(&self, at: ArticleIx) -> &Stream {
        self.streams[at.0].get_or_init(|| Stream::new(&self.bundle[at]))
    }

    fn hash(&self, at: ArticleIx) -> &String {
        self.hashes[at.0].get_or_init(|| target::hash(&self.bundle[at]))
    }

    fn by_hash(&self) -> &HashMap<String, Vec<ArticleIx>> {
        self.by_hash.get_or_init(|| {
            let mut found: HashMap<String, Vec<ArticleIx>> = HashMap::new();
            for at in (0..self.bundle.articles.len()).map(ArticleIx) {
                found.entry(self.hash(at).clone()).or_default().push(at);
            }
            found
        })
    }
}

fn passage(article: ArticleIx, range: Range) -> Passage {
    Passage {
        article,
        first: SentenceIx(range.first),
        last: SentenceIx(range.last),
    }
}
