//! Captions and picture credits in the middle of an article.
//!
//! Signs, each enough by itself: an opening such as "In this photograph"; a line that is nothing
//! but a credit ("Ana Roe / POOL / AFP"); a credit in brackets at the very end, after words
//! without a full stop or with a word that only credits use; a name and an outlet behind the words
//! ("… at dawn. Ana Roe/Harbour Post", "© Ana Roe, AFP"); ", left," and its like in a line without a
//! full stop. A paragraph of several sentences with a quotation is never one. The lists
//! are `assets/clean/captions.txt` and `credits.txt`.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use memchr::memmem::Finder;

use crate::{
    bundle::clean::{
        block::Shape,
        lists::{LONGEST, List, May},
        page::{Page, is_finished},
        pattern, prose,
    },
    model::article::Role,
};

/// Words of credits, and whether they are strong.
static CREDITS: LazyLock<HashMap<&str, bool>> = LazyLock::new(|| {
    let list = include_str!("../../../assets/clean/credits.txt");
    let mut strong = true;
    let mut found = HashMap::new();
    for line in list.lines() {
        match line.strip_prefix("; ") {
            Some(comment) => strong = !comment.starts_with("agencies"),
            None => drop(found.insert(line, strong)),
        }
    }
    found
});

/// The first words of credits of several words.
static FIRST_OF_CREDITS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let parts = CREDITS.keys().filter_map(|it| it.split_once(' '));
    parts.map(|it| it.0).collect()
});

/// Words of the longest name among them.
const CREDIT_PHRASE: usize = 3;
/// Bytes in which a caption says that it is one.
const HEAD: usize = 60;
/// Words of the longest line that is nothing but a credit.
const CREDIT_WORDS: usize = 10;

/// Labels captions and credits; where no headline is known, the first line may be it.
pub(crate) fn mark(page: &mut Page, titled: bool) {
    let open = page.open();
    // Up to the first paragraph any line may be the headline.
    let told = |at: &usize| is_finished(page.words(*at));
    let told = open.iter().copied().find(told).unwrap_or(usize::MAX);
    for at in open {
        let unit = &page.units[at];
        let words = page.words(at);
        let text = unit.shape == Shape::Text && words.len() <= LONGEST;
        if unit.shape == Shape::Text && is_file_photo(words) {
            page.set(at, Role::Caption);
            continue;
        }
        let sure = !titled && at < told.max(1);
        if text
            && (if sure {
                is_sure_caption(words, unit.may)
            } else {
                is_caption(words, unit.may)
            })
        {
            page.set(at, Role::Caption);
        }
    }
}

/// "FILE - In this May 3, 2024, file photo, …", however much it tells.
fn is_file_photo(words: &str) -> bool {
    let starts = ["FILE - In this ", "FILE – In this ", "FILE — In this "];
    let head = words.get(..HEAD).unwrap_or(words);
    words.len() <= 2 * LONGEST
        && starts.iter().any(|it| head.starts_with(it))
        && head.contains("photo")
}

fn is_caption(words: &str, may: May) -> bool {
    if is_finished(words) && is_quoted(words) {
        return false;
    }
    is_credit_line(words)
        || words.starts_with("© ") && words.chars().nth(2).is_some_and(char::is_alphabetic)
        || (may.fit(List::Captions, words) && !is_claim(words) && !prose::is_attributed(words))
        || has_bracketed_credit(words)
        || (!is_finished(words) && tells_places(words))
        || begins_with_credit(words)
        || ends_with_credit(words)
        || ends_with_name(words)
        || is_embedded_post(words)
}

/// Whether a quotation begins somewhere; by the first bytes of `“` and `«` at first, since most lines
/// hold neither.
fn is_quoted(words: &str) -> bool {
    let mut found = memchr::memchr3_iter(b'"', 0xe2, 0xc2, words.as_bytes());
    found.any(|at| words[at..].starts_with(['"', '“', '«']))
}

/// Whether a sentence of a paragraph belongs to a picture: a credit in brackets and nothing else,
/// or "In this photo".
pub(crate) fn is_picture(words: &str, may: May) -> bool {
    let bracketed =
        words.starts_with(['(', '[']) && words.trim_end_matches('.').ends_with([')', ']']);
    let credit = bracketed && is_credit_line(words.trim_end_matches('.'));
    let opens =
        words.starts_with("In this ") || words.starts_with("FILE ") || words.starts_with("File ");
    credit || (opens && may.fit(List::Captions, words) && !prose::is_attributed(words))
}

static PHOTO_BY: LazyLock<Finder> = LazyLock::new(|| Finder::new("Photo by "));
static CREDIT_DOTS: LazyLock<Finder> = LazyLock::new(|| Finder::new("Credit..."));

