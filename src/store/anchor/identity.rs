//! Which articles may be the one that a target was taken from, told by its names: web address,
//! file, outlet and headline.

use crate::{
    model::{article::Article, target::Cited},
    text::{fold::letters, outlet},
};

/// How surely an article is the one meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Identity {
    /// It has another address, or nothing in common.
    Other,
    /// The outlet or the headline is the same: more has to speak for it.
    Akin,
    /// The same address; or the same outlet with the same file or headline.
    Same,
}

/// What an article is called, in forms that can be compared.
#[derive(Debug)]
pub(crate) struct Names {
    address: Option<String>,
    source: String,
    title: String,
    pub(crate) file: String,
    /// Whether the outlet is called after the file, since nothing tells its name.
    pub(crate) unnamed: bool,
}

impl Names {
    pub(crate) fn of_article(article: &Article) -> Self {
        let meta = article.meta();
        Self::new(
            meta.url.as_deref(),
            article.source(),
            article.title(),
            article.file(),
        )
    }

    pub(crate) fn of_cited(it: &Cited) -> Self {
        Self::new(it.url.as_deref(), &it.source, &it.title, &it.file)
    }

    /// Whether the outlet is the same, however it is written.
    pub(crate) fn share_outlet(&self, other: &Names) -> bool {
        self.source == other.source
    }

    fn new(url: Option<&str>, source: &str, title: &str, file: &str) -> Self {
        Self {
            address: url.map(address).map(str::to_string),
            unnamed: url.is_none() && outlet::of_file(file) == source,
            source: letters(source).collect(),
            title: letters(title).collect(),
            file: file.to_string(),
        }
    }

    /// Judges by names alone; what the articles say is not looked at.
    pub(crate) fn judge(&self, target: &Names) -> Identity {
        match self.address.as_ref().zip(target.address.as_ref()) {
            Some((one, other)) if one == other => return Identity::Same,
            Some(_) => return Identity::Other,
            None => (),
        }
        let source = !self.source.is_empty() && self.source == target.source;
        let title = !self.title.is_empty() && self.title == target.title;
        match (source, title, self.file == target.file) {
            (true, true, _) | (true, _, true) => Identity::Same,
            (true, false, false) | (false, true, _) | (false, _, true) => Identity::Akin,
            (false, false, false) => Identity::Other,
        }
    }
}

/// A web address without what differs between copies of a page.
fn address(url: &str) -> &str {
    let page = url.split('#').next().unwrap_or_default();
    let page = page
        .strip_prefix("https://")
        .or(page.strip_prefix("http://"))
        .unwrap_or(page);
    let page = page.strip_prefix("www.").unwrap_or(page);
    let page = page.split("?utm_").next().unwrap_or_default();
    page.trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::article::{Meta, Parts, SpanOf};

    /// `file|outlet|headline|address` of the article now and of the target then.
    #[track_caller]
    fn check(now: &str, then: &str, expected: Identity) {
        let parts = |it: &str| it.split('|').map(str::to_string).collect::<Vec<_>>();
        let (now, then) = (parts(now), parts(then));
        let url = |it: &String| (!it.is_empty()).then(|| it.clone());
        let meta = Meta {
            source: now[1].clone(),
            title: Some(now[2].clone()),
            url: url(&now[3]),
            ..Meta::default()
        };
        let article = Article::new(
            now[0].clone(),
            SpanOf::File,
            meta,
            String::new(),
            Parts::default(),
        );
        let cited = Cited {
            file: then[0].clone(),
            source: then[1].clone(),
            title: then[2].clone(),
            url: url(&then[3]),
            ..Cited::default()
        };
        let names = Names::of_article(&article);
        assert_eq!(names.judge(&Names::of_cited(&cited)), expected);
    }

    #[test]
    fn an_address_says_it_all() {
        let then = "a.txt|Post|Ferry late|https://www.post.example/ferry/?utm_source=x";
        check(
            "b.txt|Other|New title|http://post.example/ferry#top",
            then,
            Identity::Same,
        );
        check(
            "a.txt|Post|Ferry late|https://post.example/train",
            then,
            Identity::Other,
        );
    }

    #[test]
    fn without_an_address_two_names_must_agree() {
        let then = "a.txt|harbour-post|Ferry late|";
        check(
            "b.json|Harbour Post|Ferry late!|https://post.example/1",
            then,
            Identity::Same,
        );
        check("a.txt|harbour post|Ferry very late|", then, Identity::Same);
        check("c.txt|Harbour Post|Train late|", then, Identity::Akin);
        check("c.txt|Evening News|Ferry late|", then, Identity::Akin);
        check("a.txt|Evening News|Train late|", then, Identity::Akin);
        check("c.txt|Evening News|Train late|", then, Identity::Other);
    }
}
