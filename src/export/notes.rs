//! The notes as a document: front matter, then story by story the table of sources and the notes,
//! each with the exact words it hangs on, what has become of them, how the wording of one source
//! differs from the next, the discrepancies in which they stand, and the user's own text.
//!
//! Each part is a region that can be written again (see `export::region`). A note belongs to the story that its first target stands in; one on a story as a whole to the
//! story of that title. Words are those of the day the note was made.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    export::{choose, diff, escape, front, own, region, sources},
    model::{
        bundle::Bundle,
        comparison::{Comparison, Discrepancy, DiscrepancyKind, Reading},
        index::{Place, SentenceIx, StoryIx},
        note::{Note, NoteId, Notes, Passage, Target},
        story::Story,
    },
    store::anchor::{Placed, Places},
    text::{count::counted, digest, safe, span::Span},
};

/// A note with the places of its targets.
struct Found<'a> {
    note: &'a Note,
    placed: Vec<Placed>,
}

pub(crate) fn document(
    bundle: &Bundle,
    comparisons: &BTreeMap<StoryIx, Comparison>,
    notes: &Notes,
) -> String {
    let places = Places::new(bundle);
    let mut by_story: BTreeMap<StoryIx, Vec<Found>> = BTreeMap::new();
    let mut elsewhere = 0;
    for note in notes.iter() {
        let placed = note.targets.iter().map(|it| places.place(it)).collect();
        let found = Found { note, placed };
        match choose::story_of(bundle, &places, note, &found.placed) {
            Some(story) => by_story.entry(story).or_default().push(found),
            None => elsewhere += 1,
        }
    }
    let mut out = front_matter(by_story.values().flatten().map(|it| it.note));
    for (story, found) in &by_story {
        out += &story_part(bundle, *story, comparisons.get(story), found);
    }
    out + &end(by_story.is_empty(), elsewhere)
}

fn front_matter<'a>(notes: impl Iterator<Item = &'a Note>) -> String {
    let tags: BTreeSet<String> = notes.flat_map(Note::tags).collect();
    format!("{}\n# Notes\n", front::written(&tags))
}

fn end(empty: bool, elsewhere: usize) -> String {
    let mut out = String::new();
    if empty {
        out += "There are no notes on these articles.\n";
    }
    if 0 < elsewhere {
        let gap = if out.is_empty() { "" } else { "\n" };
        let notes = counted(elsewhere, "note is", "notes are");
        out += &format!("{gap}{notes} on articles that are not open here, and left out.\n");
    }
    match out.is_empty() {
        true => out,
        false => region::marked("end", &out),
    }
}

fn story_part(
    bundle: &Bundle,
    story: StoryIx,
    comparison: Option<&Comparison>,
    found: &[Found],
) -> String {
    let story = &bundle[story];
    let title = escape::inline(&story.title);
    let origins = comparison.map(|it| sources::origins(bundle, story, it));
    let mut head = format!("## {title}\n\n{}", sources::table(bundle, story));
    head += &format!("\n{}", origins.unwrap_or_default());
    let first = story.articles().first().map(|it| bundle[*it].file());
    let key = format!("{}\n{}", story.title, first.unwrap_or_default());
    let known: Vec<&NoteId> = found.iter().map(|it| &it.note.id).collect();
    let mut out = region::marked(&format!("s-{}", digest::short(&key, 10)), &head);
    for it in found {
        let mut part = note_part(it);
        if let Some(comparison) = comparison {
            part += &discrepancies(bundle, story, comparison, &it.placed);
        }
        part += &links(it.note, &known);
        if !it.note.text.trim().is_empty() {
            part += &format!("\nNote:\n\n{}", own::quoted(&it.note.text));
        }
        out += &region::marked(&key_of(it.note), &part);
    }
    out
}