/// `The pier at dawn. Photograph: Ana Roe`
fn ends_with_credit(words: &str) -> bool {
    const LABELS: &[&str] = &[
        "Photo: ",
        "Photograph: ",
        "Picture: ",
        "Pic: ",
        "PHOTO: ",
        "Image: ",
        "Photo by ",
        "Credit: ",
    ];
    // To look for one sign is much faster than for six labels, and from the front than from the end.
    let may = memchr::memchr(b':', words.as_bytes()).is_some()
        || PHOTO_BY.find(words.as_bytes()).is_some();
    let held = LABELS.iter().filter(|it| may && words.contains(**it));
    let places = held.filter_map(|it| Some((words.rfind(it)?, it.len())));
    places.max().is_some_and(|(at, len)| {
        let (before, name) = (words[..at].trim_end(), &words[at + len..]);
        let parted =
            before.is_empty() || before.ends_with(['.', '!', '?', '|', '”', '"', ')', '/']);
        parted && name.split_whitespace().count() <= CREDIT_WORDS && !name.contains(". ")
    })
}

/// `The pier at dawn. Ana Roe/Harbour Post`, `… at dawn. © Ana Roe, AFP`, `… at dawn (Courtesy of Ana
/// Roe)`, `… at dawn.Credit...Ana Roe`, `… at dawnImage: Ana Roe/AP`
fn ends_with_name(words: &str) -> bool {
    // Most lines hold none of these signs.
    let signs = memchr::memchr3(b'/', b':', 0xa9, words.as_bytes()).is_some();
    let closed = words.ends_with([')', ']']);
    let given = || CREDIT_DOTS.find(words.as_bytes()).is_some();
    if !(closed || signs || given()) || is_finished(words) && !closed {
        return false;
    }
    let glued = |label: &str| {
        let at = words.find(label).filter(|at| 0 < *at);
        at.is_some_and(|at| words[..at].ends_with(|c: char| c.is_lowercase() || c == '.'))
    };
    if given() || glued("Image: ") {
        return true;
    }
    if let Some((before, inner)) = bracketed(words) {
        let told = inner.starts_with("Courtesy of ") || inner.starts_with("Supplied: ");
        let parted = is_finished(before.trim_end());
        return parted && told && inner.split_whitespace().count() <= CREDIT_WORDS
            || !before.is_empty() && is_signed(inner);
    }
    if memchr::memchr2(b'/', 0xa9, words.as_bytes()).is_none() {
        return false;
    }
    let parts = [". ", "| ", "? ", "! "].iter();
    let last = parts
        .filter_map(|it| Some(words.rfind(it)? + it.len()))
        .max();
    let tail = &words[last.unwrap_or_default()..];
    // Behind the sign of a copyright stands a year.
    let named = |sign| {
        tail.strip_prefix(sign)
            .is_some_and(|it: &str| it.trim_start().starts_with(char::is_alphabetic))
    };
    let taken = named("© ") || named("REUTERS/");
    let signed = is_signed(tail) && (last.is_some() || is_outlet(tail));
    signed || taken && tail.split_whitespace().count() <= CREDIT_WORDS
}

/// `Ana Roe/Harbour Post`: two names and an outlet, and nothing in lower case.
fn is_signed(words: &str) -> bool {
    let Some((name, outlet)) = words.split_once('/') else {
        return false;
    };
    let (name, outlet) = (name.trim(), outlet.trim());
    let names = name.split_whitespace().count();
    let capitals = |it: &str| {
        it.split([' ', '/'])
            .all(|it| it.starts_with(char::is_uppercase) || it == "-")
    };
    let plain = |c: char| c.is_alphabetic() || " .'’-/".contains(c);
    let short = outlet.split(' ').filter(|it| *it != "-").count() <= CREDIT_PHRASE + 1;
    let pool = names == 1 && credit(outlet).is_some();
    ((2..=3).contains(&names) || pool)
        && !name.starts_with("By ")
        && short
        && capitals(name)
        && capitals(outlet)
        && words.chars().all(plain)
}

/// Whether what stands behind the stroke is an outlet and no second place: "New York/Washington".
fn is_outlet(words: &str) -> bool {
    let outlet = words.rsplit('/').next().unwrap_or_default();
    let known = FIRST_OF_CREDITS.contains(outlet.to_lowercase().as_str());
    known || outlet.contains(' ') || outlet.chars().all(|it| !it.is_lowercase())
}

