//! Letters made comparable: lower case, without accents, one kind of apostrophe and quote.
//!
//! Latin letters with accents are looked up in a table of pairs; other scripts keep their letters.
//! Combining accents are dropped, so that both ways of writing "é" come out alike.

/// A letter with its accent and the letters without it, in lower case.
const PLAIN: &str = "àa áa âa ãa äa åa āa ăa ąa æae çc ćc ĉc ċc čc ďd đd ðd èe ée êe ëe ēe ĕe ėe ęe ěe \
    ĝg ğg ġg ģg ĥh ħh ìi íi îi ïi ĩi īi ĭi įi ıi ĵj ķk ĺl ļl ľl łl ñn ńn ņn ňn òo óo ôo õo öo øo ōo ŏo őo \
    œoe ŕr ŗr řr śs ŝs şs šs șs ßss ţt ťt țt þth ùu úu ûu üu ũu ūu ŭu ůu űu ųu ŵw ýy ÿy ŷy źz żz žz";

/// The word in lower case, without accents, with straight apostrophes.
pub fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            c if mark(c) == '\'' => out.push('\''),
            '\u{300}'..='\u{36f}' | '\u{200d}' => (),
            c if c.is_ascii() => out.push(c),
            c => plain(c, &mut out),
        }
    }
    out
}

/// The letters and figures of a text alone, without case: what of a name is the same however it is
/// written.
pub fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    let kept = text.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase)
}

fn plain(c: char, out: &mut String) {
    match PLAIN.split(' ').find_map(|pair| pair.strip_prefix(c)) {
        Some(letters) => out.push_str(letters),
        None => out.push(c),
    }
}

/// Quotation marks, apostrophes and dashes of every style as those of a typewriter; anything else as
/// it is.
pub fn mark(c: char) -> char {
    match c {
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '‹' | '›' | 'ʼ' | '`' | '´' => '\'',
        '‐' | '‑' | '–' | '—' | '−' => '-',
        other => other,
    }
}

/// Whether a word ends in an apostrophe, of whatever style, and an s.
pub fn is_possessive(written: &str) -> bool {
    let mut letters = written.chars().rev();
    letters.next() == Some('s') && letters.next().is_some_and(|it| mark(it) == '\'')
}

/// A quotation mark alone as the straight one; anything else as it is.
pub fn quote(written: &str) -> &str {
    let mut letters = written.chars();
    match (letters.next().map(mark), letters.next()) {
        (Some('"'), None) => "\"",
        (Some('\''), None) => "'",
        _ => written,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: &str) {
        assert_eq!(folded(word), expected);
    }

    #[test]
    fn accents_are_set_aside() {
        check("Andreï", "andrei");
        check("STRASSE", "strasse");
        check("Straße", "strasse");
        check("e\u{301}tude", "etude");
        check("Kyjivʼs", "kyjiv's");
        check("Киев", "киев");
    }
}
