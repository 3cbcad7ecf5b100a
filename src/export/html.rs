//! The notes as a web page that stands alone: no script, no style from elsewhere, every word
//! escaped, links to pages only. The user's Markdown is shown as it was typed.

use htmlize::{escape_attribute, escape_text};

use crate::{
    export::escape,
    model::note::{Note, Notes, Target},
};

const HEAD: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width\">\n\
    <title>Notes on news coverage</title>\n<style>\n\
    body { max-width: 44em; margin: 2em auto; padding: 0 1em; font: 1.05em/1.5 serif; }\n\
    blockquote { border-left: .2em solid; margin-left: 0; padding-left: 1em; }\n\
    pre { white-space: pre-wrap; font: inherit; }\n\
    </style>\n</head>\n<body>\n<h1>Notes on news coverage</h1>\n";

/// One document, the notes by creation.
pub fn document(notes: &Notes) -> String {
    let all: String = notes.iter().map(|it| note(it, notes)).collect();
    format!("{HEAD}{all}</body>\n</html>\n")
}

fn note(note: &Note, all: &Notes) -> String {
    let mut out = format!("<article id=\"{}\">\n", escape_attribute(&note.id.0));
    if !note.story.is_empty() {
        out += &format!("<h2>{}</h2>\n", escape_text(&note.story));
    }
    out += &note.targets.iter().map(words).collect::<String>();
    out += &format!("<pre>{}</pre>\n", linked(note, all));
    out += &format!(
        "<p><small>{}, made {}",
        escape_text(&note.id.0),
        escape_text(&note.created)
    );
    if note.modified != note.created {
        out += &format!(", changed {}", escape_text(&note.modified));
    }
    for tag in note.tags() {
        out += &format!(" #{}", escape_text(&tag));
    }
    out + "</small></p>\n</article>\n"
}

/// The text, references to notes that are there as links to them.
fn linked(note: &Note, all: &Notes) -> String {
    let mut text = escape_text(&note.text).into_owned();
    for id in note.links().iter().filter(|it| all.get(it).is_some()) {
        let written = format!("[[{}]]", escape_text(&id.0));
        let goal = escape_attribute(&id.0);
        text = text.replace(&written, &format!("<a href=\"#{goal}\">{written}</a>"));
    }
    text
}

fn words(target: &Target) -> String {
    let address = target.article.url.as_deref().unwrap_or_default();
    let title = match target.article.headline() {
        "" => escape_text(address),
        title => escape_text(title),
    };
    let title = match target.article.url.as_deref().and_then(escape::url) {
        Some(goal) => format!("<a href=\"{}\">{title}</a>", escape_attribute(&goal)),
        None => title.into_owned(),
    };
    let date = target.article.published.as_deref().unwrap_or_default();
    let (exact, source) = (
        escape_text(&target.exact),
        escape_text(&target.article.source),
    );
    let date = escape_text(date);
    let source = match source.is_empty() {
        true => String::new(),
        false => format!("<b>{source}</b> "),
    };
    format!("<blockquote>{exact}</blockquote>\n<p>{source}{title} {date}</p>\n")
}
