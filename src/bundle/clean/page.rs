//! An article while it is cleaned: its text without markup, its blocks, and what each was found
//! to be so far. The stages look at the blocks that have no label yet and give them one.

use crate::{
    bundle::{
        clean::{
            block::{self, Block, Shape},
            erase::{self, Edit},
            language, links,
            lists::{List, May},
            markup, residue, signed, wrap,
        },
        draft::{self, Draft, Known, Label},
        fields::Field,
    },
    model::article::{Dropped, Meta, Parts, Role, Why},
    text::{safe, span::Span},
};

/// A block on its way to a role.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) span: Span,
    pub(crate) shape: Shape,
    /// Whether it is marked as a heading of the first rank.
    pub(crate) first: bool,
    /// Whether it is nothing but links in Markdown.
    pub(crate) link: bool,
    pub(crate) label: Option<Label>,
    /// The lists of patterns that its words can have one of.
    pub(crate) may: May,
}

/// The whole article.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) text: String,
    pub(crate) units: Vec<Unit>,
    /// Stretches in which characters moved when markup was taken out.
    pub(crate) moved: Vec<Span>,
    /// Parts of blocks that are set aside.
    pub(crate) dropped: Vec<Dropped>,
    pub(crate) meta: Meta,
    /// The outlet's name, where a field or an address tells it.
    pub(crate) outlet: Option<String>,
}

impl Page {
    /// Takes the text of a draft, without its markup.
    pub(crate) fn new(draft: &mut Draft) -> Self {
        let mut meta = draft.meta();
        let text = std::mem::take(&mut draft.text);
        let told = draft.fields.get(Field::Source).is_some() || meta.url.is_some();
        let outlet = told.then(|| meta.source.clone());
        unsign(&mut draft.known, &text, outlet.as_deref(), &mut meta);
        let blocks = block::blocks(&text, draft.body);
        let link = |it: &Block| {
            let words = Span::new(it.marker.end(), it.span.end());
            links::is_link(words.of(&text))
        };
        let links: Vec<bool> = blocks.iter().map(link).collect();
        let mend = wrap::Mend::new(&text);
        let mut edits: Vec<Edit> = Vec::new();
        for known in draft
            .known
            .iter()
            .filter(|it| matches!(it.label, Label::Is(_)))
        {
            markup::edits(&text, known.span, true, &mut edits);
            edits.push(Edit::wall(known.span.end()));
        }
        for block in blocks.iter().filter(|it| it.shape != Shape::Picture) {
            let marked = Edit::delete(block.marker);
            edits.extend((!block.marker.is_empty()).then_some(marked));
            let words = Span::new(block.marker.end(), block.span.end());
            markup::edits(&text, words, draft.markdown, &mut edits);
            if block.wrapped {
                mend.edits(words, &mut edits);
            }
        }
        residue::edits(&text, &mut edits);
        let (text, moved) = match edits.iter().all(|it| it.span.is_empty()) {
            true => (text, Vec::new()),
            false => {
                let (text, moved) = erase::apply(text, edits);
                // A reference such as `&#27;` stands for what was made harmless elsewhere. No byte moves.
                (safe::sanitised(text).0, moved)
            }
        };
        let units = blocks.iter().zip(links);
        let units = units.map(|(it, link)| unit(&text, it, link)).collect();
        Self {
            text,
            units,
            moved,
            dropped: Vec::new(),
            meta,
            outlet,
        }
    }

    /// The words of a unit.
    pub(crate) fn words(&self, at: usize) -> &str {
        safe::bare(self.units[at].span.of(&self.text))
    }

    /// Whether a pattern of the list fits the words of a unit.
    pub(crate) fn fits(&self, at: usize, list: List) -> bool {
        self.units[at].may.fit(list, self.words(at))
    }

    /// Indices of the units without label.
    pub(crate) fn open(&self) -> Vec<usize> {
        let open = |at: &usize| self.units[*at].label.is_none();
        (0..self.units.len()).filter(open).collect()
    }

    pub(crate) fn set(&mut self, at: usize, role: Role) {
        self.units[at].label = Some(Label::Is(role));
    }

    pub(crate) fn drop(&mut self, at: usize, why: Why) {
        self.units[at].label = Some(Label::Drop(why));
    }