/// `GETTY The station was launched in 2011`, `Getty Images The crew leaves the pier`
fn begins_with_credit(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    let shouted = || first.chars().all(char::is_uppercase);
    let known = |it: &str| FIRST_OF_CREDITS.contains(it.to_lowercase().as_str());
    if !is_capital(first) || !(known(first) || shouted()) || is_finished(words) {
        return false;
    }
    let parts: Vec<&str> = words.split_whitespace().take(CREDIT_PHRASE + 5).collect();
    let credits = |count: usize| {
        let front = parts.get(..count)?.join(" ");
        let strong = CREDITS.get(front.to_lowercase().as_str())?;
        let shouted = count == 1 && front.chars().all(char::is_uppercase);
        let named = 1 < count && *strong && parts[..count].iter().all(|it| is_capital(it));
        (shouted || named).then_some(count)
    };
    let credit = (1..=CREDIT_PHRASE).filter_map(credits).max();
    credit.is_some_and(|count| {
        let behind = &parts[count..];
        4 < behind.len() && is_capital(behind[0])
    })
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The surest signs alone, since a headline may well begin with "Photos:".
fn is_sure_caption(words: &str, may: May) -> bool {
    let first = words.split_whitespace().next();
    let labelled = first.is_some_and(|it| it.ends_with(':'));
    (may.fit(List::Captions, words) && !labelled && !is_claim(words)) || has_bracketed_credit(words)
}

/// "File a complaint" is no caption.
fn is_claim(words: &str) -> bool {
    let start = words.get(..7).unwrap_or_default();
    start.eq_ignore_ascii_case("file a ") || start.eq_ignore_ascii_case("file an")
}

/// `Ana Roe / POOL / AFP via Getty Images`, `Reuters photo`.
fn is_credit_line(words: &str) -> bool {
    if is_finished(words) {
        return false;
    }
    let count = words.split_whitespace().take(CREDIT_WORDS + 1).count();
    if CREDIT_WORDS < count || words.starts_with("The ") && words.ends_with(" Picture") {
        return false;
    }
    let words = words.trim_matches(['(', ')', '[', ']', ' ']);
    let strength = credit(words);
    match strength {
        Some(true) => has_signs(words) || count <= 3,
        Some(false) => has_signs(words) && count <= 6,
        None => false,
    }
}

fn has_signs(words: &str) -> bool {
    words.contains(['/', '|', '©']) || words.contains(" via ") || words.contains(" by ")
}

/// A credit in brackets at the end.
fn has_bracketed_credit(words: &str) -> bool {
    let closed = words.trim_end_matches(['.', ' ']);
    let Some((before, inner)) = bracketed(closed) else {
        return false;
    };
    if before.trim().is_empty() {
        return credit(inner).is_some();
    }
    let labelled = [
        "Credit: ",
        "Photo: ",
        "Image: ",
        "Picture: ",
        "Photograph: ",
    ];
    match credit(inner) {
        Some(_) if labelled.iter().any(|it| inner.starts_with(it)) || is_agency_and_name(inner) => {
            true
        }
        Some(true) => true,
        Some(false) => !is_finished(before) || inner.contains('/'),
        None => false,
    }
}

/// `AP: Ana Roe`
fn is_agency_and_name(inner: &str) -> bool {
    let Some((agency, name)) = inner.split_once(": ") else {
        return false;
    };
    let names = name.split_whitespace().count();
    let capital = |it: &str| it.starts_with(char::is_uppercase);
    CREDITS.contains_key(&*pattern::key(agency))
        && (2..=4).contains(&names)
        && name.split_whitespace().all(capital)
}

/// What stands before the last bracket, and in it.
fn bracketed(words: &str) -> Option<(&str, &str)> {
    let (close, open) = match words.chars().next_back()? {
        ')' => (')', '('),
        ']' => (']', '['),
        _ => return None,
    };
    let inner = words.strip_suffix(close)?;
    let at = inner.rfind(open)?;
    Some((&inner[..at], &inner[at + 1..]))
}

/// Whether words name an agency or a picture, and whether by a strong word. A name that is glued
/// to an agency ("RoeAP") counts.
fn credit(words: &str) -> Option<bool> {
    let mut found = None;
    for part in words.split(['/', ',', '|', ';', ':', '(', ')']) {
        let part = pattern::key(part);
        let starts = part.match_indices(' ').map(|(at, _)| at + 1);
        for at in std::iter::once(0).chain(starts) {
            let rest = &part[at..];
            let ends = rest.match_indices(' ').map(|(at, _)| at);
            for end in ends.chain([rest.len()]).take(CREDIT_PHRASE) {
                if let Some(strong) = CREDITS.get(&rest[..end]) {
                    found = Some(found.unwrap_or(false) || *strong);
                }
            }
        }
    }
    let glued = |it: &str| {
        let name = it.strip_suffix("AP").or_else(|| it.strip_suffix("AFP"));
        name.is_some_and(|name| name.ends_with(char::is_lowercase))
    };
    if found.is_none() && words.split_whitespace().any(glued) {
        found = Some(false);
    }
    found
}

/// `X, left, and Y`.
fn tells_places(words: &str) -> bool {
    if memchr::memchr3(b'(', b',', b':', words.as_bytes()).is_none() {
        return false;
    }
    let lower = words.to_lowercase();
    let places = [
        ", left,",
        ", right,",
        ", centre,",
        ", center,",
        ", second left,",
        ", second right,",
        ", second from left,",
        ", second from right,",
        "(left)",
        "(right)",
        "(centre)",
        "(center)",
        "(l)",
        "(r)",
        "(pictured)",
        "pictured:",
    ];
    places.iter().any(|it| lower.contains(it))
}

/// `— Ana Roe (@ana_roe) May 3, 2024`
pub(crate) fn is_embedded_post(words: &str) -> bool {
    let dash = words.starts_with(['—', '–', '-']);
    dash && words.contains("(@") && !is_finished(words)
}
