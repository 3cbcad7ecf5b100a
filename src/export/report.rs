//! The report as a document for people, with the ids of the JSON report: story by story the
//! sources, what they derive from, what they tell differently, leave out, and tell alike. Differences
//! in substance come first, and a claim that is told differently says so in its own line.

use std::collections::BTreeMap;

use crate::{
    compare::omissions::omissions,
    export::{diff, escape, notes::readings, sources},
    model::{
        article::Article,
        bundle::Bundle,
        comparison::{Claim, Comparison, Discrepancy},
        index::{ArticleIx, ClaimIx, Place},
        story::Story,
    },
    text::count::counted,
};

/// Ids go on from story to story.
#[derive(Default)]
struct Numbers {
    claims: usize,
    discrepancies: usize,
}

/// One story with what was found in it.
struct Part<'a> {
    bundle: &'a Bundle,
    story: &'a Story,
    comparison: &'a Comparison,
    /// That of `compare::omissions`.
    share: f64,
}

pub(crate) fn document(bundle: &Bundle, comparisons: &[Comparison], share: f64) -> String {
    let stories = counted(bundle.stories.len(), "story", "stories");
    let articles = bundle.stories.iter().map(|it| it.articles().len()).sum();
    let articles = counted(articles, "article", "articles");
    let mut out = format!("# Comparison of news coverage\n\n{articles}, {stories}.\n");
    let mut numbers = Numbers::default();
    for (at, (story, comparison)) in bundle.stories.iter().zip(comparisons).enumerate() {
        let title = escape::inline(&story.title);
        out += &format!("\n## s{}: {title}\n", at + 1);
        out += &part(
            &Part {
                bundle,
                story,
                comparison,
                share,
            },
            &mut numbers,
        );
    }
    out + &skipped(bundle)
}

fn part(it: &Part, numbers: &mut Numbers) -> String {
    let mut out = format!(
        "\n{}.\n\n{}",
        told_by(it),
        sources::table(it.bundle, it.story)
    );
    let origins = sources::origins(it.bundle, it.story, it.comparison);
    out += &section("Origins", std::iter::once(origins));
    let first = numbers.discrepancies;
    let found = it.comparison.standing().enumerate();
    out += &section(
        "Discrepancies",
        found.map(|(at, found)| discrepancy(it, first + at + 1, found)),
    );
    numbers.discrepancies += it.comparison.discrepancies().len();
    let out_of = it.story.articles().iter();
    let omitted = out_of.filter_map(|ix| left_out(it, *ix, numbers.claims));
    out += &section("Left out", omitted);
    let claims = it.comparison.claims().iter().enumerate();
    let found = claims.map(|(at, found)| claim(it, numbers.claims + at + 1, first, found));
    out += &section("Claims", found);
    numbers.claims += it.comparison.claims().len();
    out + &section(
        "Read with doubt",
        it.story.articles().iter().filter_map(|ix| doubts(it, *ix)),
    )
}

/// A heading with lines or blocks under it; nothing where there is none.
fn section(title: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: String = lines.collect();
    match lines.is_empty() {
        true => lines,
        false => format!("\n### {title}\n\n{}\n", lines.trim_end()),
    }
}

/// How many articles, and from how many texts they come.
fn told_by(it: &Part) -> String {
    let told = told_by_whom(it);
    match (it.story.first, it.story.last) {
        (Some(first), Some(last)) if first != last => format!("{told}, {first} to {last}"),
        (Some(date), _) | (None, Some(date)) => format!("{told}, {date}"),
        (None, None) => told,
    }
}

fn told_by_whom(it: &Part) -> String {
    let articles = it.story.articles();
    let told = format!(
        "Told by {} = {}",
        counted(articles.len(), "article", "articles"),
        counted(it.comparison.independent(articles), "origin", "origins")
    );
    match it.story.by_you {
        true => format!("Grouped so by the reader. {told}"),
        false => told,
    }
}

fn discrepancy(it: &Part, number: usize, (found, confirmed): (&Discrepancy, bool)) -> String {
    let by_reader = if confirmed {
        ", confirmed by the reader"
    } else {
        ""
    };
    let mut out = format!(
        "**d{number}, {}{by_reader}**\n\n{}\n",
        found.named(),
        readings(it.bundle, it.story, found)
    );
    let said = found.sentences().into_iter().map(|place| {
        let name = sources::name(it.bundle, it.story, place.article);
        format!("> {name}: {}\n", escape::inside(&it.bundle.said(place)))
    });
    out += &said.collect::<Vec<_>>().join(">\n");
    out + "\n"
}