    /// The fields, with title and dek from the text where no field gave them.
    pub(crate) fn named(&mut self, parts: &Parts) -> Meta {
        let mut meta = std::mem::take(&mut self.meta);
        meta.title = meta
            .title
            .or_else(|| first_in(&self.text, parts, Role::Headline));
        let guessed = || language::guess(&self.text).map(str::to_string);
        meta.language = meta.language.or_else(guessed);
        meta.dek = meta.dek.or_else(|| first_in(&self.text, parts, Role::Dek));
        meta
    }

    /// Whether markup was taken out of a unit: then its bytes are not where the file has them, and it
    /// is not parted.
    pub(crate) fn is_moved(&self, at: usize) -> bool {
        let span = self.units[at].span;
        let first = self.moved.partition_point(|it| it.end() <= span.start());
        self.moved
            .get(first)
            .is_some_and(|it| it.start() < span.end())
    }

    /// Sets the end of a unit aside, from a byte of the text on.
    pub(crate) fn drop_back(&mut self, at: usize, from: usize, why: Why) {
        let unit = &mut self.units[at];
        let back = Span::new(from, unit.span.end());
        unit.span = Span::new(unit.span.start(), from);
        unit.may = May::of(unit.span.of(&self.text));
        self.dropped.push(Dropped {
            span: safe::trimmed(&self.text, back),
            why,
        });
    }

    /// Sets the beginning of a unit aside, up to a byte of the text.
    pub(crate) fn drop_front(&mut self, at: usize, end: usize, why: Why) {
        let unit = &mut self.units[at];
        let front = Span::new(unit.span.start(), end);
        let rest = Span::new(end, unit.span.end());
        unit.span = safe::trimmed(&self.text, rest);
        unit.may = May::of(unit.span.of(&self.text));
        self.dropped.push(Dropped {
            span: safe::trimmed(&self.text, front),
            why,
        });
    }
}

/// Sets the outlet's name behind a headline that a field gave aside.
fn unsign(known: &mut Vec<Known>, text: &str, outlet: Option<&str>, meta: &mut Meta) {
    let Some(outlet) = outlet else {
        return;
    };
    let headline = |it: &Known| it.label == Label::Is(Role::Headline);
    if let Some(at) = known.iter().position(headline) {
        let span = known[at].span;
        if let Some(end) = signed::end(span.of(text), outlet) {
            let end = span.start() + end;
            known[at].span = Span::new(span.start(), end);
            let rest = safe::trimmed(text, Span::new(end, span.end()));
            let label = Label::Drop(Why::Metadata);
            known.insert(at + 1, Known { span: rest, label });
        }
    }
    if let Some(title) = &mut meta.title
        && let Some(end) = signed::end(title, outlet)
    {
        title.truncate(end);
    }
}

fn first_in(text: &str, parts: &Parts, role: Role) -> Option<String> {
    let found = parts.sentences.iter().find(|it| it.role == role)?;
    draft::shown(found.span.of(text))
}

/// A character that is never seen stands behind a block; where it moved up beside words from which
/// markup was taken out, the block's end may lie inside it.
fn unit(text: &str, block: &Block, link: bool) -> Unit {
    let whole = |at: &usize| text.is_char_boundary(*at);
    let end = (block.span.end()..text.len()).find(whole);
    let span = Span::new(block.span.start(), end.unwrap_or(text.len()));
    // Of an empty link nothing is left.
    let shape = match safe::bare(span.of(text)).is_empty() {
        true => Shape::Rule,
        false => block.shape,
    };
    Unit {
        span,
        shape,
        first: block.is_first(),
        link,
        label: None,
        may: May::of(safe::bare(span.of(text))),
    }
}

/// Whether words end as a sentence does.
pub(crate) fn is_finished(words: &str) -> bool {
    let closing =
        |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']') || safe::is_blank(c);
    words
        .trim_end_matches(closing)
        .ends_with(['.', '!', '?', '…', '。', '।'])
}

/// Whether words end with a full stop or the like, a question mark not counted.
pub(crate) fn is_stated(words: &str) -> bool {
    let closing =
        |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']') || safe::is_blank(c);
    words
        .trim_end_matches(closing)
        .ends_with(['.', ';', ':', ',', '…', '。', '।'])
}