/// The notes of the same story that it refers to, as links to their headings.
fn links(note: &Note, known: &[&NoteId]) -> String {
    let all = note.links().into_iter().filter(|it| known.contains(&it));
    let all = all
        .map(|it| format!("[{it}](#note-{it})"))
        .collect::<Vec<_>>();
    match all.is_empty() {
        true => String::new(),
        false => format!("\nSee also: {}\n", all.join(", ")),
    }
}

/// The id, where it is one of ours; other programs' ids could hold anything.
fn key_of(note: &Note) -> String {
    let id = &note.id.0;
    match id
        .bytes()
        .all(|it| it.is_ascii_alphanumeric() || it == b'-')
        && !id.is_empty()
    {
        true => id.clone(),
        false => format!("n-{}", digest::short(id, 10)),
    }
}

fn note_part(found: &Found) -> String {
    let note = found.note;
    let mut out = format!(
        "\n### Note {}\n\n{}\n",
        escape::inline(&note.id.0),
        made(note)
    );
    if note.targets.is_empty() {
        out += "\nOn the story as a whole.\n";
    }
    for (target, placed) in note.targets.iter().zip(&found.placed) {
        out += &words(note, target, placed);
    }
    let pairs = note.targets.split_first();
    for (first, other) in pairs
        .iter()
        .flat_map(|(first, rest)| rest.iter().map(move |it| (first, it)))
    {
        if let Some(changed) = diff::changed(&first.exact, &other.exact) {
            let (from, to) = (
                escape::inline(&first.article.source),
                escape::inline(&other.article.source),
            );
            out += &format!("\nFrom {from} to {to}: {changed}\n");
        }
    }
    out
}

fn made(note: &Note) -> String {
    let mut out = format!("Made {}", escape::inline(&note.created));
    if note.modified != note.created {
        out += &format!(", changed {}", escape::inline(&note.modified));
    }
    let tags: Vec<String> = note
        .tags()
        .iter()
        .map(|it| format!("#{}", it.replace('_', "\\_")))
        .collect();
    if !tags.is_empty() {
        out += &format!(" · tags: {}", tags.join(" "));
    }
    out
}

/// Who said it, the words, and what has become of them.
fn words(note: &Note, target: &Target, placed: &Placed) -> String {
    let exact = escape::inline(&target.exact);
    let (who, state, place) = (attribution(target), state(placed), place(note, target));
    let mut out = format!("\n{who}{state}:\n\n> {exact}\n\n({place})\n");
    if let Placed::Edited { now, .. } = placed {
        out += &match diff::changed(&target.exact, now) {
            Some(changed) => format!("\nThen and now: {changed}\n"),
            None => format!("\nNow:\n\n> {}\n", escape::inline(now)),
        };
    }
    out
}

fn attribution(target: &Target) -> String {
    let date = target
        .article
        .published
        .as_deref()
        .map(|it| escape::inside(&it.replace('T', " ")));
    let link = sources::link(target.article.url.as_deref());
    let source = Some(&target.article.source).filter(|it| !it.is_empty());
    let source = source.map(|it| format!("**{}**", escape::inline(it)));
    let mut parts: Vec<String> = source.into_iter().collect();
    // The name of a file is no headline, and stands below.
    let title = Some(&target.article.title);
    let title = title.filter(|it| **it != target.article.file && !it.is_empty());
    parts.extend(title.map(|it| format!("“{}”", escape::inline(it))));
    parts.extend(date);
    parts.extend(Some(link).filter(|it| !it.is_empty()));
    parts.join(", ")
}