fn claim(it: &Part, number: usize, first_discrepancy: usize, found: &Claim) -> String {
    let (told, missing): (Vec<ArticleIx>, Vec<ArticleIx>) = it
        .story
        .articles()
        .iter()
        .partition(|ix| found.is_told_by(**ix));
    let all = it.story.articles().len();
    let mut line = format!("**c{number}**, told by {} of {all}", told.len());
    line += &format!(" ({})", counted(found.origins, "origin", "origins"));
    line += &format!(": {}", sources::names(it.bundle, it.story, &told));
    let (linked, missing): (Vec<ArticleIx>, Vec<ArticleIx>) = missing
        .into_iter()
        .partition(|ix| it.comparison.touches(found, *ix));
    if !linked.is_empty() {
        let names = sources::names(it.bundle, it.story, &linked);
        line += &format!("; linked, not counted: {names}");
    }
    if !missing.is_empty() {
        line += &format!("; not by {}", sources::names(it.bundle, it.story, &missing));
    }
    let differs = differing(it.comparison, found, first_discrepancy);
    if !differs.is_empty() {
        line += &format!("; **differs: {differs}**");
    }
    format!("{line}\n\n{}\n", tellings(it, found))
}

/// The claims that an article leaves out; None where there are none.
fn left_out(it: &Part, ix: ArticleIx, first: usize) -> Option<String> {
    let found = omissions(&it.bundle.articles, it.comparison, ix, it.share);
    let said = |at: &ClaimIx| {
        let claim = it.comparison.claims().get(at.0)?;
        let said = it.bundle.said(*claim.sentences.first()?);
        let said = escape::inside(&said);
        Some(format!("    - c{}: {said}\n", first + at.0 + 1))
    };
    let claims: String = found.values().flatten().filter_map(said).collect();
    let name = sources::name(it.bundle, it.story, ix);
    (!claims.is_empty()).then(|| format!("- {name}\n{claims}"))
}

/// The words of the first source, and of every other how it comes to them and what it changes.
fn tellings(it: &Part, found: &Claim) -> String {
    let Some((first, others)) = found.sentences.split_first() else {
        return String::new();
    };
    let said = it.bundle.said(*first);
    let name = |at: &Place| sources::name(it.bundle, it.story, at.article);
    let mut lines = vec![format!("> {}: {}\n", name(first), escape::inside(&said))];
    for at in others {
        let mut links = it.comparison.links_at(*first);
        let link = links.find(|link| link.other(*first) == Some(*at));
        let kind = link.map(|link| {
            let name = link.kind.name();
            match (it.comparison.is_pinned(link), link.ambiguous) {
                (true, _) => format!(" ({name}, by the reader)"),
                (false, true) => format!(" ({name}, ambiguous)"),
                (false, false) => format!(" ({name})"),
            }
        });
        let here = it.bundle.said(*at);
        let told = diff::changed(&said, &here).unwrap_or_else(|| escape::inside(&here));
        let kind = kind.unwrap_or_default();
        lines.push(format!("> {}{kind}: {told}\n", name(at)));
    }
    lines.join(">\n")
}

/// The discrepancies between sentences of a claim: `number (d3)`.
fn differing(comparison: &Comparison, claim: &Claim, first: usize) -> String {
    let inside = |it: &Discrepancy| {
        let sentences = it.sentences();
        1 < sentences
            .iter()
            .filter(|at| claim.sentences.contains(at))
            .count()
    };
    let found = comparison
        .discrepancies()
        .iter()
        .enumerate()
        .filter(|(_, it)| it.weighs() && inside(it));
    let named = found.map(|(at, it)| format!("{} (d{})", it.named(), first + at + 1));
    named.collect::<Vec<_>>().join(", ")
}

/// What of an article was set aside or doubted; None where nothing was.
fn doubts(it: &Part, ix: ArticleIx) -> Option<String> {
    let article = &it.bundle[ix];
    let dropped = dropped(article);
    if dropped.is_empty() && article.doubts().is_empty() {
        return None;
    }
    let name = sources::name(it.bundle, it.story, ix);
    let mut out = format!(
        "- {name}: set aside {}\n",
        Some(dropped.as_str())
            .filter(|it| !it.is_empty())
            .unwrap_or("nothing")
    );
    for doubt in article.doubts() {
        let message = escape::inside(&doubt.message);
        out += &format!(
            "    - {} at byte {}: {message}\n",
            doubt.kind,
            doubt.span.start()
        );
    }
    Some(out)
}

/// `2 metadata, 1 boilerplate`.
fn dropped(article: &Article) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for it in article.dropped() {
        *counts.entry(it.why.name()).or_default() += 1;
    }
    let told = counts.iter().map(|(why, number)| format!("{number} {why}"));
    told.collect::<Vec<_>>().join(", ")
}

fn skipped(bundle: &Bundle) -> String {
    let lines = bundle.warnings.iter().map(|it| {
        let what = if it.skipped {
            "not read"
        } else {
            "read with doubt"
        };
        format!(
            "- {}: {what}, {}\n",
            escape::inline(&it.file),
            escape::inside(&it.message)
        )
    });
    let lines: String = lines.collect();
    match lines.is_empty() {
        true => lines,
        false => format!("\n## Warnings\n\n{lines}"),
    }
}
