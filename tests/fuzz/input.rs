//! Inputs: seeds of our own, cut, joined, repeated and sprinkled with what readers look for.

/// A generator of numbers that look random: xorshift64*, Vigna 2016.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn roll(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// From 0 to below `sides`.
    pub fn below(&mut self, sides: usize) -> usize {
        (self.roll() >> 11) as usize % sides.max(1)
    }

    pub fn one_of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

/// Articles, as people save them.
pub const ARTICLES: &[&str] = &[
    "Old pier closed\n\n06.12.2025\nReading time: 3 min\n\nBy Ana Roe\n\nThe old pier at Wexcombe was closed on \
     Monday, the harbour office said. \"It is not safe,\" Mr. Roe told reporters on Dec. 5. About 1,300 people \
     signed a petition, up from 900 (70%).\n\nShare\n\nRelated articles\n",
    "---\ntitle: \"Old pier: closed\"\nauthors: [Ana Roe, 'B. Vale']\ndate: 2025-12-06T02:03:29Z\ndek: >\n  It may \
     open again\n---\n\n# Old pier\n\n- one\n- two\n\n| a | b |\n|---|---|\n\n**Bold** [link](http://a.example/b_(c)) \
     _words_ &amp; `code` <br> \\* ![photo](x.png)\n\n> quoted\n\nPhotograph: Ana Roe / POOL\n",
    "{\"title\": \"Old pier\", \"text\": \"<p>It &lsquo;was&rsquo; closed.</p><ul><li>One</li></ul>\", \"source\": \
     {\"name\": \"Post\"}, \"authors\": [\"Ana\", null, 3], \"date\": 1764986609, \"url\": \"https://post.example/a\"}",
    "{\"articles\": [{\"headline\": \"A\", \"articleBody\": \"B \\ud83d\\ude00 \\ud800.\"}, {\"body\": [\"One.\", \"Two.\"]}]}",
    "The ferry did not sail at 6.40am, the U.S. Coast Guard said on Thursday. He might sail in March, Captain Owen \
     Tresk said. \u{201c}We won\u{2019}t wait any longer,\u{201d} he added: \u{201c}not a day.\u{201d}\n\nOkay, here's a \
     breakdown of the provided text:\n\nQ: Who paid?\n\nContents\n1. One\n2. Two\n",
    "Photos: The pier Boats leave. Hide Caption 1 of 4 Photos: The pier Bells. Hide Caption 2 of 4 Photos: The pier \
     Fog. Hide Caption 3 of 4\n\nMayor Tove Lind Tove (T\u{f3}) Anna LindPier to close Who pays? MORE's chief of \
     staff left; Ann McVey Ann Roe McVeyFerries late MORE (Q) stayed.\n",
];

/// What means something to some reader, and what has ever been read wrongly.
pub const SPARKS: &[&str] = &[
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    ".",
    ". ",
    "...",
    "?",
    "! ",
    "\u{2026}",
    "\"",
    "'",
    "\u{201c}",
    "\u{201d}",
    "\u{2019}",
    "(",
    ")",
    "[",
    "]",
    "](",
    "{",
    "}",
    "<",
    ">",
    "</",
    "<b>",
    "<script>",
    "<!--",
    "-->",
    "&",
    "&amp;",
    "&#0;",
    "&#x1F600;",
    "*",
    "**",
    "_",
    "`",
    "~~",
    "\\",
    "#",
    "# ",
    "- ",
    "1. ",
    "| ",
    "---\n",
    "+++\n",
    "===\n",
    ": ",
    "title: ",
    "date: ",
    "source: x\n",
    "\u{1b}[31m",
    "\u{1b}]0;x\u{7}",
    "\u{9b}",
    "\u{0}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{200d}",
    "\u{301}",
    "\u{e0041}",
    "\u{feff}",
    "\u{ad}",
    "\u{85}",
    "\u{2028}",
    "\u{a0}",
    "\u{3000}",
    "中文。",
    "日本",
    "שלום",
    "مرحبا",
    "é",
    "ß",
    "İ",
    "ŉ",
    "👩\u{200d}🔬",
    "🇳🇴",
    "ﷺ",
    "0",
    "1,300.5",
    "0.0",
    "99999999999999999999",
    "1e999",
    "50%",
    "£18,000",
    "½",
    "one hundred",
    "a dozen",
    "half a million",
    "2025-12-06",
    "31 February 2025",
    "29.02.2023",
    "yesterday",
    "Friday",
    "May",
    "5th",
    "not ",
    "never ",
    "may ",
    "reportedly ",
    "said ",
    "Mr. ",
    "Dr ",
    "U.S. ",
    "e.g. ",
    "J. K. ",
    "Roe",
    "MacRoe-Vale",
    "the ",
    "http://a.example/",
    "a@b.example",
    "www.",
    "file:///",
    "javascript:",
    "\\ud800",
    "\\u0000",
    "null",
    "[[[[",
    "{\"a\":",
    "Photo: ",
    "In this photo",
    "Share",
    "Advertisement",
    "By ",
    "Q: ",
    "A: ",
    "$x$",
    "^1",
    "%%",
    "==x==",
    "@x",
    "12) ",
    "Hide Caption 2 of 25",
    " MORE",
    "LindPier",
];

/// A text or, now and then, bytes that are none.
pub fn bytes(dice: &mut Dice, seeds: &[&str]) -> Vec<u8> {
    let mut bytes = text(dice, seeds).into_bytes();
    match dice.below(12) {
        0 => {
            for _ in 0..=dice.below(8) {
                let (at, byte) = (dice.below(bytes.len()), dice.roll() as u8);
                if let Some(it) = bytes.get_mut(at) {
                    *it = byte;
                }
            }
        }
        1 => {
            let units = String::from_utf8_lossy(&bytes).into_owned();
            bytes = units.encode_utf16().flat_map(u16::to_le_bytes).collect();
        }
        2 => bytes.truncate(dice.below(bytes.len() + 1)),
        _ => (),
    }
    bytes
}

/// A seed, changed some times.
pub fn text(dice: &mut Dice, seeds: &[&str]) -> String {
    let mut text: Vec<char> = dice.one_of(seeds).chars().collect();
    for _ in 0..dice.below(8) {
        change(dice, &mut text, seeds);
    }
    text.truncate(6000);
    text.into_iter().collect()
}

fn change(dice: &mut Dice, text: &mut Vec<char>, seeds: &[&str]) {
    let at = dice.below(text.len() + 1);
    let end = (at + 1 + dice.below(40)).min(text.len());
    match dice.below(8) {
        0..3 => drop(text.splice(at..at, dice.one_of(SPARKS).chars())),
        3 => {
            let spark = dice.one_of(SPARKS).repeat(1 + dice.below(30));
            text.splice(at..at, spark.chars());
        }
        4 => drop(text.drain(at..end)),
        5 => {
            let copy = text[at..end].to_vec();
            let to = dice.below(text.len() + 1);
            text.splice(to..to, copy);
        }
        6 => {
            let other: Vec<char> = dice.one_of(seeds).chars().collect();
            let from = dice.below(other.len());
            text.splice(at..at, other[from..].iter().copied());
        }
        _ => {
            let c = char::from_u32(dice.roll() as u32 % 0x11_0000);
            text.splice(at..at, c);
        }
    }
}