/// Where the words stood: file, bytes, the digest of the article's text, and the day it was read.
fn place(note: &Note, target: &Target) -> String {
    let (start, end) = (target.span.start(), target.span.end());
    let digest = target
        .article
        .hash
        .get(..12)
        .unwrap_or(&target.article.hash);
    let (file, digest) = (escape::inside(&target.article.file), escape::inside(digest));
    let digest = match digest.is_empty() {
        true => digest,
        false => format!(", SHA-256 of the text {digest}…"),
    };
    let read = escape::inside(note.created.get(..10).unwrap_or(&note.created));
    // What another program noted has no file and no bytes.
    let file = match (file.is_empty(), target.span.is_empty()) {
        (true, _) => String::new(),
        (false, true) => format!("{file}, "),
        (false, false) => format!("{file}, bytes {start}–{end}{digest}, "),
    };
    format!("{file}read {read}")
}

fn state(placed: &Placed) -> &'static str {
    match placed {
        Placed::Kept(_) => "",
        Placed::Moved(_) => " (since moved within the article)",
        Placed::Edited { .. } => " (since changed)",
        Placed::Ambiguous(_) => " (now in several places, or not for certain)",
        Placed::Lost => " (not found in the articles that were open)",
    }
}

/// Every discrepancy in which a sentence of the note stands, with all its readings.
fn discrepancies(
    bundle: &Bundle,
    story: &Story,
    comparison: &Comparison,
    placed: &[Placed],
) -> String {
    let noted: Vec<Place> = placed
        .iter()
        .filter_map(Placed::passage)
        .flat_map(places)
        .collect();
    let concerned = |it: &Discrepancy| it.sentences().iter().any(|place| noted.contains(place));
    let mut out = String::new();
    for (it, confirmed) in comparison.standing().filter(|it| concerned(it.0)) {
        let by_reader = if confirmed {
            ", confirmed by the reader"
        } else {
            ""
        };
        out += &format!(
            "\nDiscrepancy ({}{by_reader}):\n\n{}",
            it.named(),
            readings(bundle, story, it)
        );
    }
    out
}

/// A line a reading, with who carries it.
pub(crate) fn readings(bundle: &Bundle, story: &Story, discrepancy: &Discrepancy) -> String {
    let mut out = String::new();
    for reading in &discrepancy.readings {
        let told = match reading.text.trim().is_empty() {
            true => discrepancy.kind.absent().to_string(),
            false if discrepancy.in_marks => {
                let marked = reading.text.starts_with('“');
                let without = if marked {
                    ""
                } else {
                    " (without quotation marks)"
                };
                format!("{}{without}", escape::inside(&reading.text))
            }
            false => {
                let (before, behind) = cut(bundle, discrepancy.kind, reading);
                format!("“{before}{}{behind}”", escape::inside(&reading.text))
            }
        };
        let names = sources::names(bundle, story, &reading.articles());
        out += &format!("- {told}: {names}\n");
    }
    out
}

/// What stands for the words left out before and behind a reading of a quotation, lest a part of one
/// be taken for the whole.
fn cut(bundle: &Bundle, kind: DiscrepancyKind, reading: &Reading) -> (&'static str, &'static str) {
    let said = |it: &&(Place, Span)| {
        let text = bundle[it.0.article].text();
        safe::one_line(it.1.of(text)) == reading.text
    };
    let quoted = kind == DiscrepancyKind::Quote;
    let Some((place, span)) = reading.places.iter().find(said).filter(|_| quoted) else {
        return ("", "");
    };
    let article = &bundle[place.article];
    let sentence = article.sentence(place.sentence).map_or(*span, |it| it.span);
    let before = Span::new(sentence.start(), span.start()).of(article.text());
    let behind = Span::new(span.end(), sentence.end()).of(article.text());
    let goes_on = |c: char| c.is_alphanumeric() || c == ',';
    let marks = |cut: bool, mark| if cut { mark } else { "" };
    (
        marks(before.trim_end().ends_with(goes_on), "… "),
        marks(behind.trim_start().starts_with(goes_on), " …"),
    )
}

fn places(passage: Passage) -> impl Iterator<Item = Place> {
    let sentences = passage.first.0..=passage.last.0;
    sentences.map(move |at| Place::new(passage.article, SentenceIx(at)))
}
